"""What a user may type or meet that cannot work, each from a real cause: one clear line, what to type next, and nothing lost."""

import dataclasses
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import trustme

from assistant.core.model import Ref, Role
from assistant.errors import AssistantError, ConfigError, LoginError, MailboxError
from assistant.mailboxes import ImapAccount, open_mailbox
from tests.dovecot import FULL_USER, Dovecot
from tests.mail import mail
from tests.mailboxes.boxes import Tree
from tests.mailboxes.contract import DRAFT


def _refused(where: str | ImapAccount) -> AssistantError:
    """Return the error of opening and reading; its two lines are fit to be printed."""
    with pytest.raises(AssistantError) as caught:
        open_mailbox(where).refs()
    return _printable(caught.value)


def _printable(error: AssistantError) -> AssistantError:
    for line in (error.message, error.hint):
        assert line.isprintable()
        assert 10 < len(line) < 500
    return error


def _retryable(error: AssistantError) -> bool:
    assert isinstance(error, MailboxError)
    return error.retryable


# ---------------------------------------------------------------- what was typed


@pytest.mark.parametrize("where", ["", "maildir:", "mbox:", "/home/anna/Maildir", "imap://mail.example", "Maildir:/x", "gmail"])
def test_what_is_no_mailbox_is_said_so(where: str) -> None:
    with pytest.raises(ConfigError, match="no mailbox") as caught:
        open_mailbox(where)
    assert "maildir:PATH" in _printable(caught.value).hint


@pytest.mark.parametrize("kind", ["maildir", "mbox"])
def test_a_path_that_is_not_there(tmp_path: Path, kind: str) -> None:
    error = _refused(f"{kind}:{tmp_path / 'nowhere'}")
    assert str(tmp_path / "nowhere") in error.message
    assert not _retryable(error)


