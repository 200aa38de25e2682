"""What must never happen, hunted: rules by which the mailbox, its user and two machines live, in any order.

Mail arrives in any order and late; a user saves, edits, deletes, sends, moves and fetches back, in clients that keep marks and in clients that do not;
passes run, are killed, lose answers, and run at once on two machines; states are lost and restored; numbers change; days go by; the clock is wrong.
`World` says after each pass whether it kept the covenant. A twin mailbox has the same user and passes that nobody disturbs: in the end both look alike.
"""

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from assistant.core.model import Role
from assistant.errors import MailboxError
from assistant.mailboxes import Mailbox
from tests.covenant.clients import EDITS, FORMS, SIGNATURE, Client
from tests.covenant.world import DRAFTS, KilledError, Watched, World
from tests.mail import invitation, mail
from tests.mailboxes.boxes import Tree
from tests.passes import AGREED, DANA, DAY, FIXED, HOUR, INVITED, NOW, PRIYA, SUBJECT

TOM = "Tom Okafor <tom@southlake.example>"
OFFICE = "Interview - Office Manager"
SIGNED = mail(f"See you on Sunday!\n\n-- \n{SIGNATURE}\n", frm=PRIYA, to="Noor <noor@home.example>", subject="Sunday", id="<s1@mail.example>", at=NOW - DAY)
PENDING = {
    "dana 1": (Role.INBOX, INVITED),
    "dana 2": (Role.SENT, AGREED),
    "dana 3": (Role.INBOX, FIXED),
    "tom 1": (
        Role.INBOX,
        mail(
            "Hi Priya,\n\nThank you for applying for the Office Manager role. Could we talk on Wednesday, March 4 at 10am?\n\nBest,\nTom",
            frm=TOM,
            subject=OFFICE,
            id="<t1@southlake.example>",
            at=NOW - 3 * DAY,
        ),
    ),
    "tom 2": (
        Role.SENT,
        mail(
            "Hi Tom,\n\nWednesday at 10 works.\n\nBest,\nPriya",
            frm=PRIYA,
            to=TOM,
            subject=f"Re: {OFFICE}",
            id="<t2@mail.example>",
            reply_to="<t1@southlake.example>",
            at=NOW - 3 * DAY + HOUR,
        ),
    ),
    "tom 3": (
        Role.INBOX,
        mail(
            "You are invited.",
            frm=TOM,
            subject=OFFICE,
            id="<t3@southlake.example>",
            at=NOW - 3 * DAY + 2 * HOUR,
            ics=invitation(start="DTSTART:20260304T150000Z", end="DTEND:20260304T154500Z", summary=OFFICE, uid="uid-2", organizer=TOM),
        ),
    ),
    "parcel": (
        Role.INBOX,
        mail("Your parcel is on its way.", frm="Parcels <no-reply@parcels.example>", subject="On its way", id="<p1@parcels.example>", at=NOW),
    ),
}
PEOPLE = {"dana": (DANA, SUBJECT, "<m3@northwind.example>"), "tom": (TOM, OFFICE, "<t3@southlake.example>")}
WORDS = {
    "courtesy": "It was a pleasure to meet you. We will be in touch.",
    "no": "Thank you for your time. We have decided to move forward with another candidate.",
}

FIGURES: Counter[str] = Counter()
clients = st.builds(Client, form=st.sampled_from(sorted(FORMS)), keeps_id=st.booleans(), keeps_header=st.booleans(), keeps_thread=st.booleans())
edits = st.sampled_from(sorted(EDITS))
names = st.sampled_from(["desktop", "laptop"])
turns = st.integers(1, 14)
picks = st.integers(0, 5)
people = st.sampled_from(sorted(PEOPLE))


