"""The demo's folder on the disk: a Maildir with the letters, and the state of the passes over it.

Takes the folder and the moment; builds it once, and delivers letters. Its rules:

- A folder that holds anything else is refused: nothing of the user's is ever overwritten or removed.
- The mailbox is kept, with whatever its reader did in it, until a fresh one is asked for. It is there in one piece or not at all:
  what was cut short is built anew.
"""

import datetime as dt
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from assistant.demo import Letter, letters, rfc5322
from assistant.errors import ConfigError
from assistant.mailboxes.disk import disk_error, printable

_MARK = "built"  # a file that holds the moment of building; it says that this folder is a demo's
_FOLDERS = ("", ".Sent", ".Drafts", ".Trash")
_BOXES = ("cur", "new", "tmp")


@dataclass(frozen=True, slots=True)
class Home:
    """The demo's folder."""

    folder: Path

    @property
    def mail(self) -> Path:
        """Return where the Maildir lies."""
        return self.folder / "mail"

    @property
    def state(self) -> Path:
        """Return where the passes keep their ledger."""
        return self.folder / "state"


def prepared(home: Home, now: dt.datetime, *, fresh: bool = False) -> dt.datetime:
    """Return when the mailbox was built: `now`, where there was none or a `fresh` one is wanted. Raise ConfigError for a folder of another kind."""
    try:
        built = _built_at(home)
        if built and home.mail.is_dir() and not fresh:
            return built
        _build(home, now)
    except OSError as error:
        raise disk_error(error, home.folder) from error
    return now


def has(home: Home, letter: Letter) -> bool:
    """Was this letter delivered, wherever its reader put it since?"""
    return any(home.mail.rglob(f"{_name(letter)}*"))


def deliver(home: Home, letter: Letter) -> None:
    """Put a letter into the inbox, unread."""
    try:
        _write(home.mail / "new" / _name(letter), letter)
    except OSError as error:
        raise disk_error(error, home.mail) from error


def _built_at(home: Home) -> dt.datetime | None:
    mark = home.folder / _MARK
    try:
        built = dt.datetime.fromisoformat(mark.read_text(encoding="utf-8").strip())
    except (FileNotFoundError, NotADirectoryError, ValueError):
        built = None
    if (built is None or built.tzinfo is None) and home.folder.exists() and (not home.folder.is_dir() or any(home.folder.iterdir())):
        raise ConfigError(f"This is not the demo's folder: {printable(home.folder)}", "Give --folder the path of a new one")
    return built


def _build(home: Home, now: dt.datetime) -> None:
    """Build beside the place and move there. The mark comes first, so that a half-built folder is known as ours."""
    half = home.folder / "half"
    home.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (home.folder / _MARK).write_text(f"{now.isoformat()}\n", encoding="utf-8")
    for old in (home.state, home.mail, half):
        if old.exists():
            shutil.rmtree(old)
    for folder in _FOLDERS:
        for box in _BOXES:
            (half / folder / box).mkdir(mode=0o700, parents=True)
    for folder in _FOLDERS[1:]:
        (half / folder / "maildirfolder").touch()  # Maildir++: a sub-folder is marked by this empty file
    for letter in letters(now):
        _write(half / (".Sent" if letter.is_sent else "") / "cur" / f"{_name(letter)}:2,S", letter)
    half.rename(home.mail)


def _name(letter: Letter) -> str:
    return f"{letter.id}.demo"


def _write(path: Path, letter: Letter) -> None:
    path.write_bytes(rfc5322(letter).replace(b"\r\n", b"\n"))
    os.utime(path, (letter.at.timestamp(), letter.at.timestamp()))  # as servers do: the file's time is when the mail came
