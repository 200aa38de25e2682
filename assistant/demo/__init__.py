"""A mailbox made up for the demo: the letters of somebody who looks for a job, dated by the day on which it is built.

Takes the moment of building; gives `Post`: each letter's folder, moment and bytes. It reads the files in `mail/` and no clock. Its rules:

- Each file is one story: `[days]` names the days that it speaks of, `[[letter]]` is one mail. `day` counts days from the day of building,
  `workday` counts business days; so two letters never change places, whatever day of the week it is.
- A letter without `from` was written by the owner, and lies in Sent. One that `answers` another has its subject, its writer and its history.
- In a subject or text, `{talk}` becomes "Tuesday, March 3".
"""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from importlib import resources
from typing import Any

from assistant.core.days import is_business_day
from assistant.core.model import Me

COUNTRY = "US"
OWNER = Me("Nora Whitfield", frozenset({"nora.whitfield@mail.example"}))
REPLY = "reply"  # the story that arrives when it is asked for

_SELF = f"{OWNER.name} <{min(OWNER.addresses)}>"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")  # whatever the machine's language
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_NAMED_DAY = re.compile(r"\{(\w{1,30})\}")  # "{talk}"
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Meeting:
    """The calendar part of an invitation."""

    start: dt.datetime
    end: dt.datetime
    summary: str
    place: str
    guests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail of a story."""

    id: str
    at: dt.datetime
    sender: str  # "Dana Reyes <dana@northwind.example>"
    to: str
    subject: str
    text: str
    html: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    thread: tuple["Letter", ...] = ()  # what it answers, oldest first
    quotes: bool = True
    meeting: Meeting | None = None

    @property
    def message_id(self) -> str:
        """Return its Message-ID, with angle brackets."""
        return f"<{self.id}@{parseaddr(self.sender)[1].partition('@')[2]}>"

    @property
    def is_sent(self) -> bool:
        """Did the owner write it?"""
        return self.sender == _SELF


def letters(now: dt.datetime) -> list[Letter]:
    """Return every letter that is there when the mailbox is built at `now`, which is in the owner's zone; oldest first."""
    found = [letter for name in _stories() if name != REPLY for letter in _story(name, now, {})]
    return sorted(found, key=lambda letter: letter.at)


def reply(built: dt.datetime, now: dt.datetime) -> Letter:
    """Return the answer that arrives `now` in the mailbox that was built at `built`."""
    known = {letter.id: letter for letter in letters(built)}
    return next(_story(REPLY, now, known))


# ---------------------------------------------------------------- reading the files


def _stories() -> list[str]:
    return sorted(file.name.removesuffix(".toml") for file in _files().iterdir() if file.name.endswith(".toml"))


def _files() -> Any:  # noqa: ANN401 - importlib's Traversable moved between modules in the versions that we support
    return resources.files(__name__).joinpath("mail")


