"""mbox, for reading only: one file (a Google Takeout export, a Thunderbird folder), or a folder of them (RFC 4155).

Takes a path. Gives references whose key is "offset+length" in bytes, and whose generation changes when the file does.
Memory stays flat however large the file is: it is searched block by block, and one message is read at a time.

Rules: a message begins at a line "From " that ends in a date, or that is bare and follows an empty line, if a header
follows it. ">From " at the start of a line loses one ">". Gmail's labels say what a message is; without them the file's name does.
"""

import os
import re
from collections.abc import Iterable, Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from itertools import groupby, pairwise
from pathlib import Path
from typing import BinaryIO

from assistant.core.model import RawMessage, Ref, Role
from assistant.errors import MailboxError
from assistant.mailboxes.disk import disk_error, is_folder, printable
from assistant.mailboxes.folders import decoded, is_left_out, known_role, role

_BLOCK = 1 << 20
_LOOK = 1200  # how much of a line that begins with "From ", and of the next one, is looked at
_BACK = 3  # and how much of what stands before it
_TOP = 8192  # Takeout writes its labels at the very top of a message
_NOT_MBOX = (".msf", ".dat", ".html", ".json", ".zip", ".tgz", ".gz", ".eml", ".emlx", ".plist")
# Match "14:00" and "2026" in "From 17@xxx Mon Mar 02 14:00:00 +0000 2026" and in "From - Mon Mar  2 14:00 2026"
_CLOCK = re.compile(rb"[0-9]{1,2}:[0-9]{2}")
_YEAR = re.compile(rb"\b(?:19|20)[0-9]{2}\b")
# Matches "X-GM-THRID:" and ">From ", as a message's first line of its own
_HEADER = re.compile(rb"[!-9;-~]{1,100}[ \t]{0,4}:|>From ")
# Matches ">From " and ">>From " at the start of a line (mboxrd)
_QUOTED = re.compile(rb"^>(>{0,80}From )", re.MULTILINE)
# Matches "X-Gmail-Labels: Inbox,Important" and its folded lines
_LABELS = re.compile(rb"^X-Gmail-Labels:((?:[^\r\n]{0,2000}\r?\n[ \t]){0,40}[^\r\n]{0,2000})", re.IGNORECASE | re.MULTILINE)
# Matches a key of ours: "1024+300"
_KEY = re.compile(r"[0-9]{1,15}\+[0-9]{1,10}")
# Matches the empty line between header and body
_HEADER_END = re.compile(rb"\r?\n\r?\n")


class MboxMailbox:
    """One mbox file or a folder of them. Raises `MailboxError` where there is none at `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        if not is_folder(path) and not _is_mbox(path):
            raise MailboxError(f"This file is no mbox: {printable(path)} (it does not begin with `From `)", "Unpack an export first; a Maildir is maildir:PATH")
        if not self._files():
            raise MailboxError(f"There is no mbox file in {printable(path)}", "Give the file itself: mbox:PATH; a Maildir is maildir:PATH")

    def refs(self) -> list[Ref]:
        """Return every message of every file, spam and chats left out."""
        return [ref for name, path in self._files().items() for ref in _refs(name, path)]

    def fetch(self, refs: Iterable[Ref]) -> Iterator[RawMessage]:
        """Yield the messages behind `refs`; those of a file that has changed since are left out."""
        files = self._files()
        for folder, group in groupby(sorted(refs, key=lambda ref: ref.folder), key=lambda ref: ref.folder):
            if folder in files:
                yield from _messages(files[folder], group)

    def place(self, data: bytes) -> Ref:
        """Refuse: an mbox file belongs to the program that wrote it."""
        raise _read_only(self._path)

    def withdraw(self, draft: Ref, message_id: str) -> bool:
        """Refuse: an mbox file belongs to the program that wrote it."""
        raise _read_only(self._path)

    def drafts(self) -> str:
        """Return "": nothing is placed in an mbox file."""
        return ""

    def close(self) -> None:
        """Nothing is held open."""

    def _files(self) -> dict[str, Path]:
        """Return the files by their names below the path; a single file by its own name."""
        if not is_folder(self._path):
            return {self._path.name: self._path}
        try:
            return {str(path.relative_to(self._path)): path for path in _below(self._path) if path.is_file() and _is_mbox(path)}
        except OSError as error:
            raise disk_error(error, self._path) from error


def _read_only(path: Path) -> MailboxError:
    return MailboxError(f"An mbox file can only be read: {printable(path)}", "Give a Maildir or an IMAP account to have drafts placed.")


def _below(root: Path) -> Iterator[Path]:
    for folder, inner, names in os.walk(root, onerror=_raised):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(names) if not name.startswith(".") and not name.lower().endswith(_NOT_MBOX))


def _raised(error: OSError) -> None:
    """Let a folder that cannot be read be an error: `os.walk` passes over it in silence."""
    raise error


def _is_mbox(path: Path) -> bool:
    """Does the file begin as an mbox does? An empty one is an mbox without messages."""
    try:
        with path.open("rb") as file:
            start = file.read(5)
    except OSError as error:
        raise disk_error(error, path) from error
    return start == b"From " or (start == b"" and path.suffix.lower() in ("", ".mbox", ".mbx"))


def _generation(file: BinaryIO) -> str:
    stat = os.fstat(file.fileno())
    return f"{stat.st_size}-{stat.st_mtime_ns}"


def _refs(name: str, path: Path) -> Iterator[Ref]:
    file_role = role(_parts(name))
    try:
        with path.open("rb") as file, path.open("rb") as header:
            generation = _generation(file)
            for start, end in pairwise(_bounds(file)):
                what = _role(header, start, end, file_role)
                if what is not None:
                    yield Ref(what, name, generation, f"{start}+{end - start}")
    except OSError as error:
        raise disk_error(error, path) from error


def _bounds(file: BinaryIO) -> Iterator[int]:
    """Yield where each message begins, and where the file ends."""
    window, base = b"\n" * (_BACK + 1), -(_BACK + 1)  # `base`: the offset of the window's first byte
    while True:
        block = file.read(_BLOCK)
        window += block
        # What begins in the last bytes is looked at together with the next block
        end = max(len(window) - _LOOK, _BACK) if block else len(window)
        yield from (base + at for at in _starts(window, end))
        if not block:
            break
        window, base = window[end - _BACK :], base + end - _BACK
    yield file.tell()


def _starts(window: bytes, end: int) -> Iterator[int]:
    """Yield where messages begin in `window`, if the line end before them stands before `end`."""
    at = window.find(b"\nFrom ", _BACK, end + 5)
    while at != -1:
        if _begins(window[at - _BACK : at + 1], window[at + 1 : at + _LOOK]):
            yield at + 1
        at = window.find(b"\nFrom ", at + 1, end + 5)


def _begins(before: bytes, after: bytes) -> bool:
    """Does a message begin with `after`? The file's first line is one whatever it says."""
    line, _, rest = after.partition(b"\n")
    if before == b"\n" * (_BACK + 1):
        return True
    if not _HEADER.match(rest):
        return False
    bare = not line[5:].strip() and before.endswith((b"\n\n", b"\n\r\n"))
    return bare or bool(_CLOCK.search(line, len(line) - 60) and _YEAR.search(line, len(line) - 60))


