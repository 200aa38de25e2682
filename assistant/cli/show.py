"""What was understood, for a person: a table of applications, then the drafts with why each is there.

Made for a terminal of 80 columns, and readable where the output goes to a file.
"""

import datetime as dt
import shlex
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from assistant.core.judge import Judged, Outcome
from assistant.core.model import Draft, Event, Status

STEPS = {"thank_you": "thank-you", "check_in": "check-in", "closing_thanks": "closing note", "keep_in_touch": "keep in touch"}
_QUOTED = 150  # characters of a mail that are shown
_QUOTES = 2  # quotes that are shown for a draft


def show(outcome: Outcome, seen: int, unreadable: list[str], home: ZoneInfo, console: Console | None = None) -> None:
    """Print the applications and the drafts."""
    out = console or Console(highlight=False)
    out.print(f"{seen} messages read, {len(unreadable)} unreadable, {len(outcome.judged)} applications.")
    if outcome.judged:
        out.print(table(outcome, home))
    for judged in outcome.judged:
        for note in judged.notes:
            out.print(Text(f"{title(judged)}: {note}"))
    for question in asked(outcome, home):
        out.print(Text(question))
    for draft in outcome.drafts:
        show_draft(draft, outcome, home, out)


def asked(outcome: Outcome, home: ZoneInfo, settings: Path | None = None) -> list[str]:
    """Return each question to the user with the words that it rests on, and the line to type. `settings`: the file that they gave."""
    where = f" --config {shlex.quote(str(settings))}" if settings else ""
    return [
        f"Question {q.id}: is this about a job of yours? “{cut(q.event.quote)}” ({day(q.event.at.astimezone(home))}). "
        f"Nothing is drafted until you say so: assistant answer {q.id} yes{where} (or no)"
        for q in outcome.questions
    ]


def table(outcome: Outcome, home: ZoneInfo) -> Table:
    """Return the table of applications."""
    rows = Table("Application", "Stage", "Hear by", "Next", box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for judged in outcome.judged:
        status = judged.status
        by = day(status.promise.day) if status.promise and status.promise.day else "-"
        rows.add_row(Text(title(judged)), status.stage.value.replace("_", " "), by, upcoming(status, outcome.now, home))
    return rows


def title(judged: Judged) -> str:
    """Return how an application is called: the role, the employer, and the agency where there is one."""
    a = judged.application
    employer = a.company or (f"(through {a.agency})" if a.agency else "(employer unknown)")
    return f"{a.role or '(role unknown)'}, {employer}"


def upcoming(status: Status, now: dt.datetime, home: ZoneInfo) -> Text:
    """Return what falls due next, in words."""
    if not status.next:
        return Text("-")
    name, due = STEPS[status.next.kind.value], status.next.due.astimezone(home)
    return Text(f"{name} now", style="bold green") if due <= now else Text(f"{name} {day(due)}")


def day(when: dt.date) -> str:
    """Return "Tue 3 Mar"."""
    return f"{when:%a} {when.day} {when:%b}"


def show_draft(draft: Draft, outcome: Outcome, home: ZoneInfo, out: Console) -> None:
    """Print one draft as it will stand in the Drafts folder, and why."""
    out.rule(Text(called(draft)), align="left")
    out.print(reasons(draft, outcome, home))
    out.print(Text(f"Subject: {draft.subject}"))
    out.print(Padding(Text(draft.body), (1, 4)))


def called(draft: Draft) -> str:
    """Return how a draft is called: "thank-you to Dana Reyes"."""
    return f"{STEPS[draft.step.kind.value]} to {', '.join(address.name or address.email for address in draft.to)}"


def reasons(draft: Draft, outcome: Outcome, home: ZoneInfo) -> Text:
    """Return why a draft is there: the reason, then the words that it rests on and who wrote them, each on its line."""
    quotes = [f"“{cut(event.quote)}” ({source(event, outcome, home)})" for event in draft.step.quotes[:_QUOTES]]
    return Text("\n").join([Text(draft.step.why), *(Text(quote, style="italic") for quote in quotes)])


def source(event: Event, outcome: Outcome, home: ZoneInfo) -> str:
    """Return who wrote what an event quotes, and when."""
    messages = (message for application in outcome.applications for message in application.messages if message.id == event.message)
    writer = next(messages, None)
    name = f"{writer.sender.name or writer.sender.email}, " if writer else ""
    return f"{name}{day(event.at.astimezone(home))}"


def cut(text: str) -> str:
    """Return a quote on one line, cut where it is long."""
    words = " ".join(text.split())
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED].rstrip()}…"
