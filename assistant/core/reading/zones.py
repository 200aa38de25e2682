"""Time zones of invitations: a TZID in, a zone out.

Rules: IANA's names, Windows' names and the names that Outlook shows are looked up; only an unknown one is computed from
the object's own VTIMEZONE, for Outlook also writes empty ones under a good name. What nobody knows is None.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from assistant.core.reading.contentlines import Line, blocks, fields

MOST_ZONES = 30
MOST_OBSERVANCES = 40

_IANA = re.compile(r"[A-Za-z]{2,20}/[A-Za-z_-]{2,30}(?:/[A-Za-z_-]{2,30})?$")  # "/freeassociation.sourceforge.net/America/Toronto"
_UTC_OFFSET = re.compile(r"\(?(?:UTC|GMT)\s?([+-])(\d{1,2}):?(\d{2})?\)?")  # "(UTC-05:00) Eastern Time (US & Canada)", "GMT-0500"
_OFFSET = re.compile(r"([+-])(\d{2}):?(\d{2})")  # "TZOFFSETTO:-0500"
_NTH_DAY = re.compile(r"BYDAY=([+-]?\d)(SU|MO|TU|WE|TH|FR|SA)")  # "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"
_MONTH = re.compile(r"BYMONTH=(\d{1,2})(?!\d)")
_ONSET = re.compile(r"(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# The words by which Outlook shows its zones, and the letters that people write
_SHOWN = {
    "eastern time": "America/New_York",
    "central time": "America/Chicago",
    "mountain time": "America/Denver",
    "pacific time": "America/Los_Angeles",
    "atlantic time": "America/Halifax",
    "newfoundland": "America/St_Johns",
    "alaska": "America/Anchorage",
    "hawaii": "Pacific/Honolulu",
    "arizona": "America/Phoenix",
    "saskatchewan": "America/Regina",
    "lisbon, london": "Europe/London",
    "amsterdam, berlin": "Europe/Berlin",
    "brussels, copenhagen": "Europe/Paris",
    "belgrade, bratislava": "Europe/Budapest",
    "sarajevo, skopje": "Europe/Warsaw",
    "helsinki, kyiv": "Europe/Helsinki",
    "chennai, kolkata": "Asia/Kolkata",
    "canberra, melbourne": "Australia/Sydney",
    "coordinated universal time": "UTC",
}
_LETTERS = {
    "EST": "America/New_York", "EDT": "America/New_York", "EST5EDT": "America/New_York", "CST": "America/Chicago", "CDT": "America/Chicago",
    "MST": "America/Denver", "MDT": "America/Denver", "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles", "GMT": "UTC", "UTC": "UTC", "Z": "UTC",
    "BST": "Europe/London", "CET": "Europe/Paris", "CEST": "Europe/Paris",
}  # fmt: skip
_EPOCH = dt.datetime(1970, 1, 1)  # noqa: DTZ001 - the clock on the wall of the zone itself
_WINDOWS = {name.lower(): zone for name, zone in WINDOWS_TO_OLSON.items()}


@dataclass(frozen=True, slots=True)
class Observance:
    """One half of a VTIMEZONE: since when its offset holds, and in which week of the year it begins anew."""

    offset: dt.timedelta
    onset: dt.datetime
    month: int = 0  # 0: it does not recur
    nth: int = 0
    day: int = 0


Own = dict[str, tuple[Observance, ...]]


def own(lines: list[Line]) -> Own:
    """Return the zones that an object defines itself, by their TZID."""
    found: Own = {}
    for block in blocks(lines, "VTIMEZONE")[:MOST_ZONES]:
        name = next((line.value for line in fields(block) if line.name == "TZID"), "")
        halves = [half for kind in ("STANDARD", "DAYLIGHT") for half in blocks(block, kind)[:MOST_OBSERVANCES]]
        found[name] = tuple(filter(None, map(_observance, halves)))
    return found


def _observance(half: list[Line]) -> Observance | None:
    value = {line.name: line.value for line in half}
    shift, begun = offset(value.get("TZOFFSETTO", "")), _ONSET.match(value.get("DTSTART", ""))
    if shift is None:
        return None
    onset = _moment(begun) if begun else _EPOCH
    month, nth = _MONTH.search(value.get("RRULE", "")), _NTH_DAY.search(value.get("RRULE", ""))
    if not (month and nth and 1 <= int(month[1]) <= 12):
        return Observance(shift, onset)
    return Observance(shift, onset, int(month[1]), int(nth[1]), _DAYS.index(nth[2]))


def _moment(found: "re.Match[str]") -> dt.datetime:
    try:
        year, month, day, hour, minute = map(int, found.groups())
        return dt.datetime(year, month, day, hour, minute)  # noqa: DTZ001 - the clock on the wall of the zone itself
    except ValueError:
        return _EPOCH


def offset(text: str) -> dt.timedelta | None:
    """Return the difference from UTC that "-0500" or "+05:30" names."""
    found = _OFFSET.match(text)
    if not found:
        return None
    shift = dt.timedelta(hours=int(found[2]), minutes=int(found[3]))
    if shift >= dt.timedelta(hours=24):
        return None
    return -shift if found[1] == "-" else shift


def aware(naive: dt.datetime, name: str, defined: Own, zone: ZoneInfo) -> dt.datetime:
    """Return `naive` in the zone called `name`, else as the object defines it, else in the user's `zone`."""
    known = _known(name)
    if known:
        return naive.replace(tzinfo=known)
    shift = _shift(naive, defined.get(name, ()))
    if shift is not None:
        return naive.replace(tzinfo=dt.timezone(shift))
    return naive.replace(tzinfo=_plain_offset(name) or zone)


