"""The outside world: where mail lives. One protocol, a file for each kind, and no way to send.

A mailbox gives references to its messages, the bytes behind them, and takes two kinds of writing only:
a new draft placed, and one such draft withdrawn. It never marks, moves, labels or deletes anything else.

`open_mailbox` is the one place that makes one. A further kind: one file, one line there, one test class.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

from assistant.core.model import RawMessage, Ref
from assistant.errors import ConfigError


class Mailbox(Protocol):
    """A mailbox of any kind. Errors of its library become `MailboxError` or `LoginError`."""

    def refs(self) -> list[Ref]:
        r"""Return what stands in the inbox, sent, archive, drafts and trash folders now; no bodies, cheap.

        `Role.DRAFTS` is the one folder in which drafts are placed. A draft anywhere else (in another drafts folder, or
        marked \Draft in the inbox or a folder of the user's) is `Role.UNSENT`, and cannot be withdrawn.
        """

    def fetch(self, refs: Iterable[Ref]) -> Iterator[RawMessage]:
        """Yield the messages behind `refs`, in any order; one that has gone since is left out.

        Reading sets no flag. A message that cannot be read comes with `data` empty and `fault` saying why.
        """

    def place(self, data: bytes) -> Ref:
        r"""Put `data` (an RFC 5322 message, CRLF) into the drafts folder, as \Draft and \Seen, and return where it stands."""

    def withdraw(self, draft: Ref, message_id: str) -> bool:
        """Remove the draft at `draft` if its Message-ID is still `message_id`, and nothing else; say whether it was there."""

    def drafts(self) -> str:
        """Return the name of the folder in which drafts are placed, "" where there is none now."""

    def close(self) -> None:
        """Let go of the connection. Calling it twice does no harm."""


@dataclass(frozen=True, slots=True)
class ImapAccount:
    """An IMAP server, and who logs in there. `cafile`: a file of certificates to trust in place of the system's."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    security: Literal["tls", "starttls", "none"] = "tls"
    cafile: str | None = None
    timeout: float = 60.0  # seconds that the server may stay silent


def open_mailbox(where: str | ImapAccount) -> Mailbox:
    """Open the mailbox at `maildir:PATH`, `mbox:PATH` or on a server; raise an `AssistantError` where there is none.

    The modules are imported as they are needed: reading a Maildir loads no IMAP library.
    """
    if isinstance(where, ImapAccount):
        from assistant.mailboxes.imap import ImapMailbox  # noqa: PLC0415 - loaded only where it is needed

        return ImapMailbox(where)
    kind, _, path = where.partition(":")
    if kind == "maildir" and path:
        from assistant.mailboxes.maildir import MaildirMailbox  # noqa: PLC0415 - loaded only where it is needed

        return MaildirMailbox(_path(path))
    if kind == "mbox" and path:
        from assistant.mailboxes.mbox import MboxMailbox  # noqa: PLC0415 - loaded only where it is needed

        return MboxMailbox(_path(path))
    raise ConfigError(
        f"This is no mailbox: {where!r}", "Give maildir:PATH or mbox:PATH, such as maildir:~/Maildir, or settings for the mailbox that your settings name"
    )


def _path(text: str) -> Path:
    """Return the path that was typed; "~" and "~anna" are home folders."""
    try:
        return Path(text.replace("\0", "")).expanduser()
    except RuntimeError as error:
        raise ConfigError(f"There is no such home folder: {text!r}", "Give the full path.") from error
