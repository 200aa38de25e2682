"""Which conversations are about the same application.

Two conversations are of one application where one of these holds, and their roles are not certainly two:
- they name the same requisition number;
- a person of the one takes part in the other;
- both are with one organisation, or a mail of the one names the organisation of the other (an agency and its client);
- a system writes in the name of the employer, or about the employer and the role.
Of several applications that fit, the one whose role is named wins, then the one with most people in common, then the one
that was last alive. Never by the employer alone where the role differs; never split by a changed subject.
"""

import datetime as dt
import re
from dataclasses import dataclass, field

from assistant.core.model import Event, Message, Sort
from assistant.core.naming import companies, systems
from assistant.core.naming.roles import key_words, same_role
from assistant.core.reading.services import service
from assistant.core.timeline.threads import Thread

YOURS = re.compile(r"(?i)\byour (?:recent )?(?:application|candidacy|interest in)\b|\bapplying\b")  # a system's answer that names no role
# what somebody new at an employer writes of when they write to a candidate
PROCESS = re.compile(
    r"(?i)\b(?:applications?|interview\w*|candida\w+|role|position|vacancy|resume|résumé|cv|references?|panel|shortlist\w*|salary|start date|post|decision|recruit\w*|availab\w+|schedul\w+|meet you|met you|meeting you|job)\b"
)
ALIVE = dt.timedelta(days=200)


@dataclass
class Group:
    """An application while it is being put together."""

    threads: list[Thread]
    anchor: Event
    company: str | None = None  # in whose name a system wrote
    role: str | None = None
    people: set[str] = field(default_factory=set)
    organisations: set[str] = field(default_factory=set)
    requisitions: set[str] = field(default_factory=set)

    def add(self, thread: Thread) -> None:
        """Take in one more conversation."""
        self.threads.append(thread)
        self.people |= thread.people
        self.organisations |= set(thread.organisations)
        self.requisitions |= thread.requisitions
        self.role = self.role or thread.role

    @property
    def messages(self) -> list[Message]:
        """Return its messages in order of time."""
        return sorted((m for t in self.threads for m in t.messages), key=lambda m: (m.at, m.id))

    @property
    def last_at(self) -> dt.datetime:
        """Return when its newest message was written."""
        return max(m.at for t in self.threads for m in t.messages)


def groups(threads: list[Thread]) -> tuple[list[Group], list[Thread]]:
    """Return the applications, each with its conversations, and the conversations that belong to none."""
    found: list[Group] = []
    waiting: list[Thread] = []
    for i, thread in enumerate(threads):
        home = best(thread, found)
        anchor = thread.anchor or booked(thread, threads[i + 1 :])
        if home:
            home.add(thread)
        elif anchor:
            found.append(started(thread, anchor))
        else:
            waiting.append(thread)
    alone = []
    for thread in waiting:
        home = best(thread, found) if thread.is_worth_joining else None
        if home:
            home.add(thread)
        else:
            alone.append(thread)
    return found, alone


def booked(thread: Thread, later: list[Thread]) -> Event | None:
    """Return the approach that the user answered by booking a time with its writer, through a scheduler."""
    approach = thread.approach
    writers = {m.sender.email for m in thread.messages if not m.outgoing}
    return approach if approach and any(t.is_booking and writers & t.people for t in later) else None


def started(thread: Thread, anchor: Event) -> Group:
    """Return a new application that begins with this conversation."""
    group = Group([], anchor)
    acknowledgement = next((m for m in thread.messages if not m.outgoing and m.sort is Sort.AUTOMATIC), None)
    group.company = systems.acknowledging(acknowledgement) if acknowledgement else None
    group.add(thread)
    return group


def best(thread: Thread, found: list[Group]) -> Group | None:
    """Return the application that the conversation belongs to, None where none fits."""
    if not thread.is_worth_joining and not thread.anchor and not names_process(thread):
        return None
    scored = [(fit(thread, g), g.last_at, i) for i, g in enumerate(found)]
    fits = [s for s in scored if s[0] > 0]
    return found[max(fits)[2]] if fits else None


def names_process(thread: Thread) -> bool:
    """Does a machine ask about the hiring process itself (a survey about the application)?"""
    return any(
        re.search(
            r"(?i)\b(?:hiring|recruitment|interview|selection) process\b|candidate experience|experience (?:as a candidate|of (?:applying|interviewing|our recruitment))|your (?:recent )?interview (?:with|at|for)|(?:for|experience of) interviewing (?:for|with|at)",
            f"{m.subject}\n{m.text}",
        )
        for m in thread.messages
    )


