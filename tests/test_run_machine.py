"""What must never happen, hunted: two drafts, a lost edit, a draft after a no, a changed mail.

A user edits, deletes and sends as they like, in clients that keep headers and in clients that do not; answers arrive; the state file is lost; passes are
killed at any point. After every pass that ends, what must never happen has not happened.
"""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from tests.mailboxes.boxes import Stored, Tree
from tests.passes import HOUR, NOW, held_yesterday
from tests.test_run import Dying, KilledError

POINTS = ["before place", "after place", "before withdraw", "after withdraw"]


class Passes(RuleBasedStateMachine):
    """One mailbox, its user, and passes over it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.home = held_yesterday(Tree(self.folder / "mail", f"maildir:{self.folder / 'mail'}"), self.folder / "state")
        self.now = NOW
        self.settled = False  # has a pass ended since the draft was last placed?
        self.refused = False  # a no that the assistant can know of
        self.answered = False
        self.edits: Stored = {}  # the drafts that the user edited, as they left them
        self.number = 0

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    # ------------------------------------------------------------ passes

    @initialize(at=st.sampled_from(["never", *POINTS[:2]]))
    def begin(self, at: str) -> None:
        self.be_killed(at)

    @rule()
    def run(self) -> None:
        before = self._elsewhere()
        self.now += HOUR / 4
        report = self.home.run(self.now)
        self._nothing_lost(before)
        assert not (report.placed and (self.refused or self.answered or self.edits))
        assert not (report.withdrawn and self.edits)
        assert len(self.home.files()) <= 1
        if self.answered and not self.edits:
            assert self.home.files() == []
        if not (self.answered or self.refused):
            assert len(self.home.files()) == 1
        self.settled = True

    @rule(at=st.sampled_from(POINTS))
    def be_killed(self, at: str) -> None:
        before = self._elsewhere()
        self.now += HOUR / 4
        had = len(self.home.files())
        try:
            replace(self.home, around=lambda mailbox: Dying(mailbox, at)).run(self.now)
            self.settled = True
        except KilledError:
            self.settled = self.settled and len(self.home.files()) == had
        self._nothing_lost(before)

    @rule()
    def lose_state(self) -> None:
        if self.home.state.exists():
            self.home.lose_state()
        self.settled = False  # what is deleted for good now leaves no trace
        self.refused = self.refused and self._left_drafts()

    # ------------------------------------------------------------ the user, and them

    @precondition(lambda self: self.home.files())
    @rule(in_place=st.booleans())
    def edit(self, in_place: bool) -> None:
        self.number += 1
        change = self.home.edit if in_place else self.home.change
        change("Hi Dana", f"Hi Dana {self.number}")
        self.edits = {key: value for key, value in self.home.tree.stored().items() if key[0] == ".Drafts"}

    @precondition(lambda self: self.home.files())
    @rule()
    def save_unchanged(self) -> None:
        self.home.change("Dana", "Dana")
        self.edits = {key: value for key, value in self.home.tree.stored().items() if key[0] == ".Drafts"} if self.edits else {}

    @precondition(lambda self: self.home.files() and self.settled)
    @rule()
    def delete(self) -> None:
        self.home.delete()
        self.edits, self.refused = {}, True

    @precondition(lambda self: self.home.files())
    @rule(folder=st.sampled_from([".Trash", ".Sent"]))
    def throw_away_or_send(self, folder: str) -> None:
        self.home.move(folder, "S")
        self.edits, self.refused = {}, True

    @precondition(lambda self: not self.answered)
    @rule()
    def answer(self) -> None:
        self.home.reply(self.now)
        self.answered = True

    # ------------------------------------------------------------ what must hold

    def _elsewhere(self) -> Stored:
        return {key: value for key, value in self.home.tree.stored().items() if key[0] != ".Drafts"}

    def _left_drafts(self) -> bool:
        """Does a draft lie in Trash, or in Sent besides the mail that was there from the beginning?"""
        return len(self.home.files(".Trash") + self.home.files(".Sent")) > 1

    def _nothing_lost(self, elsewhere: Stored) -> None:
        assert self._elsewhere() == elsewhere
        assert self.edits.items() <= self.home.tree.stored().items()


TestPasses = Passes.TestCase
TestPasses.settings = settings(max_examples=40, stateful_step_count=12, deadline=None, print_blob=True)
