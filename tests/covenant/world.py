"""A mailbox, its user, and every pass over it watched: what a pass may not do, it is seen to have done.

`World` knows of each draft what the user did to it, from the outside: by file, past the code under test. Around each pass it compares the whole
mailbox before and after, flags included:

- nothing outside of Drafts changed; nothing in Drafts changed in place;
- what went was ours, and untouched; what came is ours, and neither refused, nor there already;
- after a pass that ended, each step has one draft at most, and none untouched stands whose step is not due.
"""

import datetime as dt
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from assistant.core.identity import mark
from assistant.core.model import RawMessage, Ref
from assistant.core.reading import DRAFT_HEADER
from assistant.errors import MailboxError
from assistant.mailboxes import Mailbox
from assistant.run import Report
from tests.covenant.clients import Client, saved
from tests.mailboxes.boxes import Stored, Tree
from tests.passes import Home, parsed

DRAFTS = ".Drafts"
File = tuple[str, str]  # folder and name
_Answer = TypeVar("_Answer")


class KilledError(Exception):
    """The program ends here."""


@dataclass
class Watched:
    """A mailbox in which something happens just before or after the `turn`-th thing that the program asks of it."""

    mailbox: Mailbox
    turn: int
    happens: Callable[[], None]
    after: bool = False
    count: int = 0
    asked: list[str] = field(default_factory=list)

    def refs(self) -> list[Ref]:
        return self._around("refs", self.mailbox.refs)

    def fetch(self, refs: Iterable[Ref]) -> Iterator[RawMessage]:
        wanted = list(refs)
        return iter(self._around("fetch", lambda: list(self.mailbox.fetch(wanted))))

    def place(self, data: bytes) -> Ref:
        return self._around("place", lambda: self.mailbox.place(data))

    def withdraw(self, draft: Ref, message_id: str) -> bool:
        return self._around("withdraw", lambda: self.mailbox.withdraw(draft, message_id))

    def drafts(self) -> str:
        return self.mailbox.drafts()

    def close(self) -> None:
        self.mailbox.close()

    def _around(self, what: str, ask: Callable[[], _Answer]) -> _Answer:
        self.count += 1
        here = self.count == self.turn
        if here and not self.after:
            self.happens()
            self.asked.clear()
        answer = ask()
        self.asked.append(what)
        if here and self.after:
            self.happens()
            self.asked.clear()
        return answer


@dataclass
class Item:
    """A draft of ours that stands somewhere. `hand`: the user's. `marked`: it says for certain that it is ours. `free`: nobody can know any more."""

    key: str
    hand: bool = False
    marked: bool = True
    free: bool = False


@dataclass
class Machine:
    """A machine on which the assistant runs: its state, and which drafts it has seen standing."""

    home: Home
    seen: set[str] = field(default_factory=set)
    wrote: set[str] = field(default_factory=set)  # placed by itself, be it in a pass that was cut short
    backup: set[str] | None = None

    def knows(self, key: str, item: "Item") -> bool:
        """Can it tell that a draft which stands is ours?"""
        return item.marked or key in self.seen or key in self.wrote

    @property
    def kept(self) -> Path:
        return self.home.state.with_name(f"{self.home.state.name}.backup")

    def lose_state(self) -> None:
        shutil.rmtree(self.home.state, ignore_errors=True)
        self.seen, self.wrote = set(), set()

    def back_up(self) -> None:
        shutil.rmtree(self.kept, ignore_errors=True)
        self.home.state.mkdir(parents=True, exist_ok=True)
        shutil.copytree(self.home.state, self.kept)
        self.backup = set(self.seen)

    def restore(self) -> None:
        assert self.backup is not None
        self.lose_state()
        shutil.copytree(self.kept, self.home.state)
        self.seen = set(self.backup)


def _step(path: Path) -> str:
    """Return what a draft is for, as its header says; "" where it bears none."""
    mail = parsed(path)
    key = mark(str(mail[DRAFT_HEADER] or "")).key
    return key and _named(key, mail["To"].addresses[0].addr_spec)


