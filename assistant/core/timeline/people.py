"""An application's messages in; its people with their part, its employer, agency and role out."""

import re
from collections.abc import Mapping

from assistant.core.model import Address, Interview, Me, Message, Part, Person, Sort
from assistant.core.naming import companies, systems
from assistant.core.naming.agencies import is_agency
from assistant.core.naming.roles import Mention, head, key_words, same_role
from assistant.core.reading.services import is_machine
from assistant.core.timeline.grouping import Group
from assistant.core.timeline.interviews import ARRANGES, MAILBOX

RECRUITS = re.compile(
    r"(?i)\b(?:recruit\w*|talent|hr\b|human resources|people (?:partner|ops|operations|team|& culture)|head of people|resourcing|staffing|search|sourcer|consultant|hiring)\b"
)


def people(messages: tuple[Message, ...], interviews: tuple[Interview, ...], me: Me, agency: bool) -> tuple[Person, ...]:
    """Return everybody on their side with an address, in the order in which they appear."""
    names: dict[str, str] = {}
    titles: dict[str, str] = {}
    for m in messages:
        for a in everybody(m):
            if a.email and not me.wrote_from(a.email) and not is_machine(a.email) and m.sort not in (Sort.BULK, Sort.BOUNCE):
                names[a.email] = names.get(a.email) or shown(a.name)
        if not m.outgoing and m.sort is Sort.HUMAN:
            titles[m.sender.email] = titles.get(m.sender.email, "") + "\n" + m.signature
    meets = {p.email: p for i in interviews for p in i.people}
    for email, p in meets.items():
        names.setdefault(email, shown(p.name))
    return tuple(Person(name, email, part(email, titles.get(email, ""), set(meets), agency)) for email, name in names.items())


def everybody(m: Message) -> list[Address]:
    """Return the addresses on a message, of calendar parts too, rooms left out."""
    guests = [a.address for e in m.calendar for a in (*e.attendees, *((e.organizer,) if e.organizer else ())) if not a.room]
    rooms = {a.address.email for e in m.calendar for a in e.attendees if a.room}
    return [a for a in (m.sender, *m.recipients, *guests) if a.email not in rooms]


def shown(name: str) -> str:
    """Return a display name; an address in its place is none."""
    return "" if "@" in name else name.strip("'\" ")


def part(email: str, title: str, meets: set[str], agency: bool) -> Part:
    """Return what a person does, by what they are met for and how they sign."""
    if email in meets:
        return Part.INTERVIEWER
    if ARRANGES.search(title) or MAILBOX.match(email):
        return Part.COORDINATOR
    if RECRUITS.search(title) or agency:
        return Part.RECRUITER
    return Part.CONTACT


def role(group: Group) -> str | None:
    """Return the role as the employer words it: of all titles named, the weightiest family, and in it the best wording."""
    families = alike([x for t in group.threads for x in t.roles])
    if not families:
        return None
    family = max(families, key=lambda f: sum(x.weight for x in f))
    weights: dict[str, float] = {}
    for x in family:
        weights[x.title] = weights.get(x.title, 0) + x.weight
    best = max(family, key=lambda x: (min(weights[x.title], 12.0) + 0.8 * min(len(key_words(x.title)), 4), x.weight))
    return without_employer(best.title, group)


def alike(titles: list[Mention]) -> list[list[Mention]]:
    """Return the titles in families of what can be one role."""
    families: list[list[Mention]] = []
    for mention in titles:
        home = next((f for f in families if same_role(f[0].title, mention.title)), None)
        if home is None:
            families.append([mention])
        else:
            home.append(mention)
    return families


def without_employer(title: str, group: Group) -> str:
    """Return a title without the employer's name behind it ("Box Office Manager, Copperline Theater")."""
    before, comma, after = title.rpartition(", ")
    firm = comma and (companies.squashed(after) == companies.squashed(group.company or "") or any(companies.fits(after, d) for d in group.organisations))
    return before if firm else title


