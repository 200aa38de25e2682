r"""One connection to an IMAP server: the few commands that a mailbox needs, and no others.

Every folder is opened by EXAMINE, and every body read by BODY.PEEK, so that reading sets no flag. The two commands that
write go to a folder that is passed as `Folder` and is refused unless it is a drafts folder.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from imapclient import IMAPClient, SocketTimeout

from assistant.core.model import Role
from assistant.errors import ConfigError, MailboxError
from assistant.mailboxes import ImapAccount
from assistant.mailboxes.imap_errors import tls_context, translated
from assistant.mailboxes.imap_folders import Folder, folders
from assistant.mailboxes.message_id import message_id

_CONNECT_SECONDS = 20.0
# One answer line may have a million bytes (imaplib), a UID and its blank eleven
_SEARCH_STEP = 50_000
# Matches "[APPENDUID 1795316952 3] Append completed.", RFC 4315 section 3
_APPENDUID = re.compile(rb"\[APPENDUID ([0-9]{1,10}) ([0-9]{1,10})\]", re.IGNORECASE)
_ID_HEADER = "BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]"


@dataclass(frozen=True, slots=True)
class Opened:
    """An opened folder: its UIDVALIDITY, and how many messages stand in it."""

    generation: str
    exists: int


@dataclass(frozen=True, slots=True)
class Fetched:
    """What the server gave for one UID. `received_at` is its INTERNALDATE."""

    data: bytes | None
    received_at: dt.datetime | None


class ImapSession:
    """A connection that is logged in. Every error is an `AssistantError`; after a `ConnectionLostError` it is of no more use."""

    def __init__(self, account: ImapAccount) -> None:
        self._account = account
        _check(account)
        with translated(account):
            self._client = _connected(account)
            try:
                _login(self._client, account)
            except Exception:
                _hang_up(self._client)
                raise

    def folders(self) -> list[Folder]:
        """Return the folders that are read. Folders of other people, and shared ones, are not the user's mail."""
        with translated(self._account):
            foreign: tuple[str, ...] = ()
            if self._client.has_capability("NAMESPACE"):
                spaces = self._client.namespace()
                foreign = tuple(prefix for space in (spaces.other, spaces.shared) for prefix, _ in space or () if prefix)
            return folders(self._client.list_folders(), foreign)

    def examine(self, folder: str) -> Opened:
        """Open a folder for reading only."""
        return self._open(folder, readonly=True)

    def uids(self, opened: Opened, wanted: str) -> Iterator[int]:
        """Yield the UIDs of the messages in the open folder that a search key (`UNDELETED`) names."""
        for first in range(1, opened.exists + 1, _SEARCH_STEP):
            last = first + _SEARCH_STEP - 1
            with translated(self._account):
                yield from self._client.search(f"{first}:{'*' if last >= opened.exists else last} {wanted}")

    def sizes(self, uids: Sequence[int]) -> dict[int, int]:
        """Return how many bytes each message has; what has gone since is left out."""
        return {uid: items.get(b"RFC822.SIZE") or 0 for uid, items in self._fetch(uids, "RFC822.SIZE").items()}

    def messages(self, uids: Sequence[int]) -> dict[int, Fetched]:
        """Return whole messages with the time at which they came; what has gone since is left out."""
        return {
            uid: Fetched(items.get(b"BODY[]"), _aware(items.get(b"INTERNALDATE"))) for uid, items in self._fetch(uids, "BODY.PEEK[]", "INTERNALDATE").items()
        }

    def message_ids(self, uids: Sequence[int]) -> dict[int, str]:
        """Return the Message-ID of each message that is still there and not marked as deleted."""
        fetched = self._fetch(uids, "FLAGS", _ID_HEADER)
        return {
            uid: message_id(next((value for key, value in items.items() if key.startswith(b"BODY[HEADER") and value), b""))
            for uid, items in fetched.items()
            if b"\\deleted" not in {flag.lower() for flag in items.get(b"FLAGS", ())}
        }

    def append_draft(self, folder: Folder, data: bytes) -> tuple[str, str] | None:
        """Put a draft into a drafts folder; return its UIDVALIDITY and UID where the server says them (UIDPLUS)."""
        _only_drafts(folder)
        with translated(self._account):
            answer = self._client.append(folder.name, data, (b"\\Draft", b"\\Seen"))
        found = _APPENDUID.search(answer or b"")
        return (found.group(1).decode(), found.group(2).decode()) if found else None

    def select_drafts(self, folder: Folder) -> Opened:
        """Open a drafts folder for writing; it alone may be."""
        _only_drafts(folder)
        return self._open(folder.name, readonly=False)

    def delete_draft(self, folder: Folder, uid: int) -> None:
        r"""Delete one message of the drafts folder that `select_drafts` has opened.

        Without UIDPLUS there is no way to expunge this message alone: a plain EXPUNGE also removes what the user
        marked as deleted and may still want back. It then stays, marked \Deleted, until their mail program
        expunges; we, and mail programs, treat it as gone.
        """
        _only_drafts(folder)
        with translated(self._account):
            self._client.add_flags([uid], [b"\\Deleted"], silent=True)
            if self._client.has_capability("UIDPLUS"):
                self._client.uid_expunge([uid])

    def leave(self) -> None:
        """Log out, as far as the connection still allows it."""
        try:
            with translated(self._account):
                self._client.logout()
        except MailboxError:
            _hang_up(self._client)

    def _open(self, folder: str, *, readonly: bool) -> Opened:
        with translated(self._account):
            answer = self._client.select_folder(folder, readonly=readonly)
        return Opened(str(answer.get(b"UIDVALIDITY", "")), answer.get(b"EXISTS", 0))

    def _fetch(self, uids: Sequence[int], *items: str) -> dict[int, dict[bytes, Any]]:
        """Return what the server says of UIDs that are given one by one: imapclient 4 fails on "1:*", and servers on very long lists."""
        with translated(self._account):
            answer: dict[int, dict[bytes, Any]] = self._client.fetch(uids, items)
        return answer


