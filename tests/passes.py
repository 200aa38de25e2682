"""A small mailbox in which an interview was held yesterday, and passes over it. Written past the code under test."""

import datetime as dt
import email
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from zoneinfo import ZoneInfo

from assistant.core.model import Me, Role, Settings
from assistant.core.reading import DRAFT_HEADER
from assistant.mailboxes import Mailbox
from assistant.run import Desk, Report, one_pass
from assistant.store import Store
from tests.mail import invitation, mail
from tests.mailboxes.boxes import Tree

TORONTO = ZoneInfo("America/Toronto")
SETTINGS = Settings(zone=TORONTO, country="CA", region="ON")
ME = Me("Priya Natarajan", frozenset({"priya@mail.example"}))
PRIYA = "Priya Natarajan <priya@mail.example>"
DANA = "Dana Reyes <dana@northwind.example>"
SUBJECT = "Interview - Data Analyst"
NOW = dt.datetime(2026, 3, 5, 9, 0, tzinfo=TORONTO)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)

INVITED = mail(
    "Hi Priya,\n\nThank you for applying for the Data Analyst role. I would like to talk with you. Could you do Wednesday, March 4 at 2pm?\n\nBest,\nDana",
    subject=SUBJECT,
    id="<m1@northwind.example>",
    at=NOW - 3 * DAY,
)
AGREED = mail(
    "Hi Dana,\n\nWednesday at 2pm works for me.\n\nBest,\nPriya",
    frm=PRIYA,
    to=DANA,
    subject=f"Re: {SUBJECT}",
    id="<m2@mail.example>",
    reply_to="<m1@northwind.example>",
    at=NOW - 3 * DAY + HOUR,
)
FIXED = mail(
    "You are invited.",
    subject=SUBJECT,
    id="<m3@northwind.example>",
    at=NOW - 3 * DAY + 2 * HOUR,
    ics=invitation(start="DTSTART:20260304T190000Z", end="DTEND:20260304T194500Z", summary=SUBJECT),
)


@dataclass
class Home:
    """The mailbox on the disk, and the state beside it."""

    tree: Tree
    state: Path
    settings: Settings = SETTINGS
    around: Callable[[Mailbox], Mailbox] = field(default=lambda mailbox: mailbox)

    def run(self, now: dt.datetime = NOW, me: Me | None = ME) -> Report:
        """Run one pass, as the program does: with everything opened anew."""
        with Store(self.state) as store:
            mailbox = self.tree.open()
            try:
                return one_pass(Desk(self.around(mailbox), store, self.settings, now), me)
            finally:
                mailbox.close()

    def files(self, folder: str = ".Drafts") -> list[Path]:
        """Return the messages of a folder that are not marked as deleted."""
        every = [path for box in ("cur", "new") for path in sorted((self.tree.path / folder / box).glob("*"))]
        return [path for path in every if "T" not in path.name.partition(":2,")[2]]

    def drafts(self) -> list[EmailMessage]:
        """Return the drafts that wait."""
        return [parsed(path) for path in self.files()]

    def edit(self, old: str, new: str) -> None:
        """Let the user edit the draft where it stands."""
        (path,) = self.files()
        data = path.read_bytes()
        assert old.encode() in data
        path.write_bytes(data.replace(old.encode(), new.encode()))

    def change(self, old: str, new: str) -> None:
        """Let a client edit the draft: it is replaced by a new message, under a new Message-ID and without our header."""
        (path,) = self.files()
        words = parsed(path).get_content()
        assert old in words
        edited = parsed(path)
        del edited["Message-ID"], edited[DRAFT_HEADER]
        edited.set_content(words.replace(old, new))
        edited["Message-ID"] = f"<edit{self.tree.count}@client.example>"
        path.unlink()
        self.tree.write(".Drafts", edited.as_bytes(), "DS")

    def move(self, folder: str, flags: str) -> None:
        """Let a client move the draft to another folder."""
        (path,) = self.files()
        self.tree.write(folder, path.read_bytes(), flags)
        path.unlink()

    def delete(self) -> None:
        """Let a client delete the draft for good."""
        (path,) = self.files()
        path.unlink()

    def lose_state(self) -> None:
        """Lose the state file."""
        for path in self.state.iterdir():
            path.unlink()

    def reply(self, at: dt.datetime = NOW + HOUR) -> None:
        """Let an answer of Dana's arrive."""
        self.tree.put(Role.INBOX, answer(at))


def answer(at: dt.datetime) -> bytes:
    return mail(
        "Hi Priya,\n\nIt was a pleasure to meet you yesterday. We will be in touch.\n\nDana",
        subject=f"Re: {SUBJECT}",
        id="<m4@northwind.example>",
        reply_to="<m2@mail.example>",
        at=at,
    )


def parsed(path: Path) -> EmailMessage:
    read = email.message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(read, EmailMessage)
    return read


def held_yesterday(tree: Tree, state: Path) -> Home:
    """Return a mailbox in which Priya was interviewed by Dana yesterday at two, and life."""
    tree.make("", ".Sent", ".Drafts", ".Trash")
    tree.put(Role.INBOX, INVITED)
    tree.put(Role.SENT, AGREED)
    tree.put(Role.INBOX, FIXED)
    tree.put(
        Role.INBOX, mail("Your parcel is on its way.", frm="Parcels <no-reply@parcels.example>", subject="On its way", id="<p1@parcels.example>", at=NOW - DAY)
    )
    return Home(tree, state)
