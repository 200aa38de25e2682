"""How long a meeting lasts, as the words say: "half an hour or so", "a 45-minute call" -> a timedelta, or None.

Of two numbers the far end counts. Lengths of less than 5 minutes or more than 12 hours, and lengths that are no meeting's
("in an hour", "$40 an hour", "two hours ago"), give nothing.
"""

import datetime as dt
import re

from assistant.core.reading.dates.vocabulary import NUMBERS, W, number

LEAST, MOST = dt.timedelta(minutes=5), dt.timedelta(hours=12)
MOST_TEXT = 100_000

N = r"(?:\d{1,3}(?:\.\d{1,2})?|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
# "half an hour", "three quarters of an hour", "an hour and a half", "an hour and a quarter", "30 to 45 minutes", "1 hour 15 minutes", "1h30"
LENGTH = re.compile(
    rf"(?<![\w$\u00a3\u20ac.,:/-])(?:(?P<quarters>(?:three|3)[ -]quarters{W}of{W}an{W}hour)|(?P<quarter>(?:a{W})?quarter{W}of{W}an{W}hour"
    rf"|quarter[ -]hour)|(?P<half>half{W}(?:an{W})?hour|half-hour|(?:a{W})?half{W}hour|1/2{W}hour)"
    rf"|(?P<couple>(?:a{W})?couple{W}(?:of{W})?hours)|(?P<anhour>hour-long)"
    rf"|(?:(?!forty-five){N}{W}?(?:-|to|or){W}?)?(?P<n>{N})(?:{W}|-)?(?:full{W}|short{W}|whole{W})?(?:(?P<minutes>minutes?|mins?)|(?P<hours>hours?"
    rf"|hrs?|h)(?:{W}and{W}a{W}(?P<part>half|quarter))?(?:(?:,?{W}(?:and{W})?)?(?P<more>\d{{1,2}})(?:{W}|-)?(?:minutes?|mins?|m)?)?"
    rf"|(?P<halves>and{W}a{W}half{W}hours?)))\b",
    re.IGNORECASE,
)
# "in an hour", "$40 an hour"
NOT_BEFORE = re.compile(
    r"(?:\b(?:in|within|per|last|past|every|each|next|least|after|a few|first)|[$\u00a3\u20ac]{W}?\d{1,4}"
    r"|\d{1,3}k?)[ ]\Z".replace("{W}", " "),
    re.IGNORECASE,
)
# "an hour ago", "a 20 minute walk"
NOT_AFTER = re.compile(
    r"[ -](?:ago|later|earlier|before|prior|early|late|in advance|notice|a (?:day|week|month)|per|each way|away|walk|drive|commute|train|of (?:your"
    r"|notice)|from now|flight|delay|to (?:complete|finish|fill))\b",
    re.IGNORECASE,
)


def length(text: str) -> dt.timedelta | None:
    """Return the first length of a meeting that the words give, None where they give none."""
    for match in LENGTH.finditer(text[:MOST_TEXT]):
        if NOT_BEFORE.search(text, max(0, match.start() - 10), match.start()) or NOT_AFTER.match(text, match.end()):
            continue
        found = _read(match)
        if LEAST <= found <= MOST:
            return found
    return None


def _read(match: re.Match[str]) -> dt.timedelta:
    for group, minutes in (("quarters", 45), ("quarter", 15), ("half", 30), ("couple", 120), ("anhour", 60)):
        if match[group]:
            return dt.timedelta(minutes=minutes)
    word = match["n"].lower()
    count = float(word) if word[0].isdigit() else float(number(word))
    if match["minutes"]:
        return dt.timedelta(minutes=count)
    part = {"half": 30, "quarter": 15}.get((match["part"] or "").lower(), 30 if match["halves"] else 0)
    return dt.timedelta(minutes=count * 60 + part + int(match["more"] or 0))
