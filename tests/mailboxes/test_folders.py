import pytest

from assistant.core.model import Role
from assistant.mailboxes.folders import decoded, role
from assistant.mailboxes.imap_folders import Folder, drafts_folder, folders
from assistant.mailboxes.message_id import message_id


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((), Role.INBOX),
        (("INBOX",), Role.INBOX),
        (("inbox", "Sent"), Role.SENT),
        (("[Gmail]", "All Mail"), Role.ARCHIVE),
        (("[Google Mail]", "Sent Mail"), Role.SENT),
        (("[Gmail]", "Spam"), None),
        (("INBOX", "INBOX", "Drafts"), Role.DRAFTS),
        (("SENT  ITEMS",), Role.SENT),
        (("Éléments envoye\u0301s",), Role.SENT),  # accents composed and apart
        (("送信済みメール",), Role.SENT),
        (("Elementos eliminados",), Role.TRASH),
        (("下書き",), Role.DRAFTS),
        (("Correo no deseado",), None),
        (("Jobs", "Trash"), Role.ARCHIVE),
        (("Sent", "2025"), Role.SENT),
        (("Northwind Health",), Role.ARCHIVE),
        (("[Gmail]",), Role.ARCHIVE),
    ],
)
def test_a_folder_is_known_by_its_top_name(parts: tuple[str, ...], expected: Role | None) -> None:
    assert role(parts) == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Entw&APw-rfe", "Entwürfe"),
        ("R&-D", "R&D"),
        ("R&D", "R&D"),
        ("Q & A", "Q & A"),
        ("&!-", "&!-"),
        ("&AB-", "&AB-"),  # half a letter
        ("&2D3eAA-", "😀"),
        ("Entwürfe", "Entwürfe"),
        ("&" * 1000, "&" * 1000),
    ],
)
def test_names_in_modified_utf7_are_read_and_others_stay(name: str, text: str) -> None:
    assert decoded(name) == text


def test_what_the_server_says_outranks_a_name() -> None:
    found = folders([((b"\\HasNoChildren", b"\\drafts"), b"/", "Sent thoughts"), ((b"\\Sent",), b".", "INBOX.Gone"), ((b"\\JUNK",), b".", "Archive")])
    assert found == [Folder("Sent thoughts", Role.DRAFTS, True), Folder("INBOX.Gone", Role.SENT, True)]


def test_folders_that_hold_no_messages_or_hold_them_twice_are_not_read() -> None:
    rows = [((flag,), b"/", f"name {number}") for number, flag in enumerate((b"\\Noselect", b"\\NonExistent", b"\\Flagged", b"\\Important", b"\\Junk"))]
    assert folders(rows) == []


def test_labels_are_left_out_where_one_folder_holds_all_mail() -> None:
    rows = [
        ((), b"/", "INBOX"),
        ((), b"/", "Jobs"),
        ((b"\\Noselect",), b"/", "[Gmail]"),
        ((b"\\All",), b"/", "[Gmail]/All Mail"),
        ((b"\\Drafts",), b"/", "[Gmail]/Drafts"),
        ((b"\\Sent",), b"/", "[Gmail]/Sent Mail"),
    ]
    assert [(folder.name, folder.role) for folder in folders(rows)] == [
        ("INBOX", Role.INBOX),
        ("[Gmail]/All Mail", Role.ARCHIVE),
        ("[Gmail]/Drafts", Role.DRAFTS),
        ("[Gmail]/Sent Mail", Role.SENT),
    ]


def test_folders_of_other_people_are_not_the_users() -> None:
    rows = [((), b"/", "INBOX"), ((), b"/", "shared/Jobs"), ((), b"/", "user/anna/Sent"), ((), b"/", "sharedness")]
    assert [folder.name for folder in folders(rows, ("shared/", "user/"))] == ["INBOX", "sharedness"]


def test_a_server_without_a_hierarchy_has_plain_names() -> None:
    assert folders([((), None, "Sent/Items")]) == [Folder("Sent/Items", Role.ARCHIVE, False)]


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        (["Drafts", "INBOX.Drafts"], "Drafts"),
        (["INBOX.Drafts", "INBOX.Drafts.old"], "INBOX.Drafts"),
        (["*Ungesagt", "Drafts"], "*Ungesagt"),
        (["Archive"], None),
    ],
)
def test_drafts_go_where_the_server_says_else_where_the_name_says(names: list[str], chosen: str | None) -> None:
    found = folders([((b"\\Drafts",) if name.startswith("*") else (), b".", name) for name in names])
    folder = drafts_folder(found)
    assert (folder and folder.name) == chosen


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Message-ID: <a@b.example>\r\n\r\nhello", "<a@b.example>"),
        (b"Subject: x\nmessage-id:<a@b.example>\n", "<a@b.example>"),
        (b"Message-ID:\r\n <a@b.example>\r\n\r\n", "<a@b.example>"),
        (b"Message-ID: <[a]@[b]> (made by hand)\n\n", "<[a]@[b]>"),
        (b"X-Message-ID: <a@b.example>\n\n", ""),
        (b"Subject: x\n\nMessage-ID: <a@b.example>\n", ""),
        (b"Message-ID:\n\n<a@b.example>", ""),
        (b"\nMessage-ID: <a@b.example>\n", ""),
        (b"", ""),
    ],
)
def test_a_message_id_is_read_from_the_header_alone(data: bytes, expected: str) -> None:
    assert message_id(data) == expected
