"""Text and the moment of its writing -> fixed points in time that its words name: a day and a time of day.

A time takes the day beside it, else the last day named before it in its sentence, else the next one there, else the last
of the sentence before, else the day given as context. The zone is the one written, else the user's. Moments are given in the
user's zone. A part of a day without a time ("Thursday afternoon") is an open window.
"""

import datetime as dt
import re
from bisect import bisect_right
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from assistant.core.model import Settings
from assistant.core.reading.dates.clock import beside, clocks
from assistant.core.reading.dates.found import Hit, Moment, Said
from assistant.core.reading.dates.hours import Clock
from assistant.core.reading.dates.periods import single_days, told
from assistant.core.reading.dates.vocabulary import W
from assistant.core.reading.dates.windows import window
from assistant.core.reading.dates.zones import Voices, home_of, zone_at, zone_for_all, zone_of

# the end of a sentence, not "a.m. on" or "Mar. 6"
STOP = re.compile(
    r"(?<![ap]\.m)(?<!\bmar)(?<!\bapr)(?<!\bjan)(?<!\bfeb)(?<!\bsept)(?<!\btues)(?<!\bthurs)(?<!\bmon)(?<!\bwed)(?<!\bfri)(?<!\bthu)(?<!\btue)[.!?][\"')]?(?=\s|$)|\n"
)
# what no time of day is without: "at two", "9:30", "half past", "in the morning"
ANY_TIME = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|noon|midday|midnight|o'?clock|quarter|same|lunch|morning|evening|arvo|night"
    r"|tonite|\b[ap]\.?m\b"
)
# between a day and its time: "Thursday at 2", "March 10, 9:30", "Friday the 20th (11:30"
TIGHT = re.compile(
    rf"[,:;]?{W}?(?:[-|@(\u00b7\u22c5\u2022]{W}?)?(?:(?:(?:morning|afternoon|evening|night)(?:,|{W})?)?{W}?(?:(?:at|from|around|about|after|before"
    rf"|between|by|for|until|any{W}?time{W}(?:after|before|from)|starting(?:{W}at)?|time)(?:{W}(?:around|about|say|like))?:?{W})?(?:@{W}?)?)?\Z"
)
# between a time and its day: "3pm on Thursday", "noon, Friday"
TIGHT_AFTER = re.compile(
    rf"[,;]?{W}?(?:in{W}the{W}(?:morning|afternoon|evening))?[-,(|\u00b7\u22c5]?{W}?(?:(?:on|this|next|for)(?:{W}(?:the|your|my|our))?{W})?\Z"
)
# "the same time and place"
SAME_TIME = re.compile(rf"\b(?:the{W})?same{W}(?:time|hour|slot)\b(?:{W}and{W}place)?(?!{W}(?:zone|as{W}\w))")
# "by Friday at 5", "due on Monday at noon"; not "swing by Friday at 5"
LIMIT = re.compile(
    rf"\b(?:(?<!swing )(?<!come )(?<!coming )(?<!stop )(?<!drop )(?<!pop )by|earlier{W}than|sooner{W}than|before|until|till|after|no{W}later{W}than|due|deadline:?){W}(?:on{W})?\Z"
)
# "March 9"
FIGURE = re.compile(r"\d")
# "Monday 9"
LAST_NUMBER = re.compile(r" (\d{1,2})\Z")
# "Tuesday or Wednesday"
LISTED = re.compile(rf",?{W}(?:or|and|&){W}(?:on{W})?(?:the{W})?|{W}?/{W}?")
# "Monday, Tuesday and Thursday"
COMMA = re.compile(rf",{W}")
# "at 10 instead of": what follows is off
NOT_THEN = re.compile(rf"\b(?:instead{W}of|rather{W}than|in{W}place{W}of)(?:{W}(?:on|at|the))?{W}\Z")
OPEN_LEADS = frozenset({"after", "before", "from", "between", "until", "till", "by", "past", "anytime", "earlier than", "later than"})


