"""The hunt on Maildirs. How to hunt for longer stands in docs/mailbox.md."""

from tests.covenant.machine import FIGURES, Covenant, hunt
from tests.mailboxes.boxes import Tree


class OnMaildir(Covenant):
    def tree(self, name: str) -> Tree:
        return Tree(self.folder / name, f"maildir:{self.folder / name}")


TestOnMaildir = OnMaildir.TestCase
TestOnMaildir.settings = hunt(45)


def test_the_hunt_went_far_enough() -> None:
    print(dict(FIGURES))  # noqa: T201 - shown with -s
    assert FIGURES["rules"] >= 800
    assert FIGURES["placed"] >= 50
