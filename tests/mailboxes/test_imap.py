import dataclasses
import os
import re

import pytest

from assistant.core.model import Role
from assistant.errors import MailboxError
from assistant.mailboxes import ImapAccount, Mailbox, open_mailbox
from tests.dovecot import OTHER_PASSWORD, OTHER_USER, Dovecot
from tests.mail import mail
from tests.mailboxes.boxes import Tree, lines, one
from tests.mailboxes.contract import DRAFT, DRAFT_ID, MailboxContract
from tests.mailboxes.proxy import Proxy


@pytest.fixture
def box(tree: Tree) -> Tree:
    return tree


class TestImap(MailboxContract):
    pass


@pytest.mark.parametrize("security", ["tls", "starttls", "none"])
def test_the_connection_is_made_as_the_account_says(dovecot: Dovecot, account: ImapAccount, security: str) -> None:
    port = dovecot.tls_port if security == "tls" else dovecot.port
    mailbox = open_mailbox(dataclasses.replace(account, security=security, port=port))  # type: ignore[arg-type]  # a test's parameter is a plain str
    assert mailbox.refs() == []
    mailbox.close()


def test_a_user_and_a_password_may_have_letters_of_any_language(dovecot: Dovecot, account: ImapAccount) -> None:
    dovecot.maildir(OTHER_USER)
    assert open_mailbox(dataclasses.replace(account, user=OTHER_USER, password=OTHER_PASSWORD)).refs() == []


def test_the_password_is_not_shown_with_the_account(account: ImapAccount) -> None:
    assert account.password not in repr(account)


def test_what_the_server_says_of_a_folder_outranks_its_name(tree: Tree) -> None:
    tree.write(".Said", mail("sent"))
    tree.write(".Unsaid", mail("a draft"), flags="D")
    (tree.path / ".Drafts").rename(tree.path / ".Entw&APw-rfe")
    mailbox = tree.open()
    assert {ref.folder: ref.role for ref in mailbox.refs()} == {"Said": Role.SENT, "Unsaid": Role.DRAFTS}
    assert mailbox.place(DRAFT).folder == "Unsaid"


def test_where_a_folder_holds_all_mail_the_others_are_left_out(tree: Tree) -> None:
    tree.write(".Everything", mail("one"))
    tree.write(".Everything", mail("a draft"), flags="D")
    tree.write(".Jobs", mail("one"))
    tree.write("", mail("two"))
    assert sorted((ref.folder, ref.role) for ref in tree.open().refs()) == [("Everything", Role.ARCHIVE), ("Everything", Role.UNSENT), ("INBOX", Role.INBOX)]


def test_a_new_generation_of_a_folder_makes_old_refs_void(dovecot: Dovecot, account: ImapAccount, tree: Tree) -> None:
    tree.write("", mail("one"))
    mailbox = tree.open()
    refs = mailbox.refs()
    placed = mailbox.place(DRAFT)
    mailbox.close()
    for folder in ("INBOX", "Drafts"):
        dovecot.renumber(account.user, folder, 12345)
    again = tree.open()
    assert {ref.generation for ref in again.refs()} == {"12345"}
    assert list(again.fetch(refs)) == []
    assert not again.withdraw(placed, DRAFT_ID)
    assert len(tree.stored()) == 2


def test_large_messages_come_one_by_one_and_whole(tree: Tree) -> None:
    for number in range(4):
        tree.write("", b"Message-ID: <%d@mail.example>\n\n" % number + (b"z" * 76 + b"\n") * 40_000)
    mailbox = tree.open()
    assert [len(lines(message.data)) for message in mailbox.fetch(mailbox.refs())] == [len(b"Message-ID: <0@mail.example>\n\n") + 77 * 40_000] * 4


# ---------------------------------------------------------------- on the wire


@pytest.fixture
def plain(dovecot: Dovecot, account: ImapAccount) -> ImapAccount:
    """The account without encryption: what it says can be read on the way."""
    return dataclasses.replace(account, security="none", port=dovecot.port, timeout=5)


def _through(proxy: Proxy, plain: ImapAccount) -> Mailbox:
    return open_mailbox(dataclasses.replace(plain, port=proxy.port))


