"""Times and days as people write them in a hurry: British dots, American figures without a colon, short names of days, "our time"."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from assistant.core.model import Settings
from assistant.core.reading.dates import Moment, moments, periods

LEEDS = Settings(zone=ZoneInfo("Europe/London"), country="GB", region="ENG")
OMAHA = Settings(zone=ZoneInfo("America/Chicago"), country="US", region="NE")
RENO = Settings(zone=ZoneInfo("America/Los_Angeles"), country="US", region="NV")
OTTAWA = Settings(zone=ZoneInfo("America/Toronto"), country="CA", region="ON")
SYDNEY = Settings(zone=ZoneInfo("Australia/Sydney"), country="AU", region="NSW")
PERTH = Settings(zone=ZoneInfo("Australia/Perth"), country="AU", region="WA")
WEDNESDAY = dt.date(2026, 3, 11)


def shown(moment: Moment) -> str:
    """Return "03-12 14:00", "03-12 14:00-15:00", with "~" before a window."""
    end = f"-{moment.end:%H:%M}" if moment.end else ""
    return f"{'~' if moment.open else ''}{moment.start:%m-%d %H:%M}{end}"


def morning(day: dt.date, settings: Settings) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(10, 30), tzinfo=settings.zone)


def found(text: str, settings: Settings, at: dt.date = WEDNESDAY, day: dt.date | None = None) -> list[str]:
    written = at if isinstance(at, dt.datetime) else morning(at, settings)
    return [shown(one) for one in moments(text, written, settings, day=day)]


def last_days(text: str, settings: Settings, at: dt.date = WEDNESDAY) -> list[str]:
    return [str(one.last or "none") for one in periods(text, morning(at, settings), settings)]


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
    ("Noor suggests 2.30 on Thursday.", ["03-12 14:30"]),
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
    assert found("Monday 9 at the dock.", OMAHA, dt.date(2026, 3, 4)) == []
    assert last_days("Monday 9 at the dock.", OMAHA, dt.date(2026, 3, 4)) == ["2026-03-09"]
    assert found("Monday 9 at the dock.", OMAHA, dt.date(2026, 3, 11)) == ["03-16 09:00"]
    assert last_days("We met on Monday 9 at the dock.", OMAHA, dt.date(2026, 3, 11)) == ["2026-03-09"]


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


TIMES = [
    (LEEDS, "Would 2.30 on Thursday 12th work for a quick chat?", ["03-12 14:30"]),
    (LEEDS, "Can you do Weds 18th at 4.15?", ["03-18 16:15"]),
    (LEEDS, "Hi, are you about tomorrow, say 10.30?", ["03-12 10:30"]),
    (LEEDS, "They can see you Tues 17th, 11.30 at their Holborn office", ["03-17 11:30"]),
    (LEEDS, "I'll bell you at half four tomorrow", ["03-12 16:30"]),
    (LEEDS, "Let's say quarter past 3 Friday.", ["03-13 15:15"]),
    (LEEDS, "Friday quarter to ten?", ["03-13 09:45"]),
    (LEEDS, "Confirmed for Monday 16th March at 09.00 hrs.", ["03-16 09:00"]),
    (LEEDS, "Interview: Monday 16 March, 14.00-15.00", ["03-16 14:00-15:00"]),
    (LEEDS, "Monday 16 March 10.00am to 10.45am", ["03-16 10:00-10:45"]),
    (LEEDS, "Slots: Mon 9.30, Tues 11.00, Weds 2.15", ["03-16 09:30", "03-17 11:00", "03-18 14:15"]),
    (LEEDS, "How's 5ish tomorrow?", ["03-12 17:00"]),
    (LEEDS, "5-ish on Friday", ["03-13 17:00"]),
    (LEEDS, "around threeish on Friday", ["03-13 15:00"]),
    (LEEDS, "Shall we say half nine on Monday morning?", ["03-16 09:30"]),
    (LEEDS, "half 9 Mon", ["03-16 09:30"]),
    (LEEDS, "Let's go for Thursday week at 2.", ["03-19 14:00"]),
    (LEEDS, "Tuesday week, half eleven.", ["03-24 11:30"]),
    (LEEDS, "a week tomorrow at 10.15", ["03-19 10:15"]),
    (LEEDS, "Thursday at ten to nine", ["03-12 08:50"]),
    (LEEDS, "Thursday 12.15pm", ["03-12 12:15"]),
    (LEEDS, "Noon on the dot, Friday", ["03-13 12:00"]),
    (LEEDS, "Friday, twelve sharp", ["03-13 12:00"]),
    (LEEDS, "Friday 12 noon", ["03-13 12:00"]),
    (LEEDS, "12 noon on Friday", ["03-13 12:00"]),
    (LEEDS, "12 midday Friday", ["03-13 12:00"]),
    (LEEDS, "I can squeeze you in Friday lunchtime, 12.30", ["03-13 12:30"]),
    (LEEDS, "Friday after lunch, 2pm", ["03-13 14:00"]),
    (LEEDS, "1645 on Friday", ["03-13 16:45"]),
    (LEEDS, "Friday at 16:45hrs", ["03-13 16:45"]),
    (LEEDS, "Fri 13/3 at 3.30pm", ["03-13 15:30"]),
    (LEEDS, "13/03 @ 3.30", ["03-13 15:30"]),
    (LEEDS, "Friday 13th: 9.00, 9.45 or 10.30 - which suits?", ["03-13 09:00", "03-13 09:45", "03-13 10:30"]),
    (LEEDS, "I've 9.15 or 10.45 on Friday, your pick.", ["03-13 09:15", "03-13 10:45"]),
    (LEEDS, "Either 9.15 or 10.45 on Friday", ["03-13 09:15", "03-13 10:45"]),
    (LEEDS, "9.15 tomorrow at ours", ["03-12 09:15"]),
    (LEEDS, "Moved to 3.45 on Friday, sorry", ["03-13 15:45"]),
    (LEEDS, "can we make it 11.15 instead on Friday", ["03-13 11:15"]),
    (LEEDS, "Pop in Monday, 10 for 10.30", ["03-16 10:30"]),
    (LEEDS, "Thursday 19th March at 2:00pm (GMT)", ["03-19 14:00"]),
    (LEEDS, "We would be pleased to see you on Thursday, 19th March, at eleven o'clock in the forenoon.", ["03-19 11:00"]),
    (LEEDS, "We invite you to attend at 10.00 a.m. on Thursday 19 March 2026.", ["03-19 10:00"]),
    (LEEDS, "at a quarter before three on Thursday", ["03-12 14:45"]),
    (LEEDS, "Your appointment is on Thursday 19 March 2026 at 1000 hours.", ["03-19 10:00"]),
    (LEEDS, "Thursday. Ten o'clock. Don't be late.", ["03-12 10:00"]),
    (LEEDS, "Please arrive by 9.45 for a 10.00 start on Thursday.", ["03-12 10:00"]),
    (LEEDS, "see you fri, 10ish", ["03-13 10:00"]),
    (LEEDS, "u free thurs 4?", ["03-12 16:00"]),
    (LEEDS, "thurs 4 - 4.30", ["03-12 16:00-16:30"]),
    (LEEDS, "2morrow 9.30?", ["03-12 09:30"]),
    (LEEDS, "9.30 tmrw ok?", ["03-12 09:30"]),
    (LEEDS, "the 19th, half one", ["03-19 13:30"]),
    (LEEDS, "Weds arvo, 3.20", ["03-18 15:20"]),
    (LEEDS, "On Friday I have 11.00, 11.30 and 12.00.", ["03-13 11:00", "03-13 11:30", "03-13 12:00"]),
    (OMAHA, "Thurs 3/12 2:30 CT", ["03-12 14:30"]),
    (OMAHA, "can u do 11 tmrw", ["03-12 11:00"]),
    (OMAHA, "10:15 tomorrow ok?", ["03-12 10:15"]),
    (OMAHA, "How's Thurs at 1?", ["03-12 13:00"]),
    (OMAHA, "Come in Sat. at 8 sharp", ["03-14 08:00"]),
    (OMAHA, "be here mon 6am", ["03-16 06:00"]),
    (OMAHA, "Tues. 830 AM", ["03-17 08:30"]),
    (OMAHA, "Tues 830am-915am", ["03-17 08:30-09:15"]),
    (OMAHA, "830 tues morning", ["03-17 08:30"]),
    (OMAHA, "tues 8:30-9", ["03-17 08:30-09:00"]),
    (OMAHA, "fri 1-2", ["03-13 13:00-14:00"]),
    (OMAHA, "1 pm fri", ["03-13 13:00"]),
    (OMAHA, "1p Friday works on my end", ["03-13 13:00"]),
    (OMAHA, "2p CT Friday", ["03-13 14:00"]),
    (OMAHA, "Friday 2p CT", ["03-13 14:00"]),
    (OMAHA, "Friday, 2:00p", ["03-13 14:00"]),
    (OMAHA, "9a-10a Friday", ["03-13 09:00-10:00"]),
    (OMAHA, "Friday 9-9:30a PT", ["03-13 11:00-11:30"]),
    (OMAHA, "Friday 12:30p ET", ["03-13 11:30"]),
    (OMAHA, "Friday @ 12:30p", ["03-13 12:30"]),
    (OMAHA, "Friday @ noon", ["03-13 12:00"]),
    (OMAHA, "high noon friday", ["03-13 12:00"]),
    (OMAHA, "stop by friday 2ish", ["03-13 14:00"]),
    (OMAHA, "Swing by Friday around 2.", ["03-13 14:00"]),
    (OMAHA, "Come Friday at 2 p.m. sharp", ["03-13 14:00"]),
    (OMAHA, "2 o clock friday", ["03-13 14:00"]),
    (OMAHA, "two o'clock tomorrow", ["03-12 14:00"]),
    (OMAHA, "7 tomorrow morning at the dock", ["03-12 07:00"]),
    (OMAHA, "tomorrow 7am, back door", ["03-12 07:00"]),
    (OMAHA, "shift starts 5am mon", ["03-16 05:00"]),
    (OMAHA, "trail with us sat 4-8pm", ["03-14 16:00-20:00"]),
    (OMAHA, "Working interview Sat 4 to 8.", ["03-14 16:00-20:00"]),
    (OMAHA, "Let's do Friday, ten thirty.", ["03-13 10:30"]),
    (OMAHA, "Friday at ten-thirty", ["03-13 10:30"]),
    (OMAHA, "Friday two fifteen pm", ["03-13 14:15"]),
    (OMAHA, "Can you make 3 today?", ["03-11 15:00"]),
    (OMAHA, "today at 3:15", ["03-11 15:15"]),
    (OMAHA, "today 315", ["03-11 15:15"]),
    (OMAHA, "call me at 4 today", ["03-11 16:00"]),
    (OMAHA, "Wednesday the 18th from 10 until 11:30", ["03-18 10:00-11:30"]),
    (OMAHA, "Wednesday the 18th, 10am through 11:30am", ["03-18 10:00-11:30"]),
    (OMAHA, "Ten a.m. Thursday it is!", ["03-12 10:00"]),
    (OMAHA, "Thursday, March 12th @ 10:00 AM CDT", ["03-12 10:00"]),
    (OMAHA, "3/12, 10a", ["03-12 10:00"]),
    (OMAHA, "Thur 12th 10AM", ["03-12 10:00"]),
    (OMAHA, "Thursday 10:00am/11:00am ET", ["03-12 10:00"]),
    (OTTAWA, "Let's connect Thursday the 12th at 2:30 EST", ["03-12 14:30"]),
    (OTTAWA, "Thursday, 12 March, 14h", ["03-12 14:00"]),
    (OTTAWA, "Thursday 14h15", ["03-12 14:15"]),
    (OTTAWA, "Does 11:30 tomorrow (Thursday) suit?", ["03-12 11:30"]),
    (OTTAWA, "Mon at 9 your time", ["03-16 09:00"]),
    (OTTAWA, "1 p.m. to 1:45 p.m. Monday, Toronto time", ["03-16 13:00-13:45"]),
    (OTTAWA, "Monday from 1 p.m. ET until 2", ["03-16 13:00-14:00"]),
    (SYDNEY, "Arvo of the 19th at 3.15?", ["03-19 15:15"]),
    (SYDNEY, "Thurs arvo 2.45", ["03-12 14:45"]),
    (SYDNEY, "10.15 Tuesday morning at Surry Hills", ["03-17 10:15"]),
    (SYDNEY, "Tuesday 10.15am AEDT", ["03-17 10:15"]),
    (SYDNEY, "Tues @ 10.15", ["03-17 10:15"]),
    (SYDNEY, "let's lock in 11.30 for Friday", ["03-13 11:30"]),
    (SYDNEY, "locked in 11.30 Fri", ["03-13 11:30"]),
    (SYDNEY, "brekkie Friday, 7.30am", ["03-13 07:30"]),
    (LEEDS, "Are you free Thursday afternoon?", ["~03-12 12:00-17:00"]),
    (OMAHA, "sat am or sun pm", ["~03-14 09:00-12:00", "~03-15 12:00-17:00"]),
    (OMAHA, "fri pm", ["~03-13 12:00-17:00"]),
    (LEEDS, "the morning of the 20th", ["~03-20 09:00-12:00"]),
    (LEEDS, "Any time Thursday morning", ["~03-12 09:00-12:00"]),
    (LEEDS, "Friday evening or Monday lunchtime", ["~03-13 17:00-21:00", "~03-16 12:00-14:00"]),
    (LEEDS, "I'm free this afternoon", ["~03-11 12:00-17:00"]),
    (LEEDS, "late Friday afternoon", ["~03-13 12:00-17:00"]),
    (LEEDS, "Thursday early afternoon", ["~03-12 12:00-14:00"]),
    (LEEDS, "Thursday after 2.30", ["~03-12 14:30"]),
    (LEEDS, "Thursday from 2.30 onwards", ["~03-12 14:30"]),
    (LEEDS, "anytime between 9.30 and 11 on Thursday", ["~03-12 09:30-11:00"]),
    (LEEDS, "tomorrow before ten", ["~03-12 10:00"]),
    (LEEDS, "Thanks for Tuesday afternoon.", []),
    (LEEDS, "no earlier than Friday at 10", ["~03-13 10:00"]),
    (LEEDS, "I can offer you 10.00, 10.45 or 11.30 next Tuesday.", ["03-17 10:00", "03-17 10:45", "03-17 11:30"]),
    (LEEDS, "Tuesday: 9.30 - Priti; 10.15 - Owen.", ["03-17 09:30", "03-17 10:15"]),
    (LEEDS, "The panel will run 10.00-11.15 on the 18th.", ["03-18 10:00-11:15"]),
    (LEEDS, "Meet Dev 9.45 - 10.15 on Monday 16th", ["03-16 09:45-10:15"]),
    (LEEDS, "Monday 16th, 9.45 to 10.15", ["03-16 09:45-10:15"]),
    (LEEDS, "could you do 2 instead of 3 on Friday?", ["03-13 14:00"]),
    (LEEDS, "Teams call Fri 13th Mar 1.15pm", ["03-13 13:15"]),
    (LEEDS, "Still ok for tomorrow at 11?", ["03-12 11:00"]),
    (LEEDS, "Just confirming: 11am tomorrow, 4th floor.", ["03-12 11:00"]),
    (LEEDS, "You're in at 10 on Thursday. Room 3.", ["03-12 10:00"]),
    (LEEDS, "Thursday 10.30, room 1.15", ["03-12 10:30"]),
    (LEEDS, "Thursday, 10.30 in room 2.10", ["03-12 10:30"]),
    (LEEDS, "Thursday 12 March at 15.30 in 4.02", ["03-12 15:30"]),
    (LEEDS, "Thursday at 11 in Unit 5", ["03-12 11:00"]),
    (LEEDS, "Thursday at 11, 5 Castle Street", ["03-12 11:00"]),
    (LEEDS, "See you at 11 on Thursday. Ask for Bel on 0113 496 0011.", ["03-12 11:00"]),
    (LEEDS, "It's Friday at 2, and the role pays 14.50 an hour.", ["03-13 14:00"]),
    (OMAHA, "Friday 2pm works. 30 mins, 312-555-0199.", ["03-13 14:00"]),
    (OMAHA, "Friday at 2. Suite 430.", ["03-13 14:00"]),
    (OMAHA, "Friday at 2, Suite 430", ["03-13 14:00"]),
    (OMAHA, "Friday at 2, 430 W Lake St", ["03-13 14:00"]),
    (OMAHA, "Friday, 430 W Lake St, 2pm", ["03-13 14:00"]),
    (OMAHA, "Friday 2pm, 1030 Main St", ["03-13 14:00"]),
    (OMAHA, "Let's do 3 tomorrow", ["03-12 15:00"]),
    (OMAHA, "OK 3 tomorrow", ["03-12 15:00"]),
    (OMAHA, "3 tomorrow works", ["03-12 15:00"]),
    (OMAHA, "9 or 10 tomorrow, you pick", ["03-12 09:00", "03-12 10:00"]),
    (OMAHA, "Tomorrow 9, 10 or 2?", ["03-12 09:00", "03-12 10:00", "03-12 14:00"]),
    (OMAHA, "Pick one: Mon 9am, Mon 2pm, Tues 11am", ["03-16 09:00", "03-16 14:00", "03-17 11:00"]),
    (OMAHA, "I can do weds or thurs at 4", ["03-18 16:00", "03-12 16:00"]),
    (OMAHA, "how about fri the 13th at 4", ["03-13 16:00"]),
    (OMAHA, "sat the 14th @ 9a", ["03-14 09:00"]),
    (OMAHA, "Mon-Wed 9-5", []),
    (OMAHA, "We're open mon-fri 9-5", []),
    (OMAHA, "Tomorrow's 2pm is now 3pm.", ["03-12 15:00"]),
    (OMAHA, "the 2pm tomorrow is moving to 4", ["03-12 16:00"]),
    (OTTAWA, "Thurs at 2:00 p.m. (EST)", ["03-12 14:00"]),
    (OTTAWA, "2:00 p.m. \u2013 2:30 p.m. on Thurs., March 12", ["03-12 14:00-14:30"]),
    (SYDNEY, "Tues 17/3 at 11", ["03-17 11:00"]),
    (SYDNEY, "g'day, 11.30 Thurs still good?", ["03-12 11:30"]),
    (SYDNEY, "Half ten Thurs? Cheers", ["03-12 10:30"]),
    (LEEDS, "first thing Friday, 8.30", ["03-13 08:30"]),
    (LEEDS, "Friday, first thing (8.30)", ["03-13 08:30"]),
    (LEEDS, "last thing Friday, say 5.30", ["03-13 17:30"]),
    (LEEDS, "Friday at a quarter past", []),
    (LEEDS, "Friday on the hour", []),
    (LEEDS, "top of the hour Friday, 3", ["03-13 15:00"]),
    (LEEDS, "See you Friday @ 10 for 10:15", ["03-13 10:15"]),
    (LEEDS, "Our 10.30 on Friday stands.", ["03-13 10:30"]),
    (LEEDS, "your 10.30 interview on Friday", ["03-13 10:30"]),
    (LEEDS, "the 10.30 train on Friday", []),
    (OMAHA, "Friday morning 10ish", ["03-13 10:00"]),
    (OMAHA, "Friday, midafternoon", ["~03-13 12:00-17:00"]),
    (OMAHA, "Friday mid-morning", ["~03-13 09:00-12:00"]),
    (OMAHA, "mid-morning Friday", []),
    (OMAHA, "either Friday morning at 10 or Monday afternoon", ["03-13 10:00", "~03-16 12:00-17:00"]),
    (OMAHA, "2 p.m. Central Friday", ["03-13 14:00"]),
    (OMAHA, "Friday 11 eastern", ["03-13 10:00"]),
    (OMAHA, "Friday 11 eastern/10 central", ["03-13 10:00"]),
    (OMAHA, "10 CT / 11 ET Friday", ["03-13 10:00"]),
    (OMAHA, "by 2 on Friday", ["~03-13 14:00"]),
    (OMAHA, "Friday no later than 2", ["~03-13 14:00"]),
    (LEEDS, "Friday at 3 o'clock sharp", ["03-13 15:00"]),
    (LEEDS, "Friday at 15 hundred hours", []),
    (LEEDS, "Half three Friday, half four Monday", ["03-13 15:30", "03-16 16:30"]),
    (LEEDS, "half 3 or half 4 Friday", ["03-13 15:30", "03-13 16:30"]),
    (LEEDS, "'bout 2 on Friday", ["03-13 14:00"]),
    (LEEDS, "2pm-ish Friday", ["03-13 14:00"]),
    (LEEDS, "2 pm tomorrow afternoon", ["03-12 14:00"]),
    (LEEDS, "at eleven tomorrow morning", ["03-12 11:00"]),
    (LEEDS, "the 20th of March at ten in the morning", ["03-20 10:00"]),
    (LEEDS, "Friday 13 March 2026, 1000", ["03-13 10:00"]),
    (LEEDS, "13.03.2026 10.00", ["03-13 10:00"]),
    (LEEDS, "13.03.2026 at 10.00", ["03-13 10:00"]),
    (LEEDS, "13/3/26 10:00", ["03-13 10:00"]),
    (OMAHA, "3/13/26 10:00", ["03-13 10:00"]),
    (OMAHA, "Fri, Mar 13, 10a\u201311a", ["03-13 10:00-11:00"]),
    (OMAHA, "Breakfast with Mr Dorn: Tuesday, March 17, 7:30, at the diner", ["03-17 07:30"]),
    (OMAHA, "Breakfast is at 8 on Friday and we talk at 2", ["03-13 08:00", "03-13 14:00"]),
    (OMAHA, "8 on Friday for dinner", ["03-13 20:00"]),
    (OMAHA, "Drinks on Friday, 8:15", ["03-13 20:15"]),
    (OMAHA, "Lunch on Friday, 1:15", ["03-13 13:15"]),
    (OMAHA, "See you Friday 7:30. Breakfast is included.", ["03-13 19:30"]),
    (OMAHA, "Breakfast on Friday, 12 at the latest", ["03-13 12:00"]),
    (OTTAWA, "Friday the 20th at 9 am Perth time", ["03-19 21:00"]),
    (OTTAWA, "9 pm on your Thursday the 19th", ["03-19 21:00"]),
]


@pytest.mark.parametrize(("settings", "text", "expected"), TIMES)
def test_times_as_recruiters_chefs_and_secretaries_write_them(settings: Settings, text: str, expected: list[str]) -> None:
    assert found(text, settings) == expected


PERIODS = [
    (OMAHA, "by weds", ["2026-03-18"]),
    (OMAHA, "u'll hear in a couple weeks", ["2026-03-25"]),
    (OMAHA, "gimme 2 wks", ["2026-03-25"]),
    (OMAHA, "in 2wks", ["2026-03-25"]),
    (OMAHA, "3-4 wks", ["2026-04-08"]),
    (OMAHA, "It'll be two more weeks before we know.", ["2026-03-25"]),
    (OMAHA, "another week or so", ["2026-03-18"]),
    (OMAHA, "about ten days", ["2026-03-21"]),
    (OMAHA, "ten days or so", ["2026-03-21"]),
    (OMAHA, "another ten days", ["2026-03-21"]),
    (OMAHA, "another few days", ["2026-03-16"]),
    (OMAHA, "a few more days", ["2026-03-16"]),
    (OMAHA, "a couple more days", ["2026-03-16"]),
    (OMAHA, "a couple more weeks", ["2026-03-25"]),
    (OMAHA, "a further two weeks", ["2026-03-25"]),
    (OMAHA, "a further week", ["2026-03-18"]),
    (OMAHA, "one more week", ["2026-03-18"]),
    (OMAHA, "give it another week", ["2026-03-18"]),
    (OMAHA, "a good two weeks", ["2026-03-25"]),
    (OMAHA, "at least another week", ["2026-03-18"]),
    (OMAHA, "a week, maybe two", ["2026-03-25"]),
    (OMAHA, "a week, possibly two", ["2026-03-25"]),
    (OMAHA, "a week to ten days", ["2026-03-21"]),
    (OMAHA, "7-10 days", ["2026-03-21"]),
    (OMAHA, "7 to 10 working days", ["2026-03-25"]),
    (OMAHA, "two, maybe three weeks", ["2026-04-01"]),
    (OMAHA, "two or three weeks", ["2026-04-01"]),
    (OMAHA, "2/3 weeks", ["2026-04-01"]),
    (OMAHA, "in the next 2-3 days", ["2026-03-14"]),
    (LEEDS, "inside a fortnight", ["2026-03-25"]),
    (LEEDS, "inside of two weeks", ["2026-03-25"]),
    (LEEDS, "a fortnight's time", ["2026-03-25"]),
    (LEEDS, "in a week's time", ["2026-03-18"]),
    (LEEDS, "in three weeks' time", ["2026-04-01"]),
    (LEEDS, "in a month's time", ["2026-04-11"]),
    (LEEDS, "a fortnight on Monday", ["2026-03-30"]),
    (LEEDS, "a fortnight today", ["2026-03-25"]),
    (LEEDS, "a week today", ["2026-03-18"]),
    (LEEDS, "today week", ["2026-03-18"]),
    (LEEDS, "tomorrow week", ["2026-03-19"]),
    (LEEDS, "a week Monday", ["2026-03-23"]),
    (LEEDS, "Monday fortnight", ["2026-03-30"]),
    (LEEDS, "two weeks on Friday", ["2026-03-27"]),
    (LEEDS, "this time next week", ["2026-03-18"]),
    (LEEDS, "by close of play on Friday", ["2026-03-13"]),
    (LEEDS, "end of play Friday", ["2026-03-13"]),
    (LEEDS, "COP Friday", ["2026-03-13"]),
    (LEEDS, "by COB Thursday", ["2026-03-12"]),
    (LEEDS, "by COB on the 19th", ["2026-03-19"]),
    (LEEDS, "by 5pm Friday", ["2026-03-13"]),
    (LEEDS, "by lunchtime Friday", ["2026-03-13"]),
    (LEEDS, "by Friday lunchtime", ["2026-03-13"]),
    (LEEDS, "by noon tomorrow", ["2026-03-12"]),
    (LEEDS, "first thing on Monday", ["2026-03-16"]),
    (LEEDS, "first thing tomorrow", ["2026-03-12"]),
    (LEEDS, "by the end of Friday", ["2026-03-13"]),
    (LEEDS, "before Friday is out", ["2026-03-13"]),
    (LEEDS, "before the week is out", ["2026-03-13"]),
    (LEEDS, "by the time the week's out", ["2026-03-13"]),
    (LEEDS, "by the time March is out", ["2026-03-31"]),
    (LEEDS, "before March is out", ["2026-03-31"]),
    (LEEDS, "before the year is out", ["2026-12-31"]),
    (LEEDS, "once March is out", ["2026-04-07"]),
    (LEEDS, "by the turn of the month", ["2026-03-31"]),
    (LEEDS, "start of next week", ["2026-03-18"]),
    (LEEDS, "the start of the week", ["2026-03-18"]),
    (LEEDS, "at the beginning of the week", ["2026-03-18"]),
    (LEEDS, "early in the week", ["2026-03-18"]),
    (LEEDS, "at the beginning of the month", ["2026-04-10"]),
    (LEEDS, "early in the month", ["2026-04-10"]),
    (LEEDS, "by the middle of the month", ["2026-03-20"]),
    (LEEDS, "midmonth", ["2026-03-20"]),
    (LEEDS, "EOW", ["2026-03-13"]),
    (LEEDS, "EOM", ["2026-03-31"]),
    (LEEDS, "by EOW next week", ["2026-03-20"]),
    (LEEDS, "by end of w/c 16 March", ["2026-03-20"]),
    (LEEDS, "the back end of next week", ["2026-03-20"]),
    (LEEDS, "the backend of next week", ["2026-03-20"]),
    (LEEDS, "towards the tail end of the week", ["2026-03-13"]),
    (LEEDS, "the week after next", ["2026-03-27"]),
    (LEEDS, "the week after Easter", ["2026-04-10"]),
    (LEEDS, "the week after that", ["2026-03-20"]),
    (LEEDS, "the week following Easter", ["2026-04-10"]),
    (LEEDS, "the first week back after Easter", ["2026-04-10"]),
    (LEEDS, "in the week before Easter", ["2026-04-03"]),
    (LEEDS, "over Easter", ["2026-04-05"]),
    (LEEDS, "not before Friday", []),
    (LEEDS, "no earlier than Friday", []),
    (LEEDS, "You won't hear from us before the 20th", []),
    (LEEDS, "I don't expect news before next week", []),
    (LEEDS, "not until Friday", ["2026-03-13"]),
    (LEEDS, "It won't be until Friday", ["2026-03-13"]),
    (LEEDS, "we can't say before Monday, but by Tuesday we can", ["2026-03-17"]),
    (LEEDS, "a little while longer", ["none"]),
    (LEEDS, "a bit longer", ["none"]),
    (LEEDS, "a while yet", ["none"]),
    (LEEDS, "it's taking longer than we thought", []),
    (LEEDS, "a little longer than planned", []),
    (LEEDS, "bear with us a little longer", ["none"]),
    (LEEDS, "we need some more time", ["none"]),
    (OMAHA, "by tmrw", ["2026-03-12"]),
    (OMAHA, "by tmw", ["2026-03-12"]),
    (OMAHA, "tonite", ["2026-03-11"]),
    (OMAHA, "later this arvo", ["2026-03-11"]),
    (OMAHA, "eod tmrw", ["2026-03-12"]),
    (OMAHA, "by EOB Friday", ["2026-03-13"]),
    (OMAHA, "by EOD Weds", ["2026-03-18"]),
    (OMAHA, "by Friday at the latest", ["2026-03-13"]),
    (OMAHA, "by Friday at the very latest", ["2026-03-13"]),
    (OMAHA, "Friday latest", ["2026-03-13"]),
    (OMAHA, "no later than EOD Friday", ["2026-03-13"]),
    (OMAHA, "on or about March 20", ["2026-03-20"]),
    (OMAHA, "on or around the 20th", ["2026-03-20"]),
    (OMAHA, "sometime around the 20th", ["2026-03-20"]),
    (OMAHA, "by mid next wk", ["2026-03-19"]),
    (OMAHA, "next wk", ["2026-03-20"]),
    (OMAHA, "early nxt week", ["2026-03-18"]),
    (OMAHA, "end of next wk", ["2026-03-20"]),
    (OMAHA, "this wk", ["2026-03-13"]),
    (OMAHA, "wk of 3/23", ["2026-03-27"]),
    (OMAHA, "wk of the 23rd", ["2026-03-27"]),
    (OMAHA, "sometime next week, hopefully Tuesday", ["2026-03-20", "2026-03-17"]),
    (OMAHA, "within the next two to three weeks", ["2026-04-01"]),
    (OMAHA, "over the next week or so", ["2026-03-18"]),
    (OMAHA, "within a couple of days", ["2026-03-16"]),
    (OMAHA, "in a few days' time", ["2026-03-16"]),
    (OMAHA, "a day or so", ["2026-03-12"]),
    (OMAHA, "in the next day or so", ["2026-03-12"]),
    (OMAHA, "by the end of Q1", ["2026-03-31"]),
    (OMAHA, "in 30 days", ["2026-04-10"]),
    (OMAHA, "thirty days", ["2026-04-10"]),
    (OMAHA, "six weeks or so", ["2026-04-22"]),
    (OMAHA, "We expect to conclude our deliberations no later than the thirtieth of April.", ["2026-04-30"]),
    (OMAHA, "within fourteen (14) days of receipt of this letter", ["2026-03-25"]),
    (OMAHA, "in the course of next week", ["2026-03-20"]),
    (OMAHA, "in the course of April", ["2026-04-30"]),
    (OMAHA, "during the week commencing Monday 23 March", ["2026-03-27"]),
    (OMAHA, "on the 20th inst.", ["2026-03-20"]),
    (OMAHA, "on the last Friday of the month", ["2026-03-27"]),
    (OMAHA, "on the first Monday of next month", ["2026-04-06"]),
    (OMAHA, "the Friday after next", ["2026-03-27"]),
    (SYDNEY, "after the long weekend", ["2026-04-12"]),
    (SYDNEY, "by Friday arvo", ["2026-03-13"]),
    (SYDNEY, "the week after Anzac Day", ["2026-05-01"]),
    (OMAHA, "The owners asked for a few more weeks.", ["2026-04-01"]),
    (OMAHA, "Hang on for two more weeks", ["2026-03-25"]),
    (OMAHA, "It needs at least one more week", ["2026-03-18"]),
    (OMAHA, "I asked for three weeks off.", []),
    (LEEDS, "The partners want a further fortnight", ["2026-03-25"]),
    (LEEDS, "Give them a further ten days or so", ["2026-03-21"]),
    (LEEDS, "We'd need an additional week to decide", ["2026-03-18"]),
]


@pytest.mark.parametrize(("settings", "text", "expected"), PERIODS)
def test_periods_as_they_write_them(settings: Settings, text: str, expected: list[str]) -> None:
    assert last_days(text, settings) == expected


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
    "Suite 230 is ours on Friday.",
    "On Friday come to room 1.15.",
    "It takes 2-3 years, starting Friday.",
    "On Friday we serve 230 covers.",
    "We did 120 covers on Friday.",
    "Friday's budget is 4.50 a head.",
    "On Friday the temperature fell to 2.30 below.",
    "A 2.15 GPA by Friday is fine.",
    "We grew 3.15 per cent on Friday.",
    "Python 3.10 on Friday.",
    "Our v2.30 ships Friday.",
    "Chapter 4.10 by Friday.",
    "Clause 7.45 applies on Friday.",
    "Call 0113 496 0230 on Friday.",
    "Call 312.555.0130 on Friday.",
    "Extension 230, Friday only.",
    "ext. 1030 Friday",
    "Flight 1030 on Friday",
    "Bus 230 Friday",
    "Invoice 1045 on Friday",
    "PO box 230, Friday",
    "Table 10 on Friday",
    "Gate 10 Friday",
    "We have 10 tables on Friday.",
    "There will be 3 Friday shifts.",
    "You'd work 2 Saturdays a month.",
    "Two Friday shifts are open.",
    "One Friday I will retire.",
    "On Friday two of us are in.",
    "On Friday, one more thing.",
    "We lost 3-2 on Friday.",
    "Friday is day 3 of 5.",
    "On Friday, step 2 of 4.",
    "I have 10 years with them, and Friday is my last day.",
    "Friday 9 people come.",
    "Monday 10 new cooks start.",
    "On Monday 15 of us.",
    "On Monday 2026 targets are due.",
    "Bring 2 copies on Friday.",
    "Bring 2 on Friday ",
    "It's 45 minutes on Friday.",
    "It's 230 miles on Friday.",
    "Pay is 18.50 plus tips, Friday payday.",
    "We pay 18.50 on Fridays.",
    "My sun hat is yours.",
    "He sat with us.",
    "We sat at 10 tables.",
    "the sun am I right",
    "Friday am I right?",
    "On Friday I am 30.",
    "On Friday half the team is off.",
    "On Friday half of one shift is off.",
    "On Friday we were five to ten people.",
    "The score was 10.15 on average, Friday or not.",
    "Ratio 2.30 to 4.15, due Friday.",
    "10a Mill Lane on Friday",
    "Apt 10a, Friday",
    "3p a page on Friday",
    "Level 3 Friday quiz",
    "Unit 9, Friday Street",
    "Grade 9 at the Friday school.",
    "In 1645 on Friday, a battle.",
    "We made 3 cakes on Friday.",
    "Friday, 20 March: 12.50 euros",
    "20.03 on Friday",
    "On the 9th floor, 3.15 metres high.",
    "Room 930 on Friday",
    "Friday to Friday 24/7.",
    "Version 10.30, out Friday.",
]


@pytest.mark.parametrize("text", LOOK_ALIKES)
@pytest.mark.parametrize("settings", [LEEDS, OMAHA])
def test_what_looks_like_a_time_in_a_hurry_and_is_none(text: str, settings: Settings) -> None:
    assert found(text, settings) == []


def test_a_date_that_may_be_an_hour_is_one_where_their_talk_is_at_that_hour() -> None:
    at = dt.datetime(2026, 3, 4, 9, tzinfo=OMAHA.zone)
    nine, ten = (dt.datetime(2026, 3, 2, hour, tzinfo=OMAHA.zone) for hour in (9, 10))
    assert [shown(one) for one in moments("Monday 9 at the dock.", at, OMAHA, previous=nine)] == ["03-09 09:00"]
    assert moments("Monday 9 at the dock.", at, OMAHA, previous=ten) == ()
    assert moments("Monday the 9th at the dock.", at, OMAHA, previous=nine) == ()


def test_half_ten_takes_the_day_of_its_context() -> None:
    assert found("That's fine. Half ten, then.", LEEDS, day=dt.date(2026, 3, 13)) == ["03-13 10:30"]
    assert found("We ate half ten minutes ago.", LEEDS, day=dt.date(2026, 3, 13)) == []


def test_a_late_part_of_a_day_is_its_second_half() -> None:
    assert found("Friday late morning", LEEDS) == ["~03-13 10:00-12:00"]
    assert found("Friday at 10, or late morning on Monday", LEEDS) == ["03-13 10:00", "~03-16 10:00-12:00"]


def test_before_the_week_alone_names_nothing() -> None:
    assert last_days("Rest well before the week and its noise.", LEEDS) == []
    assert last_days("By the time the week began I was tired.", LEEDS) == []


AMOUNTS = [
    "Pay is 12.50, 14.20 after probation.",
    "Rated 4.50, thanks.",
    "It's 11.20, plus VAT.",
    "Form 11.20, please.",
    "My GPA: 3.15.",
    "Item 9.30, item 9.45.",
    "Mark 9.50, well done.",
    "Sold at 9.40 apiece.",
    "You want 10.50, I know.",
    "Clause 8.15, please.",
    "The ref is 10.45.",
    "Our build is 10.15.",
    "Extension 10.30?",
    "It weighs 2.50, roughly.",
    "Runs on iOS 17.10, please.",
    "See 7.15, and 7.30.",
    "Size 9.50.",
    "Coffee for 2.50, tea for 1.80.",
    "Salary 28.50 to 31.50.",
]


@pytest.mark.parametrize("text", AMOUNTS)
def test_an_amount_is_no_time_on_the_day_of_its_context(text: str) -> None:
    assert found(text, LEEDS, day=dt.date(2026, 3, 13)) == []