def _story(name: str, now: dt.datetime, known: dict[str, Letter]) -> Iterator[Letter]:
    table = tomllib.loads(_files().joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    days = {name: _day(when, now.date()) for name, when in table.get("days", {}).items()}
    so_far = dict(known)
    for row in table["letter"]:
        letter = _letter(row, days, now, so_far)
        so_far[letter.id] = letter
        yield letter


def _letter(row: dict[str, Any], days: dict[str, dt.date], now: dt.datetime, known: dict[str, Letter]) -> Letter:
    answered = known[row["answers"]] if "answers" in row else None
    sender = row.get("from", _SELF)
    meeting = row.get("meeting")
    return Letter(
        id=row["id"],
        at=_at(_day(row, now.date()), row["time"], now) if "time" in row else now,
        sender=sender,
        to=row.get("to") or (answered.sender if answered and sender == _SELF else _SELF),
        subject=_spoken(row.get("subject") or _re(answered), days),
        text=_spoken(row["text"].lstrip("\n"), days),
        html=row.get("html", ""),
        headers=tuple(row.get("headers", {}).items()),
        thread=(*answered.thread, answered) if answered else (),
        quotes=row.get("quotes", True),
        meeting=_meeting(meeting, days, now) if meeting else None,
    )


def _meeting(row: dict[str, Any], days: dict[str, dt.date], now: dt.datetime) -> Meeting:
    start = _at(days[row["day"]], row["start"], now)
    return Meeting(start, start + dt.timedelta(minutes=row["minutes"]), row["summary"], row["place"], tuple(row["with"]))


def _re(answered: Letter | None) -> str:
    subject = answered.subject if answered else ""
    return subject if subject.startswith("Re: ") else f"Re: {subject}"


# ---------------------------------------------------------------- days


def _day(when: dict[str, Any], today: dt.date) -> dt.date:
    return _workday(today, when["workday"]) if "workday" in when else today + when["day"] * _ONE_DAY


def _workday(day: dt.date, count: int) -> dt.date:
    """Return the `count`-th business day after `day`, before it where `count` is negative."""
    step = _ONE_DAY if count > 0 else -_ONE_DAY
    for _ in range(abs(count)):
        day += step
        while not is_business_day(day, COUNTRY):
            day += step
    return day


def _at(day: dt.date, time: str, now: dt.datetime) -> dt.datetime:
    return dt.datetime.combine(day, dt.time.fromisoformat(time), tzinfo=now.tzinfo)


def _spoken(text: str, days: dict[str, dt.date]) -> str:
    return _NAMED_DAY.sub(lambda found: spoken(days[found[1]]), text)


def spoken(day: dt.date) -> str:
    """Return "Tuesday, March 3"."""
    return f"{_WEEKDAYS[day.weekday()]}, {_MONTHS[day.month - 1]} {day.day}"


# ---------------------------------------------------------------- bytes


def rfc5322(letter: Letter) -> bytes:
    """Return the letter as it would lie in a mailbox."""
    made = EmailMessage(policy=SMTP)
    made["From"], made["To"], made["Subject"] = letter.sender, letter.to, letter.subject
    made["Date"], made["Message-ID"] = format_datetime(letter.at), letter.message_id
    if letter.thread:
        made["In-Reply-To"] = letter.thread[-1].message_id
        made["References"] = " ".join(other.message_id for other in letter.thread)
    for name, value in letter.headers:
        made[name] = value
    made.set_content(letter.text + (_history(letter.thread[-1]) if letter.thread and letter.quotes else ""))
    if letter.html:
        made.add_alternative(letter.html, subtype="html")
    if letter.meeting:
        made.add_alternative(_calendar(letter, letter.meeting).encode(), maintype="text", subtype="calendar", params={"method": "REQUEST", "charset": "utf-8"})
    return made.as_bytes()


def _history(answered: Letter) -> str:
    name = parseaddr(answered.sender)[0]
    quoted = "".join(f"> {line}".rstrip() + "\n" for line in answered.text.rstrip().splitlines())
    return f"\nOn {spoken(answered.at.date())}, {answered.at.year} at {answered.at:%H:%M} {name} wrote:\n{quoted}"


def _calendar(letter: Letter, meeting: Meeting) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Demo//EN", "METHOD:REQUEST", "BEGIN:VEVENT", f"UID:{letter.message_id[1:-1]}", "SEQUENCE:0"]
    lines += [f"DTSTAMP:{_utc(letter.at)}", f"DTSTART:{_utc(meeting.start)}", f"DTEND:{_utc(meeting.end)}"]
    lines += [f"SUMMARY:{meeting.summary}", "LOCATION:" + meeting.place.replace(",", "\\,"), f"ORGANIZER;{_guest(letter.sender)}"]
    lines += [f"ATTENDEE;PARTSTAT=NEEDS-ACTION;{_guest(guest)}" for guest in (*meeting.guests, letter.to)]
    return "\r\n".join([*lines, "END:VEVENT", "END:VCALENDAR", ""])


def _guest(text: str) -> str:
    name, email = parseaddr(text)
    return f'CN="{name}":mailto:{email}'


def _utc(at: dt.datetime) -> str:
    return f"{at.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
