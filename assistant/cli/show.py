"""What was understood, for a person: a table of applications, then the drafts with why each is there."""

from zoneinfo import ZoneInfo

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from assistant.core.judge import Judged, Outcome
from assistant.core.model import Draft, Status

STEPS = {"thank_you": "thank-you", "check_in": "check-in", "closing_thanks": "closing thanks", "keep_in_touch": "keep in touch"}


def show(outcome: Outcome, seen: int, unreadable: list[str], home: ZoneInfo, console: Console | None = None) -> None:
    """Print the applications and the drafts."""
    out = console or Console(highlight=False)
    out.print(f"{seen} messages read, {len(unreadable)} unreadable, {len(outcome.judged)} applications.")
    out.print(table(outcome, home))
    for judged in outcome.judged:
        for note in judged.notes:
            out.print(Text(f"{title(judged)}: {note}"))
    for draft in outcome.drafts:
        show_draft(draft, out)


def table(outcome: Outcome, home: ZoneInfo) -> Table:
    """Return the table of applications."""
    rows = Table("Application", "Stage", "They write by", "Next")
    for judged in outcome.judged:
        status = judged.status
        by = f"{status.promise.day:%a %d %b}" if status.promise and status.promise.day else "-"
        rows.add_row(title(judged), status.stage.value.replace("_", " "), by, upcoming(status, home))
    return rows


def title(judged: Judged) -> str:
    """Return how an application is called: the role, the employer, and the agency where there is one."""
    a = judged.application
    employer = a.company or (f"(through {a.agency})" if a.agency else "(employer unknown)")
    return f"{a.role or '(role unknown)'}, {employer}"


def upcoming(status: Status, home: ZoneInfo) -> str:
    """Return what falls due next, in words."""
    return f"{STEPS[status.next.kind.value]}, {status.next.due.astimezone(home):%a %d %b %H:%M}" if status.next else "-"


def show_draft(draft: Draft, out: Console) -> None:
    """Print one draft as it will stand in the Drafts folder, and why."""
    out.rule(Text(f"{STEPS[draft.step.kind.value]} to {draft.to[0].email}"), align="left")
    out.print(Text(f"Why: {draft.step.why}"))
    for quote in draft.step.quotes[:2]:
        out.print(Text(f'     "{quote.quote}"  {quote.message}'))
    out.print(Text(f"Subject: {draft.subject}"))
    out.print(Padding(Text(draft.body), (1, 4)))
