"""The settings file: what it gives, and what is said of one that cannot be used."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from assistant.config import SAMPLE, Config, ImapAt, MaildirAt, load, machine_zone, standard_path
from assistant.core.model import Me, Settings
from assistant.errors import ConfigError

MAILDIR = '[mailbox]\nkind = "maildir"\npath = "Maildir"\n'
IMAP = '[mailbox]\nkind = "imap"\nhost = "imap.mail.example"\nuser = "priya"\n'


def loaded(folder: Path, text: str) -> Config:
    path = folder / "settings.toml"
    path.write_text(text, "utf-8")
    return load(path)


def refused(folder: Path, text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        loaded(folder, text)
    assert "\n" not in caught.value.message
    assert caught.value.hint
    return caught.value.message


def test_the_sample_can_be_used_as_it_is(tmp_path: Path) -> None:
    config = loaded(tmp_path, SAMPLE)
    assert config.me == Me("Priya Natarajan", frozenset({"priya@mail.example"}))
    assert config.mailbox == ImapAt("imap.mail.example", 993, "priya@mail.example", password_command=("pass", "show", "mail"))
    assert (config.settings.zone, config.settings.country, config.settings.region) == (ZoneInfo("America/Toronto"), "CA", "ON")


def test_every_line_of_the_sample_that_is_switched_off_can_be_switched_on(tmp_path: Path) -> None:
    lines = [line.removeprefix("# ") if " = " in line and "[" not in line else line for line in SAMPLE.splitlines()]
    text = "\n".join(line for line in lines if not line.startswith(('kind = "maildir"', "path = ")))
    config = loaded(tmp_path, text)
    assert config.settings.month_first is True
    assert config.settings.quiet_days == 14


def test_a_mailbox_is_enough(tmp_path: Path) -> None:
    config = loaded(tmp_path, MAILDIR)
    assert config.me is None
    assert config.settings == Settings(zone=machine_zone())
    assert config.state.name == "followup-assistant"


def test_every_number_of_the_rules_is_a_setting(tmp_path: Path) -> None:
    numbers = {name: value for name, value in ((name, getattr(Settings(), name)) for name in Settings.__dataclass_fields__) if type(value) is int}
    text = MAILDIR + "[rules]\n" + "".join(f"{name} = {value + 1}\n" for name, value in numbers.items())
    settings = loaded(tmp_path, text).settings
    assert {name: getattr(settings, name) for name in numbers} == {name: value + 1 for name, value in numbers.items()}


def test_a_number_left_out_has_the_rules_own_value(tmp_path: Path) -> None:
    assert loaded(tmp_path, MAILDIR + "[rules]\n").settings == Settings(zone=machine_zone())


def test_paths_begin_where_the_settings_lie_or_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/priya")
    config = loaded(tmp_path, MAILDIR + '[state]\nfolder = "~/state"\n')
    assert config.mailbox == MaildirAt(tmp_path / "Maildir")
    assert config.state == Path("/home/priya/state")


def test_addresses_are_compared_in_lower_case(tmp_path: Path) -> None:
    config = loaded(tmp_path, MAILDIR + '[me]\nname = "Priya"\naddresses = ["Priya@Mail.Example "]\n')
    assert config.me == Me("Priya", frozenset({"priya@mail.example"}))


@pytest.mark.parametrize(("security", "port"), [("tls", 993), ("starttls", 143), ("none", 143)])
def test_the_port_follows_from_the_security(tmp_path: Path, security: str, port: int) -> None:
    mailbox = loaded(tmp_path, IMAP + f'security = "{security}"\npassword_env = "MAIL"\n').mailbox
    assert isinstance(mailbox, ImapAt)
    assert (mailbox.port, mailbox.security, mailbox.password_env) == (port, security, "MAIL")


def test_a_port_that_is_given_counts(tmp_path: Path) -> None:
    mailbox = loaded(tmp_path, IMAP + 'port = 1993\ncafile = "ca.pem"\npassword_file = "secret"\n').mailbox
    assert mailbox == ImapAt("imap.mail.example", 1993, "priya", cafile=tmp_path / "ca.pem", password_file=tmp_path / "secret")


def test_a_password_command_may_be_a_list(tmp_path: Path) -> None:
    mailbox = loaded(tmp_path, IMAP + 'password_command = ["pass", "show", "my mail"]\n').mailbox
    assert isinstance(mailbox, ImapAt)
    assert mailbox.password_command == ("pass", "show", "my mail")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", 'mailbox: is missing (type [mailbox] with kind = "imap" or kind = "maildir")'),
        ("[mailbox]\n", 'mailbox.kind: is missing (type kind = "imap" or kind = "maildir")'),
        ('[mailbox]\nkind = "gmail"\n', 'mailbox.kind: there is no such kind, \'gmail\' (type kind = "imap" or kind = "maildir")'),
        ('[mailbox]\nkind = "maildir"\n', 'mailbox.path: is missing (type path = "~/Maildir")'),
        ("mailbox = 3\n", "mailbox: "),
        (IMAP, "mailbox: the password is to be kept in exactly one place (type password_command = "),
        (IMAP + 'password_env = "A"\npassword_file = "b"\n', "mailbox: the password is to be kept in exactly one place"),
        (IMAP + 'password_command = "pass \'show"\n', "mailbox.password_command: the command cannot be read"),
        (IMAP + 'password_command = ""\n', "mailbox.password_command: "),
        (IMAP + 'password_env = "A"\nport = 0\n', "mailbox.port: input should be greater than or equal to 1 (type port = 993)"),
        (IMAP + 'password_env = "A"\nport = "993"\n', "mailbox.port: input should be a valid integer (type port = 993)"),
        (IMAP + 'password_env = "A"\nsecurity = "ssl"\n', "mailbox.security: input should be 'tls', 'starttls' or 'none' (type security = "),
        (IMAP + 'password = "secret"\n', "mailbox.password: is not known here; did you mean password_"),
        (MAILDIR + "color = 1\n", "mailbox.color: is not known here"),
        (MAILDIR + '[when]\ntimezone = "Toronto"\n', "when.timezone: there is no time zone 'Toronto' (type timezone = \"America/Toronto\")"),
        (MAILDIR + '[when]\ntimezone = "../../etc/passwd"\n', "when.timezone: there is no time zone"),
        (MAILDIR + '[when]\ntimezone = ""\n', "when.timezone: there is no time zone"),
        (MAILDIR + '[when]\ncountry = "Canada"\n', "when.country: there is no country 'Canada' (type country = \"CA\")"),
        (MAILDIR + '[when]\ncountry = "ca"\nregion = "XX"\n', "when: CA has no region 'XX'; it has AB, "),
        (MAILDIR + "[when]\nmonth_first = 1\n", "when.month_first: input should be a valid boolean (type month_first = true or false)"),
        (MAILDIR + "[rules]\ngrace_days = -1\n", "rules.grace_days: input should be greater than or equal to 0 (type grace_days = 3)"),
        (MAILDIR + "[rules]\ngrace_day = 1\n", "rules.grace_day: is not known here; did you mean grace_days?"),
        (MAILDIR + "[rules]\ngrace_days = true\n", "rules.grace_days: input should be a valid integer"),
        (MAILDIR + "[rules]\ncheck_in_hour = 24\n", "rules.check_in_hour: input should be less than or equal to 23 (type check_in_hour = 9)"),
        (MAILDIR + '[me]\nname = "Priya"\n', 'me.addresses: is missing (type addresses = ["priya@mail.example"])'),
        (MAILDIR + '[me]\nname = "Priya"\naddresses = []\n', "me.addresses: "),
        (MAILDIR + '[me]\nname = ""\naddresses = ["a@b.example"]\n', "me.name: "),
        (MAILDIR + '[me]\nname = "Priya"\naddresses = ["priya"]\n', "me.addresses: 'priya' is no mail address"),
        (MAILDIR + '[me]\nname = "Priya"\naddresses = ["Priya <a@b.example>"]\n', "me.addresses: 'Priya <a@b.example>' is no mail address"),
        (MAILDIR + "[whenn]\n", "whenn: is not known here; did you mean when?"),
        ("name = Priya\n", "The settings are no TOML"),
    ],
)
def test_a_fault_is_named_with_its_place_and_what_to_type(tmp_path: Path, text: str, said: str) -> None:
    assert said in refused(tmp_path, text)


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    said = refused(tmp_path, '[mailbox]\nkind = "imap"\n[me]\nname = 3\n[when]\ntimezone = "Mars"\n[state]\nfolders = "x"\n')
    for place in ("mailbox.host", "mailbox.user", "me.name", "me.addresses", "when.timezone", "state.folders"):
        assert f"{place}: " in said


def test_settings_that_are_not_there_are_asked_for(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="There are no settings at") as caught:
        load(tmp_path / "none.toml")
    assert "assistant run --once --config" in caught.value.hint


def test_settings_that_are_a_folder_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="The settings cannot be read"):
        load(tmp_path)


def test_settings_in_another_encoding_are_refused(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_bytes('name = "Zoë"'.encode("latin-1"))
    with pytest.raises(ConfigError, match="not in UTF-8"):
        load(tmp_path / "settings.toml")


def test_the_machines_zone_is_what_its_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", ":America/Halifax")
    assert machine_zone() == ZoneInfo("America/Halifax")


def test_without_an_environment_the_machine_still_has_a_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TZ")
    assert machine_zone().key != "Pacific/Chatham"


def test_a_zone_rule_in_place_of_a_name_falls_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "EST5EDT,M3.2.0,M11.1.0")
    assert machine_zone().key


def test_the_standard_path_is_the_users_own_folder() -> None:
    assert standard_path().parts[-2:] == ("followup-assistant", "settings.toml")
