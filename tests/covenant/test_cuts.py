"""A real server behind a wire that breaks at byte N of either direction, in a pass that places and in one that withdraws.

Whatever N: the pass ends cleanly (a report, or one error that may pass), nothing else is touched, and the next pass ends where an undisturbed one would have.
Here a sample of the bytes; every one of them by `COVENANT_EVERY_BYTE=1` (see docs/mailbox.md).
"""

import itertools
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from assistant.core.model import Fate
from assistant.errors import AssistantError
from assistant.mailboxes import ImapAccount
from assistant.store import Store
from tests.covenant.cuts import DOWN, UP, Wire
from tests.dovecot import PASSWORD, Dovecot
from tests.mailboxes.boxes import Stored, Tree
from tests.passes import HOUR, NOW, Home, held_yesterday

_users = itertools.count(1)
EVERY = bool(os.environ.get("COVENANT_EVERY_BYTE"))
POINTS = 12  # of each pass and direction, else


@dataclass
class Story:
    """A mailbox of its own, at the point where a pass is about to place, or to withdraw."""

    home: Home
    port: int
    withdraws: bool

    def run(self, wire: Wire | None = None) -> None:
        tree = self.home.tree
        assert isinstance(tree.address, ImapAccount)
        through = replace(tree.address, port=wire.port if wire else self.port)
        replace(self.home, tree=replace(tree, address=through)).run(NOW + (3 if self.withdraws else 1) * HOUR)

    def expected(self) -> tuple[list[Fate], int]:
        return ([Fate.WITHDRAWN], 0) if self.withdraws else ([Fate.PLACED], 1)

    def found(self) -> tuple[list[Fate], int]:
        with Store(self.home.state) as store:
            return [entry.fate for entry in store.entries()], len(self.home.files())

    def elsewhere(self) -> Stored:
        return {file: value for file, value in self.home.tree.stored().items() if file[0] != ".Drafts"}


@pytest.fixture
def told(dovecot: Dovecot, tmp_path: Path) -> Callable[[bool], Story]:
    def story(withdraws: bool) -> Story:
        user = f"cut{next(_users)}"
        tree = Tree(dovecot.maildir(user), ImapAccount("127.0.0.1", dovecot.port, user, PASSWORD, "none", timeout=5), dovecot.own)
        home = held_yesterday(tree, tmp_path / user)
        if withdraws:
            home.run()
            home.reply()
        return Story(home, dovecot.port, withdraws)

    return story


def length(story: Story, port: int) -> dict[str, int]:
    """Return how many bytes an undisturbed pass carries each way."""
    with Wire(port) as wire:
        story.run(wire)
    assert story.found() == story.expected()
    return wire.carried


def break_at(story: Story, port: int, direction: str, at: int, *, back: bool) -> None:
    before = story.elsewhere()
    with Wire(port, direction, at, back=back) as wire:
        try:
            story.run(wire)
        except AssistantError as error:
            assert "\n" not in error.message, "one line"
    assert story.elsewhere() == before, "something else was touched"
    assert len(story.home.files()) <= 1, "two drafts"
    story.run()
    assert story.found() == story.expected(), "the next pass ended elsewhere than an undisturbed one"
    assert story.elsewhere() == before
    shutil.rmtree(story.home.tree.path.parent)
    shutil.rmtree(story.home.state)


@pytest.mark.parametrize("back", [False, True], ids=["for good", "for a moment"])
@pytest.mark.parametrize("direction", [UP, DOWN])
@pytest.mark.parametrize("withdraws", [False, True], ids=["placing", "withdrawing"])
def test_the_connection_may_break_at_any_byte(dovecot: Dovecot, told: Callable[[bool], Story], withdraws: bool, direction: str, back: bool) -> None:
    total = length(told(withdraws), dovecot.port)[direction]
    step = 1 if EVERY else max(1, total // POINTS)
    points = range(0, total + 1, step)
    for at in points:
        break_at(told(withdraws), dovecot.port, direction, at, back=back)
    print(f"{direction}: broken at {len(points)} of {total} bytes")  # noqa: T201 - shown with -s


def test_a_slow_connection_ends_alike(dovecot: Dovecot, told: Callable[[bool], Story]) -> None:
    story = told(False)
    with Wire(dovecot.port, delay=0.02) as wire:
        story.run(wire)
    assert story.found() == story.expected()
