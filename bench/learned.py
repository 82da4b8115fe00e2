"""Train what words weigh for the measure of a number, and measure it on passages that were not trained on.

    python bench/learned.py            rules, weights, and both, on the held third of the sentence bank; a minute
    python bench/learned.py --folds    the same on the two thirds, each fifth of them weighed by the other four
    python bench/learned.py --write    train on everything that may be looked at and write claims/figures/measure.json

Trained by AdaGrad (Duchi, Hazan and Singer 2011) on the two thirds that may be looked at and on the labelled pages that
rules are developed on. Same input, same weights. Rules do better on the two thirds, which they were written on, than
elsewhere: only the weights' own line says something there.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, sqrt
from pathlib import Path
from typing import Any

import sentences
from gate import LABELS, OPEN, OPEN_STORIES, ROOT

from asylia.claims import scope
from asylia.claims.figures.grammar import drafted
from asylia.claims.figures.learned import NONE, UNIT, trust
from asylia.claims.scan import Scan, scan
from asylia.language.numbers import Number
from asylia.lexicon.load import LANGUAGES, load
from asylia.model.capture import Capture
from asylia.text.read import read

WEIGHTS = ROOT / "src" / "asylia" / "claims" / "figures" / "measure.json"
EPOCHS, RATE, SHRINK, LEAST = 4, 0.2, 1e-3, 2
FAINT = 8  # hundredths: a weight this near to nothing is left out
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Example:
    """What is seen of a number, the labelled measure and the rules' own; NONE where it counts nothing."""

    features: tuple[str, ...]
    label: str
    ruled: str
    rule: str
    fold: int


def passages(of_held: bool) -> Iterator[Example]:
    """Every number of the bank's passages that the grammar asks about."""
    for language in LANGUAGES:
        for item in sentences.items(language, of_held):
            fold = int(hashlib.sha256(f"fold {item['id']}".encode()).hexdigest(), 16) % FOLDS
            yield from examples(scan(sentences.passage(item), load()), item["claims"], fold)


def pages() -> Iterator[Example]:
    """Every number of the pages that rules are developed on."""
    for folder, labels, only in (
        (OPEN, LABELS / "gold.json", OPEN_STORIES),
        (LABELS / "bank" / "pages", LABELS / "bank" / "gold.json", ("",)),
    ):
        for page in json.loads(labels.read_text("utf-8"))["pages"]:
            path = folder / page["file"]
            if page["file"].startswith(only) and path.exists():
                laid_out = _scanned(path)
                if scope.page(laid_out):
                    yield from examples(laid_out, page.get("claims", []), -1)


def _scanned(path: Path) -> Scan:
    data = path.read_bytes()
    return scan(read(Capture("0" * 64, path.name, "", len(data), ""), data), load())


def examples(page: Scan, claims: Iterable[Mapping[str, Any]], fold: int) -> Iterator[Example]:
    """Every number of a text that the grammar asks about, with its labelled measure."""
    labelled = [claim for claim in claims if claim["kind"] == "figure"]
    heard: list[Example] = []

    def listen(number: Number, features: tuple[str, ...], ruled: str, rule: str) -> str:
        heard.append(Example(features, _label(page, labelled, number), ruled, rule, fold))
        return ruled

    drafted(page, listen)
    yield from heard


def _label(page: Scan, labelled: Sequence[Mapping[str, Any]], number: Number) -> str:
    same = [claim for claim in labelled if claim["value"] == number.value]
    for claim in same:
        for quote in (claim["quote"], *claim.get("also", ())):
            start = page.text.find(quote)
            if 0 <= start <= number.start < start + len(quote):
                return str(claim["measure"])
    return NONE


class Model:
    """Weights by feature and label, while they are trained."""

    def __init__(self, told: Sequence[Example]) -> None:
        seen = Counter(feature for example in told for feature in example.features)
        self.labels = sorted({example.label for example in told})
        self.weights = {name: [0.0] * len(self.labels) for name in sorted(seen) if seen[name] >= LEAST}
        self._squares = {name: [0.1] * len(self.labels) for name in self.weights}
        order, dice = list(told), random.Random(1)
        for _ in range(EPOCHS):
            dice.shuffle(order)
            for example in order:
                self._learn(example)

    def guess(self, example: Example, alone: bool) -> str:
        """The label that weighs most: alone, or with the rule's word on its side."""
        sums = self._sums([name for name in example.features if name in self.weights])
        if example.ruled in self.labels and not alone:
            sums[self.labels.index(example.ruled)] += trust(example.rule)
        return self.labels[max(range(len(sums)), key=sums.__getitem__)]

    def rows(self) -> dict[str, list[int]]:
        """The weights as they ship."""
        whole = {name: [round(value * UNIT) for value in row] for name, row in self.weights.items()}
        clear = {name: [value if abs(value) >= FAINT else 0 for value in row] for name, row in whole.items()}
        return {name: row for name, row in clear.items() if any(row)}

    def _sums(self, names: Sequence[str]) -> list[float]:
        return [sum(column) for column in zip(*(self.weights[name] for name in names), strict=True)]

    def _learn(self, example: Example) -> None:
        names = [name for name in example.features if name in self.weights]
        sums = self._sums(names)
        top = max(sums)
        powers = [exp(value - top) for value in sums]
        whole = sum(powers)
        slopes = [power / whole for power in powers]
        slopes[self.labels.index(example.label)] -= 1.0
        for name in names:
            weights, squares = self.weights[name], self._squares[name]
            for at, slope in enumerate(slopes):
                step = slope + SHRINK * weights[at]
                squares[at] += step * step
                weights[at] -= RATE * step / sqrt(squares[at])


def f1(told: Sequence[str], wanted: Sequence[str]) -> float:
    """F1 of told measures against labelled ones."""
    hits = sum(one == label != NONE for one, label in zip(told, wanted, strict=True))
    return 2 * hits / max(sum(one != NONE for one in told) + sum(label != NONE for label in wanted), 1)


def report(pairs: Sequence[tuple[Model, Example]]) -> None:
    """One line each for the rules, the weights, and both."""
    wanted = [example.label for _, example in pairs]
    print(f"{len(pairs):,} numbers, {sum(label != NONE for label in wanted):,} of them figures")
    print(f"rules    F1 {f1([example.ruled for _, example in pairs], wanted):.3f}")
    print(f"weights  F1 {f1([model.guess(example, True) for model, example in pairs], wanted):.3f}")
    print(f"both     F1 {f1([model.guess(example, False) for model, example in pairs], wanted):.3f}")


def main() -> int:
    """Train, measure, write."""
    told, more = list(passages(False)), list(pages())
    if "--folds" in sys.argv:
        models = [Model([one for one in (*told, *more) if one.fold != fold]) for fold in range(FOLDS)]
        report([(models[one.fold], one) for one in told])
        return 0
    model = Model([*told, *more])
    if "--write" in sys.argv:
        kept = {"labels": model.labels, "weights": model.rows()}
        WEIGHTS.write_text(json.dumps(kept, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
        print(f"{WEIGHTS.name}: {len(kept['weights']):,} features, {WEIGHTS.stat().st_size / 1e6:.1f} MB")
        return 0
    report([(model, one) for one in passages(True)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
