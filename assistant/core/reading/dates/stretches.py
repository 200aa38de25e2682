"""Weeks, weekends, months, quarters and years that the words name. A match -> a Hit, or None.

The last day of a week is its Friday (RULES.md, "Their words into a date"); a week named on a Saturday or Sunday as "this"
is the coming one.
"""

import datetime as dt
import re

from assistant.core.reading.dates.found import Hit, Named, Said
from assistant.core.reading.dates.marks import is_past
from assistant.core.reading.dates.reckoning import days, last_of_month, monday_of, months_after, nearest, working_monday
from assistant.core.reading.dates.vocabulary import MONTH, MONTH_NUMBERS, MONTH_STOP, ORDINALS, YEAR, W

# "this week", "next week", "the week after next", "midweek", "EOW"
WEEK = re.compile(
    rf"\b(?:(?P<rel>ne?xt|this{W}coming|this|that{W}same|that|the{W}same|same|(?:the{W})?following|(?:the{W}|this{W})?coming|last|past|previous|the|all)"
    rf"{W}(?:(?:work|working|business|calendar|full){W})?(?:week|wk)\b(?!-)(?P<after>{W}after(?:{W}(?:next|that|this)\b)?)?(?!{W}(?:of|commencing|beginning"
    rf"|starting|ending|from|or{W}two)\b)"
    rf"|(?P<end>(?:(?:the{W})?end{W}of{W})week|eow|week'?s?{W}end|mid-?week|late{W}week)\b)"
)
# "week or next": the tail of "this week or early next"
OR_NEXT = re.compile(
    rf",?{W}(?:or|and|/){W}(?:(?:possibly|maybe|perhaps){W})?(?:(?:the{W})?(?P<part>early|mid|late|beginning{W}of|start{W}of|end{W}of){W})?(?:next|the{W}(?:week{W}|one{W})?(?:after"
    rf"|following))\b(?!{W}(?:\w+day|week|month|few|two))"
)
# "the weekend", "this long weekend"
WEEKEND = re.compile(rf"\b(?:(?P<rel>this{W}coming|this|next|the|coming|last|past|a)(?:{W}(?:whole|entire))?{W})weekend\b(?!{W}of\b)")
# "March", "next March", "March or April", "Jan 2027"
MONTH_NAME = re.compile(
    rf"(?<![\w@/.])(?:(?P<rel>this|next|last|this{W}coming|this{W}past){W})?(?P<mon>{MONTH})\b(?!'(?!s{W}(?:out|over))|[.-]\w|@){MONTH_STOP}"
    rf"(?:(?:{W}?[-/]{W}?|{W}(?:or|to|and|through){W})(?P<to>{MONTH})\b(?!{W}\d))?(?:,?{W}(?P<y>{YEAR})\b)?"
)
# "in", "by the end of": what must stand before a bare month, for "April" and "May" are people and words too
LEADS_TO_MONTH = re.compile(
    r"\b(?:in|by|before|until|till|during|through|throughout|after|since|early|earlier|mid|late|later|middle|end|beginning|start|half|of|around|this"
    r"|next|last|til|for)"
    r"(?: about| of| in| or)?[ -]{1,2}\Z"
)
# "by the time March is out"
ENDS = re.compile(r"(?: is|'s) (?:out|over|through|up)\b")
# "may decide", "march on", "may be"
VERB = re.compile(r",? (?:be|not|i|we|you|it|have|well|also|still|need|want|on|to|or may|contact|take|require|ask|decide|even|only|the)\b")
# "this month", "the end of the month", "EOM"
MONTH_WORD = re.compile(
    rf"\b(?:(?P<rel>this{W}coming|this|next|the{W}following|following|coming|last|past|previous|the|that|each|every){W}(?:calendar{W})?month\b(?!-"
    rf"|{W}of\b)|(?P<end>eom|month'?s?-? ?end|end{W}of{W}month|mid-?month))\b"
)
# "Q1 2026", "the first quarter", "EOQ"
QUARTER = re.compile(
    rf"(?<![\w.-])(?:q(?P<q>[1-4])(?:{W}(?:of{W})?(?P<y>{YEAR})|')?\b(?![:.)]{W}|[-.]?\d|\))|(?P<nth>first|second|third|fourth|(?:last"
    rf"|final)(?={W}quarter{W}of\b)){W}quarter\b(?:{W}of{W}(?:(?P<y2>{YEAR})|(?:the|this){W}year))?"
    rf"|(?P<rel>this|next|the{W}following|coming|the{W}current|current|last|the){W}(?:fiscal{W}|financial{W})?quarter\b|(?P<end>eoq|quarter-? ?end"
    rf"|end{W}of{W}quarter)\b)"
)
# "this year", "the end of the year", "the new year", "EOY"
YEAR_WORD = re.compile(
    rf"\b(?:(?P<new>the{W}new{W}year|new{W}year(?!'|{W}(?:day|eve)\b))|(?P<rel>this|next|the{W}following|coming|last|the"
    rf"|the{W}current){W}(?:calendar{W}|fiscal{W}|financial{W})?year\b(?!-)"
    rf"|(?P<end>eoy|year'?s?-? ?end|end{W}of{W}year))\b"
)


def squeezed(words: str | None) -> str:
    """Return words with single spaces between them, "" for none."""
    return " ".join((words or "").split())


