"""Events in, interviews out: each meeting once, at its newest time, as it stands now, with the people the user meets.

An interview is known by its calendar UID, else by its conversation (R10). A calendar part takes over a time that words had
fixed for the same meeting. A cancelled one stays until a new time is fixed.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.core.evidence.addresses import EMAIL, name_before
from assistant.core.evidence.sentences import sentences
from assistant.core.model import Address, Event, Interview, Kind, Me, Message, Settings, Sort, Standing
from assistant.core.naming import companies
from assistant.core.reading.services import is_machine

SOON = dt.timedelta(days=21)
# "I only do the logistics and won't be in the room" "I'm booking only" "I won't be on the call myself" "I am only the matchmaker"
NOT_THERE = re.compile(
    r"(?i)\b(?:i(?:'m| am|'ll| will)?|only|just)\b[^.;!?]{0,40}?\b(?:won['’]?t|will not|not|can['’]?t|cannot) (?:be )?(?:on (?:the (?:call|line)|it|this one|there)\b|in the room|joining|join|there|attend(?:ing)?|part of|sitting in|present|able to join)\b"
    r"|\bi(?:'m|’m| am)? (?:only|just) (?:the )?(?:book\w*|arrang\w*|schedul\w*|do(?:ing)? the logistics|set\w* (?:it|this|things) up|the matchmaker|matchmaker|the messenger|coordinat\w*|send\w* the invite)|\b(?:only|just) (?:keeps?|runs?|manages?|looks? after|books?|arranges?|schedules?) (?:the|our|my|all|her|his|their|everybody's|everyone's) (?:calendars?|diar(?:y|ies)|bookings?|schedules?)\b|\b(?:won['’]t|will not) (?:sit in|be there|join|attend)\b|\bi don['’]t join\b|\bleave you to it\b|\bnot on the panel\b|\bbooking only\b|\bonly the logistics\b|\bit['’]s yours and theirs\b|\bwill have you to themselves\b"
    # "I will be at our other site that day, so Ray and Sheila will take it from there without me"
    r"|\bwithout me\b|\bi(?:['’]ll| will) be (?:at|in|on|out|away|off|travel\w*)\b[^.;!?]{0,40}\bthat (?:day|morning|afternoon|week)\b"
)
ARRANGES = re.compile(
    r"(?i)\b(?:co-?ordinator|scheduling|scheduler|executive assistant|personal assistant|administrator|administrative assistant|office manager|receptionist|\bpa to\b|\bea to\b|secretary|human resources assistant|hr assistant|recruitment assistant|resourcing assistant)\b"
)
MAILBOX = re.compile(
    r"^(?:scheduling|schedule|interviews?|recruit\w*|careers?|jobs|hr|talent|hiring|people|info|office|admin|team|noreply|no-reply|calendar|bookings?|resourcing|applications?|reception|hello|contact|enquiries)\b"
)
# "instead", "moved us to Monday", "slid this to Friday"
MOVED = re.compile(
    r"(?i)\b(?:instead|mov(?:e|es|ed|ing)|slid|shift\w*|push\w*|reschedul\w*|new time|rather than|chang\w*|can['’]t make|bump\w*|swap\w*|postpon\w*|bring\w* forward|earlier|later)\b"
)
# "Marty, sorry again about this morning."
SORRY = re.compile(r"(?i)\b(?:sorry|apolog\w+|mortified|embarrass\w+|forgive|regret)\b")


@dataclass
class Slot:
    """One meeting while its events are being read."""

    start: dt.datetime
    end: dt.datetime | None
    uid: str
    sequence: int
    key: str
    message: Message
    people: tuple[Address, ...]
    off: bool = False
    missed: bool = False
    reported: bool = False
    timed: bool = True
    invitations: list[Message] = field(default_factory=list)


def interviews(events: tuple[Event, ...], by_id: dict[str, Message], me: Me, now: dt.datetime, settings: Settings) -> tuple[Interview, ...]:
    """Return the interviews that these events of one application make, in order of their start."""
    slots: list[Slot] = []
    for event in sorted(events, key=lambda e: (e.at, e.message, e.kind not in (Kind.NOT_HELD, Kind.CANCELLED))):
        m = by_id[event.message]
        if event.kind is Kind.SCHEDULED and event.start:
            schedule(slots, event, m)
        elif event.kind is Kind.CANCELLED:
            cancel(slots, event)
        elif event.kind is Kind.HELD and event.sure >= 1:
            report(slots, event, m)
        elif event.kind is Kind.NOT_HELD:
            miss(slots, event)
    return tuple(sorted((made(s, by_id, me, now, settings) for s in slots), key=lambda i: i.start))


def schedule(slots: list[Slot], event: Event, m: Message) -> None:
    """Fix, move or confirm a meeting."""
    assert event.start  # noqa: S101 - callers give only events with a start
    slot = known(slots, event, m)
    if slot and slot.uid and slot.uid == event.uid and event.sequence < slot.sequence:
        return
    if not slot:
        missed = next((s for s in reversed(slots) if s.start <= event.at < s.start + dt.timedelta(days=2) and not s.reported), None)
        if missed and SORRY.search(m.text) and MOVED.search(m.text):
            missed.missed = True
        cancelled = next((s for s in reversed(slots) if s.off or s.missed), None)
        if cancelled and (not event.uid or event.uid != cancelled.uid):
            slots.remove(cancelled)
        slots.append(Slot(event.start, event.end, event.uid, event.sequence, event.uid or event.message, m, event.people, invitations=[m]))
        return
    if event.uid or event.start != slot.start:
        slot.message = m
    replace = bool(event.uid) or not slot.uid
    if replace:
        same_time = slot.start == event.start
        slot.end = event.end or (slot.end if same_time else slot.end and event.start + (slot.end - slot.start))
        slot.start, slot.off = event.start, False
    if event.uid:
        slot.uid, slot.sequence, slot.people = event.uid, event.sequence, event.people or slot.people
    elif not slot.uid:
        slot.people = (*slot.people, *(p for p in event.people if p not in slot.people))
    slot.invitations.append(m)


def known(slots: list[Slot], event: Event, m: Message) -> Slot | None:
    """Return the slot that the event speaks of again."""
    if event.uid:
        same = next((s for s in slots if s.uid == event.uid), None)
        if same:
            return same
    same_start = next((s for s in slots if s.start == event.start and not (s.uid and event.uid)), None)
    if same_start:
        return same_start
    pending = [s for s in slots if s.start > event.at and not s.off and s.start - event.at < SOON]
    for slot in reversed(pending):
        if event.uid and not slot.uid and event.start and abs(event.start - slot.start) < dt.timedelta(days=12):
            return slot
        if not event.uid and (MOVED.search(m.text) or not slot.uid) and moves(event, slot):
            return slot
        if not event.uid and not m.outgoing and MOVED.search(f"{m.subject}\n{m.text}") and len(pending) == 1:
            return slot
    return None


def moves(event: Event, slot: Slot) -> bool:
    """Are words that name another time about this slot: between the same people?"""
    mine = {p.email for p in event.people}
    return bool(mine & {p.email for p in slot.people}) or any(mine & {a.email for a in (i.sender, *i.recipients)} for i in slot.invitations)


def cancel(slots: list[Slot], event: Event) -> None:
    """Call a meeting off: the one of that UID, else the next one that lies ahead."""
    slot = next((s for s in slots if event.uid and s.uid == event.uid), None)
    if not slot and not event.uid:
        ahead = [s for s in slots if s.start > event.at - dt.timedelta(hours=1) and not s.off]
        slot = min(ahead, key=lambda s: s.start, default=None)
    if slot and (not event.uid or event.sequence >= slot.sequence):
        slot.off = True


def report(slots: list[Slot], event: Event, m: Message) -> None:
    """Take word that a meeting took place; one that no time is known of is made from the word alone."""
    begun = [s for s in slots if s.start <= event.at and not s.off]
    if begun:
        begun[-1].reported = True
        return
    if any(s.start > event.at for s in slots):
        return
    people = m.recipients if m.outgoing else (m.sender,)
    slots.append(Slot(event.at - dt.timedelta(hours=1), event.at, "", 0, event.message, m, people, reported=True, timed=False))


def miss(slots: list[Slot], event: Event) -> None:
    """Take word that the last meeting before did not take place."""
    begun = [s for s in slots if s.start <= event.at and not s.off]
    if begun:
        begun[-1].missed = True


def made(slot: Slot, by_id: dict[str, Message], me: Me, now: dt.datetime, settings: Settings) -> Interview:
    """Return the interview as it stands now."""
    end = slot.end or slot.start + dt.timedelta(minutes=settings.interview_minutes)
    if slot.missed:
        standing = Standing.NOT_HELD
    elif slot.off:
        standing = Standing.CANCELLED
    elif end <= now or (slot.reported and slot.start <= now):
        standing = Standing.HELD
    else:
        standing = Standing.SCHEDULED
    people, arranger = met(slot, by_id, me)
    return Interview(slot.start, end, standing, people, arranger, slot.message.id, slot.uid, slot.key)


def met(slot: Slot, by_id: dict[str, Message], me: Me) -> tuple[tuple[Address, ...], Address | None]:
    """Return whom the user meets, and who arranged it."""
    invitation = slot.invitations[-1] if slot.invitations else slot.message
    parts = [e for m in reversed(slot.invitations) for e in m.calendar if e.uid == slot.uid]
    people: dict[str, Address] = {}
    declined = {a.address.email for e in parts[:1] for a in e.attendees if a.partstat == "DECLINED"}
    for p in slot.people:
        if p.email and p.email not in declined and not me.wrote_from(p.email) and not is_machine(p.email) and not MAILBOX.match(p.email):
            people[p.email] = p
    heading = next((e.organizer for e in parts if e.organizer), None)
    organizer = heading.address if heading else None
    arranger = organizer or (invitation.sender if not invitation.outgoing else next(iter(invitation.to), None))
    for email, name in addresses_in(slot.invitations, me):
        people.setdefault(email, Address(email, name))
    if not people:
        people = {a.email: a for a in named_in(slot, by_id, me)}
    elif not slot.uid:
        people |= {a.email: a for a in named_in(slot, by_id, me) if joins(a, slot) and a.email not in people}
    absent = not_there(slot, by_id, me)
    kept = {e: a for e, a in people.items() if e not in absent}
    if (
        organizer
        and (not kept or (heading and heading.represented) or takes_part(organizer, kept, slot, by_id))
        and not MAILBOX.match(organizer.email)
        and not me.wrote_from(organizer.email)
        and organizer.email not in absent
        and not is_machine(organizer.email)
    ):
        kept = kept | {organizer.email: organizer}
    return tuple(kept.values()), arranger


# "Femi Balogun, Joan Whitlock and me" "Tomasz Wierzba and I would be pleased to meet you"
AND_SELF = re.compile(
    r"\b(?:and|with|,) (?:[Mm]e|[Mm]yself|I)\b(?! (?:will|am|can|shall|'ll|would)? ?(?:send|put|book|set|arrange|only|just|leave|write|be in touch))"
)
MEETS = re.compile(r"(?i)\b(?:would|wants?|will|'d|is|looks?)\b[^.;]{0,20}\b(?:meet|interview|see|speak|talk|join|chat)")


def takes_part(organizer: Address, others: Mapping[str, Address], slot: Slot, by_id: dict[str, Message]) -> bool:
    """Does a mail say that the organizer will be there beside the others, in their own words or their assistant's?"""
    names = [a.name.replace(",", " ").split() for a in others.values() if a.name]
    own = organizer.name.replace(",", " ").split()
    for m in by_id.values():
        if m.sender.email != organizer.email or not slot.start - 2 * SOON < m.at <= slot.start:
            continue
        for s in sentences(m.text):
            beside = any(re.search(rf"\b{re.escape(word)}\b", s.text) for words in names for word in words if len(word) > 2)
            themselves = AND_SELF.search(s.text) or (own and re.search(rf"\b{re.escape(own[0])}\b", s.text) and MEETS.search(s.text))
            if beside and themselves:
                return True
    return False


