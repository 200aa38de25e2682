"""A time of day as its words give it, and what stands around it: the words that lead to one, the part of the day, the days beside it.

Without am or pm, 1 to 7 are afternoon, 8 to 12 morning and noon: interviews are held in working hours.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.core.reading.dates.vocabulary import STANDS_ALONE, W

MOST_CLOCKS = 200


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day at `start` to `end` of the text. `zone`: what names its zone. `lead`: the word before, "" for none.

    `bare`: a mere number, which is a time only beside a day.
    """

    time: dt.time
    until: dt.time | None
    start: int
    end: int
    lead: str
    zone: re.Match[str] | None
    bare: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """Where days stand: `after` has the places right after one, `before` those right before one, each with where that day ends.

    `dotted`: do people write "9.40" for a time where the user lives?
    """

    after: frozenset[int]
    before: Mapping[int, int]
    dotted: bool


# "at ", "any time after "
LEAD = re.compile(
    rf"(?:\b(?P<word>at|@|from|after|before|by|until|till|around|about|between|past|for|anytime|starting|starts|start|earlier{W}than|later{W}than"
    rf"|circa|abt|'?bout|approx|to|or|and|than|say|(?:mov(?:ed|ing)|push(?:ed|ing)|shift(?:ed|ing)|chang(?:ed|ing)|bumped|rescheduled)(?:{W}(?:back|up|out))?{W}to|(?:down|booked|set|scheduled|confirmed|slated|moved|pencill?ed{W}in){W}for)(?:{W}(?:around|about|like|say|exactly|the|an?))?{W}|(?P<sign>@|~){W}?)\Z"
)
# "in the afternoon", "this evening", "tonight"
DAY_PART = re.compile(
    rf",?{W}(?:(?:in{W}the{W}|at{W}|this{W}|tomorrow{W})?(?P<part>morning|afternoon|arvo|evening|night|lunchtime)|(?P<tonight>tonight|tonite|[2_]nite))\b"
)
# "Friday morning at"
DAY_PART_BEFORE = re.compile(
    rf"\b(?P<part>morning|afternoon|arvo|evening|night|tonight|tonite|[2_]nite)(?:,)?{W}(?:at|around|from|by|about|after|before|between)?{W}?(?:about{W})?\Z"
)
# from what minute of its half day on a meal tells which half it is: nobody has breakfast at two
MEALS = {"breakfast": (300, "a"), "dinner": (240, "p")}
# "breakfast with you on Tuesday, 7:45", "8 on Friday for dinner"
MEAL = r"\b(?:breakfast|brekkie|(?P<evening>dinner|supper|drinks))\b"
MEAL_BEFORE = re.compile(rf"{MEAL}[^.!?\n]{{0,60}}\Z")
MEAL_AFTER = re.compile(rf"[^.!?\n]{{0,30}}{MEAL}")
# "at 2 works", "at 2?"
ALONE = re.compile(STANDS_ALONE)
# what a clause begins with, or a word that is followed by a time: ", 10 tues", "let's do 4 Friday", "see you 10 tues"
OPENS = re.compile(
    rf"(?:(?:^|[.,;:!?(/\n\"-]){W}?|\b(?:at|say|do|make|make{W}it|for|or|and|to|about|around|try|ok|okay|k|yes|yep|yeah|yup|sure|maybe|then|it's|be{W}there|you|me|us"
    rf"|him|her|them|come|good|fine|great|perfect|works|start|starts|starting|from|between|is|be|was|please|could|can|prefer|rather|one|slot|until|till|by|after|before){W})\Z"
)
# "I've got 9.40": such words lead to a count too, so that a bare hour after them is none
HOLDS = re.compile(
    rf"\b(?:would|does|did|how's|i've|we've|either|still|lock(?:ed)?{W}in|got|have|has|had|offer|offers|offering|free|available|open|left|take|takes|pick|choose|option|options|slots|times|book|booked|the){W}\Z"
)
# the same for a time with a dot and no day beside it: "on 9.40" is no time, ", 9.40" and "do 9.40" are
FREE = re.compile(rf"(?:(?:^|[.,:;!?(\n\"-]){W}?|\d{W}for{W}|\b(?:say|do|make|make{W}it|try|maybe|then|prefer|one|you|please|come){W})\Z")
LIMITS = ("after", "before", "until", "till", "between", "past", "by", "earlier than", "later than")
FIXED_FOR = ("down for", "booked for", "set for", "scheduled for", "confirmed for", "slated for", "moved for", "pencilled in for")
SURE_LEADS = frozenset(("at", "@", "~", "from", "around", "about", "abt", "bout", "'bout", "approx", "circa", "starting", "say", *LIMITS, *FIXED_FOR))


