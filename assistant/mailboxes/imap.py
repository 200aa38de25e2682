"""IMAP: to come in the next commit."""

from collections.abc import Iterable, Iterator

from assistant.core.model import RawMessage, Ref
from assistant.errors import MailboxError
from assistant.mailboxes import ImapAccount


class ImapMailbox:
    """Not there yet."""

    def __init__(self, account: ImapAccount) -> None:
        raise MailboxError(f"IMAP is not there yet: {account.host}")

    def refs(self) -> list[Ref]:
        """Nothing."""
        return []

    def fetch(self, refs: Iterable[Ref]) -> Iterator[RawMessage]:
        """Nothing."""
        return iter(())

    def place(self, data: bytes) -> Ref:
        """Nothing."""
        raise NotImplementedError

    def withdraw(self, draft: Ref, message_id: str) -> bool:
        """Nothing."""
        return False

    def close(self) -> None:
        """Nothing."""
