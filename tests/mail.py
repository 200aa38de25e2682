"""Mail for tests: words in, the bytes of an RFC 5322 message out. Every part can be left out."""

import datetime as dt
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from assistant.core.model import RawMessage, Ref, Role

NOON = dt.datetime(2026, 3, 3, 12, 0, tzinfo=dt.UTC)


def mail(
    text: str = "",
    *,
    frm: str = "Dana Reyes <dana@northwind.example>",
    to: str = "Priya Natarajan <priya@mail.example>",
    cc: str = "",
    subject: str = "Data Analyst",
    at: dt.datetime = NOON,
    id: str = "<m1@mail.example>",  # noqa: A002 - as the header is called
    reply_to: str = "",
    html: str = "",
    ics: str = "",
    attachments: tuple[str, ...] = (),
    headers: dict[str, str] | None = None,
) -> bytes:
    """Return one message. `reply_to` is the Message-ID that it answers; `attachments` are file names; `headers` come on top."""
    made = EmailMessage(policy=SMTP)
    made["From"], made["To"], made["Subject"] = frm, to, subject
    made["Date"], made["Message-ID"] = format_datetime(at), id
    for name, value in _more_headers(cc, reply_to, headers):
        made[name] = value
    _fill(made, text, html, ics)
    for name in attachments:
        made.add_attachment(b"stub", maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


def raw(data: bytes, *, role: Role = Role.INBOX, received_at: dt.datetime | None = None, key: str = "1") -> RawMessage:
    """Return `data` as a mailbox would hand it out."""
    return RawMessage(ref=Ref(role=role, folder=role.value, generation="1", key=key), data=data, received_at=received_at)


def invitation(
    *,
    start: str = "DTSTART:20260310T150000Z",
    end: str = "DTEND:20260310T153000Z",
    method: str = "REQUEST",
    uid: str = "uid-1@calendar.example",
    sequence: int = 0,
    summary: str = "Interview",
    organizer: str = "Dana Reyes <dana@northwind.example>",
    attendees: tuple[str, ...] = (),
    more: tuple[str, ...] = (),
) -> str:
    """Return an iCalendar object with one event. `start`, `end`, `attendees` and `more` are whole content lines."""
    name, _, email = organizer.rstrip(">").partition(" <")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN", f"METHOD:{method}", "BEGIN:VEVENT", f"UID:{uid}", f"SEQUENCE:{sequence}"]
    lines += ["DTSTAMP:20260303T120000Z", start, end, f"SUMMARY:{summary}", f'ORGANIZER;CN="{name}":mailto:{email}', *attendees, *more]
    return "\r\n".join([*filter(None, lines), "END:VEVENT", "END:VCALENDAR", ""])


def _more_headers(cc: str, reply_to: str, headers: dict[str, str] | None) -> list[tuple[str, str]]:
    found = [("Cc", cc)] if cc else []
    if reply_to:
        found += [("In-Reply-To", reply_to), ("References", reply_to)]
    return found + list((headers or {}).items())


def _fill(made: EmailMessage, text: str, html: str, ics: str) -> None:
    if text or not html:
        made.set_content(text)
        if html:
            made.add_alternative(html, subtype="html")
    else:
        made.set_content(html, subtype="html")
    if ics:
        method = next((line.partition(":")[2] for line in ics.splitlines() if line.startswith("METHOD:")), "PUBLISH")
        if made.get_content_type() != "multipart/alternative":
            made.make_alternative()
        made.add_alternative(ics.encode(), maintype="text", subtype="calendar", params={"method": method, "charset": "utf-8"})
