"""Mailboxes for the contract: each holds what a test puts into it, and shows what lies on the disk, past the code under test."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from assistant.core.model import Ref, Role
from assistant.mailboxes import ImapAccount, Mailbox, open_mailbox

FOLDERS = {Role.INBOX: "", Role.SENT: ".Sent", Role.ARCHIVE: ".Archive", Role.DRAFTS: ".Drafts", Role.TRASH: ".Trash"}
JUNK = ".Junk"

Stored = dict[tuple[str, str], tuple[str, bytes]]  # (folder, unique name) -> (flags, bytes)


class Box(Protocol):
    """What the contract needs of a mailbox that is to be read."""

    def put(self, role: Role, data: bytes) -> None:
        """Let a message arrive."""

    def put_junk(self, data: bytes) -> None:
        """Let a message arrive that is junk."""

    def stored(self) -> Stored:
        """Return what lies on the disk."""

    def open(self) -> Mailbox:
        """Open it as the program does."""


@dataclass
class Tree:
    """A Maildir++ on the disk, written past the code under test. `own` is called for each thing that was written."""

    path: Path
    address: str | ImapAccount
    own: Callable[[Path], None] = field(default=lambda path: None)
    count: int = 0

    def make(self, *folders: str) -> None:
        for folder in folders:
            for box in ("cur", "new", "tmp"):
                (self.path / folder / box).mkdir(parents=True, exist_ok=True)
            self.own(self.path / folder)

    def put(self, role: Role, data: bytes) -> None:
        self.write(FOLDERS[role], data)

    def put_junk(self, data: bytes) -> None:
        self.write(JUNK, data)

    def write(self, folder: str, data: bytes, flags: str = "", box: str = "cur") -> str:
        self.count += 1
        name = f"{1_700_000_000 + self.count}.T{self.count}.host"
        self.make(folder)
        path = self.path / folder / box / (f"{name}:2,{flags}" if box == "cur" else name)
        path.write_bytes(data)
        self.own(path)
        return name

    def file(self, folder: str, name: str) -> Path:
        return next(path for box in ("cur", "new") for path in (self.path / folder / box).iterdir() if _unique(path) == name)

    def flag(self, folder: str, name: str, flags: str) -> None:
        path = self.file(folder, name)
        path.rename(path.parent.parent / "cur" / f"{path.name.partition(':')[0]}:2,{flags}")

    def stored(self) -> Stored:
        files = [path for path in self.path.rglob("*") if path.parent.name in ("cur", "new", "tmp") and path.is_file()]
        return {(str(path.parent.parent.relative_to(self.path)), _unique(path)): (path.name.partition(":2,")[2], path.read_bytes()) for path in files}

    def open(self) -> Mailbox:
        return open_mailbox(self.address)


@dataclass
class MboxFolder:
    """A folder of mbox files."""

    path: Path

    def put(self, role: Role, data: bytes) -> None:
        self._append({Role.INBOX: "Inbox", Role.SENT: "Sent", Role.ARCHIVE: "Archive", Role.DRAFTS: "Drafts", Role.TRASH: "Trash"}[role], data)

    def put_junk(self, data: bytes) -> None:
        self._append("Junk", data)

    def stored(self) -> Stored:
        return {("", path.name): (str(path.stat().st_mtime_ns), path.read_bytes()) for path in self.path.iterdir()}

    def open(self) -> Mailbox:
        return open_mailbox(f"mbox:{self.path}")

    def _append(self, name: str, data: bytes) -> None:
        quoted = b"".join(b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in data.splitlines(keepends=True))
        with (self.path / f"{name}.mbox").open("ab") as file:
            file.write(b"From dana@northwind.example Mon Mar  2 14:00:00 2026\n" + quoted + (b"\n" if data.endswith(b"\n") else b"\n\n"))


def _unique(path: Path) -> str:
    return path.name.partition(":")[0].partition(",")[0]


def lines(data: bytes) -> bytes:
    """Return a message with the line ends of the disk: servers give CRLF, files mostly LF."""
    return data.replace(b"\r\n", b"\n")


def one(mailbox: Mailbox, refs: list[Ref]) -> bytes:
    """Return the bytes of the only message behind `refs`."""
    (message,) = mailbox.fetch(refs)
    assert message.fault == ""
    return lines(message.data)