def named_in(slot: Slot, by_id: dict[str, Message], me: Me) -> list[Address]:
    """Return the people whom an invitation names in full and whose address other mail gives ("an event with Kelsey Braun")."""
    text = "\n".join(f"{m.subject}\n{m.text}" for m in slot.invitations)
    known = {a.email: a for m in by_id.values() for a in (m.sender, *m.recipients) if a.email and not me.wrote_from(a.email) and not is_machine(a.email)}
    return [a for a in known.values() if len(a.name.split()) > 1 and a.name in text]


# "Our board chair, Winston Achebe, will join us": an address that a later mail gives is theirs
JOINS = re.compile(
    r"(?i)\b(?:joins?|joining|meet(?:ing)?|sits? in|sitting in|be there|interview(?:ing)?|panel|see(?:ing)?|talk(?:ing)? (?:to|with)|speak(?:ing)? (?:to|with)|with (?:me|us)|and (?:me|I))\b"
)
FIXES = re.compile(
    r"(?i)\b(?:cc|copied|copying|in copy|schedul\w+|coordinat\w+|arrang\w+|set(?:ting)? (?:it|this|things) up|calendar|invit\w+|passed|mentioned|told)\b"
)


def joins(person: Address, slot: Slot) -> bool:
    """Does an invitation say that this person takes part?"""
    spoken = (s.text for m in slot.invitations if not m.outgoing for s in sentences(m.text) if person.name in s.text)
    return any(JOINS.search(text) and not FIXES.search(text) and not NOT_THERE.search(text) for text in spoken)


