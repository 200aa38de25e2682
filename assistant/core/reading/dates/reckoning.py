"""Arithmetic on days: which day, week, month or year is meant, seen from the day on which it was said.

Weeks begin on Monday. A date without a year is the nearest after the message; one that has just gone by (60 days) is
taken as that one, since nobody names a day eleven months ahead without its year.
"""

import calendar
import datetime as dt
from collections.abc import Iterable

from dateutil.relativedelta import relativedelta

JUST_PAST = dt.timedelta(days=60)
"""How long a day without a year, or with a weekday, stays the one that has just gone by."""

HALF_A_YEAR = dt.timedelta(days=200)
"""How far a year's day may be from the message for its weekday to choose the year."""


def days(count: int) -> dt.timedelta:
    """Return so many days."""
    return dt.timedelta(days=count)


def months_after(day: dt.date, count: int) -> dt.date:
    """Return the same day of a later month, or its last day where it is shorter."""
    return day + relativedelta(months=count)


def monday_of(day: dt.date) -> dt.date:
    """Return the Monday of the week of `day`."""
    return day - days(day.weekday())


def working_monday(day: dt.date) -> dt.date:
    """Return the Monday of the working week of `day`; on a Saturday or Sunday, that of the coming one."""
    return monday_of(day + days(2)) if day.weekday() > 4 else monday_of(day)


def weekday_after(day: dt.date, weekday: int) -> dt.date:
    """Return the next such weekday; `day` itself never counts."""
    return day + days((weekday - day.weekday() - 1) % 7 + 1)


def weekday_before(day: dt.date, weekday: int) -> dt.date:
    """Return the last such weekday before `day`."""
    return day - days((day.weekday() - weekday - 1) % 7 + 1)


def last_of_month(day: dt.date) -> dt.date:
    """Return the last day of the month of `day`."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def date_or_none(year: int, month: int, day: int) -> dt.date | None:
    """Return the date, or None where there is no such day."""
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return dt.date(year, month, day)


def in_some_year(said: dt.date, month: int, day: int, weekday: int | None, past: bool) -> dt.date | None:
    """Return the day that a month and a day without a year mean; a weekday, where written, outweighs being near."""
    years = (date_or_none(said.year + step, month, day) for step in (-1, 0, 1))
    found = [one for one in years if one]
    fitting = [one for one in found if one.weekday() == weekday and abs(one - said) < HALF_A_YEAR]
    return nearest(said, fitting or found, past)


def nearest(said: dt.date, candidates: Iterable[dt.date], past: bool) -> dt.date | None:
    """Return the first candidate from `said` on, or one that has just gone by where that is far off; `past`: the last one gone."""
    found = sorted(candidates)
    gone = [one for one in found if one < said]
    ahead = [one for one in found if one >= said]
    if gone and (past or not ahead or (said - gone[-1] <= JUST_PAST and ahead[0] - said > 2 * JUST_PAST)):
        return gone[-1]
    return ahead[0] if ahead else None


def day_of_month(said: dt.date, day: int, weekday: int | None, past: bool) -> dt.date | None:
    """Return what "the 14th" means, of two months back to three ahead; with a weekday, the nearest on which both fit."""
    start = said.replace(day=1)
    months = (months_after(start, step) for step in range(-2, 4))
    found = [one for month in months if (one := date_or_none(month.year, month.month, day))]
    if weekday is None:
        return nearest(said, found, past)
    fitting = [one for one in found if one.weekday() == weekday and abs(one - said) <= JUST_PAST]
    return nearest(said, fitting, past)


def nth_weekday(month: dt.date, weekday: int, nth: int) -> dt.date:
    """Return the nth such weekday of a month; the fifth, or -1, is the last."""
    if nth in (-1, 5):
        return weekday_before(last_of_month(month) + days(1), weekday)
    return weekday_after(month.replace(day=1) - days(1), weekday) + days(7 * (nth - 1))
