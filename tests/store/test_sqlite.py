"""The record's tables: what is put comes back, in one step, with a digest that notices every change."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from records import sample

from asylia.model.errors import IntegrityError, RequestError
from asylia.model.record import Failure, Record
from asylia.store.schema import TABLES, VERSION
from asylia.store.sqlite import SqliteStore


@pytest.fixture(scope="module")
def record() -> Record:
    failure = Failure("d0", "broken.pdf", "00", "ReadError", "it is not a PDF")
    return replace(sample(), failures=(failure,), states=("CN",), orphans=("v1",))


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    return SqliteStore(tmp_path / "record.db")


def test_what_is_put_comes_back(store: SqliteStore, record: Record) -> None:
    """A record read from its tables equals the one that was put, in every field."""
    store.put(record, "2024-01-01T00:00:00+00:00")
    assert store.record() == record


def test_every_table_holds_rows_of_the_sample(store: SqliteStore, record: Record) -> None:
    """The round trip above is no accident of empty tables."""
    store.put(record, "now")
    filled = {table.name for table in TABLES if list(store.rows(table.name))}
    assert filled >= {table.name for table in TABLES} - {"copies", "retellings", "checks", "mutations"}


def test_the_digest_is_of_the_rows_and_not_of_the_time(store: SqliteStore, record: Record) -> None:
    """The same record at another time has the same digest, and the digest can be recounted from the tables."""
    first = store.put(record, "2024-01-01T00:00:00+00:00")
    second = store.put(record, "2031-12-31T23:59:59+00:00")
    assert first == second == store.digest() == store.recount()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE documents SET text = text || ' '",
        "UPDATE claims SET confidence = confidence / 2 WHERE kind = 'figure'",
        "UPDATE names SET surface = 'N.N.'",
        "DELETE FROM origins",
        "UPDATE record SET body = '{}'",
        "INSERT INTO retellings VALUES ('d1', 'd2', 'retelling', 'because')",
    ],
)
def test_a_changed_row_changes_the_recount(store: SqliteStore, record: Record, change: str) -> None:
    """Whatever table is touched behind the store's back, the recount differs from the digest."""
    store.put(record, "now")
    with sqlite3.connect(store._file) as connection:
        connection.execute(change)
    assert store.recount() != store.digest()


def test_the_digest_is_the_sum_of_its_units(store: SqliteStore, record: Record) -> None:
    """Taking a page out subtracts its number: digests can be brought up to date."""
    whole = int(store.put(record, "now"), 16)
    units = store.units()
    page = record.pages[0].document.id
    fewer = sum(int(digest, 16) for unit, digest in units.items() if unit != page) % (1 << 256)
    assert (whole - int(units[page], 16)) % (1 << 256) == fewer


def test_a_failed_put_leaves_the_old_record(store: SqliteStore, record: Record) -> None:
    """Two pages of one id cannot be kept; the record that was there stays, and nothing is left beside it."""
    digest = store.put(record, "now")
    with pytest.raises(sqlite3.IntegrityError):
        store.put(replace(record, pages=(*record.pages, record.pages[0])), "later")
    assert store.digest() == digest
    assert [file.name for file in store._file.parent.iterdir()] == ["record.db"]


def test_a_record_that_is_not_there_says_what_to_do(store: SqliteStore) -> None:
    """Showing before building is a request error that names the next step."""
    with pytest.raises(RequestError, match="asylia build"):
        store.record()


def test_a_damaged_file_is_an_integrity_failure(store: SqliteStore) -> None:
    """A file that is no database is reported as damage, not as a crash."""
    store._file.write_bytes(b"not a database" * 100)
    with pytest.raises(IntegrityError, match="damaged"):
        store.digest()


def test_tables_of_a_newer_version_are_refused(store: SqliteStore, record: Record) -> None:
    """An older program does not guess at newer tables."""
    store.put(record, "now")
    store.close()
    with sqlite3.connect(store._file) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(RequestError, match="newer version"):
        SqliteStore(store._file).digest()
