import itertools
import os
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.core.model import RawMessage, Role
from assistant.errors import MailboxError
from assistant.mailboxes import open_mailbox
from tests.mail import mail
from tests.mailboxes.boxes import MboxFolder
from tests.mailboxes.contract import DRAFT, DRAFT_ID, ReadingContract

LINE = b"From 1859@xxx Mon Mar 02 14:00:00 +0000 2026\n"


@pytest.fixture
def box(tmp_path: Path) -> MboxFolder:
    made = MboxFolder(tmp_path)
    (tmp_path / "Inbox.mbox").touch()
    return made


class TestMbox(ReadingContract):
    pass


def _messages(path: Path) -> list[RawMessage]:
    mailbox = open_mailbox(f"mbox:{path}")
    return list(mailbox.fetch(mailbox.refs()))


def _texts(path: Path) -> list[bytes]:
    return [message.data for message in _messages(path)]


def _role(path: Path, labels: str) -> list[Role]:
    path.write_bytes(LINE + b"X-GM-THRID: 18\nX-Gmail-Labels: " + labels.encode() + b"\nSubject: x\n\nhello\n\n")
    return [ref.role for ref in open_mailbox(f"mbox:{path}").refs()]


@pytest.mark.parametrize(
    ("labels", "roles"),
    [
        ("Inbox,Important,Opened", [Role.INBOX]),
        ("Sent,Opened", [Role.SENT]),
        ("Inbox,Sent", [Role.SENT]),
        ("Archived,Unread", [Role.ARCHIVE]),
        ("Jobs,Opened", [Role.ARCHIVE]),
        ("Drafts,Opened", [Role.DRAFTS]),
        ("Trash,Sent", [Role.TRASH]),
        ("Spam,Unread", []),
        ("Chat", []),
        ("=?UTF-8?Q?Gesendet,Wichtig,Ge=C3=B6ffnet?=", [Role.SENT]),
        ("=?UTF-8?Q?Entw=C3=BCrfe?=", [Role.DRAFTS]),
        ("=?UTF-8?Q?Jobs,?=\n =?UTF-8?Q?Messages_envoy=C3=A9s?=", [Role.SENT]),
        ("Opened,\n Sent", [Role.SENT]),
        ("=?no-such-code?Q?Sent?=", [Role.ARCHIVE]),
        ("=?UTF-8?B?!?=", [Role.ARCHIVE]),
    ],
)
def test_the_labels_of_an_export_say_what_a_message_is(tmp_path: Path, labels: str, roles: list[Role]) -> None:
    assert _role(tmp_path / "All mail Including Spam and Trash.mbox", labels) == roles


def test_a_line_in_the_text_that_looks_like_a_label_is_none(tmp_path: Path) -> None:
    path = tmp_path / "Inbox.mbox"
    path.write_bytes(LINE + b"Subject: x\n\nX-Gmail-Labels: Sent\n")
    assert [ref.role for ref in open_mailbox(f"mbox:{path}").refs()] == [Role.INBOX]


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        ("Sent.mbox", [Role.SENT]),
        ("Sent Mail", [Role.SENT]),
        ("Sent Messages.mbox/mbox", [Role.SENT]),
        ("Local Folders/Inbox.sbd/Gesendet", [Role.SENT]),
        ("Drafts", [Role.DRAFTS]),
        ("Trash.mbox", [Role.TRASH]),
        ("Archives.mbx", [Role.ARCHIVE]),
        ("Junk.mbox", []),
        ("export.mbox", [Role.INBOX]),
        ("Trash or not.mbox", [Role.INBOX]),
    ],
)
def test_the_name_of_a_file_says_what_its_messages_are(tmp_path: Path, name: str, roles: list[Role]) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(LINE + b"Subject: x\n\nhello\n")
    assert [ref.role for ref in open_mailbox(f"mbox:{tmp_path}").refs()] == roles


def test_a_file_may_be_given_alone(tmp_path: Path) -> None:
    path = tmp_path / "Sent.mbox"
    path.write_bytes(LINE + b"Subject: x\n\nhello\n")
    mailbox = open_mailbox(f"mbox:{path}")
    assert [(ref.role, ref.folder) for ref in mailbox.refs()] == [(Role.SENT, "Sent.mbox")]
    assert [message.data for message in mailbox.fetch(mailbox.refs())] == [b"Subject: x\n\nhello\n"]


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "Inbox").write_bytes(LINE + b"Subject: x\n\nhello\n")
    (tmp_path / "Inbox.msf").write_bytes(b"From the index")
    (tmp_path / "notes.txt").write_bytes(b"My notes")
    (tmp_path / ".hidden").write_bytes(LINE)
    (tmp_path / "lock").symlink_to("127.0.1.1:+4711")  # as Thunderbird keeps one
    os.mkfifo(tmp_path / "pipe")
    assert {ref.folder for ref in open_mailbox(f"mbox:{tmp_path}").refs()} == {"Inbox"}


