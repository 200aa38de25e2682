"""One fault at a time: the pass says one line or goes on, and the next one ends where an undisturbed one would have."""

import shutil
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.core.model import Fate
from assistant.errors import AssistantError, MailboxError
from assistant.mailboxes import ImapAccount, Mailbox
from assistant.store import Store
from tests.covenant.world import Watched
from tests.dovecot import FULL_USER, PASSWORD, Dovecot
from tests.mailboxes.boxes import Tree
from tests.mailboxes.proxy import Proxy
from tests.mailboxes.test_run_imap import spied
from tests.passes import DAY, HOUR, NOW, Home, held_yesterday
from tests.test_run_cli import settings

__all__ = ["settings"]


@pytest.fixture(params=["maildir", "imap"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    tree = Tree(tmp_path / "mail", f"maildir:{tmp_path / 'mail'}") if request.param == "maildir" else request.getfixturevalue("tree")
    return held_yesterday(tree, tmp_path / "state")


@pytest.fixture
def remote(tree: Tree, tmp_path: Path) -> Home:
    return held_yesterday(tree, tmp_path / "state")


def fates(home: Home) -> list[Fate]:
    with Store(home.state) as store:
        return [entry.fate for entry in store.entries()]


# ---------------------------------------------------------------- the drafts folder


def test_drafts_that_vanish_and_return_still_wait(home: Home) -> None:
    home.run()
    kept = home.tree.path.parent / "kept"
    shutil.move(home.tree.path / ".Drafts", kept)
    home.run(NOW + HOUR)
    assert fates(home) == [Fate.PLACED]
    shutil.move(kept, home.tree.path / ".Drafts")
    home.reply(NOW + HOUR)
    home.run(NOW + 2 * HOUR)
    assert (fates(home), home.files()) == ([Fate.WITHDRAWN], [])


def test_drafts_under_another_name_that_says_so_still_wait(home: Home) -> None:
    home.run()
    (home.tree.path / ".Drafts").rename(home.tree.path / ".Entw&APw-rfe")
    assert home.run(NOW + HOUR).placed == ()
    assert fates(home) == [Fate.PLACED]
    home.reply(NOW + HOUR)
    home.run(NOW + 2 * HOUR)
    assert home.files(".Entw&APw-rfe") == []


def test_drafts_under_a_name_that_says_nothing_were_moved_and_wait_again_when_they_are_back(home: Home) -> None:
    home.run()
    (home.tree.path / ".Drafts").rename(home.tree.path / ".Put by")
    report = home.run(NOW + HOUR)
    assert [left.why for left in report.left] == ["you moved it to another folder: it is yours"]
    assert fates(home) == [Fate.MOVED]
    (home.tree.path / ".Put by").rename(home.tree.path / ".Drafts")
    home.run(NOW + 2 * HOUR)
    assert fates(home) == [Fate.PLACED]


@pytest.mark.parametrize("folder", [".Drafts.Later", ".Archive", ".Jobs"])
@pytest.mark.parametrize("lost", [False, True], ids=["", "and the state is lost"])
def test_a_draft_that_was_moved_is_not_touched_and_not_placed_again(home: Home, folder: str, lost: bool) -> None:
    home.run()
    home.move(folder, "DS")
    if lost:
        home.lose_state()
    assert home.run(NOW + HOUR).placed == ()
    home.reply(NOW + HOUR)
    report = home.run(NOW + 2 * HOUR)
    assert (fates(home), len(home.files(folder)), report.withdrawn) == ([Fate.MOVED], 1, ())
    assert any("that you moved may be stale" in note for note in report.notes)


def test_a_draft_moved_by_a_client_that_drops_the_flag_was_not_sent(home: Home) -> None:
    home.run()
    home.move(".Archive", "S")
    home.run(NOW + HOUR)
    assert fates(home) == [Fate.MOVED]


def test_without_a_drafts_folder_a_server_takes_none_and_one_line_says_so(remote: Home) -> None:
    shutil.rmtree(remote.tree.path / ".Drafts")
    with pytest.raises(MailboxError, match="no drafts folder") as caught:
        remote.run()
    assert not caught.value.retryable
    remote.tree.make(".Drafts")
    remote.run(NOW + HOUR)
    assert (fates(remote), len(remote.files())) == ([Fate.PLACED], 1)


# ---------------------------------------------------------------- the server


@pytest.mark.parametrize("during", [False, True], ids=["between passes", "in the middle of one"])
def test_other_numbers_change_nothing(remote: Home, dovecot: Dovecot, during: bool) -> None:
    assert isinstance(remote.tree.address, ImapAccount)
    user = remote.tree.address.user
    remote.run()
    remote.reply()

    def watched(mailbox: Mailbox) -> Mailbox:
        return Watched(mailbox, 6, lambda: dovecot.renumber(user, "Drafts", 1_999_999_999)) if during else mailbox

    if not during:
        dovecot.renumber(user, "Drafts", 1_999_999_998)
    replace(remote, around=watched).run(NOW + 2 * HOUR)
    remote.run(NOW + 3 * HOUR)
    assert (fates(remote)[0] in {Fate.WITHDRAWN, Fate.DELETED}, remote.files()) == (True, [])


@pytest.mark.parametrize("before", [True, False], ids=["command", "answer"])
@pytest.mark.parametrize("lost", ["LOGIN", "LIST", "EXAMINE", "UID SEARCH", "UID FETCH", "SELECT", "APPEND", "UID STORE", "UID EXPUNGE", "LOGOUT"])
def test_a_command_or_its_answer_may_be_lost(remote: Home, dovecot: Dovecot, lost: str, before: bool) -> None:
    for withdraws in (False, True):
        if withdraws:
            remote.reply()
        with Proxy(dovecot.port, lose=lost, before=before) as proxy, suppress(AssistantError):
            spied(remote, proxy).run(NOW + 2 * HOUR)
        assert len(remote.files()) <= 1
        remote.run(NOW + 3 * HOUR)
        assert fates(remote) == [Fate.WITHDRAWN if withdraws else Fate.PLACED]
        assert len(remote.files()) == (0 if withdraws else 1)


def test_a_full_mailbox_is_one_line_and_has_its_draft_when_there_is_room(dovecot: Dovecot, tmp_path: Path) -> None:
    full = Tree(dovecot.maildir(FULL_USER), ImapAccount("127.0.0.1", dovecot.port, FULL_USER, PASSWORD, "none", timeout=10), dovecot.own)
    shutil.rmtree(full.path)
    home = held_yesterday(full, tmp_path / "state")
    for _ in range(2):
        with pytest.raises(MailboxError, match="over its quota") as caught:
            home.run()
        assert not caught.value.retryable, "trying again in a minute makes no room"
        assert home.files() == []
    roomy = Tree(dovecot.maildir("roomy"), ImapAccount("127.0.0.1", dovecot.port, "roomy", PASSWORD, "none", timeout=10), dovecot.own)
    shutil.copytree(full.path, roomy.path, dirs_exist_ok=True)
    dovecot.own(roomy.path)
    later = replace(home, tree=roomy)
    later.run(NOW + HOUR)
    assert (fates(later), len(later.files())) == ([Fate.PLACED], 1)


# ---------------------------------------------------------------- clock and disk


@pytest.mark.parametrize("days", [-40, -1, 2, 30, 400])
def test_a_clock_that_jumps_and_comes_back_ends_with_the_same_draft(home: Home, days: int) -> None:
    home.run()
    home.run(NOW + HOUR + days * DAY)
    home.run(NOW + 2 * HOUR)
    thanks = [draft for draft in home.drafts() if draft["In-Reply-To"] == "<m3@northwind.example>"]
    assert len(thanks) == len(home.files()) == 1


def test_a_clock_that_jumps_takes_no_edit_along(home: Home) -> None:
    home.run()
    home.change("Hi Dana,", "Dear Dana,")
    before = home.tree.stored()
    for days in (-40, 30, 0):
        home.run(NOW + HOUR + days * DAY)
        assert before.items() <= home.tree.stored().items()


@pytest.mark.parametrize("room", [0, 5_000, 9_000, 13_000, 17_000])
def test_a_disk_that_fills_is_one_line_and_the_next_pass_goes_on(settings: Path, room: int) -> None:
    code = "import resource, sys; from assistant.cli import main; resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2); main(sys.argv[2:])"
    command = [sys.executable, "-c", code, str(room), "run", "--once", "--config", str(settings)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, len(done.stderr.splitlines())) in {(0, 0), (2, 1)}, done.stderr
    drafts = settings.parent / "mail" / ".Drafts" / "cur"
    assert len(list(drafts.iterdir())) <= 1
    again = subprocess.run([sys.executable, "-m", "assistant", "run", "--once", "--config", str(settings)], capture_output=True, text=True, check=False)
    assert (again.returncode, again.stderr) == (0, "")
    assert len(list(drafts.iterdir())) == 1