# Each matches one whole command that reads, or writes to the drafts folder alone:
_ALLOWED = re.compile(
    r"""
      CAPABILITY | LOGIN\ .* | NAMESPACE | NOOP | LOGOUT
    | LIST\ "{0,2}\ "?\*"?                                # LIST "" *
    | EXAMINE\ "[^"]*"
    | UID\ SEARCH\ [0-9]+:\*\ (ALL|UNDELETED|UNDRAFT|DRAFT\ UNDELETED)
    | UID\ FETCH\ [0-9,]+\ \(RFC822\.SIZE\)
    | UID\ FETCH\ [0-9,]+\ \(BODY\.PEEK\[\]\ INTERNALDATE\)
    | UID\ FETCH\ [0-9,]+\ \(FLAGS\ BODY\.PEEK\[HEADER\.FIELDS\ \(MESSAGE-ID\)\]\)
    | SELECT\ "Drafts"
    | APPEND\ "Drafts"\ \(\\Draft\ \\Seen\)\ \{[0-9]+\+?\}
    | UID\ STORE\ [0-9]+\ \+FLAGS\.SILENT\ \(\\Deleted\)
    | UID\ EXPUNGE\ [0-9]+
    """,
    re.VERBOSE,
)


def _whole_cycle(mailbox: Mailbox) -> None:
    assert len(list(mailbox.fetch(mailbox.refs()))) == 6
    ref = mailbox.place(DRAFT)
    assert one(mailbox, [ref]) == lines(DRAFT)
    assert not mailbox.withdraw(ref, "<another@mail.example>")
    assert mailbox.withdraw(ref, DRAFT_ID)
    mailbox.close()


@pytest.fixture
def full(tree: Tree) -> Tree:
    """A mailbox with a message in every folder, one of them the user's own draft."""
    for folder, flags in (("", ""), (".Sent", "S"), (".Archive", "FS"), (".Trash", "T"), (".Jobs", "R"), (".Drafts", "D"), (".Junk", "")):
        tree.write(folder, mail(folder), flags=flags)
    return tree


def test_a_whole_cycle_uses_none_but_the_allowed_commands_and_changes_nothing(dovecot: Dovecot, plain: ImapAccount, full: Tree) -> None:
    before = full.stored()
    with Proxy(dovecot.port) as proxy:
        _whole_cycle(_through(proxy, plain))
    assert [command for command in proxy.commands if not _ALLOWED.fullmatch(command)] == []
    assert {"UID EXPUNGE", "UID STORE", "UID FETCH"} <= {" ".join(command.split()[:2]) for command in proxy.commands}
    assert full.stored() == before


def test_the_list_of_commands_would_show_one_that_writes() -> None:
    """The wire-tap's list is worth something only if it says no to what must not happen."""
    for command in (
        'SELECT "INBOX"',
        'APPEND "Sent" (\\Seen) {10}',
        "EXPUNGE",
        "CLOSE",
        "UID STORE 1 +FLAGS.SILENT (\\Seen)",
        "UID FETCH 1 (BODY[])",
        'UID COPY 1 "Sent"',
        'CREATE "Drafts"',
    ):
        assert not _ALLOWED.fullmatch(command)


def test_messages_are_only_deleted_in_the_drafts_folder(dovecot: Dovecot, plain: ImapAccount, full: Tree) -> None:
    with Proxy(dovecot.port) as proxy:
        _whole_cycle(_through(proxy, plain))
    opened = [command for command in proxy.commands if re.match(r"SELECT|EXAMINE|UID (STORE|EXPUNGE)", command)]
    for number, command in enumerate(opened):
        if command.startswith("UID"):
            assert next(earlier for earlier in reversed(opened[:number]) if not earlier.startswith("UID")) == 'SELECT "Drafts"'


def test_without_uidplus_a_withdrawn_draft_is_marked_and_nothing_is_expunged(dovecot: Dovecot, plain: ImapAccount, tree: Tree) -> None:
    tree.write(".Drafts", mail("thrown away by the user, not yet expunged"), flags="DT")
    with Proxy(dovecot.port, change=(b" UIDPLUS", b"")) as proxy:
        mailbox = _through(proxy, plain)
        ref = mailbox.place(DRAFT)
        assert mailbox.withdraw(ref, DRAFT_ID)
        assert mailbox.refs() == []
        assert not mailbox.withdraw(ref, DRAFT_ID)
        mailbox.close()
    assert sorted(flags for flags, _ in tree.stored().values()) == ["DST", "DT"]
    assert not [command for command in proxy.commands if "EXPUNGE" in command or command == "CLOSE"]


def test_a_draft_is_found_where_the_server_does_not_say_its_number(dovecot: Dovecot, plain: ImapAccount, tree: Tree) -> None:
    tree.write(".Drafts", mail("the user's own", id="<other@mail.example>"), flags="D")
    with Proxy(dovecot.port, change=(b"[APPENDUID", b"[IGNORED")) as proxy:
        mailbox = _through(proxy, plain)
        ref = mailbox.place(DRAFT)
        assert one(mailbox, [ref]) == lines(DRAFT)
        mailbox.close()


