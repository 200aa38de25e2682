"""Times of day in figures: "9:30 a.m.", "10.30am", "2-3pm", "230pm", "3p", "12.40 Friday", "at 2". Text -> Clock, in order.

A bare number is a time only after a word that leads to one ("at", "after"), or beside a day, and before what can follow one
("at 2 works", never "at 2 sites"). Minutes without a colon ("230", "12.40") need more company the more they look like a count.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.core.reading.dates.hours import (
    MOST_CLOCKS,
    SURE_LEADS,
    Beside,
    Clock,
    follows_day,
    in_half,
    lead_of,
    opens_clause,
    opens_dotted,
    part_of_day,
    placed,
    stands_alone,
    stands_before_day,
    time_of,
)
from assistant.core.reading.dates.vocabulary import HALF_DAY, HOUR_WORD, NUMBERS, W
from assistant.core.reading.dates.zones import zone_at

TIME = (
    rf"(?:(?P<h%s>2[0-4]|[01]?\d)(?:(?P<sep%s>[:.h]?)(?P<m%s>[0-5]\d))?(?::[0-5]\d)?(?!\d)(?:{HALF_DAY}|(?P<letter%s>[aph])\b(?!\.\w))?"
    rf"|(?P<word%s>noon|midday|midnight))"
)
FIRST, SECOND = TIME.replace("%s", ""), TIME.replace("%s", "2").replace("noon|", f"{HOUR_WORD}|noon|")
# "9:30 a.m.", "2-3pm", "10:00 AM - 11:15 AM", "noon to 3", "14h30", "2 o'clock", "230pm", "2-245", "3p"
FIGURES = re.compile(
    rf"(?<![\w:/.$\u00a3\u20ac#+&'-])(?<!\d,){FIRST}(?P<sure>{W}?o'?{W}?clock|{W}?uhr\b|(?<=[:.h]\d\d){W}?hrs\b)?"
    rf"(?P<ish>-?ish\b)?(?P<inner>{W}?\(?(?:et|est|edt|ct|cst|cdt|mt|pt|pst|pdt|gmt|bst|cet|cest)\b(?!{W}?[+-]\d)\)?)?(?:{W}?(?P<dash>-|to|till|until|and"
    rf"|through|(?<=[apm.])/){W}?{SECOND})?(?![\w%]|[:/]\d|-\d|[.,]\d)"
)
# "has moved from", "can we push Thursday from"
MOVED = re.compile(r"\b(?:mov(?:ed?|ing)|push(?:ed|ing)?|shift(?:ed|ing)?|chang(?:ed?|ing)|reschedul(?:ed?|ing)|bump(?:ed|ing)?)\b[^.\n]{0,40}\Z")
# "2 or 3", "9.40, 11.20"
OR_AT = re.compile(rf",?{W}(?:or|and|to){W}(?:at{W})?|,{W}")
# after "Friday 230": a clause ends, or goes on with what only follows a time
AFTER_COMPACT = re.compile(rf"{W}?(?:[,.;:!?)\n]|$)|{W}(?:then|works?|ok|okay|good|great|fine|is|at|in|please|or|sharp|suits?|it{W}is|for|if|with|and|-)\b")
# what makes "8.15" an amount, a version or a place in a book, anywhere around it
AMOUNT = re.compile(
    r"[$\u00a3\u20ac%]|\b(?:version|v|form|section|room|chapter|clause|paragraph|appendix|figure|fig|table|unit|suite|flat|floor|page|pages|item|part|grade|band|gpa"
    r"|score[ds]?|scores|rates?|rated|ratio|average|points?|percent|per cent|release|python|java|node|cost|costs|price[ds]?|prices|pay|pays|paid|hourly|salary"
    r"|an hour|per hour|per day|quid|pounds?|euros?|dollars?|km|miles|kg|metres|meters|seconds|rule|step|question|exercise|build|patch|upgrade\w?|firmware|rose|rises|fell|falls|up|down|gained|lost|worth"
    r"|total|totals|sum|fee|fees|ticket|tickets|invoice|budget|litres|inch|inches|vat|tax|plus|ref)\b"
)
# "9 or 10 tomorrow": the times after the first
MORE_TIMES = re.compile(
    rf"(?:,?{W}(?:or|and){W}|,{W}|{W}?/{W}?)(?:\d{{1,2}}(?:[:.]?[0-5]\d)?(?:,?{W}(?:or|and){W}|,{W}|{W}?/{W}?)){{0,4}}\d{{1,2}}(?:[:.]?[0-5]\d)?(?:{W}?[ap]\.?m\b)?"
)
# "could you do 2 instead"
INSTEAD = re.compile(rf"{W}instead\b")
# "the 11.20 slot"
SLOT = re.compile(rf"{W}(?:start|kick-?off|slot|interview|call|meeting|appointment|chat|session)\b")
# "version 2.15", "form 11.20": the noun right before
NUMBERED = re.compile(
    r"\b(?:version|v|form|section|sect|room|chapter|clause|paragraph|para|appendix|figure|fig|table|unit|suite|flat|floor|page|pages|item|part|grade|rule|step|bus|gate"
    r"|platform|no|number|ext|extension|line|lot|box|apartment|apt|building|bay|desk|house|route|highway|question|ref|reference|order|ticket|pp|ps)[.:]? \Z"
)
MOST_RANGE = 4 * 60


def figures(text: str, beside: Beside) -> Iterator[Clock]:
    """Yield the times that are written in figures."""
    last = 0
    for count, match in enumerate(FIGURES.finditer(text)):
        if count == 10 * MOST_CLOCKS:
            return
        lead = lead_of(text, match.start())
        zone = zone_at(text, match.start("inner") if match["inner"] else match.end())
        bare, listed = _is_bare(match), bool(OR_AT.fullmatch(text, last, match.start()))
        if bare and not _is_time(match, zone, lead, listed, beside):
            continue
        times = _times(match, part_of_day(text, match.start(), match.end()))
        if times:
            last = max(match.end(), zone.end() if zone else 0)
            yield from _one_or_two(
                text, match, Clock(time_of(times[0]), None if times[1] is None else time_of(times[1]), match.start(), last, lead, zone, bare)
            )


def _one_or_two(text: str, match: re.Match[str], clock: Clock) -> Iterator[Clock]:
    """Yield a range as it is, "2pm and 3pm" as two times, and "moved from 2 to 3" as the new one."""
    listed = match["dash"] == "/" or (match["dash"] == "and" and clock.lead != "between")
    moved = clock.lead == "from" and MOVED.search(text, max(0, clock.start - 60), clock.start)
    if clock.until is None or not (listed or moved):
        yield clock
        return
    second = max(match.start("h2"), match.start("word2"))
    if listed:
        yield replace(clock, until=None, end=match.start("dash"), zone=None if match["dash"] == "/" else clock.zone)
    yield replace(clock, time=clock.until, until=None, start=second, lead="")


def _is_bare(match: re.Match[str]) -> bool:
    sure = match["word"] or match["mer"] or match["sure"] or match["mer2"] or match["sep"] in (":", "h") or match["sep2"] == ":"
    return not sure


def _is_time(match: re.Match[str], zone: re.Match[str] | None, lead: str, listed: bool, beside: Beside) -> bool:
    """Is a bare number a time? `listed`: it goes on a list of times."""
    text, start, end = match.string, match.start(), match.end()
    compact = "" in (match["sep"], match["sep2"])
    if not 1 <= int(match["h"]) <= 20 or NUMBERED.search(text, max(0, start - 14), start) or (compact and not _is_plausible(match)):
        return False
    if (zone and zone["whose"]) or _is_before_day(match, zone, beside) or (match["sep"] == "." and _is_dotted_time(match, beside)):
        return True
    if not (zone or stands_alone(text, end)):
        return False
    if listed or match["ish"] or (INSTEAD.match(text, end) and opens_clause(text, start)):
        return True
    if compact or match["letter"] or match["letter2"]:
        return follows_day(text, start, beside) and (lead in SURE_LEADS or bool(AFTER_COMPACT.match(text, end)))
    return lead in SURE_LEADS or start in beside.after


def _is_before_day(match: re.Match[str], zone: re.Match[str] | None, beside: Beside) -> bool:
    # "12.40 on Friday", "11 ET tomorrow", "9, 10 or 11 on Friday"; never "18 yesterday" or "20.03 on Friday"
    if int(match["h"]) > 12 if match["sep"] != "." else match["m"][1] not in "05":
        return False
    sure = bool(match["m"] or match["m2"])
    end = zone.end() if zone else match.end()
    return stands_before_day(match.string, match.start(), end, beside, sure=sure) or _is_listed_before_day(match, beside)


def _is_listed_before_day(match: re.Match[str], beside: Beside) -> bool:
    # "9, 10 or 11 on Friday"
    text, rest = match.string, MORE_TIMES.match(match.string, match.end())
    day_end = beside.before.get(rest.end()) if rest else None
    return day_end is not None and opens_clause(text, match.start(), sure=match["m"] is not None) and stands_alone(text, day_end)


def _is_plausible(match: re.Match[str]) -> bool:
    # "230" and "2-245" may be times, "2026", "233" and "555-0130" are none
    hours, minutes = [int(match["h"])], [match["m"] or "00"]
    if match["h2"]:
        hours, minutes = [*hours, int(match["h2"])], [*minutes, match["m2"] or "00"]
    times = _times(match, "")
    if times is None or (times[1] is not None and times[1] - times[0] > MOST_RANGE):
        return False
    return all(1 <= one <= 12 for one in hours) and all(one.endswith(("0", "5")) for one in minutes)


def _is_dotted_time(match: re.Match[str], beside: Beside) -> bool:
    # "would 2.30 on Friday", anywhere; "I've got 9.40", "the 11.20 slot", only where people write so
    text, start, end = match.string, match.start(), match.end()
    if not match["m"].endswith(("0", "5")) or AMOUNT.search(text, max(0, start - 60), min(len(text), end + 30)):
        return False
    day_end = beside.before.get(end)
    if day_end is not None and stands_alone(text, day_end):
        return True
    if not (beside.dotted and 7 <= placed(60 * int(match["h"]), None, "", _is_literal(match["h"])) // 60 <= 19):
        return False
    return (opens_dotted(text, start) and stands_alone(text, end)) or bool(SLOT.match(text, end))


def _times(match: re.Match[str], part: str) -> tuple[int, int | None] | None:
    first = _minutes(match["word"], match["h"], match["m"])
    second = _minutes(match["word2"], match["h2"], match["m2"]) if match["dash"] else None
    half, half2 = (match[f"mer{n}"] or (match[f"letter{n}"] or "").replace("h", "") for n in ("", "2"))
    literal = bool(match["word"]) or match["letter"] == "h" or _is_literal(match["h"])
    if second is None:
        return placed(first, half, part, literal), None
    if not half and half2 and not match["word"]:
        end = in_half(second, half2)
        options = [one for one in (in_half(first, half2), in_half(first, "a"), in_half(first, "p")) if one < end]
        return (options[0], end) if options else None
    start = placed(first, half, part, literal)
    if half2:
        return start, in_half(second, half2)
    later = [one for one in (second, second + 720) if one > start and one < 1440]
    return (start, later[0]) if later else None


def _is_literal(hour: str | None) -> bool:
    """Is the hour of the 24-hour clock: "14", "09"? "02" is too early to be meant so."""
    return hour is not None and (int(hour) > 12 or int(hour) == 0 or (hour[0] == "0" and int(hour) > 6))


def _minutes(word: str | None, hour: str | None, minute: str | None) -> int:
    if word:
        return 0 if word == "midnight" else 60 * NUMBERS.get(word, 12)
    return int(hour or 0) % 24 * 60 + int(minute or 0)
