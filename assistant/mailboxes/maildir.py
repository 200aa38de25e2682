r"""Maildir: a folder of mail as Dovecot, Courier and mbsync keep it (https://cr.yp.to/proto/maildir.html).

Takes the path of a Maildir++ (`cur`, `new`, `tmp`; sub-folders `.Sent`, `.INBOX.Sent`), or of a folder that holds
Maildirs under their plain names (mbsync's `SubFolders Verbatim`: `Inbox`, `Sent`, `[Gmail]/All Mail`).
Gives references whose key is a message's unique name: what stands before ":", so that a message is found again
after its flags changed or a mail program moved it from `new` to `cur`.

Rules: reading renames nothing. Writing touches the drafts folder alone: `place` goes through `tmp` and is on the
disk when it returns; `withdraw` reads the file again and unlinks it only if it still is that draft.
"""

import datetime as dt
import itertools
import os
import re
import socket
import stat
import time
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from assistant.core.model import RawMessage, Ref, Role
from assistant.errors import MailboxError
from assistant.mailboxes.disk import disk_error, is_folder, printable
from assistant.mailboxes.folders import decoded, role
from assistant.mailboxes.message_id import message_id as id_of

_BOXES = ("cur", "new")
_NO_FOLDERS = ("cur", "new", "tmp", "lost+found")
_DEEPEST = 6
_ROOT = "."
# Matches ",U=12" in "1700000000.R1.host,U=12:2,S": mbsync adds it by a rename, so it is no part of what names a message
_MBSYNC_UID = re.compile(r",U=[0-9]{1,12}")
# Where a mail that is marked as a draft was not written to anybody
_NO_MAIL = {Role.INBOX, Role.ARCHIVE, Role.UNSENT}
_counter = itertools.count()


class MaildirMailbox:
    """A Maildir on this machine. Raises `MailboxError` where `path` is none."""

    def __init__(self, path: Path) -> None:
        self._path = path
        if not is_folder(path) or not self._folders():
            raise MailboxError(
                f"This is no Maildir: {printable(path)} (there is neither `cur` nor `new` in it)",
                "Give the folder that holds `cur` and `new`, such as maildir:~/Maildir; a file with many messages is mbox:PATH",
            )

    def refs(self) -> list[Ref]:
        """Return what stands in every folder that is read; half-written files in `tmp` are not there yet."""
        folders = self._folders()
        main = _main(folders)
        return [
            Ref(found, name, "", key)
            for name, what in folders.items()
            for key, path in self._files(name).items()
            if (found := _role(Role.UNSENT if what is Role.DRAFTS and name != main else what, _flags(path)))
        ]

    def fetch(self, refs: Iterable[Ref]) -> Iterator[RawMessage]:
        """Yield the messages behind `refs`, a folder at a time; each is read when it is asked for."""
        ordered = sorted(refs, key=lambda ref: ref.folder)
        known = self._folders()
        for folder, group in groupby(ordered, key=lambda ref: ref.folder):
            if folder in known:
                yield from self._messages(folder, group)

    def place(self, data: bytes) -> Ref:
        """Put a draft into the drafts folder, which is made if there is none. Line ends become those of the disk (LF)."""
        folder = self._drafts()
        target = self._path / folder
        name = _unique_name()
        try:
            for box in ("tmp", "new", "cur"):
                (target / box).mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(target, name, data.replace(b"\r\n", b"\n"))
        except OSError as error:
            raise disk_error(error, target) from error
        return Ref(Role.DRAFTS, folder, "", name)

    def withdraw(self, draft: Ref, message_id: str) -> bool:
        """Unlink the draft if it is still that message; say whether it was there."""
        if draft.role is not Role.DRAFTS or draft.folder != self.drafts() or draft.generation or not message_id:
            return False
        # A second look for a file whose flags changed between looking and unlinking
        return self._unlink(draft, message_id) or self._unlink(draft, message_id)

    def drafts(self) -> str:
        """Return the drafts folder's name: of several the one at the top."""
        return _main(self._folders())

    def close(self) -> None:
        """Nothing is held open."""

    # ------------------------------------------------------------ folders

    def _folders(self) -> dict[str, Role]:
        """Return each folder that is read, as its path below the root, with its role."""
        try:
            found = dict(_walk(self._path))
        except OSError as error:
            raise disk_error(error, self._path) from error
        roles = {name: role(parts) for name, parts in found.items()}
        return {name: what for name, what in roles.items() if what is not None}

    def _drafts(self) -> str:
        """Return the drafts folder's name; where there is none, make one beside the others in the manner of the others."""
        folders = self._folders()
        return _main(folders) or self._new_drafts(folders)

    def _new_drafts(self, folders: dict[str, Role]) -> str:
        others = [name for name in folders if name != _ROOT]
        if any(not name.startswith(".") for name in others):
            return "Drafts"
        name = ".INBOX.Drafts" if any(name.upper().startswith(".INBOX.") for name in others) else ".Drafts"
        try:
            (self._path / name).mkdir(mode=0o700, exist_ok=True)
            (self._path / name / "maildirfolder").touch()  # Maildir++: a sub-folder is marked by this empty file
        except OSError as error:
            raise disk_error(error, self._path / name) from error
        return name

    # ------------------------------------------------------------ files

    def _files(self, folder: str) -> dict[str, Path]:
        """Return the files of a folder by their keys. A message in both places (a move cut short) is taken from `cur`."""
        found: dict[str, Path] = {}
        # `new` before `cur`: a file that moves while we look is then seen at its second place
        for box in reversed(_BOXES):
            found |= {_key(path.name): path for path in _listing(self._path / folder / box)}
        return found

    def _messages(self, folder: str, refs: Iterable[Ref]) -> Iterator[RawMessage]:
        files = self._files(folder)
        for ref in (ref for ref in refs if not ref.generation):
            message = _read(ref, files)
            if message is None:
                files = self._files(folder)  # its flags have changed since, or it was moved out of `new`
                message = _read(ref, files, last=True)
            if message is not None:
                yield message

    def _unlink(self, draft: Ref, wanted: str) -> bool:
        path = self._files(draft.folder).get(draft.key)
        try:
            if path is None or "T" in _flags(path) or id_of(path.read_bytes()) != wanted:
                return False
            path.unlink()
            _sync(path.parent)
        except FileNotFoundError:
            return False
        except OSError as error:
            raise disk_error(error, path or draft.folder) from error
        return True