class Covenant(RuleBasedStateMachine):
    """Two mailboxes with one history: `home`, where things go wrong, and `calm`, where they do not."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.home = World(self.tree("home"), self.folder / "states", "desktop", "laptop")
        self.calm = World(self.tree("calm"), self.folder / "calm", "only")
        self.now, self.number, self.alike = NOW, 0, True
        self.closed: set[str] = set()
        self.rough = False  # with what no twin can have: wrong clocks, older states, a user who acts in the middle of a pass
        self.pending = dict(PENDING)
        self.both(lambda world: world.tree.put(Role.SENT, SIGNED))

    def tree(self, name: str) -> Tree:
        """Return an empty mailbox; each kind of mailbox has its own."""
        raise NotImplementedError

    def both(self, happens: Callable[[World], Any]) -> None:
        for world in (self.home, self.calm):
            happens(world)

    # ------------------------------------------------------------ mail

    @initialize(late=st.sets(st.sampled_from(sorted(PENDING)), max_size=2), order=st.randoms(use_true_random=False), rough=st.booleans())
    def begin(self, late: set[str], order: Any, rough: bool) -> None:  # noqa: ANN401 - hypothesis' own kind of Random
        self.rough = rough
        now = sorted(set(PENDING) - late)
        order.shuffle(now)
        for name in now:
            self.arrive(name)

    def arrive(self, name: str) -> None:
        role, data = self.pending.pop(name)
        self.both(lambda world: world.tree.put(role, data))

    @precondition(lambda self: self.pending)
    @rule(pick=picks)
    def arrive_late(self, pick: int) -> None:
        self.arrive(sorted(self.pending)[pick % len(self.pending)])

    def letter(self, who: str, words: str, days: int, new_thread: bool) -> bytes:
        self.number += 1
        frm, subject, thread = PEOPLE[who]
        words = "courtesy" if who in self.closed else words  # a second no, weeks later, would be another step
        self.closed |= {who} if words == "no" else set()
        return mail(
            f"Hi Priya,\n\n{WORDS[words]}\n\nBest,\n{frm.split()[0]}",
            frm=frm,
            subject="Our talk" if new_thread else f"Re: {subject}",
            id=f"<a{self.number}@answers.example>",
            reply_to="" if new_thread else thread,
            at=self.now - days * DAY,
        )

    @rule(who=people, words=st.sampled_from(sorted(WORDS)), days=st.integers(0, 1), new_thread=st.booleans())
    def answer(self, who: str, words: str, days: int, new_thread: bool) -> None:
        data = self.letter(who, words, days, new_thread)
        self.both(lambda world: world.tree.put(Role.INBOX, data))

    @rule(who=people)
    def write_by_hand(self, who: str) -> None:
        self.number += 1
        to, subject, thread = PEOPLE[who]
        data = mail(
            "Just a line to say thanks.", frm=PRIYA, to=to, subject=f"Re: {subject}", id=f"<own{self.number}@mail.example>", reply_to=thread, at=self.now
        )
        self.both(lambda world: world.tree.put(Role.SENT, data))

    # ------------------------------------------------------------ passes

    def calmly(self) -> None:
        self.now += HOUR / 4
        self.calm.run("only", self.now)

    @rule(name=names)
    def run(self, name: str) -> None:
        self.calmly()
        assert self.home.run(name, self.now)

    @rule(name=names, turn=turns, after=st.booleans(), lost=st.booleans())
    def be_cut_short(self, name: str, turn: int, after: bool, lost: bool) -> None:
        def end() -> None:
            if lost:
                raise MailboxError("The connection broke", retryable=True)
            raise KilledError

        self.calmly()
        self.home.run(name, self.now, lambda mailbox: Watched(mailbox, turn, end, after))

    @rule(name=names, turn=turns, after=st.booleans())
    def run_twice_at_once(self, name: str, turn: int, after: bool) -> None:
        other = "laptop" if name == "desktop" else "desktop"
        self.calmly()
        self._meanwhile(name, turn, after, lambda: self.home.run(other, self.now))

    @rule(name=names, turn=turns, who=people, words=st.sampled_from(sorted(WORDS)))
    def be_answered_during_a_pass(self, name: str, turn: int, who: str, words: str) -> None:
        """A reply that arrives before the last look wins: nothing that it ends waits untouched after this very pass."""
        data = self.letter(who, words, 0, False)
        seen: list[Watched] = []

        def watched(mailbox: Mailbox) -> Mailbox:
            seen.append(Watched(mailbox, turn, lambda: self.home.meanwhile(lambda: self.home.tree.put(Role.INBOX, data))))
            return seen[0]

        self.now += HOUR / 4
        assert self.home.run(name, self.now, watched)
        if seen[0].count < turn:
            self.home.tree.put(Role.INBOX, data)
        elif "refs" in seen[0].asked:
            address = PEOPLE[who][0].partition("<")[2].rstrip(">")
            items = [item for (folder, _), item in self.home.items.items() if folder == DRAFTS and item.key.startswith("thank_you") and address in item.key]
            known = [item for item in items if item.marked and not item.free and not item.hand]
            assert not known, "a reply came before the last look, and the thank-you still waits"
        self.calm.tree.put(Role.INBOX, data)
        self.calm.run("only", self.now)

    @precondition(lambda self: self.rough and self.home.standing_keys())
    @rule(name=names, turn=turns, pick=picks, client=clients, edit=edits, gone=st.booleans())
    def be_busy_during_a_pass(self, name: str, turn: int, pick: int, client: Client, edit: str, gone: bool) -> None:
        """The user edits or deletes a draft while the pass looks at it."""
        key = self.home.standing_keys()[pick % len(self.home.standing_keys())]
        self.alike = False

        def act() -> None:
            file = self.home.standing(key, DRAFTS)
            if file and gone:
                self.home.delete(file)
            elif file:
                self.home.save(file, client, self.now, edit)

        self._meanwhile(name, turn, False, act)

    def _meanwhile(self, name: str, turn: int, after: bool, happens: Callable[[], object]) -> None:
        assert self.home.run(name, self.now, lambda mailbox: Watched(mailbox, turn, lambda: self.home.meanwhile(happens), after))

    @precondition(lambda self: self.rough)
    @rule(name=names, days=st.integers(1, 30))
    def run_by_a_wrong_clock(self, name: str, days: int) -> None:
        self.alike = False
        before = {file for file, item in self.home.items.items() if item.hand}
        self.home.run(name, self.now - days * DAY)
        assert before <= self.home.items.keys()

    # ------------------------------------------------------------ the user

    def on_both(self, pick: int, folder: str, happens: Callable[[World, tuple[str, str]], None]) -> None:
        """Let the user do the same to the same draft in both mailboxes; where it does not stand in both, they go apart."""
        keys = sorted({item.key for (where, _), item in self.home.items.items() if where == folder})
        if not keys:
            return
        key = keys[pick % len(keys)]
        for world in (self.home, self.calm):
            file = world.standing(key, folder)
            if file:
                happens(world, file)
            else:
                self.alike = False

    @rule(pick=picks, client=clients)
    def save_unchanged(self, pick: int, client: Client) -> None:
        self.on_both(pick, DRAFTS, lambda world, file: world.save(file, client, self.now))

    @rule(pick=picks, client=clients, edit=edits)
    def edit(self, pick: int, client: Client, edit: str) -> None:
        self.on_both(pick, DRAFTS, lambda world, file: world.save(file, client, self.now, edit))

    @rule(pick=picks)
    def delete(self, pick: int) -> None:
        self.on_both(pick, DRAFTS, lambda world, file: world.delete(file))
        self.home.loose |= self.home.deleted  # a machine that has not seen it cannot know

    @rule(pick=picks)
    def throw_away(self, pick: int) -> None:
        self.on_both(pick, DRAFTS, lambda world, file: world.move(file, ".Trash", "S"))

    @rule(pick=picks, client=clients, edit=st.one_of(st.just(""), edits))
    def send(self, pick: int, client: Client, edit: str) -> None:
        self.on_both(pick, DRAFTS, lambda world, file: world.send(file, client, self.now, edit))
        self.home.loose |= self.home.deleted

    @rule(pick=picks, folder=st.sampled_from([".Drafts.Later", ".Archive", ".Jobs"]))
    def move(self, pick: int, folder: str) -> None:
        self.on_both(pick, DRAFTS, lambda world, file: world.move(file, folder))

    @rule(pick=picks, folder=st.sampled_from([".Drafts.Later", ".Archive", ".Jobs"]))
    def move_back(self, pick: int, folder: str) -> None:
        self.on_both(pick, folder, lambda world, file: world.move(file, DRAFTS))

    # ------------------------------------------------------------ states, numbers, time

    @rule(name=names)
    def lose_state(self, name: str) -> None:
        self.home.forget(name)

    @rule(name=names)
    def back_up(self, name: str) -> None:
        self.home.machines[name].back_up()

    @precondition(lambda self: self.rough)
    @rule(name=names)
    def restore(self, name: str) -> None:
        if self.home.machines[name].backup is not None:
            self.alike = False  # what this machine withdrew since looks to it as if the user had deleted it
            self.home.forget(name, restore=True)

    @rule()
    def renumber(self) -> None:
        self.home.renumber()

    @rule(days=st.sampled_from([1, 2, 4, 11, 15]))
    def let_days_go_by(self, days: int) -> None:
        self.now += days * DAY

    # ------------------------------------------------------------ the end

    @invariant()
    def count(self) -> None:
        FIGURES["rules"] += 1

    def teardown(self) -> None:
        """Let both machines run until nothing changes, which is at once; then home looks like calm."""
        self.now += HOUR
        self.calm.run("only", self.now)
        for _ in range(2):
            for name in ("desktop", "laptop"):
                self.home.run(name, self.now)
        before = self.home.tree.stored()
        for name in ("desktop", "laptop"):
            report = self.home.run(name, self.now)
            assert report
            assert (report.placed, report.withdrawn) == ((), ()), "a pass over a settled mailbox wrote something"
        assert self.home.tree.stored() == before
        if self.alike:
            loose = self.home.loose | self.calm.loose
            here, there = ({key: hands for key, hands in world.drafts().items() if key not in loose} for world in (self.home, self.calm))
            assert here == there, "the disturbed history ended otherwise"
        self.leave()

    def leave(self) -> None:
        """Throw the mailboxes away, and count what was done."""
        FIGURES["histories"] += 1
        FIGURES["passes"] += self.home.passes + self.calm.passes
        FIGURES["placed"] += self.home.placed
        FIGURES["taken away"] += self.home.taken
        FIGURES["compared with an undisturbed twin"] += self.alike
        shutil.rmtree(self.folder)


def hunt(histories: int) -> settings:
    """Return how far to hunt: the same histories each time, so that a change is judged by itself.

    COVENANT_HISTORIES in the environment goes further, through longer histories and others each time; a failure is printed and not shrunk.
    """
    wanted = int(os.environ.get("COVENANT_HISTORIES", "0"))
    return settings(
        max_examples=wanted or histories,
        stateful_step_count=50 if wanted else 25,
        deadline=None,
        derandomize=not wanted,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate],
        database=None,
    )
