"""Lengths of time counted from the message: "in two weeks", "5 to 7 business days", "a month or two". A match -> a Hit, or None.

The far end counts. "A few" are three business days or three weeks; "a couple of days" are three business days too
(RULES.md, the table). A length that is not time from now ("6-month contract", "two weeks ago", "for ten years") is none.
"""

import datetime as dt
import re

from assistant.core.days import business_days_after
from assistant.core.reading.dates.found import Hit, Named, Said
from assistant.core.reading.dates.reckoning import days, months_after
from assistant.core.reading.dates.vocabulary import NUMBER, W, number

MOST = 400
"""No promise is further away, in days."""

UNIT = (
    rf"(?:(?:business|working|work|calendar|full|short|more|additional|further){W}){{0,2}}(?:hours?|hrs?|days?|weeks?|wks?|weekdays?|fortnights?"
    rf"|months?|quarters?)"
)
# "in two weeks", "5-7 business days", "a few more days", "a week or two", "the next couple of weeks"
SPAN = re.compile(
    rf"(?<![\w$\u00a3\u20ac.,:/-])(?P<lead>(?:within|inside(?:{W}of)?|in|over|during|after)(?:{W}(?:about|around|approximately|roughly|just|maybe|a{W}matter{W}of))?{W})?"
    rf"(?P<next>(?:(?:the|these|this){W})?(?:next|coming|following){W})?"
    rf"(?:another{W})?"
    rf"(?:(?P<few>(?:a{W}|another{W})?(?:good{W})?(?:few|couple(?:{W}of)?|several)(?:{W}more)?)|(?:(?!forty-five)(?P<near>{NUMBER})(?:{W}?(?:-|/|to"
    rf"|or){W}?|{W}and{W}))?(?P<far>{NUMBER})(?:{W}\(\d{{1,3}}\))?(?P<half>{W}and{W}a{W}half)?)"
    rf"(?:{W}|(?<=\d)(?!-))(?P<unit>{UNIT})\b(?:'s?{W}time\b|'(?!{W}?(?:notice|experience)))?(?!'|-|{W}?(?:/"
    rf"|per\b))(?P<half2>{W}and{W}a{W}half\b)?(?P<or>,?{W}(?:or|maybe|possibly|perhaps){W}(?:maybe{W}|possibly{W}|even{W})?(?P<more>two|three|so|more|less)\b)?"
)
# before "a week" and after it: what makes it time to wait, and not a rate ("$50 a month") or a figure of speech
WAITED = re.compile(
    r"(?:\b(?:takes?|taking|about|around|approximately|roughly|another|needs?|us|allow|expect|be|is|or|than|probably|likely|maybe|perhaps|up to|me|say"
    r"|it's|likely|typically|usually|only|just|least)[ ])\Z"
)
# "a week to decide", "a week from now"
WAITS = re.compile(
    r" (?:or so|to (?:get|decide|review|hear|reply|respond|make|go|come|finish|let|be|collect|compare|work)|from (?:now|today)|until|at (?:the )?most|or less|tops|for (?:us"
    r"|the team|me|them))\b"
)
# "they ask for a few more weeks"
FURTHER = re.compile(r"\b(?:more|additional|further)\b")
# "one more week", "a further week"
MORE = re.compile(r"more|additional|further")
# "two more weeks before we know"
BEFORE_US = re.compile(r" before (?:we|i|you|they|he|she|anyone|anything|there's|there is)\b")
# "no more than two weeks"
AT_MOST = re.compile(r"\b(?:no|not) (?:more|longer|later) than \Z")
# a lone "week", where only a leading word makes it a span: "next week or two", "within the week"
BARE = re.compile(
    rf"\b(?:(?P<two>(?:the{W})?(?:next|coming){W}(?P<unit>day|week|month){W}or{W}(?:two|so|three))|within{W}the{W}(?P<within>day|week|month|hour"
    rf"|fortnight)|(?:a|the{W}next){W}fortnight)\b"
)
# "for two weeks", "every three days"
NOT_BEFORE = re.compile(
    r"(?:\b(?:last|past|previous|preceding|every|each|per|once a|twice a|times a|spent|the first|the|these|those|onsite|took|taken|lasted|been|was"
    r"|were|for|for about|for over|for almost|for nearly|for the|since|aged|with|had|has|have|nearly|almost|over"
    r"|ago|least|my|his|her|their|than|worked|lasts?|duration|term|minimum|during|after|of|contract|length|period|x|open|away|out|early|late)[: ]{1,2}"
    r"|[-+$])\Z"
)
# "two weeks ago", "six months of training"
NOT_AFTER = re.compile(
    r"(?:[ -]{1,2}(?:ago|notice|contract|old|earlier|later|of (?!(?:the |your |our |this |that |receiving|receipt|today|interview|applying|application"
    r"|submi))"
    r"|back|in,|in a row|each|experience|prior|assignment|project|placement|trial|probation|before|into|apart|running|long|straight|vacation|holiday"
    r"|leave|pto|off\b|paid|a (?:week|day|month|year)|per|in (?:length|duration|advance)|since|ahead|without|at a time|in (?!total|all\b|case)"
    r"|on (?:the job|site|call)|remote|onsite|in (?:the|our) office|free|left|worth)|[ ]?(?:\+|/)|-\w)"
)


