"""`assistant run --once`: one pass over the configured mailbox. Drafts are placed and withdrawn; nothing is sent.

Exit 0 where the pass did everything, 2 with one line where it could not go on, 3 where it asks before it places so many drafts.
"""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import click

from assistant.accounts.password import password
from assistant.cli.patience import PAUSES, patiently
from assistant.cli.report import question, show_report
from assistant.config import SAMPLE, Config, ImapAt, MaildirAt, load, standard_path
from assistant.errors import ConfigError
from assistant.mailboxes import ImapAccount, Mailbox, open_mailbox
from assistant.run import Desk, Report, one_pass
from assistant.store import Store

ASKED = 3


@click.command()
@click.option("--once", is_flag=True, help="One pass, then stop.")
@click.option("--config", "path", type=click.Path(path_type=Path), help="Your settings, a TOML file. Left out: the one in your own settings folder.")
@click.option("--sample", is_flag=True, help="Print settings to begin with, and stop.")
@click.option("--allow", type=click.IntRange(1), metavar="N", help="Your answer where it asked: place up to N drafts in this pass.")
@click.option("--retries", type=click.IntRange(0, len(PAUSES)), default=len(PAUSES), show_default=True, help="Tries more where the server cannot be reached.")
def run(path: Path | None, allow: int | None, retries: int, *, once: bool, sample: bool) -> None:
    """Read the configured mailbox, and leave or withdraw follow-up drafts there. Nothing is ever sent."""
    if sample:
        click.echo(SAMPLE, nl=False)
        return
    if not once:
        raise ConfigError("A pass that repeats by itself is not there yet", "Type: assistant run --once")
    config = load(path or standard_path())
    report = patiently(lambda: passed(config, allow), retries)
    show_report(report, config.settings.zone, settings=path)
    if report.held:
        click.echo(question(report), err=True)
        raise click.exceptions.Exit(ASKED)


def passed(config: Config, allow: int | None = None) -> Report:
    """Return what one pass did, with state and mailbox opened for it alone."""
    settings = config.settings
    if allow:
        settings = replace(settings, drafts_per_pass=allow, drafts_per_day=settings.drafts_per_day + allow)
    with Store(config.state) as store:
        mailbox = opened(config.mailbox)
        try:
            return one_pass(Desk(mailbox, store, settings, dt.datetime.now(settings.zone)), config.me)
        finally:
            mailbox.close()


def opened(where: MaildirAt | ImapAt) -> Mailbox:
    """Return the configured mailbox, open."""
    if isinstance(where, MaildirAt):
        return open_mailbox(f"maildir:{where.path}")
    secret = password(where.password_command, where.password_env, where.password_file)
    return open_mailbox(ImapAccount(where.host, where.port, where.user, secret, where.security, str(where.cafile) if where.cafile else None))
