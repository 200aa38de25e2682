"""The outside world: where mail lives. One protocol, a file for each kind, and no way to send.

A mailbox gives references to its messages, the bytes behind them, and takes two kinds of writing only:
a new draft placed, and one such draft withdrawn. It never marks, moves, labels or deletes anything else.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from assistant.core.model import RawMessage, Ref


class Mailbox(Protocol):
    """A mailbox of any kind. Errors of its library become `MailboxError` or `LoginError`."""

    def refs(self) -> list[Ref]:
        """Return what stands in the inbox, sent, archive, drafts and trash folders now; no bodies, cheap."""

    def fetch(self, refs: Iterable[Ref]) -> Iterator[RawMessage]:
        """Yield the messages behind `refs`, in any order; one that has gone since is left out.

        Reading sets no flag. A message that cannot be read comes with `data` empty and `fault` saying why.
        """

    def place(self, data: bytes) -> Ref:
        r"""Put `data` (an RFC 5322 message, CRLF) into the drafts folder, as \Draft and \Seen, and return where it stands."""

    def withdraw(self, draft: Ref, message_id: str) -> bool:
        """Remove the draft at `draft` if its Message-ID is still `message_id`, and nothing else; say whether it was there."""

    def close(self) -> None:
        """Let go of the connection. Calling it twice does no harm."""
