"""The state file: what it keeps, and what it refuses without touching it."""

import datetime as dt
import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.core.model import Entry, Fate, Ref, Role, StepKind
from assistant.errors import StoreError
from assistant.store import FILE, VERSION, Store

AT = dt.datetime(2026, 3, 5, 9, 0, 0, 123456, tzinfo=dt.timezone(dt.timedelta(hours=-5)))
ENTRY = Entry(
    key="thank_you:dana@northwind.example:uid-1",
    message_id="<d1@mail.example>",
    digest="0123456789abcdef",
    fate=Fate.PLACED,
    at=AT,
    ref=Ref(Role.DRAFTS, "Entwürfe", "17", "4"),
    to=("dana@northwind.example", "tom@northwind.example"),
    subject="Re: Gespräch",
    in_reply_to="<m1@northwind.example>",
    kind=StepKind.THANK_YOU,
)
INTENT = Entry("check_in:x", "<d2@mail.example>", "", Fate.PLACED, AT + dt.timedelta(days=1))


def saved(folder: Path, *entries: Entry) -> Path:
    with Store(folder) as store:
        store.save(entries)
    return folder / FILE


def refused(folder: Path) -> StoreError:
    """Return the error with which the state is refused; the file stays as it was, and so does the lock's freedom."""
    before = (folder / FILE).read_bytes()
    with pytest.raises(StoreError) as caught:
        Store(folder)
    assert (folder / FILE).read_bytes() == before
    assert "\n" not in caught.value.message + caught.value.hint
    return caught.value


def test_a_new_state_is_empty(tmp_path: Path) -> None:
    with Store(tmp_path / "deep" / "state") as store:
        assert store.entries() == ()


def test_what_was_saved_comes_back_as_it_was(tmp_path: Path) -> None:
    saved(tmp_path, INTENT, ENTRY)
    with Store(tmp_path) as store:
        assert store.entries() == (ENTRY, INTENT)
        assert store.entries()[0].at.utcoffset() == dt.timedelta(hours=-5)


def test_saving_replaces_the_whole_ledger(tmp_path: Path) -> None:
    saved(tmp_path, ENTRY, INTENT)
    saved(tmp_path, replace(ENTRY, fate=Fate.SENT))
    with Store(tmp_path) as store:
        assert store.entries() == (replace(ENTRY, fate=Fate.SENT),)


def test_an_empty_ledger_can_be_saved(tmp_path: Path) -> None:
    saved(tmp_path, ENTRY)
    saved(tmp_path)
    with Store(tmp_path) as store:
        assert store.entries() == ()


def test_a_save_that_fails_half_way_changes_nothing(tmp_path: Path) -> None:
    saved(tmp_path, ENTRY)
    with Store(tmp_path) as store:
        with pytest.raises(StoreError):
            store.save([INTENT, INTENT])  # one key twice
        assert store.entries() == (ENTRY,)


def test_broken_characters_come_back_as_they_were(tmp_path: Path) -> None:
    broken = replace(ENTRY, key="k\udce9\0", subject="caf\udce9", in_reply_to="<\ud800@x.example>")
    saved(tmp_path, broken)
    with Store(tmp_path) as store:
        assert store.entries() == (broken,)


def test_two_passes_on_one_state_never_run_at_once(tmp_path: Path) -> None:
    with Store(tmp_path), pytest.raises(StoreError, match="already at work"):
        Store(tmp_path)


def test_the_lock_of_a_killed_pass_is_free(tmp_path: Path) -> None:
    code = f"import os, pathlib; from assistant.store import Store; s = Store(pathlib.Path({str(tmp_path)!r})); os.kill(os.getpid(), 9)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -9
    Store(tmp_path).close()


def test_closing_twice_does_no_harm(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.close()
    store.close()
    Store(tmp_path).close()


def test_a_state_from_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, ENTRY)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE schema SET version = ?", (VERSION + 1,))
    connection.close()
    error = refused(tmp_path)
    assert "newer version" in error.message
    assert "Update the assistant" in error.hint


def test_a_refused_state_is_not_left_locked(tmp_path: Path) -> None:
    path = saved(tmp_path, ENTRY)
    good = path.read_bytes()
    path.write_bytes(b"no database at all " * 300)
    refused(tmp_path)
    path.write_bytes(good)
    Store(tmp_path).close()


def test_a_file_that_is_no_database_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"Dear diary, this is no database. " * 200)
    error = refused(tmp_path)
    assert "damaged" in error.message
    assert "mv " in error.hint


def test_a_cut_off_database_is_refused_and_kept(tmp_path: Path) -> None:
    path = saved(tmp_path, *[replace(ENTRY, key=f"k{n}") for n in range(200)])
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert "damaged" in refused(tmp_path).message


def test_a_database_with_a_page_overwritten_is_refused_and_kept(tmp_path: Path) -> None:
    path = saved(tmp_path, *[replace(ENTRY, key=f"k{n}") for n in range(200)])
    data = bytearray(path.read_bytes())
    data[-4096:] = os.urandom(4096)
    path.write_bytes(data)
    assert "damaged" in refused(tmp_path).message


