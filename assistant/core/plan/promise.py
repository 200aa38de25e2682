"""The date by which the user was told that they would hear (RULES.md, Words: Promise).

Takes a case, gives the event that holds now. Its rules: the newest promise stands until a newer one replaces it, or a later human message
from them speaks of the decision, its timing or a next step without a date. A next step that was being arranged when the promise was given
is part of it ("you will meet Ann on the 10th, and hear by the 17th"): fixing its time leaves the promise. A user's own "you mentioned ..."
is a witness where no promise of theirs holds. What has ended has none.
"""

import re

from assistant.core.model import Event, Kind, Stage
from assistant.core.plan.case import Case, local
from assistant.core.stage import ENDED, Move

# "I'll get back to you early next week with the next step and some times": what fixing the next step's time keeps
_OF_A_STEP = re.compile(
    r"(?i)\b(?:with|about|to (?:fix|find|arrange|agree|set up|schedule|book))\b[^.;]{0,30}"
    r"\b(?:next (?:step|stage|round)|(?:some|a few|a new|new|another|a|possible) (?:times?|dates?|slots?|day))\b"
)
_NEXT_STEP = frozenset({Kind.INVITED, Kind.SCHEDULED, Kind.REOPENED})


def promised(case: Case) -> Event | None:
    """Return the promise that holds after everything that was written."""
    promise: Event | None = None
    arranging = wrote_one = False
    for move in case.moves:
        arranging = arranging and not move.interview
        given = next((event for event in move.events if event.kind is Kind.PROMISE and event.day), None)
        if move.stage in ENDED:
            promise = None
        elif given and (move.theirs or _is_witness(case, given, promise, wrote_one)):
            promise, arranging = given, move.stage in {Stage.SCHEDULING, Stage.SCHEDULED} and not _OF_A_STEP.search(given.quote)
            wrote_one = wrote_one or move.theirs
        elif move.human and (_speaks_without_a_date(move, arranging) or _keeps(move, promise)):
            promise = None
    return promise


def _keeps(move: Move, promise: Event | None) -> bool:
    """Do they ask about a time, having promised no more than to find one?"""
    return Kind.ASKED in move.kinds and promise is not None and bool(_OF_A_STEP.search(promise.quote))


def _is_witness(case: Case, given: Event, promise: Event | None, wrote_one: bool) -> bool:
    """May the user's own mail stand for their date? Not beside theirs; nor does it bring back one that they have taken away."""
    ahead = given.day is not None and given.day >= local(case, given.at).date()
    return promise is None and (ahead or not wrote_one)


def _speaks_without_a_date(move: Move, arranging: bool) -> bool:
    if Kind.TIMING in move.kinds:
        return True
    called_off = Kind.CANCELLED in move.kinds and Kind.SCHEDULED not in move.kinds
    return bool(move.kinds & _NEXT_STEP) and (called_off or not arranging)
