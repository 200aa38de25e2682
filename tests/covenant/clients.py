"""How mail clients save and send a draft: the same letter in other bytes, under other ids, with or without what they do not know.

Takes the bytes of a draft; gives those that stand in its place. Written past the code under test.
"""

import datetime as dt
import email
import html
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP, default
from email.utils import format_datetime

from assistant.core.reading import DRAFT_HEADER

SIGNATURE = "Priya Natarajan\n+1 416 555 0100"


@dataclass(frozen=True)
class Client:
    """What a client keeps of a draft that it saves, and the form that it gives to the words."""

    form: str = "plain"
    keeps_id: bool = True
    keeps_header: bool = True
    keeps_thread: bool = True

    @property
    def keeps_marks(self) -> bool:
        """Does a draft that it saved still say for certain that it is ours?"""
        return self.keeps_header


def _plain(mail: EmailMessage, text: str) -> None:
    mail.set_content(text)


def _rewrapped(mail: EmailMessage, text: str) -> None:
    mail.set_content("\n".join(textwrap.fill(line, 48) for line in text.split("\n")))


def _flowed(mail: EmailMessage, text: str) -> None:
    lines = ["\n".join(f"{part} " for part in textwrap.wrap(line, 60))[:-1] if line else "" for line in text.split("\n")]
    mail.set_content("\n".join(lines), params={"format": "flowed"})


def _base64(mail: EmailMessage, text: str) -> None:
    mail.set_content(text, cte="base64")


def _nbsp(mail: EmailMessage, text: str) -> None:
    mail.set_content(text.replace(" ", "\xa0 ", 5).replace(". ", ".\xa0"))


def _markup(text: str) -> str:
    lines = "".join(f"<div>{html.escape(line) or '<br>'}</div>\n" for line in text.split("\n"))
    return f"<html><head></head><body style='font-family: sans-serif'>{lines}</body></html>"


def _twins(mail: EmailMessage, text: str) -> None:
    mail.set_content(text)
    mail.add_alternative(_markup(text), subtype="html")


def _only_html(mail: EmailMessage, text: str) -> None:
    mail.set_content(_markup(text), subtype="html")


def _signed(mail: EmailMessage, text: str) -> None:
    mail.set_content(f"{text.rstrip()}\n\n-- \n{SIGNATURE}\n")


FORMS: dict[str, Callable[[EmailMessage, str], None]] = {
    "plain": _plain,
    "rewrapped": _rewrapped,
    "flowed": _flowed,
    "base64": _base64,
    "nbsp": _nbsp,
    "twins": _twins,
    "only html": _only_html,
    "signed": _signed,
}
EDITS: dict[str, Callable[[EmailMessage, str], str]] = {}


def _edit(name: str) -> Callable[[Callable[[EmailMessage, str], str]], Callable[[EmailMessage, str], str]]:
    def kept(change: Callable[[EmailMessage, str], str]) -> Callable[[EmailMessage, str], str]:
        EDITS[name] = change
        return change

    return kept


@_edit("a word")
def _word(mail: EmailMessage, text: str) -> str:
    first, _, rest = text.partition(" ")
    return f"{first} dear {rest}"


@_edit("the last line")
def _last(mail: EmailMessage, text: str) -> str:
    return f"{text.rstrip()}\n\nP.S. The train was on time.\n"


@_edit("the subject")
def _subject(mail: EmailMessage, text: str) -> str:
    _set(mail, "Subject", "Thanks")
    return text


@_edit("the recipient")
def _recipient(mail: EmailMessage, text: str) -> str:
    _set(mail, "To", "Imani Cole <imani@elsewhere.example>")
    return text


@_edit("a copy")
def _copy(mail: EmailMessage, text: str) -> str:
    _set(mail, "Cc", "Imani Cole <imani@elsewhere.example>")
    return text


@_edit("a blind copy")
def _blind(mail: EmailMessage, text: str) -> str:
    _set(mail, "Bcc", "priya@work.example")
    return text


def _set(mail: EmailMessage, name: str, value: str) -> None:
    del mail[name]
    mail[name] = value


def saved(data: bytes, client: Client, at: dt.datetime, number: int, edit: str = "", *, send: bool = False) -> bytes:
    """Return what stands in Drafts (or in Sent) after the client saved (or sent) the draft `data` at that moment."""
    old = email.message_from_bytes(data, policy=default)
    assert isinstance(old, EmailMessage)
    body = old.get_body(("plain", "html"))
    assert isinstance(body, EmailMessage)
    new = EmailMessage(policy=SMTP)
    for name in ("From", "To", "Cc", "Bcc", "Subject"):
        if old[name]:
            new[name] = str(old[name])
    new["Date"] = format_datetime(at)
    text = _letter(body)
    text = EDITS[edit](new, text) if edit else text
    FORMS[client.form](new, text)
    kept = {"In-Reply-To": client.keeps_thread, "References": client.keeps_thread, DRAFT_HEADER: client.keeps_header}
    heads = [f"{name}: {' '.join(str(old[name]).split())}" for name, keeps in kept.items() if keeps and old[name]]
    heads.append(f"Message-ID: {str(old['Message-ID']).strip() if client.keeps_id and not send else f'<client{number}@mail.example>'}")
    return ("".join(f"{head}\r\n" for head in heads)).encode() + new.as_bytes()


def _letter(body: EmailMessage) -> str:
    """Return the words; HTML goes back to text as a client does it."""
    words = str(body.get_content())
    if body.get_content_type() == "text/plain":
        return words
    inner = words.partition("<body")[2].partition(">")[2].partition("</body>")[0]
    lines = [line.removeprefix("<div>").removesuffix("</div>").replace("<br>", "") for line in inner.strip().split("\n")]
    return html.unescape("\n".join(lines)) + "\n"