def test_a_folder_that_is_no_maildir(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    assert "no Maildir" in _refused(f"maildir:{tmp_path}").message


def test_a_file_that_should_be_a_maildir(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("From dana Mon Mar  2 14:00:00 2026\n")
    error = _refused(f"maildir:{tmp_path / 'file'}")
    assert "no Maildir" in error.message
    assert "mbox:PATH" in error.hint


def test_a_file_that_is_no_mbox(tmp_path: Path) -> None:
    (tmp_path / "export.zip").write_bytes(b"PK\3\4")
    assert "no mbox" in _refused(f"mbox:{tmp_path / 'export.zip'}").message


def test_a_folder_without_an_mbox(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    assert "no mbox" in _refused(f"mbox:{tmp_path}").message


def test_a_path_with_bytes_that_are_no_text_can_be_printed(tmp_path: Path) -> None:
    _refused("maildir:" + os.fsdecode(os.fsencode(tmp_path) + b"/\xff\n\x1b[31m"))


@pytest.fixture
def forbidden(tmp_path: Path) -> Iterator[Path]:
    """A folder that we may not look into: root becomes somebody else for a while."""
    path = tmp_path / "forbidden"
    Tree(path / "Maildir", "").write("", mail("one"))
    (path / "a.mbox").write_bytes(b"From dana Mon Mar  2 14:00:00 2026\nSubject: x\n\nhello\n")
    path.chmod(0)
    with _as_somebody_else(tmp_path):
        yield path
    path.chmod(0o700)


@contextmanager
def _as_somebody_else(path: Path) -> Iterator[None]:
    """Root may read everything, so let it be nobody for a while, who may look into `path`."""
    root = os.geteuid() == 0
    above = [one for one in (path, *path.parents) if root and one.stat().st_uid == 0 and not one.stat().st_mode & 0o001]
    modes = [one.stat().st_mode for one in above]
    for one, mode in zip(above, modes, strict=True):
        one.chmod(mode | 0o055)
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        for one, mode in zip(above, modes, strict=True):
            one.chmod(mode)


@pytest.mark.parametrize("where", ["maildir:{}/Maildir", "maildir:{}", "mbox:{}/a.mbox", "mbox:{}"])
def test_a_folder_that_may_not_be_read(forbidden: Path, where: str) -> None:
    assert "permission" in _refused(where.format(forbidden)).message


def test_one_unreadable_part_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    for folder in ("Inbox", "Sent"):
        Tree(tmp_path, "").write(folder, mail("one"))
    (tmp_path / "Sent").chmod(0o000)
    with _as_somebody_else(tmp_path):
        assert "permission" in _refused(f"maildir:{tmp_path}").message
        assert "permission" in _refused(f"mbox:{tmp_path}").message


def test_a_home_folder_that_is_not_there() -> None:
    assert isinstance(_refused("maildir:~nobody-of-this-name/Maildir"), ConfigError)


def test_a_folder_of_messages_that_cannot_be_listed(tmp_path: Path) -> None:
    Tree(tmp_path, "").make("")
    (tmp_path / "new").rmdir()
    (tmp_path / "new").write_text("a file in a folder's place")
    assert "not a folder" in _refused(f"maildir:{tmp_path}").message


# ---------------------------------------------------------------- the disk

# Places a draft where the file may not grow beyond 100 bytes, and says what came of it.
_IN_A_SMALL_PLACE = """
import json, resource, signal, sys
from assistant.errors import MailboxError
from assistant.mailboxes import open_mailbox
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
try:
    open_mailbox(sys.argv[1]).place(b"Message-ID: <a@mail.example>\\r\\n\\r\\n" + b"x" * 5000)
except MailboxError as error:
    print(json.dumps([error.message, error.hint, error.retryable]))
"""


def test_a_draft_that_does_not_fit_leaves_nothing_behind(tmp_path: Path) -> None:
    box = Tree(tmp_path, f"maildir:{tmp_path}")
    box.make("", ".Drafts")
    box.write("", mail("one"))
    before = box.stored()
    done = subprocess.run([sys.executable, "-c", _IN_A_SMALL_PLACE, f"maildir:{tmp_path}"], check=True, capture_output=True, text=True, timeout=60)
    message, hint, retryable = json.loads(done.stdout)
    assert "may not grow" in message
    assert "run it again" in hint
    assert not retryable
    assert box.stored() == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB."""
    path = tmp_path / "disk"
    path.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(path)], check=False, capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("only root may mount a small disk; the test above fills a small file as anybody")
    yield path
    subprocess.run(["umount", str(path)], check=True)


def test_a_full_disk_is_said_and_leaves_nothing_behind(small_disk: Path) -> None:
    box = Tree(small_disk, f"maildir:{small_disk}")
    box.make("", ".Drafts")
    mailbox = box.open()
    (small_disk / "filling").write_bytes(b"x" * 40_000)
    before = box.stored()
    with pytest.raises(MailboxError, match="disk is full") as caught:
        mailbox.place(DRAFT + b"x" * 40_000)
    assert not _retryable(_printable(caught.value))
    assert box.stored() == before
    (small_disk / "filling").unlink()
    mailbox.place(DRAFT)


# ---------------------------------------------------------------- the server


def test_a_wrong_password(account: ImapAccount) -> None:
    error = _refused(dataclasses.replace(account, password="wrong"))
    assert isinstance(error, LoginError)
    assert account.user in error.message
    assert "password" in error.hint
    assert "wrong" not in error.message + error.hint


@pytest.mark.parametrize("change", ["host", "user", "password"])
@pytest.mark.parametrize("value", ["", "two\r\nlines", "\0"])
def test_a_login_that_cannot_be_typed(account: ImapAccount, change: str, value: str) -> None:
    error = _refused(dataclasses.replace(account, **{change: value}))  # type: ignore[arg-type]  # one of its strings
    assert isinstance(error, ConfigError)
    assert change in error.message


def test_an_unknown_host(account: ImapAccount) -> None:
    error = _refused(dataclasses.replace(account, host="mail.nowhere.invalid"))
    assert "mail.nowhere.invalid" in error.message
    assert "spelling" in error.hint


@pytest.mark.parametrize("host", ["a..b", "x" * 70, "two words"])
def test_a_host_that_is_no_name(account: ImapAccount, host: str) -> None:
    _refused(dataclasses.replace(account, host=host))


def test_a_port_where_nobody_listens(account: ImapAccount) -> None:
    with socket.create_server(("127.0.0.1", 0)) as one:
        port = one.getsockname()[1]
    error = _refused(dataclasses.replace(account, port=port))
    assert "refused" in error.message
    assert "993" in error.hint
    assert _retryable(error)


@pytest.mark.parametrize("port", [-1, 0, 70_000])
def test_a_port_that_is_none(account: ImapAccount, port: int) -> None:
    assert isinstance(_refused(dataclasses.replace(account, port=port)), ConfigError)


def test_a_certificate_of_an_unknown_authority(account: ImapAccount) -> None:
    error = _refused(dataclasses.replace(account, cafile=None))
    assert "not trusted" in error.message
    assert "cafile" in error.hint
    assert not _retryable(error)


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_of_another_authority(dovecot: Dovecot, account: ImapAccount, tmp_path: Path, security: str) -> None:
    trustme.CA().cert_pem.write_to_path(str(tmp_path / "other.pem"))
    port = dovecot.tls_port if security == "tls" else dovecot.port
    error = _refused(dataclasses.replace(account, cafile=str(tmp_path / "other.pem"), security=security, port=port))  # type: ignore[arg-type]  # plain str
    assert "not trusted" in error.message


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_for_another_host(dovecot: Dovecot, account: ImapAccount, security: str) -> None:
    port = dovecot.tls_port if security == "tls" else dovecot.port
    error = _refused(dataclasses.replace(account, host="127.0.0.1", security=security, port=port))  # type: ignore[arg-type]  # plain str
    assert "another host name" in error.message


def test_a_file_of_certificates_that_is_not_there(account: ImapAccount) -> None:
    assert isinstance(_refused(dataclasses.replace(account, cafile="/nowhere/ca.pem")), ConfigError)


def test_a_file_of_certificates_without_one(account: ImapAccount, tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("no certificate")
    assert isinstance(_refused(dataclasses.replace(account, cafile=str(tmp_path / "ca.pem"))), ConfigError)


def test_a_kind_of_security_that_does_not_exist(account: ImapAccount) -> None:
    assert "security" in _refused(dataclasses.replace(account, security="ssl3")).message  # type: ignore[arg-type]  # on purpose


def test_tls_where_the_server_speaks_none(dovecot: Dovecot, account: ImapAccount) -> None:
    error = _refused(dataclasses.replace(account, port=dovecot.port))
    assert "TLS" in error.message
    assert "starttls" in error.hint


@pytest.mark.parametrize("security", ["none", "starttls"])
def test_no_tls_where_the_server_waits_for_it(account: ImapAccount, security: str) -> None:
    error = _refused(dataclasses.replace(account, security=security, timeout=0.5))  # type: ignore[arg-type]  # plain str
    assert "did not answer in time" in error.message
    assert "security" in error.hint
    assert _retryable(error)


def test_an_account_without_a_drafts_folder(dovecot: Dovecot, account: ImapAccount) -> None:
    box = Tree(dovecot.maildir(account.user), account, dovecot.own)
    box.write("", mail("one"))
    mailbox = open_mailbox(account)
    assert len(mailbox.refs()) == 1
    with pytest.raises(MailboxError, match="no drafts folder") as caught:
        mailbox.place(DRAFT)
    assert "Drafts" in _printable(caught.value).hint
    assert len(box.stored()) == 1


def test_a_mailbox_over_its_quota(dovecot: Dovecot, account: ImapAccount) -> None:
    full = dataclasses.replace(account, user=FULL_USER)
    box = Tree(dovecot.maildir(FULL_USER), full, dovecot.own)
    box.make(".Drafts")
    with pytest.raises(MailboxError, match="quota") as caught:
        open_mailbox(full).place(DRAFT)
    assert not _retryable(_printable(caught.value))
    assert box.stored() == {}


# ---------------------------------------------------------------- servers that say what Dovecot does not


class _Script:
    """A server that says what it is told to: a greeting, and for each command's first word its answer."""

    def __init__(self, greeting: bytes, answers: dict[bytes, bytes]) -> None:
        self._greeting, self._answers = greeting, answers
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            client, _ = self._listener.accept()
            threading.Thread(target=self._talk, args=(client,), daemon=True).start()

    def _talk(self, client: socket.socket) -> None:
        with client, client.makefile("rb") as lines:
            client.sendall(self._greeting)
            for line in lines:
                tag, _, command = line.partition(b" ")
                word = command.split()[0].upper() if command.split() else b""
                answer = self._answers.get(word, {b"CAPABILITY": b"* CAPABILITY IMAP4rev1\r\n%s OK done\r\n"}.get(word, b"%s OK done\r\n"))
                if not answer:
                    return
                client.sendall(answer.replace(b"%s", tag))


_HELLO = b"* OK hello\r\n"
_DRAFTS = b'* LIST (\\Drafts) "/" Drafts\r\n%s OK done\r\n'


def _scripted(answers: dict[bytes, bytes], greeting: bytes = _HELLO) -> ImapAccount:
    return ImapAccount("127.0.0.1", _Script(greeting, answers).port, "anna", "secret", "none", timeout=1)


@pytest.mark.parametrize(
    ("answer", "said", "retryable"),
    [
        (b"%s NO [TRYCREATE] No such mailbox\r\n", "not there any more", False),
        (b"%s NO [OVERQUOTA] Mailbox is full\r\n", "over its quota", False),
        (b"%s NO [NOPERM] Permission denied\r\n", "does not permit", False),
        (b"%s NO [INUSE] Locked\r\n", "in use", True),
        (b"%s NO [UNAVAILABLE] Backend down\r\n", "not available", True),
        (b"%s NO I would rather not\r\n", "I would rather not", False),
        (b"%s BAD What?\r\n", "What?", False),
    ],
)
def test_a_draft_that_the_server_does_not_take(answer: bytes, said: str, retryable: bool) -> None:
    mailbox = open_mailbox(_scripted({b"LIST": _DRAFTS, b"APPEND": answer}))
    with pytest.raises(MailboxError, match=said.replace("?", r"\?")) as caught:
        mailbox.place(DRAFT)
    assert _retryable(_printable(caught.value)) is retryable


@pytest.mark.parametrize("answer", [b"* BYE Too many connections\r\n", b"* BYE [UNAVAILABLE] Going down\r\n%s NO going\r\n", b""])
@pytest.mark.parametrize("word", [b"LOGIN", b"LIST"])
def test_a_server_that_hangs_up_is_an_error_that_may_pass(word: bytes, answer: bytes) -> None:
    assert _retryable(_refused(_scripted({word: answer})))


@pytest.mark.parametrize("greeting", [b"* BYE Too busy\r\n", b"220 mail.example ESMTP\r\n", b"", b"\x80\xff\r\n", b"SSH-2.0-OpenSSH_9.2\r\n"])
def test_a_greeting_that_is_none(greeting: bytes) -> None:
    assert isinstance(_refused(_scripted({}, greeting)), MailboxError)


def test_a_server_that_is_not_available_for_login_is_no_wrong_password() -> None:
    error = _refused(_scripted({b"LOGIN": b"%s NO [UNAVAILABLE] Try later\r\n"}))
    assert _retryable(error)


def test_a_server_that_wants_encryption_before_a_password() -> None:
    error = _refused(_scripted({b"LOGIN": b"%s NO [PRIVACYREQUIRED] Plaintext is disallowed\r\n"}))
    assert isinstance(error, LoginError)
    assert "tls" in error.hint


def test_a_drafts_folder_that_may_only_be_read() -> None:
    mailbox = open_mailbox(_scripted({b"LIST": _DRAFTS, b"SELECT": b"* 1 EXISTS\r\n* OK [UIDVALIDITY 5]\r\n%s OK [READ-ONLY] done\r\n"}))
    with pytest.raises(MailboxError, match="only be read") as caught:
        mailbox.withdraw(Ref(Role.DRAFTS, "Drafts", "5", "1"), "<a@mail.example>")
    assert not _retryable(_printable(caught.value))


def test_a_server_without_starttls() -> None:
    error = _refused(dataclasses.replace(_scripted({}), security="starttls"))
    assert "STARTTLS" in error.message


def test_a_server_that_falls_silent_is_an_error_that_may_pass() -> None:
    error = _refused(dataclasses.replace(_scripted({b"LIST": b"* "}), timeout=0.3))
    assert "in time" in error.message
    assert _retryable(error)


def test_a_server_that_talks_nonsense_is_an_error() -> None:
    assert isinstance(_refused(_scripted({b"LIST": b"* LIST ((((\r\n%s OK done\r\n"})), MailboxError)
    assert isinstance(_refused(_scripted({b"LIST": b"\x00\x01\x02\r\n%s OK done\r\n"})), MailboxError)


def test_a_servers_words_cannot_write_to_the_terminal() -> None:
    error = _refused(_scripted({b"LOGIN": b"%s NO \x1b[2J" + b"long " * 400 + b"\r\n"}))
    assert isinstance(error, LoginError)
