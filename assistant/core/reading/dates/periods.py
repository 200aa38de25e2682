"""Text and the moment of its writing -> the days and periods that its words name, in order (RULES.md, "Their words into a date").

The text is lowered letter by letter, so that places stay. Words that can stand in a date are looked for first; rules run only
in the windows around them. At most `MOST_TRIGGERS` of them are read, and `MOST_TEXT` characters: mail is hostile.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from assistant.core.days import FIRST_YEAR, LAST_YEAR
from assistant.core.model import Settings
from assistant.core.reading.dates import feasts, named, spans, stretches, weekdays
from assistant.core.reading.dates.found import Hit, Named, Period, Said
from assistant.core.reading.dates.leading import with_leading_words
from assistant.core.reading.dates.reckoning import days, monday_of
from assistant.core.reading.dates.vocabulary import MONTH, ORDINAL_WORD, WEEKDAY, W

MOST_TEXT = 100_000
MOST_TRIGGERS = 400
REACH = 64
"""How far around a trigger its rules look, in characters."""

LOWER = str.maketrans(
    {chr(code): chr(code + 32) for code in range(65, 91)}
    | {
        "\u2019": "'",
        "\u2018": "'",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\t": " ",
        "\r": " ",
        "\u2013": "-",
        "\u2014": "-",
        "\u2012": "-",
        "\u2011": "-",
        "\u2010": "-",
    }
)
# a line end inside a paragraph
WRAPPED = re.compile(r"(?<!\n)\n(?! ?\n)")

# one word of any date, and which rules may begin near it
TRIGGER = re.compile(
    rf"(?<![a-z])(?:(?P<weekday>{WEEKDAY})|(?P<month>{MONTH})|(?P<near>today|2day|tonight|tonite|2nite|tomorr?ow|tommorr?ow|tmrw?|tmw|2mor+ow|2moro|2mrw|tomoz|yesterday|last night"
    r"|this (?:very )?(?:morning|afternoon|arvo|evening)|same day|next day|this time|eod|cob|close of)"
    r"|(?P<unit>weeks?|wks?|days?|months?|fortnights?|hours?|hrs|weekdays?|mid-?week|eow)|(?P<stretch>mid-?month|weekend|quarter|year|year'?s|q[1-4]|eom|eoq|eoy)"
    r"|(?P<feast>christmas|xmas|x-mas|new year|thanksgiving|easter|good friday|labou?r day|memorial day|independence day|canada day|victoria day"
    r"|family day|civic|boxing|juneteenth|presidents|mlk|martin luther|columbus|indigenous"
    r"|veterans|remembrance|anzac|australia|st\.? (?:patrick|andrew)|bank holiday|public holiday|stat|statutory|federal|national|holidays?)"
    r"|(?P<vague>soon|shortly|in due course|in due time|coming (?:weeks|days|months)|(?:weeks|days|months) ahead|as we|when we|once we|before long"
    r"|asap|longer|more time|while yet|time yet|at some point|in the near future|spring|summer|autumn|momentarily|presently))(?![a-z])"
    r"|(?<![\w.$/-])(?P<figure>\d{1,4}[/.-]\d{1,2}(?![\d:])|\d{1,2}(?:st|nd|rd|th)\b|the " + ORDINAL_WORD + r"\b)"
)

# "soon", "in due course", "as soon as we can"
VAGUE = re.compile(
    rf"\b(?:as{W}soon{W}as(?:{W}(?:we{W}(?:can|are{W}able(?:{W}to)?|know(?:{W}more)?|have{W}(?:news|more|an{W}update|made{W}\w{{1,12}}|something))"
    rf"|possible|i{W}(?:can|know|hear)|it{W}is|practical))?|(?:very{W}|quite{W}|fairly{W}|pretty{W})?(?:soon(?!{W}(?:after|er|as)\b)"
    rf"|shortly(?!{W}(?:after|before|thereafter)\b))"
    rf"|in{W}due{W}(?:course|time)|(?:in|over|within|during){W}the{W}(?:next{W}|coming{W}|weeks{W})(?:and{W}months{W})?(?:weeks|days|months"
    rf"|ahead)(?:{W}(?:ahead|and{W}months))?|when(?:ever)?{W}we{W}(?:can|are{W}able|know(?:{W}more)?|have{W}(?:news|more|an{W}update))"
    rf"|once{W}we{W}(?:can|know(?:{W}more)?|have{W}(?:news|more|an{W}update))"
    rf"|(?:a{W}(?:little|bit|(?:little|short|good){W}while|while)|somewhat|slightly|some{W}time|a{W}few{W}more{W}moments)(?:{W}bit)?{W}(?:longer|yet)(?!{W}than)"
    rf"|(?:a{W}(?:little|bit)|some){W}more{W}time"
    rf"|before{W}(?:too{W})?long|asap|at{W}some{W}point|in{W}the{W}(?:not{W}too{W}distant|near){W}future|momentarily|any{W}day{W}now|in{W}a{W}matter{W}of{W}(?:days|weeks)|(?:in|by|over|of|this|early|late"
    rf"|next){W}(?:the{W})?(?:spring|summer|autumn))\b"
)


def vague(match: re.Match[str], said: Said) -> Hit | None:
    """Read words that promise without a date."""
    return Hit(said.day, said.day, match.start(), match.end(), Named.VAGUE)


Reader = Callable[[re.Match[str], Said], Hit | None]
DATE, UNIT = ("weekday", "month", "figure"), ("unit",)
RULES: tuple[tuple[tuple[str, ...], re.Pattern[str], Reader], ...] = (
    (("month",), named.MONTH_DAY, named.month_day),
    (("month",), named.DAY_MONTH, named.month_day),
    (("figure",), named.ISO, named.iso),
    (("figure",), named.NUMERIC, named.numeric),
    (("weekday",), weekdays.DAY_OF_WEEK, weekdays.day_of_week),
    (("figure",), named.DAY_OF_MONTH, named.nth_day),
    (("near", "unit"), named.NEAR_DAY, named.near_day),
    (("unit", "near"), spans.SPAN, spans.span),
    (("unit", "near"), spans.BARE, spans.bare_span),
    (UNIT, stretches.WEEK, stretches.week),
    (("stretch",), stretches.WEEKEND, stretches.weekend),
    (("month",), stretches.MONTH_NAME, stretches.month),
    ((*UNIT, "stretch"), stretches.MONTH_WORD, stretches.month_word),
    (("stretch",), stretches.QUARTER, stretches.quarter),
    (("stretch", "feast"), stretches.YEAR_WORD, stretches.year_word),
    (("feast", "stretch"), feasts.FEAST, feasts.feast),
    (("vague", "unit"), VAGUE, vague),
)


def periods(text: str, said_at: dt.datetime, settings: Settings) -> tuple[Period, ...]:
    """Return every day or period that the words name, in order; none overlaps another.

    `said_at` is aware, with the writer's own offset: "tomorrow" is the day after its date. A vague one has no `last`.
    """
    return tuple(
        Period(
            hit.first, None if hit.kind is Named.VAGUE else hit.last, hit.start, hit.end, text[hit.start : hit.end], hit.kind is Named.VAGUE, hit.kind, hit.past
        )
        for hit in _whole(hits(told(text, said_at, settings)))
    )


def told(text: str, said_at: dt.datetime, settings: Settings) -> Said:
    """Return the text made ready for the rules. A broken date of a mail leaves nothing to read."""
    text = text[:MOST_TEXT] if FIRST_YEAR <= said_at.year <= LAST_YEAR else ""
    return Said(WRAPPED.sub(" ", text.translate(LOWER)), text, said_at.date(), settings)


def hits(said: Said) -> list[Hit]:
    """Return every day or period with its leading words, in order, without overlaps; lists are not yet joined."""
    found = sorted(_found(said), key=lambda hit: (hit.start, -hit.end))
    kept: list[Hit] = []
    for hit in _longest(found):
        wide = with_leading_words(hit, said)
        if wide.named == "never" or (wide.named == "bare" and wide.start == hit.start):
            continue
        if wide.named == "same day":
            if not kept or hit.start - kept[-1].end > 200:
                continue
            wide = replace(wide, first=kept[-1].first, last=kept[-1].last)
        wide = _anchored(wide, kept)
        while kept and kept[-1].end > wide.start:
            kept.pop()
        kept.append(wide)
    return _joined(kept, said)


def single_days(said: Said) -> list[Hit]:
    """Return the days that the words name, one by one and without their prepositions: "by Friday" is Friday."""
    kept: list[Hit] = []
    for hit in _longest(sorted(_found(said), key=lambda one: (one.start, -one.end))):
        wide = with_leading_words(hit, said, preposition=False)
        while kept and kept[-1].end > wide.start:
            kept.pop()
        kept.append(wide)
    return [hit for hit in kept if hit.kind in (Named.DAY, Named.HOLIDAY)]


def _found(said: Said) -> Iterator[Hit]:
    for start, end, kinds in _windows(said.text):
        for needs, pattern, reader in RULES:
            if kinds.isdisjoint(needs):
                continue
            for match in pattern.finditer(said.text, start, end):
                hit = reader(match, said)
                if hit:
                    yield hit


def _windows(text: str) -> Iterator[tuple[int, int, set[str]]]:
    start, end, kinds = 0, -1, set[str]()
    for count, match in enumerate(TRIGGER.finditer(text)):
        if count == MOST_TRIGGERS:
            break
        if match.start() - REACH > end:
            if kinds:
                yield start, _space(text, end), kinds
            start, kinds = max(0, match.start() - REACH), set()
        end = match.end() + REACH
        kinds.add(match.lastgroup or "")
    if kinds:
        yield start, _space(text, end), kinds


def _space(text: str, place: int) -> int:
    """Return the place of the next space, so that no word is cut; a word longer than 40 letters is."""
    found = text.find(" ", place, place + 40)
    return found if found >= 0 else place


def _longest(found: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda one: one.start)


def _anchored(hit: Hit, kept: list[Hit]) -> Hit:
    """Return "that week" or "the following week" as counted from the date just before it, where there is one."""
    near = [one for one in kept[-1:] if hit.start - one.end < 200 and one.kind is not Named.VAGUE]
    if not near or hit.named not in ("that", "same", "that same", "following", "after"):
        return hit
    step = 7 if hit.named in ("following", "after") else 0
    monday = monday_of(near[0].last) + days(step)
    shift = monday - monday_of(hit.first)
    return replace(hit, first=hit.first + shift, last=hit.last + shift)


# " or ", " to ", "-": what makes one period of two
JOINT = re.compile(rf",?(?:{W}(?P<word>or|to|through|thru|until|till|and|&)(?:{W}(?:the|on|maybe|possibly|perhaps|at{W}the{W}latest))?{W}|{W}?[-/]{W}?)\Z")
# "Friday, by" end of day
END_OF = re.compile(rf",?{W}(?:at{W}|by{W})?")
# "next week on Wednesday", "next week, Wednesday"
WITHIN = re.compile(rf",?{W}(?:on{W})?(?:the{W})?\Z")

# "Tuesday, Wednesday or"
OR_DAY = re.compile(rf",?{W}(?:or|and|&){W}{WEEKDAY}\b")
# "by Tuesday"
LIMIT = re.compile(r"(?:by|before|after|no|not|prior|ahead|following|once)\b")


def _joined(found: list[Hit], said: Said) -> list[Hit]:
    joined: list[Hit] = []
    for hit in found:
        before = joined[-1] if joined else None
        between = said.text[before.end : hit.start] if before else ""
        if before is None or len(between) > 20 or Named.VAGUE in (hit.kind, before.kind):
            joined.append(hit)
        elif before.kind is Named.WEEK and not before.part and hit.named == "weekday" and WITHIN.match(between):
            day = hit.first if hit.dated else before.first + days(hit.first.weekday())
            joined[-1] = replace(hit, first=day, last=day, start=before.start)
        elif hit.named == "near" and hit.part and before.kind is Named.DAY and END_OF.fullmatch(between):
            joined[-1] = replace(before, end=hit.end)  # "Friday COB" is Friday
        elif _joins(between, hit, said) and (last := _far_end(before, hit, said, between)):
            joined[-1] = replace(before, last=max(before.last, last), end=hit.end, named=f"joined {before.named}")
        else:
            joined.append(hit)
    return joined


def _far_end(before: Hit, hit: Hit, said: Said, between: str) -> dt.date | None:
    """Return the last day of two joined hits, None where the second is no continuation of the first."""
    if hit.last >= before.first:
        return hit.last
    if hit.named != "weekday" or not before.named.endswith("weekday"):
        return None
    # "Friday to Monday" runs on; "Monday or Tuesday", said on a Monday, are both of next week
    return hit.last + days(7) if " or " not in between or (before.last - said.day).days >= 7 else hit.last


def _joins(between: str, hit: Hit, said: Said) -> bool:
    # "interviews end Friday, and by Tuesday you will know" are two
    match = JOINT.match(between)
    if hit.named == "weekday" and between.strip() == "," and OR_DAY.match(said.text, hit.end):
        return True  # "Tuesday, Wednesday or Thursday"
    return bool(match and (match["word"] == "or" or not LIMIT.match(said.text, hit.start)))


def _whole(found: list[Hit]) -> list[Hit]:
    # "Monday to Friday" is when an office is open
    return [hit for hit in found if not (hit.named == "joined weekday" and (hit.last - hit.first).days == 4 and hit.first.weekday() == 0)]
