"""The promise: nothing is ever sent. Read from the program's own text: what it imports, what it calls, and what its mailboxes offer.

(That no command which sends or writes elsewhere goes over the wire is seen in tests/mailboxes/test_imap.py.)
"""

import ast
import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

import assistant
from assistant.mailboxes import Mailbox

PACKAGE = Path(assistant.__file__).parent
SOURCES = sorted(PACKAGE.rglob("*.py"))

# Modules that can send mail, start a program that does, or load either by a name that cannot be read here
FORBIDDEN_MODULES = {"smtplib", "smtpd", "aiosmtplib", "yagmail", "mailer", "envelopes", "redmail", "sendgrid", "mailgun", "postmarker", "boto3", "lmtp"}
FORBIDDEN_CALLS = {"send", "sendmail", "send_message", "sendto", "send_email", "send_mail", "batch_send", "start_smtp"}
FORBIDDEN_WORDS = ("sendmail", "msmtp", "mailx", "esmtp", "smtp://", "smtps://", "messages().send", "drafts().send", "messages.send", "drafts.send")
# Nobody needs another program, or code from a string, to read mail; without them the lists above are complete
FORBIDDEN_RUNNERS = {"os.system", "os.popen", "eval", "exec", "__import__", "os.execv", "os.execvp", "os.posix_spawn", "pty.spawn"}


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module or ''}.{name.name}" for name in node.names)


def _attributes_and_calls(tree: ast.AST) -> Iterator[str]:
    """Yield each attribute that is touched, called or not: `send = service.send` sends as well."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield ast.unparse(node)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id
            # getattr(service, "send")
            yield from (str(word.value) for word in node.args if node.func.id == "getattr" and isinstance(word, ast.Constant))


def _strings(tree: ast.AST) -> Iterator[str]:
    """Yield each string that is no docstring: prose may speak of what the program does not do."""
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)}
    yield from (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose)


def sends(source: str) -> list[str]:
    """Return what in a module could send."""
    tree = ast.parse(source)
    found = [name for name in _imports(tree) if FORBIDDEN_MODULES & set(name.split("."))]
    found += [name for name in _attributes_and_calls(tree) if name.rpartition(".")[2] in FORBIDDEN_CALLS or name in FORBIDDEN_RUNNERS]
    return found + [text for text in _strings(tree) if any(word in text for word in FORBIDDEN_WORDS)]


def test_the_whole_package_is_read() -> None:
    names = {str(path.relative_to(PACKAGE)) for path in SOURCES}
    assert {"__init__.py", "errors.py", "core/model.py", "mailboxes/imap_session.py", "mailboxes/maildir.py", "mailboxes/mbox.py"} <= names


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_can_send(path: Path) -> None:
    assert sends(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "import smtplib",
        "from smtplib import SMTP",
        "import aiosmtplib as quiet",
        "if True:\n    from smtplib import SMTP_SSL as S",
        "service.users().messages().send(userId='me', body=body)",
        "service.users().drafts().send(userId='me')",
        "connection.send_message(message)",
        "later = connection.sendmail",
        "getattr(service, 'send')()",
        "subprocess.run(['/usr/sbin/sendmail', '-t'])",
        "subprocess.run('msmtp -t', shell=True)",
        "url = 'https://gmail.googleapis.com/gmail/v1/users/me/messages.send'",
        "os.system(command)",
        "exec(words)",
        "__import__('smt' + 'plib')",
    ],
)
def test_each_way_to_send_would_be_found(source: str) -> None:
    assert sends(source) != []


def test_prose_about_sending_is_no_sending() -> None:
    assert sends('"""It never calls sendmail."""\ntext = "they said they would send a form"\nsent = folder.sent\n') == []


@pytest.mark.parametrize(
    ("module", "name"),
    [("assistant.mailboxes.maildir", "MaildirMailbox"), ("assistant.mailboxes.mbox", "MboxMailbox"), ("assistant.mailboxes.imap", "ImapMailbox")],
)
def test_a_mailbox_offers_the_verbs_of_the_protocol_and_no_other(module: str, name: str) -> None:
    kind = getattr(importlib.import_module(module), name)
    offered = {name for name in dir(kind) if not name.startswith("_")}
    assert offered == {name for name in dir(Mailbox) if not name.startswith("_")} == {"refs", "fetch", "place", "withdraw", "drafts", "close"}
    for verb in offered:
        assert list(inspect.signature(getattr(kind, verb)).parameters) == list(inspect.signature(getattr(Mailbox, verb)).parameters)


def test_every_kind_of_mailbox_is_looked_at() -> None:
    """A kind that is added must be added above."""
    kinds = {node.name for path in (PACKAGE / "mailboxes").glob("*.py") for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ClassDef)}
    assert {name for name in kinds if name.endswith("Mailbox")} == {"Mailbox", "MaildirMailbox", "MboxMailbox", "ImapMailbox"}


def test_no_dependency_sends() -> None:
    project = (PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8")
    assert not [module for module in FORBIDDEN_MODULES if f'"{module}' in project]
