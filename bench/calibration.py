"""Calibration: how often claims of each rule are right on labelled pages, and whether `confidence` says so.

    python bench/calibration.py            the reliability table, by leaving out one fifth of the texts after another
    python bench/calibration.py --write    also write lexicon/calibration.toml

A rule's confidence is its share of right claims, drawn towards its kind's share as if it had been seen
SHRINK more times (a beta prior): a rule seen twice must not be sure of itself. Only what no rule was written on and no
weight was trained on is asked: the held third of the sentence bank, and the fresh pages.
"""

from __future__ import annotations

import hashlib
import itertools
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import sentences
from gate import LABELS, ROOT, found_in

from asylia.lexicon.load import LANGUAGES
from asylia.review.evaluate import evaluate, load

FRESH = LABELS / "fresh"
TARGET = ROOT / "src" / "asylia" / "lexicon" / "calibration.toml"
SHRINK = 8.0
FOLDS = 5
KINDS = ("figure", "incident", "position")
BINS = (0.0, 0.4, 0.55, 0.7, 0.85, 1.01)
Seen = tuple[str, str, str, bool]  # page, kind, rule, right


def pages(folder: Path) -> list[Seen]:
    """Every claim that was found on labelled pages, and whether a label says so too (a restatement of one counts)."""
    found = found_in([folder / "pages"])
    errors = evaluate(load(folder), found).errors
    wrong = {row["id"] for kind in KINDS for _, verdict, row in errors[kind] if verdict == "extra"}
    return [(str(row["document"]), row["kind"], rule_of(row), row["id"] not in wrong) for row in found.claims]


def passages() -> list[Seen]:
    """The same of the held third of the sentence bank."""
    chosen = [item for language in LANGUAGES for item in sentences.items(language, of_held=True)]
    found = sentences.found_in(chosen)
    _, errors = sentences.compared(chosen, found)
    wrong = {(page, row["id"]) for kind in KINDS for page, verdict, row in errors[kind] if verdict == "extra"}
    return [
        (page, row["kind"], row["rule"], (page, row["id"]) not in wrong) for page, rows in found.items() for row in rows
    ]


def rule_of(row: dict[str, object]) -> str:
    """A rule's name without its version."""
    return str(row["rule"]).rpartition(".v")[0]


def fitted(seen: Iterable[Seen]) -> dict[str, float]:
    """A confidence for each kind and each rule."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    kind_of: dict[str, str] = {}
    for _, kind, rule, right in seen:
        kind_of[rule] = kind
        for key in (kind, rule):
            counts[key][0] += right
            counts[key][1] += 1
    base = {key: hits / asked for key, (hits, asked) in counts.items() if key not in kind_of}
    rules = {
        rule: (counts[rule][0] + SHRINK * base[kind]) / (counts[rule][1] + SHRINK) for rule, kind in kind_of.items()
    }
    return {key: round(value, 3) for key, value in {**base, **rules}.items()}


def fold(page: str) -> int:
    """Which of the folds a text is in, by its name."""
    return int(hashlib.sha256(page.encode()).hexdigest(), 16) % FOLDS


def reliability(seen: list[Seen]) -> list[tuple[float, bool]]:
    """Each claim's confidence as fitted on four fifths of all texts without its own, and whether it is right."""
    folds = [{page for page, *_ in seen if fold(page) == at} for at in range(FOLDS)]
    told = []
    for inside in folds:
        table = fitted(row for row in seen if row[0] not in inside)
        told += [(table.get(rule, table.get(kind, 0.5)), right) for page, kind, rule, right in seen if page in inside]
    return told


def main() -> int:
    seen = passages() + pages(FRESH)
    told = reliability(seen)
    print(f"{'said':>12} {'right':>8} {'claims':>8}")
    error = 0.0
    for low, high in itertools.pairwise(BINS):
        inside = [(said, right) for said, right in told if low <= said < high]
        if inside:
            mean, share = sum(said for said, _ in inside) / len(inside), sum(right for _, right in inside) / len(inside)
            error += abs(mean - share) * len(inside) / len(told)
            print(f"{mean:12.3f} {share:8.3f} {len(inside):8}")
    print(f"expected calibration error {error:.3f} over {len(told)} claims, each judged by texts without its own")
    if "--write" in sys.argv:
        rows = [f'"{key}" = {value}' for key, value in sorted(fitted(seen).items())]
        head = (
            "# Share of right claims by kind and rule, on unseen passages and pages; written by bench/calibration.py.\n"
        )
        head += "[confidence]\n"
        TARGET.write_text(head + "\n".join(rows) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
