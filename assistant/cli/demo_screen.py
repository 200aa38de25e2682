"""What the demo shows, on 80 columns: what was understood, each draft and why it is there, and what to type next."""

import datetime as dt
from pathlib import Path

from rich.box import ROUNDED
from rich.console import Console
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from assistant.cli.show import STEPS, called, day, reasons, table, title
from assistant.core.model import Draft, Entry, Settings, StepKind
from assistant.core.reconcile import Withdraw
from assistant.demo import OWNER, Letter
from assistant.run import Report

FIRST_NAME = OWNER.name.partition(" ")[0]


# ---------------------------------------------------------------- a pass


def show_pass(report: Report, settings: Settings, out: Console) -> None:
    """Print what was understood, and what was placed and why; one draft in full."""
    show_understood(report, settings, out)
    placed = [item.draft for item in report.placed]
    if placed:
        out.print(Text(f"\n{drafts(len(placed))} placed in her Drafts folder, for her to send, change or delete:", style="bold"))
        for draft in placed:
            show_placed(draft, report, settings, out)
        shown = next((draft for draft in placed if draft.step.kind is StepKind.THANK_YOU), placed[0])
        out.print()
        show_letter(f"The {called(shown)}", shown.body, out)
    else:
        show_waiting(report, out)
    for withdrawal in report.withdrawn:
        show_withdrawn(withdrawal, report, out)
    show_notes(report, out)


def show_understood(report: Report, settings: Settings, out: Console) -> None:
    """Print how much mail there is, and the table of applications."""
    about = {message.id for application in report.outcome.applications for message in application.messages}
    mail = report.messages - len(report.outcome.waiting.drafts)
    out.print(
        f"A made-up mailbox: {OWNER.name} is looking for a job. Of her {mail} messages, {len(about)}\n"
        f"belong to {len(report.outcome.judged)} applications. Where each stands, and what is due:\n"
    )
    out.print(table(report.outcome, settings.zone))


def show_placed(draft: Draft, report: Report, settings: Settings, out: Console) -> None:
    """Print one draft that was placed, and why."""
    out.print(Text(f"  {called(draft)}", style="green"))
    out.print(Padding(reasons(draft, report.outcome, settings.zone), (0, 0, 0, 4)))


def show_waiting(report: Report, out: Console) -> None:
    """Print that nothing was placed, and what became of each draft that is due."""
    out.print(Text(f"\nNothing was placed.{' What is due has its draft already:' if report.left else ''}", style="bold"))
    for item in report.left:
        out.print(Text.assemble("  ", (called(item.draft), "green"), f": {item.why}"))


def show_notes(report: Report, out: Console) -> None:
    """Print what is to be told beside the drafts."""
    for line in (*(f"{title(one)}: {note}" for one in report.outcome.judged for note in one.notes), *report.notes):
        out.print(Text(f"\n{line}"))


# ---------------------------------------------------------------- an answer


def show_answer(letter: Letter, before: Report, after: Report, settings: Settings, out: Console, *, is_new: bool) -> None:
    """Print the answer, and what went away because of it. `before`: the pass that was made just before it came."""
    if before.placed:
        out.print(f"{drafts(len(before.placed))} placed first, as without --reply. Then this came:\n")
    name = letter.sender.partition(" <")[0]
    if is_new:
        show_letter(f"{name} has just written to {FIRST_NAME}", letter.text, out)
    else:
        out.print(f"{name} has answered already.")
    withdrawn = (*before.withdrawn, *after.withdrawn)
    for withdrawal in withdrawn:
        show_withdrawn(withdrawal, after, out)
    if not withdrawn:
        out.print(Text("\nNothing was withdrawn.", style="bold"))
    out.print()
    out.print(table(after.outcome, settings.zone))
    show_notes(after, out)


def show_withdrawn(withdrawal: Withdraw, report: Report, out: Console) -> None:
    """Print one draft that was taken away, and why."""
    out.print(Text.assemble(("\nWithdrawn: ", "bold"), (f"the {entitled(withdrawal.entry, report)}", "red")))
    out.print(Padding(Text(withdrawal.why), (0, 0, 0, 4)))


def entitled(entry: Entry, report: Report) -> str:
    """Return how a draft that is no more is called."""
    names = {person.email: person.name for application in report.outcome.applications for person in application.people}
    return f"{STEPS[entry.kind.value] if entry.kind else 'draft'} to {', '.join(names.get(address) or address for address in entry.to)}"


# ---------------------------------------------------------------- around them


def show_letter(title_: str, body: str, out: Console) -> None:
    """Print a letter in a box."""
    out.print(Panel(Text(body.strip()), box=ROUNDED, title=Text(title_), title_align="left", padding=(0, 2)))


def show_end(mail: Path, program: str, where: str, out: Console, *, old: dt.datetime | None, answered: bool) -> None:
    """Print where the mailbox lies, and what to type next: `program` with the option `where`. `old`: when it was built, if on another day."""
    out.print(Text(f"\nNothing was sent, and no other mail was touched. The mailbox lies in\n  {mail}", overflow="fold"))
    if old:
        out.print(f"It was made up on {day(old)}, and keeps its dates; --fresh makes one of today.")
    out.print(Text("\nTry", style="bold"))
    more = ("--fresh", "anew, with today's dates") if answered else ("--reply", "an answer comes, its draft goes")
    steps = {
        f"{program} demo {more[0]}{where}": more[1],
        f"{program} demo{where}": "again: nothing is placed twice",
        f"{program} preview --mailbox maildir:PATH": "your own mail, only read",
    }
    column = max(map(len, steps))
    for command, what in steps.items():
        gap = " " * (column - len(command) + 2)
        out.print(Text.assemble("  ", (command, "cyan"), gap if column + 4 + max(map(len, steps.values())) <= out.width else "\n      ", what))


def drafts(count: int) -> str:
    """Return "1 draft was", "3 drafts were"."""
    return "1 draft was" if count == 1 else f"{count} drafts were"
