"""`assistant preview`, as a person types it: its JSON answer is a contract, and it writes nothing."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from assistant.cli import main
from tests.mailboxes.boxes import Tree
from tests.passes import AGREED, DAY, FIXED, INVITED, NOW, PRIYA

FIELDS = {
    "application": {"id", "company", "agency", "role", "stage", "people", "interviews", "expect_by", "next", "messages", "events", "notes"},
    "draft": {"application", "step", "to", "cc", "subject", "in_reply_to", "body", "why"},
    "event": {"kind", "at", "message", "quote", "rule"},
}


def preview(*words: object) -> Result:
    return CliRunner().invoke(main, ["preview", *map(str, words)], prog_name="assistant")


@pytest.fixture
def box(tmp_path: Path) -> Path:
    """A mailbox in which an interview was held the day before `NOW`."""
    tree = Tree(tmp_path / "mail", "")
    tree.make("", ".Sent", ".Drafts")
    for folder, data in (("", INVITED), (".Sent", AGREED), ("", FIXED)):
        tree.write(folder, data)
    return tmp_path / "mail"


def answer(box: Path, *words: object) -> dict[str, Any]:
    done = preview("--mailbox", f"maildir:{box}", "--timezone", "America/Toronto", "--country", "CA", "--region", "ON", "--json", *words)
    assert (done.exit_code, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def files(box: Path) -> dict[str, tuple[bytes, int]]:
    return {str(path.relative_to(box)): (path.read_bytes(), path.stat().st_mtime_ns) for path in box.rglob("*") if path.is_file()}


def test_the_answer_has_the_fields_of_the_contract(box: Path) -> None:
    found = answer(box, "--me", PRIYA, "--now", NOW.isoformat())
    assert set(found) == {"now", "messages", "unreadable", "applications", "drafts"}
    (application,), (draft,) = found["applications"], found["drafts"]
    assert set(application) == FIELDS["application"]
    assert set(draft) == FIELDS["draft"]
    assert all(set(event) == FIELDS["event"] and all(event.values()) for event in application["events"])
    assert (application["stage"], draft["step"], draft["to"]) == ("thank_you", "thank_you", ["dana@northwind.example"])
    assert draft["application"] == application["id"]
    assert application["next"] == {"step": "thank_you", "due": "2026-03-04T14:45:00-05:00"}


def test_unknown_is_null(box: Path) -> None:
    (application,) = answer(box, "--me", PRIYA, "--now", NOW.isoformat())["applications"]
    assert application["agency"] is None
    assert application["expect_by"] is None


def test_the_id_of_an_application_is_the_same_from_run_to_run(box: Path) -> None:
    first, second = (answer(box, "--me", PRIYA, "--now", now.isoformat()) for now in (NOW, NOW + DAY))
    assert first["applications"][0]["id"] == second["applications"][0]["id"]


def test_messages_that_are_dated_later_are_not_seen(box: Path) -> None:
    found = answer(box, "--me", PRIYA, "--now", (NOW - 3 * DAY).isoformat())
    assert found["messages"] == 1
    assert [application["interviews"] for application in found["applications"]] == [[]]


def test_the_owner_is_learned_from_what_was_sent(box: Path) -> None:
    assert answer(box, "--now", NOW.isoformat()) == answer(box, "--me", PRIYA, "--now", NOW.isoformat())


def test_a_message_that_cannot_be_read_is_counted_and_stops_nothing(box: Path) -> None:
    (box / "cur" / "1.half:2,").write_bytes(b"")
    found = answer(box, "--me", PRIYA, "--now", NOW.isoformat())
    assert len(found["unreadable"]) == 1
    assert len(found["drafts"]) == 1


def test_nothing_is_written(box: Path, tmp_path: Path) -> None:
    before = files(tmp_path)
    answer(box, "--now", NOW.isoformat())
    assert files(tmp_path) == before


def test_a_person_gets_a_table_and_the_drafts(box: Path) -> None:
    done = preview("--mailbox", f"maildir:{box}", "--me", PRIYA, "--now", NOW.isoformat(), "--timezone", "America/Toronto")
    assert done.exit_code == 0
    assert "3 messages read, 0 unreadable, 1 applications." in done.stdout
    assert "Hi Dana," in done.stdout
    assert "thank-you" in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--mailbox", "maildir:/no/such/place"], "no such file or folder"),
        (["--mailbox", "imap:somewhere"], "no mailbox"),
        (["--mailbox", "{box}", "--now", "yesterday"], "no moment"),
        (["--mailbox", "{box}", "--timezone", "Mars/Olympus"], "no time zone"),
        (["--mailbox", "{box}", "--me", "Priya"], "no address"),
        ([], "Missing option '--mailbox'"),
    ],
)
def test_bad_input_gets_one_clear_line_and_exit_2(box: Path, words: list[str], said: str) -> None:
    done = preview(*(word.replace("{box}", f"maildir:{box}") for word in words))
    assert done.exit_code == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert said in done.stderr


def test_the_mailbox_of_the_settings_can_be_looked_at(box: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    from assistant.config import standard_path  # noqa: PLC0415 - where it lies depends on the environment set above

    standard_path().parent.mkdir(parents=True)
    standard_path().write_text(f'[mailbox]\nkind = "maildir"\npath = "{box}"\n[when]\ntimezone = "America/Toronto"\ncountry = "CA"\n')
    done = preview("--mailbox", "settings", "--me", PRIYA, "--now", NOW.isoformat(), "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["now"] == NOW.isoformat()
    assert len(json.loads(done.stdout)["drafts"]) == 1
