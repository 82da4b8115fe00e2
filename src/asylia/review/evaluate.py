"""Evaluate: a record against labelled pages. The same table as the gold set's own score.py prints.

GOLD is a folder with gold.json; what was found comes as the rows of an export with names.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from asylia.model.errors import RequestError
from asylia.review.claim_scores import score_claims
from asylia.review.likeness import Row, fold, pair_up, same_name
from asylia.review.tally import Errors, Score, f1, share
from asylia.review.weighing_scores import score_weighing

Table: TypeAlias = dict[str, Score]


@dataclass(frozen=True, slots=True)
class Found:
    """What an export with names holds."""

    documents: Sequence[Row]
    claims: Sequence[Row]
    incidents: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The table, and by kind what was missed, extra or wrong."""

    table: Table
    errors: Errors = field(default_factory=dict)

    def lines(self) -> list[str]:
        """The table as printed."""
        return [
            f"{name:34} {'  '.join(f'{key} {value:.3f}' for key, value in row.items() if key != 'n')}  (n={row['n']})"
            for name, row in self.table.items()
        ]


def load(folder: Path) -> dict[str, Any]:
    """The labels of a gold set; RequestError names the file and what is wrong."""
    try:
        gold = json.loads((folder / "gold.json").read_text("utf-8"))
    except FileNotFoundError as error:
        raise RequestError(f"{folder.name}: holds no gold.json; GOLD is a folder with pages/ and gold.json") from error
    except ValueError as error:
        raise RequestError(f"{folder.name}/gold.json: is not JSON ({error}); mend that line") from error
    if not isinstance(gold, dict) or not isinstance(gold.get("pages"), list):
        raise RequestError(f"{folder.name}/gold.json: has no list `pages`; see the guide to gold pages")
    return gold


def evaluate(gold: Mapping[str, Any], found: Found, only: Sequence[str] = ()) -> Evaluation:
    """Precision, recall and what was invented, for every part of what a record says; `only` by start of file name."""
    gold, documents = _chosen(gold, found.documents, only)
    pages = gold["pages"]
    by_file = {Path(document["file"]).name: document for document in documents}
    file_of = {document["id"]: Path(document["file"]).name for document in found.documents}
    claims: dict[str | None, list[Row]] = defaultdict(list)
    for claim in found.claims:
        kind = "incident" if claim["kind"] == "report" else claim["kind"]
        claims[file_of.get(claim["document"])].append({**claim, "kind": kind})
    errors: Errors = defaultdict(list)
    table = _score_pages(pages, by_file, errors)
    claim_table, matched = score_claims(pages, claims, errors)
    table |= claim_table
    table |= score_weighing(gold, matched, found.incidents, by_file, errors)
    return Evaluation(table, errors)


def _chosen(
    gold: Mapping[str, Any], documents: Sequence[Row], only: Sequence[str]
) -> tuple[Mapping[str, Any], Sequence[Row]]:
    if not only:
        return gold, documents
    pages = [page for page in gold["pages"] if page["file"].startswith(tuple(only))]
    files = {page["file"] for page in pages}
    chosen = {
        "pages": pages,
        "incidents": [row for row in gold.get("incidents", []) if set(row["pages"]) <= files],
        "copies": [group for group in gold.get("copies", []) if set(group) <= files],
    }
    return chosen, [document for document in documents if Path(document["file"]).name.startswith(tuple(only))]


def _score_pages(pages: Sequence[Row], by_file: Mapping[str, Row], errors: Errors) -> Table:
    table: Table = {}
    relevant = {page["file"] for page in pages if page["relevant"]}
    asked_files = {page["file"] for page in pages}
    called = {file for file, document in by_file.items() if document.get("relevant") and file in asked_files}
    table["page relevant"] = f1(len(relevant & called), len(called), len(relevant))
    errors["relevant"] += [(file, "missed" if file in relevant else "extra") for file in sorted(relevant ^ called)]
    asked = [page for page in pages if page["relevant"]]
    for name in ("language", "title", "published"):
        table[f"page {name}"] = _score_field(name, [page for page in asked if page.get(name)], by_file, errors)
    undated = [page for page in asked if not page.get("published")]
    if undated:
        invented = sum(bool(by_file.get(page["file"], {}).get("published")) for page in undated)
        table["page published invented"] = share(invented, len(undated), "invented")
    table |= _score_bodies(asked, by_file, errors)
    table["page origins"] = _score_origins(asked, by_file, errors)
    return table


def _score_field(name: str, asked: Sequence[Row], by_file: Mapping[str, Row], errors: Errors) -> Score:
    right = 0
    for page in asked:
        value = by_file.get(page["file"], {}).get(name)
        wanted, got = fold(page[name]), fold(str(value or ""))
        agrees = wanted in got and len(got) <= len(wanted) + 3 if name == "title" else got.startswith(wanted)
        right += agrees
        if not agrees:
            errors[name].append((page["file"], page[name], value))
    return share(right, len(asked))


def _score_bodies(asked: Sequence[Row], by_file: Mapping[str, Row], errors: Errors) -> Table:
    starts = ends = 0
    for page in asked:
        body = fold(by_file.get(page["file"], {}).get("body", ""))
        title = fold(page.get("title") or "")
        body = body[len(title) :].strip() if title and body.startswith(title) else body
        start, end = body.startswith(fold(page["body_first"])), body.endswith(fold(page["body_last"]))
        starts, ends = starts + start, ends + end
        if not (start and end):
            errors["body"].append((page["file"], (page["body_first"], page["body_last"]), (body[:40], body[-40:])))
    return {"page body start": share(starts, len(asked)), "page body end": share(ends, len(asked))}


def _score_origins(asked: Sequence[Row], by_file: Mapping[str, Row], errors: Errors) -> Score:
    right = predicted = labelled = 0
    for page in asked:
        names = list(by_file.get(page["file"], {}).get("origins") or [])
        pairs = pair_up(page["origins"], names, same_name)
        right, predicted, labelled = right + len(pairs), predicted + len(names), labelled + len(page["origins"])
        if len(pairs) < max(len(names), len(page["origins"])):
            errors["origins"].append((page["file"], page["origins"], names))
    return f1(right, predicted, labelled)
