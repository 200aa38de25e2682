"""Times of day in a text: "at 2", "9:30 a.m.", "10.30am", "half past ten", "between 2 and 4". Text -> Clock, in order.

Without am or pm, 1 to 7 are afternoon, 8 to 12 morning and noon: interviews are held in working hours. A bare number is a
time only after a word that leads to one ("at", "after") and before one that can follow it ("at 2 works", never "at 2 sites").
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.core.reading.dates.vocabulary import NUMBERS, SMALL_NUMBERS, STANDS_ALONE, W, one_of
from assistant.core.reading.dates.zones import zone_at

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


HOUR_WORD = one_of(*SMALL_NUMBERS[:12])
HALF_DAY = rf"(?:{W}?(?P<mer%s>[ap])(?:\.{W}?)?m\b\.?)"
TIME = rf"(?:(?P<h%s>2[0-4]|[01]?\d)(?:(?P<sep%s>[:.h])(?P<m%s>[0-5]\d))?(?::[0-5]\d)?(?![\d]){HALF_DAY}?|(?P<word%s>noon|midday|midnight))"
FIRST, SECOND = TIME.replace("%s", ""), TIME.replace("%s", "2").replace("noon|", f"{HOUR_WORD}|noon|")
# "9:30 a.m.", "2-3pm", "10:00 AM - 11:15 AM", "noon to 3", "14h30", "2 o'clock"
FIGURES = re.compile(
    rf"(?<![\w:/.$\u00a3\u20ac#+&'-]){FIRST}(?P<sure>{W}?o'?{W}?clock|{W}?(?:hrs|uhr)\b)?"
    rf"(?:-?ish\b)?(?P<inner>{W}?\(?(?:et|est|edt|ct|cst|cdt|mt|pt|pst|pdt|gmt|bst|cet|cest)\b(?!{W}?[+-]\d)\)?)?(?:{W}?(?P<dash>-|to|till|until|and"
    rf"|through){W}?{SECOND})?(?![\w%]|[:/]\d|-\d|[.,]\d)"
)
# "half past ten", "quarter to four", "ten past 3", "at two thirty", "three o'clock", "two pm"
SPOKEN = re.compile(
    rf"\b(?:(?:(?:a{W})?(?P<how>half|quarter|{one_of('five', 'ten', 'twenty', 'twenty-five', '5', '10', '20', '25')})(?:{W}minutes)?(?:{W}(?P<way>past|after|to|till|before)"
    rf"|(?<=half)){W}(?P<of>{HOUR_WORD}|1[0-2]|[1-9]))"
    rf"|(?P<hour>{HOUR_WORD})(?:{W}(?P<minute>fifteen|thirty|forty-five|forty{W}five|ten|twenty))?)\b(?P<sure>{W}o'?{W}?clock)?{HALF_DAY.replace('%s', '')}?"
)
# "at 0930", "1400 hrs"
MILITARY = re.compile(r"(?<![\w:/.$#+-])(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?P<hrs> ?(?:hrs|hours|h|uhr)\b)?(?![\w%/:-]|[.,]\d)")
# "at ", "any time after "
LEAD = re.compile(
    rf"(?:\b(?P<word>at|@|from|after|before|by|until|till|around|about|between|past|for|anytime|starting|starts|start|earlier{W}than|later{W}than"
    rf"|circa|to|or|and|than|say|(?:down|booked|set|scheduled|confirmed|slated|moved|pencill?ed{W}in){W}for)(?:{W}(?:around|about|like|say|exactly|the))?{W}|(?P<sign>@|~){W}?)\Z"
)
# "in the afternoon", "this evening"
DAY_PART = re.compile(rf",?{W}(?:in{W}the{W}|at{W}|this{W}|tomorrow{W})?(?P<part>morning|afternoon|evening|night|lunchtime)\b")
# "Friday morning at"
DAY_PART_BEFORE = re.compile(
    rf"\b(?P<part>morning|afternoon|evening|night|tonight)(?:,)?{W}(?:at|around|from|by|about|after|before|between)?{W}?(?:about{W})?\Z"
)
# "at 2 works", "at 2?"
ALONE = re.compile(STANDS_ALONE)
# "has moved from", "can we push Thursday from"
MOVED = re.compile(r"\b(?:mov(?:ed?|ing)|push(?:ed|ing)?|shift(?:ed|ing)?|chang(?:ed?|ing)|reschedul(?:ed?|ing)|bump(?:ed|ing)?)\b[^.\n]{0,40}\Z")
# "2 or 3"
OR_AT = re.compile(rf",?{W}(?:or|and|to){W}(?:at{W})?|,{W}")
FIXED_FOR = ("down for", "booked for", "set for", "scheduled for", "confirmed for", "slated for", "moved for", "pencilled in for")
LIMITS = ("after", "before", "until", "till", "between", "past", "by", "earlier than", "later than")
SURE_LEADS = frozenset(("at", "@", "~", "from", "around", "about", "circa", "starting", "say", *LIMITS, *FIXED_FOR))


def clocks(text: str, follows_day: frozenset[int]) -> Iterator[Clock]:
    """Yield every time of day of a lowered text. `follows_day`: places right after a day, where a bare hour may stand."""
    found = sorted((*_figures(text, follows_day), *_spoken(text), *_military(text)), key=lambda one: (one.start, -one.end))
    end = -1
    for clock in found[:MOST_CLOCKS]:
        if clock.start >= end:
            end = clock.end
            yield clock


def _lead(text: str, start: int) -> str:
    match = LEAD.search(text, max(0, start - 24), start)
    return " ".join((match["word"] or match["sign"]).split()) if match else ""


def _figures(text: str, follows_day: frozenset[int]) -> Iterator[Clock]:
    last = 0
    for count, match in enumerate(FIGURES.finditer(text)):
        if count == 10 * MOST_CLOCKS:
            return
        lead = _lead(text, match.start())
        zone = zone_at(text, match.start("inner") if match["inner"] else match.end())
        bare = _is_bare(match)
        placed = lead in SURE_LEADS or match.start() in follows_day or bool(OR_AT.fullmatch(text, last, match.start()))
        if bare and not _is_time(text, match, zone, placed):
            continue
        times = _times(match, _part(text, match))
        if times:
            last = max(match.end(), zone.end() if zone else 0)
            yield from _one_or_two(text, match, Clock(times[0], times[1], match.start(), last, lead, zone, bare))


def _one_or_two(text: str, match: re.Match[str], clock: Clock) -> Iterator[Clock]:
    """Yield a range as it is, "2pm and 3pm" as two times, and "moved from 2 to 3" as the new one."""
    listed = match["dash"] == "and" and clock.lead != "between"
    moved = clock.lead == "from" and MOVED.search(text, max(0, clock.start - 60), clock.start)
    if clock.until is None or not (listed or moved):
        yield clock
        return
    second = max(match.start("h2"), match.start("word2"))
    if listed:
        yield replace(clock, until=None, end=match.start("dash"))
    yield replace(clock, time=clock.until, until=None, start=second, lead="")


def _is_bare(match: re.Match[str]) -> bool:
    sure = match["word"] or match["mer"] or match["sure"] or match["mer2"] or match["sep"] in (":", "h") or match["sep2"] == ":"
    return not sure


def _is_time(text: str, match: re.Match[str], zone: re.Match[str] | None, placed: bool) -> bool:
    """Is a bare number a time? `placed`: what stands before it leads to one."""
    if match["sep"] == "h" or not 1 <= int(match["h"]) <= 20:
        return False
    if zone and zone["whose"]:
        return True
    return placed and bool(zone or ALONE.match(text, match.end()) or DAY_PART.match(text, match.end()))


def _part(text: str, match: re.Match[str]) -> str:
    after = DAY_PART.match(text, match.end(), match.end() + 30)
    before = DAY_PART_BEFORE.search(text, max(0, match.start() - 30), match.start())
    part = after or before
    return part["part"] if part else ""


def _times(match: re.Match[str], part: str) -> tuple[dt.time, dt.time | None] | None:
    first = _minutes(match["word"], match["h"], match["m"])
    second = _minutes(match["word2"], match["h2"], match["m2"]) if match["dash"] else None
    mer, mer2 = match["mer"], match["mer2"]
    if second is None:
        return _time(_placed(first, mer, part, match["word"] or _literal(match["h"]))), None
    if mer is None and mer2 and not match["word"]:
        end = _halved(second, mer2)
        options = [one for one in (_halved(first, mer2), _halved(first, "a"), _halved(first, "p")) if one < end]
        return (_time(options[0]), _time(end)) if options else None
    start = _placed(first, mer, part, match["word"] or _literal(match["h"]))
    if mer2:
        return _time(start), _time(_halved(second, mer2))
    later = [one for one in (second, second + 720) if one > start and one < 1440]
    return _time(start), _time(later[0]) if later else None


def _literal(hour: str | None) -> str:
    """Return a truth where the hour is of the 24-hour clock: "14", "09"; "02" is too early to be meant so."""
    return "24" if hour and (int(hour) > 12 or int(hour) == 0 or (hour[0] == "0" and int(hour) > 6)) else ""


def _minutes(word: str | None, hour: str | None, minute: str | None) -> int:
    if word:
        return 0 if word == "midnight" else 60 * NUMBERS.get(word, 12)
    return int(hour or 0) % 24 * 60 + int(minute or 0)


def _halved(minutes: int, half: str) -> int:
    return minutes if minutes >= 780 else minutes % 720 + (720 if half == "p" else 0)


def _placed(minutes: int, half: str | None, part: str, literal: str) -> int:
    if half:
        return _halved(minutes, half)
    if literal:
        return minutes
    if part:
        return _halved(minutes, "a" if part == "morning" else "p")
    return minutes + 720 if 60 <= minutes < 480 else minutes


def _time(minutes: int) -> dt.time:
    return dt.time(minutes // 60, minutes % 60)


def _spoken(text: str) -> Iterator[Clock]:
    for count, match in enumerate(SPOKEN.finditer(text)):
        if count == 10 * MOST_CLOCKS:
            return
        lead = _lead(text, match.start())
        minutes = _said_minutes(match, lead)
        if minutes is None:
            continue
        half, part = match["mer"], _part(text, match)
        zone = zone_at(text, match.end())
        placed = _placed(minutes % 1440, half, part, "")
        yield Clock(_time(placed), None, match.start(), zone.end() if zone else match.end(), lead, zone, not (match["sure"] or half or match["how"]))


def _said_minutes(match: re.Match[str], lead: str) -> int | None:
    if match["how"]:
        if not match["way"] and lead not in SURE_LEADS:  # "half ten", British, only after "at"
            return None
        if match["how"] not in ("half", "quarter") and not (match["sure"] or match["mer"] or ALONE.match(match.string, match.end())):
            return None  # "five to ten days"
        of = match["of"]
        hour = int(of) if of.isdigit() else NUMBERS[of]
        step = {"5": 5, "10": 10, "20": 20, "25": 25, "half": 30, "quarter": 15, "twenty-five": 25}.get(match["how"]) or NUMBERS[match["how"]]
        return (hour * 60 - step) % 720 if match["way"] in ("to", "till", "before") else hour * 60 + step
    sure = match["sure"] or match["mer"] or (lead in ("at", "@", "around") and ALONE.match(match.string, match.end()))
    if not sure:
        return None
    minute = {"fifteen": 15, "thirty": 30, "ten": 10, "twenty": 20}.get(match["minute"] or "", 45 if match["minute"] else 0)
    return NUMBERS[match["hour"]] * 60 + minute


def _military(text: str) -> Iterator[Clock]:
    for match in MILITARY.finditer(text):
        lead = _lead(text, match.start())
        if not (match["hrs"] or (lead in ("at", "@") and ALONE.match(text, match.end()) and match["h"] != "20")):
            continue
        zone = zone_at(text, match.end())
        yield Clock(dt.time(int(match["h"]), int(match["m"])), None, match.start(), zone.end() if zone else match.end(), lead, zone, False)