def week(match: re.Match[str], said: Said) -> Hit | None:
    """Read a week: its Monday to its Friday. "named" tells a bare "the week", or one that hangs on an earlier date."""
    rel = squeezed(match["rel"]).removeprefix("the ").replace("nxt", "next")
    after = squeezed(match["after"])
    monday, trait = working_monday(said.day), rel
    if rel in ("next", "following", "last", "past", "previous"):
        monday = monday_of(said.day) + days(7 if rel in ("next", "following") else -7)
    if rel == "the":
        trait = "bare"
    if after and rel != "last":
        monday, trait = monday_of(said.day) + days(14 if after.endswith("next") else 7), "after" if after in ("after", "after that") else ""
    past = rel in ("last", "past", "previous")
    if rel == "next" and said.text.startswith("the ", match.start() - 4) and match.start() >= 4:
        return Hit(said.day, said.day + days(7), match.start() - 4, match.end(), Named.SPAN, named="next")
    part = bool(match["end"])
    last = monday + days(3 if "mid" in (match["end"] or "") else 4)
    return _or_next(Hit(monday, last, match.start(), match.end(), Named.WEEK, part=part, past=past, named=trait), said)


def _or_next(hit: Hit, said: Said) -> Hit:
    more = None if hit.past else OR_NEXT.match(said.text, hit.end, hit.end + 50)
    if not more:
        return hit
    step = {"e": 9, "b": 9, "s": 9, "m": 10}.get("" if more["part"] in (None, "end of") else more["part"][0], 11)
    return Hit(hit.first, hit.first + days(step), hit.start, more.end(), Named.WEEK, part=True)


def weekend(match: re.Match[str], said: Said) -> Hit | None:
    """Read a weekend: Saturday and Sunday."""
    rel = squeezed(match["rel"])
    if rel == "a":
        return None
    past = rel in ("last", "past") or is_past(said, match)
    saturday = monday_of(said.day) + days(5 + (7 if rel == "next" else -7 if past else 0))
    return Hit(saturday, saturday + days(1), match.start(), match.end(), Named.WEEKEND, past=past)


def month(match: re.Match[str], said: Said) -> Hit | None:
    """Read a month by its name, with its year or without."""
    before = LEADS_TO_MONTH.search(said.text, max(0, match.start() - 24), match.start()) or ENDS.match(said.text, match.end())
    if not (match["y"] or match["rel"] or before):
        return None
    if match["mon"] in ("may", "march", "mar", "dec", "jun", "sep") and not said.capital(match.start("mon")) and VERB.match(said.text, match.end()):
        return None
    past = match["rel"] in ("last", "this past") or is_past(said, match)
    first = _month_start(said.day, MONTH_NUMBERS[match["mon"]], match["y"], past)
    end = first
    if match["to"]:
        turn = MONTH_NUMBERS[match["to"]] < first.month  # "November or January 2027": the year is the second one's
        first = first.replace(year=first.year - 1) if turn and match["y"] else first
        end = dt.date(first.year + turn, MONTH_NUMBERS[match["to"]], 1)
    end = last_of_month(end)
    return Hit(first, end, match.start(), match.end(), Named.MONTH, past=past, named="month")


def _month_start(said: dt.date, number: int, year: str | None, past: bool) -> dt.date:
    if year:
        return dt.date(int(year), number, 1)
    ends = (last_of_month(dt.date(said.year + step, number, 1)) for step in (-1, 0, 1))
    found = nearest(said, ends, past)
    return (found or said).replace(day=1)


def month_word(match: re.Match[str], said: Said) -> Hit | None:
    """Read "this month" and the like."""
    rel = squeezed(match["rel"]).removeprefix("the ")
    if rel in ("each", "every"):
        return None
    step = 1 if rel in ("next", "following", "coming") else -1 if rel in ("last", "past", "previous") else 0
    first = months_after(said.day.replace(day=1), step)
    last = first + days(19) if "mid" in (match["end"] or "") else last_of_month(first)
    return Hit(first, last, match.start(), match.end(), Named.MONTH, part=bool(match["end"]), past=step < 0, named="bare" if rel == "the" else "")


def quarter(match: re.Match[str], said: Said) -> Hit | None:
    """Read a quarter of the calendar year."""
    current = dt.date(said.day.year, 3 * ((said.day.month - 1) // 3) + 1, 1)
    if match["q"] or match["nth"]:
        number = int(match["q"]) if match["q"] else {"last": 4, "final": 4}.get(match["nth"]) or ORDINALS[match["nth"]]
        year = match["y"] or match["y2"]
        first = dt.date(int(year), 3 * number - 2, 1) if year else months_after(current, 3 * ((number - (current.month + 2) // 3) % 4))
        return _months(first, 3, match, Named.QUARTER, "month")
    rel = squeezed(match["rel"]).removeprefix("the ")
    step = 3 if rel in ("next", "following", "coming") else -3 if rel == "last" else 0
    return _months(months_after(current, step), 3, match, Named.QUARTER, "bare" if rel == "the" else "")


def _months(first: dt.date, count: int, match: re.Match[str], kind: Named, trait: str) -> Hit:
    last = last_of_month(months_after(first, count - 1))
    past = "last" in (match["rel"] or "")
    return Hit(first, last, match.start(), match.end(), kind, part=bool(match["end"]), past=past, named=trait)


def year_word(match: re.Match[str], said: Said) -> Hit | None:
    """Read a calendar year; "the new year" is its January."""
    if match["new"]:
        first = dt.date(said.day.year + (said.day.month > 1), 1, 1)
        return Hit(first, first.replace(day=31), match.start(), match.end(), Named.MONTH, named="month")
    rel = squeezed(match["rel"]).removeprefix("the ")
    step = 1 if rel in ("next", "following", "coming") else -1 if rel == "last" else 0
    return _months(dt.date(said.day.year + step, 1, 1), 12, match, Named.YEAR, "bare" if rel == "the" else "")
