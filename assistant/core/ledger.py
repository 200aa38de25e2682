"""What became of each earlier draft, from what stands in the mailbox now.

Takes the ledger as it was stored and the mailbox's messages; gives the ledger as it is. Its rules (RULES.md, "The draft and its user"):

- What stands in the mailbox wins over what was stored: a draft that is there waits, whatever a pass that was killed half-way wrote down.
- By what a mail is known to be ours, or untouched, is said in `identity`. The certain ties come first, so that a mere likeness takes no other's draft.
- What each sight means after each fate is the table in `fates`.
- Of two copies of one draft (an APPEND sent twice, two machines at the same moment) the user's own wins; of untouched ones, the one that the server
  numbered first. Every machine sees the same order, so that both take away the same one.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.core.fates import Sight, becomes
from assistant.core.identity import Signatures, fingerprint, is_as_placed, is_like, is_ours, is_to_the_same, is_unsent, mark, shares_words, signatures, ties
from assistant.core.model import Draft, Entry, Fate, Message, Ref, Role, StepKind

STANDS = frozenset({Fate.PLACED, Fate.EDITED, Fate.MOVED})


def intent(draft: Draft, written: Message) -> Entry:
    """Return the entry for a draft about to be placed; `written` is its message as a reader would see it."""
    to = tuple(address.email for address in written.recipients)
    digest, step = fingerprint(written), draft.step
    return Entry(step.key, written.id, digest, Fate.INTENDED, written.at, None, to, written.subject, draft.in_reply_to, step.kind, draft.body)


def settled(entries: Iterable[Entry], messages: Sequence[Message], unread: Collection[Ref] = (), *, hidden: bool = False) -> tuple[Entry, ...]:
    """Return the ledger as the mailbox shows it now: each entry with its fate, and entries for drafts of ours that it had lost.

    `unread`: what stands in the mailbox and could not be read. `hidden`: there is no drafts folder now. A draft that may be there is not gone.
    """
    found = _sorted_out(messages)
    known = tuple(entries)
    every = (*known, *_lost({entry.key for entry in known}, found))
    standing = _standing(every, found)
    now = (_settle(entry, draft, found, hidden=hidden or _is_unread(entry, unread)) for entry, draft in zip(every, standing, strict=True))
    return tuple(entry for entry in now if entry)


def copies(entries: Iterable[Entry], messages: Sequence[Message]) -> tuple[Entry, ...]:
    """Return the untouched second copies of drafts that stand: what a write whose answer was lost, or another machine, may leave."""
    found = _sorted_out(messages)
    return tuple(
        replace(entry, message_id=message.id, ref=message.ref)
        for entry in entries
        if entry.fate in STANDS
        for message in found.drafts
        if is_ours(entry, message) and message.ref != entry.ref and is_as_placed(entry.digest, message, found.signatures)
    )


# ---------------------------------------------------------------- the mailbox, by what a message is to a draft


@dataclass(frozen=True, slots=True)
class _Found:
    drafts: tuple[Message, ...]
    aside: tuple[Message, ...]
    sent: tuple[Message, ...]
    trash: tuple[Message, ...]
    signatures: Signatures


def _sorted_out(messages: Sequence[Message]) -> _Found:
    drafts = tuple(sorted((message for message in messages if message.role is Role.DRAFTS), key=_place))
    ids = {message.id for message in drafts}  # a server with an "All Mail" shows each draft there as well
    aside = tuple(message for message in messages if message.role is not Role.DRAFTS and is_unsent(message) and message.id not in ids)
    trash = tuple(message for message in messages if message.role is Role.TRASH)
    unsent = ids | {message.id for message in aside}
    sent = tuple(message for message in messages if _is_sent(message, unsent))
    return _Found(drafts, aside, sent, trash, signatures(messages))


def _is_sent(message: Message, unsent: Collection[str]) -> bool:
    if message.role is Role.SENT:
        return message.outgoing
    return message.outgoing and message.role is not Role.TRASH and not is_unsent(message) and message.id not in unsent


def _place(message: Message) -> tuple[str, str, int, str]:
    """Return where a draft stands, in an order that every machine sees alike: UIDs count up; a Maildir's names begin with the time."""
    ref = message.ref or Ref(message.role, "", "", "")
    return ref.folder, ref.generation, int(ref.key) if ref.key.isdecimal() else 0, ref.key