def test_somebody_elses_database_is_refused_and_kept(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("CREATE TABLE birds (name TEXT)")
    connection.close()
    assert "not the assistant's" in refused(tmp_path).message


@pytest.mark.parametrize("version", ["NULL", "'two'", "0"])
def test_a_version_that_never_was_is_damage(tmp_path: Path, version: str) -> None:
    path = saved(tmp_path)
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE schema")
        connection.execute("CREATE TABLE schema (version)")
        connection.execute(f"INSERT INTO schema VALUES ({version})")  # noqa: S608 - three constants
    connection.close()
    assert "damaged" in refused(tmp_path).message


@pytest.mark.parametrize(
    "change",
    [
        """fate = '"eaten"'""",
        "at = 'yesterday'",
        "at = '2026-03-05T09:00:00'",
        "ref = '[1]'",
        "recipients = '{'",
        "recipients = '7'",
        """kind = '"song"'""",
        "subject = x'00ff'",
    ],
)
def test_a_value_that_no_version_wrote_is_damage(tmp_path: Path, change: str) -> None:
    path = saved(tmp_path, ENTRY)
    with sqlite3.connect(path) as connection:
        connection.execute(f"UPDATE ledger SET {change}")  # noqa: S608 - constants
    connection.close()
    with Store(tmp_path) as store, pytest.raises(StoreError, match="damaged"):
        store.entries()


def test_an_empty_file_is_an_empty_state(tmp_path: Path) -> None:
    (tmp_path / FILE).touch()
    with Store(tmp_path) as store:
        assert store.entries() == ()


def test_a_full_disk_is_one_clear_line_and_loses_nothing(tmp_path: Path) -> None:
    saved(tmp_path, ENTRY)
    code = f"""
import pathlib, resource
from dataclasses import replace
from assistant.errors import StoreError
from assistant.store import Store
with Store(pathlib.Path({str(tmp_path)!r})) as store:
    (entry,) = store.entries()
    resource.setrlimit(resource.RLIMIT_FSIZE, (16384, 16384))
    try:
        store.save([replace(entry, key=f"k{{n}}") for n in range(5000)])
    except StoreError as error:
        print(error.message)
"""
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert "disk is full" in said.stdout
    with Store(tmp_path) as store:
        assert store.entries() == (ENTRY,)


@pytest.mark.parametrize("room", [0, 600, 4096, 5000, 8192, 9000, 12_288, 16_384])
def test_a_disk_that_fills_while_the_file_is_made_leaves_one_that_can_be_used(tmp_path: Path, room: int) -> None:
    code = f"""
import pathlib, resource
from assistant.errors import StoreError
from assistant.store import Store
resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))
try:
    Store(pathlib.Path({str(tmp_path)!r})).close()
except StoreError as error:
    assert "disk is full" in error.message, error.message
"""
    subprocess.run([sys.executable, "-c", code], check=True)
    with Store(tmp_path) as store:
        store.save([ENTRY])
        assert store.entries() == (ENTRY,)


def test_a_state_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("here")
    with pytest.raises(StoreError, match="state folder cannot be used"):
        Store(tmp_path / "state")


def test_a_state_file_that_another_program_holds_is_refused_for_now(tmp_path: Path) -> None:
    path = saved(tmp_path, ENTRY)
    with Store(tmp_path) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="locked"):
            store.save([INTENT])
        other.close()
        assert store.entries() == (ENTRY,)


def test_a_state_file_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(tmp_path)


def test_a_file_of_the_first_format_is_renewed_and_keeps_what_it_holds(tmp_path: Path) -> None:
    path = saved(tmp_path, ENTRY, replace(ENTRY, key="unseen", ref=None, fate=Fate.PLACED))
    with sqlite3.connect(path) as connection:
        connection.execute("ALTER TABLE ledger DROP COLUMN text")
        connection.execute("UPDATE schema SET version = 1")
    connection.close()
    for _ in range(2):
        with Store(tmp_path) as store:
            entries = {entry.key: entry for entry in store.entries()}
        assert entries[ENTRY.key] == replace(ENTRY, text="")
        assert entries["unseen"].fate is Fate.INTENDED


def test_renewing_that_was_cut_short_is_done_again(tmp_path: Path) -> None:
    path = saved(tmp_path, ENTRY)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE schema SET version = 1")
    connection.close()
    with Store(tmp_path) as store:
        assert store.entries() == (ENTRY,)


def test_a_file_of_the_second_format_is_renewed_and_takes_answers(tmp_path: Path) -> None:
    path = saved(tmp_path, ENTRY)
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE answers")
        connection.execute("UPDATE schema SET version = 2")
    connection.close()
    with Store(tmp_path) as store:
        store.answer("3f2a9c01b7de", yes=True)
        assert (store.entries(), store.answers()) == ((ENTRY,), {"3f2a9c01b7de": True})
