"""Times and days as people write them in a hurry: British dots, American figures without a colon, short names of days, "our time"."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from assistant.core.model import Settings
from assistant.core.reading.dates import Moment, moments, periods

LEEDS = Settings(zone=ZoneInfo("Europe/London"), country="GB", region="ENG")
OMAHA = Settings(zone=ZoneInfo("America/Chicago"), country="US", region="NE")
RENO = Settings(zone=ZoneInfo("America/Los_Angeles"), country="US", region="NV")
PERTH = Settings(zone=ZoneInfo("Australia/Perth"), country="AU", region="WA")
WEDNESDAY = dt.datetime(2026, 3, 11, 10, 30)


def shown(moment: Moment) -> str:
    """Return "03-12 14:00", "03-12 14:00-15:00", with "~" before a window."""
    end = f"-{moment.end:%H:%M}" if moment.end else ""
    return f"{'~' if moment.open else ''}{moment.start:%m-%d %H:%M}{end}"


def found(text: str, settings: Settings, at: dt.datetime = WEDNESDAY, day: dt.date | None = None) -> list[str]:
    written = at if at.tzinfo else at.replace(tzinfo=settings.zone)
    return [shown(one) for one in moments(text, written, settings, day=day)]


def last_days(text: str, settings: Settings, at: dt.datetime = WEDNESDAY) -> list[str]:
    return [str(one.last) for one in periods(text, at.replace(tzinfo=settings.zone), settings)]


BRITISH = [
    ("9.20 Thursday would suit me.", ["03-12 09:20"]),
    ("3.45 on the 17th, in the small kitchen.", ["03-17 15:45"]),
    ("Thursday 9.20, then.", ["03-12 09:20"]),
    ("Friday the 20th, 2.15 for half an hour", ["03-20 14:15"]),
    ("Thursday is free for us. We've got 9.50, 10.40 or five past three.", ["03-12 09:50", "03-12 10:40", "03-12 15:05"]),
    ("Can you do Monday? I could offer 8.45 or 4.15.", ["03-16 08:45", "03-16 16:15"]),
    ("Come on Monday, half nine.", ["03-16 09:30"]),
    ("Half two on Tuesday, then?", ["03-17 14:30"]),
    ("Monday half eleven is good", ["03-16 11:30"]),
    ("ten to four Monday", ["03-16 15:50"]),
    ("See you this arvo at 3", ["03-11 15:00"]),
    ("tomoz at 3", ["03-12 15:00"]),
    ("8 tonight", ["03-11 20:00"]),
]


@pytest.mark.parametrize(("text", "expected"), BRITISH)
def test_british_times(text: str, expected: list[str]) -> None:
    assert found(text, LEEDS) == expected


def test_a_dotted_time_takes_the_day_of_its_context() -> None:
    day = dt.date(2026, 3, 13)
    assert found("The last one please, 10.40.", LEEDS, day=day) == ["03-13 10:40"]
    assert found("The last one please, 10.40.", PERTH, day=day) == ["03-13 10:40"]
    assert found("The last one please, 10.40.", OMAHA, day=day) == []


AMERICAN = [
    ("MONDAY 330PM WORKS.", ["03-16 15:30"]),
    ("swing by thurs 11am", ["03-12 11:00"]),
    ("11 thurs I'll be there.", ["03-12 11:00"]),
    ("Tuesday 9 at the loading dock.", ["03-17 09:00"]),
    ("fri 3p ok", ["03-13 15:00"]),
    ("sat 10a?", ["03-14 10:00"]),
    ("1-145 tues", ["03-17 13:00-13:45"]),
    ("tues @4", ["03-17 16:00"]),
    ("330 on Monday", ["03-16 15:30"]),
    ("Friday 1030 then", ["03-13 10:30"]),
    ("let's do 1:15 weds", ["03-18 13:15"]),
    ("10:30am fri", ["03-13 10:30"]),
    ("tmw at 4", ["03-12 16:00"]),
    ("2nite at 8", ["03-11 20:00"]),
    ("see you sat 10", ["03-14 10:00"]),
    ("sun, noon?", ["03-15 12:00"]),
    ("mon at 9, tues at 10", ["03-16 09:00", "03-17 10:00"]),
]


@pytest.mark.parametrize(("text", "expected"), AMERICAN)
def test_american_times(text: str, expected: list[str]) -> None:
    assert found(text, OMAHA) == expected


def test_a_number_after_a_weekday_is_its_date_where_they_fit_and_lie_ahead() -> None:
    assert found("Monday 9 at the dock.", OMAHA, dt.datetime(2026, 3, 4, 9)) == []
    assert last_days("Monday 9 at the dock.", OMAHA, dt.datetime(2026, 3, 4, 9)) == ["2026-03-09"]
    assert found("Monday 9 at the dock.", OMAHA, dt.datetime(2026, 3, 11, 9)) == ["03-16 09:00"]
    assert last_days("We met on Monday 9 at the dock.", OMAHA, dt.datetime(2026, 3, 11, 9)) == ["2026-03-09"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("a week on Tuesday the 24th", "2026-03-24"),
        ("a week on tues 24th", "2026-03-24"),
        ("a week from Friday the 20th", "2026-03-20"),
        ("a week from Friday the 13th", "2026-03-20"),
        ("Friday week, the 20th", "2026-03-20"),
        ("Friday week (the 20th)", "2026-03-20"),
        ("Friday next week, the 20th", "2026-03-20"),
        ("Friday next week, the 2nd interview", "2026-03-20"),
        ("next week on Thursday the 19th", "2026-03-19"),
    ],
)
def test_the_number_of_a_weekday_says_which_one(text: str, last: str) -> None:
    assert last_days(text, LEEDS) == [last]


IN_NEW_YORK = dt.datetime(2026, 3, 4, 15, 41, tzinfo=dt.timezone(dt.timedelta(hours=-5)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He can do 2:00 to 2:30 on Tuesday the 10th, our time.", "03-10 11:00-11:30"),
        ("Thursday at 2, our time", "03-05 11:00"),
        ("2 my time on Tuesday", "03-10 11:00"),
        ("Tuesday at 2pm here, if that suits", "03-10 11:00"),
        ("Tuesday at 2pm our end", "03-10 11:00"),
        ("Tuesday at 2pm this end", "03-10 11:00"),
        ("Tuesday at 2pm your time", "03-10 14:00"),
        ("Tuesday at 2pm here at the bakery", "03-10 14:00"),
        ("5pm London on Tuesday", "03-10 10:00"),
    ],
)
def test_our_time_follows_the_clocks_of_where_they_write_from(text: str, expected: str) -> None:
    assert found(text, RENO, IN_NEW_YORK) == [expected]


def test_an_offset_that_fits_the_user_is_the_users_own_place() -> None:
    summer = dt.datetime(2026, 10, 22, 9, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    assert found("Tuesday the 27th at 2, our time", LEEDS, summer) == ["10-27 14:00"]


def test_an_offset_of_nowhere_stays_what_it_is_and_that_of_a_server_means_nothing() -> None:
    nowhere = dt.datetime(2026, 7, 7, 9, tzinfo=dt.timezone(dt.timedelta(hours=-3, minutes=-17)))
    assert found("Thursday at 2 our time", OMAHA, nowhere) == ["07-09 12:17"]
    server = dt.datetime(2026, 7, 7, 9, tzinfo=dt.UTC)
    assert found("Thursday at 2 our time", OMAHA, server) == ["07-09 14:00"]


def test_your_time_in_the_users_own_mail_is_the_readers() -> None:
    own = dt.datetime(2026, 3, 11, 9, tzinfo=OMAHA.zone)
    [moment] = moments("Thursday at 2 your time works", own, OMAHA, theirs=ZoneInfo("Europe/London"))
    assert shown(moment) == "03-12 09:00"


LOOK_ALIKES = [
    "On Friday, version 3.15 ships.",
    "Please bring Form 11.20 on Friday.",
    "Section 8.15 on the 9th floor covers it, on Friday.",
    "The price fell 9.40 on Friday.",
    "On Friday it costs 9.40 or 11.20.",
    "On Friday, pay is \u00a312.40, 13.20 with overtime.",
    "On Friday call 555-0130.",
    "Suite 230 on Friday",
    "room 230 Friday",
    "On Friday we rose, 11.20 percent.",
    "On Friday 120 people come.",
    "On Friday in 2025 terms.",
    "3 Friday slots are left.",
    "I sat 10 exams.",
    "we sat at 3 tables",
    "The noon sun is strong.",
    "the sun at noon",
    "They wed at noon.",
    "On Friday half one of the cakes went.",
    "On Friday five to ten of us come.",
    "On Friday I live at flat 10a.",
    "On Friday room 1.15 is ours.",
]


@pytest.mark.parametrize("text", LOOK_ALIKES)
@pytest.mark.parametrize("settings", [LEEDS, OMAHA])
def test_what_looks_like_a_time_in_a_hurry_and_is_none(text: str, settings: Settings) -> None:
    assert found(text, settings) == []
