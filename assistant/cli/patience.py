"""Trying a pass again where the server may be back in a moment, with growing pauses.

Takes what to try; gives its answer, or raises its last error. Its rules: only an error that says of itself that it may pass is worth another try (a lost
connection, a server that is not available now; not a full mailbox, nor a wrong password); the pauses grow, and end after a minute or so, for the
next call of the program tries again as well. Trying again is safe: a pass looks before it writes.
"""

import time
from collections.abc import Callable
from itertools import islice
from typing import TypeVar

import click

from assistant.errors import MailboxError

PAUSES = (2.0, 8.0, 30.0)  # seconds

_Answer = TypeVar("_Answer")


def patiently(attempt: Callable[[], _Answer], retries: int = len(PAUSES), pause: Callable[[float], None] = time.sleep) -> _Answer:
    """Return what `attempt` gives, trying it `retries` times more; each pause is told in one line on standard error."""
    for seconds in islice(PAUSES, retries):
        try:
            return attempt()
        except MailboxError as error:
            if not error.retryable:
                raise
            click.echo(f"{error.message}. Trying again in {seconds:g} seconds", err=True)
            pause(seconds)
    return attempt()
