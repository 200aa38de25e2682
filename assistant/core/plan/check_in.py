"""R2 to R5, R9: one check-in for each timeline, when its date and the grace are over.

Takes a case; gives when this timeline began, when its check-in was sent, and the step for one that was not. A timeline begins when they give
a date, when an interview is over, or when a person on their side invites, fixes a time or reopens: it is what a check-in asks about.
"""

import datetime as dt

from assistant.core.model import Address, Event, Kind, Message, Step, StepKind
from assistant.core.plan.case import (
    Case,
    answered,
    away_until,
    called,
    conversation,
    declined,
    found,
    key,
    last_writer,
    local,
    morning,
    ours,
    reachable,
    said,
    sent_at,
    spelled,
    stands_on,
    successor,
    theirs,
    with_name,
    writer,
)
from assistant.core.stage import Move, held, held_at

NOBODY = "nobody on their side can be written to"
_BEGINS = frozenset({Kind.INVITED, Kind.SCHEDULED, Kind.REOPENED})


def checked_in_at(case: Case) -> dt.datetime | None:
    """Return when this timeline's check-in was sent: any mail that asks where the process stands, whoever wrote its words (R4)."""
    begun = _beginning(case)
    asked = [move.at for move in case.moves if Kind.CHECKED_IN in move.kinds and not move.theirs and move.at > begun.at]
    sent = sent_at(case, _key(case))
    return max([*asked, *([sent] if sent else [])], default=None)


def is_over(case: Case, checked_in: dt.datetime) -> bool:
    """Has silence outlasted the check-in (R5)? What they write after that no longer counts, unless it begins a new timeline."""
    quiet = dt.timedelta(days=case.settings.move_on_days)
    since = max(local(case, checked_in), local(case, supplied_at(case) or checked_in))
    for message in theirs(case):
        if since < message.at <= since + quiet:
            since = local(case, message.at)
    return case.now >= since + quiet


def asked_of_user(case: Case) -> Event | None:
    """Return what their last human message asks of the user, who has neither written nor booked a time since (R3)."""
    ask = _last_ask(case)
    return None if ask is None or supplied_at(case) else ask


def supplied_at(case: Case) -> dt.datetime | None:
    """Return when the user wrote or booked a time after what their last human message asks for."""
    ask = _last_ask(case)
    if ask is None:
        return None
    wrote = [message.at for message in case.application.messages if message.outgoing and message.at > ask.at]
    booked = [event.at for event in said(case, Kind.SCHEDULED) if event.at > ask.at]
    return min([*wrote, *booked], default=None)


def due_at(case: Case, promise: Event | None) -> dt.datetime:
    """Return when this timeline's check-in is due."""
    return _due(case, promise, _recipient(case, promise)[0])[0]


def step(case: Case, promise: Event | None) -> Step | None:
    """Return this timeline's check-in, due or to come. None where it does not belong here, or the user's no stands."""
    rounds = held(case.application)
    name = _key(case)
    if not rounds or declined(case, name):
        return None
    person, message = _recipient(case, promise)
    due, why = _due(case, promise, person)
    return Step(
        kind=StepKind.CHECK_IN,
        key=name,
        due=due,
        until=due + dt.timedelta(days=case.settings.unsent_check_in_days),
        to=person,
        reply_to=message,
        why=why,
        quotes=(promise,) if promise else (),
        interview=rounds[-1],
        promise=promise,
        held="" if person else NOBODY,
    )


# ---------------------------------------------------------------- the timeline


def _beginning(case: Case) -> Move:
    """Return what began this timeline. There is one: the plan asks only where an interview was held."""
    return next(move for move in reversed(case.moves) if _begins(move))


def _begins(move: Move) -> bool:
    return move.interview is not None or (move.theirs and Kind.PROMISE in move.kinds) or (move.human and bool(move.kinds & _BEGINS))


def _key(case: Case) -> str:
    begun = _beginning(case)
    if begun.interview:
        return key(StepKind.CHECK_IN, begun.interview.key or begun.interview.uid or begun.interview.message)
    return key(StepKind.CHECK_IN, begun.events[0].message)


