"""Small builders for the tests of the drafts: an invented application at Larkmoor Instruments."""

import datetime as dt
from zoneinfo import ZoneInfo

from assistant.core.model import (
    Address,
    Application,
    Event,
    Interview,
    Kind,
    Me,
    Message,
    Role,
    Settings,
    Sort,
    Standing,
    Step,
    StepKind,
)

ZONE = ZoneInfo("America/Toronto")
ME = Me("Ines Halloran", frozenset({"ines@post.example", "ih@alumni.example"}))
MINE = Address("ines@post.example", "Ines Halloran")
ADA = Address("ada.brook@larkmoor.example", "Ada Brook")
SETTINGS = Settings(zone=ZONE, country="CA")
TUESDAY = dt.datetime(2026, 3, 3, 14, 0, tzinfo=ZONE)


def mail(number: int, sender: Address, to: Address, text: str = "", **more: object) -> Message:
    """A human mail; an odd number of hours after the first of March."""
    values: dict[str, object] = {
        "id": f"<m{number}@post.example>",
        "at": dt.datetime(2026, 3, 1, 9, 0, tzinfo=ZONE) + dt.timedelta(hours=number),
        "role": Role.SENT if ME.wrote_from(sender.email) else Role.INBOX,
        "outgoing": ME.wrote_from(sender.email),
        "sort": Sort.HUMAN,
        "sender": sender,
        "to": (to,),
        "subject": "Data Analyst at Larkmoor",
        "text": text,
    }
    return Message(**(values | more))  # type: ignore[arg-type]  # the fields of Message, by name


def event(kind: Kind, number: int = 1, **more: object) -> Event:
    """Something that the mail with this number says."""
    at = dt.datetime(2026, 3, 1, 9, 0, tzinfo=ZONE) + dt.timedelta(hours=number)
    return Event(kind, at, f"<m{number}@post.example>", **({"quote": "", "rule": "test"} | more))  # type: ignore[arg-type]  # the fields of Event


def meeting(*people: Address, start: dt.datetime = TUESDAY, key: str = "larkmoor-1", arranger: Address | None = None) -> Interview:
    """An hour that was held."""
    return Interview(start, start + dt.timedelta(hours=1), Standing.HELD, people or (ADA,), arranger, "<m1@post.example>", key=key)


def application(*messages: Message, **more: object) -> Application:
    """The application at Larkmoor, with one interview unless told otherwise."""
    values: dict[str, object] = {
        "id": "larkmoor",
        "company": "Larkmoor Instruments",
        "agency": None,
        "role": "Data Analyst",
        "people": (),
        "interviews": (meeting(),),
        "messages": messages,
        "events": (),
    }
    return Application(**(values | more))  # type: ignore[arg-type]  # the fields of Application, by name


def step(kind: StepKind = StepKind.THANK_YOU, to: Address | None = ADA, reply_to: str = "", **more: object) -> Step:
    """A step that is due on the Wednesday after."""
    values: dict[str, object] = {"until": None, "why": "", "interview": meeting() if kind is StepKind.THANK_YOU else None}
    key = f"{kind.value} {to.email if to else ''}"
    return Step(kind, key, dt.datetime(2026, 3, 30, 9, 0, tzinfo=ZONE), to=to, reply_to=reply_to, **(values | more))  # type: ignore[arg-type]  # by name


def promise(day: dt.date, quote: str = "by Wednesday, March 11", number: int = 1) -> Event:
    """Their date."""
    return event(Kind.PROMISE, number, day=day, quote=quote)