def _main(folders: dict[str, Role]) -> str:
    return min((name for name, what in folders.items() if what is Role.DRAFTS), key=lambda name: (len(name), name), default="")


def _role(what: Role, flags: set[str]) -> Role | None:
    """Return what a message in a folder is, by its flags; None for a draft that is marked as thrown away: it is gone."""
    unsent = what is Role.DRAFTS or what is Role.UNSENT or ("D" in flags and what in _NO_MAIL)
    if unsent and "T" in flags:
        return None
    return Role.UNSENT if "D" in flags and what in _NO_MAIL else what


def _walk(root: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each Maildir at and below `root`: its path below it, and the parts of its name."""
    seen: set[str] = set()
    waiting: list[tuple[str, tuple[str, ...]]] = [(_ROOT, ())]
    while waiting:
        name, parts = waiting.pop()
        real = os.path.realpath(root / name)
        if real in seen or len(parts) > _DEEPEST:  # a link that leads back
            continue
        seen.add(real)
        if any((root / name / box).is_dir() for box in _BOXES):
            yield name, parts
        waiting.extend(_below(root, name, parts))


def _below(root: Path, name: str, parts: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    with os.scandir(root / name) as entries:
        for entry in entries:
            if entry.name not in _NO_FOLDERS and entry.is_dir():
                yield str(Path(name, entry.name)), parts + _parts(entry.name)


def _parts(name: str) -> tuple[str, ...]:
    """Return the parts of one folder's name. Only a name that begins with a dot is divided by dots (Maildir++)."""
    return tuple(decoded(part) for part in name[1:].split(".")) if name.startswith(".") else (decoded(name),)


def _listing(box: Path) -> list[Path]:
    try:
        with os.scandir(box) as entries:
            return [Path(entry.path) for entry in entries if not entry.name.startswith(".")]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise disk_error(error, box) from error


def _key(name: str) -> str:
    return _MBSYNC_UID.sub("", name.partition(":")[0])


def _flags(path: Path) -> set[str]:
    """Return the letters after ":2," in a file's name: D for a draft, T for what is thrown away."""
    return set(path.name.partition(":2,")[2])


def _read(ref: Ref, files: dict[str, Path], *, last: bool = False) -> RawMessage | None:
    """Return the message, None where it is not at its place; at the `last` look a file that is there but cannot be read is a fault."""
    path = files.get(ref.key)
    if path is None:
        return None
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return RawMessage(ref, b"", fault="this is no file")  # and a pipe would let us wait for ever
        data = path.read_bytes()
        # Dovecot and mbsync keep the server's time as the file's; a copy may have lost it, so readers trust the mail's own date first
        return RawMessage(ref, data, dt.datetime.fromtimestamp(status.st_mtime, dt.UTC), fault="" if data else "the file is empty")
    except FileNotFoundError:
        # A link that leads nowhere is there and cannot be read; a file that has gone since is not there
        return RawMessage(ref, b"", fault="the link leads to no file") if last and path.is_symlink() else None
    except OSError as error:
        return RawMessage(ref, b"", fault=disk_error(error, path).message)


def _write(folder: Path, name: str, data: bytes) -> None:
    """Write through `tmp`; the message and its name are on the disk when this returns. What fails leaves nothing behind."""
    half = folder / "tmp" / name
    try:
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        half.rename(folder / "cur" / f"{name}:2,DS")
    except OSError:
        half.unlink(missing_ok=True)
        raise
    _sync(folder / "cur")


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unique_name() -> str:
    """Return a name that no other message on any machine has, as the Maildir specification asks: time, process, counter, host."""
    now = time.time_ns()
    host = socket.gethostname().replace("/", "\\057").replace(":", "\\072").replace(",", "\\054") or "localhost"
    return f"{now // 10**9}.M{now // 1000 % 10**6}P{os.getpid()}Q{next(_counter)}.{host}"
