"""`assistant demo`: the whole thing on a mailbox made up for it. The same pass as over a real one; only the mail is invented."""

import datetime as dt
import os
import shlex
from pathlib import Path

import click
import platformdirs
from rich.box import ROUNDED
from rich.console import Console
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from assistant.cli.preview import zone
from assistant.cli.show import STEPS, called, day, table, title, why
from assistant.core.model import Draft, Entry, Settings
from assistant.core.reconcile import Withdraw
from assistant.demo import COUNTRY, OWNER, Letter, reply
from assistant.demo.home import Home, deliver, has, prepared
from assistant.mailboxes import open_mailbox
from assistant.run import Desk, Report, one_pass
from assistant.store import Store

NAME = "followup-assistant"
FIRST_NAME = OWNER.name.split()[0]
WIDTH = 80
TYPED_AS = "ASSISTANT_TYPED_AS"  # set by assistant.sh: what the user typed to get here


@click.command()
@click.option("--reply", "answered", is_flag=True, help="Let an answer arrive first, and see its draft go away.")
@click.option("--fresh", is_flag=True, help="Build the mailbox anew, dated by today.")
@click.option("--folder", type=click.Path(path_type=Path), help="Where the mailbox lies. Left out: a folder among your own data.")
def demo(folder: Path | None, *, answered: bool, fresh: bool) -> None:
    """Show it all on a mailbox made up for it. Needs no account."""
    home = Home(folder.expanduser().absolute() if folder else platformdirs.user_data_path(NAME) / "demo")
    settings = Settings(zone=zone(None), country=COUNTRY)
    now = dt.datetime.now(settings.zone)
    out = Console(highlight=False, soft_wrap=False)
    out.width = min(out.width, WIDTH)
    built = prepared(home, now, fresh=fresh)
    report = passed(home, settings, now)
    if answered:
        show_answer(home, settings, reply(built, now), out)
    else:
        show_pass(report, settings, out)
    show_end(home, built, now, out, answered=answered, option=f" --folder {shlex.quote(str(folder))}" if folder else "")


def passed(home: Home, settings: Settings, now: dt.datetime) -> Report:
    """Run the daemon's pass over the demo's mailbox."""
    with Store(home.state) as store:
        mailbox = open_mailbox(f"maildir:{home.mail}")
        try:
            return one_pass(Desk(mailbox, store, settings, now), OWNER)
        finally:
            mailbox.close()


# ---------------------------------------------------------------- a pass


def show_pass(report: Report, settings: Settings, out: Console) -> None:
    """Print what was understood, and what was placed and why; one draft in full."""
    show_understood(report, settings, out)
    placed = [item.draft for item in report.placed]
    if placed:
        out.print(Text(f"{counted(len(placed), 'draft')} placed in the Drafts folder, for {FIRST_NAME} to change, send or delete:", style="bold"))
        for draft in placed:
            show_placed(draft, report, settings, out)
        out.print("\nThe first of them, as it waits there:")
        show_letter(placed[0].subject, f"To {called(placed[0]).partition(' to ')[2]}", placed[0].body, out)
    else:
        show_waiting(report, out)
    show_notes(report, out)


def show_understood(report: Report, settings: Settings, out: Console) -> None:
    """Print how much mail there is, and the table of applications."""
    about = {message.id for application in report.outcome.applications for message in application.messages}
    out.print(
        f"\n{OWNER.name} is looking for a job. {report.messages - len(report.outcome.waiting.drafts)} messages in her mailbox were read:\n"
        f"{len(about)} belong to {counted(len(report.outcome.judged), 'application')}, the others to the rest of her life.\n"
    )
    out.print(table(report.outcome, settings.zone))


def show_placed(draft: Draft, report: Report, settings: Settings, out: Console) -> None:
    """Print one draft that was placed, and why."""
    out.print(Text(f"  {called(draft)}", style="bold green"))
    out.print(Padding(why(draft, report.outcome, settings.zone), (0, 0, 0, 4)))


def show_waiting(report: Report, out: Console) -> None:
    """Print that nothing was placed, and what became of each draft that is due."""
    out.print(Text("Nothing was placed.", style="bold"), f"{counted(len(report.left), 'draft')} due, each dealt with before:" if report.left else "")
    for item in report.left:
        out.print(Text(f"  {called(item.draft)}: {item.why}"))
    for withdrawal in report.withdrawn:
        show_withdrawn(withdrawal, report, out)


def show_notes(report: Report, out: Console) -> None:
    """Print what is to be told beside the drafts."""
    for line in (*(f"{title(one)}: {note}" for one in report.outcome.judged for note in one.notes), *report.notes):
        out.print(Text(f"Note: {line}"))


# ---------------------------------------------------------------- an answer


def show_answer(home: Home, settings: Settings, letter: Letter, out: Console) -> None:
    """Let the letter arrive, pass again, and print what went away."""
    name = letter.sender.partition(" <")[0]
    if has(home, letter):
        out.print(f"\n{name} has answered already.")
    else:
        deliver(home, letter)
        out.print("\nA moment ago this came in:")
        show_letter(letter.subject, f"From {name}", letter.text.strip(), out)
    report = passed(home, settings, letter.at)
    if not report.withdrawn:
        out.print(Text("Nothing was withdrawn.", style="bold"))
    for withdrawal in report.withdrawn:
        show_withdrawn(withdrawal, report, out)
    out.print()
    out.print(table(report.outcome, settings.zone))
    show_notes(report, out)


def show_withdrawn(withdrawal: Withdraw, report: Report, out: Console) -> None:
    """Print one draft that was taken away, and why."""
    out.print(Text(f"Withdrawn: {entitled(withdrawal.entry, report)}", style="bold red"))
    out.print(Padding(Text(f"Why: {withdrawal.why}"), (0, 0, 0, 4)))


def entitled(entry: Entry, report: Report) -> str:
    """Return how a draft that is no more is called."""
    names = {person.email: person.name for application in report.outcome.applications for person in application.people}
    return f"{STEPS[entry.kind.value] if entry.kind else 'draft'} to {', '.join(names.get(address) or address for address in entry.to)}"


# ---------------------------------------------------------------- around them


def show_letter(subject: str, who: str, body: str, out: Console) -> None:
    """Print a letter in a box."""
    out.print(Panel(Text(body), box=ROUNDED, title=Text(f"{who}: {subject}"), title_align="left", padding=(1, 2)))


def show_end(home: Home, built: dt.datetime, now: dt.datetime, out: Console, *, answered: bool, option: str) -> None:
    """Print where the mailbox lies, and what to type next."""
    typed = os.environ.get(TYPED_AS, "assistant")
    out.print(Text(f"\nNothing was sent. The mailbox is a Maildir, and any mail program can open it:\n  {home.mail}", overflow="fold"))
    if built.date() != now.date():
        out.print(f"It was made on {day(built)}, and keeps its dates; --fresh makes one of today.")
    out.print(Text("\nNext", style="bold"))
    steps = [] if answered else [(f"{typed} demo --reply{option}", "an answer comes in, and its draft goes away")]
    steps += [(f"{typed} demo{option}", "again: nothing is placed twice"), (f"{typed} preview --mailbox maildir:PATH", "your own mail; writes nothing")]
    for command, what in steps:
        out.print(Text.assemble("  ", (command, "cyan"), f"\n      {what}"))


def counted(number: int, noun: str) -> str:
    """Return "1 draft", "3 drafts"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
