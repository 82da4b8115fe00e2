"""Train the measure of numbers that no rule reads, and measure it on the held third of the sentence bank.

    python bench/learned.py            rules, model, and both together, on the held third; half a minute on one core
    python bench/learned.py --write    the same, and write the weights that ship (claims/figures/measure.json)

Trained by AdaGrad (Duchi, Hazan and Singer 2011) on the two thirds that may be looked at and on the labelled pages that
rules are developed on. Same input, same weights.
"""

from __future__ import annotations

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
from asylia.claims.figures.learned import NONE, SURE, UNIT, features
from asylia.claims.scan import Scan, scan
from asylia.language.numbers import Number
from asylia.lexicon.load import LANGUAGES, load
from asylia.model.capture import Capture
from asylia.text.read import read

WEIGHTS = ROOT / "src" / "asylia" / "claims" / "figures" / "measure.json"
EPOCHS, RATE, SHRINK, LEAST = 6, 0.1, 1e-3, 2
FAINT = 8  # hundredths: a weight this near to nothing is left out


@dataclass(frozen=True, slots=True)
class Example:
    """A number with what stands around it, the labelled measure and the rules' own; NONE where it counts nothing."""

    features: tuple[str, ...]
    label: str
    ruled: str


def passages(of_held: bool) -> Iterator[Example]:
    """Every number of the bank's passages."""
    for language in LANGUAGES:
        for item in sentences.items(language, of_held):
            yield from examples(scan(sentences.passage(item), load()), item["claims"])


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
                    yield from examples(laid_out, page.get("claims", []))


def _scanned(path: Path) -> Scan:
    data = path.read_bytes()
    return scan(read(Capture("0" * 64, path.name, "", len(data), ""), data), load())


def examples(page: Scan, claims: Iterable[Mapping[str, Any]]) -> Iterator[Example]:
    """Every number of a text with its labelled measure."""
    labelled = [claim for claim in claims if claim["kind"] == "figure"]
    ruled = {draft.number.start: draft.measure for draft in drafted(page) if draft.rule != "learned"}
    for sentence in page.sentences:
        for number in sentence.numbers if sentence.paragraph >= 0 else ():
            yield Example(
                features(page, sentence, number), _label(page, labelled, number), ruled.get(number.start, NONE)
            )


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

    def guess(self, example: Example) -> tuple[str, float]:
        """The likeliest label with its probability."""
        shares = self._shares([name for name in example.features if name in self.weights])
        best = max(range(len(shares)), key=shares.__getitem__)
        return self.labels[best], shares[best]

    def rows(self) -> dict[str, list[int]]:
        """The weights as they ship."""
        whole = {name: [round(value * UNIT) for value in row] for name, row in self.weights.items()}
        clear = {name: [value if abs(value) >= FAINT else 0 for value in row] for name, row in whole.items()}
        return {name: row for name, row in clear.items() if any(row)}

    def _shares(self, names: Sequence[str]) -> list[float]:
        sums = [sum(column) for column in zip(*(self.weights[name] for name in names), strict=True)]
        top = max(sums)
        powers = [exp(value - top) for value in sums]
        whole = sum(powers)
        return [power / whole for power in powers]

    def _learn(self, example: Example) -> None:
        names = [name for name in example.features if name in self.weights]
        slopes = self._shares(names)
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


def main() -> int:
    """Train, measure, write."""
    model, asked = Model([*passages(False), *pages()]), list(passages(True))
    guesses = [model.guess(example) for example in asked]
    wanted, ruled = [example.label for example in asked], [example.ruled for example in asked]
    both = [
        label if rule == NONE and share >= SURE else rule for (label, share), rule in zip(guesses, ruled, strict=True)
    ]
    print(f"{len(asked):,} numbers of the held third, {sum(label != NONE for label in wanted):,} of them figures")
    print(f"rules                         F1 {f1(ruled, wanted):.3f}")
    print(f"model                         F1 {f1([label for label, _ in guesses], wanted):.3f}")
    print(f"model where rules are silent  F1 {f1(both, wanted):.3f}")
    if "--write" in sys.argv:
        kept = {"labels": model.labels, "weights": model.rows()}
        WEIGHTS.write_text(json.dumps(kept, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
        print(f"{WEIGHTS.name}: {len(kept['weights']):,} features, {WEIGHTS.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
