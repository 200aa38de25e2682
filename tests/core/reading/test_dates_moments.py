"""Words that fix a point in time, and lengths of meetings."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from assistant.core.model import Settings
from assistant.core.reading.dates import Moment, length, moments

TORONTO = ZoneInfo("America/Toronto")
CANADA = Settings(zone=TORONTO, country="CA", region="ON")
WEDNESDAY = dt.datetime(2026, 3, 11, 10, 30, tzinfo=TORONTO)


def shown(moment: Moment) -> str:
    """Return "03-12 14:00", "03-12 14:00-15:00", with "~" before a window."""
    end = f"-{moment.end:%H:%M}" if moment.end else ""
    return f"{'~' if moment.open else ''}{moment.start:%m-%d %H:%M}{end}"


def found(text: str, at: dt.datetime = WEDNESDAY, settings: Settings = CANADA) -> list[str]:
    return [shown(one) for one in moments(text, at, settings)]


FIXED = [
    ("Thursday at 2", "03-12 14:00"),
    ("Can we talk on Thursday at 2?", "03-12 14:00"),
    ("Thursday at 11", "03-12 11:00"),
    ("Thursday at 12", "03-12 12:00"),
    ("Thursday at 8", "03-12 08:00"),
    ("Thursday at 7", "03-12 19:00"),
    ("tomorrow at 2", "03-12 14:00"),
    ("Tuesday, March 24, 9:30 a.m.", "03-24 09:30"),
    ("March 24 at 9:30", "03-24 09:30"),
    ("March 24 at 2:30", "03-24 14:30"),
    ("Friday the 20th, 11:30", "03-20 11:30"),
    ("next Tuesday, the 17th, at 1 in the afternoon", "03-17 13:00"),
    ("3pm on Thursday the 19th", "03-19 15:00"),
    ("Thursday, March 19, 2026 10:00 AM-11:15 AM (UTC-05:00) Eastern Time", "03-19 10:00-11:15"),
    ("Thursday, March 19, 2026 10:00 AM-11:15 AM (UTC-05:00) Eastern Time (US & Canada)", "03-19 10:00-11:15"),
    ("1:00pm - 1:30pm (Eastern Time - US & Canada) on Tuesday, March 31, 2026", "03-31 13:00-13:30"),
    ("2:00pm - 2:45pm (Pacific Time - US & Canada) on Tuesday, March 31, 2026", "03-31 17:00-17:45"),
    ("half past ten on Monday", "03-16 10:30"),
    ("at quarter to four on Monday", "03-16 15:45"),
    ("Monday, a quarter past two", "03-16 14:15"),
    ("ten past three on Monday", "03-16 15:10"),
    ("twenty to five on Monday", "03-16 16:40"),
    ("Monday at half ten", "03-16 10:30"),
    ("Monday at half two", "03-16 14:30"),
    ("noon on Friday", "03-13 12:00"),
    ("Friday at midday", "03-13 12:00"),
    ("Friday, 14:00 Uhr", "03-13 14:00"),
    ("Friday 14:00", "03-13 14:00"),
    ("Friday at 10.30am", "03-13 10:30"),
    ("2.15pm on Friday", "03-13 14:15"),
    ("Friday at 10.30, if it suits", "03-13 10:30"),
    ("Friday at 4 o'clock", "03-13 16:00"),
    ("four o'clock on Friday", "03-13 16:00"),
    ("Friday at 0930", "03-13 09:30"),
    ("Friday at 1430 hrs", "03-13 14:30"),
    ("Friday \u00e0 14h30", "03-13 14:30"),
    ("Friday at two thirty", "03-13 14:30"),
    ("Friday at eleven", "03-13 11:00"),
    ("two pm on Friday", "03-13 14:00"),
    ("Friday at 02:30", "03-13 14:30"),
    ("Friday at 09:00", "03-13 09:00"),
    ("Friday, 7 in the morning", "03-13 07:00"),
    ("Friday morning at 7", "03-13 07:00"),
    ("Friday evening at 8", "03-13 20:00"),
    ("tonight at 8", "03-11 20:00"),
    ("tomorrow morning, 9:15", "03-12 09:15"),
    ("Friday 2-3pm", "03-13 14:00-15:00"),
    ("Friday 2pm to 3pm", "03-13 14:00-15:00"),
    ("Friday from 2 to 3pm", "03-13 14:00-15:00"),
    ("Friday 11:30-12:15", "03-13 11:30-12:15"),
    ("Friday 11:30 - 12:30pm", "03-13 11:30-12:30"),
    ("Friday, 9-10:30am", "03-13 09:00-10:30"),
    ("Friday at 11am-1", "03-13 11:00-13:00"),
    ("Friday 12-1pm", "03-13 12:00-13:00"),
    ("Friday, noon to 1pm", "03-13 12:00-13:00"),
    ("Friday at 11pm - 1am", "03-13 23:00-01:00"),
    ("noon to three o'clock on Friday", "03-13 12:00-15:00"),
    ("Friday 1:00 to 1:30", "03-13 13:00-13:30"),
    ("Thursday works. 2pm?", "03-12 14:00"),
    ("How about 3:30 on Monday?", "03-16 15:30"),
    ("Monday, anywhere near the station is good for me, say 3pm", "03-16 15:00"),
    ("at 2:00 PM, and bring your laptop, on Monday please", "03-16 14:00"),
    ("a week on Tuesday at 3", "03-24 15:00"),
    ("Date: Friday, March 20\nTime: 2:00 PM", "03-20 14:00"),
    ("Time: Mar 20, 2026 01:00 PM Eastern Time (US and Canada)", "03-20 13:00"),
    ("10:30am Thu, Mar 19, 2026", "03-19 10:30"),
    ("Thursday Mar 19, 2026 \u22c5 4pm \u2013 5pm", "03-19 16:00-17:00"),
    ("friday at 4 instead?", "03-13 16:00"),
    ("Friday @ 3", "03-13 15:00"),
    ("2026-03-20 15:00", "03-20 15:00"),
    ("3/20 at 2pm", "03-20 14:00"),
    ("April 9th at 10 a.m., in person", "04-09 10:00"),
    ("Thursday around 4 if you're free", "03-12 16:00"),
    ("We have you down for 10 on Monday", "03-16 10:00"),
    ("Shall we say 3 on Monday?", "03-16 15:00"),
    ("Thursday, 3ish", "03-12 15:00"),
    ("Thursday around 3:30ish", "03-12 15:30"),
    ("Thursday, March 19 - 8:00 - 10:00 am", "03-19 08:00-10:00"),
    ("5 past 3 on Thursday", "03-12 15:05"),
    ("Tuesday 10-12", "03-17 10:00-12:00"),
    ("Tuesday 10 to 12", "03-17 10:00-12:00"),
    ("The call on Thursday has moved from 2 to 3:30", "03-12 15:30"),
    ("Can we move Thursday from 2pm to 3pm?", "03-12 15:00"),
    ("Moved to Friday at 10 instead of Thursday at 2", "03-13 10:00"),
    ("Rather than Thursday at 2, how about Friday at 10?", "03-13 10:00"),
    ("9am Eastern (6am Pacific) on Monday", "03-16 09:00"),
    ("Monday, 16 March \u00b7 3:00 \u2013 3:45pm", "03-16 15:00-15:45"),
    ("Thursday at 4 with Noor", "03-12 16:00"),
]

ZONES = [
    ("Thursday the 19th at 5pm London time", "03-19 13:00"),
    ("Thursday the 19th at 5pm London", "03-19 13:00"),
    ("Thursday April 9 at 5pm BST", "04-09 12:00"),
    ("Thursday at 5pm GMT", "03-12 13:00"),
    ("Thursday at 17:00 CET", "03-12 12:00"),
    ("Thursday April 9 at 17:00 CEST", "04-09 11:00"),
    ("Thursday at 2pm ET", "03-12 14:00"),
    ("Thursday at 2 ET", "03-12 14:00"),
    ("Thursday April 9 at 2pm EST", "04-09 14:00"),
    ("Thursday at 2pm PT", "03-12 17:00"),
    ("Thursday at 11 AM PDT", "03-12 14:00"),
    ("Thursday at 2pm Central", "03-12 15:00"),
    ("Thursday at 2 Pacific", "03-12 17:00"),
    ("Thursday at 2pm (Mountain Time)", "03-12 16:00"),
    ("Thursday at 15:00 UTC+1", "03-12 10:00"),
    ("Thursday at 15:00 (GMT-03:30)", "03-12 14:30"),
    ("Thursday at 15:00 UTC", "03-12 11:00"),
    ("Thursday at 3pm Greenwich Mean Time", "03-12 11:00"),
    ("Mon 16 March, 9:30 AM Pacific / 12:30 PM Eastern", "03-16 12:30"),
    ("Thursday, 1-2pm ET", "03-12 13:00-14:00"),
    ("Thursday, 10am PT to 11am PT", "03-12 13:00-14:00"),
    ("Thursday at 2. All times are Pacific.", "03-12 17:00"),
    ("10:00 to 10:30 on Friday, Pacific time", "03-13 13:00-13:30"),
]

OPEN = [
    ("Tue 17 after 3", ["~03-17 15:00"]),
    ("Tue 17 after 3, Wed 18 before 11", ["~03-17 15:00", "~03-18 11:00"]),
    ("Thursday between 2 and 4", ["~03-12 14:00-16:00"]),
    ("between 10am and noon on Thursday", ["~03-12 10:00-12:00"]),
    ("Friday any time from 11", ["~03-13 11:00"]),
    ("Monday any time after 9 Pacific", ["~03-16 12:00"]),
    ("by Friday at 5pm", ["~03-13 17:00"]),
    ("by 5pm on Friday", ["~03-13 17:00"]),
    ("before noon on Friday", ["~03-13 12:00"]),
    ("March 16, 17 and 19 between noon and 3 PM ET", ["~03-16 12:00-15:00"]),
    ("no later than Friday, 6:00 PM", ["~03-13 18:00"]),
    ("Friday until 3", ["~03-13 15:00"]),
    ("Friday any time between noon and three", ["~03-13 12:00-15:00"]),
]

SEVERAL = [
    ("Thursday at 2 or Friday at 3", ["03-12 14:00", "03-13 15:00"]),
    ("Thursday at 2 or 3", ["03-12 14:00", "03-12 15:00"]),
    ("Friday at 2, 3 or 4", ["03-13 14:00", "03-13 15:00", "03-13 16:00"]),
    ("Friday or the Monday after Friday at 3, please", ["03-13 15:00", "03-16 15:00"]),
    ("Friday at 2pm and 3pm", ["03-13 14:00", "03-13 15:00"]),
    ("Tuesday or Wednesday at 10", ["03-17 10:00", "03-18 10:00"]),
    ("Monday, Tuesday and Thursday at 10", ["03-16 10:00", "03-17 10:00", "03-12 10:00"]),
    ("3pm on Thursday or 4pm on Friday", ["03-12 15:00", "03-13 16:00"]),
    ("Monday 10:00, Tuesday 11:00", ["03-16 10:00", "03-17 11:00"]),
    ("Thanks for Monday. Are you free at 2 on Friday?", ["03-13 14:00"]),
    ("See you on Monday. I can do 2pm or 4pm.", ["03-16 14:00", "03-16 16:00"]),
]


@pytest.mark.parametrize(("text", "expected"), [*FIXED, *ZONES])
def test_a_time_and_its_day(text: str, expected: str) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(("text", "expected"), [*OPEN, *SEVERAL])
def test_windows_are_open_and_slots_are_several(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_my_time_is_the_senders_and_your_time_the_users() -> None:
    from_london = dt.datetime(2026, 3, 11, 15, tzinfo=dt.timezone(dt.timedelta(0)))
    assert found("Thursday at 4 my time", from_london) == ["03-12 12:00"]
    assert found("Thursday at 4pm our time", from_london) == ["03-12 12:00"]
    assert found("Thursday at 4 your time", from_london) == ["03-12 16:00"]
    assert found("1:00 to 1:30 on Thursday, our time", from_london) == ["03-12 09:00-09:30"]
    assert found("Thursday at 4pm London, 12 your time", from_london) == ["03-12 12:00"]


def test_a_time_without_a_day_takes_the_day_of_its_context() -> None:
    day = dt.date(2026, 3, 13)
    [moment] = moments("Can you make it at 2 instead?", WEDNESDAY, CANADA, day=day)
    assert (shown(moment), moment.day_text_given) == ("03-13 14:00", False)
    [moment] = moments("on Monday at 2", WEDNESDAY, CANADA, day=day)
    assert (shown(moment), moment.day_text_given) == ("03-16 14:00", True)


def test_the_same_time_is_that_of_the_previous_meeting() -> None:
    previous = dt.datetime(2026, 3, 6, 11, 15, tzinfo=TORONTO)
    for text in ("Could we do the same time on Friday?", "Friday, same time and place", "Moved us to Friday the 13th, same hour"):
        [moment] = moments(text, WEDNESDAY, CANADA, previous=previous)
        assert shown(moment) == "03-13 11:15"
    assert moments("same time Friday", WEDNESDAY, CANADA) == ()
    assert moments("same time", WEDNESDAY, CANADA, previous=previous) == ()


def test_the_text_of_a_moment_is_its_day_and_its_time() -> None:
    text = "Noor is free on Thursday\nat 2\u202fPM, she says."
    [moment] = moments(text, WEDNESDAY, CANADA)
    assert text[moment.start_pos : moment.end_pos] == moment.text == "Thursday\nat 2\u202fPM"


def test_every_moment_is_in_the_users_zone() -> None:
    [moment] = moments("Thursday at 5pm London time", WEDNESDAY, CANADA)
    assert moment.start.tzinfo is TORONTO


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("We need half an hour or so.", 30),
        ("a half-hour call", 30),
        ("a half hour chat", 30),
        ("30 minutes", 30),
        ("a 45-minute video call", 45),
        ("45 mins over Teams", 45),
        ("20-min intro", 20),
        ("three quarters of an hour", 45),
        ("a quarter of an hour", 15),
        ("an hour", 60),
        ("one hour", 60),
        ("a one-hour panel", 60),
        ("an hour-long talk", 60),
        ("1 hr", 60),
        ("an hour and a half", 90),
        ("an hour and a quarter", 75),
        ("one and a half hours", 90),
        ("1.5 hours", 90),
        ("90 minutes", 90),
        ("two hours", 120),
        ("a couple of hours", 120),
        ("30 to 45 minutes", 45),
        ("30-45 mins", 45),
        ("1 hour 15 minutes", 75),
        ("an hour and 15 minutes", 75),
        ("1h30", 90),
        ("twenty minutes", 20),
        ("forty-five minutes", 45),
        ("In an hour I leave; the call takes 30 minutes.", 30),
    ],
)
def test_the_length_of_a_meeting(text: str, minutes: int) -> None:
    assert length(text) == dt.timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "text",
    [
        "", "two weeks", "in an hour", "within 30 minutes", "half an hour ago", "an hour later", "It pays $40 an hour.", "24 hours", "48 hours", "2 minutes",
        "ten minutes late", "a 20 minute walk", "Room 30", "per hour",
    ],
)  # fmt: skip
def test_what_is_no_length_of_a_meeting(text: str) -> None:
    assert length(text) is None
