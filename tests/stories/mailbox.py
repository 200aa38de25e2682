"""A story's mail.yaml in, its mailbox out: a Maildir with a folder for each of the story's folders.

The format: `me` (name, addresses), `timezone`, `country`, `region`, and `messages`, each with `id`, `folder`, `at`, `from`, `to`, `cc`, `subject`,
`reply_to` (an id), `headers`, `text`, `html`, `ics`, `attachments`; or `raw`, a whole message as it came. Ids become `<ID.STORY@mail.example>`.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from assistant.core.model import Me, Settings

READ = {"Sent": "S", "Archive": "S", "Drafts": "DS", "Trash": "ST"}  # the flags of a Maildir's file names
FOLDERS = ("INBOX", "Sent", "Drafts", "Archive", "Junk", "Trash")


@dataclass(frozen=True)
class Story:
    """One person's mail, as the file has it."""

    name: str
    me: Me
    settings: Settings
    letters: dict[str, dict[str, Any]]  # by id

    def message_id(self, short: str) -> str:
        return f"<{short}.{self.name}@mail.example>"

    def ancestors(self, short: str) -> list[str]:
        """The ids that a message answers, the nearest first."""
        found = []
        while answered := self.letters[short].get("reply_to"):
            found.append(answered)
            short = answered
        return found


def story(folder: Path) -> Story:
    told = read(folder / "mail.yaml")
    letters = {letter["id"]: letter for letter in told["messages"]}
    assert len(letters) == len(told["messages"]), f"{folder.name}: an id stands twice in mail.yaml"
    me = Me(told["me"]["name"], frozenset(address.lower() for address in told["me"]["addresses"]))
    settings = Settings(zone=ZoneInfo(told["timezone"]), country=told.get("country", "US"), region=str(told.get("region") or ""))
    return Story(folder.name, me, settings, letters)


def read(file: Path) -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    told = yaml.load(file.read_text("utf-8"), Loader=loader)  # noqa: S506 - a safe loader, the fast one where there is one
    assert isinstance(told, dict), f"{file}: holds nothing"
    return told


def moment(text: object) -> dt.datetime:
    found = dt.datetime.fromisoformat(str(text))
    assert found.tzinfo, f"{text}: a time in a story needs its offset"
    return found


def fill(told: Story, box: Path) -> None:
    """Write every message of the story into the Maildir `box`."""
    for name in FOLDERS:
        for part in ("cur", "new", "tmp"):
            (_folder(box, name) / part).mkdir(parents=True, exist_ok=True)
    for number, letter in enumerate(told.letters.values()):
        folder = letter.get("folder", "INBOX")
        file = f"{int(moment(letter['at']).timestamp())}.{number:05d}.story:2,{READ.get(folder, '')}"
        (_folder(box, folder) / "cur" / file).write_bytes(_bytes(told, letter))


def _folder(box: Path, name: str) -> Path:
    return box if name == "INBOX" else box / f".{name}"


def _bytes(told: Story, letter: dict[str, Any]) -> bytes:
    if "raw" in letter:
        return "\r\n".join(letter["raw"].replace("\r\n", "\n").split("\n")).encode("utf-8", "surrogateescape")
    made = EmailMessage(policy=SMTP)
    for name, value in _headers(told, letter):
        made[name] = value
    _words(made, letter)
    for attached in letter.get("attachments") or []:
        main, _, sub = attached.get("type", "application/pdf").partition("/")
        made.add_attachment(attached.get("content", "a file").encode(), maintype=main, subtype=sub, filename=attached["name"])
    return made.as_bytes()


def _headers(told: Story, letter: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "From", letter["from"]
    for field in ("to", "cc"):
        if letter.get(field):
            yield field.title(), letter[field] if isinstance(letter[field], str) else ", ".join(letter[field])
    yield "Subject", letter.get("subject", "")
    yield "Date", format_datetime(moment(letter["at"]))
    yield "Message-ID", told.message_id(letter["id"])
    answered = [told.message_id(short) for short in told.ancestors(letter["id"])]
    if answered:
        yield "In-Reply-To", answered[0]
        yield "References", " ".join(reversed(answered))
    for name, value in (letter.get("headers") or {}).items():
        yield name, str(value)


def _words(made: EmailMessage, letter: dict[str, Any]) -> None:
    html = letter.get("html")
    if html is not None and "text" not in letter:
        made.set_content(html, subtype="html")
    else:
        made.set_content(letter.get("text", ""))
        if html is not None:
            made.add_alternative(html, subtype="html")
    if "ics" in letter:
        lines = letter["ics"].replace("\r\n", "\n").split("\n")
        method = next((line.partition(":")[2].strip() for line in lines if line.startswith("METHOD:")), "PUBLISH")
        if made.get_content_type() == "text/plain":
            made.make_alternative()
        made.add_alternative("\r\n".join(lines).encode(), maintype="text", subtype="calendar", params={"method": method, "charset": "utf-8"})
