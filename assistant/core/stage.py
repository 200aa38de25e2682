"""Where an application sits: its events, one after another, through one table.

Takes an Application (events in the order of time, interviews merged); gives the trail of its stages. The rules of the table:

- A row is what happened, a column is where the application sat, the field is where it sits then. The words are those of RULES.md,
  "Where an application sits". `WAITING` stands here for "interviewed"; whether that is `thank_you`, `waiting`, `check_in`, `checked_in`
  or `moved_on` hangs on the hour, and is the plan's to say.
- `STAYS`: expected, and changes nothing. `ODD`: not expected there; it leaves the stage alone and is reported.
- `LIVE`: the process runs again: interviewed, else invited, else applied.
- What one message says counts as one: its decision outranks its other news, and a reopening outranks a decision that it quotes.
- An interview's end is an event of its own. What is written about a past interview changes nothing: the end already did.
- `OFFER`, `REJECTED` and `WITHDRAWN` are left for a stage that runs only by a human message from them (RULES.md: "a later human message
  from them reopens it"). A talk about an offer is no new interview: an offer is left by a decision only.
- We watch a world that does not know our table, so nothing here can fail.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from assistant.core.model import Application, Event, Interview, Kind, Message, Sort, Stage, Standing

STAYS, ODD, LIVE = "stays", "odd", "live"

APPLIED, SCHEDULING, SCHEDULED, WAITING = Stage.APPLIED, Stage.SCHEDULING, Stage.SCHEDULED, Stage.WAITING
ON_HOLD, OFFER, REJECTED, WITHDRAWN = Stage.ON_HOLD, Stage.OFFER, Stage.REJECTED, Stage.WITHDRAWN

COLUMNS = (APPLIED, SCHEDULING, SCHEDULED, WAITING, ON_HOLD, OFFER, REJECTED, WITHDRAWN)
# fmt: off
TABLE: dict[Kind, tuple[str, ...]] = {
    #                APPLIED     SCHEDULING  SCHEDULED   WAITING     ON_HOLD     OFFER      REJECTED    WITHDRAWN
    Kind.CANCELLED: (SCHEDULING, STAYS,      SCHEDULING, SCHEDULING, STAYS,      STAYS,     STAYS,      STAYS),
    Kind.NOT_HELD:  (SCHEDULING, STAYS,      SCHEDULING, SCHEDULING, STAYS,      STAYS,     STAYS,      STAYS),
    Kind.INVITED:   (SCHEDULING, STAYS,      STAYS,      SCHEDULING, SCHEDULING, STAYS,     SCHEDULING, SCHEDULING),
    Kind.SCHEDULED: (SCHEDULED,  SCHEDULED,  STAYS,      SCHEDULED,  SCHEDULED,  STAYS,     SCHEDULED,  SCHEDULED),
    Kind.PROMISE:   (STAYS,      STAYS,      STAYS,      STAYS,      LIVE,       STAYS,     LIVE,       LIVE),
    Kind.REOPENED:  (STAYS,      STAYS,      STAYS,      STAYS,      LIVE,       LIVE,      LIVE,       LIVE),
    Kind.ON_HOLD:   (ON_HOLD,    ON_HOLD,    ON_HOLD,    ON_HOLD,    STAYS,      ON_HOLD,   ODD,        ODD),
    Kind.OFFERED:   (OFFER,      OFFER,      OFFER,      OFFER,      OFFER,      STAYS,     OFFER,      OFFER),
    Kind.REJECTED:  (REJECTED,   REJECTED,   REJECTED,   REJECTED,   REJECTED,   REJECTED,  STAYS,      ODD),
    Kind.WITHDRAWN: (WITHDRAWN,  WITHDRAWN,  WITHDRAWN,  WITHDRAWN,  WITHDRAWN,  WITHDRAWN, ODD,        STAYS),
}
# fmt: on
"""Kinds without a row say something about people, dates or manners, and leave every stage alone."""

ENDED = frozenset({ON_HOLD, OFFER, REJECTED, WITHDRAWN})
"""Here nothing is awaited: no promise holds, no thank-you or check-in falls due."""

DECIDED = ENDED - {ON_HOLD}
DECISIONS = frozenset({Kind.ON_HOLD, Kind.OFFERED, Kind.REJECTED, Kind.WITHDRAWN})
THEIRS = frozenset({Kind.INVITED, Kind.REOPENED, Kind.ON_HOLD, Kind.OFFERED, Kind.REJECTED})
"""Only their side can do these; in the user's own mail they are odd."""


