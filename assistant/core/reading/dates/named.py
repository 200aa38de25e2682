"""Days that the words name: dates, days of the month, today and its neighbours. A match -> a Hit, or None.

Each reader refuses look-alikes of its own pattern: "we may 3", "3/4 of", "24/7", "the 2nd interview".
"""

import datetime as dt
import re

from assistant.core.reading.dates.found import Hit, Named, Said
from assistant.core.reading.dates.marks import is_past
from assistant.core.reading.dates.reckoning import (
    date_or_none,
    day_of_month,
    days,
    in_some_year,
)
from assistant.core.reading.dates.vocabulary import (
    DAY_NUMBER,
    ENDS,
    MONTH,
    MONTH_NUMBERS,
    MONTH_STOP,
    ORDINAL_WORD,
    ORDINALS,
    STANDS_ALONE,
    SUFFIX,
    WEEKDAY,
    WEEKDAY_NUMBERS,
    YEAR,
    W,
)
from assistant.core.reading.dates.weekdays import LEADS

MONTH_FIRST = frozenset({"US", "CA"})
"""Where 6/3 is June 3 (RULES.md, below the table)."""

# "Thursday, the "
WITH_WEEKDAY = rf"(?:(?:(?:this|next|coming){W})?(?P<wd>{WEEKDAY})\b[.,]{{0,2}}{W}(?:the{W})?)?"
# "13", "-13", " to the 13th", ", 17 and 19"
TAIL = (
    rf"(?:{W}?-{W}?(?P<to>{DAY_NUMBER}){SUFFIX}?{ENDS}"
    rf"|(?:,{W}{DAY_NUMBER}{SUFFIX}?){{0,4}},?{W}(?:to|through|thru|until|till|and|or|&){W}(?:the{W})?(?P<or>{DAY_NUMBER}){SUFFIX}?{ENDS}(?!{W}{MONTH}\b))?"
)

# "Friday, March 6, 2026", "March 16, 17 and 19", "Mar. 9-13"
MONTH_DAY = re.compile(
    rf"\b{WITH_WEEKDAY}(?P<mon>{MONTH})\b\.?,?{W}?(?:the{W})?(?P<d>{DAY_NUMBER})(?P<ord>{SUFFIX})?(?![a-z]){ENDS}{TAIL}(?:,?{W}(?P<y>{YEAR})\b)?"
)
# "Tuesday the 10th of March 2026", "9-13 March", "the third of April"
DAY_MONTH = re.compile(
    rf"(?<![\w:/.$\u00a3\u20ac#-]){WITH_WEEKDAY}(?:the{W})?"
    rf"(?P<d>{DAY_NUMBER}{SUFFIX}?|{ORDINAL_WORD})"
    rf"(?:(?:{W}?-{W}?|{W}(?:to|and|or|&|until|through){W}(?:the{W})?)(?P<to>{DAY_NUMBER}){SUFFIX}?)?"
    rf"(?:-|{W})?(?P<of>of{W})?(?P<mon>{MONTH})\b{MONTH_STOP}(?:,?(?:-|{W})(?P<y>{YEAR})\b)?"
)
# "2026-03-06", "2026/03/06"
ISO = re.compile(r"(?<![\w/.-])(?P<y>20\d\d)(?P<sep>[-/])(?P<m>\d\d)(?P=sep)(?P<d>\d\d)(?![\d/-])")
# "6/3", "6/3/2026", "Fri 3/6", "06.03.2026"
NUMERIC = re.compile(
    rf"(?<![\w/.$\u00a3\u20ac#=-])(?:(?P<wd>{WEEKDAY})\b[.,]{{0,2}}{W})?"
    r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?:(?P=sep)(?P<y>20\d\d|\d\d))?(?![\w/%]|[.,:-]\d)"
)
# "the 14th", "by 14th", "the 14th of next month"
DAY_OF_MONTH = re.compile(
    rf"\b(?:(?:the|by|on|before|until|from|after){W}(?P<d>{DAY_NUMBER}{SUFFIX})|(?:by|on|before|until|from|after){W}the{W}(?P<word>{ORDINAL_WORD}))\b(?:(?:{W}(?:or|and|to){W}"
    rf"|-)(?:the{W})?(?P<to>{DAY_NUMBER}{SUFFIX})\b)?(?P<m>{W}of{W}(?P<which>this|next|the|last){W}month\b)?{STANDS_ALONE}"
)
# "today", "tomorrow afternoon", "the day after tomorrow", "end of day", "COB"
NEAR_DAY = re.compile(
    rf"\b(?:(?P<week>this{W}time{W}next{W}week)|(?P<later>(?:the{W})?day{W}after{W}tomorrow)|(?P<earlier>(?:the{W})?day{W}before{W}yesterday)"
    rf"|(?P<tomorrow>tomorrow|tmrw|tmr|tmw|2mor+ow|2moro|2mrw|tomoz|tomorow|tommorow|tommorrow|(?:the{W})?(?:very{W})?next{W}day|next{W}(?:business|working){W}day)"
    rf"|(?P<yesterday>yesterday|last{W}night|earlier{W}today)"
    rf"|(?P<today>today|2day|tonight|tonite|2nite|this{W}(?:very{W})?(?:morning|afternoon|arvo|evening)|later{W}today|(?:the{W})?same{W}day"
    rf"|(?:(?<!at )(?<!at the )(?:the{W})?end{W}of{W}(?:the{W})?(?:business{W}|working{W}|work{W})?day|(?:the{W})?close{W}of{W}(?:business|play)|eod"
    rf"|cob)))\b(?P<plus>(?:(?<=today)|(?<=rrow)){W}week\b(?!{W}(?:of|\d)))?"
    rf"(?!'s?{W}(?:market|world|economy|climate|age|digital)\b)"
)

