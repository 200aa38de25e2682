"""The hunt on a real IMAP server. How to hunt for longer stands in docs/mailbox.md."""

import itertools

import pytest
from hypothesis.stateful import run_state_machine_as_test

from assistant.mailboxes import ImapAccount
from tests.covenant.machine import FIGURES, Covenant, hunt
from tests.dovecot import PASSWORD, Dovecot
from tests.mailboxes.boxes import Tree

_users = itertools.count(1)


@pytest.fixture
def machine(dovecot: Dovecot) -> type[Covenant]:
    class OnDovecot(Covenant):
        def tree(self, name: str) -> Tree:
            user = f"{name}{next(_users)}"
            account = ImapAccount("127.0.0.1", dovecot.port, user, PASSWORD, "none", timeout=10)
            return Tree(dovecot.maildir(user), account, dovecot.own)

    FIGURES.clear()
    return OnDovecot


def test_the_covenant_holds_on_a_real_server(machine: type[Covenant]) -> None:
    run_state_machine_as_test(machine, settings=hunt(8))
    print(dict(FIGURES))  # noqa: T201 - shown with -s
    assert FIGURES["rules"] >= 100
    assert FIGURES["placed"] >= 5
