"""What became of each earlier draft, from what stands in the mailbox now.

Takes the ledger as it was stored and the mailbox's messages; gives the ledger as it is. Its rules (RULES.md, "The draft and its user"):

- What stands in the mailbox wins over what was stored: a draft that is there waits, whatever a pass that was killed half-way wrote down.
- A draft is known by its Message-ID or by our own header; else by conversation and recipient, for a mail client that edits a draft
  replaces it by a new message and may drop both.
- Saved without a change is not edited: what counts are the words, the subject, the recipients and the attachments.
- Gone from Drafts: sent if Sent says so; withdrawn if we withdrew it; else the user deleted it, and that is a no (rule 5).
- Our own header names the step and the words as placed. So a lost ledger is found again in the mailbox itself (rule 2).
"""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote, unquote

from assistant.core.model import Address, Draft, Entry, Fate, Message, Ref, Role, StepKind

_DIGITS = 16  # of a digest: 64 bits, enough to tell one person's few hundred drafts apart

_PLAIN = "!#$&'()*+,/:;<=>?@[]^`{|}"  # what a header line may show as it is, besides letters, digits and "_.-~"


def fingerprint(message: Message) -> str:
    """Return a digest of what the reader of this mail would get: recipients, subject, words and attachments, not their layout."""
    words = f"{message.text} {message.quoted} {message.signature}".split()
    addresses = [*_emails(message.to), "cc", *_emails(message.cc)]
    parts = [*addresses, *message.subject.split(), "", *words, "", *message.attachments]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def header(key: str, digest: str) -> str:
    """Return the value of our own header: the step's key and the words as placed. A key rests on ids from strangers: it goes out in plain ASCII."""
    return f"{quote(key, _PLAIN, errors='surrogatepass')} {digest}"


def named(draft_key: str) -> tuple[str, str]:
    """Return the key and the digest that a header names, as `header` made it."""
    key, _, digest = draft_key.strip().rpartition(" ")
    return unquote(key or digest, errors="surrogatepass"), digest if key else ""


def intent(draft: Draft, written: Message) -> Entry:
    """Return the entry for a draft about to be placed; `written` is its message as a reader would see it."""
    to = tuple(address.email for address in written.recipients)
    return Entry(draft.step.key, written.id, fingerprint(written), Fate.PLACED, written.at, None, to, written.subject, draft.in_reply_to, draft.step.kind)


def settled(entries: Iterable[Entry], messages: Sequence[Message], unread: Collection[Ref] = ()) -> tuple[Entry, ...]:
    """Return the ledger as the mailbox shows it now: each entry with its fate, and entries for drafts of ours that it had lost.

    `unread`: what stands in the mailbox and could not be read. A draft among it is not gone: its entry stays as it was.
    """
    known = tuple(entries)
    found = _sorted_out(messages)
    standing = _standing(known, found.drafts)
    now = [entry if draft is None and _is_unread(entry, unread) else _settle(entry, draft, found) for entry, draft in zip(known, standing, strict=True)]
    return tuple(entry for entry in [*now, *_lost({entry.key for entry in known}, found)] if entry)


def copies(entries: Iterable[Entry], messages: Sequence[Message]) -> tuple[Entry, ...]:
    """Return the untouched second copies of drafts that wait: a write whose answer was lost may leave one (an APPEND sent twice)."""
    waiting = {entry.key: entry for entry in entries if entry.fate in {Fate.PLACED, Fate.EDITED} and entry.ref}
    return tuple(
        replace(waiting[key], message_id=message.id, ref=message.ref)
        for message in _sorted_out(messages).drafts
        for key, digest in [named(message.draft_key)]
        if key in waiting and message.ref != waiting[key].ref and digest == fingerprint(message)
    )


def is_like(entry: Entry, message: Message) -> bool:
    """Is it in the conversation of the entry's draft, to somebody whom that was to? A new conversation is known by its subject."""
    if not set(entry.to) & {address.email for address in message.recipients}:
        return False
    if entry.in_reply_to:
        return entry.in_reply_to == message.in_reply_to or entry.in_reply_to in message.references
    return entry.subject.split() == message.subject.split()


# ---------------------------------------------------------------- the mailbox, by what a message is to a draft


