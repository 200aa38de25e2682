"""Mail for the tests of the finders: what was said by whom, as a `Said`, and what one finder makes of it."""

import datetime as dt
from collections.abc import Iterator
from typing import Protocol
from zoneinfo import ZoneInfo

from assistant.core.evidence.said import Said, said
from assistant.core.model import Address, Attendee, Bounce, CalendarEvent, Event, Me, Message, Method, Role, Settings, Sort

NEW_YORK = ZoneInfo("America/New_York")
NOON = dt.datetime(2026, 3, 3, 12, 0, tzinfo=NEW_YORK)  # a Tuesday
TWO = dt.datetime(2026, 3, 5, 14, 0, tzinfo=NEW_YORK)
ROBIN = Address("robin@ashdown.example", "Robin Ashdown")
DANA = Address("dana.whitlock@alderbrook.example", "Dana Whitlock")
IMANI = Address("imani@alderbrook.example", "Imani Okoro")
ROOM = Address("room-4@alderbrook.example", "Room 4")
ME = Me(ROBIN.name, frozenset({ROBIN.email}))


class Finder(Protocol):
    """A file of evidence/."""

    def find(self, said: Said) -> Iterator[Event]: ...


def letter(
    text: str = "",
    *,
    by: Address = DANA,
    to: tuple[Address, ...] = (),
    sort: Sort = Sort.HUMAN,
    subject: str = "Hello",
    at: dt.datetime = NOON,
    forwarded: bool = False,
    calendar: tuple[CalendarEvent, ...] = (),
    bounce: Bounce | None = None,
) -> Message:
    """Return one mail, to the user or from them."""
    out = by is ROBIN
    whom = to or ((DANA,) if out else (ROBIN,))
    role = Role.SENT if out else Role.INBOX
    key = f"<{at:%d%H%M}@mail.example>"
    return Message(key, at, role, out, sort, by, whom, subject=subject, text=text, forwarded=forwarded, calendar=calendar, bounce=bounce)


def earlier(text: str, *, by: Address = DANA, sort: Sort = Sort.HUMAN, to: tuple[Address, ...] = ()) -> Message:
    """Return a mail of two hours before."""
    return letter(text, by=by, sort=sort, to=to, at=NOON - dt.timedelta(hours=2))


def spoken(message: Message, *before: Message) -> Said:
    """Return what a finder is given."""
    return said(message, ME, Settings(zone=NEW_YORK), before)


def found(finder: Finder, message: Message, *before: Message) -> list[Event]:
    """Return what one finder makes of a mail."""
    return list(finder.find(spoken(message, *before)))


def meeting(method: Method = Method.REQUEST, *, start: dt.datetime | None = TWO, status: str = "", summary: str = "Interview") -> CalendarEvent:
    """Return a calendar part: half an hour with Dana, in a room."""
    people = (Attendee(DANA), Attendee(ROBIN), Attendee(ROOM, room=True))
    return CalendarEvent("uid-1", 2, method, start, start and start + dt.timedelta(minutes=30), summary=summary, status=status, attendees=people)
