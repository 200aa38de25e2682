"""Message -> Events: one file for each kind of event, each a function `find(said)` that yields events with their quotes.

A new kind: one file, one line in FINDERS, one row in the stage's table.
"""

from assistant.core.evidence import absence, applied, asked, checked_in, contact, held, invited, offered, on_hold, promise, rejected, scheduled, withdrawn
from assistant.core.evidence.said import Said, said
from assistant.core.model import Event, Kind

FINDERS = (applied, invited, scheduled, held, promise, asked, checked_in, rejected, offered, on_hold, withdrawn, contact, absence)

__all__ = ["FINDERS", "Said", "events", "said"]


def events(spoken: Said) -> tuple[Event, ...]:
    """Return everything that one message says, in the order of the finders."""
    return settled(tuple(event for finder in FINDERS for event in finder.find(spoken)))


def settled(found: tuple[Event, ...]) -> tuple[Event, ...]:
    """Return the events without what another of the same mail outweighs: a pause, a no that is only hinted at ("not the letter I wanted to write")."""
    kinds = {e.kind for e in found}
    paused = bool(kinds & {Kind.ON_HOLD, Kind.REOPENED})
    return tuple(e for e in found if not (paused and e.kind is Kind.REJECTED and e.sure < 1))
