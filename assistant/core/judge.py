"""One look at the mail, judged: what was understood, and which drafts should be waiting.

Takes the messages of a mailbox, its owner, the moment and the ledger as it was stored; gives an Outcome. Preview and the daemon use the same.
Its rules: a message dated after the moment is not there yet. What was not sent (a draft, also where a server shows it under "All Mail", or one
that the user threw away) is nobody's word in an application.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.core import compose, ledger, timeline
from assistant.core.identity import is_unsent
from assistant.core.model import Application, Draft, Entry, Fate, Me, Message, Question, Ref, Role, Settings, Status
from assistant.core.plan import status
from assistant.core.reconcile import Waiting
from assistant.templates import built_in


@dataclass(frozen=True, slots=True)
class Judged:
    """One application, where it sits, and the drafts of its steps. `missing`: steps that are due and cannot be drafted."""

    application: Application
    status: Status
    drafts: tuple[Draft, ...] = ()
    missing: tuple[compose.Missing, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """Return everything to tell the user about it."""
        return (*self.status.notes, *(f"{item.step.kind.value.replace('_', ' ').capitalize()} is held back: {item.what}." for item in self.missing))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was understood at `now`, and what stands in Drafts."""

    now: dt.datetime
    judged: tuple[Judged, ...]
    waiting: Waiting
    questions: tuple[Question, ...] = ()  # for the user: is this about a job of theirs?

    @property
    def applications(self) -> tuple[Application, ...]:
        """Return the applications, as they were understood."""
        return tuple(one.application for one in self.judged)

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """Return every draft that should be waiting, those included that are."""
        return tuple(draft for one in self.judged for draft in one.drafts)


def judge(
    messages: Sequence[Message],
    me: Me,
    now: dt.datetime,
    settings: Settings,
    entries: Iterable[Entry] = (),
    *,
    answers: Mapping[str, bool] | None = None,
    templates: Mapping[str, str] | None = None,
    unread: Collection[Ref] = (),
    hidden: bool = False,
) -> Outcome:
    """Return what the messages say at `now`.

    `entries`: the draft ledger as stored; drafts of ours that it lost are found in the mail. `answers`: what the user said to our questions,
    by their ids. `templates`: the user's own, by name.
    `unread`: what stands in the mailbox, and could not be read. `hidden`: its drafts folder cannot be seen.
    """
    present = [message for message in messages if message.at <= now]
    settled = ledger.settled(entries, present, unread, hidden=hidden)
    unsent = tuple(message for message in present if is_unsent(message))
    waiting = Waiting(settled, ledger.copies(settled, present), unsent, frozenset(message.id for message in present))
    deleted = {entry.message_id for entry in settled if entry.fate is Fate.DELETED}
    found = timeline.understood(spoken(present, deleted), me, now, settings, answers or {})
    words = built_in() if templates is None else templates
    judged = tuple(_judged(one, status(one, me, now, settings, settled), me, settings, words) for one in found.applications)
    return Outcome(now, judged, waiting, found.questions)


def spoken(messages: Iterable[Message], deleted: Collection[str] = ()) -> list[Message]:
    """Return the mail that was really sent, by either side. `deleted`: ids of our drafts that were thrown away."""
    listed = list(messages)
    unsent = {message.id for message in listed if is_unsent(message)}
    return [message for message in listed if not _is_unsent(message, unsent, deleted)]


def _is_unsent(message: Message, drafts: Collection[str], deleted: Collection[str]) -> bool:
    thrown_away = message.role is Role.TRASH and message.outgoing and (bool(message.draft_key) or message.id in deleted)
    return is_unsent(message) or thrown_away or (message.id in drafts and message.role is not Role.SENT)


def _judged(application: Application, stands: Status, me: Me, settings: Settings, templates: Mapping[str, str]) -> Judged:
    sure = application.sure >= timeline.BAR  # below it the user is asked first
    written = [compose.draft(step, application, me, settings, templates) for step in stands.due if sure and not step.held]
    drafts = tuple(draft for draft in written if isinstance(draft, Draft))
    return Judged(application, stands, drafts, tuple(lack for lack in written if isinstance(lack, compose.Missing)))
