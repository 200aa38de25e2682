"""Weekdays that the words name, alone or with their number or week: "Friday", "Tue 21", "Friday week, the 20th". A match -> a Hit, or None.

A short name that is a word too ("sat", "sun", "wed") is a day only in company: a word that leads to a day, or a time beside it.
"""

import datetime as dt
import re

from assistant.core.reading.dates.found import Hit, Named, Said
from assistant.core.reading.dates.marks import is_past
from assistant.core.reading.dates.reckoning import day_of_month, days, monday_of, weekday_after, weekday_before, working_monday
from assistant.core.reading.dates.vocabulary import DAY_NUMBER, ENDS, STANDS_ALONE, STOP, SUFFIX, WEEKDAY, WEEKDAY_NUMBERS, W

# "this coming Friday", "Wednesday the 11th", "Tue 21", "Friday week", "Friday of next week"
DAY_OF_WEEK = re.compile(
    rf"(?:(?<![\w/@.-])|(?<=day[/-])|(?<=(?:mon|tue|wed|thu|fri)[/-])|(?<=tues[/-])|(?<=hurs[/-]))(?P<rel>(?:this{W}coming|this{W}past|the{W}following|this|ne?xt|coming|following|last|past|previous|that|every|each){W})?"
    rf"(?P<wd>{WEEKDAY})\b(?!@|[.-]?(?:com|net|org)\b|-(?!mon|tue|wed|thu|fri|sat|sun)[a-z]){STOP}"
    rf"(?:,?{W}?\(?(?:the{W})?(?P<d>{DAY_NUMBER})(?P<ord>{SUFFIX})\b\)?|{W}(?P<bare>{DAY_NUMBER})(?![a-z\d]|(?:{W}?-|{W}to){W}?\d){ENDS})?"
    rf"(?:(?:(?P<week>{W}(?:week|fortnight)\b(?!{W}of\b))|(?P<fix>(?:,?{W}(?:of{W})?(?:(?P<which>next|this|the{W}following|the{W}coming|following|that|last)){W}(?:week|wk)"
    rf"|{W}(?P<twice>after{W})?next)\b))(?P<also>,?{W}\(?(?:the{W})?(?P<nth>{DAY_NUMBER}){SUFFIX}\b\)?)?)?"
)
# "Black Friday", "on a Friday"
NEVER_DAYS = re.compile(r"\b(?:black|good|ash|casual|cyber|giving|holy|easter|palm|taco|throwback|happy|super|maundy|shrove|ruby|rebecca|call me|a) \Z")
# "by Fri", "on Mon", "(Tues"
LEADS = re.compile(
    rf"(?:\b(?:by|on|before|until|till|after|from|of|for|or|and|to|thru|through|since|between|is|was|do|works|around|about|due|starting|next"
    rf"|this)(?:{W}the)?{W}|[,:(@/-]{W}?|^|\n)\Z"
)
# "this sat in my drafts"
SITS = re.compile(r" (?:in|down|with|there|around|here|through|out|on)\b")
# "Mon or Tues"
OR_DAY = re.compile(rf"{W}(?:or|and|&){W}{WEEKDAY}\b")
# "Mon-Fri", from its first day
OFFICE_HOURS = re.compile(r" ?(?:-|to|through|thru) ?fri\b")
# "Mon-Fri", from its last day
FROM_MONDAY = re.compile(r"\bmon\.? ?(?:-|to|through|thru) ?\Z")
# "fri @ 3", "wed 3p", "sat am", "sun, noon": a time right after a short name
HOUR = rf"\d{{1,2}}(?:[:.]?[0-5]\d)?(?:-?ish)?(?:{W}?-{W}?\d{{1,2}}(?:[:.]?[0-5]\d)?)?"
TIME_AFTER = re.compile(
    rf"\.?(?:,?{W}(?:(?:at|around|about|after|before|from|between|by){W})?(?:@{W}?)?(?:{HOUR}(?:{W}?[ap](?:\.?m)?\b|{STANDS_ALONE})|noon|midday|half{W}\w|quarter{W}\w)"
    rf"|{W}(?:am(?!{W}i\b)|pm|morning|afternoon|arvo|evening|night|lunch(?:time)?)\b)"
)
# "10am wed", "4:30 on fri", "noon sat", "10 tue": a time right before one
TIME_BEFORE = re.compile(rf"(?<!the )(?<!a )(?:\b{HOUR}(?:{W}?[ap](?:\.?m\.?)?)?|\bnoon|\bmidday|o'?clock)(?:,?{W}(?:on|this|next))?,?{W}\Z")
# "I sat 3 exams", "they wed at noon", "the sun at noon"
NOUN_BEFORE = re.compile(
    r"\b(?:i|we|he|she|they|it|who|the|a|to|were|was|have|has|had|just|never|always|then|and|sea|hot|(?<!see )(?<!meet )(?<!call )(?<!ring )(?<!text )(?<!with )(?<!for )you) \Z"
)
# never another word
SURE_SHORT = frozenset({"tues", "weds", "thur", "thurs"})


