"""Invitations: iCalendar text in, events out (RFC 5545, RFC 5546).

Rules: what can be had of a broken object is had, so its lines are read one by one: the icalendar library refuses the
whole object for one empty VTIMEZONE, and remembers a zone from one message to the next. Times without a zone are in the
user's own. A series is its first event. Everything is bounded.
"""

import datetime as dt
import re
from zoneinfo import ZoneInfo

from assistant.core.model import Address, Attendee, CalendarEvent, Method
from assistant.core.reading import zones
from assistant.core.reading.contentlines import Line, blocks, fields, lines

MOST_EVENTS = 50
MOST_ATTENDEES = 300
LONGEST_DESCRIPTION = 20_000

_MOMENT = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2}):?(\d{2})?(?:\.\d{1,9})?\s?(Z|[+-]\d{2}:?\d{2})?)?", re.I)  # "20260310T100000Z"
_DURATION = re.compile(r"\+?P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?$", re.I)  # "PT45M"
_MAILTO = re.compile(r"(?:mailto:|smtp:)?\s{0,3}<?([^\s<>,;:\"]{1,250}@[^\s<>,;:\"]{1,250}?)>?$", re.I)  # "mailto:dana@northwind.example"
_ROOMS = {"ROOM", "RESOURCE"}
_NONE = Line("", (), "")


def events(text: str, method: str, zone: ZoneInfo) -> tuple[CalendarEvent, ...]:
    """Return the events of an iCalendar object; `method` counts where the object names none."""
    every = lines(text)
    said = next((line.value for line in every if line.name == "METHOD"), "") or method
    defined = zones.own(every)
    return tuple(_event(fields(block), _method(said), defined, zone) for block in blocks(every, "VEVENT")[:MOST_EVENTS])


def _method(said: str) -> Method:
    try:
        return Method(said.strip().upper())
    except ValueError:
        return Method.PUBLISH  # without a method it is only shown (RFC 5545 section 3.7.2)


def _event(block: list[Line], method: Method, defined: zones.Own, zone: ZoneInfo) -> CalendarEvent:
    named = {line.name: line for line in reversed(block)}  # the first of each name counts
    start = _moment(named.get("DTSTART", _NONE), defined, zone)
    all_day = start is not None and "T" not in named["DTSTART"].value.upper() and " " not in named["DTSTART"].value
    sequence = named.get("SEQUENCE", _NONE).value
    return CalendarEvent(
        uid=named.get("UID", _NONE).value[:1000],
        sequence=int(sequence) if re.fullmatch(r"[0-9]{1,9}", sequence) else 0,
        method=method,
        start=start,
        end=_end(start, named, all_day, defined, zone),
        summary=named.get("SUMMARY", _NONE).text()[:1000],
        description=named.get("DESCRIPTION", _NONE).text()[:LONGEST_DESCRIPTION],
        location=named.get("LOCATION", _NONE).text()[:2000],
        status=named.get("STATUS", _NONE).value.upper()[:40],
        organizer=_attendee(named["ORGANIZER"]) if "ORGANIZER" in named else None,
        attendees=tuple(_attendees(block)),
        stamp_at=_moment(named.get("DTSTAMP", _NONE), defined, zone),
        recurrence_id=named.get("RECURRENCE-ID", _NONE).value[:100],
        all_day=all_day,
    )


def _moment(line: Line, defined: zones.Own, zone: ZoneInfo) -> dt.datetime | None:
    """Return the moment of a DATE or DATE-TIME; a day is its midnight in the user's zone."""
    found = _MOMENT.match(line.value)
    if not found:
        return None
    year, month, day, hour, minute, second, mark = found.groups()
    try:
        naive = dt.datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), min(int(second or 0), 59))  # noqa: DTZ001 - the clock on the wall; its zone comes next
    except ValueError:
        return None
    if not 1970 <= naive.year < 2200:
        return None
    if mark:
        return naive.replace(tzinfo=dt.UTC if mark in "Zz" else dt.timezone(zones.offset(mark) or dt.timedelta()))
    return naive.replace(tzinfo=zone) if hour is None else zones.aware(naive, line.parameter("TZID"), defined, zone)


def _end(start: dt.datetime | None, named: dict[str, Line], all_day: bool, defined: zones.Own, zone: ZoneInfo) -> dt.datetime | None:
    """Return DTEND, else start and DURATION, else the end of the day of an all-day event, else None."""
    end = _moment(named.get("DTEND", _NONE), defined, zone)
    if end or not start:
        return end if end and start and end > start else None
    length = _duration(named.get("DURATION", _NONE).value)
    if not length and all_day:
        length = dt.timedelta(days=1)  # RFC 5545 section 3.6.1
    return start + length if length else None


def _duration(value: str) -> dt.timedelta | None:
    found = _DURATION.match(value.strip())
    if not found:
        return None
    weeks, days, hours, minutes, seconds = (int(number or 0) for number in found.groups())
    return dt.timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def _attendees(block: list[Line]) -> list[Attendee]:
    """Return the attendees, each address once, those without one by their name."""
    found: dict[str, Attendee] = {}
    for line in block:
        if line.name == "ATTENDEE" and len(found) < MOST_ATTENDEES:
            attendee = _attendee(line)
            found.setdefault(attendee.address.email or f"name {attendee.address.name}", attendee)
    return list(found.values())


def _is_another(sent_by: str, email: str) -> bool:
    sender = _MAILTO.match(sent_by.strip('" '))
    return bool(sender and sender[1].lower() != email)


def _attendee(line: Line) -> Attendee:
    inside = _MAILTO.match(line.value.strip()) or _MAILTO.match(line.parameter("EMAIL"))
    email = inside[1].lower() if inside else ""
    name = line.parameter("CN").strip("'\" ")
    return Attendee(
        address=Address(email=email, name="" if name.lower() == email else name),
        partstat=line.parameter("PARTSTAT").upper(),
        role=line.parameter("ROLE").upper(),
        room=line.parameter("CUTYPE").upper() in _ROOMS,
        represented=_is_another(line.parameter("SENT-BY"), email),
    )