def fit(thread: Thread, group: Group) -> float:
    """Return how well the conversation fits the application; 0 or less where it does not."""
    if thread.messages[0].at - group.last_at > ALIVE:
        return 0
    shared_numbers = thread.requisitions & group.requisitions
    if shared_numbers:
        return 100.0
    automatic = all(m.sort in (Sort.AUTOMATIC, Sort.BULK) for m in thread.messages)
    if automatic and thread.requisitions and group.requisitions and thread.anchor:
        return 0
    ties = tie(thread, group)
    if not ties:
        return 0
    if thread.is_about_another(group.role):
        return 0
    named = bool(group.role and any(same_role(x.title, group.role) for x in thread.roles))
    exact = bool(group.role and any(key_words(x.title) == key_words(group.role) for x in thread.roles))
    return ties + 4 * named + 2 * exact


def tie(thread: Thread, group: Group) -> float:
    """Return how strongly people and organisations tie the two together."""
    automatic = all(m.sort in (Sort.AUTOMATIC, Sort.BULK) for m in thread.messages)
    shared = frozenset(p for p in thread.people & group.people if not thread.is_house(p) or thread.speaks_of_work)
    organisations = set(thread.organisations) & group.organisations
    if shared and not automatic:
        return 5.0 + len(shared)
    if organisations and not automatic:
        return 4.0 if is_about_the_process(thread, group) else 0
    if automatic and any(m.calendar for m in thread.messages) and names_organisation(thread, group):
        return 3.0  # a scheduler books with the agency's client: "The company is Bramblewire"
    if automatic:
        return (
            3.0
            if (shared or organisations or in_the_name_of(thread, group))
            and (thread.anchor or names_role(thread, group) or books_with(thread, group) or names_process(thread) or YOURS.search(thread.messages[0].text))
            else 0
        )
    if names_organisation(thread, group):
        return 3.0
    return 2.5 if in_the_name_of(thread, group) else 0


def is_about_the_process(thread: Thread, group: Group) -> bool:
    """Does somebody else of the organisation write about the application, and not to sell something or on other business?"""
    if any(m.outgoing or m.calendar for m in thread.messages):
        return True
    text = " ".join(f"{m.subject} {m.text}" for m in thread.messages)
    persons = [a for m in group.messages if m.sort is Sort.HUMAN for a in (m.sender, *m.recipients) if not thread.me.wrote_from(a.email)]
    known = {a.name.split()[0] for a in persons if len(a.name.split()) > 1}
    announced = "\n".join(m.text for m in group.messages if not m.outgoing)  # "One conversation left, with Maria Keller, our founder."
    if any(len(m.sender.name.split()) > 1 and m.sender.name in announced for m in thread.messages):
        return True
    if not thread.is_wholly_work:
        return False
    return bool(PROCESS.search(text)) or any(re.search(rf"\b{re.escape(name)}\b", text) for name in known) or names_role(thread, group)


def names_role(thread: Thread, group: Group) -> bool:
    """Does a machine's mail name the application's role?"""
    text = " ".join(f"{m.subject} {m.text}" for m in thread.messages)
    return bool(group.role and (any(same_role(x.title, group.role) for x in thread.roles) or companies.squashed(group.role) in companies.squashed(text)))


def books_with(thread: Thread, group: Group) -> bool:
    """Does a scheduler write in the name of somebody of the application?"""
    return bool(thread.people & group.people) or bool(set(thread.organisations) & group.organisations)


def in_the_name_of(thread: Thread, group: Group) -> bool:
    """Does a system write in the name of this employer?"""
    names = {systems.acknowledging(m) for m in thread.messages if m.sort in (Sort.AUTOMATIC, Sort.BULK)} - {None}
    mine = companies.squashed(group.company or "")
    if any(n and (companies.squashed(n) == mine or any(companies.fits(n, d) for d in group.organisations)) for n in names):
        return True
    if mine and any(companies.fits(group.company or "", d) for d in thread.organisations):
        return True
    if len(mine) >= 8 and names_role(thread, group) and mine in companies.squashed(" ".join(m.text for m in thread.messages if not m.outgoing)):
        return True  # "Thank you for applying to ...": a person names the employer and the role in full
    passed_on = [m for m in thread.messages if m.sort in (Sort.AUTOMATIC, Sort.BULK) or service(m.sender.email)]
    signed = [f"{m.signature}\n{m.text[-200:]}" for m in thread.messages if not m.outgoing and not companies.organisation(m.sender.email)]
    text = companies.squashed(" ".join([*(f"{m.subject} {m.text} {m.signature}" for m in passed_on), *signed]))
    return len(mine) >= 4 and mine in text


def names_organisation(thread: Thread, group: Group) -> bool:
    """Does a mail of the application name the organisation of the conversation, or the other way round (an agency and its client)?"""
    said_in_group = companies.squashed(" ".join(f"{m.subject} {m.text}" for m in group.messages if m.sort is Sort.HUMAN))
    if any(len(companies.label(d)) >= 5 and companies.label(d) in said_in_group for d in thread.organisations):
        return True
    said_here = companies.squashed(" ".join(f"{m.subject} {m.text}" for m in thread.messages if m.sort is not Sort.BULK))
    return any(len(companies.label(d)) >= 5 and companies.label(d) in said_here for d in group.organisations)
