"""The corpus's files in, labelled lines out; and what the finders make of a line."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from zoneinfo import ZoneInfo

from assistant.core.evidence import absence, applied, asked, checked_in, contact, held, invited, offered, on_hold, promise, rejected, said, scheduled, withdrawn
from assistant.core.model import Address, Event, Kind, Me, Message, Role, Settings, Sort

HERE = Path(__file__).parent
HELD_OUT = HERE / "held_out"
FRESH = HERE / "fresh"
NEW_YORK = ZoneInfo("America/New_York")
NOON = dt.datetime(2026, 3, 3, 12, 0, tzinfo=NEW_YORK)
SETTINGS = Settings(zone=NEW_YORK)

ROBIN = Address("robin@ashdown.example", "Robin Ashdown")
DANA = Address("dana.whitlock@alderbrook.example", "Dana Whitlock")
MACHINE = Address("no-reply@alderbrook.example", "Alderbrook")
ME = Me(ROBIN.name, frozenset({ROBIN.email}))
WRITTEN = "Hello Robin."  # the mail that the user's own answers, where the line names no other
WRITERS = {"them": (DANA, Sort.HUMAN), "a machine": (MACHINE, Sort.AUTOMATIC), "an absence": (DANA, Sort.AUTO_REPLY), "the user": (ROBIN, Sort.HUMAN)}

FINDERS: dict[Kind, ModuleType] = {
    Kind.APPLIED: applied,
    Kind.APPROACHED: applied,
    Kind.ASKED: asked,
    Kind.AUTO_REPLY: absence,
    Kind.CALLS_WELCOME: contact,
    Kind.CANCELLED: scheduled,
    Kind.CHECKED_IN: checked_in,
    Kind.CONTACT: contact,
    Kind.DO_NOT_WRITE: contact,
    Kind.HELD: held,
    Kind.INVITED: invited,
    Kind.NOT_HELD: held,
    Kind.NO_CALLS: contact,
    Kind.OFFERED: offered,
    Kind.ON_HOLD: on_hold,
    Kind.PROMISE: promise,
    Kind.REJECTED: rejected,
    Kind.REOPENED: on_hold,
    Kind.SCHEDULED: scheduled,
    Kind.THANKED: held,
    Kind.TIMING: promise,
    Kind.WITHDRAWN: withdrawn,
}

HEADING = re.compile(r"\[(not )?(\w+), from (them|a machine|an absence|the user)\]")


@dataclass(frozen=True)
class Line:
    """One sentence, and what it says: a `kind` that is so, or that it only looks like. `names`: what the event must name, None where that is left open."""

    kind: Kind
    so: bool
    writer: str
    text: str
    before: str = ""
    names: str | None = None


def lines(folder: Path) -> Iterator[Line]:
    """Yield the labelled lines of `folder`, its own files only."""
    for path in sorted(folder.glob("*.txt")):
        heading: re.Match[str] | None = None
        for row in path.read_text("utf-8").splitlines():
            if row.startswith("["):
                heading = HEADING.fullmatch(row)
                assert heading, f"{path.name}: no heading of ours: {row}"
            elif row and not row.startswith("#"):
                assert heading, f"{path.name}: a sentence before any heading: {row}"
                yield line(heading, row)


def line(heading: re.Match[str], row: str) -> Line:
    """Return one row under its heading."""
    rest, arrow, names = row.partition(" ->")
    before, _, text = rest.rpartition(" >> ")
    return Line(Kind(heading[2]), not heading[1], heading[3], text, before, names.strip() if arrow else None)


def found(labelled: Line) -> tuple[Event, ...]:
    """Return the events of the line's kind that its finder gives."""
    writer, sort = WRITERS[labelled.writer]
    mail = message(labelled.text, writer, sort, NOON, "<now@mail.example>")
    other = DANA if writer is ROBIN else ROBIN
    earlier = labelled.before or (WRITTEN if writer is ROBIN else "")
    before = (message(earlier, other, Sort.HUMAN, NOON - dt.timedelta(hours=2), "<before@mail.example>"),) if earlier else ()
    return tuple(e for e in FINDERS[labelled.kind].find(said(mail, ME, SETTINGS, before)) if e.kind is labelled.kind)


def message(text: str, writer: Address, sort: Sort, at: dt.datetime, key: str) -> Message:
    """Return a mail with nothing but its words."""
    out = writer is ROBIN
    role, to = (Role.SENT, DANA) if out else (Role.INBOX, ROBIN)
    return Message(key, at, role, out, sort, writer, (to,), subject="Hello", text=text, no_reply=sort is Sort.AUTOMATIC)


def is_right(labelled: Line) -> bool:
    """Do the finders say what the label says?"""
    events = found(labelled)
    if not labelled.so:
        return not events
    return any(labelled.names is None or labelled.names == named(event) for event in events)


def named(event: Event) -> str:
    """Return the day, time or address that an event names, as the corpus writes it."""
    if event.start:
        return f"{event.start.astimezone(NEW_YORK):%Y-%m-%d %H:%M}"
    return str(event.day) if event.day else " ".join(person.email for person in event.people)
