"""Calibration: how often claims of each rule are right on labelled pages, and whether `confidence` says so.

    python bench/calibration.py            the reliability table, by leaving out one page after another
    python bench/calibration.py --write    also write lexicon/calibration.toml

A rule's confidence is its share of right claims, drawn towards its kind's share as if it had been seen
SHRINK more times (a beta prior): a rule seen twice must not be sure of itself. Pages that ship and the bank
are used; the held pages are not.
"""

from __future__ import annotations

import itertools
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from gate import LABELS, OPEN, OPEN_STORIES, ROOT, found_in

from asylia.review.evaluate import Found, evaluate, load

BANK = ROOT / "tests" / "gold" / "bank"
TARGET = ROOT / "src" / "asylia" / "lexicon" / "calibration.toml"
SHRINK = 8.0
BINS = (0.0, 0.4, 0.55, 0.7, 0.85, 1.01)
Seen = tuple[str, str, str, bool]  # page, kind, rule, right


def judged(gold_folder: Path, pages: Path, only: tuple[str, ...] = ()) -> list[Seen]:
    """Every claim that was found, and whether a label says so too (a restatement of a label counts as right)."""
    found = found_in([pages])
    errors = evaluate(load(gold_folder), found, only).errors
    wrong = {row[2]["id"] for kind in ("figure", "incident", "position") for row in errors[kind] if row[1] == "extra"}
    return [(str(row["document"]), row["kind"], rule_of(row), row["id"] not in wrong) for row in scored(found, only)]


def scored(found: Found, only: tuple[str, ...]) -> Iterable[dict[str, object]]:
    """The claims of the pages asked for."""
    files = {row["id"]: Path(row["file"]).name for row in found.documents}
    return (row for row in found.claims if not only or files[row["document"]].startswith(only))


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


def reliability(seen: list[Seen]) -> list[tuple[float, bool]]:
    """Each claim's confidence as fitted on all other pages, and whether it is right."""
    pages = sorted({page for page, *_ in seen})
    told = []
    for page in pages:
        table = fitted(row for row in seen if row[0] != page)
        told += [(table.get(rule, table.get(kind, 0.5)), right) for at, kind, rule, right in seen if at == page]
    return told


def main() -> int:
    seen = judged(LABELS, OPEN, OPEN_STORIES) + judged(BANK, BANK / "pages")
    told = reliability(seen)
    print(f"{'said':>12} {'right':>8} {'claims':>8}")
    error = 0.0
    for low, high in itertools.pairwise(BINS):
        inside = [(said, right) for said, right in told if low <= said < high]
        if inside:
            mean, share = sum(said for said, _ in inside) / len(inside), sum(right for _, right in inside) / len(inside)
            error += abs(mean - share) * len(inside) / len(told)
            print(f"{mean:12.3f} {share:8.3f} {len(inside):8}")
    print(f"expected calibration error {error:.3f} over {len(told)} claims, each judged by the other pages")
    if "--write" in sys.argv:
        rows = [f'"{key}" = {value}' for key, value in sorted(fitted(seen).items())]
        head = "# Share of right claims by kind and rule, on labelled pages; written by bench/calibration.py.\n"
        head += "[confidence]\n"
        TARGET.write_text(head + "\n".join(rows) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
