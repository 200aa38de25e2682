"""Two machines over one mailbox, each with a state of its own, that act at the very same moment."""

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from assistant.core.model import Fate, RawMessage, Ref
from assistant.mailboxes import Mailbox
from assistant.store import Store
from tests.mailboxes.boxes import Tree
from tests.passes import HOUR, NOW, Home, held_yesterday


@dataclass
class Together:
    """A mailbox to which two write at the same moment: who comes first waits for the other."""

    mailbox: Mailbox
    verb: str
    barrier: threading.Barrier
    happens: Callable[[], None] = lambda: None
    met: bool = False

    def refs(self) -> list[Ref]:
        return self.mailbox.refs()

    def fetch(self, refs: Iterable[Ref]) -> Iterator[RawMessage]:
        return self.mailbox.fetch(refs)

    def drafts(self) -> str:
        return self.mailbox.drafts()

    def place(self, data: bytes) -> Ref:
        self._meet("place")
        ref = self.mailbox.place(data)
        self._meet("placed")
        return ref

    def withdraw(self, draft: Ref, message_id: str) -> bool:
        self._meet("withdraw")
        return self.mailbox.withdraw(draft, message_id)

    def close(self) -> None:
        self.mailbox.close()

    def _meet(self, verb: str) -> None:
        if self.verb.startswith(verb) and not self.met:
            self.met = verb == self.verb
            self.barrier.wait(10)


@pytest.fixture(params=["maildir", "imap"])
def homes(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Home, Home]:
    tree = Tree(tmp_path / "mail", f"maildir:{tmp_path / 'mail'}") if request.param == "maildir" else request.getfixturevalue("tree")
    laptop = held_yesterday(tree, tmp_path / "laptop")
    return laptop, replace(laptop, state=tmp_path / "desktop")


def both(homes: tuple[Home, Home], verb: str, hours: int) -> None:
    """Run a pass on both; they meet before `place` or `withdraw`, or before and after (`placed`)."""
    barrier = threading.Barrier(2)
    failures: list[BaseException] = []

    def run(home: Home) -> None:
        try:
            replace(home, around=lambda mailbox: Together(mailbox, verb, barrier)).run(NOW + hours * HOUR)
        except BaseException as error:  # noqa: BLE001 - told by the test's own thread
            failures.append(error)

    threads = [threading.Thread(target=run, args=(home,)) for home in homes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def fates(home: Home) -> list[Fate]:
    with Store(home.state) as store:
        return [entry.fate for entry in store.entries()]


@pytest.mark.parametrize("verb", ["place", "placed"])
def test_both_place_at_the_same_moment_and_one_draft_stays(homes: tuple[Home, Home], verb: str) -> None:
    both(homes, verb, 1)
    for home in homes:
        home.run(NOW + 2 * HOUR)
    assert len(homes[0].files()) == 1
    assert [fates(home) for home in homes] == [[Fate.PLACED], [Fate.PLACED]]
    homes[0].reply(NOW + 2 * HOUR)
    homes[1].run(NOW + 3 * HOUR)
    assert homes[0].files() == []


def test_both_placed_at_the_same_moment_each_takes_away_the_same_copy(homes: tuple[Home, Home]) -> None:
    """Even the very passes that placed leave one: each looks once more, and both keep the one with the lower number."""
    both(homes, "placed", 1)
    assert len(homes[0].files()) == 1


def test_both_withdraw_at_the_same_moment_and_nothing_else_goes(homes: tuple[Home, Home]) -> None:
    for home in homes:
        home.run()
    homes[0].reply()
    before = {file: value for file, value in homes[0].tree.stored().items() if file[0] != ".Drafts"}
    both(homes, "withdraw", 2)
    assert homes[0].tree.stored() == before
    for home in homes:
        assert home.run(NOW + 3 * HOUR).placed == ()


def test_what_one_placed_is_the_others_too(homes: tuple[Home, Home]) -> None:
    laptop, desktop = homes
    laptop.run()
    assert desktop.run(NOW + HOUR).placed == ()
    laptop.delete()
    for home in homes:
        assert home.run(NOW + 2 * HOUR).placed == ()
        assert fates(home) == [Fate.DELETED]


def test_a_copy_that_the_user_edited_before_anybody_looked_stays_and_the_other_goes(homes: tuple[Home, Home]) -> None:
    laptop, desktop = homes
    laptop.run()
    (path,) = laptop.files()
    laptop.tree.write(".Drafts", path.read_bytes(), "DS")  # the other machine's, of the same moment
    later = max(laptop.files())
    laptop.tree.write(".Drafts", later.read_bytes().replace(b"Hi Dana", b"Dear Dana"), "DS")
    later.unlink()
    for home in (desktop, laptop):
        home.run(NOW + HOUR)
    (draft,) = laptop.drafts()
    assert draft.get_content().startswith("Dear Dana")
