"""Messages in, applications out: conversations, which of them make an application, which belong together, and what they say.

`applications` sees only messages dated at or before `now`. Events are computed only where a conversation belongs to an
application: a bank's "we are pleased to offer you" is no event of anything.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.core import evidence
from assistant.core.model import Application, Event, Kind, Me, Message, Question, Role, Settings
from assistant.core.naming import companies
from assistant.core.timeline import people
from assistant.core.timeline.conversations import conversations
from assistant.core.timeline.doubts import BAR, questions
from assistant.core.timeline.grouping import Group, groups
from assistant.core.timeline.interviews import interviews
from assistant.core.timeline.threads import Thread, is_usable, named_for_ever

__all__ = ["BAR", "applications", "understood"]

PREFERRED = (Role.SENT, Role.INBOX, Role.ARCHIVE, Role.TRASH, Role.DRAFTS)  # of copies of one message


@dataclass(frozen=True, slots=True)
class Understood:
    """The user's applications, the oldest first, and what we are not sure of."""

    applications: tuple[Application, ...]
    questions: tuple[Question, ...]


def applications(messages: Sequence[Message], me: Me, now: dt.datetime, settings: Settings) -> tuple[Application, ...]:
    """Return the user's applications as they stand at `now`, the oldest first."""
    return understood(messages, me, now, settings, {}).applications


def understood(messages: Sequence[Message], me: Me, now: dt.datetime, settings: Settings, answers: Mapping[str, bool]) -> Understood:
    """Return what the messages mean at `now`. `answers`: by the id of a conversation, whether the user says that it is about a job of theirs."""
    seen = [m for m in once(messages) if m.at <= now and is_usable(m)]
    own = frozenset(filter(None, (companies.organisation(a) for a in me.addresses)))
    organisations = companies.established(seen)
    providers, employers = (companies.domains(seen) | own) - organisations, own & organisations
    threads = [Thread(c, me, settings, providers, employers, answers) for c in conversations(seen, me)]
    mail = companies.by_organisation(seen)
    found, alone = groups(threads)
    made = tuple(application(g, me, now, settings, providers | employers, mail) for g in found)
    return Understood(made, questions(alone, made, frozenset(answers), now))


def once(messages: Sequence[Message]) -> list[Message]:
    """Return each message once: a copy in All Mail or the archive is the same message."""
    by_id: dict[str, Message] = {}
    for m in sorted(messages, key=lambda m: PREFERRED.index(m.role)):
        by_id.setdefault(m.id, m)
    return list(by_id.values())


def application(group: Group, me: Me, now: dt.datetime, settings: Settings, own: frozenset[str], mail: Mapping[str, list[Message]]) -> Application:
    """Return one application from its conversations. `mail`: everything that each organisation wrote, by its domain."""
    messages = tuple(group.messages)
    by_id = {m.id: m for m in messages}
    events = told(group)
    held = interviews(events, by_id, me, now, settings)
    company, agency = people.employer(group, me, own, mail)
    return Application(
        id=named_for_ever(messages[0].id),
        company=company,
        agency=agency,
        role=people.role(group),
        people=people.people(messages, held, me, bool(agency)),
        interviews=held,
        messages=messages,
        events=heard(events, group.anchor),
        sure=group.anchor.sure,
    )


def told(group: Group) -> tuple[Event, ...]:
    """Return what its messages say, in order of time; each is read knowing the time of the meeting that lies ahead of it."""
    events: list[Event] = []
    for said in sorted((s for t in group.threads for s in t.spoken), key=lambda s: (s.message.at, s.message.id)):
        fixed = [e.start for e in events if e.kind is Kind.SCHEDULED and e.start and e.start > said.message.at]
        events += evidence.events(replace(said, pending=fixed[-1] if fixed else None))
    return tuple(events)


def heard(events: tuple[Event, ...], anchor: Event) -> tuple[Event, ...]:
    """Return the events with the anchor among them, whose kind opens the application."""
    return (
        events
        if anchor in events
        else tuple(sorted((*events, replace(anchor, kind=Kind.APPLIED if anchor.kind is Kind.APPLIED else anchor.kind)), key=lambda e: e.at))
    )