@dataclass(frozen=True, slots=True)
class Page:
    """A text with what is known of all of it: its days, where its sentences begin, whose clocks are meant and the zone for all times."""

    said: Said
    days: tuple[Hit, ...]
    stops: tuple[int, ...]
    voices: Voices
    everywhere: dt.tzinfo | None


def moments(
    text: str,
    said_at: dt.datetime,
    settings: Settings,
    *,
    day: dt.date | None = None,
    previous: dt.datetime | None = None,
    theirs: dt.tzinfo | None = None,
) -> tuple[Moment, ...]:
    """Return every point in time that the words fix, in order. `day`: what a time without one belongs to, where known.

    `previous`: the time that "same time on Friday" means. `theirs`: in the user's own mail, the zone that "your time" means.
    Windows and limits come with `open`.
    """
    said = told(text, said_at, settings)
    if not ANY_TIME.search(said.text):
        return ()
    page = _page(said, Voices(settings.zone, home_of(said_at, settings.zone), theirs or settings.zone))
    places = beside(said.text, page.days, settings.country)
    found: list[Moment] = []
    taken: Hit | None = None
    for clock in clocks(_without_dates(page), places):
        hit, near = _day_of(clock.start, clock.end, page, taken)
        taken = hit if hit and hit.start >= clock.end else None
        found += [one for one in _moments(clock, hit, near, page, day) if all(one.start != other.start for other in found)]
    found += [*_same_times(page, previous), *_hours_like_dates(page, previous)]
    found += [one for one in _windows(page) if all(one.start.date() != other.start.date() for other in found)]
    return tuple(sorted(found, key=lambda one: one.start_pos))


def _without_dates(page: Page) -> str:
    """Return the text with the figures of its dates hidden, so that none is read as an hour: "August 10 - 8:00"."""
    pieces, end = [], 0
    for hit in page.days:
        pieces += [page.said.text[end : hit.start], FIGURE.sub("_", page.said.text[hit.start : hit.end])]
        end = hit.end
    return "".join((*pieces, page.said.text[end:]))


def _page(said: Said, voices: Voices) -> Page:
    stops = (0, *(match.end() for match in STOP.finditer(said.text)), len(said.text) + 1)
    return Page(said, tuple(single_days(said)), stops, voices, zone_for_all(said.text, voices))


def _moments(clock: Clock, hit: Hit | None, near: bool, page: Page, day: dt.date | None) -> list[Moment]:
    """Return what one time of day fixes: one moment, or one for each day of "Tuesday or Wednesday at 10"."""
    said = page.said
    if NOT_THEN.search(said.text, max(0, clock.start - 24), min(clock.start, hit.start if hit else clock.start)):
        return []
    if hit:
        return [_moment(clock, one, page, near=near) for one in _alternatives(hit, page)]
    if day is None:
        return []
    start, end = _instants(clock, day, _zone(clock, page, None), said.settings.zone)
    return [Moment(start, end, clock.start, clock.end, said.original[clock.start : clock.end], False, _is_open(clock))]


def _alternatives(hit: Hit, page: Page) -> list[Hit]:
    """Return a day and the days right before it that it is listed with."""
    listed = [hit]
    for other in reversed(page.days[: page.days.index(hit)]):
        joint = LISTED if len(listed) == 1 else COMMA
        if not joint.fullmatch(page.said.text, other.end, listed[0].start):
            break
        listed.insert(0, other)
    return listed


def _moment(clock: Clock, hit: Hit, page: Page, *, near: bool) -> Moment:
    said = page.said
    start, end = _instants(clock, hit.first, _zone(clock, page, hit if near else None), said.settings.zone)
    first = min(clock.start, hit.start) if near else clock.start
    last = max(clock.end, hit.end) if near else clock.end
    limit = hit.first != hit.last or bool(LIMIT.search(said.text, max(0, hit.start - 24), hit.start))
    return Moment(start, end, first, last, said.original[first:last], True, limit or _is_open(clock))


