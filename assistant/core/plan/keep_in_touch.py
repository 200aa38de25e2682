"""R7: keep in touch, only where the user asked for it on that application: 90 days after it ended well, at most twice.

Takes a case that was refused by a human or left by the user, and that the user asked for; gives the next such step, or None.
"""

import datetime as dt

from assistant.core.model import Step, StepKind
from assistant.core.plan.case import Case, called, declined, key, local, morning, ours, sent_at, spelled, theirs
from assistant.core.plan.closing import closest

TIMES = 2


def step(case: Case) -> Step | None:
    """Return the next note: 90 days after the end, or after the note before. Mail of either side while one waits takes its place (R8)."""
    ended = _ended_at(case)
    if not theirs(case):
        return None
    since, days = ended, dt.timedelta(days=case.settings.keep_in_touch_days)
    for number in range(1, TIMES + 1):
        name = key(StepKind.KEEP_IN_TOUCH, _ending(case), str(number))
        due = morning(case, local(case, since).date() + days)
        met = [message.at for message in [*ours(case), *theirs(case)] if message.at >= due]
        sent = sent_at(case, name)
        if declined(case, name):
            return None
        if not met and sent is None:
            return _step(case, name, due, since)
        since = sent or min(met)
    return None


def _step(case: Case, name: str, due: dt.datetime, since: dt.datetime) -> Step | None:
    person, thread = closest(case)
    until = due + dt.timedelta(days=case.settings.keep_in_touch_days)
    if person is None or case.now >= until:
        return None
    why = f"You asked to keep in touch; nothing was written since {spelled(local(case, since))} to {called(person)}"
    return Step(StepKind.KEEP_IN_TOUCH, name, due, until, person, thread, why)


def _ended_at(case: Case) -> dt.datetime:
    return _last_change(case)[0]


def _ending(case: Case) -> str:
    return _last_change(case)[1]


def _last_change(case: Case) -> tuple[dt.datetime, str]:
    """Return when, and by which message, it came to sit where it does."""
    stage = case.moves[-1].stage
    run = 0
    for place, move in enumerate(case.moves):
        if move.stage is not stage:
            run = place + 1
    return case.moves[run].at, case.moves[run].events[0].message