def lead_of(text: str, start: int) -> str:
    """Return the word that leads to the time at `start`, "" for none."""
    match = LEAD.search(text, max(0, start - 24), start)
    word = " ".join((match["word"] or match["sign"]).split()) if match else ""
    return "at" if word.endswith(" to") else word  # "moved to 4"


def follows_day(text: str, start: int, beside: Beside) -> bool:
    """Does a time stand right after a day, or only a word that leads to it between them: "tomorrow before ten"?"""
    match = LEAD.search(text, max(0, start - 24), start)
    return start in beside.after or (match is not None and match.start() in beside.after)


def opens_clause(text: str, start: int, *, sure: bool = False) -> bool:
    """May a time without "at" stand at `start`? `sure`: it has minutes, so that it is no count."""
    near = max(0, start - 12)
    return bool(OPENS.search(text, near, start) or (sure and HOLDS.search(text, near, start)))


def opens_dotted(text: str, start: int) -> bool:
    """May a time like 9.40 stand at `start`, with no day beside it?"""
    near = max(0, start - 12)
    return bool(FREE.search(text, near, start) or HOLDS.search(text, near, start))


def stands_alone(text: str, end: int) -> bool:
    """Does what follows leave a number a time, or a day a day?"""
    return bool(ALONE.match(text, end) or DAY_PART.match(text, end))


def stands_before_day(text: str, start: int, end: int, beside: Beside, *, sure: bool = False) -> bool:
    """Is it the beginning of "10 tues, fine" or "12.40 on Friday"?"""
    day_end = beside.before.get(end)
    return day_end is not None and opens_clause(text, start, sure=sure) and stands_alone(text, day_end)


def part_of_day(text: str, start: int, end: int) -> str:
    """Return the part of the day that is named around a time, "" for none."""
    found = DAY_PART.match(text, end, end + 30) or DAY_PART_BEFORE.search(text, max(0, start - 30), start)
    if found:
        return found["part"] or "night"
    meal = MEAL_BEFORE.search(text, max(0, start - 80), start) or MEAL_AFTER.match(text, end, end + 50)
    return "" if meal is None else "dinner" if meal["evening"] else "breakfast"


def in_half(minutes: int, half: str) -> int:
    """Return the minutes of the day that "a" or "p" makes of them; 13:00 and later stay."""
    return minutes if minutes >= 780 else minutes % 720 + (720 if half == "p" else 0)


def placed(minutes: int, half: str | None, part: str, literal: bool) -> int:
    """Return the minutes of the day that are meant; `literal`: written as on a clock of 24 hours."""
    if half:
        return in_half(minutes, half)
    if literal:
        return minutes
    first, half = MEALS.get(part, (0, "a" if part == "morning" else "p"))
    if part and first <= minutes and (minutes < 720 or part not in MEALS):
        return in_half(minutes, half)
    return minutes + 720 if 60 <= minutes < 480 else minutes


def time_of(minutes: int) -> dt.time:
    """Return the time so many minutes after midnight."""
    return dt.time(minutes // 60, minutes % 60)
