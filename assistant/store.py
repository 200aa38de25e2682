"""What we keep ourselves, in one SQLite file: the draft ledger, and the user's answers to our questions.

Takes the state folder; gives a `Store` that holds the folder's lock, so that two passes never run at once on one state.
Every write is one transaction. A file that cannot be used (damaged, from a newer version, somebody else's) is left as it is.
Nothing that can be computed from mail is kept: a lost file loses little, for our drafts are found again in the mailbox.
(What was read will be cached in a table of its own, beside the ledger; it may be thrown away, the ledger may not.)
"""

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import filelock
import sqlalchemy as sa

from assistant.core.model import Entry, Fate, Ref, Role, StepKind
from assistant.errors import StoreError

VERSION = 3  # 1 kept no words of a draft, 2 no answers
FILE = "state.sqlite3"
LOCK = "lock"
_PATIENCE = 2.0  # seconds to wait for another program that reads the file


class _Json(sa.TypeDecorator[Any]):
    """Any plain value as JSON in ASCII: mail holds characters that no database takes (lone surrogates), and they must come back as they were."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> str:  # noqa: ANN401 - SQLAlchemy's signature
        """Return the text for the file."""
        return json.dumps(value)

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> Any:  # noqa: ANN401 - SQLAlchemy's signature
        """Return the value from the file; raise ValueError or TypeError where it is none."""
        return json.loads(value)


_TABLES = sa.MetaData()
_SCHEMA = sa.Table("schema", _TABLES, sa.Column("version", sa.Integer, nullable=False))
_LEDGER = sa.Table(
    "ledger",
    _TABLES,
    sa.Column("key", _Json, primary_key=True),
    sa.Column("message_id", _Json, nullable=False),
    sa.Column("digest", _Json, nullable=False),
    sa.Column("fate", _Json, nullable=False),
    sa.Column("at", sa.Text, nullable=False),  # ISO 8601 with its offset: SQLite keeps no zones
    sa.Column("ref", _Json, nullable=False),  # role, folder, generation, key; or null
    sa.Column("recipients", _Json, nullable=False),
    sa.Column("subject", _Json, nullable=False),
    sa.Column("in_reply_to", _Json, nullable=False),
    sa.Column("kind", _Json, nullable=False),
    sa.Column("text", _Json, nullable=False, server_default='""'),
)

_ANSWERS = sa.Table("answers", _TABLES, sa.Column("id", sa.Text, primary_key=True), sa.Column("yes", sa.Boolean, nullable=False))


class Store:
    """The open state file, locked. `close` it, or use it in a `with`."""

    def __init__(self, folder: Path) -> None:
        """Open the state in `folder`, made where there is none; raise `StoreError` where it cannot be used."""
        self._path = folder / FILE
        self._lock = _locked(folder)
        self._engine = _engine(self._path)
        try:
            self._prepare()
        except StoreError:
            self.close()
            raise

    def entries(self) -> tuple[Entry, ...]:
        """Return the draft ledger as it was saved, oldest first."""
        with self._translated(), self._engine.connect() as connection:
            rows = connection.execute(sa.select(_LEDGER).order_by(_LEDGER.c.at, _LEDGER.c.key)).mappings().all()
            return tuple(_entry(row) for row in rows)

    def save(self, entries: Iterable[Entry]) -> None:
        """Make these the ledger, all or nothing."""
        rows = [_row(entry) for entry in entries]
        with self._translated(), self._engine.begin() as connection:
            connection.execute(sa.delete(_LEDGER))
            if rows:
                connection.execute(sa.insert(_LEDGER), rows)

    def answers(self) -> dict[str, bool]:
        """Return what the user said to our questions: by the id of each, whether it is about a job of theirs."""
        with self._translated(), self._engine.connect() as connection:
            return {row["id"]: row["yes"] for row in connection.execute(sa.select(_ANSWERS)).mappings()}

    def answer(self, question: str, *, yes: bool) -> None:
        """Keep the user's answer to the question of this id; a later one takes its place."""
        with self._translated(), self._engine.begin() as connection:
            connection.execute(sa.delete(_ANSWERS).where(_ANSWERS.c.id == question))
            connection.execute(sa.insert(_ANSWERS).values(id=question, yes=yes))

    def close(self) -> None:
        """Let go of the file and its lock. Calling it twice does no harm."""
        self._engine.dispose()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _prepare(self) -> None:
        with self._translated(), self._engine.begin() as connection:
            tables = set(sa.inspect(connection).get_table_names())
            if not tables:
                _TABLES.create_all(connection)
                connection.execute(sa.insert(_SCHEMA).values(version=VERSION))
                return
            if _SCHEMA.name not in tables:
                raise StoreError(f"This file is not the assistant's: {self._path}", "Give another state folder: [state] folder = ... in your settings")
            version = _checked(connection.execute(sa.select(_SCHEMA.c.version)).scalar(), self._path)
            if connection.execute(sa.text("PRAGMA quick_check(1)")).scalar() != "ok":
                raise _damaged(self._path)
            if version < VERSION:
                _renew(connection, version)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Turn what the database says into words for the user."""
        try:
            yield
        except sa.exc.DBAPIError as error:
            raise _store_error(error.orig, self._path) from error
        except (ValueError, TypeError) as error:  # a value that no version of ours wrote
            raise _damaged(self._path) from error


def _engine(path: Path) -> sa.Engine:
    """Return the way to the file. Every transaction begins by our own word: left to itself, the driver commits each CREATE TABLE alone.

    A pass that ended between two of them would leave half a file, which no later one could use.
    """
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(path)), poolclass=sa.NullPool, connect_args={"timeout": _PATIENCE, "isolation_level": None})
    sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def _checked(version: Any, path: Path) -> int:  # noqa: ANN401 - whatever stands in the file
    if isinstance(version, int) and 1 <= version <= VERSION:
        return version
    if isinstance(version, int) and version > VERSION:
        raise StoreError(
            f"The state file is from a newer version of the assistant (it has format {version}, this one knows {VERSION}): {path}",
            "Update the assistant, or give another state folder: [state] folder = ... in your settings. The file was left as it is",
        )
    raise _damaged(path)


def _renew(connection: sa.Connection, version: int) -> None:
    """Turn a file of an older format into one of this format; cut short, it is done again."""
    _ANSWERS.create(connection, checkfirst=True)
    if version == 1:
        _add_words(connection)
    connection.execute(sa.update(_SCHEMA).values(version=VERSION))


def _add_words(connection: sa.Connection) -> None:
    if _LEDGER.c.text.name not in {column["name"] for column in sa.inspect(connection).get_columns(_LEDGER.name)}:
        connection.execute(sa.text("ALTER TABLE ledger ADD COLUMN text TEXT NOT NULL DEFAULT '\"\"'"))
    unseen = (_LEDGER.c.fate == Fate.PLACED) & (sa.type_coerce(_LEDGER.c.ref, sa.Text) == "null")
    connection.execute(sa.update(_LEDGER).where(unseen).values(fate=Fate.INTENDED))


def _locked(folder: Path) -> filelock.BaseFileLock:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = filelock.FileLock(folder / LOCK)
        lock.acquire(timeout=0)
    except filelock.Timeout as error:
        raise StoreError(f"The assistant is already at work on this state: {folder}", "Wait until it is done, then run it again") from error
    except (OSError, NotImplementedError) as error:
        raise StoreError(f"The state folder cannot be used: {folder} ({error})", "Give another one: [state] folder = ... in your settings") from error
    return lock


# ---------------------------------------------------------------- what the database says, in words


def _store_error(error: BaseException | None, path: Path) -> StoreError:
    name = getattr(error, "sqlite_errorname", "") if isinstance(error, sqlite3.Error) else ""
    if name == "SQLITE_FULL" or name.startswith("SQLITE_IOERR"):
        return StoreError(f"The state file cannot be written, the disk is full or failing: {path}", "Free some space, then run it again. Nothing was lost")
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return _damaged(path)
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        return StoreError(f"The state file cannot be opened for writing: {path}", f"Look at its owner and permissions: ls -la '{path.parent}'")
    return StoreError(f"The state file cannot be used: {path} ({error})", "Run it again; if it stays so, move the file away")


def _damaged(path: Path) -> StoreError:
    hint = f"Move it away (mv '{path}' '{path}.damaged') and run it again: drafts that wait are found again in the mailbox. The file was left as it is"
    return StoreError(f"The state file is damaged: {path}", hint)


# ---------------------------------------------------------------- entries and rows


def _row(entry: Entry) -> dict[str, object]:
    ref = entry.ref
    return {
        "key": entry.key,
        "message_id": entry.message_id,
        "digest": entry.digest,
        "fate": entry.fate,
        "at": entry.at.isoformat(),
        "ref": ref and [ref.role, ref.folder, ref.generation, ref.key],
        "recipients": entry.to,
        "subject": entry.subject,
        "in_reply_to": entry.in_reply_to,
        "kind": entry.kind,
        "text": entry.text,
    }


def _entry(row: sa.RowMapping) -> Entry:
    at = dt.datetime.fromisoformat(row["at"])
    if at.tzinfo is None:
        raise ValueError(row["at"])
    return Entry(
        key=row["key"],
        message_id=row["message_id"],
        digest=row["digest"],
        fate=Fate(row["fate"]),
        at=at,
        ref=row["ref"] and _ref(*row["ref"]),
        to=tuple(row["recipients"]),
        subject=row["subject"],
        in_reply_to=row["in_reply_to"],
        kind=row["kind"] and StepKind(row["kind"]),
        text=row["text"],
    )


def _ref(role: str, folder: str, generation: str, key: str) -> Ref:
    return Ref(Role(role), folder, generation, key)