def test_quoted_lines_lose_one_sign(tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    path.write_bytes(LINE + b"Subject: x\n\n>From me\n>>From you\n> From them\n >From us\n")
    assert _texts(path) == [b"Subject: x\n\nFrom me\n>From you\n> From them\n >From us\n"]


@pytest.mark.parametrize(
    "text",
    [
        b"From here on: we wait.\n",
        b"\nFrom Monday 2026 at 14:00 on we are open.\nPlease come.\n",
        b"\nFrom \n\nmore\n",
        b"no empty line before\nFrom \nSubject: x\n",
        b"From dana Mon Mar  2 14:00:00 2026",
    ],
)
def test_a_line_in_the_text_begins_no_message(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "a.mbox"
    path.write_bytes(LINE + b"Subject: x\n\n" + text)
    assert _texts(path) == [b"Subject: x\n\n" + text]


@pytest.mark.parametrize(
    "line",
    [
        LINE,
        b"From - Mon Mar  2 14:00:00 2026\n",
        b"From dana@northwind.example  Mon Mar  2 14:00 2026 +0100\n",
        b"From MAILER-DAEMON Mon Mar  2 14:00:00 EST 2026\r\n",
        b"From dana@northwind.example Mon, 2 Mar 2026 14:00:00 +0000\n",
        b"From \n",
        b"From \r\n",
    ],
)
def test_lines_of_many_programs_begin_a_message(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "a.mbox"
    end = b"\r\n" if line.endswith(b"\r\n") else b"\n"
    one, two = (b"Subject: %d" % number + end + end + b"hello" + end for number in (1, 2))
    path.write_bytes(line + one + end + line + two + end)
    assert _texts(path) == [one, two]


def test_a_message_begins_after_one_that_lacks_its_empty_line(tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    path.write_bytes(LINE + b"Subject: 1\n\nhello\n" + LINE + b"Subject: 2\n\nhello\n")
    assert _texts(path) == [b"Subject: 1\n\nhello\n", b"Subject: 2\n\nhello\n"]


def test_every_place_of_the_border_between_two_blocks_is_found(tmp_path: Path) -> None:
    """The file is searched in blocks of a megabyte: let the border fall on each byte around the "From " line."""
    path = tmp_path / "a.mbox"
    start = LINE + b"Subject: 1\n\n"
    second = LINE + b"Subject: 2\n\nhello\n"
    for shift in itertools.chain(range(-1300, -1100, 7), range(-80, 12)):
        filling = b"x" * ((1 << 20) + shift - len(start) - 2)
        path.write_bytes(start + filling + b"\n\n" + second)
        assert [len(text) for text in _texts(path)] == [len(start) - len(LINE) + len(filling) + 1, len(second) - len(LINE)]


def test_memory_stays_flat(tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    with path.open("wb") as file:
        file.writelines(_many(3000))
    mailbox = open_mailbox(f"mbox:{path}")
    tracemalloc.start()
    try:
        count = sum(1 for _ in mailbox.fetch(mailbox.refs()))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 3000
    assert path.stat().st_size > 30_000_000
    assert peak < 8_000_000


def _many(count: int) -> Iterator[bytes]:
    return (LINE + b"Message-ID: <%d@mail.example>\n\n" % number + (b"y" * 76 + b"\n") * 135 + b"\n" for number in range(count))


def test_a_file_that_has_grown_since_is_not_read_by_old_refs(tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    path.write_bytes(LINE + b"Subject: 1\n\nhello\n")
    mailbox = open_mailbox(f"mbox:{path}")
    refs = mailbox.refs()
    with path.open("ab") as file:
        file.write(LINE + b"Subject: 2\n\nhello\n")
    assert list(mailbox.fetch(refs)) == []
    assert len(list(mailbox.fetch(mailbox.refs()))) == 2


def test_an_mbox_takes_no_drafts(tmp_path: Path) -> None:
    path = tmp_path / "Drafts.mbox"
    path.write_bytes(LINE + DRAFT.replace(b"\r\n", b"\n"))
    before = path.read_bytes()
    mailbox = open_mailbox(f"mbox:{path}")
    (ref,) = mailbox.refs()
    with pytest.raises(MailboxError, match="can only be read"):
        mailbox.place(mail("one"))
    with pytest.raises(MailboxError, match="can only be read"):
        mailbox.withdraw(ref, DRAFT_ID)
    assert path.read_bytes() == before