def _last_ask(case: Case) -> Event | None:
    last = [message.id for message in theirs(case)[-1:]]
    return next((event for event in said(case, Kind.ASKED) if event.message in last), None)


# ---------------------------------------------------------------- when


def _due(case: Case, promise: Event | None, person: Address | None) -> tuple[dt.datetime, str]:
    """Return the check-in's hour, and why it is that one: their date or the quiet, the user's own mail, an absence."""
    day, why = _by_their_date(case, promise.day) if promise and promise.day else _by_quiet(case)
    own = [local(case, message.at).date() for message in ours(case)]
    if own and own[-1] + dt.timedelta(days=case.settings.own_mail_days + 1) > day:
        day = own[-1] + dt.timedelta(days=case.settings.own_mail_days + 1)
        why += f", not sooner than {case.settings.own_mail_days} full days after the user's own mail of {spelled(own[-1])}"
    due = morning(case, day)
    back = away_until(case, person) if person else None
    if person and back and morning(case, back + dt.timedelta(days=1)) > due:
        return morning(case, back + dt.timedelta(days=1)), f"{why}; {called(person)} is away until {spelled(back)}"
    return due, why


def _by_their_date(case: Case, date: dt.date) -> tuple[dt.date, str]:
    """Return three full days after their date. Whatever they write once it has fallen due withdraws it (R8): the quiet counts from there."""
    day = date + dt.timedelta(days=case.settings.grace_days + 1)
    late = [message for message in theirs(case) if message.at >= morning(case, day)]
    if late:
        wrote = local(case, late[-1].at).date()
        return wrote + dt.timedelta(days=case.settings.quiet_days), f"They gave {spelled(date)}, and wrote again on {spelled(wrote)}"
    return day, f"They gave {spelled(date)} as the date; a check-in is due {case.settings.grace_days} full days after it"


def _by_quiet(case: Case) -> tuple[dt.date, str]:
    ends = [held_at(case.application, interview) for interview in held(case.application)]
    since = local(case, max([*ends, *(message.at for message in theirs(case)[-1:])])).date()
    days = case.settings.quiet_days
    return since + dt.timedelta(days=days), f"No date is known, and nothing was heard since {spelled(since)}; a check-in is due after {days} days"


# ---------------------------------------------------------------- to whom, and in which thread


def _recipient(case: Case, promise: Event | None) -> tuple[Address | None, str]:
    """Return who gave the date, else who wrote last, and the thread of it; then whom they want to be written to instead (R9, R11)."""
    told = _witnessed(case, promise)
    if told:
        return told
    source = _author(case, promise) or last_writer(case)
    if source is None:
        contact = _contact(case, promise)
        return contact, answered(case.application.messages, contact) if contact else ""
    person = writer(source)
    thread = answered(conversation(case, source.id), person) or source.id
    named = _contact(case, promise)
    to = successor(case, named or person)
    if named and not any(m.id == thread and stands_on(m, named) for m in case.application.messages):
        thread = answered(case.application.messages, named) or thread
    return (with_name(case, to) if reachable(case, to) else None), thread


def _witnessed(case: Case, promise: Event | None) -> tuple[Address, str] | None:
    """Return whom the user reminded of a date that was given aloud, and the conversation in which they did."""
    message = found(case, promise.message) if promise else None
    if message is None or not message.outgoing or _contact(case, promise):
        return None
    person = next((to for to in message.recipients if not case.me.wrote_from(to.email) and successor(case, to) == to and reachable(case, to)), None)
    return (with_name(case, person), answered(conversation(case, message.id), person) or message.id) if person else None


def _author(case: Case, promise: Event | None) -> Message | None:
    """Return the human message of theirs that gave the date, if its writer can still be reached, also by way of a successor."""
    message = found(case, promise.message) if promise else None
    if message is None or message not in theirs(case):
        return None
    return message if reachable(case, successor(case, writer(message))) else None


def _contact(case: Case, promise: Event | None) -> Address | None:
    """Return whom they asked to be written to, unless somebody gave a date after that."""
    wishes = [event for event in said(case, Kind.CONTACT) if event.people and reachable(case, event.people[0])]
    if not wishes or (promise and promise.at > wishes[-1].at and _author(case, promise)):
        return None
    return with_name(case, wishes[-1].people[0])