# "the end of day", "COB"
END_OF_DAY = re.compile(r"(?:the {1,3})?(?:end|close)|eod|cob")
# "3/20 at 2pm"
TIME_FOLLOWS = re.compile(r"(?: at|,| @| from| between|:) ?\d{1,2}(?:[:.][0-5]\d(?!\d)| ?[ap]\.?m|[ap]\b)")
# "12 March Street"
STREET = re.compile(r" (?:street|st|road|rd|avenue|ave|lane|drive|place|way|court|crescent|close)\b")
# "by 3/20", "date: 3/20"
FIGURE_LEADS = re.compile(
    rf"(?:\b(?:by|on|before|until|till|after|from|of|for|or|and|to|thru|through|since|between|is|was|due|starting|week{W}of|date:|due:|on:|when:"
    rf"|deadline:|deadline|w/c)(?:{W}the)?{W}|\()\Z"
)


def month_day(match: re.Match[str], said: Said) -> Hit | None:
    """Read a day that its month and number name, in either order; of several, the far end."""
    word = match["mon"]
    place = match.start("mon")
    if STREET.match(said.text, match.end()) or (word in ("may", "march") and not _is_surely_a_month(match, said, place)):
        return None
    first = _named_day(match, said, _ordinal(match["d"]))
    far = match["to"] or match.groupdict().get("or")
    last = _named_day(match, said, int(far)) if far else first
    return Hit(min(first, last), max(first, last), match.start(), match.end(), Named.DAY, past=is_past(said, match)) if first and last else None


def _is_surely_a_month(match: re.Match[str], said: Said, place: int) -> bool:
    named = match.groupdict()
    marked = named["wd"] or named["y"] or named.get("of") or named.get("ord") or not match["d"].isdigit()
    return bool(marked or said.capital(place) or LEADS.search(said.text, max(0, match.start() - 14), match.start()))


def _ordinal(word: str) -> int:
    return ORDINALS.get(word) or int(word.rstrip("stndrh"))


