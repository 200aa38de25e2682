r"""IMAP: mail on a server (RFC 3501, with UIDPLUS and SPECIAL-USE where the server has them).

Takes an `ImapAccount`. Gives references whose generation is the folder's UIDVALIDITY and whose key is the UID: when the
generation changes, the old references mean nothing and are not fetched.

Rules: reading leaves no trace. Messages that carry \Draft outside of the drafts folder were not written to anybody, and are
told apart from mail; a draft that is marked \Deleted is gone. A connection that broke is made again once; after an APPEND whose
answer was lost, the drafts folder is looked through before anything is said, so that there are never two.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from assistant.core.model import RawMessage, Ref, Role
from assistant.errors import MailboxError
from assistant.mailboxes import ImapAccount
from assistant.mailboxes.imap_errors import ConnectionLostError
from assistant.mailboxes.imap_folders import Folder, drafts_folder
from assistant.mailboxes.imap_session import ImapSession
from assistant.mailboxes.message_id import message_id as id_of

_Answer = TypeVar("_Answer")

_SLICE = 200  # UIDs in one command
_GROUP_BYTES = 8 << 20  # and bytes in one answer, which the library holds in memory as a whole
_NEWEST = 1000  # drafts looked through for one that may have been placed
_WANTED = {
    Role.INBOX: {Role.INBOX: "UNDRAFT", Role.UNSENT: "DRAFT UNDELETED"},
    Role.ARCHIVE: {Role.ARCHIVE: "UNDRAFT", Role.UNSENT: "DRAFT UNDELETED"},
    Role.SENT: {Role.SENT: "ALL"},
    Role.TRASH: {Role.TRASH: "ALL"},
    Role.DRAFTS: {Role.DRAFTS: "UNDELETED"},
    Role.UNSENT: {Role.UNSENT: "UNDELETED"},
}


class ImapMailbox:
    """A mailbox on an IMAP server; it connects and logs in at once. Raises `LoginError`, `ConfigError` or `MailboxError`."""

    def __init__(self, account: ImapAccount) -> None:
        self._account = account
        self._session: ImapSession | None = ImapSession(account)
        self._folders: list[Folder] = []  # as they were at the last look; writing lists them anew

    def refs(self) -> list[Ref]:
        """Return what stands in every folder that is read."""
        self._folders = self._again(lambda session: session.folders())
        main = drafts_folder(self._folders)
        wanted = [(folder, Role.UNSENT if folder.role is Role.DRAFTS and folder != main else folder.role) for folder in self._folders]
        return self._again(lambda session: [ref for folder, what in wanted for ref in _refs(session, folder, what)])

    def fetch(self, refs: Iterable[Ref]) -> Iterator[RawMessage]:
        """Yield the messages behind `refs`, some at a time; those of a folder or generation that is gone are left out."""
        ordered = sorted((ref for ref in refs if _is_uid(ref.key)), key=lambda ref: (ref.folder, ref.generation))
        known = {folder.name for folder in self._looked_at()} if ordered else set()
        for folder, group in groupby(ordered, key=lambda ref: ref.folder):
            for some in _slices(list(group)) if folder in known else ():
                yield from self._messages(some)

    def place(self, data: bytes) -> Ref:
        """Append a draft, and return where it stands, as the server says or as the folder shows."""
        folder = self._again(_drafts)
        try:
            at = self._live().append_draft(folder, data)
        except ConnectionLostError:
            self._drop()
            placed = self._again(lambda session: _placed(session, folder, id_of(data)))
            if placed is None:  # nothing was placed; the next pass may try again
                raise
            return placed
        placed = Ref(Role.DRAFTS, folder.name, *at) if at else self._again(lambda session: _placed(session, folder, id_of(data)))
        if placed is None:
            raise MailboxError(f"The server took a draft, but {folder.name} does not show it", "Look into the folder in your mail program.", retryable=True)
        return placed

    def withdraw(self, draft: Ref, message_id: str) -> bool:
        """Delete the draft if it is still that message; say whether it was there."""
        folder = self._again(lambda session: drafts_folder(session.folders()))
        if folder is None or not self._again(lambda session: _stands(session, folder, draft, message_id)):
            return False
        try:
            self._live().delete_draft(folder, int(draft.key))
        except ConnectionLostError:
            # It may be gone already. A new connection has no folder open: look, and open it, again
            self._drop()
            if self._again(lambda session: _stands(session, folder, draft, message_id)):
                self._live().delete_draft(folder, int(draft.key))
        return True

    def drafts(self) -> str:
        """Return the name of the folder in which drafts are placed."""
        folder = drafts_folder(self._looked_at())
        return folder.name if folder else ""

    def close(self) -> None:
        """Log out."""
        if self._session is not None:
            self._session.leave()
        self._drop()

    def _looked_at(self) -> list[Folder]:
        return self._folders or self._again(lambda session: session.folders())

    # ------------------------------------------------------------ the connection

    def _live(self) -> ImapSession:
        self._session = self._session or ImapSession(self._account)
        return self._session

    def _drop(self) -> None:
        self._session = None

    def _again(self, asked: Callable[[ImapSession], _Answer]) -> _Answer:
        """Ask something that may be asked twice; servers hang up on a client that was silent for long."""
        try:
            return asked(self._live())
        except ConnectionLostError:
            self._drop()
            return asked(self._live())

    def _messages(self, refs: Sequence[Ref]) -> Iterator[RawMessage]:
        for group in self._groups(refs):
            yield from self._group(group)

    def _groups(self, refs: Sequence[Ref]) -> list[list[Ref]]:
        """Return what is read together; each message alone where the server hangs up when it is asked for their sizes."""
        try:
            return self._again(lambda session: _groups(session, refs))
        except ConnectionLostError:
            self._drop()
            self._live()
            return [[ref] for ref in refs]

    def _group(self, refs: Sequence[Ref], tries: int = 2) -> list[RawMessage]:
        """Read messages together, again where the connection broke, then one by one.

        Dovecot hangs up on a message whose file it cannot read. A server that can be reached, and hangs up on one message
        only, tells us of a fault in that message; one that cannot be reached raises here.
        """
        try:
            return _read(refs, self._live())
        except ConnectionLostError as error:
            self._drop()
            self._live()
            if tries > 1:
                return self._group(refs, tries - 1)
            if len(refs) > 1:
                return [message for ref in refs for message in self._group([ref], 1)]
            return [RawMessage(refs[0], b"", fault=error.message)]


def _refs(session: ImapSession, folder: Folder, what: Role) -> Iterator[Ref]:
    opened = session.examine(folder.name)
    for role, key in _WANTED[what].items():
        yield from (Ref(role, folder.name, opened.generation, str(uid)) for uid in session.uids(opened, key))


def _is_uid(key: str) -> bool:
    return key.isascii() and key.isdecimal()


def _present(session: ImapSession, refs: Sequence[Ref]) -> dict[int, Ref]:
    """Open the folder of `refs`, all of one folder, and return those that are of its present generation, by UID."""
    generation = session.examine(refs[0].folder).generation
    return {int(ref.key): ref for ref in refs if ref.generation == generation}


def _read(refs: Sequence[Ref], session: ImapSession) -> list[RawMessage]:
    """Return the messages; one of which the server makes no sense is a fault, and does not stop the others."""
    try:
        present = _present(session, refs)
        found = session.messages(list(present))
    except ConnectionLostError:
        raise
    except MailboxError as error:
        if len(refs) == 1:
            return [RawMessage(refs[0], b"", fault=error.message)]
        return [message for ref in refs for message in _read([ref], session)]
    return [RawMessage(present[uid], one.data or b"", one.received_at, "" if one.data else "the server gives no content") for uid, one in found.items()]


def _slices(refs: Sequence[Ref]) -> Iterator[Sequence[Ref]]:
    return (refs[start : start + _SLICE] for start in range(0, len(refs), _SLICE))


def _groups(session: ImapSession, refs: Sequence[Ref]) -> list[list[Ref]]:
    """Return those of `refs` that are there, as many together as one answer may hold; at least one."""
    present = _present(session, refs)
    groups: list[list[Ref]] = []
    room = 0
    for uid, size in session.sizes(list(present)).items():
        if not groups or size > room:
            groups.append([])
            room = _GROUP_BYTES
        groups[-1].append(present[uid])
        room -= size
    return groups


def _drafts(session: ImapSession) -> Folder:
    folder = drafts_folder(session.folders())
    if folder is None:
        raise MailboxError("The account has no drafts folder", "Make a folder named Drafts in your mail program, then run it again.")
    return folder


def _placed(session: ImapSession, folder: Folder, wanted: str) -> Ref | None:
    """Look for a draft by its Message-ID: by its header, for not every server's search finds one that is new."""
    opened = session.examine(folder.name)
    newest = sorted(session.uids(opened, "UNDELETED"), reverse=True)[:_NEWEST]
    for start in range(0, len(newest), _SLICE):
        ids = session.message_ids(newest[start : start + _SLICE])
        found = [uid for uid, name in ids.items() if name == wanted and name]
        if found:
            return Ref(Role.DRAFTS, folder.name, opened.generation, str(max(found)))
    return None


def _stands(session: ImapSession, folder: Folder, draft: Ref, wanted: str) -> bool:
    """Open the drafts folder for writing, and say whether the draft is in it, and still is that message."""
    if draft.role is not Role.DRAFTS or draft.folder != folder.name or not _is_uid(draft.key):
        return False
    if session.select_drafts(folder).generation != draft.generation:
        return False
    uid = int(draft.key)
    return bool(wanted) and session.message_ids([uid]).get(uid) == wanted
