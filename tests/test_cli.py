"""The command line as a whole: what it says about itself, and how a mistake ends."""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from assistant import __version__
from assistant.cli import COMMANDS, Commands, main
from assistant.errors import MailboxError


def test_it_tells_its_version() -> None:
    done = CliRunner().invoke(main, ["--version"])
    assert (done.exit_code, done.output) == (0, f"assistant, version {__version__}\n")


def test_its_help_lists_every_command_with_a_line_about_it() -> None:
    done = CliRunner().invoke(main, ["--help"])
    assert done.exit_code == 0
    listed = done.output.partition("Commands:")[2].strip().splitlines()
    assert [line.split()[0] for line in listed] == list(COMMANDS)
    assert all(len(line.split()) > 3 for line in listed)


@pytest.mark.parametrize("arguments", [["prewiev"], ["preview", "--no-such-option"], ["run", "--config"]])
def test_a_mistake_in_what_was_typed_is_one_line_and_ends_with_2(arguments: list[str]) -> None:
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "--help" in done.stderr


@pytest.mark.parametrize(
    ("message", "hint", "line"),
    [
        ("There is no folder here", "Type the path of a Maildir", "Error: There is no folder here. Type the path of a Maildir\n"),
        ("Is it there?", "Look again", "Error: Is it there? Look again\n"),
        ("Two\nlines", "", "Error: Two lines\n"),
    ],
)
def test_what_cannot_be_done_is_one_line_with_what_to_type_next(message: str, hint: str, line: str) -> None:
    @click.command(cls=Commands, invoke_without_command=True)
    def failing() -> None:
        raise MailboxError(message, hint)

    done = CliRunner().invoke(failing, [])
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", line)


def test_it_is_a_module_to_run_as_well() -> None:
    done = subprocess.run([sys.executable, "-m", "assistant", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"assistant, version {__version__}\n"