def _named(key: str, to: str) -> str:
    """Return a step's name. In this world each person gets one thank-you and one closing note, by whatever an interview is known at the moment."""
    kind = key.partition("|")[0]
    return key if kind == "check_in" else f"{kind}|{to}"


class World:
    """One mailbox on a disk, and the machines that look at it."""

    def __init__(self, tree: Tree, states: Path, *names: str) -> None:
        self.tree = tree
        tree.make("", ".Sent", DRAFTS, ".Trash", ".Archive", ".Drafts.Later")
        self.machines = {name: Machine(Home(tree, states / name)) for name in names}
        self.items: dict[File, Item] = {}
        self.traces: dict[str, set[File]] = {}  # what a draft left behind: in Trash, in Sent
        self.deleted: set[str] = set()  # for good
        self.answered: set[str] = set()  # addresses from which an answer came
        self.loose: set[str] = set()  # steps of which somebody cannot know any more what the user did
        self.number = 0
        self.passes = self.placed = self.taken = 0
        self._before: Stored = {}
        self._refused: set[str] = set()
        self._at_work = ""

    # ------------------------------------------------------------ passes, watched

    def run(self, name: str, now: dt.datetime, around: Callable[[Mailbox], Mailbox] = lambda mailbox: mailbox) -> Report | None:
        """Let a machine do a pass, and watch it; None where it was cut short."""
        machine, self.passes = self.machines[name], self.passes + 1
        self._before, self._refused, self._at_work = self.tree.stored(), {key for key in self.known() if self._is_refused(machine, key)}, name
        try:
            report = replace(machine.home, around=around).run(now)
        except (KilledError, MailboxError):
            self._compare()
            return None
        self._compare()
        self._ended(machine, report)
        return report

    def meanwhile(self, happens: Callable[[], object]) -> None:
        """Let something happen in the middle of a pass; what the pass did until then is looked at first."""
        self._compare()
        kept = self._refused, self._at_work
        happens()
        self._refused, self._at_work = kept
        self._before = self.tree.stored()

    def _compare(self) -> None:
        """Say no to whatever a pass may not have done."""
        before, after = self._before, self.tree.stored()
        assert {file: value for file, value in after.items() if file in before} == {file: value for file, value in before.items() if file in after}
        gone, new = before.keys() - after.keys(), after.keys() - before.keys()
        assert all(folder == DRAFTS for folder, _ in gone | new), "something outside of Drafts changed"
        self.placed, self.taken = self.placed + len(new), self.taken + len(gone)
        for file in gone:
            item = self.items.pop(file, None)
            assert item, "a mail that is not ours was removed"
            assert not item.hand, "what the user has in hand was removed"
        for file in new:
            key = _step(self.tree.file(*file))
            assert key, "a draft without our header was placed"
            assert key not in self._refused, f"{key} was refused, and is back"
            self.items[file] = Item(key, free=self._is_beyond_knowing(key))
            self.deleted.discard(key)
            self.machines[self._at_work].wrote.add(key)

    def _is_beyond_knowing(self, key: str) -> bool:
        """Is it placed again because nothing tells this machine of what happened? (Another one, who saw it, then takes it for fetched back.)"""
        others = (machine for name, machine in self.machines.items() if name != self._at_work)
        unknown = any(not item.marked for item in self.items.values() if item.key == key)
        free = key in self.deleted or unknown or any(key in machine.seen for machine in others)
        self.loose |= {key} if free else set()
        return free

    def _ended(self, machine: Machine, report: Report) -> None:
        due = {_named(draft.step.key, draft.to[0].email) for draft in report.outcome.drafts}
        mine = [item for (folder, _), item in self.items.items() if folder == DRAFTS and not item.free and machine.knows(item.key, item)]
        stale = [item.key for item in mine if not item.hand and item.key not in due]
        assert not stale, f"not due, and still standing: {stale}"
        for key in {item.key for item in mine}:
            copies = [item.hand for item in mine if item.key == key]
            assert copies.count(False) + any(copies) <= 1, f"two drafts for {key}"
        machine.seen |= {item.key for item in mine} | {key for key, files in self.traces.items() if files}

    def known(self) -> set[str]:
        """Return the steps of which anything was ever seen."""
        return {item.key for item in self.items.values()} | {key for key, files in self.traces.items() if files} | self.deleted

    def _is_refused(self, machine: Machine, key: str) -> bool:
        """Can this machine know that the step is not to be drafted again?"""
        standing = [item for item in self.items.values() if item.key == key]
        if standing:
            return any(machine.knows(key, item) for item in standing) and not any(item.free for item in standing)
        return bool(self.traces.get(key)) or (key in self.deleted and key in machine.seen)

    def forget(self, name: str, *, restore: bool = False) -> None:
        """Lose a machine's state, or get an older one back; what left no trace in the mailbox is beyond knowing from then on."""
        machine = self.machines[name]
        self.loose |= self.deleted | {item.key for item in self.items.values() if not item.marked}
        machine.restore() if restore else machine.lose_state()

    # ------------------------------------------------------------ the user

    def standing_keys(self) -> list[str]:
        """Return the steps whose drafts stand in Drafts."""
        return sorted({item.key for (folder, _), item in self.items.items() if folder == DRAFTS})

    def standing(self, key: str, folder: str = "") -> File | None:
        """Return where a step's draft stands, in that folder if one is named."""
        return next((file for file, item in sorted(self.items.items()) if item.key == key and (not folder or file[0] == folder)), None)

    def save(self, file: File, client: Client, at: dt.datetime, edit: str = "") -> None:
        """Let a client save the draft, edited or not: a new message takes its place."""
        path, item = self.tree.file(*file), self.items.pop(file)
        data = saved(path.read_bytes(), client, at, self._next(), edit)
        name = self.tree.write(file[0], data, "DS")
        path.unlink()
        self.items[file[0], name] = replace(item, hand=item.hand or bool(edit), marked=item.marked and client.keeps_marks)

    def send(self, file: File, client: Client, at: dt.datetime, edit: str = "") -> None:
        """Let a client send the draft."""
        path, item = self.tree.file(*file), self.items.pop(file)
        name = self.tree.write(".Sent", saved(path.read_bytes(), client, at, self._next(), edit, send=True), "S")
        path.unlink()
        if item.marked and client.keeps_marks:
            self.traces.setdefault(item.key, set()).add((".Sent", name))
        else:
            self.deleted.add(item.key)  # who has not seen the draft cannot tell that it was ours

    def move(self, file: File, folder: str, flags: str = "DS") -> None:
        """Let a client move the draft: the same bytes under another name."""
        path, item = self.tree.file(*file), self.items.pop(file)
        name = self.tree.write(folder, path.read_bytes(), flags)
        path.unlink()
        if folder != ".Trash":
            self.items[folder, name] = item
        elif item.marked:
            self.traces.setdefault(item.key, set()).add((folder, name))
        else:
            self.deleted.add(item.key)

    def delete(self, file: File) -> None:
        """Let a client delete the draft for good."""
        item = self.items.pop(file)
        self.tree.file(*file).unlink()
        if not any(other.key == item.key for other in self.items.values()):
            self.deleted.add(item.key)

    def renumber(self) -> None:
        """Let the server give every message another number, as after a restore (UIDVALIDITY)."""
        for file in [file for file in self.tree.stored() if file[0]]:
            path = self.tree.file(*file)
            self.number += 1
            name = f"{1_600_000_000 + self.number}.R{self.number}.host"
            path.rename(path.with_name(f"{name}:{path.name.partition(':')[2]}" if ":" in path.name else name))
            if file in self.items:
                self.items[file[0], name] = self.items.pop(file)
            for files in self.traces.values():
                if file in files:
                    files.remove(file)
                    files.add((file[0], name))
        for found in self.tree.path.rglob("dovecot*"):  # the server then numbers anew, under another UIDVALIDITY
            if found.is_file():
                found.unlink()

    def drafts(self) -> dict[str, list[bool]]:
        """Return what stands in Drafts, in the user's hand or not, by step."""
        found: dict[str, list[bool]] = {}
        for (folder, _), item in sorted(self.items.items()):
            if folder == DRAFTS:
                found.setdefault(item.key, []).append(item.hand)
        return found

    def _next(self) -> int:
        self.number += 1
        return self.number
