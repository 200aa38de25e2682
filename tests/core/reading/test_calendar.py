"""Invitations of all makes, good and broken."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from assistant.core.model import CalendarEvent, Method
from assistant.core.reading import zones
from assistant.core.reading.calendar import events
from tests.mail import invitation

TORONTO = ZoneInfo("America/Toronto")


def event(ics: str, method: str = "") -> CalendarEvent:
    return events(ics, method, TORONTO)[0]


def at(hour: int, minute: int = 0, *, day: int = 10, month: int = 3) -> dt.datetime:
    return dt.datetime(2026, month, day, hour, minute, tzinfo=dt.UTC)


def test_an_invitation_is_read_whole() -> None:
    found = event(
        invitation(
            sequence=2,
            summary="Interview\\, first round",
            attendees=(
                'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=accepted;CN="Okafor, Tom":mailto:Tom@Northwind.example',
                "ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@northwind.example",
                "ATTENDEE;CN=tom@northwind.example:mailto:tom@northwind.example",
                "ATTENDEE;CN=Somebody:invalid:nomail",
                "ATTENDEE;EMAIL=lee@northwind.example;CN=Lee:urn:uuid:1",
            ),
            more=(
                "LOCATION:Head Office\\; Room 4",
                "DESCRIPTION:First line\\nsecond \\\\ line",
                "STATUS:confirmed",
                "RECURRENCE-ID:20260310T150000Z",
                "BEGIN:VALARM",
                "SUMMARY:Alarm",
                "END:VALARM",
            ),
        )
    )
    assert (found.uid, found.sequence, found.method, found.status) == ("uid-1@calendar.example", 2, Method.REQUEST, "CONFIRMED")
    assert (found.summary, found.location, found.description) == ("Interview, first round", "Head Office; Room 4", "First line\nsecond \\ line")
    assert (found.start, found.end, found.all_day) == (at(15), at(15, 30), False)
    assert found.organizer is not None
    assert found.organizer.address.name == "Dana Reyes"
    assert [(guest.address.email, guest.address.name, guest.partstat, guest.room) for guest in found.attendees] == [
        ("tom@northwind.example", "Okafor, Tom", "ACCEPTED", False),
        ("room4@northwind.example", "Room 4", "", True),
        ("", "Somebody", "", False),
        ("lee@northwind.example", "Lee", "", False),
    ]
    assert found.recurrence_id == "20260310T150000Z"
    assert found.stamp_at == dt.datetime(2026, 3, 3, 12, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("start", "moment"),
    [
        ("DTSTART:20260310T150000Z", at(15)),
        ("DTSTART;TZID=America/Toronto:20260310T110000", at(15)),
        ("DTSTART;TZID=Eastern Standard Time:20260310T110000", at(15)),
        ('DTSTART;TZID="(UTC-05:00) Eastern Time (US & Canada)":20260310T110000', at(15)),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/America/Toronto:20260310T110000", at(15)),
        ("DTSTART;TZID=EST:20260310T110000", at(15)),
        ("DTSTART;TZID=GMT Standard Time:20260310T150000", at(15)),
        ("DTSTART;TZID=GMT-0500 nowhere:20260310T100000", at(15)),
        ("DTSTART;TZID=GMT+05:20260310T200000", at(15)),
        ("DTSTART;TZID=GMT+99:20260310T110000", at(15)),
        ("DTSTART;TZID=Nowhere/At All:20260310T110000", at(15)),  # the user's own zone
        ("DTSTART:20260310T110000", at(15)),
        ("DTSTART:2026-03-10T11:00:00-04:00", at(15)),
        ("DTSTART:20260310T1100", at(15)),
    ],
)
def test_a_time_is_read_in_the_zone_that_it_names(start: str, moment: dt.datetime) -> None:
    assert event(invitation(start=start, end="")).start == moment


def test_an_empty_timezone_block_under_windows_name_does_no_harm() -> None:
    ics = invitation(start="DTSTART;TZID=Pacific Standard Time:20260310T080000", end="DURATION:PT45M").replace(
        "BEGIN:VEVENT", "BEGIN:VTIMEZONE\r\nTZID:Pacific Standard Time\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT"
    )
    assert (event(ics).start, event(ics).end) == (at(15), at(15, 45))


OWN_ZONE = """BEGIN:VTIMEZONE
TZID:Our Office
BEGIN:STANDARD
DTSTART:16011104T020000
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010311T020000
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT"""


@pytest.mark.parametrize(
    ("local", "moment"),
    [("20260310T110000", at(15)), ("20260306T100000", at(15, day=6)), ("20261210T100000", at(15, day=10, month=12)), ("20260110T100000", at(15, month=1))],
)
def test_an_unknown_zone_is_computed_from_its_own_definition(local: str, moment: dt.datetime) -> None:
    ics = invitation(start=f"DTSTART;TZID=Our Office:{local}", end="").replace("BEGIN:VEVENT", OWN_ZONE)
    assert event(ics).start == moment


def shifted(half: str) -> dt.datetime | None:
    block = f"BEGIN:VTIMEZONE\nTZID:Ours\nBEGIN:STANDARD\n{half}\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT"
    return event(invitation(start="DTSTART;TZID=Ours:20260310T110000", end="").replace("BEGIN:VEVENT", block)).start


@pytest.mark.parametrize(
    ("half", "moment"),
    [
        ("DTSTART:19700101T000000\nTZOFFSETTO:+0100", at(10)),
        ("TZOFFSETTO:+0100", at(10)),
        ("DTSTART:20300101T000000\nTZOFFSETTO:+0100", at(10)),  # not begun yet, but the only one
        ("DTSTART:20301301T990000\nTZOFFSETTO:+0100", at(10)),
        ("DTSTART:19700101T000000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nTZOFFSETTO:+0100", at(10)),
        ("DTSTART:19700101T000000\nRRULE:FREQ=YEARLY;BYDAY=5SU;BYMONTH=2\nTZOFFSETTO:+0100", at(10)),
        ("DTSTART:20280101T000000\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=2\nTZOFFSETTO:+0100", at(10)),
        ("DTSTART:19700101T000000\nTZOFFSETTO:nonsense", at(15)),
        ("DTSTART:19700101T000000\nTZOFFSETTO:+9900", at(15)),
    ],
)
def test_a_poor_definition_gives_what_it_can(half: str, moment: dt.datetime) -> None:
    assert shifted(half) == moment


def test_the_first_years_of_the_calendar_do_no_harm() -> None:
    first = dt.datetime(1, 1, 1)  # noqa: DTZ001 - the clock on the wall
    half = zones.Observance(dt.timedelta(hours=1), first, 3, 1, 6)
    assert zones.aware(first, "Ours", {"Ours": (half,)}, TORONTO).utcoffset() == dt.timedelta(hours=1)


@pytest.mark.parametrize(
    ("end", "moment"),
    [
        ("", None),
        ("DURATION:PT1H", at(16)),
        ("DURATION:P1DT30M", at(15, 30, day=11)),
        ("DURATION:P1W", at(15, day=17)),
        ("DURATION:an hour", None),
        ("DTEND:20260310T140000Z", None),  # before its start
        ("DTEND:nonsense", None),
    ],
)
def test_an_end_is_given_or_computed_or_unknown(end: str, moment: dt.datetime | None) -> None:
    assert event(invitation(end=end)).end == moment


def test_an_all_day_event_begins_at_midnight_in_the_users_zone() -> None:
    found = event(invitation(start="DTSTART;VALUE=DATE:20260310", end=""))
    assert found.all_day
    assert (found.start, found.end) == (dt.datetime(2026, 3, 10, tzinfo=TORONTO), dt.datetime(2026, 3, 11, tzinfo=TORONTO))


@pytest.mark.parametrize("start", ["", "DTSTART:soon", "DTSTART:20261399T000000Z", "DTSTART:00010101T000000Z"])
def test_a_start_that_is_none_is_none(start: str) -> None:
    found = event(invitation(start=start))
    assert (found.start, found.end) == (None, None)


def test_the_method_stands_in_the_object_or_beside_it() -> None:
    ics = "BEGIN:VEVENT\nUID:1\nEND:VEVENT"
    assert event(ics).method is Method.PUBLISH
    assert event(ics, "cancel").method is Method.CANCEL
    assert event("METHOD:REPLY\n" + ics, "REQUEST").method is Method.REPLY


def test_folded_lines_and_missing_ends_and_noise_are_forgiven() -> None:
    found = event("junk without a colon\n folded\nBEGIN:VEVENT\nSUMMARY:Inter\n view\nitem1.SEQUENCE:x\nORGANIZER;CN=D^'R:MAILTO:d@x.example\n\nEND:OTHER\n:\n")
    assert (found.summary, found.sequence) == ("Interview", 0)
    assert found.organizer is not None
    assert found.organizer.address.name == 'D"R'
    assert found.organizer.address.email == "d@x.example"


def test_two_events_are_two() -> None:
    assert [found.uid for found in events(invitation(uid="a") + invitation(uid="b"), "", TORONTO)] == ["a", "b"]


def test_what_is_no_calendar_has_no_events() -> None:
    assert events("Hello Priya", "", TORONTO) == ()
    assert events(" \n\n", "", TORONTO) == ()
