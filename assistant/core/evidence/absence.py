"""Automatic replies and bounces: no answer (R9), but they say when, or to whom, one can write."""

import re
from collections.abc import Iterator

from assistant.core.evidence.addresses import EMAIL, name_before
from assistant.core.evidence.said import Said
from assistant.core.model import Address, Event, Kind, Sort
from assistant.core.reading.dates import periods

# "back at my desk on Wednesday, March 25" "I return on Monday, May 25" "away until the 13th" "out from 2 to 12 April"
BACK = re.compile(r"\b(?:back|return(?:ing|s)?|until|till|through|to|available again|in the office|resume|reachable|read (?:my )?mail)\b")
# "I no longer work here, please write to Imani" "has left the company"
GONE = re.compile(
    r"\bi(?:'ve| have)? left\b(?! (?:you|an?|it|my|your|for|early|instructions|the office|word)\b)|\b(?:no longer (?:work|with|at|employed|part of)|(?:has|have|'ve) left|left the (?:company|firm|organi[sz]ation|trust|team|business)|moved on from|my last day|retired|not with|(?:won't|will not|don't|no longer) (?:be )?(?:read\w*|check\w*|monitor\w*) (?:this|my) (?:\w+ )?(?:any ?more|any longer)|(?:is|are) now with|has taken over|have taken over)\b"
)
# "I work Mondays to Wednesdays": every week, and no day of return
WEEKLY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun|week)days\b")


def find(said: Said) -> Iterator[Event]:
    """Yield AUTO_REPLY with the day of return or the successor, and BOUNCED with whom mail does not reach."""
    if said.message.sort is Sort.BOUNCE and said.message.bounce and said.message.bounce.permanent:
        people = tuple(Address(email) for email in said.message.bounce.recipients)
        yield said.event(Kind.BOUNCED, said.message.subject or "delivery failed", "bounce: mail does not reach them", people=people)
    if said.message.sort is Sort.AUTO_REPLY and not said.message.outgoing:
        yield from absence(said)


def absence(said: Said) -> Iterator[Event]:
    """Yield what an automatic reply says: gone for good, back on a day, or nothing of use."""
    for sentence in said.sentences:
        if GONE.search(sentence.plain):
            yield said.event(Kind.AUTO_REPLY, sentence, "absence: left for good", people=successors(said))
            return
    for sentence in said.sentences:
        back = [m.start() for m in BACK.finditer(sentence.plain) if not WEEKLY.search(sentence.plain)]
        named = [p for p in periods(sentence.plain, said.message.at, said.settings) if p.last and p.last >= said.message.at.date()]
        after = [p for p in named if back and p.end > back[0]]
        if after:
            yield said.event(Kind.AUTO_REPLY, sentence, "absence: back on a day", day=max(p.last for p in after if p.last))
            return
    yield said.event(Kind.AUTO_REPLY, said.sentences[0] if said.sentences else said.message.subject, "absence: no day given")


def successors(said: Said) -> tuple[Address, ...]:
    """Return the first address in the text that is not the writer's own."""
    for email in EMAIL.findall(said.message.text):
        if email.lower() != said.message.sender.email:
            return (Address(email.lower(), name_before(said.message.text, email)),)
    return ()
