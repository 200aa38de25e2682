"""The words that stand before a period and change it: "by the end of", "the week of", "the Monday after", "before".

A hit and its text -> the same hit, wider and changed. Each step reads the words that end where the hit begins.
"""

import datetime as dt
import re
from dataclasses import replace

from assistant.core.days import business_days_after
from assistant.core.reading.dates.found import Hit, Named, Said
from assistant.core.reading.dates.marks import is_past_at
from assistant.core.reading.dates.reckoning import days, last_of_month, monday_of, months_after, nth_weekday, weekday_after, weekday_before
from assistant.core.reading.dates.vocabulary import NUMBER, ORDINALS, WEEKDAY, WEEKDAY_NUMBERS, W, number

REACH = 48
"""How far before a hit its leading words are looked for, in characters."""

TAIL_END = rf"(?:tail{W}end|back{W}end|second{W}half|latter{W}half|latter{W}part|later{W}part|close|last{W}part|turn|last{W}days?|final{W}days)"
# "by the end of the", "early in", "mid-"
PART = re.compile(
    rf"(?:(?:(?:the{W})?(?:very{W})?(?:(?P<early>early|earlier)|(?P<mid>mid-?week|mid|middle)|(?P<late>late|later|end|eow|eom|eoq))(?:(?:{W}|-)(?:in|on|of|part{W}of))?"
    rf"|(?:the{W})?(?:very{W})?(?:(?P<first>beginning|start|first{W}(?:few{W}|couple{W}of{W})?days|first{W}half|first{W}part|early{W}part|opening)"
    rf"|(?P<last>{TAIL_END})){W}of)(?:{W}the)?(?:{W}|-)|(?P<day>(?:(?:the{W})?end{W}of{W}(?:the{W})?(?:business{W}|working{W}|work{W})?(?:day|business"
    rf"|play)|(?:the{W})?close{W}of{W}(?:business|play)|eod|cob|first{W}thing|late{W}on|early{W}on|sometime|some{W}time)(?:{W}(?:on|in|of"
    rf"|,))?,?{W}))\Z"
)
# "the week of", "w/c", "week ending"
WEEK_OF = re.compile(
    rf"(?:(?:the{W}|a{W})?(?:week|wk)(?:{W}|-)(?:of|commencing|beginning|starting|(?P<ending>ending))|w/c|w/b|wc|w\.c\.?|(?P<we>w/e)"
    rf"|(?P<end>(?:the{W})?weekend{W}of)):?{W}(?:on{W})?(?:the{W})?\Z"
)
# "the first week of", "the first two weeks of", "the second Monday in"
NTH = re.compile(
    rf"(?:the{W})?(?P<nth>first|second|third|fourth|fifth|last|final|1st|2nd|3rd|4th)(?:{W}(?:full|working|business))?{W}(?:(?P<count>two|three"
    rf"|couple{W}of|few){W}weeks|(?P<what>week|half|day|(?:business|working){W}day|{WEEKDAY}))(?:{W}or{W}two)?{W}(?:of|in){W}(?:the{W})?\Z"
)
# "the day after", "the Monday following", "a week on", "two weeks from"
RELATED = re.compile(
    rf"(?:(?:(?:the{W})?(?:(?P<unit>day|(?:first{W})?week(?:{W}back)?|weekend)|(?P<wd>{WEEKDAY})|(?:(?:first{W}|next{W})?(?:business|working){W}(?P<work>day)))"
    rf"|(?P<n>{NUMBER}){W}(?:(?P<working>business|working){W})?(?P<units>days?|weeks?|fortnights?|months?))"
    rf"{W}(?P<way>immediately{W}after|after|following|before|from|on|of)|(?P<plain>(?:a|one|two|three|1|2|3){W}(?:weeks?|fortnight))"
    rf"|(?P<straight>(?:the{W})?week{W}after)){W}(?:the{W})?\Z"
)
# "by", "before", "after"
PREPOSITION = re.compile(
    rf"\b(?:(?P<on>(?:on|by){W}or{W}before)|(?P<not>not{W}(?:until|till))"
    rf"|(?P<never>not{W}(?:any{W}time{W})?before|(?:no|not{W}any){W}(?:earlier|sooner){W}than)|(?P<out>by{W}the{W}time)|(?P<before>before|prior{W}to"
    rf"|ahead{W}of|in{W}advance{W}of)|(?P<after>after|following|once|past)|(?P<by>by|no{W}later{W}than|not{W}later{W}than))(?:{W}(?:the|about|around"
    rf"|roughly))?{W}\Z"
)
# "before the month is out"
IS_OUT = re.compile(rf"(?:{W}is|'s){W}(?:out|over|through|done|up)\b|{W}(?:ends|closes)\b")
# "you won't hear before Friday": no day by which they will
NEVER = re.compile(
    r"\b(?:won't|wouldn't|will not|would not|can't|cannot|don't|do not|doesn't|isn't|aren't|not|unlikely|nothing|nobody|no one|doubt|hardly|never|no news|no decision)"
    r"\b[^.,;:!?\n]{0,40} ?\Z"
)


