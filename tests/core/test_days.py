"""Business days and public holidays."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from assistant.core.days import at_hour, business_days_after, holiday_names, is_business_day, next_business_day


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "country", "region", "expected"),
    [
        ("2026-03-11", "CA", "ON", True),
        ("2026-03-14", "CA", "ON", False),  # a Saturday
        ("2026-03-15", "CA", "ON", False),
        ("2026-02-16", "CA", "ON", False),  # Family Day
        ("2026-02-16", "CA", "QC", True),
        ("2026-02-16", "ca", "on", False),
        ("2026-09-07", "CA", "", False),  # Labour Day, everywhere
        ("2026-07-03", "US", "", False),  # the 4th is a Saturday
        ("2026-07-03", "CA", "ON", True),
        ("2026-11-26", "US", "NY", False),
        ("2026-05-04", "GB", "ENG", False),
        ("2026-08-31", "GB", "ENG", False),
        ("2026-08-31", "GB", "SCT", True),
        ("2026-12-28", "GB", "ENG", False),  # Boxing Day, observed
        ("2026-12-25", "XX", "", True),  # a country without a table: weekends only
        ("2026-12-26", "XX", "", False),
        ("2026-12-25", "", "", True),
        ("2026-12-25", "CA", "nowhere", False),  # a region without a table: its country's
        ("9000-01-01", "CA", "ON", True),  # no table is built for years out of this world
    ],
)
def test_a_business_day_is_a_weekday_and_no_holiday(text: str, country: str, region: str, expected: bool) -> None:
    assert is_business_day(day(text), country, region) is expected


def test_the_next_business_day_is_the_day_itself_if_it_is_one() -> None:
    assert next_business_day(day("2026-03-11"), "CA", "ON") == day("2026-03-11")


def test_the_next_business_day_steps_over_weekends_and_holidays() -> None:
    assert next_business_day(day("2026-03-14"), "CA", "ON") == day("2026-03-16")
    assert next_business_day(day("2026-04-03"), "CA", "ON") == day("2026-04-06")  # Good Friday
    assert next_business_day(day("2026-12-25"), "GB", "ENG") == day("2026-12-29")


def test_business_days_are_counted_from_the_day_after() -> None:
    assert business_days_after(day("2026-03-11"), 0, "CA") == day("2026-03-11")
    assert business_days_after(day("2026-03-11"), 3, "CA") == day("2026-03-16")
    assert business_days_after(day("2026-03-14"), 1, "CA") == day("2026-03-16")
    assert business_days_after(day("2026-04-02"), 1, "CA", "ON") == day("2026-04-06")


def test_an_hour_of_a_day_is_by_the_clocks_of_the_place() -> None:
    toronto = ZoneInfo("America/Toronto")
    assert at_hour(day("2026-03-06"), 9, toronto).isoformat() == "2026-03-06T09:00:00-05:00"
    assert at_hour(day("2026-03-10"), 9, toronto).isoformat() == "2026-03-10T09:00:00-04:00"


def test_holidays_have_english_names() -> None:
    assert holiday_names(2026, "CA", "ON")[day("2026-10-12")] == "Thanksgiving Day"
    assert holiday_names(2026, "FR")[day("2026-05-01")] == "Labor Day"
