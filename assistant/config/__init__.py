"""The user's settings: one TOML file -> one frozen Config.

Takes a path; gives a `Config`, or a `ConfigError` that names every fault at once, each with its place in the file and what to type.
pydantic reads the file and nothing else: what leaves this room is made of our own frozen nouns. The numbers of RULES.md are settings here,
under [rules] and by the names of `core.model.Settings`; a number left out has its default. No password stands in the file, only where it is kept.
"""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

import platformdirs
from pydantic import ValidationError

from assistant.config.faults import faults
from assistant.config.sample import SAMPLE
from assistant.config.tables import FileTables, ImapTable, MaildirTable, zone_named
from assistant.core.model import Me, Settings
from assistant.errors import ConfigError

__all__ = ["SAMPLE", "Config", "ImapAt", "MaildirAt", "load", "machine_zone", "standard_path"]

NAME = "followup-assistant"


@dataclass(frozen=True, slots=True)
class MaildirAt:
    """A Maildir on this machine."""

    path: Path


@dataclass(frozen=True, slots=True)
class ImapAt:
    """An IMAP server, and where its password is kept: exactly one of a command, an environment variable and a file."""

    host: str
    port: int
    user: str
    security: Literal["tls", "starttls", "none"] = "tls"
    cafile: Path | None = None
    password_command: tuple[str, ...] = ()
    password_env: str = ""
    password_file: Path | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that the user settled. `me` is None where it is to be learned from the Sent folder."""

    me: Me | None
    mailbox: MaildirAt | ImapAt
    settings: Settings
    state: Path


def standard_path() -> Path:
    """Return where the settings are looked for when no path is given."""
    return platformdirs.user_config_path(NAME) / "settings.toml"


def load(path: Path) -> Config:
    """Return the settings in the file at `path`; raise `ConfigError` naming everything that is wrong in it."""
    try:
        file = FileTables.model_validate(tomllib.loads(_text(path)))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"The settings are no TOML: {path}: {error}", 'Text stands in quotes: name = "Priya"') from error
    except ValidationError as error:
        raise ConfigError(f"The settings cannot be used: {path}: {'; '.join(faults(error))}", "Correct the file, then run it again") from error
    return _config(file, path.absolute().parent)


def machine_zone() -> ZoneInfo:
    """Return the time zone that this machine is set to, UTC where it does not say."""
    link = str(Path("/etc/localtime").resolve())  # Linux and macOS: .../zoneinfo/America/Toronto
    for name in (os.environ.get("TZ", "").lstrip(":"), link.partition("zoneinfo/")[2]):
        if name and zone_named(name):
            return ZoneInfo(name)
    return ZoneInfo("UTC")


def _text(path: Path) -> str:
    hint = f"Write one (see `assistant run --sample`), or say where it is: assistant run --once --config {path}"
    try:
        return path.read_text("utf-8")
    except FileNotFoundError as error:
        raise ConfigError(f"There are no settings at {path}", hint) from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"The settings are not in UTF-8: {path}", "Save the file as UTF-8 text") from error
    except OSError as error:
        raise ConfigError(f"The settings cannot be read: {path} ({error.strerror})", hint) from error


def _config(file: FileTables, base: Path) -> Config:
    me = Me(file.me.name, frozenset(file.me.addresses)) if file.me else None
    when = file.when
    zone = ZoneInfo(when.timezone) if when.timezone else machine_zone()
    settings = Settings(zone=zone, country=when.country, region=when.region.upper(), month_first=when.month_first, **file.rules.model_dump())
    state = _path(base, file.state.folder) or platformdirs.user_state_path(NAME)
    return Config(me, _mailbox(file.mailbox, base), settings, state)


def _mailbox(table: MaildirTable | ImapTable, base: Path) -> MaildirAt | ImapAt:
    if isinstance(table, MaildirTable):
        return MaildirAt(base / Path(table.path).expanduser())
    return ImapAt(
        host=table.host,
        port=table.port or (993 if table.security == "tls" else 143),  # RFC 8314; RFC 9051, section 2.1
        user=table.user,
        security=table.security,
        cafile=_path(base, table.cafile),
        password_command=tuple(table.password_command or ()),
        password_env=table.password_env or "",
        password_file=_path(base, table.password_file),
    )


def _path(base: Path, written: str | None) -> Path | None:
    """Return a path of the file: `~` is the user's home, and what is not absolute begins where the settings lie."""
    return base / Path(written).expanduser() if written else None
