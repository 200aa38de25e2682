"""The least that makes the Drafts folder what it should be.

Takes the drafts that should wait, the settled ledger and what waits in Drafts; gives what to place, withdraw and leave alone, each with why.
It looks at what is, not at what happened: run twice, killed half-way or with a lost ledger, it arrives at the same folder.
Its rules (RULES.md, "The draft and its user"): placed once (2); edited is the user's (4); deleted is no (5); sent or written by hand is done (6);
untouched and no longer due is withdrawn (7). And a fuse: where more drafts are due at once than a person is likely to have, something may be
wrong, and none is placed until the user was asked. (None rather than the first ten: the next pass would place the next ten, and so on.)
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.core.identity import is_like, is_to_the_same
from assistant.core.model import Application, Draft, Entry, Fate, Message, Settings, Sort, Step, StepKind

_QUOTED = 100  # characters of a mail that a reason quotes


@dataclass(frozen=True, slots=True)
class Place:
    """A draft to put into Drafts."""

    draft: Draft
    why: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    """A waiting draft to take away. `spare`: a second copy of one that stays. `replaced`: the user wrote to them by hand."""

    entry: Entry
    why: str
    spare: bool = False
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class Leave:
    """A draft that should wait, and for which nothing is done."""

    draft: Draft
    why: str


@dataclass(frozen=True, slots=True)
class Actions:
    """What to do, what to tell the user, and what to ask: how many drafts the fuse holds back."""

    place: tuple[Place, ...] = ()
    withdraw: tuple[Withdraw, ...] = ()
    leave: tuple[Leave, ...] = ()
    notes: tuple[str, ...] = ()
    held: int = 0

    def __bool__(self) -> bool:
        """Is there anything to write?"""
        return bool(self.place or self.withdraw)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What there is: the ledger as settled, second copies of our own drafts, what was written to nobody yet, and every Message-ID."""

    ledger: tuple[Entry, ...] = ()
    spare: tuple[Entry, ...] = ()
    drafts: tuple[Message, ...] = ()
    ids: frozenset[str] = frozenset()


def actions(wanted: Sequence[Draft], waiting: Waiting, applications: Sequence[Application], now: dt.datetime, settings: Settings) -> Actions:
    """Return the least to do. `wanted`: the drafts that should wait at `now`; `applications` say why others should not."""
    sorted_out = [(draft, _left_because(draft, waiting)) for draft in sorted(wanted, key=lambda draft: draft.step.due)]
    missing = [draft for draft, why in sorted_out if not why]
    held = len(missing) > _room(waiting.ledger, now, settings)
    kept = {entry.key for draft in wanted for entry in _entries(draft, waiting.ledger)}
    over = [entry for entry in waiting.ledger if entry.key not in kept]
    return Actions(
        place=() if held else tuple(Place(draft, draft.step.why) for draft in missing),
        withdraw=(
            *(Withdraw(entry, why_over(entry, applications), replaced=_is_replaced(entry, applications)) for entry in over if entry.fate is Fate.PLACED),
            *(Withdraw(entry, "it is a second copy", spare=True) for entry in waiting.spare),
        ),
        leave=tuple(Leave(draft, why) for draft, why in sorted_out if why),
        notes=tuple(_stale(entry, applications) for entry in over if entry.fate in {Fate.EDITED, Fate.MOVED}),
        held=len(missing) if held else 0,
    )


def why_over(entry: Entry, applications: Sequence[Application]) -> str:
    """Return why a placed draft is no longer due: the newest mail in its application since, else that its time is over."""
    news = _since(entry, applications)
    return _news(max(news, key=lambda message: message.at)) if news else "it is no longer due"


def _since(entry: Entry, applications: Sequence[Application]) -> list[Message]:
    """Return what people wrote in the draft's application since it was placed."""
    messages = next((found.messages for found in applications if any(message.id == entry.in_reply_to for message in found.messages)), ())
    return [message for message in messages if message.at > entry.at and message.sort in {Sort.HUMAN, Sort.CALENDAR}]


