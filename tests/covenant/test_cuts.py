"""A real server behind a wire that breaks at byte N of either direction, in a pass that places and in one that withdraws.

Whatever N: the pass ends cleanly (a report, or one error that may pass), nothing else is touched, and the next pass ends where an undisturbed one would have.
Here a sample of the bytes; every one of them by `COVENANT_STRIDE=1` (see docs/mailbox.md).
"""

import itertools
import os
import random
import shutil
from collections.abc import Callable
from contextlib import suppress
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
STRIDE = int(os.environ.get("COVENANT_STRIDE", "0"))  # 1: every byte
POINTS = 4  # of each pass and direction, where no stride is said


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
    def made(user: str) -> Home:
        address = ImapAccount("127.0.0.1", dovecot.port, user, PASSWORD, "none", timeout=5)
        return Home(Tree(dovecot.maildir(user), address, dovecot.own), tmp_path / user)

    def pattern(withdraws: bool) -> Home:
        home = made(f"pattern{next(_users)}")
        held_yesterday(home.tree, home.state)
        home.state.mkdir()
        if withdraws:
            home.run()
            home.reply()
        return home

    patterns = {withdraws: pattern(withdraws) for withdraws in (False, True)}

    def story(withdraws: bool) -> Story:
        home, like = made(f"cut{next(_users)}"), patterns[withdraws]
        shutil.copytree(like.tree.path, home.tree.path, dirs_exist_ok=True)
        shutil.copytree(like.state, home.state)
        home.tree.own(home.tree.path)
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
    with Wire(port, direction, at, back=back) as wire, suppress(AssistantError):  # anything else is no clean end
        story.run(wire)
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
    points = list(range(0, total + 1, STRIDE or max(1, total // POINTS)))
    random.Random(1).shuffle(points)  # noqa: S311 - no secret; so that a run which is stopped has seen all parts of the pass
    for done, at in enumerate(points, 1):
        break_at(told(withdraws), dovecot.port, direction, at, back=back)
        if done % 100 == 0 or done == len(points):
            what = f"{'withdrawing' if withdraws else 'placing'}, {direction}, {'for a moment' if back else 'for good'}"
            print(f"{what}: at {done} of {total + 1} bytes", flush=True)  # noqa: T201 - shown with -s


def test_a_slow_connection_ends_alike(dovecot: Dovecot, told: Callable[[bool], Story]) -> None:
    story = told(False)
    with Wire(dovecot.port, delay=0.02) as wire:
        story.run(wire)
    assert story.found() == story.expected()
