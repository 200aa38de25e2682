"""What one pass did, for a person: the applications, then each draft placed, withdrawn or left alone, and why."""

from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.text import Text

from assistant.cli.show import STEPS, asked, table, title
from assistant.core.model import Draft, Entry
from assistant.run import Report


def show_report(report: Report, home: ZoneInfo, console: Console | None = None, settings: Path | None = None) -> None:
    """Print the report of a pass. `settings`: the file that the user gave."""
    out = console or Console(highlight=False)
    judged = report.outcome.judged
    out.print(f"{report.messages} messages read, {len(report.unreadable)} unreadable, {len(judged)} applications.")
    if judged:
        out.print(table(report.outcome, home))
    for line in (*lines(report), *asked(report.outcome, home, settings)):
        out.print(Text(line))


def lines(report: Report) -> list[str]:
    """Return what was done and what is to be told, a line each."""
    done = [
        *(f"Placed: {draft(item.draft)}. Why: {item.why}" for item in report.placed),
        *(f"Withdrawn: the draft to {recipients(item.entry)}. Why: {item.why}" for item in report.withdrawn),
    ]
    return [
        *(done or ["Nothing was placed or withdrawn."]),
        *(f"Left alone: {draft(item.draft)}. Why: {item.why}" for item in report.left),
        *(f"{title(one)}: {note}" for one in report.outcome.judged for note in one.notes),
        *(f"Note: {note}" for note in report.notes),
        *(f"Unreadable: {raw.ref.folder}/{raw.ref.key} ({raw.fault or 'no mail is in it'})" for raw in report.unreadable),
    ]


def question(report: Report) -> str:
    """Return what the fuse asks, in one line."""
    return f"{report.held} drafts are due at once, which is unusual, so none was placed. If that is right, type: assistant run --once --allow {report.held}"


def draft(what: Draft) -> str:
    """Return how a draft is called."""
    to = ", ".join(address.name or address.email for address in what.to)
    return f'{STEPS[what.step.kind.value]} to {to}, "{what.subject}"'


def recipients(entry: Entry) -> str:
    """Return whom a draft was for."""
    return ", ".join(entry.to)