def _named_day(match: re.Match[str], said: Said, day: int) -> dt.date | None:
    month = MONTH_NUMBERS[match["mon"]]
    if match["y"]:
        return date_or_none(int(match["y"]), month, day)
    weekday = WEEKDAY_NUMBERS[match["wd"]] if match["wd"] and not match["to"] else None
    return in_some_year(said.day, month, day, weekday, is_past(said, match))


def iso(match: re.Match[str], said: Said) -> Hit | None:
    """Read a date of ISO 8601."""
    day = date_or_none(int(match["y"]), int(match["m"]), int(match["d"]))
    return _one_day(day, match, said)


def numeric(match: re.Match[str], said: Said) -> Hit | None:
    """Read a date in figures; one without a year only after a word that leads to a date."""
    separator, year = match["sep"], match["y"]
    if (separator != "/" and (year is None or len(year) < 4)) or not (year or match["wd"] or _is_led(match, said)):
        return None
    a, b = int(match["a"]), int(match["b"])
    month, day = (a, b) if _month_comes_first(a, b, separator, said) else (b, a)
    if year:
        return _one_day(date_or_none(int(year) + 2000 * (len(year) == 2), month, day), match, said)
    weekday = WEEKDAY_NUMBERS[match["wd"]] if match["wd"] else None
    if not 1 <= month <= 12:
        return None
    return _one_day(in_some_year(said.day, month, day, weekday, is_past(said, match)), match, said)


def _is_led(match: re.Match[str], said: Said) -> bool:
    # "3/4 of the team", "24/7 support": what follows a date is never the noun that it counts
    after = said.text[match.end() : match.end() + 4]
    if (match["a"], match["b"]) == ("24", "7"):
        return False
    leads = FIGURE_LEADS.search(said.text, max(0, match.start() - 14), match.start()) or TIME_FOLLOWS.match(said.text, match.end())
    return bool(leads) and after != " of " and not re.match(r" [a-z]+s\b", said.text[match.end() : match.end() + 20])


def _month_comes_first(a: int, b: int, separator: str, said: Said) -> bool:
    if separator == "." or a > 12 or b > 12:
        return a <= 12 < b
    wanted = said.settings.month_first
    return said.settings.country.upper() in MONTH_FIRST if wanted is None else wanted


def _one_day(day: dt.date | None, match: re.Match[str], said: Said) -> Hit | None:
    return Hit(day, day, match.start(), match.end(), Named.DAY, past=is_past(said, match)) if day else None


def nth_day(match: re.Match[str], said: Said) -> Hit | None:
    """Read a day of the month without its month."""
    past, number = is_past(said, match), _ordinal(match["d"] or match["word"])
    day = day_of_month(said.day, number, None, past)
    if match["which"] in ("next", "last"):
        month = said.day.replace(day=1) + days(31) if match["which"] == "next" else said.day.replace(day=1) - days(1)
        day = date_or_none(month.year, month.month, number)
    start = match.start() if said.text.startswith("the", match.start()) else match.start("d" if match["d"] else "word")
    if day is None:
        return None
    far = day_of_month(day, _ordinal(match["to"]), None, False) if match["to"] else None
    return Hit(day, far or day, start, match.end(), Named.DAY, past=past)


def near_day(match: re.Match[str], said: Said) -> Hit | None:
    """Read today and its neighbours."""
    steps = {"week": 7, "later": 2, "earlier": -2, "tomorrow": 1, "yesterday": -1, "today": 0}
    group = next(name for name in steps if match[name])
    step = 0 if match[group] == "earlier today" else steps[group] + (7 if match["plus"] else 0)
    day = said.day + days(step)
    return Hit(
        day,
        day,
        match.start(),
        match.end(),
        Named.DAY,
        past=step < 0,
        named="same day" if "same" in match[group] else "near",
        part=bool(END_OF_DAY.match(match[group])),
    )
