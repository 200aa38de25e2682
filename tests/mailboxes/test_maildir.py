import os
from pathlib import Path

import pytest

from assistant.core.model import Role
from assistant.mailboxes import open_mailbox
from tests.mail import mail
from tests.mailboxes.boxes import Tree, lines, one
from tests.mailboxes.contract import DRAFT, DRAFT_ID, MailboxContract


@pytest.fixture
def box(tmp_path: Path) -> Tree:
    made = Tree(tmp_path / "Maildir", f"maildir:{tmp_path / 'Maildir'}")
    made.make("", ".Drafts")
    return made


class TestMaildir(MailboxContract):
    pass


def test_a_drafts_folder_is_made_where_there_is_none(tmp_path: Path) -> None:
    box = Tree(tmp_path, f"maildir:{tmp_path}")
    box.make("", ".Sent")
    ref = box.open().place(DRAFT)
    assert ref.folder == ".Drafts"
    assert sorted(path.name for path in (tmp_path / ".Drafts").iterdir()) == ["cur", "maildirfolder", "new", "tmp"]
    assert box.open().refs() == [ref]


def test_a_new_drafts_folder_stands_below_inbox_where_the_others_do(tmp_path: Path) -> None:
    box = Tree(tmp_path, f"maildir:{tmp_path}")
    box.make("", ".INBOX.Sent", ".INBOX.Trash")
    assert box.open().place(DRAFT).folder == ".INBOX.Drafts"


def test_folders_below_inbox_have_their_roles(tmp_path: Path) -> None:
    box = Tree(tmp_path, f"maildir:{tmp_path}")
    box.write("", mail("a"))
    for folder in (".INBOX.Sent", ".INBOX.Junk", ".INBOX.Jobs"):
        box.write(folder, mail(folder))
    assert {(ref.folder, ref.role) for ref in box.open().refs()} == {(".", Role.INBOX), (".INBOX.Sent", Role.SENT), (".INBOX.Jobs", Role.ARCHIVE)}


def test_folders_under_plain_names_are_read_and_a_new_one_is_made_like_them(tmp_path: Path) -> None:
    box = Tree(tmp_path, f"maildir:{tmp_path}")
    for folder in ("Inbox", "Sent", "[Gmail]/All Mail", "[Gmail]/Spam", "Jobs/Sent", "Entwürfe alt"):
        box.write(folder, mail(folder))
    roles = {(ref.folder, ref.role) for ref in box.open().refs()}
    assert roles == {
        ("Inbox", Role.INBOX),
        ("Sent", Role.SENT),
        ("[Gmail]/All Mail", Role.ARCHIVE),
        ("Jobs/Sent", Role.ARCHIVE),
        ("Entwürfe alt", Role.ARCHIVE),
    }
    assert box.open().place(DRAFT).folder == "Drafts"


def test_folder_names_may_be_utf8_or_bytes_that_are_no_text(tmp_path: Path) -> None:
    box = Tree(tmp_path, f"maildir:{tmp_path}")
    box.make("")
    box.write(".Entwürfe", mail("a draft"), flags="D")
    box.write(b".J\xe4ger".decode("utf-8", "surrogateescape"), mail("from the archive"))
    mailbox = box.open()
    assert {ref.role for ref in mailbox.refs()} == {Role.DRAFTS, Role.ARCHIVE}
    assert len(list(mailbox.fetch(mailbox.refs()))) == 2


def test_a_draft_that_mbsync_has_numbered_is_the_same_draft(tmp_path: Path) -> None:
    box = Tree(tmp_path, f"maildir:{tmp_path}")
    box.make("", ".Drafts")
    mailbox = box.open()
    ref = mailbox.place(DRAFT)
    path = box.file(".Drafts", ref.key)
    path.rename(path.with_name(path.name.replace(":2,", ",U=17:2,")))
    assert mailbox.refs() == [ref]
    assert mailbox.withdraw(ref, DRAFT_ID)


def test_a_message_seen_in_both_places_is_one_message(tmp_path: Path) -> None:
    box = Tree(tmp_path, f"maildir:{tmp_path}")
    name = box.write("", mail("one"), box="new")
    (tmp_path / "cur" / f"{name}:2,S").write_bytes(mail("one"))
    assert len(box.open().refs()) == 1


def test_a_folder_that_links_back_to_its_own_mailbox_is_read_once(tmp_path: Path) -> None:
    box = Tree(tmp_path, f"maildir:{tmp_path}")
    box.write("", mail("one"))
    (tmp_path / ".Loop").symlink_to(tmp_path)
    assert len(box.open().refs()) == 1


@pytest.mark.parametrize("missing", ["new", "cur", "tmp"])
def test_an_empty_folder_that_a_copy_left_out_is_not_missed(tmp_path: Path, missing: str) -> None:
    box = Tree(tmp_path, f"maildir:{tmp_path}")
    box.make("", ".Drafts")
    (tmp_path / missing).rmdir()
    (tmp_path / ".Drafts" / missing).rmdir()
    mailbox = box.open()
    assert mailbox.refs() == []
    assert one(mailbox, [mailbox.place(DRAFT)]) == lines(DRAFT)


def test_an_unreadable_message_is_a_fault_and_does_not_stop_the_others(tmp_path: Path) -> None:
    box = Tree(tmp_path, f"maildir:{tmp_path}")
    box.write("", mail("one"))
    (tmp_path / "cur" / "2.dangling.host:2,S").symlink_to(tmp_path / "nowhere")
    (tmp_path / "cur" / "3.folder.host:2,S").mkdir()
    os.mkfifo(tmp_path / "cur" / "4.pipe.host:2,S")
    mailbox = box.open()
    faults = {message.ref.key: (message.fault, bool(message.data)) for message in mailbox.fetch(mailbox.refs())}
    assert faults.pop("2.dangling.host") == ("the link leads to no file", False)
    assert faults.pop("3.folder.host") == ("this is no file", False)
    assert faults.pop("4.pipe.host") == ("this is no file", False)
    assert list(faults.values()) == [("", True)]


def test_files_that_begin_with_a_dot_are_no_messages(tmp_path: Path) -> None:
    box = Tree(tmp_path, f"maildir:{tmp_path}")
    box.make("")
    (tmp_path / "cur" / ".mbsyncstate").write_text("x")
    assert box.open().refs() == []


def test_the_home_folder_is_known_as_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Tree(tmp_path / "Mail", "").write("", mail("one"))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert len(open_mailbox("maildir:~/Mail").refs()) == 1
