"""Each way in which clients save a draft: unchanged is no edit, one change is, on the disk as in the ledger."""

import datetime as dt
from pathlib import Path

import pytest

from assistant.core.model import Fate, Role
from assistant.store import Store
from tests.covenant.clients import EDITS, FORMS, SIGNATURE, Client, saved
from tests.mail import mail
from tests.mailboxes.boxes import Tree
from tests.passes import HOUR, NOW, PRIYA, Home, held_yesterday

KEEP_ALL = [Client(form) for form in FORMS]
KEEP_NONE = [Client(form, keeps_id=False, keeps_header=False, keeps_thread=False) for form in FORMS]
KEEP_SOME = [Client(keeps_id=False), Client(keeps_header=False), Client(keeps_thread=False)]
CLIENTS = [*KEEP_ALL, *KEEP_NONE, *KEEP_SOME]
EDITORS = [Client(), Client("only html", keeps_id=False, keeps_header=False), Client("signed", keeps_id=False, keeps_thread=False)]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = held_yesterday(Tree(tmp_path / "mail", f"maildir:{tmp_path / 'mail'}"), tmp_path / "state")
    signed = mail(f"See you on Sunday!\n\n-- \n{SIGNATURE}\n", frm=PRIYA, to="Noor <noor@home.example>", subject="Sunday", id="<s1@mail.example>", at=NOW)
    made.tree.put(Role.SENT, signed)
    made.run()
    return made


def replace_by(home: Home, client: Client, at: dt.datetime, edit: str = "") -> None:
    (path,) = home.files()
    home.tree.write(".Drafts", saved(path.read_bytes(), client, at, 7, edit), "DS")
    path.unlink()


def send(home: Home, client: Client, edit: str = "") -> None:
    (path,) = home.files()
    home.tree.write(".Sent", saved(path.read_bytes(), client, NOW + HOUR, 7, edit, send=True), "S")
    path.unlink()


def fates(home: Home) -> list[Fate]:
    with Store(home.state) as store:
        return [entry.fate for entry in store.entries()]


@pytest.mark.parametrize("client", CLIENTS, ids=str)
def test_saved_without_a_change_it_waits_and_is_withdrawn_on_an_answer(home: Home, client: Client) -> None:
    replace_by(home, client, NOW + HOUR)
    home.run(NOW + 2 * HOUR)
    assert fates(home) == [Fate.PLACED]
    home.reply(NOW + 2 * HOUR)
    home.run(NOW + 3 * HOUR)
    assert (fates(home), home.files()) == ([Fate.WITHDRAWN], [])


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("client", EDITORS, ids=str)
def test_one_change_makes_it_the_users(home: Home, client: Client, edit: str) -> None:
    replace_by(home, client, NOW + HOUR, edit)
    home.run(NOW + 2 * HOUR)
    assert fates(home) == [Fate.EDITED]
    home.reply(NOW + 2 * HOUR)
    home.run(NOW + 3 * HOUR)
    assert (fates(home), len(home.files())) == ([Fate.EDITED], 1)


@pytest.mark.parametrize("client", CLIENTS, ids=str)
def test_sent_unchanged_is_sent(home: Home, client: Client) -> None:
    send(home, client)
    home.run(NOW + 2 * HOUR)
    assert fates(home) == [Fate.SENT]


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("client", EDITORS, ids=str)
def test_sent_with_a_change_is_sent_after_edits(home: Home, client: Client, edit: str) -> None:
    send(home, client, edit)
    home.run(NOW + 2 * HOUR)
    assert fates(home) == [Fate.SENT_EDITED]


@pytest.mark.parametrize("client", CLIENTS, ids=str)
def test_a_draft_that_a_client_saved_is_not_placed_again_though_the_state_is_lost(home: Home, client: Client) -> None:
    replace_by(home, client, NOW + HOUR)
    home.lose_state()
    assert home.run(NOW + 2 * HOUR).placed == ()
    assert len(home.files()) == 1


@pytest.mark.parametrize("added", ["See you soon", SIGNATURE.replace("0100", "0199")])
def test_a_signature_that_no_other_mail_bears_is_the_users_hand(home: Home, added: str) -> None:
    (path,) = home.files()
    plain = saved(path.read_bytes(), Client(), NOW, 7)
    home.tree.write(".Drafts", plain.rstrip() + f"\r\n\r\n-- \r\n{added}\r\n".encode(), "DS")
    path.unlink()
    home.run(NOW + HOUR)
    assert fates(home) == [Fate.EDITED]
