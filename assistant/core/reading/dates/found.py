"""What the reading of dates finds, and what it is told: plain frozen nouns, shared by the files beside this one."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from assistant.core.model import Settings


class Named(StrEnum):
    """What kind of time the words name."""

    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    SPAN = "span"  # a length counted from the message: "in two weeks"
    HOLIDAY = "holiday"
    VAGUE = "vague"  # "soon": no date


@dataclass(frozen=True, slots=True)
class Period:
    """A day or a period that the words at `start` to `end` name. `last` is its last day, None where `vague`.

    `past`: the words say that it is over ("last Friday", "since the 3rd", "on Monday I sent").
    """

    first: dt.date
    last: dt.date | None
    start: int
    end: int
    text: str
    vague: bool
    kind: Named
    past: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of day on a day. `end` where they give one; `open`: a window or a limit, not a fixed time ("after 3")."""

    start: dt.datetime
    end: dt.datetime | None
    start_pos: int
    end_pos: int
    text: str
    day_text_given: bool
    open: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A text and when it was written: `text` is lowered letter by letter, so that places in it are places in `original`."""

    text: str
    original: str
    day: dt.date  # the sender's own
    settings: Settings

    def capital(self, place: int) -> bool:
        """Does a capital letter stand at this place?"""
        return self.original[place].isupper()


@dataclass(frozen=True, slots=True)
class Hit:
    """A period found so far: its words may still grow to the left and to the right. `named` holds a trait of the words.

    `dated`: a weekday with the number of its day. `part`: a part of it was picked ("end of"), so that "by" no longer means "before it begins".
    """

    first: dt.date
    last: dt.date
    start: int
    end: int
    kind: Named
    part: bool = False
    past: bool = False
    named: str = ""
    dated: bool = False