@dataclass(frozen=True, slots=True)
class Move:
    """One message's events, or one interview's end (`interview`), and the stage after it. `odd`: what the table did not expect."""

    at: dt.datetime
    stage: Stage
    events: tuple[Event, ...] = ()
    message: Message | None = None
    interview: Interview | None = None
    odd: tuple[Event, ...] = ()

    @property
    def kinds(self) -> frozenset[Kind]:
        """What the message says."""
        return frozenset(event.kind for event in self.events)

    @property
    def theirs(self) -> bool:
        """Did their side say it, by hand or by a system? What the user told us was said aloud, by them."""
        return bool(self.events) and not (self.message and self.message.outgoing)

    @property
    def human(self) -> bool:
        """Did a person on their side write it?"""
        return self.theirs and (self.message is None or self.message.sort is Sort.HUMAN)


def stage(application: Application, moves: tuple[Move, ...]) -> Stage:
    """Return where it sits by its events and interviews: one of `COLUMNS`."""
    last = moves[-1].stage if moves else APPLIED
    if last in ENDED:
        return last
    if any(interview.standing is Standing.SCHEDULED for interview in application.interviews):
        return SCHEDULED
    if last is SCHEDULED:  # its time is over, or was found to be no interview
        return WAITING if held(application) else SCHEDULING
    return last


def trail(application: Application) -> tuple[Move, ...]:
    """Return every message that says something and every interview's end, in order, each with the stage after it."""
    moves: list[Move] = []
    for move in sorted([*_said(application), *_ends(application)], key=lambda move: move.at):
        before = moves[-1].stage if moves else APPLIED
        moves.append(_moved(move, before, moves))
    return tuple(moves)


def held(application: Application) -> list[Interview]:
    """Return the interviews that took place."""
    return [interview for interview in application.interviews if interview.standing is Standing.HELD]


def held_at(application: Application, interview: Interview) -> dt.datetime:
    """Return when it was over: its planned end, or earlier where somebody already writes of it as having happened."""
    told = (e.at for e in application.events if e.kind in {Kind.HELD, Kind.THANKED} and interview.start <= e.at < interview.end)
    return min(told, default=interview.end)


# ---------------------------------------------------------------- one step through the table


def _moved(move: Move, before: Stage, earlier: list[Move]) -> Move:
    if move.interview:
        return move if before not in ENDED else _with(move, before)
    stage, odd = before, []
    for event in _that_count(move):
        field = TABLE[event.kind][COLUMNS.index(stage)]
        if field == ODD or not _may(event, move, stage, field):
            odd.append(event)
        elif field != STAYS:
            stage = _resumed(earlier) if field == LIVE else Stage(field)
    return _with(move, stage, tuple(odd))


def _may(event: Event, move: Move, stage: Stage, field: str) -> bool:
    """May this message do it? Some things only their side does; and what was decided is opened again only by a human message of theirs."""
    if event.kind in THEIRS and not move.theirs:
        return False
    reopens = stage in DECIDED and field != STAYS and event.kind not in DECISIONS - {Kind.OFFERED}
    return move.human or not reopens


def _that_count(move: Move) -> list[Event]:
    """Return the message's events as the table should see them: the weightiest decide, and a time outranks a wish to find one."""
    order = list(TABLE)
    events = sorted((e for e in move.events if e.kind in TABLE), key=lambda e: order.index(e.kind))
    if Kind.REOPENED in move.kinds:
        return sorted((e for e in events if e.kind not in DECISIONS), key=lambda e: e.kind is not Kind.REOPENED)
    return [e for e in events if e.kind in DECISIONS] or events


def _resumed(earlier: list[Move]) -> Stage:
    if any(move.interview for move in earlier):
        return WAITING
    return SCHEDULING if any(Kind.INVITED in move.kinds for move in earlier) else APPLIED


def _with(move: Move, stage: Stage, odd: tuple[Event, ...] = ()) -> Move:
    return Move(move.at, stage, move.events, move.message, move.interview, odd)


def _said(application: Application) -> Iterator[Move]:
    messages = {message.id: message for message in application.messages}
    for (at, message), events in groupby(sorted(application.events, key=_place), key=_place):
        yield Move(at, APPLIED, tuple(events), messages.get(message))


def _place(event: Event) -> tuple[dt.datetime, str]:
    return event.at, event.message


def _ends(application: Application) -> Iterator[Move]:
    for interview in held(application):
        yield Move(held_at(application, interview), WAITING, interview=interview)
