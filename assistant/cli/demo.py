"""`assistant demo`: the whole thing on a mailbox made up for it. The same pass as over a real one; only the mail is invented."""

import datetime as dt
import shlex
from pathlib import Path

import click
import platformdirs
from rich.console import Console

from assistant.cli.demo_screen import show_answer, show_end, show_pass
from assistant.config import machine_zone
from assistant.core.model import Settings
from assistant.demo import COUNTRY, OWNER, reply
from assistant.demo.home import Home, deliver, has, prepared
from assistant.mailboxes import open_mailbox
from assistant.run import Desk, Report, one_pass
from assistant.store import Store

NAME = "followup-assistant"
WIDTH = 80
_SECOND = dt.timedelta(seconds=1)


@click.command()
@click.option("--reply", "answered", is_flag=True, help="Let an answer arrive, and see its draft go away.")
@click.option("--fresh", is_flag=True, help="Build the mailbox anew, dated by today.")
@click.option("--folder", type=click.Path(path_type=Path), help="Where the mailbox lies. Left out: a folder among your own data.")
@click.pass_context
def demo(ctx: click.Context, folder: Path | None, *, answered: bool, fresh: bool) -> None:
    """Show it all on a mailbox made up for it. Needs no account."""
    home = Home(folder.expanduser().absolute() if folder else platformdirs.user_data_path(NAME) / "demo")
    settings = Settings(zone=machine_zone(), country=COUNTRY)
    now = dt.datetime.now(settings.zone)
    out = Console(highlight=False)
    out.width = min(out.width, WIDTH)
    built = prepared(home, now, fresh=fresh)
    report = passed(home, settings, now)
    if answered:
        answer(home, settings, report, built, out)
    else:
        show_pass(report, settings, out)
    where = f" --folder {shlex.quote(str(folder))}" if folder else ""
    show_end(home.mail, ctx.find_root().command_path, where, out, old=None if built.date() == now.date() else built, answered=has(home, reply(built, now)))


def passed(home: Home, settings: Settings, now: dt.datetime) -> Report:
    """Run the daemon's pass over the demo's mailbox."""
    with Store(home.state) as store:
        mailbox = open_mailbox(f"maildir:{home.mail}")
        try:
            return one_pass(Desk(mailbox, store, settings, now), OWNER)
        finally:
            mailbox.close()


def answer(home: Home, settings: Settings, before: Report, built: dt.datetime, out: Console) -> None:
    """Let the answer arrive, and pass again. It comes in the next full second, for mail is dated by seconds: after what was just placed."""
    at = before.outcome.now.replace(microsecond=0) + _SECOND
    letter = reply(built, at)
    is_new = not has(home, letter)
    if is_new:
        deliver(home, letter)
    show_answer(letter, before, passed(home, settings, at), settings, out, is_new=is_new)
