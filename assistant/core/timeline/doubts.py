"""What the user is asked about: conversations that may be about a job of theirs, and applications that rest on too little.

A conversation is a question where a person who is no colleague writes of meeting and of a job or an interview, the user
took part, was sent an entry for the calendar or is invited outright, and yet no sentence makes an application of it. What is plainly another's
process, or other business, is none (R12). Nothing is drafted until the user has said yes; a no is kept for ever.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from assistant.core.evidence import Said, invited, scheduled
from assistant.core.model import Application, Event, Question, Sort
from assistant.core.timeline.threads import Thread

BAR = 0.65
"""Below this sureness nothing is drafted for an application, and the user is asked. The README says it, too."""

LASTING = dt.timedelta(days=45)  # a conversation that has been quiet for longer is not asked about
# a stranger's mail that the user has not answered must say it outright
OUTRIGHT = re.compile(r"(?i)\b(?:invit\w+ you (?:to|for) (?:an? |the )?(?:\w+ )?interview|interview you|your interview|interview with you)\b")
JOB = re.compile(r"(?i)\b(?:interview\w*|job|role|position|vacancy|opening|hiring|your (?:cv|resume|résumé)|candidate)\b")


def questions(threads: Sequence[Thread], applications: Sequence[Application], answers: frozenset[str], now: dt.datetime) -> tuple[Question, ...]:
    """Return what to ask the user, the oldest first. `threads`: those that belong to no application; `answers`: ids that the user spoke of."""
    doubts = [Question(t.id, event, t.messages[0].id) for t in threads if t.answer is None and (event := doubt(t, now))]
    unsure = [Question(a.id, a.events[0], a.messages[0].id) for a in applications if a.sure < BAR and a.id not in answers and a.events]
    return tuple(sorted((*doubts, *unsure), key=lambda q: (q.event.at, q.id)))


def doubt(thread: Thread, now: dt.datetime) -> Event | None:
    """Return the event that makes a question of this conversation; None where nothing does."""
    if thread.is_from_elsewhere or thread.is_among_colleagues or not thread.is_wholly_work or now - thread.messages[-1].at > LASTING:
        return None
    took_part = any(m.outgoing or m.calendar for m in thread.messages)
    if not any((JOB if took_part else OUTRIGHT).search(s.plain) for said in theirs(thread) for s in said.sentences):
        return None
    return next((event for said in theirs(thread) for event in (*scheduled.find(said), *invited.find(said))), None)


def theirs(thread: Thread) -> Iterator[Said]:
    """Yield what persons of an organisation wrote in it."""
    for said in thread.spoken:
        if not said.message.outgoing and said.message.sort in (Sort.HUMAN, Sort.CALENDAR) and said.message.authentic:
            yield said
