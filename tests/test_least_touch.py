"""The promise of least touch, read from the program's own text: what could change a mailbox, and that nothing else can.

(That nothing else goes over the wire is seen in tests/mailboxes/test_imap.py and test_run_imap.py; that nothing else changes, in tests/covenant.)
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import assistant

PACKAGE = Path(assistant.__file__).parent
READS = {"login", "plain_login", "starttls", "has_capability", "namespace", "list_folders", "search", "fetch", "shutdown", "logout", "normalise_times"}
WRITES = {"append": "append_draft", "add_flags": "delete_draft", "uid_expunge": "delete_draft"}
OPENS = {"select_folder": "_open"}
# What changes a disk, as methods and functions are called
CHANGES = {"unlink", "rename", "remove", "rmdir", "rmtree", "mkdir", "makedirs", "touch", "chmod", "write", "write_bytes", "write_text", "truncate", "link_to",
           "symlink_to", "hardlink_to", "copy", "copyfile", "copytree", "move", "utime", "renames", "fdopen"}  # fmt: skip
MAY_CHANGE = {"place": {"mkdir"}, "_new_drafts": {"mkdir", "touch"}, "_unlink": {"unlink"}, "_write": {"write", "rename", "unlink", "fdopen"}}


def tree(name: str) -> ast.Module:
    return ast.parse((PACKAGE / name).read_text("utf-8"))


def functions(module: ast.Module) -> Iterator[ast.FunctionDef]:
    yield from (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef))


def of_the_client(node: ast.AST) -> set[str]:
    """Return what is used of the connection: `self._client.x`, `client.x`."""
    return {part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute) and ast.unparse(part.value) in {"self._client", "client", "IMAPClient"}}


def test_the_connection_is_asked_for_reading_and_three_things_more() -> None:
    assert of_the_client(tree("mailboxes/imap_session.py")) <= READS | WRITES.keys() | OPENS.keys()


@pytest.mark.parametrize(("verb", "where"), WRITES.items())
def test_each_way_to_write_stands_in_one_place_behind_the_check_that_it_is_the_drafts_folder(verb: str, where: str) -> None:
    using = [function for function in functions(tree("mailboxes/imap_session.py")) if verb in of_the_client(function)]
    assert [function.name for function in using] == [where]
    body = [line for line in using[0].body if not (isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant))]
    assert ast.unparse(body[0]) == "_only_drafts(folder)"


def test_a_folder_is_opened_for_writing_only_behind_the_same_check() -> None:
    for function in functions(tree("mailboxes/imap_session.py")):
        if "readonly=False" in ast.unparse(function):
            assert function.name == "select_drafts"
            assert "_only_drafts(folder)" in ast.unparse(function)


def test_only_one_module_holds_the_connection() -> None:
    holding = [path.name for path in PACKAGE.rglob("*.py") if "_client" in path.read_text("utf-8") or "IMAPClient" in path.read_text("utf-8")]
    assert holding == ["imap_session.py"]


def test_a_deletion_marks_by_one_flag_and_expunges_by_number() -> None:
    (function,) = [function for function in functions(tree("mailboxes/imap_session.py")) if function.name == "delete_draft"]
    calls = [ast.unparse(call) for call in ast.walk(function) if isinstance(call, ast.Call) and ast.unparse(call).startswith("self._client.")]
    assert sorted(calls) == [
        "self._client.add_flags([uid], [b'\\\\Deleted'], silent=True)",
        "self._client.has_capability('UIDPLUS')",
        "self._client.uid_expunge([uid])",
    ]


def changes(node: ast.AST) -> set[str]:
    return {call.func.attr for call in ast.walk(node) if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)} & CHANGES


def test_on_a_disk_only_placing_and_withdrawing_change_anything() -> None:
    for path in (PACKAGE / "mailboxes").glob("*.py"):
        for function in functions(ast.parse(path.read_text("utf-8"))):
            allowed = MAY_CHANGE.get(function.name, set()) if path.name == "maildir.py" else set()
            assert changes(function) <= allowed, f"{path.name}: {function.name}"


def test_a_pass_writes_to_the_mailbox_in_two_places() -> None:
    module = tree("run.py")
    writing = {function.name: verb for function in functions(module) for verb in ("place", "withdraw") if f"desk.mailbox.{verb}(" in ast.unparse(function)}
    assert writing == {"_place": "place", "_withdraw": "withdraw"}


def test_what_changes_would_be_seen() -> None:
    assert changes(ast.parse("path.with_suffix('').rename(other)")) == {"rename"}
    assert of_the_client(ast.parse("self._client.move([1], 'Trash')")) == {"move"}
