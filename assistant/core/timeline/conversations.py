"""Messages in, conversations out: what a mail client would show as one thread, and what belongs with it.

Two messages are of one conversation where one names the other (In-Reply-To, References), where they carry the same
calendar UID, where a delivery report returns the other, or, in human mail without references, where they share a subject and
a person within 60 days. Automatic mail is never joined by its subject: templates use one subject for every applicant.
"""

import datetime as dt
import re
from collections.abc import Iterable

from assistant.core.model import Me, Message, Sort

NEAR = dt.timedelta(days=60)
# "RE: FW: Interview", "AW: WG:", "Automatic reply: X", "Updated invitation: X @ Tue Mar 3", "Canceled: X", "Accepted: X"
PREFIX = re.compile(
    r"^(?:\s*(?:re|fw|fwd|aw|wg|sv|vs|antw|tr|rv|enc|automatic reply|auto(?:matic)?[ -]?(?:reply|response)|out of office|ooo|away|updated(?: invitation)?|invitation|cancel?led(?: event)?(?: with note)?|accepted|declined|tentative|undeliverable|new time proposed)\s*(?:\[\d+\])?\s*:)+\s*",
    re.IGNORECASE,
)
# " @ Tue Mar 3, 2026 2pm - 3pm (EST) (priya@...)" that Google Calendar adds
WHEN = re.compile(r"\s+@\s+\w{3} \w{3} \d{1,2}, \d{4}.*$")


def topic(subject: str) -> str:
    """Return a subject without what mail and calendar programs add to it, in lower case."""
    return " ".join(WHEN.sub("", PREFIX.sub("", subject)).lower().split())


def others(message: Message, me: Me) -> frozenset[str]:
    """Return the addresses on a message other than the user's, of calendar parts too."""
    guests = [a.address for e in message.calendar for a in (*e.attendees, *((e.organizer,) if e.organizer else ())) if not a.room]
    everybody = (message.sender, *message.recipients, *message.reply_to, *guests)
    return frozenset(a.email for a in everybody if a.email and not me.wrote_from(a.email))


def conversations(messages: Iterable[Message], me: Me) -> list[list[Message]]:
    """Return the conversations, each in order of time, in the order of their first messages."""
    ordered = sorted(messages, key=lambda m: (m.at, m.id))
    parent: dict[str, str] = {}
    for m in ordered:
        for tie in ties(m):
            join(parent, m.id, tie)
    by_topic(ordered, me, parent)
    groups: dict[str, list[Message]] = {}
    for m in ordered:
        groups.setdefault(root(parent, m.id), []).append(m)
    return list(groups.values())


def ties(m: Message) -> Iterable[str]:
    """Yield what ties a message to others: ids that it names, its calendar UIDs, what a bounce returns."""
    yield from (m.in_reply_to, *m.references)
    yield from (f"uid:{e.uid}" for e in m.calendar if e.uid)
    if m.bounce:
        yield m.bounce.original_id


def by_topic(ordered: list[Message], me: Me, parent: dict[str, str]) -> None:
    """Join human mail that names no other message to the newest of its subject and people."""
    newest: dict[tuple[str, str], Message] = {}
    for m in ordered:
        subject = topic(m.subject)
        if len(subject) < 6 or m.sort in (Sort.AUTOMATIC, Sort.BULK):
            continue
        for person in others(m, me):
            before = newest.get((subject, person))
            if before and not m.references and not m.in_reply_to and m.at - before.at < NEAR:
                join(parent, m.id, before.id)
            newest[subject, person] = m


def root(parent: dict[str, str], key: str) -> str:
    """Return the name of the group that `key` is in."""
    while parent.get(key, key) != key:
        parent[key] = parent.get(parent[key], parent[key])
        key = parent[key]
    return key


def join(parent: dict[str, str], a: str, b: str) -> None:
    """Put two keys into one group; "" joins nothing."""
    if a and b:
        parent.setdefault(a, a)
        parent.setdefault(b, b)
        parent[root(parent, b)] = root(parent, a)
