"""One pass over a real Maildir, and what the next ones make of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import pytest

from assistant.core.model import Fate, RawMessage, Ref, Role, Stage
from assistant.errors import ConfigError, MailboxError, StoreError
from assistant.mailboxes import Mailbox
from assistant.store import Store
from tests.mail import mail
from tests.mailboxes.boxes import Tree
from tests.passes import DANA, DAY, HOUR, NOW, PRIYA, SUBJECT, Home, held_yesterday


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return held_yesterday(Tree(tmp_path / "mail", f"maildir:{tmp_path / 'mail'}"), tmp_path / "state")


class KilledError(Exception):
    """The program ends here."""


@dataclass
class Dying:
    """A mailbox in which the program is killed: before or after a draft is written or taken away."""

    mailbox: Mailbox
    at: str

    def refs(self) -> list[Ref]:
        return self.mailbox.refs()

    def fetch(self, refs: Iterable[Ref]) -> Iterator[RawMessage]:
        return self.mailbox.fetch(refs)

    def place(self, data: bytes) -> Ref:
        self._die("before place")
        ref = self.mailbox.place(data)
        self._die("after place")
        return ref

    def withdraw(self, draft: Ref, message_id: str) -> bool:
        self._die("before withdraw")
        gone = self.mailbox.withdraw(draft, message_id)
        self._die("after withdraw")
        return gone

    def drafts(self) -> str:
        return self.mailbox.drafts()

    def close(self) -> None:
        self.mailbox.close()

    def _die(self, here: str) -> None:
        if here == self.at:
            raise KilledError


@dataclass
class Busy(Dying):
    """A mailbox in which something happens just before the program asks for the `turn`-th time what stands there (or for the mail itself)."""

    at: str = ""
    turn: int = 2
    ask: str = "refs"
    happens: Callable[[], None] = field(default=lambda: None)
    turns: int = 0

    def refs(self) -> list[Ref]:
        self._go_on("refs")
        return self.mailbox.refs()

    def fetch(self, refs: Iterable[Ref]) -> Iterator[RawMessage]:
        self._go_on("fetch")
        return self.mailbox.fetch(refs)

    def _go_on(self, ask: str) -> None:
        self.turns += ask == self.ask
        if ask == self.ask and self.turns == self.turn:
            self.happens()


@dataclass
class Grudging(Dying):
    """A mailbox from which a draft is gone, or changed, the moment that it is to be withdrawn."""

    at: str = ""

    def withdraw(self, draft: Ref, message_id: str) -> bool:
        return False


def fates(home: Home) -> list[Fate]:
    with Store(home.state) as store:
        return [entry.fate for entry in store.entries()]


# ---------------------------------------------------------------- placed once


def test_the_day_after_an_interview_a_thank_you_waits(home: Home) -> None:
    report = home.run()
    (draft,) = home.drafts()
    assert (draft["From"], draft["To"], draft["Subject"]) == (PRIYA, DANA, f"Re: {SUBJECT}")
    assert draft["In-Reply-To"] == "<m3@northwind.example>"
    assert draft.get_content().startswith("Hi Dana,")
    (placed,) = report.placed
    assert "was held" in placed.why
    assert report.outcome.judged[0].status.stage is Stage.THANK_YOU
    assert (report.messages, report.unreadable, report.notes, report.left) == (5, (), (), ())


def test_nothing_else_in_the_mailbox_changes(home: Home) -> None:
    before = home.tree.stored()
    home.run()
    after = home.tree.stored()
    assert {key: value for key, value in after.items() if key[0] != ".Drafts"} == before


def test_run_again_it_places_nothing(home: Home) -> None:
    home.run()
    before = home.tree.stored()
    report = home.run(NOW + HOUR)
    assert (report.placed, report.withdrawn) == ((), ())
    assert [left.why for left in report.left] == ["it is waiting"]
    assert home.tree.stored() == before


def test_before_the_interview_is_over_nothing_waits(home: Home) -> None:
    home.run(NOW - DAY)
    assert home.drafts() == []


def test_who_the_user_is_is_learned_from_what_they_sent(home: Home) -> None:
    home.run(me=None)
    (draft,) = home.drafts()
    assert draft["From"] == PRIYA


def test_where_nothing_was_sent_the_user_is_asked_who_they_are(home: Home) -> None:
    for path in home.files(".Sent"):
        path.unlink()
    with pytest.raises(ConfigError, match="Sent folder is empty"):
        home.run(me=None)


# ---------------------------------------------------------------- edited, deleted, sent


def test_a_draft_edited_where_it_stands_is_never_touched_again(home: Home) -> None:
    home.run()
    home.edit("Hi Dana,", "Dear Dana,")
    before = home.tree.stored()
    report = home.run(NOW + HOUR)
    assert [left.why for left in report.left] == ["you edited it: it is yours"]
    home.reply()
    report = home.run(NOW + 2 * HOUR)
    assert any("may be stale: Dana Reyes wrote on 5 Mar" in note for note in report.notes)
    assert len(home.drafts()) == 1
    assert before.items() <= home.tree.stored().items()


def test_a_draft_edited_by_a_client_that_replaces_it_is_never_touched_again(home: Home) -> None:
    home.run()
    home.change("Hi Dana,", "Dear Dana,")
    home.run(NOW + HOUR)
    home.reply()
    home.run(NOW + 2 * HOUR)
    home.run(NOW + 10 * DAY)
    (draft,) = home.drafts()
    assert draft.get_content().startswith("Dear Dana,")
    assert fates(home) == [Fate.EDITED]


def test_a_draft_saved_without_a_change_is_not_edited(home: Home) -> None:
    home.run()
    home.change("Hi Dana,", "Hi  Dana,\n")
    home.run(NOW + HOUR)
    assert fates(home) == [Fate.PLACED]
    home.reply()
    assert len(home.run(NOW + 2 * HOUR).withdrawn) == 1
    assert home.drafts() == []


def test_a_deleted_draft_never_comes_back(home: Home) -> None:
    home.run()
    home.delete()
    for hours in (1, 2, 3):
        assert home.run(NOW + hours * HOUR).placed == ()
    assert home.drafts() == []
    assert fates(home) == [Fate.DELETED]


def test_a_draft_moved_to_trash_never_comes_back(home: Home) -> None:
    home.run()
    home.move(".Trash", "S")
    home.run(NOW + HOUR)
    for path in home.files(".Trash"):
        path.unlink()
    home.run(NOW + 2 * HOUR)
    assert home.drafts() == []


def test_a_draft_that_was_sent_is_done(home: Home) -> None:
    home.run()
    home.move(".Sent", "S")
    report = home.run(NOW + HOUR)
    assert home.drafts() == []
    assert fates(home) == [Fate.SENT]
    assert report.outcome.judged[0].status.stage is Stage.WAITING


def test_a_thank_you_written_by_hand_withdraws_the_draft(home: Home) -> None:
    home.run()
    own = mail("Thank you for your time yesterday, Dana!", frm=PRIYA, to=DANA, subject="Yesterday", id="<own@mail.example>", at=NOW + HOUR)
    home.tree.put(Role.SENT, own)
    (gone,) = home.run(NOW + 2 * HOUR).withdrawn
    assert gone.why == "it is no longer due" or gone.why.startswith("you wrote to Dana Reyes")
    assert home.drafts() == []


# ---------------------------------------------------------------- withdrawn


def test_an_answer_withdraws_the_draft_and_says_why(home: Home) -> None:
    home.run()
    home.reply()
    (gone,) = home.run(NOW + 2 * HOUR).withdrawn
    assert gone.why.startswith("Dana Reyes wrote on 5 Mar: “Hi Priya, It was a pleasure to meet you yesterday.")
    assert home.drafts() == []
    assert home.run(NOW + 3 * HOUR).placed == ()


def test_a_draft_whose_time_is_over_is_withdrawn(home: Home) -> None:
    home.run()
    (gone,) = home.run(NOW + 3 * DAY).withdrawn
    assert gone.why == "it is no longer due"
    assert home.drafts() == []


# ---------------------------------------------------------------- the state is lost


def test_with_the_state_lost_there_is_no_second_draft(home: Home) -> None:
    home.run()
    home.lose_state()
    assert home.run(NOW + HOUR).placed == ()
    assert len(home.drafts()) == 1


def test_with_the_state_lost_an_answer_still_withdraws(home: Home) -> None:
    home.run()
    home.lose_state()
    home.reply()
    home.run(NOW + 2 * HOUR)
    assert home.drafts() == []


def test_with_the_state_lost_an_edited_draft_stays(home: Home) -> None:
    home.run()
    home.edit("Hi Dana,", "Dear Dana,")
    home.lose_state()
    home.reply()
    home.run(NOW + 2 * HOUR)
    assert len(home.drafts()) == 1


def test_with_the_state_lost_a_draft_in_trash_is_still_a_no(home: Home) -> None:
    home.run()
    home.move(".Trash", "S")
    home.lose_state()
    assert home.run(NOW + HOUR).placed == ()


# ---------------------------------------------------------------- killed, and two at once


@pytest.mark.parametrize("at", ["before place", "after place"])
def test_killed_while_placing_there_is_one_draft_after_the_next_pass(home: Home, at: str) -> None:
    killed = replace(home, around=lambda mailbox: Dying(mailbox, at))
    with pytest.raises(KilledError):
        killed.run()
    assert fates(home) == [Fate.INTENDED]
    home.run(NOW + HOUR)
    assert fates(home) == [Fate.PLACED]
    assert len(home.drafts()) == 1
    home.run(NOW + 2 * HOUR)
    assert len(home.drafts()) == 1


def test_killed_while_placing_the_users_no_still_counts(home: Home) -> None:
    with pytest.raises(KilledError):
        replace(home, around=lambda mailbox: Dying(mailbox, "after place")).run()
    home.move(".Trash", "S")
    assert home.run(NOW + HOUR).placed == ()


@pytest.mark.parametrize("at", ["before withdraw", "after withdraw"])
def test_killed_while_withdrawing_the_draft_is_gone_after_the_next_pass(home: Home, at: str) -> None:
    home.run()
    home.reply()
    with pytest.raises(KilledError):
        replace(home, around=lambda mailbox: Dying(mailbox, at)).run(NOW + 2 * HOUR)
    home.run(NOW + 3 * HOUR)
    assert home.drafts() == []
    assert fates(home) == [Fate.WITHDRAWN]


def test_killed_while_withdrawing_an_edit_made_since_stays(home: Home) -> None:
    home.run()
    home.reply()
    with pytest.raises(KilledError):
        replace(home, around=lambda mailbox: Dying(mailbox, "before withdraw")).run(NOW + 2 * HOUR)
    home.edit("Hi Dana,", "Dear Dana,")
    home.run(NOW + 3 * HOUR)
    assert len(home.drafts()) == 1


def test_two_passes_at_once_are_refused(home: Home) -> None:
    with Store(home.state), pytest.raises(StoreError, match="already at work"):
        home.run()


def test_a_second_copy_is_taken_away(home: Home) -> None:
    home.run()
    (path,) = home.files()
    home.tree.write(".Drafts", path.read_bytes(), "DS")
    (gone,) = home.run(NOW + HOUR).withdrawn
    assert gone.why == "it is a second copy"
    assert len(home.drafts()) == 1
    assert fates(home) == [Fate.PLACED]


# ---------------------------------------------------------------- looked at again


@pytest.mark.parametrize("turn", [2, 3, 4])
def test_an_answer_that_arrives_during_the_pass_holds_the_draft_back(home: Home, turn: int) -> None:
    busy = replace(home, around=lambda mailbox: Busy(mailbox, turn=turn, happens=home.reply))
    report = busy.run()
    assert report.placed == ()
    assert home.drafts() == []


@pytest.mark.parametrize("turn", [2, 3])
def test_a_draft_edited_during_the_pass_is_not_withdrawn(home: Home, turn: int) -> None:
    home.run()
    home.reply()
    edit = partial(home.edit, "Hi Dana,", "Dear Dana,")
    report = replace(home, around=lambda mailbox: Busy(mailbox, turn=turn, ask="fetch", happens=edit)).run(NOW + 2 * HOUR)
    assert report.withdrawn == ()
    (draft,) = home.drafts()
    assert draft.get_content().startswith("Dear Dana,")


def test_a_draft_deleted_just_before_the_pass_looks_is_not_placed_again(home: Home) -> None:
    home.run()
    report = replace(home, around=lambda mailbox: Busy(mailbox, turn=1, happens=home.delete)).run(NOW + HOUR)
    assert report.placed == ()
    assert fates(home) == [Fate.DELETED]


def test_a_draft_that_somebody_else_takes_away_first_is_not_called_withdrawn(home: Home) -> None:
    home.run()
    home.reply()
    report = replace(home, around=Grudging).run(NOW + 2 * HOUR)
    assert report.withdrawn == ()
    assert report.notes == ("Mail kept coming in: the next pass does the rest",)
    assert fates(home) == [Fate.PLACED]


def test_mail_that_keeps_coming_in_leaves_the_rest_to_the_next_pass(home: Home) -> None:
    def flood(mailbox: Mailbox) -> Mailbox:
        return Flooded(mailbox, home=home)

    report = replace(home, around=flood).run()
    assert report.placed == ()
    assert report.notes == ("Mail kept coming in: the next pass does the rest",)
    assert len(home.run(NOW + HOUR).placed) == 1


@dataclass
class Flooded(Dying):
    """A mailbox into which a mail comes at every look."""

    at: str = ""
    home: Home | None = None
    number: int = 0

    def refs(self) -> list[Ref]:
        assert self.home
        self.number += 1
        news = mail("Ten tips for your balcony.", frm="Garden <news@garden.example>", subject="Tips", id=f"<g{self.number}@garden.example>", at=NOW)
        self.home.tree.put(Role.INBOX, news)
        return self.mailbox.refs()


# ---------------------------------------------------------------- what is odd


def test_a_mail_dated_in_the_future_counts_now(home: Home) -> None:
    home.run()
    home.reply(NOW + 400 * DAY)
    assert len(home.run(NOW + HOUR).withdrawn) == 1


def test_what_cannot_be_read_is_counted_and_stops_nothing(home: Home) -> None:
    home.tree.write("", b"")
    home.tree.write("", b"\x00\xff\x00 no mail at all")
    report = home.run()
    assert len(report.placed) == 1
    assert len(report.unreadable) >= 1


def test_no_more_than_the_fuse_allows_is_placed_in_one_pass(home: Home) -> None:
    lowered = replace(home, settings=replace(home.settings, drafts_per_pass=0))
    report = lowered.run()
    assert (report.placed, report.held) == ((), 1)


def test_a_draft_begun_by_hand_holds_ours_back(home: Home) -> None:
    own = mail("Dear Dana,", frm=PRIYA, to=DANA, subject=f"Re: {SUBJECT}", id="<own@mail.example>", reply_to="<m3@northwind.example>", at=NOW - HOUR)
    home.tree.write(".Drafts", own, "DS")
    report = home.run()
    assert report.placed == ()
    assert [left.why for left in report.left] == ["you are writing to them yourself"]


def test_a_mailbox_that_takes_no_draft_says_so_and_the_next_pass_places_one(home: Home) -> None:
    (home.tree.path / ".Drafts").rename(home.tree.path / ".Kept")
    (home.tree.path / ".Drafts").write_text("a file in the way")
    with pytest.raises(MailboxError):
        home.run()
    (home.tree.path / ".Drafts").unlink()
    (home.tree.path / ".Kept").rename(home.tree.path / ".Drafts")
    assert len(home.run(NOW + HOUR).placed) == 1
    assert len(home.drafts()) == 1
