"""Export: the whole record as JSON lines, the form that other tools and the gold scores read.

Knows only what an audience is shown. The same record gives the same bytes.
"""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeAlias

from asylia.model.errors import RequestError
from asylia.model.exhibits import (
    Exhibition,
    ShownClaim,
    ShownDocument,
    ShownEntity,
    ShownFailure,
    ShownIncident,
    ShownSeries,
)

Line: TypeAlias = dict[str, Any]
FILES = ("documents.jsonl", "claims.jsonl", "incidents.jsonl", "ledger.jsonl", "entities.jsonl", "failures.jsonl")


def export(exhibition: Exhibition, folder: Path) -> None:
    """Write the export as `folder`, all of it or nothing.

    Raises:
        RequestError: the folder holds something that is no export; nothing was written.
    """
    if folder.exists() and not _replaceable(folder):
        raise RequestError(f"{folder.name}: exists and is no earlier export; name a new folder")
    parts = dict(zip(FILES, _lines_of(exhibition), strict=True))
    beside = folder.with_name(f".{folder.name}.{os.getpid()}.new")
    old = folder.with_name(f".{folder.name}.{os.getpid()}.old")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        # Names are for the owner alone; what is masked follows the system's own habit.
        beside.mkdir(mode=0o700 if exhibition.names else 0o777)
        for name, lines in parts.items():
            (beside / name).write_bytes(b"".join(map(line, lines)))
        if folder.exists():
            folder.rename(old)
        beside.rename(folder)
    except OSError as error:
        raise RequestError(f"{folder.name}: cannot be written ({error.strerror}); name another folder") from error
    finally:
        for left in (beside, old):
            shutil.rmtree(left, ignore_errors=True)


def line(row: Line) -> bytes:
    """One JSON line."""
    return json.dumps(row, ensure_ascii=False, separators=(", ", ": ")).encode("utf-8") + b"\n"


def document(shown: ShownDocument) -> Line:
    """A line of documents.jsonl."""
    return _row(shown)


def claim(shown: ShownClaim) -> Line:
    """A line of claims.jsonl."""
    return _row(shown)


def incident(shown: ShownIncident) -> Line:
    """A line of incidents.jsonl: `origins` are names, `origins_detail` says why each counts or does not."""
    row = _row(shown)
    row["origins_detail"] = row.pop("origins")
    row["origins"] = list(dict.fromkeys(origin.name for origin in shown.origins if origin.counts))
    row["contested"] = {name: [_row(value) for value in values] for name, values in shown.contested}
    return row


def series(shown: ShownSeries) -> Line:
    """A line of ledger.jsonl."""
    row = _row(shown)
    row["mutations"] = [
        {"kind": each.kind, "from": each.source, "to": each.relayed, "reason": each.reason} for each in shown.mutations
    ]
    return row


def entity(shown: ShownEntity) -> Line:
    """A line of entities.jsonl."""
    row = _row(shown)
    keys = ("document", "start", "end", "role")
    row["mentions"] = [dict(zip(keys, mention, strict=True)) for mention in shown.mentions]
    return row


def failure(shown: ShownFailure) -> Line:
    """A line of failures.jsonl."""
    return _row(shown)


def _lines_of(exhibition: Exhibition) -> tuple[Iterable[Line], ...]:
    return (
        map(document, exhibition.documents),
        map(claim, exhibition.claims),
        map(incident, exhibition.incidents),
        map(series, exhibition.ledger),
        map(entity, exhibition.entities),
        map(failure, exhibition.failures),
    )


def _row(shown: Any) -> Line:
    row: Line = dataclasses.asdict(shown)
    # One printed form for one number: 100 and not 100.0, as the canonical form has it.
    return {name: int(v) if isinstance(v, float) and v.is_integer() else v for name, v in row.items()}


def _replaceable(folder: Path) -> bool:
    """An empty folder, or an earlier export: only our files in it, and none of them a link."""
    if not folder.is_dir() or folder.is_symlink():
        return False
    found = list(folder.iterdir())
    return not found or ({item.name for item in found} == set(FILES) and not any(item.is_symlink() for item in found))
