"""One application at one moment, and what its mail says about who wrote to whom.

Everything here is a question with a plain answer; what follows from the answers is decided in the files beside this one.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.core.days import at_hour, next_business_day
from assistant.core.identity import mark
from assistant.core.model import Address, Application, Entry, Event, Fate, Kind, Me, Message, Role, Settings, Sort, StepKind
from assistant.core.stage import Move

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")  # whatever the machine's language
_MACHINES = frozenset({Sort.AUTO_REPLY, Sort.BOUNCE, Sort.BULK})
_SENT = frozenset({Fate.SENT, Fate.SENT_EDITED})


@dataclass(frozen=True, slots=True)
class Case:
    """What the plan looks at."""

    application: Application
    me: Me
    now: dt.datetime
    settings: Settings
    ledger: tuple[Entry, ...]
    moves: tuple[Move, ...]


# ---------------------------------------------------------------- mail


def theirs(case: Case) -> list[Message]:
    """Return the human messages from their side, in order of time."""
    return [message for message in case.application.messages if not message.outgoing and message.sort is Sort.HUMAN]


def ours(case: Case) -> list[Message]:
    """Return the user's own mail to them, in order of time. A note to oneself and a draft are no such mail."""
    sent = (message for message in case.application.messages if message.outgoing and message.role is not Role.DRAFTS)
    return [message for message in sent if any(not case.me.wrote_from(to.email) for to in message.recipients)]


def found(case: Case, message_id: str) -> Message | None:
    """Return the application's message of that Message-ID; None for what the user told us."""
    return next((message for message in case.application.messages if message.id == message_id), None)


def conversation(case: Case, message_id: str) -> list[Message]:
    """Return the messages that are tied to this one by In-Reply-To and References, itself included, in order of time."""
    ties = {message.id: {message.id, message.in_reply_to, *message.references} - {""} for message in case.application.messages}
    tied: dict[str, list[str]] = {}  # each Message-ID, with the messages that name it
    for name, mentioned in ties.items():
        for other in mentioned:
            tied.setdefault(other, []).append(name)
    seen, waiting = {message_id}, [message_id]
    while waiting:
        at = waiting.pop()
        fresh = {*ties.get(at, ()), *tied.get(at, ())} - seen
        seen |= fresh
        waiting += fresh
    return [message for message in case.application.messages if message.id in seen]


def answered(messages: Iterable[Message], person: Address | None = None) -> str:
    """Return the newest message that a draft can answer: one on which `person` stands, where one is given. "" where there is none.

    Nobody answers an automatic reply or a bounce; the mail that caused it stands in the same conversation.
    """
    fit = [m for m in messages if m.sort not in _MACHINES and m.role is not Role.DRAFTS and (person is None or stands_on(m, person))]
    return fit[-1].id if fit else ""


# ---------------------------------------------------------------- people


def same(one: Address, other: Address) -> bool:
    """Is it one person: the same address, or the same full name under two? "Branagh, Theo" is Theo Branagh."""
    if one.email and one.email == other.email:
        return True
    words = _words(one.name)
    return len(words) > 1 and words == _words(other.name)


def stands_on(message: Message, person: Address) -> bool:
    """Does the person stand on it: sender, recipient, organizer or attendee, or in whose name a scheduler wrote (R1)?"""
    guests = [guest.address for event in message.calendar for guest in (*event.attendees, *((event.organizer,) if event.organizer else ()))]
    behalf = (message.on_behalf,) if message.on_behalf else ()
    return any(same(person, other) for other in (message.sender, *behalf, *message.reply_to, *message.recipients, *guests))


def writer(message: Message) -> Address:
    """Return where an answer to this human message goes: its sender, or the Reply-To where nobody reads the sender's address."""
    return message.reply_to[0] if message.no_reply and message.reply_to else message.sender


def reachable(case: Case, person: Address | None) -> bool:
    """Can this person be written to: a known address that mail reaches and that somebody reads (R9, R11)?"""
    if person is None or not person.email or case.me.wrote_from(person.email):
        return False
    unread = {message.sender.email for message in case.application.messages if message.no_reply}
    return person.email not in unread and not bounced(case, person)