def _role(file: BinaryIO, start: int, end: int, file_role: Role | None) -> Role | None:
    """Return what the message at `start` is by its labels, else what its file is; None where it is not read."""
    file.seek(start)
    header = file.read(min(_TOP, end - start))
    header_end = _HEADER_END.search(header)
    found = _LABELS.search(header, 0, header_end.start() if header_end else len(header))
    return _by_labels(_label_names(found.group(1))) if found else file_role


def _label_names(value: bytes) -> list[str]:
    """Return the labels of the header's value, which is encoded (RFC 2047) where a label is not ASCII."""
    text = value.decode("utf-8", "replace")
    try:
        parts = [part.decode(code or "utf-8", "replace") if isinstance(part, bytes) else part for part, code in decode_header(text)]
    except (HeaderParseError, LookupError, ValueError):
        parts = [text]
    return [label.strip(' "\r\n\t') for label in "".join(parts).split(",")]


def _by_labels(labels: list[str]) -> Role | None:
    """Trash and drafts outrank the rest: a sent mail that was thrown away is trash, and a draft was not sent."""
    if any(is_left_out(label) for label in labels):
        return None
    roles = {known_role(label) for label in labels}
    return next((what for what in (Role.TRASH, Role.DRAFTS, Role.SENT, Role.INBOX, Role.ARCHIVE) if what in roles), Role.ARCHIVE)


def _parts(name: str) -> tuple[str, ...]:
    """Return the folder names in a path: `Sent.mbox`, Thunderbird's `Mail.sbd/Sent`, Apple's `Sent Messages.mbox/mbox`."""
    parts = [decoded(part.removesuffix(".mbox").removesuffix(".mbx").removesuffix(".sbd")) for part in Path(name).parts if part != "mbox"]
    last = parts[-1:]
    # An export may put folders below the account's name; its last name says what it is. What says nothing is the inbox
    return tuple(last) if last and (known_role(last[0]) or is_left_out(last[0])) else ()


def _messages(path: Path, refs: Iterable[Ref]) -> Iterator[RawMessage]:
    try:
        with path.open("rb") as file:
            generation = _generation(file)
            known = (ref for ref in refs if ref.generation == generation and _KEY.fullmatch(ref.key))
            yield from (RawMessage(ref, _message(file, ref.key)) for ref in known)
    except OSError as error:
        raise disk_error(error, path) from error


def _message(file: BinaryIO, key: str) -> bytes:
    """Return a message without its "From " line and the empty line that ends it."""
    start, _, length = key.partition("+")
    file.seek(int(start))
    data = file.read(int(length)).partition(b"\n")[2]
    end = 2 if data.endswith(b"\r\n\r\n") else 1 if data.endswith(b"\n\n") else 0
    return _QUOTED.sub(rb"\1", data[: len(data) - end])