def employer(group: Group, me: Me, own: frozenset[str], mail: Mapping[str, list[Message]]) -> tuple[str | None, str | None]:
    """Return the employer and the agency, each None where unknown. `mail`: everything that each organisation wrote, by its domain."""
    messages = group.messages
    domains = ranked(messages, me, own)
    agencies = [d for d in domains if is_agency(d, messages, mail.get(d, ()))]
    firms = [d for d in domains if d not in agencies]
    agency = companies.named(agencies[0], messages, mail.get(agencies[0], ())) if agencies else None
    if firms:
        return companies.named(firms[0], messages, mail.get(firms[0], ())), agency
    acknowledged = next((c for m in messages if m.sort is Sort.AUTOMATIC and not m.outgoing and (c := systems.acknowledging(m))), None)
    if acknowledged and agencies and companies.fits(acknowledged, agencies[0]):
        acknowledged = None
    if acknowledged or not agencies:
        return acknowledged or introduced(messages), agency
    return client(messages), agency


def ranked(messages: list[Message], me: Me, own: frozenset[str]) -> list[str]:
    """Return the organisations of those who write or are met, the most frequent first."""
    counts: dict[str, int] = {}
    relays = {m.sender.email for m in messages if systems.is_relay(m)}
    for m in messages:
        if m.sort in (Sort.BULK, Sort.BOUNCE):
            continue
        for a in everybody(m):
            domain = "" if me.wrote_from(a.email) or a.email in relays else companies.organisation(a.email)
            if domain and domain not in own:
                counts[domain] = counts.get(domain, 0) + (3 if a.email == m.sender.email else 1)
    return sorted(counts, key=lambda d: (-counts[d], d))


# "hey its rosa from fogata" "this is Marco, Rosa's partner at Fogata"
FROM = re.compile(
    r"(?i)\b(?:it['’]?s|this is|i['’]?m|im|i am|my name is|name['’]s|here is|partner|owner|manager|chef|head)\b[^.!?\n]{0,30}?\b(?:from|at|with|of) (?:the )?(?P<word>[a-z][\w'’&-]{3,30})"
)


def introduced(messages: list[Message]) -> str | None:
    """Return the employer that people with free mail say that they are from, as the mail writes its name."""
    for m in messages:
        found = FROM.search(m.text) if not m.outgoing and m.sort is Sort.HUMAN else None
        if found:
            text = "\n".join(f"{x.subject}\n{x.text}" for x in messages)
            full = re.search(rf"\b((?:[A-Z][\w'’&]+ ){{0,3}}{re.escape(found['word'].capitalize())}(?: [A-Z][\w'’&]+){{0,2}})\b", text)
            return full[1] if full else None
    return next((name for m in messages if not m.outgoing and m.sort is Sort.HUMAN and (name := signed(m))), None)


# "Talent Partner, Ferrant Labs" "Owner | The Brass Rail"
POST = re.compile(rf"^(?P<post>[A-Z][\w &/'’-]{{2,40}}?)(?:, | \| | at | - | – )(?P<company>{companies.COMPANY})$")


def signed(m: Message) -> str | None:
    """Return the employer that a signature names behind the writer's own post."""
    lines = [POST.match(line.strip()) for line in m.signature.splitlines()]
    return next((found["company"] for found in lines if found and (head(found["post"]) or RECRUITS.search(found["post"])) and not head(found["company"])), None)


# "I put your resume in front of Barrow Winslow yesterday" "the role is with Northwind Health" "my client, Northwind Health,"
CLIENT = re.compile(
    rf"(?:in front of|the role is (?:with|at)|position (?:with|at)|role (?:with|at)|[Mm]y client,|[Oo]ur client,|client is|(?:working|partnering|partnered|engaged) (?:with|by)|recruiting on behalf of|on behalf of|interview with|recruiting for|hiring for) (?P<company>{companies.COMPANY})"
)


def client(messages: list[Message]) -> str | None:
    """Return the employer that a recruiter names; None where it stays hidden."""
    for m in messages:
        found = CLIENT.search(m.text) if not m.outgoing and m.sort is Sort.HUMAN else None
        if found and not re.match(r"(?:The|A|An|Me|Us|You|Our|My|Their|His|Her|Mr|Ms|Mrs|Dr|[A-Z]\w+ (?:and|&) [A-Z]\w+$)\b", found["company"]):
            return found["company"].strip(" .,")
    return None
