"""The servers for the tests of mailboxes: one Dovecot for all of them, and a user of its own for each test."""

import itertools
from collections.abc import Iterator

import pytest

from assistant.mailboxes import ImapAccount
from tests.dovecot import PASSWORD, Dovecot, missing
from tests.mailboxes.boxes import Tree

_count = itertools.count(1)


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    without = missing()
    if without:
        pytest.fail(without, pytrace=False)
    with Dovecot() as server:
        yield server


@pytest.fixture
def account(dovecot: Dovecot) -> ImapAccount:
    """A user that nobody else has, with an empty mailbox."""
    user = f"user{next(_count)}"
    dovecot.maildir(user)
    return ImapAccount("localhost", dovecot.tls_port, user, PASSWORD, "tls", dovecot.cafile, timeout=10)


@pytest.fixture
def tree(dovecot: Dovecot, account: ImapAccount) -> Tree:
    """That user's mailbox on the server's disk, with a drafts folder."""
    made = Tree(dovecot.maildir(account.user), account, dovecot.own)
    made.make("", ".Drafts")
    return made
