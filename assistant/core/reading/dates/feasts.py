"""Public holidays by name: "before Thanksgiving", "the long weekend". A match -> a Hit, or None.

Names are looked up in the user's own country first (Thanksgiving is in October in Canada), then by our own table.
"""

import datetime as dt
import re

from dateutil.easter import easter

from assistant.core.days import holiday_names
from assistant.core.reading.dates.found import Hit, Named, Said
from assistant.core.reading.dates.marks import is_past
from assistant.core.reading.dates.reckoning import days, monday_of, nth_weekday
from assistant.core.reading.dates.vocabulary import W

# "Christmas", "Labour Day", "the bank holiday", "the holidays"
FEAST = re.compile(
    rf"\b(?:(?P<xmas>(?:christmas|xmas|x-mas)(?P<eve>{W}eve)?(?:{W}(?:day|break|holidays?|period))?)|(?P<nye>new{W}year'?s?{W}eve)"
    rf"|(?P<ny>new{W}year'?s?(?:{W}day)?(?=[^\w]|$))"
    rf"|(?P<thanks>(?:(?:us|american|canadian){W})?thanksgiving(?:{W}(?:day|break|holiday|weekend))?)"
    rf"|(?P<easter>easter(?:{W}(?P<which>monday|sunday|weekend|break|holidays?))?)|(?P<good>good{W}friday)"
    rf"|(?P<labour>labou?r{W}day(?:{W}weekend)?)|(?P<holidays>(?:the{W})?(?:winter{W})?holidays|holiday{W}(?:break|season))"
    rf"|(?:(?P<named>memorial{W}day|independence{W}day|canada{W}day|victoria{W}day|family{W}day|civic{W}holiday|boxing{W}day|juneteenth"
    rf"|presidents?'?s?'?{W}day|mlk{W}day|martin{W}luther{W}king(?:{W}jr\.?)?{W}day"
    rf"|columbus{W}day|indigenous{W}peoples'?{W}day|veterans?'?{W}day|remembrance{W}day|anzac{W}day|australia{W}day|st\.?{W}patrick's{W}day"
    rf"|st\.?{W}andrew's{W}day|civic{W}day)(?:{W}weekend)?)"
    rf"|(?P<bank>the{W}holiday(?!{W}\w)|(?:may{W}|august{W}|spring{W}|summer{W})?bank{W}holiday(?:{W}weekend|{W}monday)?|(?:public|stat|statutory|federal"
    rf"|national){W}holiday)|(?P<long>(?:the{W}|this{W}|next{W}|a{W})?(?:long|holiday){W}weekend))\b"
    rf"(?!{W}(?:card|party|gift|sale|pudding|special|deal|bonus|egg|carol|shutdown{W}policy)s?\b)"
)


def feast(match: re.Match[str], said: Said) -> Hit | None:
    """Read a holiday's name as its next day from the message on."""
    group = next(name for name in ("xmas", "nye", "ny", "thanks", "easter", "good", "labour", "holidays", "named", "bank", "long") if match[name])
    past = group not in ("bank", "long") and is_past(said, match)
    years = (said.day.year, said.day.year - 1) if past else (said.day.year, said.day.year + 1)
    for year in years:
        found = _days(group, match, said, year)
        if found and (found[1] >= said.day) != past:
            return Hit(found[0], found[1], match.start(), match.end(), Named.HOLIDAY, past=past)
    return None


def _days(group: str, match: re.Match[str], said: Said, year: int) -> tuple[dt.date, dt.date] | None:
    if group in ("bank", "long"):
        far = 14 if match[group].startswith("the") and group == "bank" else 366
        found = _next_free_day(said, year, long=group == "long" or "weekend" in match[group])
        return found if found and (found[0] - said.day).days <= far else None
    if group == "holidays":
        return dt.date(year, 12, 25), dt.date(year + 1, 1, 1)
    if group == "easter":
        sunday = easter(year)
        which = match["which"] or ""
        return (sunday + days(1),) * 2 if which == "monday" else (sunday - days(2), sunday + days(1)) if which and which != "sunday" else (sunday, sunday)
    day = _day(group, match, said, year)
    if day is None:
        return None
    if group == "xmas" and match.group().endswith(("break", "period", "holiday", "holidays")):
        return day, dt.date(year + 1, 1, 1)
    return _with_its_weekend(day) if match.group().endswith("weekend") else (day, day)


def _with_its_weekend(day: dt.date) -> tuple[dt.date, dt.date]:
    saturday = monday_of(day - days(1)) + days(5)
    return min(day, saturday), max(day, saturday + days(1))


def _day(group: str, match: re.Match[str], said: Said, year: int) -> dt.date | None:
    if group == "xmas":
        return dt.date(year, 12, 24 if match["eve"] else 25)
    if group in ("nye", "ny"):
        return dt.date(year, 12, 31) if group == "nye" else dt.date(year, 1, 1)
    if group == "good":
        return easter(year) - days(2)
    if group == "labour":
        return _listed("labor day|labour day", said, year) or nth_weekday(dt.date(year, 9, 1), 0, 1)
    if group == "thanks":
        canadian = (said.settings.country.upper() == "CA" and not re.match("us|american", match["thanks"])) or match["thanks"].startswith("canadian")
        return nth_weekday(dt.date(year, 10, 1), 0, 2) if canadian else nth_weekday(dt.date(year, 11, 1), 3, 4)
    return _listed(LISTED_AS.get(_key(match["named"]), _key(match["named"])), said, year)


LISTED_AS = {
    "presidents day": "washington", "mlk day": "martin luther", "indigenous peoples day": "columbus|indigenous", "civic holiday": "civic|british columbia day",
    "civic day": "civic",
}  # fmt: skip
FIXED = {
    "boxing day": (12, 26), "canada day": (7, 1), "independence day": (7, 4), "juneteenth": (6, 19), "remembrance day": (11, 11), "veterans day": (11, 11),
    "anzac day": (4, 25), "australia day": (1, 26),
}  # fmt: skip


def _key(name: str) -> str:
    return " ".join(re.sub(r"[.']", "", name.replace("s'", "s")).split()).replace("president day", "presidents day").replace("veteran day", "veterans day")


def _listed(name: str, said: Said, year: int) -> dt.date | None:
    if name in FIXED:
        return dt.date(year, *FIXED[name])
    for country, region in ((said.settings.country, said.settings.region), ("US", ""), ("CA", "ON"), ("GB", "ENG")):
        for day, title in sorted(holiday_names(year, country, region).items()):
            if re.search(name, re.sub(r"[.']", "", title.lower())) and "observed" not in title:
                return day
    return None


def _next_free_day(said: Said, year: int, long: bool) -> tuple[dt.date, dt.date] | None:
    """Return the next public holiday; for a long weekend, one on a Monday or Friday, with its weekend."""
    for day in sorted(holiday_names(year, said.settings.country, said.settings.region)):
        if day < said.day or (long and day.weekday() not in (0, 4)):
            continue
        if not long:
            return day, day
        return _with_its_weekend(day)
    return None
