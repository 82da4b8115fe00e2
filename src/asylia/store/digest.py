"""The record digest: one number for everything derived, that can be brought up to date.

Each unit (a document, an incident, an entity …) has the SHA-256 of its rows, as canonical JSON in key order.
The record's digest is the sum of its units' modulo 2^256, so changing one page subtracts one number and adds
another. Times of building, row numbers and index bytes are no rows.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

from asylia.model.ids import canonical
from asylia.store.rows import Row
from asylia.store.schema import BY_NAME, TABLES
from asylia.store.tables import Placed

_ORDER = {table.name: position for position, table in enumerate(TABLES)}
_PLACES = 1 << 256


def unit_digests(rows: Iterable[Placed]) -> dict[str, str]:
    """The digest of every unit; the order of the rows changes nothing."""
    units: dict[str, list[tuple[int, bytes, bytes]]] = {}
    for placed in rows:
        table = BY_NAME[placed.table]
        key = canonical([placed.row[name] for name in table.key_names])
        units.setdefault(placed.unit, []).append((_ORDER[placed.table], key, written(placed.row)))
    return {unit: _unit(found) for unit, found in units.items()}


def _unit(rows: list[tuple[int, bytes, bytes]]) -> str:
    joined = hashlib.sha256()
    for position, _, row in sorted(rows):
        joined.update(f"{TABLES[position].name} {len(row)}\n".encode())
        joined.update(row)
    return joined.hexdigest()


def written(row: Row) -> bytes:
    """A row in canonical form. Columns are names, texts, whole numbers and a few fractions."""
    if any(isinstance(value, float) for value in row.values()):
        return canonical(row)
    # The same bytes, several times faster: keys are ASCII, values are flat.
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def total(units: Mapping[str, str]) -> str:
    """The record digest: the sum of its units' digests."""
    return f"{sum(int(digest, 16) for digest in units.values()) % _PLACES:064x}"