def with_leading_words(hit: Hit, said: Said, *, preposition: bool = True) -> Hit:
    """Return the hit with the words before it taken in, three deep at most, and its preposition last."""
    if hit.kind is Named.VAGUE:
        return hit
    for _ in range(3):
        changed = _related(hit, said) or _week_of(hit, said) or _nth(hit, said) or _part(hit, said)
        if changed is None:
            break
        hit = changed
    return _preposition(hit, said) if preposition else hit


def _before(pattern: re.Pattern[str], hit: Hit, said: Said) -> re.Match[str] | None:
    start = max(0, hit.start - REACH)
    match = pattern.search(said.text, start, hit.start)
    while match and match.start() and said.text[match.start() - 1].isalnum():  # never from the middle of a word
        match = pattern.search(said.text, match.start() + 1, hit.start)
    return match


def _part(hit: Hit, said: Said) -> Hit | None:
    match = None if hit.part and hit.kind is not Named.DAY else _before(PART, hit, said)
    if match is None or hit.kind in (Named.SPAN, Named.HOLIDAY) or (match["day"] and hit.kind not in (Named.DAY,) and "some" not in match["day"]):
        return None
    if hit.kind in (Named.DAY, Named.WEEKEND) or (match["day"] and "some" in match["day"]):
        return replace(hit, start=match.start())
    which = "early" if match["early"] or match["first"] else "mid" if match["mid"] else "late"
    start = match.start()
    if which == "early" and match["early"] == "earlier" and hit.first <= said.day:
        return replace(hit, last=max(hit.first, said.day - days(1)), start=start, part=True, past=True)
    words = match["first"] or match["last"] or ""
    if hit.named == "bare" and _is_over(_part_of(hit, which, words)[1], which, hit, said) and not is_past_at(said, start, hit.end):
        hit = _next(hit)
    first, last = _part_of(hit, which, words)
    return replace(hit, first=first, last=last, start=start, part=True, named="")


def _is_over(last: dt.date, which: str, hit: Hit, said: Said) -> bool:
    # "at the beginning of the week", said on a Wednesday, is the next week's
    return last < said.day or (hit.kind is Named.WEEK and which == "early" and last == said.day)


def _next(hit: Hit) -> Hit:
    if hit.kind is Named.WEEK:
        return replace(hit, first=hit.first + days(7), last=hit.last + days(7))
    first = hit.last + days(1)
    return replace(hit, first=first, last=last_of_month(months_after(first, {Named.MONTH: 0, Named.QUARTER: 2}.get(hit.kind, 11))))


def _part_of(hit: Hit, which: str, words: str) -> tuple[dt.date, dt.date]:
    first = hit.first
    if hit.kind is Named.WEEK:
        return {"early": (first, first + days(2)), "mid": (first + days(1), first + days(3)), "late": (first + days(3), hit.last)}[which]
    if hit.kind is Named.MONTH:
        half = "half" in words
        tenth, twentieth = first + days(14 if half else 9), first + days(19)
        return {"early": (first, tenth), "mid": (first + days(10), twentieth), "late": (first + days(15 if half else 20), hit.last)}[which]
    third = 1 if hit.kind is Named.QUARTER else 4
    if hit.kind is Named.YEAR and which == "early":
        return first, last_of_month(months_after(first, 2))
    step = {"early": 0, "mid": 1, "late": 2}[which]
    start = months_after(first, third * step)
    return start, last_of_month(months_after(start, third - 1))


def _week_of(hit: Hit, said: Said) -> Hit | None:
    if hit.kind not in (Named.DAY, Named.HOLIDAY):
        return None
    match = _before(WEEK_OF, hit, said)
    if match is None:
        return None
    if match["ending"] or match["we"]:
        return replace(hit, first=monday_of(hit.last), start=match.start(), part=True, kind=Named.WEEK)
    if match["end"]:
        saturday = monday_of(hit.first) + days(5)
        return replace(hit, first=saturday, last=saturday + days(1), start=match.start(), kind=Named.WEEKEND)
    monday = monday_of(hit.first + days(2)) if hit.first.weekday() > 4 else monday_of(hit.first)
    return replace(hit, first=monday, last=monday + days(4), start=match.start(), kind=Named.WEEK)


def _nth(hit: Hit, said: Said) -> Hit | None:
    if hit.kind not in (Named.MONTH, Named.QUARTER, Named.WEEK) or hit.part:
        return None
    match = _before(NTH, hit, said)
    if match is None:
        return None
    word = match["nth"]
    nth = -1 if word in ("last", "final") else ORDINALS.get(word) or int(word[0])
    wide = replace(hit, start=match.start(), part=True, named="")
    if match["count"]:
        length = {"two": 14, "three": 21}.get(match["count"], 14 if "couple" in match["count"] else 21)
        return replace(wide, last=min(hit.last, hit.first + days(length - 1))) if nth == 1 else wide
    what = match["what"]
    if what.endswith("day") and what not in WEEKDAY_NUMBERS:
        end = hit.last if nth == -1 else business_days_after(hit.first - days(1), nth, said.settings.country, said.settings.region)
        return replace(wide, last=end, kind=Named.DAY)
    if what in WEEKDAY_NUMBERS:
        day = nth_weekday(hit.first, WEEKDAY_NUMBERS[what], nth)
        return replace(wide, first=day, last=day, kind=Named.DAY)
    if what == "half":
        first, last = _part_of(hit, "late" if nth in (2, -1) else "early", "half")
        return replace(wide, first=first, last=last)
    if hit.kind is not Named.MONTH or nth == -1:
        return replace(wide, first=hit.last - days(6))
    return replace(wide, first=hit.first + days(7 * (nth - 1)), last=min(hit.last, hit.first + days(7 * nth - 1)), kind=Named.WEEK)