def not_there(slot: Slot, by_id: dict[str, Message], me: Me) -> set[str]:
    """Return who says, up to the meeting, that they only arrange it and will not be there, or whose office it is."""
    near = [m for m in by_id.values() if not m.outgoing and slot.start - 2 * SOON < m.at <= slot.start and m.sort is not Sort.BULK]
    said = {email for m in near for email in absent_in(m, slot)}
    listed = {p.email for p in slot.people}
    office = {
        m.sender.email
        for m in by_id.values()
        if not m.outgoing and m.at <= slot.start and ARRANGES.search(m.signature) and signs_own(m) and len(listed - {m.sender.email}) > 0
    }
    return said | office


def signs_own(m: Message) -> bool:
    """Does the sender sign in their own name, and not an assistant for them ("Colette Brandvold" under Dale Prokop's invitation)?"""
    first = next((line for line in m.signature.splitlines() if line.strip()), "")
    words = re.findall(r"\w{2,}", m.sender.name.lower())
    return (
        not words
        or any(re.search(rf"\b{re.escape(w)}\b", first.lower()) for w in words)
        or not re.fullmatch(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,3}", first.strip(" ,"))
    )


def absent_in(m: Message, slot: Slot) -> set[str]:
    """Return who is not there by the words of one message: its writer ("I"), or the person whom the sentence names."""
    known = (
        {a.email: a.name for e in m.calendar for a in (x.address for x in (*e.attendees, *((e.organizer,) if e.organizer else ())))}
        | {p.email: p.name for p in slot.people}
        | {m.sender.email: m.sender.name}
    )
    found: set[str] = set()
    for s in sentences("\n".join((m.text, *(e.description for e in m.calendar)))):
        if NOT_THERE.search(s.text):
            named = {email for email, name in known.items() if name and re.search(rf"\b{re.escape(name.replace(',', ' ').split()[0])}\b", s.text)}
            found |= {m.sender.email} if re.search(r"\b[Ii](?:['’]m|['’]ll)?\b", s.text) or not named else named
    return found


def addresses_in(invitations: list[Message], me: Me) -> list[tuple[str, str]]:
    """Return the addresses of persons that an invitation's words give ("Rohan Mistry, senior associate (rmistry@...)")."""
    found = []
    for m in invitations:
        if m.outgoing or m.calendar:  # a calendar part lists its own guests, and its mail repeats them
            continue
        home = companies.organisation(m.sender.email)
        for email in EMAIL.findall(m.text):
            lower = email.lower()
            if (
                not me.wrote_from(lower)
                and not is_machine(lower)
                and not MAILBOX.match(lower)
                and companies.organisation(lower)
                and (home or m.sort is Sort.AUTOMATIC)
            ):
                found.append((lower, name_before(m.text, email)))
    return found