def _is_replaced(entry: Entry, applications: Sequence[Application]) -> bool:
    return any(message.outgoing and is_to_the_same(entry, message) for message in _since(entry, applications))


# ---------------------------------------------------------------- a draft and its entry


def _entries(draft: Draft, ledger: Sequence[Entry]) -> list[Entry]:
    """Return what the ledger holds of a draft: the entry of its key; should its key have changed with what is known, those of the same step."""
    return [entry for entry in ledger if entry.key == draft.step.key] or [entry for entry in ledger if _is_for(entry, draft)]


def _is_for(entry: Entry, draft: Draft) -> bool:
    """Is it the same step under another key: the same kind to the same people, in the same conversation or since it fell due?

    A mail that comes late changes by what an interview is known, and which mail is answered. A no may be said twice.
    """
    if entry.kind is not draft.step.kind or set(entry.to) != {address.email for address in (*draft.to, *draft.cc)}:
        return False
    since = _since_when(draft.step)
    return bool(entry.in_reply_to and entry.in_reply_to == draft.in_reply_to) or (since is not None and entry.at >= since)


def _since_when(step: Step) -> dt.datetime | None:
    """Return since when a draft of that kind to that person is this very step: the interview's end, or one week before a no."""
    if step.interview:
        return step.interview.end
    return step.due - (step.until - step.due) if step.kind is StepKind.CLOSING_THANKS and step.until else None


def _left_because(draft: Draft, waiting: Waiting) -> str:
    """Return why a wanted draft is not placed, "" where it is to be."""
    fates = {entry.fate for entry in _entries(draft, waiting.ledger)}
    for fate, why in _KEPT:
        if fate in fates:
            return why
    if any(_is_by_hand(message, draft) for message in waiting.drafts):
        return "you are writing to them yourself"
    # Its Message-ID is the same at every placing: a client that dropped our header, and a ledger that was lost, leave that trace
    return "it was placed before, and is yours now" if draft.message_id in waiting.ids and Fate.WITHDRAWN not in fates else ""


_KEPT = (
    (Fate.EDITED, "you edited it: it is yours"),
    (Fate.MOVED, "you moved it to another folder: it is yours"),
    (Fate.PLACED, "it is waiting"),
    (Fate.INTENDED, "whether it is waiting cannot be seen now"),
    (Fate.SENT, "you sent it"),
    (Fate.SENT_EDITED, "you edited and sent it"),
    (Fate.REPLACED, "you wrote to them yourself"),
    (Fate.DELETED, "you deleted it"),
)


def _is_by_hand(message: Message, draft: Draft) -> bool:
    """Did the user begin this very mail themselves, after it fell due?"""
    to = tuple(address.email for address in draft.to)
    like = Entry(draft.step.key, draft.message_id, "", Fate.PLACED, draft.step.due, None, to, draft.subject, draft.in_reply_to, text=draft.body)
    return not message.draft_key and message.at >= draft.step.due and is_like(like, message)


# ---------------------------------------------------------------- the fuse, and what is said


def _room(ledger: Sequence[Entry], now: dt.datetime, settings: Settings) -> int:
    """Return how many drafts may be placed in this pass: today's, wherever they went, count."""
    today = now.astimezone(settings.zone).date()
    placed = sum(entry.at.astimezone(settings.zone).date() == today for entry in ledger)
    return max(0, min(settings.drafts_per_pass, settings.drafts_per_day - placed))


def _stale(entry: Entry, applications: Sequence[Application]) -> str:
    what = "edited" if entry.fate is Fate.EDITED else "moved"
    return f"The draft to {', '.join(entry.to)} that you {what} may be stale: {why_over(entry, applications)}. It stays as it is"


def _news(message: Message) -> str:
    day = f"{message.at:%d %b}".lstrip("0")
    if message.outgoing:
        return f"you wrote to {', '.join(address.name or address.email for address in message.recipients)} on {day}"
    words = " ".join(message.text.split())
    quote = f": “{words[:_QUOTED]}{'…' if len(words) > _QUOTED else ''}”" if words else ""
    return f"{message.sender.name or message.sender.email} wrote on {day}{quote}"
