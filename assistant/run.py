"""One pass: look, think, act.

Takes an open mailbox, the state, the user and the moment; gives a Report. It decides nothing: `core` says what was understood and what is the
least to do. Its rules (RULES.md, "The draft and its user"):

- Just before writing, the mailbox is looked at again and everything is thought through again; before each draft, whether more came in (rule 8).
- What is about to be placed or withdrawn stands in the ledger first, and is confirmed after. A pass killed between the two leaves something
  that the next one resolves by looking into Drafts: never two drafts (rule 2).
- A draft is read again before it is withdrawn; one that changed is the user's (rule 4).
- In a running pass, mail that stands in the mailbox is there, whatever its date says: a reply by a clock that is fast counts now.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from assistant.core import compose, identity, ledger, reading
from assistant.core.judge import Outcome, judge
from assistant.core.me import NOBODY, learned
from assistant.core.model import Application, Draft, Entry, Fate, Me, Message, RawMessage, Ref, Role, Settings
from assistant.core.reconcile import Actions, Leave, Place, Withdraw, actions
from assistant.errors import ConfigError
from assistant.mailboxes import Mailbox
from assistant.store import Store

_UNSENT = {Role.DRAFTS, Role.UNSENT}
_LOOKS = 5  # times that a pass looks again when mail keeps coming in; the next pass does the rest


@dataclass(frozen=True, slots=True)
class Seen:
    """A mailbox as it was looked at: who owns it, its messages, and those that cannot be read."""

    me: Me
    refs: frozenset[Ref]
    messages: tuple[Message, ...]
    unreadable: tuple[RawMessage, ...] = ()
    hidden: bool = False  # there is no drafts folder: nobody knows what stands in it


@dataclass(frozen=True, slots=True)
class Report:
    """What one pass understood and did."""

    outcome: Outcome
    placed: tuple[Place, ...] = ()
    withdrawn: tuple[Withdraw, ...] = ()
    left: tuple[Leave, ...] = ()
    notes: tuple[str, ...] = ()
    messages: int = 0
    unreadable: tuple[RawMessage, ...] = ()
    held: int = 0  # drafts that the fuse holds back until the user was asked


@dataclass(frozen=True, slots=True)
class Desk:
    """What a pass works with: the open mailbox and state, how the user wants it, and the moment."""

    mailbox: Mailbox
    store: Store
    settings: Settings
    now: dt.datetime
    templates: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class _Done:
    """What was written so far in this pass."""

    placed: tuple[Place, ...] = ()
    withdrawn: tuple[Withdraw, ...] = ()


def one_pass(desk: Desk, me: Me | None) -> Report:
    """Look, think and act once. `me` None: learned from the Sent folder."""
    done = _Done()
    seen = look(desk.mailbox, desk.settings.zone, me)
    outcome, todo = think(desk, seen)
    for _ in range(_LOOKS):
        if not todo:
            break
        seen = look(desk.mailbox, desk.settings.zone, seen.me, seen)
        outcome, todo = think(desk, seen, len(done.placed))
        if todo:  # what was written is looked at once more: a reply may have come meanwhile, or another machine placed the same
            done = act(desk, seen, outcome, todo, done)
    notes = (*todo.notes, *(["Mail kept coming in: the next pass does the rest"] if todo else []))
    return Report(outcome, done.placed, done.withdrawn, _left(todo, done), notes, len(seen.messages), seen.unreadable, todo.held)


# ---------------------------------------------------------------- look


def look(mailbox: Mailbox, zone: ZoneInfo, me: Me | None = None, before: Seen | None = None) -> Seen:
    """Read the mailbox; `before` spares what was read already, drafts excepted: they may change where they stand.

    `me` None: learned from the Sent folder; raises ConfigError where nothing was sent.
    """
    refs = frozenset(mailbox.refs())
    owner = me or _owner(mailbox, refs, zone)
    kept = [message for message in (before.messages if before else ()) if message.ref in refs and message.role not in _UNSENT]
    known = {message.ref for message in kept}
    read = [(raw, reading.message(raw, owner, zone)) for raw in mailbox.fetch(ref for ref in refs if ref not in known)]
    messages = sorted([*kept, *(message for _, message in read if message)], key=_order)
    hidden = not any(ref.role is Role.DRAFTS for ref in refs) and not mailbox.drafts()
    return Seen(owner, refs, tuple(messages), tuple(raw for raw, message in read if not message), hidden)


def _owner(mailbox: Mailbox, refs: Iterable[Ref], zone: ZoneInfo) -> Me:
    sent = mailbox.fetch(ref for ref in refs if ref.role is Role.SENT)
    found = learned(message for raw in sent if (message := reading.message(raw, NOBODY, zone)))
    if not found:
        raise ConfigError(
            "Whose mailbox this is cannot be learned: its Sent folder is empty", "Say who you are: name and addresses under [me] in your settings"
        )
    return found


def _order(message: Message) -> tuple[dt.datetime, str, str, str]:
    return message.at, message.id, message.ref.folder if message.ref else "", message.ref.key if message.ref else ""


# ---------------------------------------------------------------- think


def think(desk: Desk, seen: Seen, placed: int = 0) -> tuple[Outcome, Actions]:
    """Judge what was seen, keep what became of the drafts, and say what to do. `placed`: drafts that this pass has placed already."""
    present = [replace(message, at=min(message.at, desk.now)) for message in seen.messages]
    stored = desk.store.entries()
    unread = {raw.ref for raw in seen.unreadable}
    answers = desk.store.answers()
    outcome = judge(present, seen.me, desk.now, desk.settings, stored, answers=answers, templates=desk.templates, unread=unread, hidden=seen.hidden)
    if outcome.waiting.ledger != stored:
        desk.store.save(outcome.waiting.ledger)
    fuse = replace(desk.settings, drafts_per_pass=max(0, desk.settings.drafts_per_pass - placed))
    return outcome, actions(outcome.drafts, outcome.waiting, outcome.applications, desk.now, fuse)


# ---------------------------------------------------------------- act


def act(desk: Desk, seen: Seen, outcome: Outcome, todo: Actions, done: _Done) -> _Done:
    """Withdraw, then place; stop where more mail came in meanwhile, so that it is thought of first."""
    for withdrawal in todo.withdraw:
        if _withdraw(desk, seen, withdrawal):
            done = replace(done, withdrawn=(*done.withdrawn, withdrawal))
    stood = _mail(desk.mailbox.refs())
    if stood - seen.refs:
        return done
    applications = {application.id: application for application in outcome.applications}
    for placement in todo.place:
        if _mail(desk.mailbox.refs()) - stood:
            break
        _place(desk, seen.me, placement.draft, applications[placement.draft.application])
        done = replace(done, placed=(*done.placed, placement))
    return done


def _mail(refs: Iterable[Ref]) -> set[Ref]:
    return {ref for ref in refs if ref.role not in _UNSENT}


def _withdraw(desk: Desk, seen: Seen, withdrawal: Withdraw) -> bool:
    """Take a draft away if it still is what we placed; say whether it was."""
    entry = withdrawal.entry
    if entry.ref is None or not _is_untouched(desk, seen, entry):
        return False
    before = desk.store.entries()
    if not withdrawal.spare:
        desk.store.save(_with(before, replace(entry, fate=Fate.WITHDRAWN)))
    gone = desk.mailbox.withdraw(entry.ref, entry.message_id)
    if not gone:
        desk.store.save(before)  # somebody was quicker: the next look tells what they did
    elif not withdrawal.spare:
        desk.store.save(_with(before, replace(entry, fate=Fate.REPLACED if withdrawal.replaced else Fate.WITHDRAWN, ref=None)))
    return gone


def _is_untouched(desk: Desk, seen: Seen, entry: Entry) -> bool:
    again = desk.mailbox.fetch([entry.ref] if entry.ref else [])
    messages = [reading.message(raw, seen.me, desk.settings.zone) for raw in again]
    known = identity.signatures(seen.messages)
    return any(message and message.id == entry.message_id and identity.is_as_placed(entry.digest, message, known) for message in messages)


def _place(desk: Desk, me: Me, draft: Draft, application: Application) -> None:
    entry, data = written(draft, application, me, desk.settings, desk.now)
    desk.store.save(_with(desk.store.entries(), entry))
    ref = desk.mailbox.place(data)
    desk.store.save(_with(desk.store.entries(), replace(entry, ref=ref, fate=Fate.PLACED)))


def written(draft: Draft, application: Application, me: Me, settings: Settings, now: dt.datetime) -> tuple[Entry, bytes]:
    """Return a draft's entry in the ledger, and its bytes.

    Our header holds the digest of the words as they will be read. So the draft is written, read, and written again.
    """
    at = now.astimezone(settings.zone)
    own = compose.own_address(draft.step, application, me)
    nowhere = Ref(Role.DRAFTS, "", "", "")
    message = reading.message(RawMessage(nowhere, compose.rfc5322(draft, own, at, draft.step.key)), me, settings.zone)
    if message is None:
        raise AssertionError("a draft that we wrote cannot be read")  # it has headers, always
    entry = ledger.intent(draft, message)
    return replace(entry, at=now), compose.rfc5322(draft, own, at, identity.header(entry.key, entry.digest, at))


def _with(entries: Iterable[Entry], entry: Entry) -> list[Entry]:
    return [*(other for other in entries if other.key != entry.key), entry]


# ---------------------------------------------------------------- what is told


def _left(todo: Actions, done: _Done) -> tuple[Leave, ...]:
    """Return what was left alone; what this very pass placed now waits, and is told of as placed."""
    placed = {placement.draft.step.key for placement in done.placed}
    return tuple(leave for leave in todo.leave if leave.draft.step.key not in placed)
