"""Letters for the tests of the timeline: what Nadia Brandt wrote and received in, her applications out.

Each letter comes twenty hours after the one before, the first on Monday 2 March 2026 at ten, unless its time is given. `answers` is the place of
the letter that it replies to, counted from 0.
"""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from assistant.core import timeline
from assistant.core.model import Application, Me, Message, Role, Settings
from assistant.core.reading import message
from tests.mail import mail, raw

ME = Me("Nadia Brandt", frozenset({"nadia.brandt@mail.example", "nbrandt@larchwood.example"}))
NADIA = "Nadia Brandt <nadia.brandt@mail.example>"
SETTINGS = Settings(zone=ZoneInfo("Europe/London"), country="GB")
MONDAY = dt.datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Europe/London"))
SYSTEM = {"Auto-Submitted": "auto-generated"}
BULK = {"List-Unsubscribe": "<https://news.example/stop>", "Precedence": "bulk"}


@dataclass(frozen=True)
class Letter:
    """One letter. `ics`: a calendar part."""

    frm: str
    subject: str
    text: str
    to: str = NADIA
    cc: str = ""
    answers: int | None = None
    ics: str = ""
    at: dt.datetime | None = None
    headers: dict[str, str] | None = None
    attached: tuple[str, ...] = ()
    role: Role | None = None


def mine(to: str, subject: str, text: str, answers: int | None = None, *, attached: tuple[str, ...] = (), at: dt.datetime | None = None) -> Letter:
    """A letter of Nadia's."""
    return Letter(NADIA, subject, text, to=to, answers=answers, attached=attached, at=at)


def applied(to: str, role: str, answers: int | None = None) -> Letter:
    """Nadia's application for a role."""
    return mine(
        to,
        f"Application: {role}",
        f"Dear hiring team,\n\nI would like to apply for the {role} role. My CV is attached.\n\nNadia Brandt",
        answers,
        attached=("cv.pdf",),
    )


def read(*letters: Letter) -> list[Message]:
    """The letters as the mailbox would give them; the first is `<0@letters.example>`."""
    return [one for n, letter in enumerate(letters) if (one := _read(n, letter))]


def _read(n: int, letter: Letter) -> Message | None:
    data = mail(
        letter.text,
        frm=letter.frm,
        to=letter.to,
        cc=letter.cc,
        subject=letter.subject,
        at=letter.at or MONDAY + n * dt.timedelta(hours=20),
        id=f"<{n}@letters.example>",
        reply_to="" if letter.answers is None else f"<{letter.answers}@letters.example>",
        ics=letter.ics,
        attachments=letter.attached,
        headers=letter.headers,
    )
    role = letter.role or (Role.SENT if letter.frm == NADIA else Role.INBOX)
    return message(raw(data, role=role, key=str(n)), ME, SETTINGS.zone)


def look(*letters: Letter, now: dt.datetime | None = None) -> tuple[Application, ...]:
    """The applications that these letters make, at `now` or, where it is not given, an hour after the last."""
    messages = read(*letters)
    return timeline.applications(messages, ME, now or max(m.at for m in messages) + dt.timedelta(hours=1), SETTINGS)


def one(*letters: Letter, now: dt.datetime | None = None) -> Application:
    """The one application that these letters make."""
    (application,) = look(*letters, now=now)
    return application


def numbers(application: Application) -> list[int]:
    """The places of the application's letters."""
    return [int(m.id.strip("<").partition("@")[0]) for m in application.messages]
