"""RULES.md as code: what is due, when, to whom, in which conversation, and why.

Takes an Application as the timeline gives it, the user, the moment, their settings and the draft ledger; gives its Status. One file for each
kind of step; `case` answers who wrote to whom, `promise` which date holds. Its order: what has ended awaits nothing (R6 excepted); an open
thank-you outranks an interview that lies ahead; that outranks a check-in.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from assistant.core.model import Application, Entry, Event, Kind, Me, Settings, Stage, Standing, Status, Step
from assistant.core.plan import check_in, closing, keep_in_touch, thank_you
from assistant.core.plan.case import Case, called, local, may_not_write, said, spelled
from assistant.core.plan.promise import promised
from assistant.core.stage import ENDED, held, stage, trail

__all__ = ["status"]

DOORS = "No answer came in time. Other doors are open."


def status(
    application: Application, me: Me, now: dt.datetime, settings: Settings, ledger: tuple[Entry, ...] = (), *, keep_in_touch_wanted: bool = False
) -> Status:
    """Return where the application sits at `now`, what falls due next if nobody writes, and what should wait as a draft."""
    case = Case(application, me, now, settings, ledger, trail(application))
    sits = stage(application, case.moves)
    plain = _ended(case, sits, keep_in_touch_wanted) if sits in ENDED else _running(case, sits)
    spoken = _kept_silent(case, plain) if may_not_write(case) else plain
    return replace(spoken, notes=(*spoken.notes, *_notes(case, spoken)))


def _ended(case: Case, sits: Stage, keep_in_touch_wanted: bool) -> Status:
    thanks = closing.step(case) if sits is Stage.REJECTED else None
    later = keep_in_touch.step(case) if keep_in_touch_wanted and sits in {Stage.REJECTED, Stage.WITHDRAWN} else None
    steps = tuple(step for step in (thanks, later) if step)
    return Status(sits, None, _earliest(steps), tuple(step for step in steps if step.due <= case.now))


def _running(case: Case, sits: Stage) -> Status:
    promise = promised(case)
    thanks = thank_you.open_steps(case)
    if thanks:
        return Status(Stage.THANK_YOU, promise, _earliest(thanks), thanks)
    if sits is Stage.SCHEDULED:
        return Status(sits, promise, thank_you.next_step(case), ())
    if not held(case.application) or check_in.asked_of_user(case):
        return Status(sits, promise, None, ())
    sent = check_in.checked_in_at(case)
    if sent:
        over = check_in.is_over(case, sent)
        return _moved_on() if over else Status(Stage.CHECKED_IN, promise, None, ())
    return _awaiting(case, sits, promise)


def _awaiting(case: Case, sits: Stage, promise: Event | None) -> Status:
    """Return the status while this timeline's check-in was not sent: to come, due now, or lapsed."""
    step = check_in.step(case, promise)
    due = check_in.due_at(case, promise)
    if case.now >= due + dt.timedelta(days=case.settings.unsent_check_in_days):
        return _moved_on()
    if case.now < due:
        return Status(sits, promise, step, ())
    return Status(Stage.CHECK_IN, promise, step, (step,) if step else ())


def _moved_on() -> Status:
    return Status(Stage.MOVED_ON, None, None, (), (DOORS,))


def _earliest(steps: tuple[Step, ...]) -> Step | None:
    return min(steps, key=lambda step: step.due, default=None)


def _kept_silent(case: Case, plain: Status) -> Status:
    """Return the status where they asked not to be written to: every step is held back, and nothing falls due (R11)."""
    sits = plain.stage
    if sits in {Stage.THANK_YOU, Stage.CHECK_IN}:
        ahead = any(interview.standing is Standing.SCHEDULED for interview in case.application.interviews)
        sits = Stage.SCHEDULED if ahead else Stage.WAITING
    why = "they asked not to be written to"
    return replace(plain, stage=sits, next=None, due=tuple(replace(step, held=step.held or why) for step in plain.due))


# ---------------------------------------------------------------- notes, for the user


def _notes(case: Case, plain: Status) -> Iterator[str]:
    for event in said(case, Kind.BOUNCED):
        yield f"Mail to {', '.join(called(p) for p in event.people)} came back; nothing more is drafted to that address."
    ask = check_in.asked_of_user(case) if plain.stage not in ENDED | {Stage.MOVED_ON} else None
    if ask:
        yield f'They have been waiting for you since {spelled(local(case, ask.at))}: "{ask.quote}"'
    silence = may_not_write(case)
    if silence:
        yield f'Nothing is drafted: they wrote "{silence.quote}"'
    for step in () if silence else plain.due:
        if step.held:
            yield f"The {step.kind.value.replace('_', '-')} is held back: {step.held}."
    welcome = said(case, Kind.CALLS_WELCOME)
    if plain.stage is Stage.CHECK_IN and welcome and not said(case, Kind.NO_CALLS):
        yield f'A call is welcome as well: "{welcome[-1].quote}"'
    yield from _surprises(case)


def _surprises(case: Case) -> Iterator[str]:
    for move in case.moves:
        for event in move.odd:
            yield f'Not expected on {spelled(local(case, event.at))}, and left aside: {event.kind.value} ("{event.quote}")'