def day_of_week(match: re.Match[str], said: Said) -> Hit | None:
    """Read a weekday, with its day of the month or its week where they are given."""
    name, rel = match["wd"], " ".join((match["rel"] or "").split())
    if rel in ("every", "each") or NEVER_DAYS.search(said.text, max(0, match.start() - 14), match.start()):
        return None
    if len(name) < 6 and not _is_surely_a_day(match, said):
        return None
    past = "last" in (rel, match["which"]) or rel in ("past", "previous", "this past") or is_past(said, match)
    dated, end = _numbered(match, said, past)
    day = dated or _weekday(said.day, WEEKDAY_NUMBERS[name], rel, match, past)
    return Hit(day, day, match.start(), end, Named.DAY, past=past, named="weekday", dated=bool(dated))


def _numbered(match: re.Match[str], said: Said, past: bool) -> tuple[dt.date | None, int]:
    """Return the day that a number beside the weekday fixes, None for none, and where the words end."""
    weekday = WEEKDAY_NUMBERS[match["wd"]]
    if match["d"]:  # where they do not fit, the weekday is a slip: the number rules
        number = int(match["d"])
        return day_of_month(said.day, number, weekday, past) or day_of_month(said.day, number, None, past), match.end()
    if match["bare"]:  # "Monday 9" is a date only where that is a Monday, and ahead: else 9 is the hour
        number = int(match["bare"])
        day = day_of_month(said.day, number, weekday, past)
        return (day, match.end()) if day and (past or day >= said.day or number > 12) else (None, match.end("wd"))
    if match["nth"]:
        day = day_of_month(said.day, int(match["nth"]), weekday, past)
        return day, match.end() if day else match.start("also")
    return None, match.end()


def _is_surely_a_day(match: re.Match[str], said: Said) -> bool:
    # "I sat down", "we wed", "the sun": a short name needs its capital and company, a date, or a time beside it
    name, start = match["wd"], match.start()
    if match["rel"] and SITS.match(said.text, match.end()) and not said.capital(match.start("wd")):
        return False  # "sorry, this sat in my drafts"
    if name in SURE_SHORT or match["d"] or match["rel"] or match["fix"] or OR_DAY.match(said.text, match.end()):
        return True
    led = start > 0 and bool(LEADS.search(said.text, max(0, start - 14), start))
    capital = said.capital(match.start("wd"))
    if name in ("tue", "thu"):
        return capital or led or _has_time(match, said)
    if OFFICE_HOURS.match(said.text, match.end()) or FROM_MONDAY.search(said.text, max(0, start - 14), start):
        return False
    if capital and (match["bare"] or led or _is_inside_sentence(match, said)):
        return True
    return (led and name in ("mon", "fri")) or _has_time(match, said)


def _is_inside_sentence(match: re.Match[str], said: Said) -> bool:
    # "all day Sat. at the fair": a capital after a small letter, never "SUN" among capitals or "the Sun"
    start, original = match.start("wd"), said.original
    small = start > 1 and original[start - 2].islower() and original[start - 1].isspace() and original[start + 1].islower()
    return small and not NOUN_BEFORE.search(said.text, max(0, start - 14), start)


def _has_time(match: re.Match[str], said: Said) -> bool:
    text, start = said.text, match.start()
    if TIME_BEFORE.search(text, max(0, start - 24), start):
        return not SITS.match(text, match.end())
    return bool(TIME_AFTER.match(text, match.end("wd"))) and not NOUN_BEFORE.search(text, max(0, start - 14), start)


def _weekday(said: dt.date, weekday: int, rel: str, match: re.Match[str], past: bool) -> dt.date:
    which = " ".join((match["which"] or ("next" if match["fix"] else "")).split())
    if match["twice"]:
        return monday_of(said) + days(14 + weekday)
    if rel in ("next", "nxt") or which in ("next", "following", "the following", "the coming"):
        return monday_of(said) + days(7 + weekday)
    if which == "this":
        return working_monday(said) + days(weekday)
    if which == "last":
        return monday_of(said) + days(weekday - 7)
    if past:
        return weekday_before(said, weekday)
    later = (match["week"] or "").strip()
    return weekday_after(said, weekday) + days({"week": 7, "fortnight": 14}.get(later, 0))