def bounced(case: Case, person: Address) -> bool:
    """Did mail to this address come back (R9)?"""
    return any(person.email == lost.email for event in said(case, Kind.BOUNCED) for lost in event.people)


def last_writer(case: Case) -> Message | None:
    """Return the newest message of a human on their side who can be written to."""
    return next((message for message in reversed(theirs(case)) if reachable(case, writer(message))), None)


def successor(case: Case, person: Address) -> Address:
    """Return whom to write to instead: the person's automatic reply may name somebody, for ever (R9). A chain is followed."""
    for _ in range(5):  # two who point at each other must not turn for ever
        replies = [event for event in said(case, Kind.AUTO_REPLY) if event.people and _wrote(case, event, person)]
        if not replies or same(replies[-1].people[0], person):
            return person
        person = replies[-1].people[0]
    return person


def away_until(case: Case, person: Address) -> dt.date | None:
    """Return the day of return that the person's newest automatic reply with one gives (R9)."""
    days = [event.day for event in said(case, Kind.AUTO_REPLY) if event.day and _wrote(case, event, person)]
    return days[-1] if days else None


def with_name(case: Case, person: Address) -> Address:
    """Return the address with the person's name, where any mail shows it."""
    if person.name:
        return person
    known = [Address(p.email, p.name) for p in case.application.people]
    shown = [other for message in case.application.messages for other in (message.sender, *message.recipients)]
    return next((other for other in (*known, *shown) if other.email == person.email and other.name), person)


def called(person: Address) -> str:
    """Return what to call somebody in a sentence to the user."""
    return person.name or person.email


def _wrote(case: Case, event: Event, person: Address) -> bool:
    message = found(case, event.message)
    return message is not None and same(message.sender, person)


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.casefold()))  # "Branagh, Theo"


# ---------------------------------------------------------------- events, drafts, days


def said(case: Case, kind: Kind) -> list[Event]:
    """Return the events of this kind, in order of time."""
    return [event for event in case.application.events if event.kind is kind]


def may_not_write(case: Case) -> Event | None:
    """Return the event that forbids any draft ("please do not follow up", R11), until they ask for something or fix a time after it."""
    welcomes = {Kind.INVITED, Kind.SCHEDULED, Kind.ASKED, Kind.CONTACT, Kind.REOPENED}
    for move in reversed(case.moves):
        if Kind.DO_NOT_WRITE in move.kinds:
            return next(event for event in move.events if event.kind is Kind.DO_NOT_WRITE)
        if move.human and move.kinds & welcomes:
            return None
    return None


def key(kind: StepKind, *parts: str) -> str:
    """Return a step's name for ever. Calendar UIDs and Message-IDs come from strangers: no space or line break of theirs gets in."""
    return "|".join([kind.value, *("".join(part.split()) for part in parts)])


def declined(case: Case, step: str) -> bool:
    """Did the user delete this step's draft? That is a no for ever."""
    return any(entry.key == step and entry.fate is Fate.DELETED for entry in case.ledger)


def sent_at(case: Case, step: str) -> dt.datetime | None:
    """Return when the user sent this step's draft, by its own header in Sent or by the ledger."""
    ids = {entry.message_id for entry in case.ledger if entry.key == step and entry.fate in _SENT}
    seen = [m.at for m in ours(case) if m.id in ids or mark(m.draft_key).key == step]
    listed = [entry.at for entry in case.ledger if entry.key == step and entry.fate in _SENT]
    return max(seen or listed, default=None)


def local(case: Case, at: dt.datetime) -> dt.datetime:
    """Return the moment by the user's clock: days are counted there."""
    return at.astimezone(case.settings.zone)


def morning(case: Case, day: dt.date) -> dt.datetime:
    """Return the check-in hour of the first business day from `day` on."""
    settings = case.settings
    return at_hour(next_business_day(day, settings.country, settings.region), settings.check_in_hour, settings.zone)


def spelled(day: dt.date) -> str:
    """Return "24 Feb"."""
    return f"{day.day} {_MONTHS[day.month - 1]}"
