"""R1: one thank-you for each person of each interview held, within its 72 hours.

Takes a case; gives the steps that are open now, and the one that will be when the next interview is over. Days and weekends do not matter here.
"""

import datetime as dt

from assistant.core.model import Address, Event, Interview, Kind, Standing, Step, StepKind
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
    for interview in reversed(_open(case)):
        people = [p for p in to_thank(case, interview) if not (p and any(same(p, other) for other in seen))]
        seen += [person for person in people if person]  # two rounds within three days: one note, for the later
        steps = [_step(case, interview, person) for person in people if not _is_done(case, interview, person)] + steps
    return tuple(steps)


def next_step(case: Case) -> Step | None:
    """Return the thank-you that falls due at the end of the first interview ahead."""
    ahead = sorted((i for i in case.application.interviews if i.standing is Standing.SCHEDULED), key=lambda i: i.end)
    return next((_step(case, i, person) for i in ahead for person in to_thank(case, i)), None)


def to_thank(case: Case, interview: Interview) -> tuple[Address | None, ...]:
    """Return whom to thank: everybody met whose address is known, else the one who arranged it; None stands for nobody who can be reached.

    Nobody is to be thanked at an address that bounced (R9). An absence changes nothing: whoever was in the interview was there.
    """
    met = [with_name(case, p) for p in interview.people if reachable(case, p)]
    if met or any(bounced(case, person) for person in interview.people):
        return tuple(p for place, p in enumerate(met) if not any(same(p, other) for other in met[:place]))
    return (_arranger(case, interview),)


def _open(case: Case) -> list[Interview]:
    """Return the interviews held whose 72 hours run."""
    return [i for i in held(case.application) if held_at(case.application, i) <= case.now < _until(case, i)]


def _arranger(case: Case, interview: Interview) -> Address | None:
    """Return the human who arranged it, else the one who said they would be in touch [002], else the one who wrote last."""
    written = [writer(message) for message in theirs(case)]
    in_touch = [found(case, event.message) for kind in (Kind.PROMISE, Kind.TIMING) for event in said(case, kind)]
    will_write = [writer(m) for m in in_touch if m and m in theirs(case)]
    last = last_writer(case)
    wishes = [interview.arranger, *reversed(will_write), *([writer(last)] if last else [])]
    human = (p for p in wishes if p and reachable(case, p) and any(same(p, other) for other in written))
    return next((with_name(case, person) for person in human), None)


def _is_done(case: Case, interview: Interview, person: Address | None) -> bool:
    """Was this person thanked, in the rules' sense: either wrote to the other since the interview? The user's no counts as well.

    Where the note would go to somebody in place of those met, any mail of the user's since then may have been to one of them.
    """
    since = held_at(case.application, interview)
    name = _key(interview, person)
    stands_in = person is None or not any(same(person, met) for met in interview.people)
    wrote = [to for m in ours(case) if m.at >= since for to in m.recipients]
    heard = [m.sender for m in theirs(case) if m.at >= since]
    met_again = person is not None and any(same(person, other) for other in (*wrote, *heard))
    return met_again or bool(stands_in and wrote) or declined(case, name) or sent_at(case, name) is not None


def _step(case: Case, interview: Interview, person: Address | None) -> Step:
    due = held_at(case.application, interview)
    when = f"Interview of {spelled(local(case, interview.start))} {local(case, interview.start):%H:%M}"
    who = called(person) if person else "nobody"
    why = f"{when} was held; {who} has not been thanked" if due <= case.now else f"{when} lies ahead; {who} is to be thanked after it"
    return Step(
        kind=StepKind.THANK_YOU,
        key=_key(interview, person),
        due=due,
        until=_until(case, interview),
        to=person,
        reply_to=_thread(case, interview, person),
        why=why,
        quotes=tuple(event for event in case.application.events if _is_about(event, interview)),
        interview=interview,
        held="" if person else NOBODY,
    )


def _is_about(event: Event, interview: Interview) -> bool:
    fixed = event.kind is Kind.SCHEDULED and (event.start == interview.start or event.message == interview.message)
    return fixed or (event.kind is Kind.HELD and event.at >= interview.start)


def _thread(case: Case, interview: Interview, person: Address | None) -> str:
    stood = answered(case.application.messages, person) if person else ""
    return stood or answered(conversation(case, interview.message)) or interview.message


def _until(case: Case, interview: Interview) -> dt.datetime:
    return interview.end + dt.timedelta(hours=case.settings.thank_you_hours)


def _key(interview: Interview, person: Address | None) -> str:
    return key(StepKind.THANK_YOU, interview.key or interview.uid or interview.message, person.email if person else "")
