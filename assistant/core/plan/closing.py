"""R6: one closing thank-you after a rejection, where the user had been interviewed or had written with a human.

Takes a case that sits in `rejected`; gives the step while its seven days run and the user has not written since.
"""

import datetime as dt

from assistant.core.model import Address, Event, Kind, Message, Stage, Step, StepKind
from assistant.core.plan.case import (
    Case,
    answered,
    called,
    conversation,
    declined,
    key,
    last_writer,
    local,
    ours,
    reachable,
    sent_at,
    spelled,
    successor,
    theirs,
    with_name,
    writer,
)
from assistant.core.stage import Move, held

NOBODY = "nobody on their side can be written to"


def step(case: Case) -> Step | None:
    """Return the closing thank-you that is open now, to the human who wrote the no, else to the one closest to the user."""
    refusals = _refusals(case)
    if not refusals or not _is_owed(case, refusals[0].at):
        return None
    first = refusals[0]
    name = key(StepKind.CLOSING_THANKS, first.events[0].message)
    until = local(case, first.at) + dt.timedelta(days=case.settings.closing_days)
    if case.now >= until or declined(case, name) or sent_at(case, name) or any(message.at >= first.at for message in ours(case)):
        return None
    person, thread = _recipient(case, refusals)
    return Step(
        kind=StepKind.CLOSING_THANKS,
        key=name,
        due=first.at,
        until=until,
        to=person,
        reply_to=thread,
        why=f"They said no on {spelled(local(case, first.at))}; {called(person) if person else 'nobody'} has not been thanked",
        quotes=_quotes(refusals),
        held="" if person else NOBODY,
    )


def closest(case: Case) -> tuple[Address | None, str]:
    """Return the human closest to the user in this application, the one who wrote last, and the newest thread with them."""
    last = last_writer(case)
    met = [p for interview in reversed(held(case.application)) for p in interview.people if reachable(case, p)]
    person = successor(case, writer(last)) if last else met[0] if met else None
    if person is None or not reachable(case, person):
        return None, ""
    return with_name(case, person), answered(case.application.messages, person) or (last.id if last else "")


def _refusals(case: Case) -> list[Move]:
    """Return the messages that said no since the application was last open."""
    refusals: list[Move] = []
    for move in case.moves:
        if move.stage is not Stage.REJECTED:
            refusals = []
        elif Kind.REJECTED in move.kinds:
            refusals.append(move)
    return refusals


def _is_owed(case: Case, at: dt.datetime) -> bool:
    """Had the user been interviewed, or had they and a human written to each other?"""
    return bool(held(case.application)) or (bool(theirs(case)) and any(message.at <= at for message in ours(case)))


def _recipient(case: Case, refusals: list[Move]) -> tuple[Address | None, str]:
    by_hand = next((move.message for move in refusals if move.human and move.message), None)
    if by_hand is None or not reachable(case, writer(by_hand)):
        return closest(case)
    person = writer(by_hand)
    return with_name(case, person), _thread(case, by_hand, person)


def _thread(case: Case, message: Message, person: Address) -> str:
    return answered(conversation(case, message.id), person) or message.id


def _quotes(refusals: list[Move]) -> tuple[Event, ...]:
    return tuple(event for move in refusals for event in move.events if event.kind is Kind.REJECTED)
