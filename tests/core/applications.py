"""Applications for tests: letters and interviews in, what the plan makes of them at a moment out.

Times are written "2026-03-06 14:00" and stand in Toronto, where Priya lives. `look` sees only what had come by then, and an interview
stands as the timeline would have it: ahead until its end, held after it, unless the test says otherwise.
"""

import datetime as dt
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from assistant.core.model import (
    Address,
    Application,
    Entry,
    Event,
    Fate,
    Interview,
    Kind,
    Me,
    Message,
    Person,
    Role,
    Settings,
    Sort,
    Standing,
    Status,
)
from assistant.core.plan import status

TORONTO = ZoneInfo("America/Toronto")
SETTINGS = Settings(zone=TORONTO, country="CA", region="ON")
ME = Me("Priya Natarajan", frozenset({"priya@mail.example"}))

PRIYA = Address("priya@mail.example", "Priya Natarajan")
DANA = Address("dana@northwind.example", "Dana Reyes")
TOM = Address("tom@northwind.example", "Tom Okafor")
MARIA = Address("maria@northwind.example", "Maria Lund")
SYSTEM = Address("no-reply@hiring.example", "Northwind Hiring")


@dataclass(frozen=True, slots=True)
class Letter:
    """A message and what it says."""

    message: Message
    events: tuple[Event, ...]


def at(when: str) -> dt.datetime:
    """Return "2026-03-06 14:00" as a moment in Toronto."""
    return dt.datetime.fromisoformat(when).replace(tzinfo=TORONTO)


def day(when: str) -> dt.date:
    """Return "2026-03-06" as a day."""
    return dt.date.fromisoformat(when)


def say(kind: Kind, *, on: str = "", start: str = "", people: tuple[Address, ...] = ()) -> Event:
    """Return what a letter says; the letter fills in when, and in which message."""
    times = {"day": day(on) if on else None, "start": at(start) if start else None}
    return Event(kind, at("2026-01-01 00:00"), "", f"the words of {kind.value}", "test", people=people, **times)  # type: ignore[arg-type]  # the fields are the model's own


def theirs(name: str, when: str, *said: Kind | Event, frm: Address = DANA, re: str = "", **more: object) -> Letter:
    """Return a human message from their side, or of another `sort`; `re` is the message that it answers."""
    made = Message(name, at(when), Role.INBOX, False, Sort.HUMAN, frm, to=(PRIYA,), in_reply_to=re, references=(re,) if re else ())
    return _letter(replace(made, **more), said)  # type: ignore[arg-type]  # the fields are the model's own


def system(name: str, when: str, *said: Kind | Event, re: str = "", **more: object) -> Letter:
    """Return a message that a hiring system wrote."""
    return theirs(name, when, *said, **{"frm": SYSTEM, "re": re, "sort": Sort.AUTOMATIC, "no_reply": True, **more})  # type: ignore[arg-type]  # the fields are the model's own


def ours(name: str, when: str, *said: Kind | Event, to: tuple[Address, ...] = (DANA,), re: str = "", **more: object) -> Letter:
    """Return a message that the user wrote."""
    made = Message(name, at(when), Role.SENT, True, Sort.HUMAN, PRIYA, to=to, in_reply_to=re, references=(re,) if re else ())
    return _letter(replace(made, **more), said)  # type: ignore[arg-type]  # the fields are the model's own


def away(name: str, when: str, *, back: str = "", instead: tuple[Address, ...] = (), frm: Address = DANA, re: str = "") -> Letter:
    """Return an automatic reply."""
    return theirs(name, when, say(Kind.AUTO_REPLY, on=back, people=instead), frm=frm, re=re, sort=Sort.AUTO_REPLY)


def told(when: str, said: Event) -> Event:
    """Return what the user told us was said aloud: it stands in no message."""
    return replace(said, at=at(when), message="")


def talk(
    start: str,
    *people: Address,
    minutes: int = 60,
    key: str = "uid-1",
    standing: Standing | None = None,
    arranger: Address | None = DANA,
    message: str = "m1",
) -> Interview:
    """Return an interview; how it stands is left to `look`, unless given."""
    begins = at(start)
    ends = begins + dt.timedelta(minutes=minutes)
    return Interview(begins, ends, standing or Standing.SCHEDULED, people, arranger, message, uid="fixed" if standing else "", key=key)


def application(now: str, *parts: Letter | Event, interviews: tuple[Interview, ...] = (), people: tuple[Person, ...] = ()) -> Application:
    """Return the application as it was known at `now`."""
    moment = at(now)
    letters = sorted((part for part in parts if isinstance(part, Letter) and part.message.at <= moment), key=lambda letter: letter.message.at)
    alone = [part for part in parts if isinstance(part, Event) and part.at <= moment]
    events = sorted([*(event for letter in letters for event in letter.events), *alone], key=lambda event: event.at)
    standing = tuple(_standing(interview, moment) for interview in interviews)
    return Application("a1", "Northwind Health", None, "Data Analyst", people, standing, tuple(x.message for x in letters), tuple(events))


def look(
    now: str,
    *parts: Letter | Event,
    interviews: tuple[Interview, ...] = (),
    people: tuple[Person, ...] = (),
    settings: Settings = SETTINGS,
    ledger: tuple[Entry, ...] = (),
    keep_in_touch: bool = False,
) -> Status:
    """Return the status at `now`."""
    seen = application(now, *parts, interviews=interviews, people=people)
    return status(seen, ME, at(now), settings, ledger, keep_in_touch_wanted=keep_in_touch)


def entry(key: str, fate: Fate, *, when: str = "2026-03-01 12:00", name: str = "<draft@mail.example>") -> Entry:
    """Return a line of the ledger."""
    return Entry(key, name, "digest", fate, at(when))


def _letter(message: Message, said: tuple[Kind | Event, ...]) -> Letter:
    events = (say(each) if isinstance(each, Kind) else each for each in said)
    return Letter(message, tuple(replace(event, at=message.at, message=message.id) for event in events))


def _standing(interview: Interview, now: dt.datetime) -> Interview:
    if interview.uid == "fixed":
        return interview
    return replace(interview, standing=Standing.HELD if interview.end <= now else Standing.SCHEDULED)
