"""Scores of weighing: whether reports of one occurrence stand together, how many origins, which pages are copies."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from asylia.review.likeness import Row
from asylia.review.tally import Errors, Score, f1, share


def score_weighing(
    gold: Mapping[str, Any],
    matched: Sequence[tuple[str, Row, Row]],
    incidents: Sequence[Row],
    by_file: Mapping[str, Row],
    errors: Errors,
) -> dict[str, Score]:
    """The weighing's part of the table."""
    cluster_of = {claim: row["id"] for row in incidents for claim in row.get("claims", [])}
    table: dict[str, Score] = {}
    items = [(g.get("incident"), cluster_of.get(c["id"], c["id"])) for _, g, c in matched if g.get("incident")]
    if items:
        table["incident grouping (B3)"] = _b_cubed(items)
    asked = [row for row in gold.get("incidents", []) if row.get("independent_origins") is not None]
    if asked:
        table |= _origins(asked, matched, cluster_of, incidents, errors)
    groups: dict[str, list[str]] = defaultdict(list)
    for name, document in by_file.items():
        if document.get("copy_group"):
            groups[document["copy_group"]].append(name)
    wanted, got = _pairs_of(gold.get("copies", [])), _pairs_of(groups.values())
    if wanted:
        table["copies (pairs)"] = f1(len(wanted & got), len(got), len(wanted))
        errors["copies"] += [("", "missed", pair) for pair in sorted(wanted - got)]
        errors["copies"] += [("", "extra", pair) for pair in sorted(got - wanted)]
    return table


def _b_cubed(items: Sequence[tuple[Any, Any]]) -> Score:
    """B³: for each report, how pure its cluster is and how much of its occurrence stands in it."""
    precision = recall = 0.0
    for truth, cluster in items:
        same_cluster = [t for t, c in items if c == cluster]
        same_truth = [c for t, c in items if t == truth]
        precision += same_cluster.count(truth) / len(same_cluster)
        recall += same_truth.count(cluster) / len(same_truth)
    precision, recall = precision / len(items), recall / len(items)
    both = 2 * precision * recall / (precision + recall)
    return {"precision": precision, "recall": recall, "f1": both, "n": len(items)}


def _origins(
    asked: Sequence[Row],
    matched: Sequence[tuple[str, Row, Row]],
    cluster_of: Mapping[str, str],
    incidents: Sequence[Row],
    errors: Errors,
) -> dict[str, Score]:
    by_incident = {row["id"]: row for row in incidents}
    right: Counter[int] = Counter()
    counted: Counter[int] = Counter()
    for row in asked:
        votes = Counter(cluster_of.get(c["id"]) for _, g, c in matched if g.get("incident") == row["id"])
        votes.pop(None, None)
        if not votes:
            continue
        cluster = votes.most_common(1)[0][0]
        got = by_incident[cluster].get("independent_origins") if cluster is not None else None
        for level in (1, 2) if row["independent_origins"] >= 2 else (1,):
            right[level] += got == row["independent_origins"]
            counted[level] += 1
        if got != row["independent_origins"]:
            errors["independent origins"].append((row["id"], row["independent_origins"], got))
    return {
        "incidents found": share(counted[1], len(asked)),
        "independent origins": share(right[1], counted[1]),
        "independent origins (2 or more)": share(right[2], counted[2]),
    }


def _pairs_of(groups: Iterable[Iterable[str]]) -> set[tuple[str, str]]:
    return {(a, b) for group in groups for a in group for b in group if a < b}
