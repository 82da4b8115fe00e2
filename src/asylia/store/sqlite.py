"""The record in one SQLite file, with full-text search over what everybody may read."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from asylia.model.errors import IntegrityError, RequestError
from asylia.model.record import Page, Record
from asylia.model.shown import PUBLIC, shown
from asylia.store.digest import total, unit_digests
from asylia.store.restored import record_of
from asylia.store.rows import Row
from asylia.store.schema import BY_NAME, TABLES, migrate
from asylia.store.search import question, words
from asylia.store.tables import Placed, rows_of

_UNIT_OF = {"origins": "incident", "checks": "series", "mutations": "series", "entities": "id", "incidents": "id"}
_UNIT_OF |= {"record": "id", "copies": "id", "ledger": "id", "documents": "id"}


class SqliteStore:
    """A store in one file. A build writes beside it and renames, so a killed build leaves the old or the new."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._open: sqlite3.Connection | None = None

    @property
    def _connection(self) -> sqlite3.Connection:
        if self._open is None:
            if not self._file.is_file():
                raise RequestError(f"there is no {self._file.name} here yet; run `asylia build`")
            self._open = _connect(self._file)
        return self._open

    def put(self, record: Record, built: str) -> str:
        """Keep this record instead of what was there, in one step; gives its digest."""
        self.close()
        # One name for all: a build holds the record's lock, so what is there was left by one that was killed.
        beside = self._file.with_name(f"{self._file.name}.new")
        _remove(beside)
        try:
            connection = _connect(beside)
            with contextlib.closing(connection):
                # The file is thrown away unless everything arrives: no journal is needed until then.
                connection.execute("PRAGMA journal_mode = OFF")
                digest = _fill(connection, record, built)
            with beside.open("rb+") as written:
                os.fsync(written.fileno())
            os.replace(beside, self._file)
        finally:
            _remove(beside)
        return digest

    def record(self) -> Record:
        """The record as it was put."""
        return record_of(self.rows)

    def rows(self, table: str) -> Iterator[Row]:
        """A table's rows in key order."""
        spec = BY_NAME[table]
        columns = ", ".join(f'"{name}"' for name in spec.names)
        order = ", ".join(f'"{name}"' for name in spec.key_names)
        for values in self._connection.execute(f"SELECT {columns} FROM {table} ORDER BY {order}"):
            yield dict(zip(spec.names, values, strict=True))

    def digest(self) -> str:
        """The record digest as it was reckoned when the record was put."""
        return self._meta("digest")

    def recount(self) -> str:
        """The record digest of what the tables hold now, reckoned from every row."""
        return total(unit_digests(self._placed()))

    def units(self) -> dict[str, str]:
        """The digest of every unit the record digest is the sum of."""
        return dict(self._connection.execute("SELECT unit, digest FROM digests ORDER BY unit"))

    def search(self, text: str, limit: int = 50) -> tuple[str, ...]:
        """Ids of the documents whose masked text holds all these words, best first."""
        asked = question(text)
        if asked is None:
            return ()
        found = self._connection.execute(
            "SELECT d.id FROM search JOIN documents d ON d.rowid = search.rowid WHERE search MATCH ?"
            " ORDER BY bm25(search, 4.0, 1.0), d.id LIMIT ?",
            (asked, limit),
        )
        return tuple(row[0] for row in found)

    def close(self) -> None:
        """Let go of the database."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def _meta(self, key: str) -> str:
        row = self._connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        if row is None:
            raise IntegrityError(f"{self._file.name} is not a whole record; delete it and run `asylia build`")
        return str(row[0])

    def _placed(self) -> Iterator[Placed]:
        for table in TABLES:
            column = _UNIT_OF.get(table.name, "document")
            for row in self.rows(table.name):
                yield Placed(row[column], table.name, row)


def _fill(connection: sqlite3.Connection, record: Record, built: str) -> str:
    units: dict[str, str] = {}
    with connection:
        connection.execute("BEGIN")
        rows = list(rows_of(record))
        units = unit_digests(rows)
        for table in TABLES:
            columns = ", ".join(f'"{name}"' for name in table.names)
            marks = ", ".join(f":{name}" for name in table.names)
            chosen = (placed.row for placed in rows if placed.table == table.name)
            connection.executemany(f"INSERT INTO {table.name} ({columns}) VALUES ({marks})", chosen)
        connection.executemany("INSERT INTO digests VALUES (?, ?)", sorted(units.items()))
        numbers = dict(connection.execute("SELECT id, rowid FROM documents"))
        connection.executemany(
            "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)",
            ((numbers[page.document.id], *_searchable(page)) for page in record.pages),
        )
        digest = total(units)
        connection.executemany("INSERT INTO meta VALUES (?, ?)", [("built", built), ("digest", digest)])
    return digest


def _searchable(page: Page) -> tuple[str, str]:
    """Title and body as everybody may read them: a protected name never enters the index."""
    document, mentions = page.document, page.all_mentions
    title = shown(document.text[: document.body_start], mentions, PUBLIC)
    return words(title), words(shown(document.body, mentions, PUBLIC, offset=document.body_start))


def _connect(file: Path) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(file, isolation_level=None)
        migrate(connection, file.name)
    except sqlite3.DatabaseError as error:
        raise IntegrityError(f"{file.name} is damaged ({error}); delete it and run `asylia build`") from error
    return connection


def _remove(file: Path) -> None:
    for name in (file, file.with_name(file.name + "-journal")):
        name.unlink(missing_ok=True)
