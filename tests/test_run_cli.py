"""`assistant run --once`, as a person types it."""

import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assistant.cli import main
from assistant.config import SAMPLE
from assistant.store import FILE, Store
from tests.mail import invitation, mail
from tests.mailboxes.boxes import Tree
from tests.passes import DANA, PRIYA, SUBJECT

NOW = dt.datetime.now(dt.UTC).replace(microsecond=0)
HELD = NOW - dt.timedelta(hours=20)


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["run", *map(str, words)], prog_name="assistant")


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """The settings of somebody who was interviewed twenty hours ago."""
    tree = Tree(tmp_path / "mail", "")
    tree.make("", ".Sent", ".Drafts")
    fixed = invitation(start=f"DTSTART:{HELD:%Y%m%dT%H%M%SZ}", end=f"DTEND:{HELD + dt.timedelta(minutes=45):%Y%m%dT%H%M%SZ}", summary=SUBJECT)
    note = "Hi Priya,\n\nThank you for applying for the Data Analyst role. Here is the invitation to our interview.\n\nBest,\nDana"
    tree.write("", mail(note, subject=SUBJECT, id="<m1@northwind.example>", at=HELD - dt.timedelta(days=3), ics=fixed))
    yes = mail(
        "Hi Dana,\n\nThat works for me.\n\nBest,\nPriya", frm=PRIYA, to=DANA, subject=f"Re: {SUBJECT}", id="<m2@mail.example>", at=HELD - dt.timedelta(days=2)
    )
    tree.write(".Sent", yes)
    path = tmp_path / "settings.toml"
    path.write_text('[mailbox]\nkind = "maildir"\npath = "mail"\n[when]\ntimezone = "America/Toronto"\ncountry = "CA"\n[state]\nfolder = "state"\n')
    return path


def drafts(settings: Path) -> list[Path]:
    return list((settings.parent / "mail" / ".Drafts" / "cur").iterdir())


def refused(done: Result) -> str:
    assert done.exit_code == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    return done.stderr


def test_a_pass_places_a_draft_and_says_why(settings: Path) -> None:
    done = run("--once", "--config", settings)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "thank you" in done.stdout
    said = " ".join(done.stdout.split())
    assert f'Placed: thank-you to Dana Reyes, "Re: {SUBJECT}". Why: Interview of' in said
    assert len(drafts(settings)) == 1


def test_the_next_pass_places_nothing_and_says_what_waits(settings: Path) -> None:
    run("--once", "--config", settings)
    done = run("--once", "--config", settings)
    assert "Nothing was placed or withdrawn." in done.stdout
    assert "it is waiting" in " ".join(done.stdout.split())
    assert len(drafts(settings)) == 1


def test_a_withdrawn_draft_and_what_cannot_be_read_are_told(settings: Path) -> None:
    run("--once", "--config", settings)
    tree = Tree(settings.parent / "mail", "", count=10)
    tree.write(
        "",
        mail("It was good to meet you.", subject=f"Re: {SUBJECT}", id="<m4@northwind.example>", reply_to="<m2@mail.example>", at=NOW + dt.timedelta(hours=1)),
    )
    tree.write("", b"")
    said = " ".join(run("--once", "--config", settings).stdout.split())
    assert "Withdrawn: the draft to dana@northwind.example. Why: Dana Reyes wrote on" in said
    assert "1 unreadable" in said
    assert "Unreadable: " in said
    assert drafts(settings) == []


def test_where_more_is_due_than_the_fuse_allows_it_asks_and_places_when_it_is_told_to(settings: Path) -> None:
    settings.write_text(settings.read_text() + "[rules]\ndrafts_per_pass = 0\n")
    for _ in range(2):
        done = run("--once", "--config", settings)
        assert done.exit_code == 3
        assert done.stderr.splitlines() == [
            "1 drafts are due at once, which is unusual, so none was placed. If that is right, type: assistant run --once --allow 1"
        ]
        assert drafts(settings) == []
    done = run("--once", "--config", settings, "--allow", 1)
    assert (done.exit_code, done.stderr) == (0, "")
    assert len(drafts(settings)) == 1
    assert run("--once", "--config", settings).exit_code == 0


def test_the_fuse_of_the_day_asks_too_and_takes_the_same_answer(settings: Path) -> None:
    settings.write_text(settings.read_text() + "[rules]\ndrafts_per_day = 0\n")
    assert run("--once", "--config", settings).exit_code == 3
    assert run("--once", "--config", settings, "--allow", 1).exit_code == 0
    assert len(drafts(settings)) == 1


def test_the_sample_is_printed() -> None:
    done = run("--sample")
    assert (done.exit_code, done.stdout) == (0, SAMPLE)


def test_without_once_it_says_that_it_does_not_wait_yet() -> None:
    assert "A pass that repeats by itself is not there yet. Type: assistant run --once" in refused(run())


def test_no_settings_is_one_line(tmp_path: Path) -> None:
    assert "There are no settings at" in refused(run("--once", "--config", tmp_path / "none.toml"))


def test_wrong_settings_are_one_line(settings: Path) -> None:
    settings.write_text(settings.read_text().replace("America/Toronto", "America/Tronto") + "colour = 1\n")
    said = refused(run("--once", "--config", settings))
    assert "when.timezone: there is no time zone 'America/Tronto'" in said
    assert "state.colour: is not known here" in said


def test_a_folder_that_is_no_maildir_is_one_line(settings: Path) -> None:
    (settings.parent / "empty").mkdir()
    settings.write_text(settings.read_text().replace('"mail"', '"empty"'))
    assert "Maildir" in refused(run("--once", "--config", settings))


def test_a_second_pass_at_the_same_time_is_one_line(settings: Path) -> None:
    with Store(settings.parent / "state"):
        assert "already at work" in refused(run("--once", "--config", settings))
    assert drafts(settings) == []


def test_a_damaged_state_is_one_line_and_stays(settings: Path) -> None:
    state = settings.parent / "state"
    state.mkdir()
    (state / FILE).write_bytes(b"not a database " * 100)
    assert "damaged" in refused(run("--once", "--config", settings))
    assert (state / FILE).read_bytes() == b"not a database " * 100
    assert drafts(settings) == []


def test_a_server_that_is_not_there_is_one_line(settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAIL_SECRET", "s3cret")
    settings.write_text('[mailbox]\nkind = "imap"\nhost = "127.0.0.1"\nport = 1\nuser = "priya"\npassword_env = "MAIL_SECRET"\n[state]\nfolder = "state"\n')
    said = refused(run("--once", "--retries", 0, "--config", settings))
    assert "127.0.0.1" in said
    assert "s3cret" not in said


def test_a_password_that_is_not_there_is_one_line(settings: Path) -> None:
    settings.write_text('[mailbox]\nkind = "imap"\nhost = "127.0.0.1"\nuser = "priya"\npassword_env = "NO_SUCH_SECRET"\n[state]\nfolder = "state"\n')
    assert "NO_SUCH_SECRET is not set" in refused(run("--once", "--config", settings))
