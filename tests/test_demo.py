"""`assistant demo`, as a person types it."""

import email
import hashlib
import os
import subprocess
import sys
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assistant.cli import main

SOME_DRAFTS = 4


def run(folder: Path | None, *words: str) -> Result:
    where = ["--folder", str(folder)] if folder else []
    return CliRunner().invoke(main, ["demo", *where, *words], prog_name="assistant")


def said(done: Result) -> str:
    """What was printed, as one line without frames, so that it does not matter where lines end."""
    assert (done.exit_code, done.stderr) == (0, "")
    return " ".join(done.stdout.replace("│", " ").split())


def refused(done: Result) -> str:
    assert (done.exit_code, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    return done.stderr


def drafts(folder: Path) -> dict[str, EmailMessage]:
    """The drafts that wait, by the name of whom they are for."""
    read = [email.message_from_bytes(path.read_bytes(), policy=default) for path in sorted((folder / "mail" / ".Drafts" / "cur").iterdir())]
    return {one["to"].addresses[0].display_name: one for one in read if isinstance(one, EmailMessage)}


def everything_else(folder: Path) -> dict[str, str]:
    """Every other file of the mailbox by its name, with a digest of what is in it."""
    files = (path for path in (folder / "mail").rglob("*") if path.is_file() and ".Drafts" not in path.parts)
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "demo"


def test_it_shows_the_applications_and_places_each_draft_with_its_reason(folder: Path) -> None:
    told = said(run(folder))
    for words in ("Events Manager, Bellwether Books", "waiting", "Box Office Manager, Willow Theater", "rejected", "Station Manager, Meridian Rail"):
        assert words in told
    assert "4 drafts were placed" in told
    assert "check-in to Tom Achterberg They gave" in told
    assert "you will hear from me by" in told
    assert "(Tom Achterberg, " in told
    assert "thank-you to Ruth Castellano Interview of" in told
    assert "thank-you to Mateo Ruiz Interview of" in told
    assert "closing note to Denise Fontaine They said no on" in told
    assert set(drafts(folder)) == {"Tom Achterberg", "Ruth Castellano", "Mateo Ruiz", "Denise Fontaine"}


def test_one_draft_is_shown_in_full(folder: Path) -> None:
    told = said(run(folder))
    words = drafts(folder)["Ruth Castellano"].get_content().split()
    assert " ".join(words) in told


def test_it_ends_with_where_the_mailbox_lies_and_what_to_type_next(folder: Path) -> None:
    lines = run(folder).stdout.splitlines()
    end = " ".join(lines[-9:])
    assert str(folder / "mail") in "".join(line.strip() for line in lines)
    assert f"assistant demo --reply --folder {folder}".replace(" ", "") in "".join(end.split())
    assert "assistant preview --mailbox maildir:PATH" in end


def test_it_fits_on_eighty_columns_and_on_one_long_screen(folder: Path) -> None:
    lines = run(folder).stdout.splitlines()
    path = str(folder)
    assert all(len(line) <= 80 for line in lines if path not in line and not line.startswith("  /"))
    assert len(lines) <= 60


def test_a_terminal_that_knows_few_characters_shows_what_it_can(folder: Path) -> None:
    typed = [sys.executable, "-m", "assistant", "demo", "--folder", str(folder)]
    done = subprocess.run(typed, env={**os.environ, "PYTHONIOENCODING": "ascii"}, capture_output=True, check=True)
    assert b"?My sister and I" in done.stdout


def test_run_again_it_places_nothing_and_says_so(folder: Path) -> None:
    run(folder)
    before = drafts(folder)
    told = said(run(folder))
    assert "Nothing was placed. What is due has its draft already:" in told
    assert told.count("it is waiting") == SOME_DRAFTS
    assert {name: one["message-id"] for name, one in drafts(folder).items()} == {name: one["message-id"] for name, one in before.items()}


def test_no_other_mail_is_touched(folder: Path) -> None:
    run(folder)
    before = everything_else(folder)
    run(folder)
    assert everything_else(folder) == before
    run(folder, "--reply")
    after = everything_else(folder)
    assert len(after) == len(before) + 1
    assert before.items() <= after.items()


def test_an_answer_arrives_and_its_draft_is_withdrawn(folder: Path) -> None:
    run(folder)
    told = said(run(folder, "--reply"))
    assert "Tom Achterberg has just written to Nora" in told
    assert "Withdrawn: the check-in to Tom Achterberg Tom Achterberg wrote on" in told
    assert "scheduling" in told
    assert "They have been waiting for you since" in told
    assert set(drafts(folder)) == {"Ruth Castellano", "Mateo Ruiz", "Denise Fontaine"}


def test_an_answer_may_be_the_first_thing_that_is_asked_for(folder: Path) -> None:
    told = said(run(folder, "--reply"))
    assert "4 drafts were placed first" in told
    assert "Withdrawn: the check-in to Tom Achterberg Tom Achterberg wrote on" in told
    assert len(drafts(folder)) == SOME_DRAFTS - 1


def test_the_answer_arrives_once(folder: Path) -> None:
    run(folder, "--reply")
    files = everything_else(folder)
    told = said(run(folder, "--reply"))
    assert "Tom Achterberg has answered already." in told
    assert "Nothing was withdrawn." in told
    assert everything_else(folder) == files


def test_after_the_answer_the_next_pass_places_nothing_for_it(folder: Path) -> None:
    run(folder, "--reply")
    told = said(run(folder))
    assert told.count("it is waiting") == SOME_DRAFTS - 1
    assert "demo --fresh" in told
    assert len(drafts(folder)) == SOME_DRAFTS - 1


def test_a_draft_that_was_edited_stays_when_the_answer_arrives(folder: Path) -> None:
    run(folder)
    path = next(path for path in (folder / "mail" / ".Drafts" / "cur").iterdir() if b"tom@bellwether.example" in path.read_bytes())
    path.write_bytes(path.read_bytes().replace(b"Hi Tom,", b"Dear Tom,"))
    told = said(run(folder, "--reply"))
    assert "Nothing was withdrawn." in told
    assert "that you edited may be stale" in told
    assert path.exists()


def test_a_draft_that_was_deleted_does_not_come_back(folder: Path) -> None:
    run(folder)
    for path in (folder / "mail" / ".Drafts" / "cur").iterdir():
        path.unlink()
    told = said(run(folder))
    assert "Nothing was placed." in told
    assert "it is waiting" not in told
    assert drafts(folder) == {}


def test_a_fresh_one_begins_anew(folder: Path) -> None:
    run(folder, "--reply")
    told = said(run(folder, "--fresh"))
    assert "4 drafts were placed" in told
    assert len(drafts(folder)) == SOME_DRAFTS


def test_an_old_mailbox_keeps_its_dates_and_says_so(folder: Path) -> None:
    run(folder)
    (folder / "built").write_text("2026-01-07T09:00:00-05:00\n")
    assert "It was made up on Wed 7 Jan, and keeps its dates; --fresh makes one of today." in said(run(folder))


def test_a_build_that_was_cut_short_is_done_again(folder: Path) -> None:
    run(folder)
    (folder / "mail").rename(folder / "half")
    assert "4 drafts were placed" in said(run(folder))
    assert not (folder / "half").exists()


def test_a_folder_with_anything_else_in_it_is_refused_and_left_alone(folder: Path) -> None:
    folder.mkdir()
    (folder / "thesis.txt").write_text("years of work")
    for words in ([], ["--fresh"], ["--reply"]):
        assert "This is not the demo's folder" in refused(run(folder, *words))
    assert [path.name for path in folder.iterdir()] == ["thesis.txt"]


def test_a_file_in_place_of_the_folder_is_refused(folder: Path) -> None:
    folder.write_text("")
    assert "This is not the demo's folder" in refused(run(folder))


def test_a_place_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "A part of this path is a file" in refused(run(tmp_path / "file" / "demo"))


def test_an_empty_folder_will_do(folder: Path) -> None:
    folder.mkdir()
    assert "4 drafts were placed" in said(run(folder))


def test_left_to_itself_it_takes_a_folder_among_the_users_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert "4 drafts were placed" in said(run(None))
    (built,) = tmp_path.rglob("followup-assistant/demo/built")
    assert (built.parent / "mail" / "cur").is_dir()
    assert "Nothing was placed." in said(run(None))
