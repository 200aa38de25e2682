"""What an application's mails show of one person: their fullest name, and the letters between them and the user.

Rules: a name counts only where it is written down: as a display name, or as "Ivo Quist" in a mail where the address is
ivo.quist@ or iquist@. Nothing is made of an address alone.
"""

import re
from collections.abc import Iterator

from assistant.core.compose.names import bare, folded, words
from assistant.core.model import Address, Application, Message, Sort

LONGEST_TEXT = 6000

# "Ivo Quist (our controller)", "- Hae-won Cho, staff engineer"
FULL_NAME = re.compile(r"(?=\b([A-ZÀ-ÖØ-Þ][\w'’-]{1,30}) ([A-ZÀ-ÖØ-Þ][\w'’-]{1,30})\b)")


def shown_name(to: Address, application: Application) -> str:
    """The fullest name under which this address appears; "" where none is written."""
    seen = [to.name] + [p.name for p in application.people if p.email == to.email]
    seen += [a.name for i in application.interviews for a in i.people if a.email == to.email]
    seen += [a.name for m in application.messages for a in addresses(m) if a.email == to.email]
    shown = max((s for s in seen if "@" not in s), key=lambda s: len(words(bare(s))), default="")
    return shown if words(bare(shown)) and not is_local_part(shown, to) else written_name(to, application)


def addresses(message: Message) -> Iterator[Address]:
    """Everybody on a message, its invitations included."""
    yield from (message.sender, *message.recipients, *message.reply_to)
    for event in message.calendar:
        yield from (a.address for a in (*event.attendees, *((event.organizer,) if event.organizer else ())))


def is_local_part(shown: str, to: Address) -> bool:
    """Is the "name" only the part before the @ ("tokafor")?"""
    local = to.email.partition("@")[0]
    return shown == shown.lower() and bare(shown) in {local, local.replace(".", " ")}


def written_name(to: Address, application: Application) -> str:
    """The name in their mails that this address is made of: "Ivo Quist" for iquist@; "" where none or several fit."""
    local = re.sub(r"[^a-z]", "", folded(to.email.partition("@")[0].partition("+")[0]))
    texts = (t for m in application.messages if not m.outgoing for t in (m.text, m.signature, *(e.description for e in m.calendar)))
    fitting = {f"{f[1]} {f[2]}" for t in texts for f in FULL_NAME.finditer(t[:LONGEST_TEXT]) if local in spellings(f[1], f[2])}
    return fitting.pop() if len(fitting) == 1 else ""


def spellings(first: str, last: str) -> set[str]:
    """The local parts that a firm makes of a name, without their dots."""
    one, two = (re.sub(r"[^a-z]", "", folded(w)) for w in (first, last))
    initials = "".join(folded(part)[:1] for part in re.split(r"[-'’]", last))
    return {one, one + two, one[:1] + two, one + initials, two + one, two + one[:1], two}


def firms(application: Application) -> tuple[str, ...]:
    """The names that are firms', not people's."""
    return tuple(f for f in (application.company, application.agency) if f)


def letters_to(to: Address, application: Application) -> Iterator[Message]:
    """The user's mails on which this person stands, newest first."""
    return (m for m in reversed(application.messages) if m.outgoing and any(a.email == to.email for a in m.recipients))


def letters_from(to: Address, application: Application) -> Iterator[Message]:
    """This person's own mails, newest first."""
    return (m for m in reversed(application.messages) if not m.outgoing and m.sender.email == to.email and m.sort is Sort.HUMAN)
