"""The tables of a record, and how an older record becomes a newer one.

Key columns are for looking up; `body` holds the rest of a row as canonical JSON. Names of persons stand in
`documents.text` and in `names`, nowhere else. A row's `unit` (the document, incident, entity or series it
belongs to) is what digests are kept for.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from asylia.model.errors import RequestError


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns as (name, SQL type) with the key's first, and how many form the key."""

    name: str
    columns: tuple[tuple[str, str], ...]
    key: int = 1
    indexes: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return tuple(name for name, _ in self.columns)

    @property
    def key_names(self) -> tuple[str, ...]:
        """The key's columns."""
        return self.names[: self.key]


def _table(name: str, columns: str, key: int = 1, indexes: tuple[str, ...] = ()) -> Table:
    parts = (column.split(":") for column in columns.split())
    return Table(name, tuple((part[0], part[1] if len(part) > 1 else "TEXT") for part in parts), key, indexes)


TABLES: tuple[Table, ...] = (
    _table("record", "id body"),
    _table(
        "documents",
        "id sha256 file url layer language outlet published role relevant:INTEGER copy_group"
        " body_start:INTEGER text body",
        indexes=("sha256", "copy_group"),
    ),
    _table(
        "claims",
        "id document kind start:INTEGER end:INTEGER rule modality confidence:REAL"
        " measure stance host origin_state date relayer claimant origin body",
        indexes=("document", "kind"),
    ),
    _table("mentions", "document start:INTEGER end:INTEGER type role entity swept:INTEGER", 5, ("entity",)),
    _table("names", "document start:INTEGER end:INTEGER surface", 3),
    _table("entities", "id type known body"),
    _table("incidents", "id host origin_state date support review disputed:INTEGER body", indexes=("host",)),
    _table("origins", "incident id role counts:INTEGER body", 2),
    _table("copies", "id first reason body"),
    _table("retellings", "document source kind reason", 2),
    _table("ledger", "id measure scope body", indexes=("measure",)),
    _table("checks", "series position:INTEGER kind holds:INTEGER reason body", 2),
    _table("mutations", "series position:INTEGER kind source relayed reason", 2),
    _table("failures", "document file sha256 code message"),
)
BY_NAME = {table.name: table for table in TABLES}

_OUTSIDE = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE digests (unit TEXT PRIMARY KEY, digest TEXT NOT NULL) WITHOUT ROWID",
    "CREATE VIRTUAL TABLE search USING fts5(title, body, content='', tokenize='unicode61 remove_diacritics 0')",
)  # not rows of the record: times of building, digests, index bytes


def _first(connection: sqlite3.Connection) -> None:
    """The tables as they were in the first version."""
    for table in TABLES:
        columns = ", ".join(f'"{name}" {kind}' for name, kind in table.columns)
        key = ", ".join(f'"{name}"' for name in table.key_names)
        # Documents keep row numbers: the full-text index speaks of them.
        rowless = "" if table.name == "documents" else " WITHOUT ROWID"
        connection.execute(f"CREATE TABLE {table.name} ({columns}, PRIMARY KEY ({key})){rowless}")
        for column in table.indexes:
            connection.execute(f'CREATE INDEX {table.name}_{column} ON {table.name} ("{column}")')
    for statement in _OUTSIDE:
        connection.execute(statement)


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_first,)
VERSION = len(MIGRATIONS)


def migrate(connection: sqlite3.Connection, file: str) -> None:
    """Bring the tables to this version, one numbered step after another, all or none."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise RequestError(f"{file} was written by a newer version of Asylia (tables {version}); update, or delete it")
    if version == VERSION:
        return
    with connection:  # one transaction: commits at the end, rolls back on any error
        connection.execute("BEGIN IMMEDIATE")
        for number, step in enumerate(MIGRATIONS[version:], start=version + 1):
            step(connection)
            connection.execute(f"PRAGMA user_version = {number}")