def test_a_draft_whose_answer_was_lost_is_placed_once(dovecot: Dovecot, plain: ImapAccount, tree: Tree) -> None:
    with Proxy(dovecot.port, lose="APPEND") as proxy:
        mailbox = _through(proxy, plain)
        ref = mailbox.place(DRAFT)
        assert mailbox.refs() == [ref]
        assert one(mailbox, [ref]) == lines(DRAFT)
        mailbox.close()
    assert proxy.connections == 2
    assert len(tree.stored()) == 1


def test_a_draft_that_never_reached_the_server_is_an_error_that_may_pass(dovecot: Dovecot, plain: ImapAccount, tree: Tree) -> None:
    with Proxy(dovecot.port, lose="APPEND", before=True) as proxy:
        mailbox = _through(proxy, plain)
        with pytest.raises(MailboxError, match="closed the connection") as caught:
            mailbox.place(DRAFT)
        assert caught.value.retryable
        assert tree.stored() == {}
        ref = mailbox.place(DRAFT)
        assert mailbox.refs() == [ref]
        mailbox.close()


@pytest.mark.parametrize("lost", ["UID STORE", "UID EXPUNGE"])
@pytest.mark.parametrize("before", [True, False])
def test_a_draft_is_withdrawn_though_an_answer_was_lost(dovecot: Dovecot, plain: ImapAccount, tree: Tree, lost: str, before: bool) -> None:
    with Proxy(dovecot.port, lose=lost, before=before) as proxy:
        mailbox = _through(proxy, plain)
        assert mailbox.withdraw(mailbox.place(DRAFT), DRAFT_ID)
        assert mailbox.refs() == []
        mailbox.close()
    assert [flags for flags, _ in tree.stored().values()] in ([], ["DST"])  # between STORE and EXPUNGE it is gone for everybody


@pytest.mark.parametrize("lost", ["LIST", "EXAMINE", "UID SEARCH", "UID FETCH", "NAMESPACE"])
def test_reading_goes_on_after_a_connection_broke(dovecot: Dovecot, plain: ImapAccount, tree: Tree, lost: str) -> None:
    tree.write("", mail("one"))
    tree.write(".Sent", mail("two"))
    with Proxy(dovecot.port, lose=lost) as proxy:
        mailbox = _through(proxy, plain)
        assert len(list(mailbox.fetch(mailbox.refs()))) == 2
        mailbox.close()
    assert proxy.connections == 2


def test_a_server_that_went_away_for_good_is_an_error_that_may_pass(dovecot: Dovecot, plain: ImapAccount, tree: Tree) -> None:
    with Proxy(dovecot.port, lose="LIST") as proxy:
        mailbox = _through(proxy, plain)
    with pytest.raises(MailboxError) as caught:
        mailbox.refs()
    assert caught.value.retryable


def test_a_time_that_makes_no_sense_is_no_time(dovecot: Dovecot, plain: ImapAccount, tree: Tree) -> None:
    name = tree.write("", mail("one"))
    os.utime(tree.file("", name), (981_200_000, 981_200_000))  # in February 2001
    with Proxy(dovecot.port, change=(b"-Feb-2001", b"-Xxx-2001")) as proxy:
        mailbox = _through(proxy, plain)
        (message,) = mailbox.fetch(mailbox.refs())
        mailbox.close()
    assert message.received_at is None
    assert message.data


@pytest.mark.parametrize("count", [1, 3])
def test_a_message_at_which_the_server_hangs_up_is_a_fault_and_the_others_come(tree: Tree, count: int) -> None:
    names = [tree.write("", mail(f"{number}")) for number in range(count)]
    mailbox = tree.open()
    refs = mailbox.refs()
    tree.file("", names[-1]).chmod(0)  # the server runs as an ordinary user, who may not read it now
    faults = {message.ref.key: message.fault for message in mailbox.fetch(refs)}
    assert list(map(bool, faults.values())) == [False] * (count - 1) + [True]
    assert "closed the connection" in faults[str(count)]
    assert mailbox.refs() == refs


def test_an_answer_that_cannot_be_read_is_a_fault(dovecot: Dovecot, plain: ImapAccount, tree: Tree) -> None:
    for text in ("one", "two", "strange"):
        tree.write("", mail(text, subject=text))
    with (
        Proxy(dovecot.port, change=(b"(UID 3 RFC822.SIZE 3", b"(UID 3 RFC822.SIZE x")) as proxy,
        Proxy(proxy.port, change=(b" (UID 3 INTERNALDATE ", b" (UID ((")) as worse,
    ):
        mailbox = _through(worse, plain)
        faults = {message.ref.key: message.fault for message in mailbox.fetch(mailbox.refs())}
    assert {key: bool(fault) for key, fault in faults.items()} == {"1": False, "2": False, "3": True}
