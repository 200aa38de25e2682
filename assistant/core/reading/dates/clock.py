"""Times of day in a text, in figures and in words, and where days stand beside them. Text -> Clock, in order, without overlaps."""

import re
from collections.abc import Iterator, Sequence

from assistant.core.reading.dates.figures import figures
from assistant.core.reading.dates.found import Hit
from assistant.core.reading.dates.hours import MOST_CLOCKS, Beside, Clock
from assistant.core.reading.dates.spoken import military, spoken
from assistant.core.reading.dates.vocabulary import W

DOTTED = frozenset({"GB", "IE", "AU", "NZ", "ZA", "IN"})
"""Where 9.40 is twenty to ten."""

# right after a day, where a bare hour may stand: "Thursday 2-3", "Friday, 9", "thurs @2"
GAP = re.compile(rf",?{W}(?:(?:morning|afternoon|arvo|evening|lunchtime),?{W})?(?:[(@|-]{W}?)?")
# right before a day: "12.40 Friday", "8.15 on the 9th", "10 - Friday"
GAP_BEFORE = re.compile(rf",?{W}(?:[(@|-]{W}?)?(?:(?:on|for|this|next){W}(?:the{W})?)?\Z")
# "10 for 10.30"
FOR = re.compile(rf"{W}for{W}(?:an?{W})?")


def clocks(text: str, beside: Beside) -> Iterator[Clock]:
    """Yield every time of day of a lowered text."""
    found = sorted((*figures(text, beside), *spoken(text, beside), *military(text, beside)), key=lambda one: (one.start, -one.end))
    end = -1
    kept: list[Clock] = []
    for clock in found[:MOST_CLOCKS]:
        if clock.start < end:
            continue
        if kept and clock.lead == "for" and FOR.fullmatch(text, end, clock.start):
            kept.pop()  # "10 for 10.30": the doors open at ten
        end = clock.end
        kept.append(clock)
    yield from kept


def beside(text: str, days: Sequence[Hit], country: str) -> Beside:
    """Return where bare times may stand, next to the days of a text."""
    after = frozenset(match.end() for day in days if (match := GAP.match(text, day.end)))
    before = {match.start(): day.end for day in days if (match := GAP_BEFORE.search(text, max(0, day.start - 16), day.start))}
    return Beside(after, before, country.upper() in DOTTED)