# ---------------------------------------------------------------- which message is which entry's draft


def _standing(entries: Sequence[Entry], found: _Found) -> list[Message | None]:
    """Return the draft behind each entry: the certain ties first, then likeness, the likest first."""
    standing = [_certain(entry, found) for entry in entries]
    free = [message for message in (*found.drafts, *found.aside) if not message.draft_key and not any(is_ours(entry, message) for entry in entries)]
    wanting = [place for place, entry in enumerate(entries) if standing[place] is None and _may_stand(entry)]
    pairs = [(ties(entries[place], message), place, message) for place in wanting for message in free if is_like(entries[place], message)]
    for _, place, message in sorted(pairs, key=lambda pair: (-pair[0], pair[1])):
        if standing[place] is None and not any(message is taken for taken in standing):
            standing[place] = message
    return standing


def _may_stand(entry: Entry) -> bool:
    """May its draft stand under another Message-ID? Also where a pass ended just after it placed, or before it withdrew (a place is kept until then)."""
    return entry.fate in STANDS | {Fate.INTENDED} or (entry.fate is Fate.WITHDRAWN and entry.ref is not None)


def _certain(entry: Entry, found: _Found) -> Message | None:
    """Return the draft that is the entry's for certain; of several, one that the user has in hand."""
    ours = [message for message in (*found.drafts, *found.aside) if is_ours(entry, message)]
    return next((message for message in ours if _sight_of(entry, message, found) is not Sight.WAITING), ours[0] if ours else None)


def _is_unread(entry: Entry, unread: Collection[Ref]) -> bool:
    """May the entry's draft be one that could not be read? Nobody knows yet where an intent's would stand."""
    return entry.ref in unread or (entry.ref is None and any(ref.role is Role.DRAFTS for ref in unread))


# ---------------------------------------------------------------- one entry


def _settle(entry: Entry, draft: Message | None, found: _Found, *, hidden: bool) -> Entry | None:
    fate = becomes(entry.fate, _sight_of(entry, draft, found) if draft else Sight.UNCLEAR if hidden else _sight_without(entry, found))
    if fate is None:
        return None
    if draft and fate in STANDS:
        return replace(entry, fate=fate, message_id=draft.id, ref=draft.ref)
    return replace(entry, fate=fate, ref=entry.ref if hidden or fate is not Fate.WITHDRAWN else None)


def _sight_of(entry: Entry, draft: Message, found: _Found) -> Sight:
    if draft.role is not Role.DRAFTS:
        return Sight.ASIDE
    return Sight.WAITING if is_as_placed(entry.digest, draft, found.signatures) else Sight.CHANGED


def _sight_without(entry: Entry, found: _Found) -> Sight:
    """Return what is seen of a draft that stands nowhere."""
    since = [message for message in found.sent if message.at >= entry.at.replace(microsecond=0) and not message.draft_key]
    sent = [message for message in found.sent if is_ours(entry, message)]
    sent += [message for message in since if is_like(entry, message) and shares_words(entry, message)]
    if sent:
        return Sight.SENT if any(is_as_placed(entry.digest, message, found.signatures) for message in sent) else Sight.SENT_CHANGED
    if any(is_to_the_same(entry, message) for message in since):
        return Sight.OWN
    return Sight.BINNED if any(is_ours(entry, message) for message in found.trash) else Sight.GONE


# ---------------------------------------------------------------- drafts of ours that the ledger had lost


_KINDS = {kind.value: kind for kind in StepKind}  # a key begins with its kind: "thank_you|..."


def _lost(known: Collection[str], found: _Found) -> list[Entry]:
    entries: dict[str, Entry] = {}
    for message in (*found.drafts, *found.aside, *found.sent, *found.trash):
        key = mark(message.draft_key).key
        if key and key not in known:
            entries.setdefault(key, _found_again(message))
    return list(entries.values())


def _found_again(message: Message) -> Entry:
    """Return the entry as it was when the draft was placed, as far as the message says; the look at it says what became of it."""
    placed = mark(message.draft_key)
    to = tuple(address.email for address in message.recipients)
    text = f"{message.text}\n{message.signature}" if is_as_placed(placed.digest, message) else ""
    kind = _KINDS.get(placed.key.partition("|")[0])
    return Entry(placed.key, message.id, placed.digest, Fate.INTENDED, placed.at or message.at, None, to, message.subject, message.in_reply_to, kind, text)