def span(match: re.Match[str], said: Said) -> Hit | None:
    """Read a length of time as its last day."""
    before = said.text[max(0, match.start() - 14) : match.start()]
    if (NOT_AFTER.match(said.text, match.end()) and not _until_we_know(match, said, before)) or (NOT_BEFORE.search(before) and not _outweighs(match, before)):
        return None
    unit = match["unit"].split()[-1].rstrip("s")
    if _is_no_wait(match, said, unit, before):
        return None
    return _counted(match, said, unit, "working" if re.search(r"business|work|weekday", match["unit"]) else "")


def _until_we_know(match: re.Match[str], said: Said, before: str) -> bool:
    # "it'll be two more weeks before we know", never "three days before we sell"
    waits = "more" in match.group() or match.group().startswith("another") or WAITED.search(before)
    return bool(waits and BEFORE_US.match(said.text, match.end()))


def _outweighs(match: re.Match[str], before: str) -> bool:
    """Do the span's own words make it time to wait, whatever stands before it?"""
    led = match["lead"] or match["next"]
    further = FURTHER.search(match.group()) and before.endswith(("for ", "for about ", "least ", "almost ", "nearly "))
    return bool((led and not before.endswith("once ")) or match.group().startswith("another") or further or AT_MOST.search(before))


def _is_no_wait(match: re.Match[str], said: Said, unit: str, before: str) -> bool:
    """Is it a rate, a figure of speech or the length of something else?"""
    led, more = match["lead"] or match["next"], match["more"] or match["half2"]
    if not led and unit in ("hour", "hr"):
        return not _counts_from_now(match, said)
    if not led and not more and match["far"] in ("a", "an", "one") and not MORE.match(match["unit"]):
        return not (WAITED.search(before) or WAITS.match(said.text, match.end()))
    return (match["lead"] or "").startswith(("over", "during")) and not match["next"] and unit in ("hour", "hr", "month", "quarter")


def _counts_from_now(match: re.Match[str], said: Said) -> bool:
    # "24-48 hours" is a time to wait; "two hours" is a length of something else
    return (match["far"] or "") in ("24", "48", "72") and not said.text.startswith(" a day", match.end())


def _counted(match: re.Match[str], said: Said, unit: str, working: str) -> Hit | None:
    if match["few"]:
        couple = "couple" in match["few"]
        near = far = 3 if unit in ("day", "weekday") else 2 if couple else 3
        working = "working" if unit == "day" else working
    else:
        far = number(match["far"])
        near = number(match["near"]) if match["near"] else far
        if match["more"] in ("two", "three"):
            far = number(match["more"])
            working = "working" if unit == "day" else working
    if far < near or far > MOST:
        return None
    first, last = _end(said, near, unit, working), _end(said, far, unit, working)
    if (match["half"] or match["half2"]) and unit in ("week", "wk", "month"):
        last += days(4 if unit != "month" else 15)
    return Hit(first if near < far else said.day, last, match.start(), match.end(), Named.SPAN)


def _end(said: Said, count: int, unit: str, working: str) -> dt.date:
    settings = said.settings
    if unit in ("hour", "hr"):
        count, unit = count // 24, "day"
    if unit == "weekday" or (working and unit == "day"):
        return business_days_after(said.day, min(count, 100), settings.country, settings.region)
    if unit in ("month", "quarter"):
        return months_after(said.day, min(count, 24) * (3 if unit == "quarter" else 1))
    return said.day + days(min(MOST, count * {"day": 1, "week": 7, "wk": 7, "fortnight": 14}[unit]))


def bare_span(match: re.Match[str], said: Said) -> Hit | None:
    """Read a span whose number is not said: "the next week or so", "within the month", "a fortnight"."""
    if NOT_BEFORE.search(said.text, max(0, match.start() - 14), match.start()) or NOT_AFTER.match(said.text, match.end()):
        return None
    last = said.day + days(14)
    if match["two"]:
        count = 3 if match["two"].endswith("three") else 1 if match["two"].endswith("so") else 2
        last = _end(said, count, match["unit"], "working")
    elif match["within"]:
        count, unit = (0, "day") if match["within"] in ("day", "hour") else (1, match["within"])
        last = _end(said, count, unit, "")
    return Hit(said.day, last, match.start(), match.end(), Named.SPAN)
