"""Time zones as people write them after a time: "ET", "(UTC-05:00) Eastern Time (US & Canada)", "London time", "your time".

A standard or a daylight abbreviation means the zone as its clocks then stand: people write "EST" all summer. A name outweighs
an offset beside it: calendars print the offset of winter all year ("(UTC-05:00) Eastern Time" on a day in July).
"""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo

from assistant.core.reading.dates.vocabulary import W, one_of

CODES = {
    "et": "America/New_York", "est": "America/New_York", "edt": "America/New_York", "ct": "America/Chicago", "cst": "America/Chicago",
    "cdt": "America/Chicago",
    "mt": "America/Denver", "mst": "America/Denver", "mdt": "America/Denver", "pt": "America/Los_Angeles", "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles", "akst": "America/Anchorage", "akdt": "America/Anchorage", "hst": "Pacific/Honolulu",
    "ast": "America/Halifax", "adt": "America/Halifax",
    "nst": "America/St_Johns", "ndt": "America/St_Johns", "gmt": "UTC", "utc": "UTC", "bst": "Europe/London", "wet": "Europe/Lisbon",
    "cet": "Europe/Paris",
    "cest": "Europe/Paris", "eet": "Europe/Helsinki", "eest": "Europe/Helsinki", "ist": "Asia/Kolkata", "sgt": "Asia/Singapore",
    "hkt": "Asia/Hong_Kong", "jst": "Asia/Tokyo",
    "aest": "Australia/Sydney", "aedt": "Australia/Sydney", "awst": "Australia/Perth", "nzst": "Pacific/Auckland",
    "nzdt": "Pacific/Auckland", "sast": "Africa/Johannesburg",
    "msk": "Europe/Moscow", "gst": "Asia/Dubai",
}  # fmt: skip
REGIONS = {
    "eastern": "America/New_York", "central": "America/Chicago", "mountain": "America/Denver", "pacific": "America/Los_Angeles",
    "atlantic": "America/Halifax",
    "newfoundland": "America/St_Johns", "alaska": "America/Anchorage", "hawaii": "Pacific/Honolulu", "hawaiian": "Pacific/Honolulu",
    "east coast": "America/New_York",
    "west coast": "America/Los_Angeles", "arizona": "America/Phoenix",
}  # fmt: skip
LONG = {
    "greenwich mean": "UTC", "coordinated universal": "UTC", "british summer": "Europe/London", "british": "Europe/London",
    "uk": "Europe/London", "irish": "Europe/Dublin",
    "central european": "Europe/Paris", "eastern european": "Europe/Helsinki", "india standard": "Asia/Kolkata", "indian": "Asia/Kolkata",
    "australian eastern": "Australia/Sydney",
}  # fmt: skip
CITIES = {
    "london": "Europe/London", "dublin": "Europe/Dublin", "edinburgh": "Europe/London", "paris": "Europe/Paris", "berlin": "Europe/Berlin",
    "amsterdam": "Europe/Amsterdam",
    "madrid": "Europe/Madrid", "zurich": "Europe/Zurich", "stockholm": "Europe/Stockholm", "lisbon": "Europe/Lisbon",
    "new york": "America/New_York", "nyc": "America/New_York",
    "ny": "America/New_York", "boston": "America/New_York", "atlanta": "America/New_York", "toronto": "America/Toronto", "ottawa": "America/Toronto",
    "montreal": "America/Toronto", "chicago": "America/Chicago", "dallas": "America/Chicago", "austin": "America/Chicago", "denver": "America/Denver",
    "calgary": "America/Edmonton", "phoenix": "America/Phoenix", "seattle": "America/Los_Angeles", "san francisco": "America/Los_Angeles",
    "sf": "America/Los_Angeles",
    "los angeles": "America/Los_Angeles", "la": "America/Los_Angeles", "vancouver": "America/Vancouver", "halifax": "America/Halifax",
    "winnipeg": "America/Winnipeg",
    "sydney": "Australia/Sydney", "melbourne": "Australia/Melbourne", "singapore": "Asia/Singapore", "hong kong": "Asia/Hong_Kong",
    "tokyo": "Asia/Tokyo",
    "dubai": "Asia/Dubai", "bangalore": "Asia/Kolkata", "mumbai": "Asia/Kolkata", "delhi": "Asia/Kolkata", "auckland": "Pacific/Auckland",
    "perth": "Australia/Perth", "brisbane": "Australia/Brisbane", "adelaide": "Australia/Adelaide", "wellington": "Pacific/Auckland", "edmonton": "America/Edmonton",
    "regina": "America/Regina", "houston": "America/Chicago", "minneapolis": "America/Chicago", "philadelphia": "America/New_York", "washington": "America/New_York",
    "dc": "America/New_York", "miami": "America/New_York", "detroit": "America/Detroit", "portland": "America/Los_Angeles", "san diego": "America/Los_Angeles",
    "manchester": "Europe/London", "glasgow": "Europe/London", "cardiff": "Europe/London", "belfast": "Europe/London", "rome": "Europe/Rome", "milan": "Europe/Rome",
    "munich": "Europe/Berlin", "vienna": "Europe/Vienna", "brussels": "Europe/Brussels", "copenhagen": "Europe/Copenhagen", "oslo": "Europe/Oslo",
    "helsinki": "Europe/Helsinki", "warsaw": "Europe/Warsaw", "geneva": "Europe/Zurich", "cape town": "Africa/Johannesburg", "johannesburg": "Africa/Johannesburg",
    "nairobi": "Africa/Nairobi", "lagos": "Africa/Lagos", "tel aviv": "Asia/Jerusalem", "shanghai": "Asia/Shanghai", "beijing": "Asia/Shanghai", "seoul": "Asia/Seoul",
    "manila": "Asia/Manila",
}  # fmt: skip
HOMES = (
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Halifax", "America/St_Johns", "America/Anchorage",
    "Pacific/Honolulu", "Europe/London", "Europe/Paris", "Europe/Helsinki", "Asia/Dubai", "Asia/Kolkata", "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney",
    "Australia/Adelaide", "Australia/Brisbane", "Pacific/Auckland", "America/Sao_Paulo",
)  # fmt: skip
"""Where people who write in English live, the likeliest first."""

