"""Names of months, for the dates that pages print about themselves; the names stand in months.toml."""

from __future__ import annotations

import tomllib
from importlib import resources

from asylia.language.fold import fold


def _table() -> dict[str, tuple[str, int]]:
    calendars = tomllib.loads((resources.files("asylia.text") / "months.toml").read_text("utf-8"))
    table: dict[str, tuple[str, int]] = {}
    for calendar, rows in calendars.items():
        for row in rows:
            for number, names in enumerate(row, 1):
                for name in names:
                    table.setdefault(fold(name), (calendar, number))
    return table


MONTHS = _table()  # folded name -> calendar, number
