"""R1: one thank-you for each person of each interview held, within its 72 hours.

Takes a case; gives the steps that are open now, and the one that will be when the next interview is over. Days and weekends do not matter here.
"""

import datetime as dt

from assistant.core.model import Address, Interview, Kind, Standing, Step, StepKind
from assistant.core.plan.case import (
    Case,
    answered,
    bounced,
    called,
    conversation,
    declined,
    found,
    key,
    last_writer,
    local,
    ours,
    reachable,
    said,
    same,
    sent_at,
    spelled,
    theirs,
    with_name,
    writer,
)
from assistant.core.stage import held, held_at

NOBODY = "nobody who was in it, or who arranged it, can be written to"


def open_steps(case: Case) -> tuple[Step, ...]:
    """Return a step for everybody who is still to be thanked now, in the order of the interviews."""
    steps: list[Step] = []
    seen: list[Address] = []
    for interview in reversed(held(case.application)):
        if not held_at(case.application, interview) <= case.now < _until(case, interview):
            continue
        people = [p for p in to_thank(case, interview) if not any(same(p, other) for other in seen)]  # two rounds in three days: one note
        seen += people
        steps = [_step(case, interview, person) for person in people if not _is_done(case, interview, person)] + steps
        if not to_thank(case, interview) and not _all_bounced(case, interview):
            steps.insert(0, _step(case, interview, None))
    return tuple(steps)


def next_step(case: Case) -> Step | None:
    """Return the thank-you that falls due at the end of the first interview ahead."""
    ahead = sorted((i for i in case.application.interviews if i.standing is Standing.SCHEDULED), key=lambda i: i.end)
    return next((_step(case, i, person) for i in ahead for person in to_thank(case, i)), None)


def to_thank(case: Case, interview: Interview) -> tuple[Address, ...]:
    """Return whom to thank: everybody met whose address is known, else the one who arranged it. An address that bounced is nobody's."""
    met = tuple(with_name(case, p) for p in interview.people if _is_known(case, p))
    if met:
        return tuple(p for place, p in enumerate(met) if reachable(case, p) and not any(same(p, other) for other in met[:place]))
    return _arranger(case, interview)


def _is_known(case: Case, person: Address) -> bool:
    return reachable(case, person) or bounced(case, person)


def _all_bounced(case: Case, interview: Interview) -> bool:
    return any(bounced(case, person) for person in interview.people)


def _arranger(case: Case, interview: Interview) -> tuple[Address, ...]:
    """Return the human who arranged it, else the one who said they would be in touch [002], else the one who wrote last."""
    written = [writer(message) for message in theirs(case)]
    in_touch = [found(case, event.message) for kind in (Kind.PROMISE, Kind.TIMING) for event in said(case, kind)]
    will_write = [writer(m) for m in in_touch if m and m in theirs(case)]
    last = last_writer(case)
    wishes = [interview.arranger, *reversed(will_write), *([writer(last)] if last else [])]
    human = (p for p in wishes if p and reachable(case, p) and any(same(p, other) for other in written))
    return tuple(with_name(case, person) for person in list(human)[:1])


def _is_done(case: Case, interview: Interview, person: Address) -> bool:
    """Was this person thanked, in the rules' sense: either wrote to the other since the interview? The user's no counts as well."""
    since = held_at(case.application, interview)
    name = _key(interview, person)
    wrote_to = any(m.at >= since and any(same(person, to) for to in m.recipients) for m in ours(case))
    heard_from = any(m.at >= since and same(person, m.sender) for m in theirs(case))
    return wrote_to or heard_from or declined(case, name) or sent_at(case, name) is not None


def _step(case: Case, interview: Interview, person: Address | None) -> Step:
    due = held_at(case.application, interview)
    when = f"Interview of {spelled(local(case, interview.start))} {local(case, interview.start):%H:%M}"
    why = f"{when} was held; {called(person) if person else 'nobody'} has not been thanked" if due <= case.now else f"{when} lies ahead"
    return Step(
        kind=StepKind.THANK_YOU,
        key=_key(interview, person),
        due=due,
        until=_until(case, interview),
        to=person,
        reply_to=_thread(case, interview, person),
        why=why,
        quotes=tuple(e for e in case.application.events if e.kind in {Kind.SCHEDULED, Kind.HELD} and _is_about(e.start, e.message, interview)),
        interview=interview,
        held="" if person else NOBODY,
    )


def _is_about(start: dt.datetime | None, message: str, interview: Interview) -> bool:
    return start == interview.start or message == interview.message


def _thread(case: Case, interview: Interview, person: Address | None) -> str:
    stood = answered(case.application.messages, person) if person else ""
    return stood or answered(conversation(case, interview.message)) or interview.message


def _until(case: Case, interview: Interview) -> dt.datetime:
    return interview.end + dt.timedelta(hours=case.settings.thank_you_hours)


def _key(interview: Interview, person: Address | None) -> str:
    return key(StepKind.THANK_YOU, interview.key or interview.uid or interview.message, person.email if person else "")
