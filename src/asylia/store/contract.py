"""What a record's tables promise, whatever database holds them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from asylia.model.record import Record
from asylia.store.rows import Row


class Store(Protocol):
    """The record's tables. A store is replaced as a whole by `put`; readers see the old record or the new one."""

    def put(self, record: Record, built: str) -> str:
        """Keep this record instead of what was there, in one step; gives its digest. `built` is no row."""

    def record(self) -> Record:
        """The record as it was put."""

    def rows(self, table: str) -> Iterator[Row]:
        """A table's rows in key order."""

    def digest(self) -> str:
        """The record digest as it was reckoned when the record was put."""

    def recount(self) -> str:
        """The record digest of what the tables hold now, reckoned from every row."""

    def units(self) -> dict[str, str]:
        """The digest of every unit (document, incident, entity, series) the record digest is the sum of."""

    def search(self, text: str, limit: int = 50) -> tuple[str, ...]:
        """Ids of the documents whose masked text holds all these words, best first."""

    def close(self) -> None:
        """Let go of the database."""