def _related(hit: Hit, said: Said) -> Hit | None:
    if hit.kind in (Named.SPAN, Named.VAGUE) or said.text.startswith("'s", hit.end):
        return None
    match = _before(RELATED, hit, said)
    if match is None:
        return None
    way = (match["way"] or ("after" if match["straight"] else "on")).split()[-1]
    wide = replace(hit, start=match.start(), part=True)
    if match["n"] or match["plain"]:
        return _counted_from(wide, match, way, said)
    if way in ("from", "on", "of"):
        return None
    if match["wd"]:
        weekday = WEEKDAY_NUMBERS[match["wd"]]
        day = weekday_before(hit.first, weekday) if way == "before" else weekday_after(hit.last, weekday)
        return replace(wide, first=day, last=day, kind=Named.DAY)
    if match["unit"] == "day" or match["work"]:
        day = hit.first - days(1) if way == "before" else hit.last + days(1)
        if match["work"]:
            day = business_days_after(hit.last, 1, said.settings.country, said.settings.region)
        return replace(wide, first=day, last=day, kind=Named.DAY)
    before = hit.first - days(7 if hit.first.weekday() < 5 else 0)  # the week before a Sunday is the one that it ends
    monday = monday_of(before) if way == "before" else monday_of(hit.last) + days(7)
    if match["unit"] == "weekend":
        saturday = weekday_before(hit.first, 5) if way == "before" else weekday_after(hit.last, 5)
        return replace(wide, first=saturday, last=saturday + days(1), kind=Named.WEEKEND)
    return replace(wide, first=monday, last=monday + days(4), kind=Named.WEEK)


def _counted_from(wide: Hit, match: re.Match[str], way: str, said: Said) -> Hit | None:
    if wide.kind not in (Named.DAY, Named.HOLIDAY) and way != "after":
        return None
    words = match["plain"] or f"{match['n']} {match['units']}"
    count, unit = number(words.split()[0]), words.split()[-1].rstrip("s")
    if (way == "on" and unit not in ("week", "fortnight")) or count > 60:
        return None
    if match["plain"] and wide.named not in ("near", "weekday"):
        return None
    if wide.dated and wide.first == weekday_after(said.day, wide.first.weekday()) + days(7 * count) and unit == "week":
        return wide  # "a week on Saturday the 21st": the number already tells which Saturday
    if way == "before":
        day = wide.first - days(count * {"day": 1, "week": 7, "fortnight": 14, "month": 30}[unit])
        return replace(wide, first=day, last=day, kind=Named.DAY)
    if match["working"]:
        end = business_days_after(wide.last, count, said.settings.country, said.settings.region)
    else:
        end = months_after(wide.last, count) if unit == "month" else wide.last + days(count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    return replace(wide, first=end if way == "on" else wide.last, last=end, kind=Named.DAY)


def _preposition(hit: Hit, said: Said) -> Hit:
    match = _before(PREPOSITION, hit, said) if IS_OUT.match(said.text, hit.end) or not said.text.startswith("'s", hit.end) else None
    if match is None or hit.past:
        return hit
    wide = replace(hit, start=match.start())
    if match["never"] or (match["before"] and NEVER.search(said.text, max(0, match.start() - REACH), match.start())):
        return replace(wide, named="never")
    if IS_OUT.match(said.text, hit.end) and not match["after"]:
        return replace(wide, named="", part=True)  # "before the month is out", "by the time March is over"
    if hit.named == "bare" or match["out"]:
        return hit  # "before the week" alone names nothing
    if match["after"]:
        return _after(wide)
    whole = not hit.part and hit.kind not in (Named.SPAN, Named.VAGUE)
    if match["before"] and whole:
        return _ended_before(wide, said)
    if match["by"] and whole and (hit.kind in (Named.WEEKEND, Named.HOLIDAY) or hit.named == "month"):
        return _ended_before(wide, said)
    return wide


def _after(hit: Hit) -> Hit:
    if hit.kind is Named.SPAN:
        return hit
    if hit.kind is Named.WEEKEND:  # "after the weekend" is early in the week that follows
        return replace(hit, first=hit.last + days(1), last=hit.last + days(3))
    return replace(hit, first=hit.last + days(1), last=hit.last + days(7))


def _ended_before(hit: Hit, said: Said) -> Hit:
    last = hit.first - days(3 if hit.kind is Named.WEEK else 1)
    return replace(hit, first=min(last, said.day), last=last, part=True)