def _is_open(clock: Clock) -> bool:
    return clock.lead == "between" or (clock.lead in OPEN_LEADS and clock.until is None)


def _zone(clock: Clock, page: Page, hit: Hit | None) -> dt.tzinfo:
    """Return the zone written after the time, or after the day that follows it, else the text's, else the user's."""
    written = clock.zone or (zone_at(page.said.text, hit.end) if hit and hit.start >= clock.end else None)
    own = page.said.settings.zone
    return zone_of(written, page.voices) if written else page.everywhere or own


def _instants(clock: Clock, day: dt.date, zone: dt.tzinfo, own: ZoneInfo) -> tuple[dt.datetime, dt.datetime | None]:
    start = dt.datetime.combine(day, clock.time, tzinfo=zone)
    end = dt.datetime.combine(day, clock.until, tzinfo=zone) if clock.until else None
    if end and end <= start:
        end += dt.timedelta(days=1)
    return start.astimezone(own), end.astimezone(own) if end else None


def _day_of(start: int, end: int, page: Page, taken: Hit | None = None) -> tuple[Hit | None, bool]:
    """Return the day that a time belongs to, and whether it stands in the same sentence.

    `taken`: a day that followed the time before: in "half three Friday, half four Monday" the next time has its day behind it too.
    """
    text = page.said.text
    number = bisect_right(page.stops, start)
    left, right = page.stops[number - 1], page.stops[number]
    before = [hit for hit in page.days if left <= hit.start and hit.end <= start + 1]
    after = [hit for hit in page.days if end - 1 <= hit.start < right]
    follows = bool(after) and bool(TIGHT_AFTER.match(text, end, after[0].start))
    if before and TIGHT.match(text, before[-1].end, start) and not (follows and before[-1] is taken):
        return before[-1], True
    if follows:
        return after[0], True
    before = [hit for hit in before if not hit.past]
    if before or after:
        return (before[-1] if before else after[0]), True
    earliest = page.stops[max(0, number - 3)]
    earlier = [hit for hit in page.days if earliest <= hit.start and hit.end <= left and not hit.past]
    return (earlier[-1], False) if earlier else (None, False)


def _same_times(page: Page, previous: dt.datetime | None) -> list[Moment]:
    found = []
    for match in SAME_TIME.finditer(page.said.text) if previous else ():
        hit, _ = _day_of(match.start(), match.end(), page)
        if hit and previous:
            start = dt.datetime.combine(hit.first, previous.timetz()).astimezone(page.said.settings.zone)
            first, last = min(hit.start, match.start()), max(hit.end, match.end())
            found.append(Moment(start, None, first, last, page.said.original[first:last], True))
    return found


def _hours_like_dates(page: Page, previous: dt.datetime | None) -> list[Moment]:
    """Return "Monday 9" as nine o'clock, where Monday is the ninth too and their talk is known to be at nine."""
    found = []
    for hit in page.days if previous else ():
        number = LAST_NUMBER.search(page.said.text, hit.start, hit.end) if hit.dated else None
        if number and previous and int(number[1]) == (previous.hour % 12 or 12):
            start = dt.datetime.combine(hit.first, previous.timetz()).astimezone(page.said.settings.zone)
            found.append(Moment(start, None, hit.start, hit.end, page.said.original[hit.start : hit.end], True))
    return found


def _windows(page: Page) -> list[Moment]:
    """Return the parts of days that are named without a time: "Thursday afternoon"."""
    found, own = [], page.said.settings.zone
    for hit in page.days:
        part = None if hit.past or hit.first != hit.last else window(page.said.text, hit)
        if part:
            start, end, first, last = part
            zone = page.everywhere or own
            begins, ends = (dt.datetime.combine(hit.first, time, tzinfo=zone).astimezone(own) for time in (first, last))
            found.append(Moment(begins, ends, start, end, page.said.original[start:end], True, True))
    return found
