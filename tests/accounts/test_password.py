"""Where a password is kept, and what is said when it is not there."""

import sys
from pathlib import Path

import pytest

from assistant.accounts.password import password
from assistant.errors import ConfigError


def kept(folder: Path, content: bytes, mode: int = 0o600) -> Path:
    path = folder / "secret"
    path.write_bytes(content)
    path.chmod(mode)
    return path


def test_a_command_prints_it_on_its_first_line() -> None:
    assert password([sys.executable, "-c", "print('tr0ub4dor & 3'); print('url: mail.example')"]) == "tr0ub4dor & 3"


def test_an_environment_variable_holds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAIL_SECRET", "hörnchen")
    assert password(variable="MAIL_SECRET") == "hörnchen"


@pytest.mark.parametrize("content", [b"s3cret", b"s3cret\n", b"s3cret\r\nmore\n"])
def test_a_file_holds_it_on_its_first_line(tmp_path: Path, content: bytes) -> None:
    assert password(file=kept(tmp_path, content)) == "s3cret"


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o644])
def test_a_file_that_others_can_reach_is_refused(tmp_path: Path, mode: int) -> None:
    with pytest.raises(ConfigError, match=f"mode {mode:04o}") as caught:
        password(file=kept(tmp_path, b"s3cret", mode))
    assert "chmod 600" in caught.value.hint
    assert "s3cret" not in caught.value.message + caught.value.hint


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="is empty"):
        password(file=kept(tmp_path, b"\nsecond line\n"))


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        password(file=tmp_path / "none")


def test_a_variable_that_is_not_set_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAIL_SECRET", raising=False)
    with pytest.raises(ConfigError, match="MAIL_SECRET is not set"):
        password(variable="MAIL_SECRET")


def test_a_command_that_is_not_there_is_named() -> None:
    with pytest.raises(ConfigError, match="no such password command: no-such-command"):
        password(["no-such-command"])


def test_a_command_that_fails_is_quoted() -> None:
    with pytest.raises(ConfigError, match="the vault is locked"):
        password([sys.executable, "-c", "import sys; sys.exit('the vault\\nis locked')"])


def test_a_command_that_fails_silently_is_said_to_have_failed() -> None:
    with pytest.raises(ConfigError, match="ended with 3"):
        password([sys.executable, "-c", "raise SystemExit(3)"])


def test_a_command_that_prints_nothing_is_said_so() -> None:
    with pytest.raises(ConfigError, match="printed nothing"):
        password([sys.executable, "-c", "print()"])


def test_a_command_that_cannot_be_run_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="could not be run"):
        password([str(kept(tmp_path, b"not a program"))])
