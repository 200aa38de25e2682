"""What a finder is given: one message, its sentences, and the mail that it answers.

A finder takes a `Said` and yields events. It knows nothing of other finders, nor of the application: whether the
message belongs to one is for the timeline to say, and an event of a message that belongs to none is dropped there.
"""

import datetime as dt
from dataclasses import dataclass

from assistant.core.evidence.sentences import Sentence, sentences
from assistant.core.model import Address, Event, Kind, Me, Message, Settings, Sort

QUOTE = 300  # characters of a quote


@dataclass(frozen=True, slots=True)
class Said:
    """One message as its finders see it. `before`: the earlier messages of its conversation, oldest first."""

    message: Message
    sentences: tuple[Sentence, ...]
    me: Me
    settings: Settings
    before: tuple[Message, ...] = ()
    pending: dt.datetime | None = None  # the time of the meeting that lies ahead, where the application has one

    @property
    def by_them(self) -> bool:
        """Was it written by somebody else than the user?"""
        return not self.message.outgoing

    @property
    def by_human(self) -> bool:
        """Was it written by a person (R9: a machine is no answer)?"""
        return self.message.sort is Sort.HUMAN

    def event(
        self,
        kind: Kind,
        sentence: Sentence | str,
        rule: str,
        *,
        sure: float = 1.0,
        day: dt.date | None = None,
        start: dt.datetime | None = None,
        end: dt.datetime | None = None,
        uid: str = "",
        sequence: int = 0,
        people: tuple[Address, ...] = (),
    ) -> Event:
        """Return an event of this message, resting on `sentence`."""
        quote = sentence if isinstance(sentence, str) else sentence.text
        return Event(kind, self.message.at, self.message.id, quote[:QUOTE], rule, sure, day, start, end, uid, sequence, people)


def said(message: Message, me: Me, settings: Settings, before: tuple[Message, ...] = ()) -> Said:
    """Return `message` with its sentences. The subject is no sentence: templates and old threads speak in it."""
    return Said(message, sentences(message.text), me, settings, before)
