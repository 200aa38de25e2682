"""The tables of the settings file, and which values they take. pydantic reads them; nothing of it leaves the room.

Takes plain values as TOML gives them; gives checked ones. Words for what is wrong are in `faults`.
"""

import shlex
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

import holidays
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator


def zone_named(name: str) -> ZoneInfo | None:
    """Return the time zone of this name, None where there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError; the others are what odd names bring about
        return None


def _zone(name: str) -> str:
    if not zone_named(name):
        raise ValueError(f"there is no time zone {name!r}")
    return name


def _country(code: str) -> str:
    if len(code) != 2 or code.upper() not in holidays.list_supported_countries():
        raise ValueError(f"there is no country {code!r}")
    return code.upper()


def _address(text: str) -> str:
    local, at, domain = text.strip().rpartition("@")
    if not (at and local and domain) or any(char.isspace() or char in "<>," for char in text.strip()):
        raise ValueError(f"{text!r} is no mail address")
    return text.strip().lower()


def _words(command: object) -> object:
    try:
        return shlex.split(command) if isinstance(command, str) else command
    except ValueError as error:
        raise ValueError(f"the command cannot be read ({error})") from error


_Filled = Annotated[str, Field(min_length=1)]
_Days = Annotated[int, Field(ge=0, le=3650)]


class Table(BaseModel):
    """A table of the file: no key unknown, no value of another kind."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class MeTable(Table):
    """[me]."""

    name: _Filled
    addresses: Annotated[list[Annotated[str, AfterValidator(_address)]], Field(min_length=1)]


class MaildirTable(Table):
    """[mailbox] of a Maildir."""

    kind: Literal["maildir"]
    path: _Filled


class ImapTable(Table):
    """[mailbox] of an IMAP server."""

    kind: Literal["imap"]
    host: _Filled
    user: _Filled
    port: Annotated[int, Field(ge=1, le=65535)] | None = None
    security: Literal["tls", "starttls", "none"] = "tls"
    cafile: _Filled | None = None
    password_command: Annotated[list[str], BeforeValidator(_words), Field(min_length=1)] | None = None
    password_env: _Filled | None = None
    password_file: _Filled | None = None

    @model_validator(mode="after")
    def one_password(self) -> "ImapTable":
        """Say no to a password kept nowhere or in two places."""
        if sum(kept is not None for kept in (self.password_command, self.password_env, self.password_file)) != 1:
            raise ValueError("the password is to be kept in exactly one place")
        return self


class WhenTable(Table):
    """[when]."""

    timezone: Annotated[str, AfterValidator(_zone)] | None = None
    country: Annotated[str, AfterValidator(_country)] = "US"
    region: str = ""
    month_first: bool | None = None

    @model_validator(mode="after")
    def region_of_country(self) -> "WhenTable":
        """Say no to a region that the country does not have."""
        known = holidays.list_supported_countries().get(self.country, [])
        if self.region and self.region.upper() not in known:
            raise ValueError(f"{self.country} has no region {self.region!r}; it has {', '.join(known) or 'none'}")
        return self


class RulesTable(Table):
    """[rules]: the numbers of RULES.md."""

    thank_you_hours: _Days = 72
    interview_minutes: Annotated[int, Field(ge=1, le=1440)] = 60
    grace_days: _Days = 3
    quiet_days: _Days = 14
    check_in_hour: Annotated[int, Field(ge=0, le=23)] = 9
    own_mail_days: _Days = 3
    move_on_days: _Days = 14
    unsent_check_in_days: _Days = 21
    closing_days: _Days = 7
    keep_in_touch_days: _Days = 90
    drafts_per_pass: _Days = 10
    drafts_per_day: _Days = 25


class StateTable(Table):
    """[state]."""

    folder: _Filled | None = None


class FileTables(Table):
    """The whole file."""

    mailbox: Annotated[MaildirTable | ImapTable, Field(discriminator="kind")]
    me: MeTable | None = None
    when: WhenTable = WhenTable()
    rules: RulesTable = RulesTable()
    state: StateTable = StateTable()
