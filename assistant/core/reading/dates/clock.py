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
GAP_BEFORE = re.compile(rf",?{W}(?:[(@|-]{W}?)?(?:(?:on|for|this|next){W}(?:(?:the|your|my|our){W})?)?\Z")
# "tomorrow's 2pm is now 3pm", "the 2pm has moved to 3": the time before is off
NOW = re.compile(
    rf"[^.!?\n]{{0,24}}\b(?:(?:is|will{W}be|will){W}now(?:{W}be)?|(?:has|is|was|have|been|it's|had)(?:{W}been)?{W}(?:mov(?:ed|ing)|push(?:ed|ing)|shift(?:ed|ing)|chang(?:ed|ing)|bumped"
    rf"|rescheduled)(?:{W}(?:back|up|out))?{W}to)(?:{W}(?:at|around|about))?{W}\Z"
)
# "10 for 10.30": the doors open at ten
FOR = re.compile(rf"{W}for{W}(?:an?{W})?")


def clocks(text: str, beside: Beside) -> Iterator[Clock]:
    """Yield every time of day of a lowered text."""
    found = sorted((*figures(text, beside), *spoken(text, beside), *military(text, beside)), key=lambda one: (one.start, -one.end))
    end = -1
    kept: list[Clock] = []
    for clock in found[:MOST_CLOCKS]:
        if clock.start < end:
            continue
        if kept and clock.start - end < 60 and (FOR.fullmatch(text, end, clock.start) or NOW.match(text, end, clock.start)):
            kept.pop()
        end = clock.end
        kept.append(clock)
    yield from kept


def beside(text: str, days: Sequence[Hit], country: str) -> Beside:
    """Return where bare times may stand, next to the days of a text."""
    after = frozenset(match.end() for day in days if (match := GAP.match(text, day.end)))
    before = {match.start(): day.end for day in days if (match := GAP_BEFORE.search(text, max(0, day.start - 16), day.start))}
    return Beside(after, before, country.upper() in DOTTED)
