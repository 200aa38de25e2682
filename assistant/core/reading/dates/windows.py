"""Parts of a day as windows: "Thursday afternoon", "sat am", "the morning of the 20th", "tonight". A day and its text -> two times.

A window is never a fixed time: its `Moment` is open.
"""

import datetime as dt
import re

from assistant.core.reading.dates.found import Hit
from assistant.core.reading.dates.vocabulary import W

NAMES = rf"(?P<part>(?:(?:early|late|mid)(?:{W}|-)?)?(?:morning|afternoon|arvo|evening|night)|lunch-?time|over{W}lunch|am|a\.m\.?|pm|p\.m\.?)"
# right after a day: "Thursday afternoon", "Friday, in the morning", "sat am"; never "Friday am I right"
AFTER = re.compile(rf",?{W}(?:in{W}the{W}|at{W}|during{W}the{W})?{NAMES}(?![\w'-])(?!{W}i\b)")
# right before it: "the afternoon of Friday", "the morning of the 20th", "in the evening on Monday"
BEFORE = re.compile(rf"\b{NAMES}{W}(?:of|on){W}\Z")
# a day that is a part of one: "this afternoon", "tonight"
WITHIN = re.compile(r"\b(?:this {1,3}(?:very {1,3})?(?P<part>morning|afternoon|arvo|evening)|(?P<night>tonight|tonite|2nite))\Z")
HOURS = {"mor": (9, 12), "am": (9, 12), "a.m": (9, 12), "eve": (17, 21), "nig": (18, 22), "lun": (12, 14)}
AFTERNOON = (12, 17)


def window(text: str, hit: Hit) -> tuple[int, int, dt.time, dt.time] | None:
    """Return where the words of a part of this day begin and end, and from when to when it lasts; None where none is named."""
    after, before = AFTER.match(text, hit.end, hit.end + 40), BEFORE.search(text, max(0, hit.start - 24), hit.start)
    within = WITHIN.search(text, hit.start, hit.end)
    match = after or before or within
    if match is None:
        return None
    first, last = _hours(match["part"] or "night")
    start, end = min(hit.start, match.start()), max(hit.end, match.end())
    return start, end, first, last


def _hours(part: str) -> tuple[dt.time, dt.time]:
    word = part.replace("-", " ").removeprefix("mid").split()[-1]
    first, last = HOURS.get(word[:3], AFTERNOON)
    middle = (first + last) // 2
    if part.startswith("early"):
        last = middle
    elif part.startswith("late"):
        first = middle
    return dt.time(first), dt.time(last)