ALONE = ("london", "dublin", "paris", "berlin", "new york", "toronto", "chicago", "vancouver", "sydney", "amsterdam", "uk")
"""Places that people write after a time without the word "time"."""

OFFSET = rf"(?:utc|gmt){W}?(?P<sign>[+-]){W}?(?P<hours>\d{{1,2}})(?::?(?P<minutes>[0-5]\d))?"
COUNTRIES = rf"(?:{W}?[-(]{W}?(?:us|usa|u\.s\.|new{W}york|los{W}angeles|chicago|toronto|america)(?:{W}?(?:&|and|/|&amp;){W}?canada)?\)?)?"
NAME = (
    rf"(?:(?P<region>{one_of(*REGIONS)})(?:{W}(?:standard|daylight|prevailing))?(?:{W}time)?\b(?!{W}european){COUNTRIES}"
    rf"|(?P<long>{one_of(*LONG)})(?:{W}(?:standard|summer))?{W}time\b|(?P<city>{one_of(*CITIES)}){W}time\b|(?P<alone>{one_of(*ALONE)})\b"
    rf"|(?P<whose>your|my|our|his|her|their|local|this){W}(?:local{W})?(?:time(?:{W}zone)?|end|side|zone|clocks?)\b"
    rf"|(?P<here>here)(?=[,.;:!?)]|{W}?$|{W}(?:on|this|next|if|which|and|so|tomorrow|today){W})|(?P<code>{one_of(*CODES)})\b)"
)
# " ET", " (UTC-05:00) Eastern Time (US & Canada)", ", London time", " your time"
ZONE = re.compile(rf",?{W}?[(\[]?(?P<offset>{OFFSET}\b\)?)?(?:{W}?[(\[]?(?P<name>{NAME}))?(?:{W}time\b)?[)\]]?")
# "all times are Eastern", "times in GMT"
FOR_ALL = re.compile(rf"\b(?:times?(?:{W}zone)?(?:{W}(?:are|is|shown|listed|given|below|above|all))?(?:{W}?[:=])?(?:{W}in)?)(?={W})")


@dataclass(frozen=True, slots=True)
class Voices:
    """Whose clock a word means: the user's, the writer's ("my time") and the reader's ("your time")."""

    user: ZoneInfo
    writer: dt.tzinfo
    reader: dt.tzinfo


def zone_at(text: str, place: int) -> re.Match[str] | None:
    """Return what names a zone right at `place`, None where nothing does."""
    match = ZONE.match(text, place, place + 70)
    return match if match and (match["offset"] or match["name"]) else None


def zone_of(match: re.Match[str], voices: Voices) -> dt.tzinfo:
    """Return the zone that a match of ZONE names."""
    for group, table in (("region", REGIONS), ("long", LONG), ("city", CITIES), ("code", CODES)):
        if match[group]:
            return ZoneInfo(table[" ".join(match[group].split())])
    if match["alone"]:
        return ZoneInfo((CITIES | LONG)[" ".join(match["alone"].split())])
    if match["whose"]:
        return voices.writer if match["whose"] in ("my", "our", "this") else voices.reader if match["whose"] == "your" else voices.user
    if match["here"]:
        return voices.writer
    return _offset(match)


@cache
def _homes() -> tuple[dt.tzinfo, ...]:
    return tuple(map(ZoneInfo, HOMES))  # kept: ZoneInfo itself remembers no more than eight


def home_of(said_at: dt.datetime, own: dt.tzinfo) -> dt.tzinfo:
    """Return where a writer lives, of whom only the offset at one moment is known: the user's zone if it fits, else a likely one.

    A fixed offset is no home: the clocks of its place change. Mail stamped in UTC that fits nowhere comes from a server, not a place.
    """
    if said_at.tzinfo is None or isinstance(said_at.tzinfo, ZoneInfo):
        return said_at.tzinfo or own
    offset = said_at.utcoffset()
    for zone in (own, *_homes()):
        if said_at.astimezone(zone).utcoffset() == offset:
            return zone
    return said_at.tzinfo if offset else own


def _offset(match: re.Match[str]) -> dt.tzinfo:
    minutes = min(int(match["hours"]), 14) * 60 + int(match["minutes"] or 0)
    return dt.timezone(dt.timedelta(minutes=-minutes if match["sign"] == "-" else minutes))


def zone_for_all(text: str, voices: Voices) -> dt.tzinfo | None:
    """Return the zone of a text that says it once for all of its times, None where it does not."""
    for said in FOR_ALL.finditer(text):
        match = zone_at(text, said.end())
        if match:
            return zone_of(match, voices)
    return None
