"""The same servers as for the tests of mailboxes."""

from tests.mailboxes.conftest import account, dovecot, tree

__all__ = ["account", "dovecot", "tree"]
