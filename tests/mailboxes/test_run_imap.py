"""The same pass over a real IMAP server, and what it says to it."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.core.model import Fate, Role
from assistant.store import Store
from tests.dovecot import Dovecot
from tests.mail import mail
from tests.mailboxes.boxes import Tree
from tests.mailboxes.proxy import Proxy
from tests.passes import DANA, DAY, HOUR, NOW, PRIYA, SUBJECT, Home, held_yesterday

# What a mailbox may be asked: to look (EXAMINE, PEEK), and, of the drafts folder alone, to take one in and to let one go.
LOOKS = {"CAPABILITY", "ID", "NAMESPACE", "LIST", "XLIST", "STATUS", "EXAMINE", "UID SEARCH", "UID FETCH", "NOOP", "ENABLE", "UNSELECT"}
ENTERS = {"STARTTLS", "LOGIN", "AUTHENTICATE", "LOGOUT"}
DRAFTS_ONLY = {"APPEND", "SELECT", "UID STORE", "UID EXPUNGE"}


@pytest.fixture
def home(tree: Tree, tmp_path: Path) -> Home:
    return held_yesterday(tree, tmp_path / "state")


def fates(home: Home) -> list[Fate]:
    with Store(home.state) as store:
        return [entry.fate for entry in store.entries()]


def test_a_thank_you_waits_once_seen_and_marked_as_a_draft(home: Home) -> None:
    home.run()
    home.run(NOW + HOUR)
    (path,) = home.files()
    assert set(path.name.partition(":2,")[2]) == {"D", "S"}
    (draft,) = home.drafts()
    assert draft["In-Reply-To"] == "<m3@northwind.example>"
    assert fates(home) == [Fate.PLACED]


def test_nothing_else_on_the_server_changes(home: Home) -> None:
    before = home.tree.stored()
    home.run()
    home.reply()
    home.run(NOW + 2 * HOUR)
    after = {key: value for key, value in home.tree.stored().items() if key in before}
    assert after == before


def test_an_edited_draft_stays(home: Home) -> None:
    home.run()
    home.change("Hi Dana,", "Dear Dana,")
    home.reply()
    home.run(NOW + 2 * HOUR)
    assert len(home.drafts()) == 1
    assert fates(home) == [Fate.EDITED]


def test_a_deleted_draft_never_comes_back(home: Home) -> None:
    home.run()
    home.delete()
    home.run(NOW + HOUR)
    assert home.drafts() == []


def test_an_answer_withdraws_the_draft(home: Home) -> None:
    home.run()
    home.reply()
    assert len(home.run(NOW + 2 * HOUR).withdrawn) == 1
    assert home.drafts() == []


def test_with_the_state_lost_there_is_no_second_draft(home: Home) -> None:
    home.run()
    home.lose_state()
    home.run(NOW + HOUR)
    assert len(home.drafts()) == 1


def test_a_draft_that_a_server_shows_under_all_mail_too_is_neither_sent_nor_doubled(home: Home) -> None:
    home.run()
    (path,) = home.files()
    home.tree.make(".Everything")
    home.tree.write(".Everything", path.read_bytes(), "S")
    home.run(NOW + HOUR)
    assert fates(home) == [Fate.PLACED]
    home.reply()
    home.run(NOW + 2 * HOUR)
    assert home.drafts() == []


def test_an_append_whose_answer_is_lost_leaves_one_draft(home: Home, dovecot: Dovecot) -> None:
    with Proxy(dovecot.port, lose="APPEND") as proxy:
        spied(home, proxy).run()
    home.run(NOW + HOUR)
    assert len(home.drafts()) == 1


def test_the_whole_of_several_passes_says_only_what_is_allowed(home: Home, dovecot: Dovecot) -> None:
    with Proxy(dovecot.port) as proxy:
        watched = spied(home, proxy)
        watched.run()
        watched.run(NOW + HOUR)
        home.reply()
        watched.run(NOW + 2 * HOUR)
        watched.run(NOW + 30 * DAY)
    said = [verb(command) for command in proxy.commands]
    assert set(said) <= LOOKS | ENTERS | DRAFTS_ONLY
    assert said.count("APPEND") == len(home.drafts()) + 1  # the thank-you, withdrawn, and what waits now
    for command in proxy.commands:
        if verb(command) in {"APPEND", "SELECT"}:
            assert "Drafts" in command
        if verb(command) == "UID STORE":
            assert "\\Deleted" in command
        if verb(command) == "UID FETCH":
            assert "BODY[" not in command
            assert "RFC822 " not in command.upper().replace("RFC822.SIZE", "")


def test_the_users_own_draft_is_left_alone(home: Home) -> None:
    own = mail("Dear Dana,", frm=PRIYA, to=DANA, subject=f"Re: {SUBJECT}", id="<own@mail.example>", reply_to="<m3@northwind.example>", at=NOW - HOUR)
    home.tree.put(Role.DRAFTS, own)
    before = home.tree.stored()
    home.run()
    assert home.tree.stored() == before


def spied(home: Home, proxy: Proxy) -> Home:
    """Return the same mailbox, reached through the proxy, without TLS: it would see nothing else."""

    assert not isinstance(home.tree.address, str)
    account = replace(home.tree.address, host="127.0.0.1", port=proxy.port, security="none", cafile=None)
    return replace(home, tree=replace(home.tree, address=account))


def verb(command: str) -> str:
    words = command.upper().split()
    return " ".join(words[:2]) if words[0] == "UID" else words[0]
