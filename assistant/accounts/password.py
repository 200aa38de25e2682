"""A password, from where the user keeps it: a command, an environment variable, or a file that only they can read.

Takes the place, gives the password, or a `ConfigError`. The password itself is never printed, logged or stored.
"""

import os
import stat
import subprocess
from collections.abc import Sequence
from pathlib import Path

from assistant.errors import ConfigError

_PATIENCE = 60.0  # seconds: a password manager may ask for its own password first


def password(command: Sequence[str] = (), variable: str = "", file: Path | None = None) -> str:
    """Return the password kept in the one place that is given."""
    if command:
        return _first_line(_printed(command), f"The password command printed nothing: {command[0]}")
    if file:
        return _first_line(_private(file), f"The password file is empty: {file}")
    return _first_line(os.environ.get(variable, ""), f"The environment variable {variable} is not set")


def _first_line(text: str, empty: str) -> str:
    line = text.partition("\n")[0].removesuffix("\r")
    if not line:
        raise ConfigError(empty, "Put the password there, or name another place: password_command, password_env or password_file under [mailbox]")
    return line


def _printed(command: Sequence[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=True)  # noqa: S603 - the user's own command, without a shell
    except FileNotFoundError as error:
        raise ConfigError(f"There is no such password command: {command[0]}", "Correct password_command under [mailbox]") from error
    except subprocess.CalledProcessError as error:
        said = " ".join(error.stderr.decode("utf-8", "replace").split())[:200]
        raise ConfigError(f"The password command failed: {command[0]}: {said or f'it ended with {error.returncode}'}", "Try it in a terminal") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ConfigError(f"The password command could not be run: {command[0]} ({type(error).__name__})", "Try it in a terminal") from error
    return done.stdout.decode("utf-8", "replace")


def _private(file: Path) -> str:
    try:
        with file.open("rb") as opened:  # its mode is asked of the open file: what was checked is what is read
            mode = os.fstat(opened.fileno()).st_mode
            if mode & (stat.S_IRWXG | stat.S_IRWXO):
                raise ConfigError(f"Others can read the password file: {file} (mode {stat.S_IMODE(mode):04o})", f"Type: chmod 600 '{file}'")
            return opened.read().decode("utf-8", "replace")
    except OSError as error:
        raise ConfigError(f"The password file cannot be read: {file} ({error.strerror})", "Correct password_file under [mailbox]") from error
