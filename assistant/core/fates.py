"""What becomes of a draft: every state, everything that can be seen of it, and what it is then. One table.

Takes the fate that the ledger holds and what a look at the mailbox shows (a `Sight`); gives the fate now, None where the entry is forgotten.
Its theory: we do not move drafts from state to state, we watch a world in which the user does. So each cell says what the sight *means* after what
was known, and looking twice gives the same as looking once. Its rules (RULES.md, "The draft and its user"):

- Only PLACED is ever taken away. Every way out of it that the user takes leads to a fate that is never drafted again (rules 4, 5, 6).
- Only WITHDRAWN may be placed again, should the step fall due again. INTENDED and seen nowhere was never placed: it is forgotten, and may be.
- What was thrown away or replaced and stands in Drafts again was fetched back: the user's (rule 4). What we meant to withdraw and still stands is PLACED:
  the pass that meant to was cut short.
- Sent is for ever.
"""

from enum import StrEnum

from assistant.core.model import Fate


class Sight(StrEnum):
    """What a look at the mailbox shows of a draft; the first that holds."""

    WAITING = "waiting"  # it stands in Drafts, as placed
    CHANGED = "changed"  # it stands in Drafts, and says something else
    ASIDE = "aside"  # it stands elsewhere, unsent
    UNCLEAR = "unclear"  # it may be there: Drafts is not, or a message in it cannot be read
    SENT = "sent"  # it was sent, as placed
    SENT_CHANGED = "sent_changed"  # it was sent, saying something else
    OWN = "own"  # it is gone, and since it was placed the user wrote to them
    BINNED = "binned"  # it lies in Trash
    GONE = "gone"  # it is nowhere


_INTENDED, _PLACED, _EDITED, _MOVED, _DELETED = Fate.INTENDED, Fate.PLACED, Fate.EDITED, Fate.MOVED, Fate.DELETED
_SENT, _S_EDITED, _REPLACED, _WITHDRAWN, _FORGOTTEN = Fate.SENT, Fate.SENT_EDITED, Fate.REPLACED, Fate.WITHDRAWN, None

_TABLE: dict[Fate, tuple[Fate | None, ...]] = {
    # then           now: WAITING    CHANGED    ASIDE      UNCLEAR     SENT       SENT_CHANGED OWN        BINNED      GONE
    Fate.INTENDED:       (_PLACED,   _EDITED,   _MOVED,    _INTENDED,  _SENT,     _S_EDITED, _FORGOTTEN, _DELETED,   _FORGOTTEN),
    Fate.PLACED:         (_PLACED,   _EDITED,   _MOVED,    _PLACED,    _SENT,     _S_EDITED, _REPLACED,  _DELETED,   _DELETED),
    Fate.EDITED:         (_EDITED,   _EDITED,   _EDITED,   _EDITED,    _SENT,     _S_EDITED, _REPLACED,  _DELETED,   _DELETED),
    Fate.MOVED:          (_PLACED,   _EDITED,   _MOVED,    _MOVED,     _SENT,     _S_EDITED, _REPLACED,  _DELETED,   _DELETED),
    Fate.DELETED:        (_EDITED,   _EDITED,   _EDITED,   _DELETED,   _SENT,     _S_EDITED, _DELETED,   _DELETED,   _DELETED),
    Fate.REPLACED:       (_EDITED,   _EDITED,   _EDITED,   _REPLACED,  _SENT,     _S_EDITED, _REPLACED,  _REPLACED,  _REPLACED),
    Fate.WITHDRAWN:      (_PLACED,   _EDITED,   _MOVED,    _WITHDRAWN, _SENT,     _S_EDITED, _WITHDRAWN, _WITHDRAWN, _WITHDRAWN),
    Fate.SENT:           (_SENT,     _SENT,     _SENT,     _SENT,      _SENT,     _SENT,     _SENT,      _SENT,      _SENT),
    Fate.SENT_EDITED:    (_S_EDITED, _S_EDITED, _S_EDITED, _S_EDITED,  _S_EDITED, _S_EDITED, _S_EDITED,  _S_EDITED,  _S_EDITED),
}  # fmt: skip


def becomes(then: Fate, seen: Sight) -> Fate | None:
    """Return what a draft of that fate is once it was seen so; None: its entry is forgotten."""
    return _TABLE[then][list(Sight).index(seen)]