def _check(account: ImapAccount) -> None:
    """Say no to what would otherwise break in the middle of a command."""
    for what, value in (("host", account.host), ("user", account.user), ("password", account.password)):
        if not value or not value.isprintable():
            raise ConfigError(f"The account's {what} is empty or holds a character that cannot be typed", f"Set {what} again.")
    if not 0 < account.port < 65_536:
        raise ConfigError(f"There is no port {account.port}", "Set port to 993 for tls, or 143 for starttls.")
    if account.security not in ("tls", "starttls", "none"):
        raise ConfigError(f"There is no security {account.security!r}", "Set security to tls, starttls or none.")


def _connected(account: ImapAccount) -> IMAPClient:
    context = tls_context(account) if account.security != "none" else None
    timeout = SocketTimeout(min(_CONNECT_SECONDS, account.timeout), account.timeout)
    client = IMAPClient(account.host, account.port, ssl=account.security == "tls", ssl_context=context, timeout=timeout)
    client.normalise_times = False  # else INTERNALDATE comes without its zone
    if account.security == "starttls":
        try:
            client.starttls(context)
        except Exception:
            _hang_up(client)
            raise
    return client


def _hang_up(client: IMAPClient) -> None:
    """Close the connection; one that broke cannot be closed in good order, and that is no news."""
    with suppress(OSError):
        client.shutdown()


def _login(client: IMAPClient, account: ImapAccount) -> None:
    """LOGIN takes ASCII only; what is more goes by SASL PLAIN, as UTF-8 (RFC 4616)."""
    if account.user.isascii() and account.password.isascii():
        client.login(account.user, account.password)
    else:
        client.plain_login(account.user, account.password)


def _only_drafts(folder: Folder) -> None:
    if folder.role is not Role.DRAFTS:
        raise MailboxError(f"{folder.name} is no drafts folder, and nothing is written to it")


def _aware(at: dt.datetime | None) -> dt.datetime | None:
    """Return the time in UTC. INTERNALDATE has a zone (RFC 3501 section 9); a server that leaves it out means UTC."""
    return (at if at.tzinfo else at.replace(tzinfo=dt.UTC)).astimezone(dt.UTC) if at else None
