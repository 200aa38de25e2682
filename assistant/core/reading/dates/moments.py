"""Text and the moment of its writing -> fixed points in time that its words name: a day and a time of day.

A time takes the day beside it, else the last day named before it in its sentence, else the next one there, else the last
of the sentence before, else the day given as context. The zone is the one written, else the user's. Moments are given in the
user's zone.
"""

import datetime as dt
import re
from zoneinfo import ZoneInfo

from assistant.core.model import Settings
from assistant.core.reading.dates.clock import Clock, clocks
from assistant.core.reading.dates.found import Hit, Moment, Named, Said
from assistant.core.reading.dates.periods import single_days, told
from assistant.core.reading.dates.vocabulary import W
from assistant.core.reading.dates.zones import zone_at, zone_for_all, zone_of

# the end of a sentence, not "a.m. on" or "Mar. 6"
STOP = re.compile(
    r"(?<![ap]\.m)(?<!\bmar)(?<!\bapr)(?<!\bjan)(?<!\bfeb)(?<!\bsept)(?<!\btues)(?<!\bthurs)(?<!\bmon)(?<!\bwed)(?<!\bfri)(?<!\bthu)(?<!\btue)[.!?][\"')]?(?=\s|$)|\n"
)
ANY_TIME = re.compile(
    r"\d|noon|midday|midnight|o'?clock|half|quarter|same|\b(?:at|past|to|till|after|before|until|around) {1,3}(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|pm\b|am\b"
)
# between a day and its time: "Thursday at 2", "March 10, 9:30", "Friday the 20th (11:30"
TIGHT = re.compile(
    rf"[,:;]?{W}?(?:[-|@(\u00b7\u22c5\u2022]{W}?)?(?:(?:(?:morning|afternoon|evening|night)(?:,|{W})?)?{W}?(?:(?:at|from|around|about|after|before|between|by|for|until|any{W}?time{W}(?:after|before|from)|starting(?:{W}at)?|time)(?:{W}(?:around|about|say|like))?:?{W})?(?:@{W}?)?)?\Z"
)
# right after a day, where a bare hour may stand: "Thursday 2-3", "Friday, 9"
GAP = re.compile(rf",?{W}(?:[(@|-]{W}?)?")
# between a time and its day: "3pm on Thursday", "noon, Friday"
TIGHT_AFTER = re.compile(rf"[,;]?{W}?(?:in{W}the{W}(?:morning|afternoon|evening))?[-,(|\u00b7\u22c5]?{W}?(?:(?:on|this|next|for)(?:{W}the)?{W})?\Z")
SAME_TIME = re.compile(rf"\b(?:the{W})?same{W}(?:time|hour|slot)\b(?:{W}and{W}place)?(?!{W}(?:zone|as{W}\w))")
LIMIT = re.compile(rf"\b(?:by|before|until|till|after|no{W}later{W}than|due|deadline:?){W}(?:on{W})?\Z")
OPEN_LEADS = frozenset({"after", "before", "from", "between", "until", "till", "by", "past", "anytime", "earlier than", "later than"})


def moments(text: str, said_at: dt.datetime, settings: Settings, *, day: dt.date | None = None, previous: dt.datetime | None = None) -> tuple[Moment, ...]:
    """Return every point in time that the words fix, in order. `day`: what a time without one belongs to, where known.

    `previous`: the time that "same time on Friday" means. Windows and limits come with `open`.
    """
    said = told(text, said_at, settings)
    if not ANY_TIME.search(said.text):
        return ()
    named = single_days(said)
    follows = frozenset(match.end() for hit in named if (match := GAP.match(said.text, hit.end)))
    stops = [0, *(match.end() for match in STOP.finditer(said.text)), len(said.text) + 1]
    everywhere = zone_for_all(said.text, settings.zone, said_at.tzinfo or settings.zone)
    found: list[Moment] = []
    for clock in clocks(said.text, follows):
        moment = _moment(clock, said, named, stops, day, said_at, everywhere)
        if moment and all(moment.start != other.start for other in found):
            found.append(moment)
    return tuple(sorted((*found, *_same_times(said, named, stops, previous)), key=lambda one: one.start_pos))


def _moment(
    clock: Clock, said: Said, named: list[Hit], stops: list[int], day: dt.date | None, said_at: dt.datetime, everywhere: dt.tzinfo | None
) -> Moment | None:
    hit, near = _day_of(clock.start, clock.end, said, named, stops)
    if hit is None and day is None:
        return None
    written = clock.zone or (zone_at(said.text, hit.end) if hit and near and hit.start >= clock.end else None)
    own, sender = said.settings.zone, said_at.tzinfo or said.settings.zone
    zone = zone_of(written, own, sender) if written else everywhere or own
    on = hit.first if hit else day or said.day
    start, end = _instants(clock, on, zone, own)
    first = min(clock.start, hit.start) if hit and near else clock.start
    last = max(clock.end, hit.end) if hit and near else clock.end
    limit = hit is not None and bool(LIMIT.search(said.text, max(0, hit.start - 24), hit.start))
    wide = limit or (hit is not None and hit.first != hit.last)
    is_open = wide or clock.lead == "between" or (clock.lead in OPEN_LEADS and clock.until is None)
    return Moment(start, end, first, last, said.original[first:last], hit is not None, is_open)


def _instants(clock: Clock, day: dt.date, zone: dt.tzinfo, own: ZoneInfo) -> tuple[dt.datetime, dt.datetime | None]:
    start = dt.datetime.combine(day, clock.time, tzinfo=zone)
    end = dt.datetime.combine(day, clock.until, tzinfo=zone) if clock.until else None
    if end and end <= start:
        end += dt.timedelta(days=1)
    return start.astimezone(own), end.astimezone(own) if end else None


def _day_of(start: int, end: int, said: Said, named: list[Hit], stops: list[int]) -> tuple[Hit | None, bool]:
    """Return the day that a time belongs to, and whether it stands in the same sentence."""
    number = next(count for count, stop in enumerate(stops) if stop > start)
    left, right = stops[number - 1], stops[number]
    before = [hit for hit in named if left <= hit.start and hit.end <= start + 1]
    after = [hit for hit in named if end - 1 <= hit.start < right]
    if before and TIGHT.match(said.text, before[-1].end, start):
        return before[-1], True
    if after and TIGHT_AFTER.match(said.text, end, after[0].start):
        return after[0], True
    before = [hit for hit in before if not hit.past]
    if before or after:
        return (before[-1] if before else after[0]), True
    earlier = [hit for hit in named if hit.end <= left and number > 1 and hit.start >= stops[max(0, number - 3)] and not hit.past]
    return (earlier[-1], False) if earlier else (None, False)


def _same_times(said: Said, named: list[Hit], stops: list[int], previous: dt.datetime | None) -> list[Moment]:
    found = []
    for match in SAME_TIME.finditer(said.text) if previous else ():
        hit, _ = _day_of(match.start(), match.end(), said, named, stops)
        if hit and previous:
            start = dt.datetime.combine(hit.first, previous.timetz()).astimezone(said.settings.zone)
            first, last = min(hit.start, match.start()), max(hit.end, match.end())
            found.append(Moment(start, None, first, last, said.original[first:last], True))
    return found