@dataclass(frozen=True, slots=True)
class _Found:
    drafts: tuple[Message, ...]
    sent: tuple[Message, ...]
    trash: tuple[Message, ...]


def _sorted_out(messages: Sequence[Message]) -> _Found:
    drafts = tuple(message for message in messages if message.role is Role.DRAFTS)
    trash = tuple(message for message in messages if message.role is Role.TRASH)
    unsent = {message.id for message in drafts}  # a server with an "All Mail" shows each draft there as well
    away = {Role.DRAFTS, Role.TRASH}
    sent = tuple(message for message in messages if message.outgoing and message.role not in away and message.id not in unsent)
    return _Found(drafts, sent, trash)


def _standing(entries: Sequence[Entry], drafts: Sequence[Message]) -> list[Message | None]:
    """Return the draft behind each entry: the surest ties first, so that a mere likeness takes no other entry's draft."""
    keys = {entry.key for entry in entries}
    standing = [next((draft for draft in drafts if _is_ours(entry, draft)), None) for entry in entries]
    taken = {id(draft) for draft in standing if draft}
    free = [draft for draft in drafts if id(draft) not in taken and named(draft.draft_key)[0] not in keys]
    for place, entry in enumerate(entries):
        if standing[place] is None and entry.fate in {Fate.PLACED, Fate.EDITED}:
            like = next((draft for draft in free if is_like(entry, draft)), None)
            standing[place] = like
            free = [draft for draft in free if draft is not like]
    return standing


def _is_ours(entry: Entry, message: Message) -> bool:
    return message.id == entry.message_id or named(message.draft_key)[0] == entry.key


# ---------------------------------------------------------------- one entry


def _is_unread(entry: Entry, unread: Collection[Ref]) -> bool:
    """May the entry's draft be one that could not be read? Nobody knows yet where an intent's would stand."""
    return entry.ref in unread or (entry.ref is None and any(ref.role is Role.DRAFTS for ref in unread))


def _settle(entry: Entry, draft: Message | None, found: _Found) -> Entry | None:
    if draft:
        return replace(entry, message_id=draft.id, ref=draft.ref, fate=_waiting_fate(entry, draft))
    if any(_is_ours(entry, message) for message in found.sent):
        return replace(entry, fate=Fate.SENT)
    if entry.fate in {Fate.WITHDRAWN, Fate.SENT}:
        return entry
    if entry.ref is None and not any(_is_ours(entry, message) for message in found.trash):
        return None  # a pass ended between its intent and the writing: nothing was placed
    by_hand = any(is_like(entry, message) and message.at >= entry.at.replace(microsecond=0) for message in found.sent)
    return replace(entry, fate=Fate.SENT if by_hand else Fate.DELETED)


def _waiting_fate(entry: Entry, draft: Message) -> Fate:
    """Return PLACED for the words as placed. What was edited, or was gone and is back, stays the user's (rule 4)."""
    untouched = fingerprint(draft) == entry.digest and entry.fate in {Fate.PLACED, Fate.WITHDRAWN}
    return Fate.PLACED if untouched else Fate.EDITED


# ---------------------------------------------------------------- drafts of ours that the ledger had lost


_KINDS = {kind.value: kind for kind in StepKind}  # a key begins with its kind: "thank_you|..."


def _lost(known: set[str], found: _Found) -> list[Entry]:
    entries: dict[str, Entry] = {}
    for message in (*found.drafts, *found.sent, *found.trash):
        key, digest = named(message.draft_key)
        if key and key not in known and key not in entries:
            entries[key] = _found_again(key, digest, message)
    return list(entries.values())


def _found_again(key: str, digest: str, message: Message) -> Entry:
    gone = {Role.DRAFTS: Fate.PLACED, Role.TRASH: Fate.DELETED}.get(message.role, Fate.SENT)
    fate = Fate.EDITED if gone is Fate.PLACED and digest != fingerprint(message) else gone
    to = tuple(address.email for address in message.recipients)
    return Entry(key, message.id, digest, fate, message.at, message.ref, to, message.subject, message.in_reply_to, _KINDS.get(key.partition("|")[0]))


def _emails(addresses: Iterable[Address]) -> list[str]:
    return sorted(address.email for address in addresses)
