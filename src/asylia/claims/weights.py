"""Weights: a softmax regression trained on labelled passages, and what it makes of the traits of one.

`bench/train.py` trains them and writes one .npz for each question: `labels`, `names` (the traits, by line) and
`weights`, whole hundredths of a nat, one row a trait. Same traits, same answer.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
import numpy.typing as npt

NONE = "none"  # the label of what is no claim
UNIT = 100.0


@dataclass(frozen=True, slots=True)
class Weights:
    """What every trait weighs for every label, in hundredths of a nat."""

    labels: tuple[str, ...]
    rows: Mapping[str, int]
    table: npt.NDArray[np.int16]

    def shares(self, traits: Iterable[str], trusted: Mapping[str, float]) -> dict[str, float]:
        """The probability of every label; `trusted` are nats that labels have of their own, as from a rule."""
        known = [self.rows[name] for name in traits if name in self.rows]
        sums = (self.table[known].sum(axis=0, dtype=np.int64) / UNIT).tolist()
        sums = [value + trusted.get(label, 0.0) for label, value in zip(self.labels, sums, strict=True)]
        top = max(sums)
        powers = [math.exp(value - top) for value in sums]
        whole = sum(powers)
        return {label: power / whole for label, power in zip(self.labels, powers, strict=True)}

    def weight(self, trait: str, label: str) -> float:
        """What one trait weighs for a label, in nats; 0 where it was never seen."""
        row = self.rows.get(trait)
        return 0.0 if row is None else float(self.table[row, self.labels.index(label)]) / UNIT


def likeliest(shares: Mapping[str, float], sure: float) -> str:
    """The likeliest label besides NONE, where all of them together are at least `sure`; else NONE."""
    if 1.0 - shares[NONE] < sure:
        return NONE
    return max((label for label in shares if label != NONE), key=lambda label: (shares[label], label))


@lru_cache(maxsize=8)
def load(package: str, name: str = "weights") -> Weights:
    """The weights that ship with a grammar, for one question."""
    with resources.files(package).joinpath(f"{name}.npz").open("rb") as stream, np.load(stream) as kept:
        names = kept["names"].tobytes().decode("utf-8").split("\n")
        labels = tuple(kept["labels"].tobytes().decode("utf-8").split("\n"))
        return Weights(labels, {name: at for at, name in enumerate(names)}, kept["weights"])
