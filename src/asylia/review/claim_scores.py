"""Scores of claims: what was found of what is labelled, where the quotes point, which values are right."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from asylia.review.likeness import (
    Affinity,
    Row,
    field_agrees,
    figure,
    incident,
    pair_up,
    points_at,
    position,
    restates,
    same_name,
    value_only,
)
from asylia.review.tally import Errors, Score, f1, share

FIELDS = {
    "figure": ("bound", "since", "until", "origin", "countries"),
    "incident": ("host", "origin_state", "date", "outcome", "modality", "origin"),
    "position": ("origin",),
}
RULES: tuple[tuple[str, Affinity], ...] = (
    ("figure", figure),
    ("figure (value only)", value_only),
    ("incident", incident),
    ("position", position),
)
Matched = tuple[str, Row, Row]


def score_claims(
    pages: Sequence[Row], found: Mapping[str | None, Sequence[Row]], errors: Errors
) -> tuple[dict[str, Score], list[Matched]]:
    """The claims' part of the table, and the pairs of labelled and found incidents."""
    table: dict[str, Score] = {}
    matched: list[Matched] = []
    for name, affinity in RULES:
        kind = name.partition(" ")[0]
        table[name], pairs = _paired(name, affinity, pages, found, errors)
        if name != kind:
            continue
        table[f"{kind} · quote"] = share(sum(points_at(g, c) for _, g, c in pairs), len(pairs))
        table |= _values(kind, pairs, errors)
        if kind == "incident":
            table |= _acts(pairs, errors)
            matched = pairs
    return table, matched


def _paired(
    name: str,
    affinity: Affinity,
    pages: Sequence[Row],
    found: Mapping[str | None, Sequence[Row]],
    errors: Errors,
) -> tuple[Score, list[Matched]]:
    """Pairs of one kind over all pages. A found claim that only restates a labelled one is neither right nor wrong."""
    kind = name.partition(" ")[0]
    all_pairs: list[Matched] = []
    predicted = labelled = 0
    for page in pages:
        file = page["file"]
        wanted = [claim for claim in page.get("claims", []) if claim["kind"] == kind]
        got = [claim for claim in found.get(file, ()) if claim["kind"] == kind]
        pairs = pair_up(wanted, got, affinity)
        hit, used = {id(g) for g, _ in pairs}, {id(c) for _, c in pairs}
        repeats = [claim for claim in got if id(claim) not in used and restates(claim, wanted)]
        used |= {id(claim) for claim in repeats}
        predicted, labelled = predicted + len(got) - len(repeats), labelled + len(wanted)
        errors[name] += [(file, "missed", claim) for claim in wanted if id(claim) not in hit]
        errors[name] += [(file, "extra", claim) for claim in got if id(claim) not in used]
        all_pairs += [(file, g, c) for g, c in pairs]
    return f1(len(all_pairs), predicted, labelled), all_pairs


def _values(kind: str, pairs: Sequence[Matched], errors: Errors) -> dict[str, Score]:
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    invented: Counter[str] = Counter()
    silent: Counter[str] = Counter()
    for file, gold, claim in pairs:
        for field in FIELDS[kind]:
            if not gold.get(field):
                silent[field] += 1
                invented[field] += bool(claim.get(field))
                continue
            asked[field] += 1
            if field_agrees(field, gold[field], claim.get(field)):
                right[field] += 1
            else:
                errors[f"{kind}.{field}"].append((file, gold[field], claim.get(field), gold["quote"]))
    table = {f"{kind} · {field}": share(right[field], asked[field]) for field in FIELDS[kind] if asked[field]}
    return table | {
        f"{kind} · {field} invented": share(invented[field], silent[field], "invented")
        for field in FIELDS[kind]
        if silent[field]
    }


def _acts(pairs: Sequence[Matched], errors: Errors) -> dict[str, Score]:
    """Methods and persons of paired incidents, counted one by one."""
    sums: dict[str, int] = defaultdict(int)
    for file, gold, claim in pairs:
        methods, named = set(claim["methods"]), claim.get("persons") or []
        people = pair_up(gold["persons"], named, same_name)
        sums["right"] += len(set(gold["methods"]) & methods)
        sums["found"] += len(methods)
        sums["gold"] += len(set(gold["methods"]))
        sums["people"] += len(people)
        sums["named"] += len(named)
        sums["persons"] += len(gold["persons"])
        if len(people) < max(len(gold["persons"]), len(named)):
            errors["incident.persons"].append((file, gold["persons"], claim.get("persons"), gold["quote"]))
    return {
        "incident · methods": f1(sums["right"], sums["found"], sums["gold"]),
        "incident · persons": f1(sums["people"], sums["named"], sums["persons"]),
    }
