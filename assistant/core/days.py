"""Business days, and the hours on them: a day and a place -> a day.

A business day is Monday to Friday, less the public holidays of a country and its region (RULES.md, Words). Codes are those
of ISO 3166 ("CA", "ON"), in any case. A country that the holidays library does not know has weekends only; a region that
it does not know has its country's holidays.
"""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from zoneinfo import ZoneInfo

import holidays

FIRST_YEAR, LAST_YEAR = 1970, 2100
"""Beyond these, a date comes from a broken or hostile mail; no table is built for it."""

ONE_DAY = dt.timedelta(days=1)
NONE: Mapping[dt.date, str] = MappingProxyType({})


def is_business_day(day: dt.date, country: str, region: str = "") -> bool:
    """Is this a day on which offices there work?"""
    return day.weekday() < 5 and day not in holiday_names(day.year, country, region)


def next_business_day(day: dt.date, country: str, region: str = "") -> dt.date:
    """Return the first business day from `day` on: `day` itself if it is one."""
    while not is_business_day(day, country, region):
        day += ONE_DAY
    return day


def business_days_after(day: dt.date, count: int, country: str, region: str = "") -> dt.date:
    """Return the `count`-th business day after `day`; `day` itself never counts. A `count` of 0 gives `day`."""
    for _ in range(count):
        day = next_business_day(day + ONE_DAY, country, region)
    return day


def at_hour(day: dt.date, hour: int, zone: ZoneInfo) -> dt.datetime:
    """Return the moment when the clocks of `zone` show `hour` o'clock on `day`."""
    return dt.datetime.combine(day, dt.time(hour), tzinfo=zone)


def holiday_names(year: int, country: str, region: str = "") -> Mapping[dt.date, str]:
    """Return the public holidays of a year with their English names where the library has them, observed days included."""
    return _table(year, country.upper(), region.upper()) if FIRST_YEAR <= year <= LAST_YEAR else NONE


@lru_cache(maxsize=256)
def _table(year: int, country: str, region: str) -> Mapping[dt.date, str]:
    codes = holidays.list_supported_countries(include_aliases=True)
    if country not in codes:
        return NONE
    table = holidays.country_holidays(country, subdiv=region if region in codes[country] else None, years=year, language="en_US")
    return MappingProxyType(dict(table))
