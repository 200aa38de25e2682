"""Whether an organisation finds people for others: its mail in, yes or no out. By its name, or by how it speaks of a client."""

import re
from collections.abc import Sequence

from assistant.core.model import Message
from assistant.core.naming.companies import candidates, fits, named, organisation

AGENCY = re.compile(
    r"\b(?:recruit(?:ment|ing|ers?)|staffing|executive search|talent (?:partners|solutions)|headhunt\w*|resourcing|personnel|locums?)\b", re.IGNORECASE
)
# "Stowell Search" finds people, "Ordnance Search" oil: these are agencies where they also speak of a client
PERHAPS_AGENCY = re.compile(r"\b(?:search|talent|consultan(?:ts|cy)|agency|selection|placements?)\b", re.IGNORECASE)
# "our client work" is an employer's
NO_CLIENT = r"(?! (?:work|base|list|side|services?|projects?|teams?|meetings?|relations\w*|portfolio|accounts?|facing)\b)"
OF_CLIENT = re.compile(rf"(?i)\b(?:my|our|the) client\b{NO_CLIENT}|retained")
# "I have a client who needs" "working on a Head Chef search for a members' club" "a Payroll Manager role with one of the mills"
FOR_SOMEBODY = re.compile(
    r"(?i)\b(?:(?:have|has|for) a|confidential) client\b|\b(?:a|one of (?:my|our)) client(?:s| of mine| of ours)\b|\bput you(?:r (?:resume|cv|name|profile))?\b[^.;\n]{0,20}\b(?:forward|in front of)\b|\bon their behalf\b|\b(?:search|role|position|vacancy|assignment|mandate)\b[^.;\n]{0,40}\b(?:for|with|at) (?:an?|one of)\b"
)


def is_agency(domain: str, messages: Sequence[Message], elsewhere: Sequence[Message] = ()) -> bool:
    """Does the organisation behind `domain` find people for others: by its name, or by speaking of a client?"""
    theirs = [m for m in messages if not m.outgoing and organisation(m.sender.email) == domain]
    names = [
        named(domain, theirs, elsewhere) or "",
        *(part for m in theirs for piece, _ in candidates(m) for part in re.split(r", | at | for ", piece) if fits(part, domain)),
    ]
    if any(AGENCY.search(name) for name in names):
        return True
    text = "\n".join(m.text for m in theirs)
    return bool(OF_CLIENT.search(text)) or (any(PERHAPS_AGENCY.search(name) for name in names) and bool(FOR_SOMEBODY.search(text)))
