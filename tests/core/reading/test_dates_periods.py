"""Words that name a day or a period, each with the last day that it names."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from assistant.core.model import Settings
from assistant.core.reading.dates import Named, Period, periods

TORONTO = ZoneInfo("America/Toronto")
CANADA = Settings(zone=TORONTO, country="CA", region="ON")
BRITAIN = Settings(zone=ZoneInfo("Europe/London"), country="GB", region="ENG")
AMERICA = Settings(zone=ZoneInfo("America/New_York"), country="US", region="NY")
WEDNESDAY = dt.datetime(2026, 3, 11, 10, 30, tzinfo=TORONTO)


def found(text: str, at: dt.datetime = WEDNESDAY, settings: Settings = CANADA) -> list[Period]:
    return list(periods(text, at, settings))


def last_day(text: str, at: dt.datetime = WEDNESDAY, settings: Settings = CANADA) -> str:
    """Return the last day of the only period in the text; "none" for a vague one."""
    [period] = found(text, at, settings)
    return str(period.last) if period.last else "none"


NEAR = [
    ("We will decide today.", "2026-03-11"),
    ("I'll write tomorrow", "2026-03-12"),
    ("You will hear tomorrow afternoon.", "2026-03-12"),
    ("the day after tomorrow", "2026-03-13"),
    ("later today", "2026-03-11"),
    ("I'll send it tonight.", "2026-03-11"),
    ("this afternoon", "2026-03-11"),
    ("by end of day", "2026-03-11"),
    ("by the end of the day tomorrow", "2026-03-12"),
    ("by EOD tomorrow", "2026-03-12"),
    ("You'll have it by COB.", "2026-03-11"),
    ("by close of business on Friday", "2026-03-13"),
    ("by close of play Friday", "2026-03-13"),
    ("by EOD, Friday", "2026-03-13"),
    ("first thing Monday", "2026-03-16"),
    ("within 24 hours", "2026-03-12"),
    ("within 48 hours", "2026-03-13"),
    ("Please allow 24-48 hours.", "2026-03-13"),
    ("in the next 72 hours", "2026-03-14"),
    ("within the hour", "2026-03-11"),
    ("the next business day", "2026-03-12"),
    ("before tomorrow", "2026-03-11"),
]

WEEKDAYS = [
    ("by Friday", "2026-03-13"),
    ("on Friday", "2026-03-13"),
    ("this Friday", "2026-03-13"),
    ("Our board meets Monday.", "2026-03-16"),
    ("by this coming Tuesday", "2026-03-17"),
    ("no later than Thursday", "2026-03-12"),
    ("by Wednesday", "2026-03-18"),
    ("next Wednesday", "2026-03-18"),
    ("next Friday", "2026-03-20"),
    ("next Monday", "2026-03-16"),
    ("by the following Monday", "2026-03-16"),
    ("Friday week", "2026-03-20"),
    ("a week on Tuesday", "2026-03-24"),
    ("Tuesday week", "2026-03-24"),
    ("a week from Monday", "2026-03-23"),
    ("two weeks from Friday", "2026-03-27"),
    ("a week tomorrow", "2026-03-19"),
    ("a week today", "2026-03-18"),
    ("two weeks from today", "2026-03-25"),
    ("three days after Friday", "2026-03-16"),
    ("Monday or Tuesday", "2026-03-17"),
    ("Thursday or Friday", "2026-03-13"),
    ("by Friday or Monday at the latest", "2026-03-16"),
    ("Monday to Wednesday", "2026-03-18"),
    ("Friday of next week", "2026-03-20"),
    ("Wednesday next week", "2026-03-18"),
    ("next week on Wednesday", "2026-03-18"),
    ("next week, Thursday", "2026-03-19"),
    ("Tuesday next", "2026-03-17"),
    ("Friday this week", "2026-03-13"),
    ("before Friday", "2026-03-12"),
    ("until Friday", "2026-03-13"),
    ("if the panel agrees, by fri then", "2026-03-13"),
    ("by Weds", "2026-03-18"),
    ("Thurs. is when the committee sits", "2026-03-12"),
    ("the business day after Friday", "2026-03-16"),
    ("sometime on Thursday", "2026-03-12"),
    ("by Friday COB", "2026-03-13"),
    ("by Monday, by end of day", "2026-03-16"),
    ("by Thu/Fri", "2026-03-13"),
    ("Thursday/Friday", "2026-03-13"),
    ("next Thursday or Friday", "2026-03-20"),
    ("two days before Friday", "2026-03-11"),
    ("within two days of Friday", "2026-03-15"),
    ("two business days after Friday", "2026-03-17"),
    ("two weeks before Easter", "2026-03-22"),
]

DATES = [
    ("by the 14th", "2026-03-14"),
    ("on the 2nd, we think", "2026-04-02"),
    ("before the 20th", "2026-03-19"),
    ("Thursday the 12th", "2026-03-12"),
    ("Wednesday the 25th", "2026-03-25"),
    ("Tuesday (31st)", "2026-03-31"),
    ("Tue 17", "2026-03-17"),
    ("Friday, March 20", "2026-03-20"),
    ("March 26th", "2026-03-26"),
    ("26 March", "2026-03-26"),
    ("26th of March", "2026-03-26"),
    ("the 26th of March", "2026-03-26"),
    ("by the third of April", "2026-04-03"),
    ("Thursday the twenty-sixth of March", "2026-03-26"),
    ("Mar. 26", "2026-03-26"),
    ("26-Mar-2026", "2026-03-26"),
    ("Sept 4", "2026-09-04"),
    ("January 9", "2027-01-09"),
    ("December 4", "2026-12-04"),
    ("March 6, 2027", "2027-03-06"),
    ("Friday, April 24, 2026", "2026-04-24"),
    ("Fri, 27 Mar 2026", "2026-03-27"),
    ("the week of the 23rd of March", "2026-03-27"),
    ("2026-03-19", "2026-03-19"),
    ("2026/04/02", "2026-04-02"),
    ("19.03.2026", "2026-03-19"),
    ("by 3/20", "2026-03-20"),
    ("6/3/2026", "2026-06-03"),
    ("Fri 3/20", "2026-03-20"),
    ("by 20/3", "2026-03-20"),
    ("6/13/26", "2026-06-13"),
    ("13-06-2026", "2026-06-13"),
    ("March 16-20", "2026-03-20"),
    ("16-20 March", "2026-03-20"),
    ("March 16 to 20", "2026-03-20"),
    ("between March 16 and March 20", "2026-03-20"),
    ("March 16, 17 and 19", "2026-03-19"),
    ("March 30 to April 2", "2026-04-02"),
    ("the 19th or the 20th", "2026-03-20"),
    ("the 19th or 20th of March", "2026-03-20"),
    ("the 14th of next month", "2026-04-14"),
    ("the 31st of next month", "2026-04-30"),  # April has no such day: the month remains
    ("Friday, May 1", "2026-05-01"),
    ("by May 1", "2026-05-01"),
    ("may 1st", "2026-05-01"),
    ("on 5 May", "2026-05-05"),
    ("March the 19th", "2026-03-19"),
    ("by 14th, if all goes well", "2026-03-14"),
    ("by the fourteenth", "2026-03-14"),
    ("April 2: decision day", "2026-04-02"),
]

WEEKS = [
    ("this week", "2026-03-13"),
    ("by the end of the week", "2026-03-13"),
    ("end of week", "2026-03-13"),
    ("by EOW", "2026-03-13"),
    ("by week's end", "2026-03-13"),
    ("later this week", "2026-03-13"),
    ("later in the week", "2026-03-13"),
    ("next week", "2026-03-20"),
    ("by next week", "2026-03-20"),
    ("by the end of next week", "2026-03-20"),
    ("at the end of next week", "2026-03-20"),
    ("early next week", "2026-03-18"),
    ("at the beginning of next week", "2026-03-18"),
    ("the start of next week", "2026-03-18"),
    ("mid next week", "2026-03-19"),
    ("mid-next week", "2026-03-19"),
    ("by the middle of next week", "2026-03-19"),
    ("late next week", "2026-03-20"),
    ("towards the end of next week", "2026-03-20"),
    ("in the second half of next week", "2026-03-20"),
    ("the first half of next week", "2026-03-18"),
    ("the week after next", "2026-03-27"),
    ("by the end of the week after next", "2026-03-27"),
    ("the week of March 23", "2026-03-27"),
    ("the week of the 23rd", "2026-03-27"),
    ("week commencing 23 March", "2026-03-27"),
    ("week beginning Monday 23rd March", "2026-03-27"),
    ("w/c 23 March", "2026-03-27"),
    ("W/C Monday 23rd March", "2026-03-27"),
    ("week ending 27 March", "2026-03-27"),
    ("early in the week of March 23", "2026-03-25"),
    ("the end of the week of March 23", "2026-03-27"),
    ("this week or next", "2026-03-20"),
    ("late this week or early next", "2026-03-18"),
    ("next week or the week after", "2026-03-27"),
    ("before next week", "2026-03-13"),
    ("the weekend", "2026-03-15"),
    ("over the weekend", "2026-03-15"),
    ("this weekend", "2026-03-15"),
    ("next weekend", "2026-03-22"),
    ("the weekend of the 21st", "2026-03-22"),
    ("before the weekend", "2026-03-13"),
    ("by the weekend", "2026-03-13"),
    ("after the weekend", "2026-03-18"),
    ("midweek", "2026-03-12"),
    ("the Monday after next week", "2026-03-23"),
    ("by mid-week next week", "2026-03-19"),
    ("before the week is out", "2026-03-13"),
    ("this week or the beginning of next", "2026-03-18"),
    ("this week or the middle of next week", "2026-03-19"),
]

SPANS = [
    ("in a few days", "2026-03-16"),
    ("a few days", "2026-03-16"),
    ("within a couple of days", "2026-03-16"),
    ("in the next few days", "2026-03-16"),
    ("over the next couple of days", "2026-03-16"),
    ("within a week", "2026-03-18"),
    ("in about a week", "2026-03-18"),
    ("in a week or so", "2026-03-18"),
    ("It should take a week", "2026-03-18"),
    ("another week", "2026-03-18"),
    ("for another week", "2026-03-18"),
    ("in a week's time", "2026-03-18"),
    ("within the next week", "2026-03-18"),
    ("in the next week or two", "2026-03-25"),
    ("a week or two", "2026-03-25"),
    ("in two weeks", "2026-03-25"),
    ("two weeks", "2026-03-25"),
    ("a couple of weeks", "2026-03-25"),
    ("in a couple weeks", "2026-03-25"),
    ("in two weeks' time", "2026-03-25"),
    ("a fortnight", "2026-03-25"),
    ("within a fortnight", "2026-03-25"),
    ("a few weeks", "2026-04-01"),
    ("in the next few weeks", "2026-04-01"),
    ("several weeks", "2026-04-01"),
    ("in another few weeks", "2026-04-01"),
    ("six weeks", "2026-04-22"),
    ("2-3 weeks", "2026-04-01"),
    ("two to three weeks", "2026-04-01"),
    ("in 2 to 3 weeks", "2026-04-01"),
    ("3 to 4 working days", "2026-03-17"),
    ("5 to 7 business days", "2026-03-20"),
    ("5-7 business days", "2026-03-20"),
    ("within five (5) business days", "2026-03-18"),
    ("in 5 days", "2026-03-16"),
    ("within ten days", "2026-03-21"),
    ("within 10 business days", "2026-03-25"),
    ("in a day or two", "2026-03-13"),
    ("in two days", "2026-03-13"),
    ("a month or two", "2026-05-11"),
    ("another month", "2026-04-11"),
    ("it may take another month", "2026-04-11"),
    ("in two months", "2026-05-11"),
    ("in a couple of months", "2026-05-11"),
    ("within a month", "2026-04-11"),
    ("within the month", "2026-04-11"),
    ("in about three weeks", "2026-04-01"),
    ("a week and a half", "2026-03-22"),
    ("within two weeks of the interview", "2026-03-25"),
    ("up to four weeks", "2026-04-08"),
    ("in twenty days", "2026-03-31"),
    ("give us a week", "2026-03-18"),
    ("once a few weeks have passed", "2026-04-01"),
    ("no more than two weeks", "2026-03-25"),
    ("a week at most", "2026-03-18"),
    ("in the next day or two", "2026-03-13"),
    ("within the next couple of business days", "2026-03-16"),
    ("two or three more weeks", "2026-04-01"),
    ("in a fortnight or so", "2026-03-25"),
    ("within the next fortnight", "2026-03-25"),
]

MONTHS = [
    ("in March", "2026-03-31"),
    ("in April", "2026-04-30"),
    ("by April", "2026-03-31"),
    ("before April", "2026-03-31"),
    ("by May", "2026-04-30"),
    ("in early April", "2026-04-10"),
    ("at the beginning of April", "2026-04-10"),
    ("mid-April", "2026-04-20"),
    ("mid April", "2026-04-20"),
    ("the middle of April", "2026-04-20"),
    ("by mid-April", "2026-04-20"),
    ("late April", "2026-04-30"),
    ("the end of April", "2026-04-30"),
    ("by the end of March", "2026-03-31"),
    ("before the end of March", "2026-03-31"),
    ("the first half of April", "2026-04-15"),
    ("the second half of April", "2026-04-30"),
    ("the first week of April", "2026-04-07"),
    ("the second week of April", "2026-04-14"),
    ("the third week in April", "2026-04-21"),
    ("the last week of March", "2026-03-31"),
    ("the first two weeks of April", "2026-04-14"),
    ("the first Monday in April", "2026-04-06"),
    ("the last Friday of March", "2026-03-27"),
    ("this month", "2026-03-31"),
    ("by the end of the month", "2026-03-31"),
    ("by end of month", "2026-03-31"),
    ("by EOM", "2026-03-31"),
    ("later this month", "2026-03-31"),
    ("next month", "2026-04-30"),
    ("early next month", "2026-04-10"),
    ("the middle of next month", "2026-04-20"),
    ("the first week of next month", "2026-04-07"),
    ("in April or May", "2026-05-31"),
    ("in February 2027", "2027-02-28"),
    ("in December or January", "2027-01-31"),
    ("in November or January 2027", "2027-01-31"),
    ("before next month", "2026-03-31"),
    ("Q2", "2026-06-30"),
    ("in Q1 2027", "2027-03-31"),
    ("by Q2", "2026-03-31"),
    ("the second quarter", "2026-06-30"),
    ("end of the quarter", "2026-03-31"),
    ("next quarter", "2026-06-30"),
    ("early next quarter", "2026-04-30"),
    ("by the end of the year", "2026-12-31"),
    ("by year end", "2026-12-31"),
    ("early next year", "2027-03-31"),
    ("mid next year", "2027-08-31"),
    ("in the new year", "2027-01-31"),
    ("early in the new year", "2027-01-10"),
    ("the first business day of April", "2026-04-01"),
    ("the last day of March", "2026-03-31"),
    ("by month's end", "2026-03-31"),
    ("before the month is out", "2026-03-31"),
    ("in the first few days of April", "2026-04-10"),
    ("late March or early April", "2026-04-10"),
]

HOLIDAYS = [
    ("before Thanksgiving", "2026-10-11"),
    ("after Thanksgiving", "2026-10-19"),
    ("before Christmas", "2026-12-24"),
    ("by Christmas", "2026-12-24"),
    ("after Christmas", "2027-01-01"),
    ("after Easter", "2026-04-12"),
    ("before Easter", "2026-04-04"),
    ("on Easter Monday", "2026-04-06"),
    ("after Good Friday", "2026-04-10"),
    ("after the long weekend", "2026-04-12"),
    ("before the long weekend", "2026-04-02"),
    ("after Labour Day", "2026-09-14"),
    ("before Victoria Day", "2026-05-17"),
    ("the day after Canada Day", "2026-07-02"),
    ("the Tuesday after Easter", "2026-04-07"),
    ("the week after Easter", "2026-04-10"),
    ("the week of Victoria Day", "2026-05-22"),
    ("before the holidays", "2026-12-24"),
    ("after the holidays", "2027-01-08"),
    ("after New Year's", "2027-01-08"),
    ("on New Year's Eve", "2026-12-31"),
    ("before Family Day", "2027-02-14"),
    ("after Boxing Day", "2027-01-02"),
    ("the weekend after Easter", "2026-04-12"),
    ("before Victoria Day weekend", "2026-05-15"),
    ("over the Christmas break", "2027-01-01"),
    ("the weekend before Christmas", "2026-12-20"),
    ("the day before Thanksgiving", "2026-10-11"),
]


@pytest.mark.parametrize(("text", "last"), [*NEAR, *WEEKDAYS, *DATES, *WEEKS, *SPANS, *MONTHS, *HOLIDAYS])
def test_the_last_day_that_the_words_name(text: str, last: str) -> None:
    assert last_day(text) == last


@pytest.mark.parametrize(("text", "last"), [*NEAR, *WEEKDAYS, *WEEKS, *SPANS, *MONTHS])
def test_the_same_words_inside_a_sentence(text: str, last: str) -> None:
    wrapped = f"Good to meet you. We will be in touch about the role {text}\nand then talk it over with Noor."
    assert [str(period.last) for period in found(wrapped)] == [last]


@pytest.mark.parametrize(
    "text",
    [
        "soon", "shortly", "very soon", "in due course", "in the coming weeks", "over the coming weeks", "in the coming days", "as soon as we can",
        "as soon as possible", "when we can", "before long", "at some point", "in the near future", "once we know more", "as soon as we have news",
        "in the weeks ahead", "ASAP", "in the spring", "any day now", "in a matter of days",
    ],
)  # fmt: skip
def test_vague_words_promise_without_a_date(text: str) -> None:
    [period] = found(f"You will hear from us {text}.")
    assert (period.vague, period.last, period.kind, period.text) == (True, None, Named.VAGUE, text)


@pytest.mark.parametrize(
    ("text", "settings", "last"),
    [
        ("6/3/2026", BRITAIN, "2026-03-06"),
        ("6/3/2026", AMERICA, "2026-06-03"),
        ("6/3/2026", Settings(country="US", month_first=False), "2026-03-06"),
        ("6/3/2026", Settings(country="GB", month_first=True), "2026-06-03"),
        ("06-03-2026", BRITAIN, "2026-03-06"),
        ("before Thanksgiving", AMERICA, "2026-11-25"),
        ("after US Thanksgiving", CANADA, "2026-12-03"),
        ("before Canadian Thanksgiving", AMERICA, "2026-10-11"),
        ("after Memorial Day", AMERICA, "2026-06-01"),
        ("before Presidents' Day", AMERICA, "2027-02-14"),
        ("before MLK Day", AMERICA, "2027-01-17"),
        ("after Juneteenth", AMERICA, "2026-06-26"),
        ("after Labor Day", BRITAIN, "2026-09-14"),
        ("before the bank holiday", BRITAIN, "2026-04-02"),
        ("after the bank holiday weekend", BRITAIN, "2026-04-12"),
        ("after the long weekend", Settings(country="US"), "2026-06-01"),
        ("after Memorial Day", BRITAIN, "2026-06-01"),
    ],
)
def test_the_country_decides(text: str, settings: Settings, last: str) -> None:
    assert last_day(text, settings=settings) == last


@pytest.mark.parametrize(
    ("text", "day", "last"),
    [
        ("this week", 14, "2026-03-20"),  # a Saturday
        ("by the end of the week", 15, "2026-03-20"),  # a Sunday
        ("next week", 13, "2026-03-20"),
        ("next week", 15, "2026-03-20"),
        ("next Wednesday", 15, "2026-03-18"),
        ("by Friday", 13, "2026-03-20"),
        ("today, Friday", 13, "2026-03-20"),
        ("a few days", 13, "2026-03-18"),
        ("Monday or Tuesday", 16, "2026-03-24"),
        ("Monday, Tuesday or Wednesday", 16, "2026-03-25"),
        ("Tuesday, Wednesday or Thursday", 11, "2026-03-19"),
        ("Thursday or Wednesday", 10, "2026-03-12"),
        ("from Friday to Monday", 10, "2026-03-16"),
        ("from Monday to Thursday", 10, "2026-03-19"),
        ("March 11", 11, "2026-03-11"),
        ("the weekend", 15, "2026-03-15"),
    ],
)
def test_the_day_of_the_message_matters(text: str, day: int, last: str) -> None:
    assert str(found(text, dt.datetime(2026, 3, day, 9, tzinfo=TORONTO))[-1].last) == last


def test_the_senders_own_day_counts() -> None:
    late_in_sydney = dt.datetime(2026, 3, 12, 1, 0, tzinfo=ZoneInfo("Australia/Sydney"))
    assert last_day("tomorrow", late_in_sydney) == "2026-03-13"


def test_a_year_that_is_not_written_is_the_nearest_after_the_message() -> None:
    december = dt.datetime(2026, 12, 10, 9, tzinfo=TORONTO)
    assert last_day("by January 15", december) == "2027-01-15"
    assert last_day("by the end of January", december) == "2027-01-31"
    assert last_day("by the 5th", december) == "2027-01-05"
    assert last_day("in Q1", december) == "2027-03-31"


PAST = [
    ("Thank you for coming in yesterday", "2026-03-10"),
    ("since Tuesday the 3rd", "2026-03-03"),
    ("since March 3", "2026-03-03"),
    ("last Friday", "2026-03-06"),
    ("last week", "2026-03-06"),
    ("last month", "2026-02-28"),
    ("On Monday I sent you the form", "2026-03-09"),
    ("Thank you both for Friday", "2026-03-06"),
    ("It was great to meet you on Thursday", "2026-03-05"),
    ("I enjoyed talking with you on Monday", "2026-03-09"),
    ("We met on the 4th", "2026-03-04"),
    ("I applied in February", "2026-02-28"),
    ("last weekend", "2026-03-08"),
    ("the day before yesterday", "2026-03-09"),
    ("last quarter", "2025-12-31"),
    ("last year", "2025-12-31"),
    ("earlier this week", "2026-03-10"),
    ("this past Monday", "2026-03-09"),
    ("Friday last week", "2026-03-06"),
    ("on the 20th of last month we wrote", "2026-02-20"),
    ("Thank you for a splendid interview on Monday", "2026-03-09"),
    ("Thank you so much for interviewing me on Saturday", "2026-03-07"),
    ("You had mentioned Tuesday as the day", "2026-03-10"),
    ("You'd pencilled in the week of the 2nd", "2026-03-06"),
    ("I hope you had a good Christmas", "2025-12-25"),
    ("Your form came in at the weekend", "2026-03-08"),
    ("We received it on Friday", "2026-03-06"),
]


@pytest.mark.parametrize(("text", "last"), PAST)
def test_words_that_say_it_is_over_keep_the_date_in_the_past(text: str, last: str) -> None:
    [period] = found(text)
    assert (str(period.last), period.past) == (last, True)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("It was good to talk, and we will decide on Friday", "2026-03-13"),
        ("Thanks for writing. You will hear by Monday", "2026-03-16"),
        ("I was hoping to let you know by Friday", "2026-03-13"),
        ("I was told that the board decides on Thursday", "2026-03-12"),
        ("Thanks for confirming Thursday", "2026-03-12"),
        ("Thank you for your patience until Monday", "2026-03-16"),
        ("You'd said by Friday", "2026-03-13"),
        ("Interviews start in April", "2026-04-30"),
        ("We are opening in May", "2026-05-31"),
        ("on or before Wednesday, March 18", "2026-03-18"),
        ("I can do the 29th or 30th", "2026-03-30"),
        ("Something by next Friday. 2. Write again", "2026-03-20"),
        ("Mon or Tues both suit", "2026-03-17"),
        ("we met the team and expect news by the 4th", "2026-04-04"),
    ],
)
def test_words_near_a_date_that_leave_it_ahead(text: str, last: str) -> None:
    assert last_day(text) == last


def test_that_week_hangs_on_the_date_before_it() -> None:
    assert [str(one.last) for one in found("Send it by April 20. We'll get back to you that week.")] == ["2026-04-20", "2026-04-24"]
    assert [str(one.last) for one in found("Interviews run through next week and we decide the following week.")] == ["2026-03-20", "2026-03-27"]


def test_the_same_day_is_that_of_the_date_before_it() -> None:
    assert [str(one.last) for one in found("Write by Friday and we answer the same day.")] == ["2026-03-13", "2026-03-13"]


def test_the_holiday_is_one_close_by() -> None:
    assert last_day("after the holiday", dt.datetime(2026, 9, 3, tzinfo=TORONTO)) == "2026-09-14"
    assert found("after the holiday") == []


def test_leading_words_are_whole_words() -> None:
    assert [(one.text, str(one.last)) for one in found("The trend of next week is clear.")] == [("next week", "2026-03-20")]


def test_where_no_holidays_are_known_nothing_hangs_on_one() -> None:
    assert found("after the bank holiday", settings=Settings(country="XX")) == []
    assert last_day("after the bank holiday", dt.datetime(2026, 12, 29, tzinfo=TORONTO)) == "2027-01-08"


def test_dates_far_apart_in_a_long_text_are_all_found() -> None:
    filler = "Our bread is baked in the old hall by the river. " * 5
    both = found(f"Come on Friday. {filler} You will hear by Monday.")
    assert [str(one.last) for one in both] == ["2026-03-13", "2026-03-16"]


def test_two_dates_that_do_not_run_on_stay_two() -> None:
    assert [str(one.last) for one in found("Friday or today")] == ["2026-03-13", "2026-03-11"]
    assert [str(one.last) for one in found("In a week April 3 will be here")] == ["2026-03-18", "2026-04-03"]
    assert [str(one.last) for one in found("We need two days on Friday the 20th")][-1] == "2026-03-20"


def test_two_dates_of_a_sentence_are_two_periods() -> None:
    both = found("Interviews end Friday, and by Tuesday you will know.")
    assert [str(one.last) for one in both] == ["2026-03-13", "2026-03-17"]


def test_places_are_those_of_the_original_text() -> None:
    text = "Hallo \u0130rem \u2014 you\u2019ll hear by\nthe end of NEXT\u00a0week."
    [period] = found(text)
    assert text[period.start : period.end] == period.text == "by\nthe end of NEXT\u00a0week"


def test_an_empty_line_ends_a_phrase() -> None:
    assert [one.text for one in found("See you next\n\nFriday")] == ["Friday"]


def test_a_weekday_that_does_not_fit_its_number_gives_way_to_the_number() -> None:
    assert last_day("Monday the 20th, all right?") == "2026-04-20"
    assert last_day("Tuesday the 19th, all right?") == "2026-03-19"


def test_a_message_with_a_broken_date_names_nothing() -> None:
    assert found("by Friday", dt.datetime(9999, 12, 31, tzinfo=dt.UTC)) == []
    assert found("by Friday", dt.datetime(1, 1, 1, tzinfo=dt.UTC)) == []


def test_the_first_day_is_known_too() -> None:
    [period] = found("between March 16 and March 20")
    assert (str(period.first), period.kind) == ("2026-03-16", Named.DAY)
    [period] = found("early next week")
    assert (str(period.first), period.kind) == ("2026-03-16", Named.WEEK)
