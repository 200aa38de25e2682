"""Times of day in words or as in the army: "half past ten", "half ten", "at two thirty", "at 0930". Text -> Clock, in order."""

import datetime as dt
import re
from collections.abc import Iterator

from assistant.core.reading.dates.hours import (
    ALONE,
    LIMITS,
    MOST_CLOCKS,
    SURE_LEADS,
    Beside,
    Clock,
    follows_day,
    lead_of,
    opens_clause,
    part_of_day,
    placed,
    stands_before_day,
    time_of,
)
from assistant.core.reading.dates.vocabulary import HALF_DAY, HOUR_WORD, NUMBERS, W, one_of
from assistant.core.reading.dates.zones import zone_at

# "half past ten", "half ten", "quarter to four", "ten past 3", "at two thirty", "three o'clock", "two pm"
SPOKEN = re.compile(
    rf"\b(?:(?:(?:a{W})?(?P<how>half|quarter|{one_of('five', 'ten', 'twenty', 'twenty-five', '5', '10', '20', '25')})(?:{W}minutes)?(?:{W}(?P<way>past|after|to|till|before)"
    rf"|(?<=half)){W}(?P<of>{HOUR_WORD}|1[0-2]|[1-9]))"
    rf"|(?P<hour>{HOUR_WORD})(?:(?:{W}|-)(?P<minute>fifteen|thirty|forty-five|forty{W}five|ten|twenty))?)(?P<ish>-?ish)?\b(?P<sure>{W}o'?{W}?clock|{W}sharp\b|{W}on{W}the{W}dot\b)?"
    rf"{HALF_DAY.replace('%s', '')}?"
)
# "at 0930", "1400 hrs"
MILITARY = re.compile(r"(?<![\w:/.$#+-])(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?P<hrs> ?(?:hrs|hours|h|uhr)\b)?(?![\w%/:-]|[.,]\d)")
IN_PART = re.compile(rf"{W}in{W}the{W}(?:morning|afternoon|evening)\b")
# what ends a clause
CLAUSE_END = re.compile(r" ?(?:[,.;:!?)\n]|$)")
STEPS = {"5": 5, "10": 10, "20": 20, "25": 25, "half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}


def spoken(text: str, beside: Beside) -> Iterator[Clock]:
    """Yield the times that are written in words."""
    for count, match in enumerate(SPOKEN.finditer(text)):
        if count == 10 * MOST_CLOCKS:
            return
        lead = lead_of(text, match.start())
        minutes = _minutes(match, lead, beside)
        if minutes is None:
            continue
        half, part = match["mer"], part_of_day(text, match.start(), match.end())
        zone = zone_at(text, match.end())
        time = time_of(placed(minutes % 1440, half, part, False))
        yield Clock(time, None, match.start(), zone.end() if zone else match.end(), lead, zone, not (match["sure"] or half or match["how"]))


def _minutes(match: re.Match[str], lead: str, beside: Beside) -> int | None:
    if match["how"]:
        return _past_or_to(match) if _is_counted_time(match, lead, beside) else None
    if not (match["sure"] or match["mer"] or _is_led(match, lead, beside)):
        return None
    minute = {"fifteen": 15, "thirty": 30, "ten": 10, "twenty": 20}.get(match["minute"] or "", 45 if match["minute"] else 0)
    return NUMBERS[match["hour"]] * 60 + minute


def _is_led(match: re.Match[str], lead: str, beside: Beside) -> bool:
    # "at two", "threeish", "ten thirty tomorrow"; "two tomorrow" and "tomorrow, two" only where no count can be meant
    text, start, end = match.string, match.start(), match.end()
    if match.group() != "one" and stands_before_day(text, start, end, beside, sure=bool(match["minute"])):
        return True
    part = IN_PART.match(text, end)
    if part and (lead in ("at", "@", "around") or follows_day(text, start, beside) or CLAUSE_END.match(text, part.end())):  # "Tuesday, nine in the morning"
        return True
    if not ALONE.match(text, end):
        return False
    if lead in ("at", "@", "around") or match["ish"]:
        return True
    return follows_day(text, start, beside) and bool(match["minute"] or lead in LIMITS or CLAUSE_END.match(text, end))


def _is_counted_time(match: re.Match[str], lead: str, beside: Beside) -> bool:
    # "half ten" is British and needs its place; "five to ten days" is none; "ten past two" always is
    text, ends = match.string, bool(match["sure"] or match["mer"] or ALONE.match(match.string, match.end()))
    if not match["way"]:
        if lead in SURE_LEADS or match.start() in beside.after or match.end() in beside.before:
            return ends
        return ends and opens_clause(text, match.start(), sure=True)
    return match["how"] in ("half", "quarter") or match["way"] == "past" or ends


def _past_or_to(match: re.Match[str]) -> int:
    hour, step = int(match["of"]) if match["of"].isdigit() else NUMBERS[match["of"]], STEPS[match["how"]]
    return (hour * 60 - step) % 720 if match["way"] in ("to", "till", "before") else hour * 60 + step


def military(text: str, beside: Beside) -> Iterator[Clock]:
    """Yield the times of four digits."""
    for match in MILITARY.finditer(text):
        lead = lead_of(text, match.start())
        if not (match["hrs"] or _is_placed(match, lead, beside)):
            continue
        zone = zone_at(text, match.end())
        yield Clock(dt.time(int(match["h"]), int(match["m"])), None, match.start(), zone.end() if zone else match.end(), lead, zone, False)


def _is_placed(match: re.Match[str], lead: str, beside: Beside) -> bool:
    # "at 0930", "1645 on Friday", never "at 2026"; beside a day only an hour of the afternoon, which no other reader takes
    text, end, hour = match.string, match.end(), int(match["h"])
    if lead in ("at", "@") and ALONE.match(text, end) and hour != 20:
        return True
    if not 13 <= hour <= 18 or match["m"][1] not in "05":
        return False
    return stands_before_day(text, match.start(), end, beside) or (match.start() in beside.after and bool(CLAUSE_END.match(text, end)))
