"""`./assistant.sh` on machines that lack a part: what it asks for, in the words to type. The machine is a folder of small commands on the PATH."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parent.parent
TOOLS = ("cat", "dirname", "env", "mv", "rm", "sh")

OLD = """case $1 in -V) echo "Python 3.9.6" ;; *) exit 1 ;; esac"""
NEW = f"""case "$*" in *ensurepip* | *pip*) exit 1 ;; esac; exec "{sys.executable}" "$@" """


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what the set-up reads, in a folder with a space in its name."""
    folder = tmp_path / "follow up"
    folder.mkdir()
    for name in ("assistant.sh", "pyproject.toml"):
        shutil.copy(HOME / name, folder)
    return folder


def _machine(folder: Path, **commands: str) -> Path:
    """A PATH with the plain tools, and with these commands, each the text of a shell script."""
    folder.mkdir()
    for tool in TOOLS:
        (folder / tool).symlink_to(shutil.which(tool) or tool)
    for name, script in {"uname": "echo Linux", "id": "echo 1000", **commands}.items():
        _command(folder / name.replace("_", "-"), script)
    return folder


def _command(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def _run(checkout: Path, path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # The script adds the folders of servers to the PATH; none of them holds what a test leaves out.
    return subprocess.run(
        ["sh", str(checkout / "assistant.sh"), *arguments], env={**os.environ, "PATH": str(path)}, capture_output=True, text=True, check=False, cwd=path
    )


def test_an_ordinary_user_without_the_venv_module_is_told_what_to_type(checkout: Path, tmp_path: Path) -> None:
    done = _run(checkout, _machine(tmp_path / "bin", python3=NEW, apt_get="exit 9"), "demo")
    assert done.returncode == 2
    assert "sudo apt-get update && sudo apt-get install -y python3-venv\n" in done.stderr
    assert not (checkout / ".venv").exists()


def test_an_old_python_on_debian_names_the_newest_that_its_packages_hold(checkout: Path, tmp_path: Path) -> None:
    search = 'case "$*" in *python3.12*) echo "python3.12 - a language" ;; esac'
    done = _run(checkout, _machine(tmp_path / "bin", python3=OLD, apt_get="exit 9", apt_cache=search), "demo")
    assert done.returncode == 2
    assert "sudo apt-get install -y python3.12 python3.12-venv\n" in done.stderr


def test_an_old_python_whose_system_has_no_newer_one_is_told_where_it_is(checkout: Path, tmp_path: Path) -> None:
    done = _run(checkout, _machine(tmp_path / "bin", python3=OLD, apt_get="exit 9", apt_cache="exit 0"), "demo")
    assert done.returncode == 2
    assert "Python 3.11 or newer is needed (found: Python 3.9.6)" in done.stderr
    assert "https://www.python.org/downloads/" in done.stderr


def test_an_old_python_on_a_mac_names_homebrew_s(checkout: Path, tmp_path: Path) -> None:
    done = _run(checkout, _machine(tmp_path / "bin", python3=OLD, uname="echo Darwin"), "demo")
    assert done.returncode == 2
    assert "brew install python@3.13 " in done.stderr
    assert "https://brew.sh" in done.stderr


def test_homebrew_is_asked_where_it_is(checkout: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    done = _run(checkout, _machine(tmp_path / "bin", python3=OLD, uname="echo Darwin", brew=f'echo "$*" >>"{log}"; exit 1'), "demo")
    assert log.read_text() == "install python@3.13\n"
    assert done.returncode == 2
    assert "brew install python@3.13\n" in done.stderr


def test_a_newer_python_beside_an_old_python3_is_found(checkout: Path, tmp_path: Path) -> None:
    machine = {"python3": OLD, "python3.12": NEW, "apt_get": "exit 9"}
    done = _run(checkout, _machine(tmp_path / "bin", **machine), "demo")
    assert "sudo apt-get install -y python3.12-venv\n" in done.stderr


def test_root_gets_what_is_missing_installed(checkout: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    apt = f'echo "$*" >>"{log}"; exit 1'
    done = _run(checkout, _machine(tmp_path / "bin", python3=NEW, apt_get=apt, id="echo 0"), "demo")
    assert log.read_text().splitlines() == ["update -q", "install -q -y --no-install-recommends python3-venv"]
    assert done.returncode == 2  # for here apt-get fails; and then it is named
    assert "apt-get install -y python3-venv" in done.stderr


def test_a_failed_installation_leaves_nothing_that_is_believed(checkout: Path, tmp_path: Path) -> None:
    script = f"""case "$*" in *ensurepip*) exit 0 ;; "-m venv .venv") mkdir -p .venv/bin; cp "$0" .venv/bin/python; exit 0 ;;
    *"pip install"*) echo "no network" >&2; exit 1 ;; esac; exec "{sys.executable}" "$@" """
    path = _machine(tmp_path / "bin", python3=script)
    for tool in ("mkdir", "cp"):
        (path / tool).symlink_to(shutil.which(tool) or tool)
    for _ in range(2):
        done = _run(checkout, path, "demo")
        assert done.returncode == 2
        assert "Setting up" in done.stderr
        assert "pip could not install" in done.stderr


def test_without_a_command_it_says_what_there_is_and_makes_nothing(checkout: Path, tmp_path: Path) -> None:
    done = _run(checkout, _machine(tmp_path / "bin"))
    assert done.returncode == 0
    assert "demo" in done.stdout
    assert "tests" in done.stdout
    assert not (checkout / ".venv").exists()
