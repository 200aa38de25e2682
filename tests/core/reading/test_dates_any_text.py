"""Whatever words come together, the reading of dates raises nothing and keeps its promises."""

import datetime as dt
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.core.model import Settings
from assistant.core.reading.dates import length, moments, periods

WORDS = (
    "by on before after until the a next last this that week weeks day days month year quarter end of early mid late first second 1st 31st 30 29th 2 12 15 99 "
    "february may december sat sunday friday mon wed . , - / : at from to between and or pm 9:30 14:00 noon half past ten two three couple few business "
    "holiday "
    "easter christmas bank long weekend eod soon as we can in within over another 2099 2/29 30/2 2026-02-29 w/c same time utc+14 gmt-12 london eastern your "
    "Q1 today "
    "tomorrow yesterday since met hour minutes 00 24:00 0930 2359 ago 's midweek \n \n\n \u0130"
).split(" ")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
NEW_YORK_IN_WINTER = dt.timezone(dt.timedelta(hours=-5))
FIRST = dt.datetime(1970, 1, 1, 12, tzinfo=NEW_YORK_IN_WINTER)
SAID_AT = st.integers(0, 130 * 365 * 24).map(lambda hours: FIRST + dt.timedelta(hours=hours))
COUNTRIES = st.sampled_from((Settings(country="US"), Settings(country="CA", region="ON"), Settings(country="GB", region="SCT"), Settings(country="XX")))


@settings(max_examples=150, deadline=None)
@given(TEXTS, SAID_AT, COUNTRIES)
def test_periods_stand_in_order_where_they_say(text: str, said_at: dt.datetime, user: Settings) -> None:
    found = periods(text, said_at, user)
    assert all(one.text == text[one.start : one.end] for one in found)
    assert all(one.vague if one.last is None else one.first <= one.last for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@settings(max_examples=150, deadline=None)
@given(TEXTS, SAID_AT, COUNTRIES)
def test_moments_stand_where_they_say_and_end_after_they_begin(text: str, said_at: dt.datetime, user: Settings) -> None:
    for one in moments(text, said_at, user, day=said_at.date(), previous=said_at):
        assert one.text == text[one.start_pos : one.end_pos]
        assert one.end is None or one.start < one.end
    assert (length(text) or dt.timedelta(minutes=5)) >= dt.timedelta(minutes=5)
