"""`assistant run --once`: one pass over the configured mailbox. Drafts are placed and withdrawn; nothing is sent."""

import datetime as dt
from pathlib import Path

import click

from assistant.accounts.password import password
from assistant.cli.report import show_report
from assistant.config import SAMPLE, ImapAt, MaildirAt, load, standard_path
from assistant.errors import ConfigError
from assistant.mailboxes import ImapAccount, Mailbox, open_mailbox
from assistant.run import Desk, one_pass
from assistant.store import Store


@click.command()
@click.option("--once", is_flag=True, help="One pass, then stop.")
@click.option("--config", "path", type=click.Path(path_type=Path), help="Your settings, a TOML file. Left out: the one in your own settings folder.")
@click.option("--sample", is_flag=True, help="Print settings to begin with, and stop.")
def run(path: Path | None, *, once: bool, sample: bool) -> None:
    """Read the configured mailbox, and leave or withdraw follow-up drafts there. Nothing is ever sent."""
    if sample:
        click.echo(SAMPLE, nl=False)
        return
    if not once:
        raise ConfigError("The waiting loop is not there yet", "Type: assistant run --once")
    config = load(path or standard_path())
    with Store(config.state) as store:
        mailbox = opened(config.mailbox)
        try:
            now = dt.datetime.now(config.settings.zone)
            report = one_pass(Desk(mailbox, store, config.settings, now), config.me)
        finally:
            mailbox.close()
    show_report(report, config.settings.zone)


def opened(where: MaildirAt | ImapAt) -> Mailbox:
    """Return the configured mailbox, open."""
    if isinstance(where, MaildirAt):
        return open_mailbox(f"maildir:{where.path}")
    secret = password(where.password_command, where.password_env, where.password_file)
    return open_mailbox(ImapAccount(where.host, where.port, where.user, secret, where.security, str(where.cafile) if where.cafile else None))