def _known(name: str) -> ZoneInfo | None:
    short = name.strip().strip('"')[:120]
    inner = _IANA.search(short)
    shown = next((zone for words, zone in _SHOWN.items() if words in short.lower()), "")
    for candidate in (short, _WINDOWS.get(short.lower(), ""), inner[0] if inner else "", shown, _LETTERS.get(short.upper(), "")):
        found = _zone(candidate) if candidate else None
        if found:
            return found
    return None


@lru_cache(maxsize=500)
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(_LETTERS.get(name, name))
    except (KeyError, ValueError, OSError):  # an unknown name, or one that is no name at all
        return None


def _plain_offset(name: str) -> dt.tzinfo | None:
    found = _UTC_OFFSET.search(name[:200])
    shift = offset(f"{found[1]}{int(found[2]):02d}{found[3] or '00'}") if found else None
    return None if shift is None else dt.timezone(shift)


def _shift(naive: dt.datetime, observances: tuple[Observance, ...]) -> dt.timedelta | None:
    """Return the offset of the observance that began last before `naive`."""
    begun = [(start, half.offset) for half in observances if (start := _start(half, naive))]
    if begun:
        return max(begun, key=lambda pair: pair[0])[1]
    return observances[0].offset if observances else None


def _start(half: Observance, naive: dt.datetime) -> dt.datetime | None:
    """Return when this observance last began, None where it had not yet."""
    if not half.month:
        return half.onset if half.onset <= naive else None
    starts = (_nth(half, year) for year in (naive.year, naive.year - 1) if year >= max(half.onset.year, 2))
    return next((start for start in starts if start <= naive), None)


def _nth(half: Observance, year: int) -> dt.datetime:
    """Return the day of `year` on which it begins: the second Sunday of March, the last Sunday of October."""
    first, length = calendar.monthrange(year, half.month)
    days = [1 + (half.day - first) % 7 + 7 * week for week in range(5)]
    days = [day for day in days if day <= length]
    index = half.nth if half.nth < 0 else half.nth - 1
    chosen = days[max(min(index, len(days) - 1), -len(days))]
    return dt.datetime(year, half.month, chosen, half.onset.hour, half.onset.minute)  # noqa: DTZ001 - the clock on the wall of the zone itself
