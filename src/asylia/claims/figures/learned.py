"""Learned: the measure of a number that no rule reads, by weights trained on the sentence bank.

A softmax regression over the cues around the number (kind, code, side, distance), the words or characters beside it,
its shape and the language. It is asked only where the rules are silent, and speaks only where it is sure enough: on the
held third of the bank the two together are better than either alone (`python bench/learned.py` trains and measures).
The weights are whole numbers, hundredths of a nat, in measure.json.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib import resources
from math import exp

from asylia.claims.figures.counts import Count
from asylia.claims.figures.draft import Draft, draft
from asylia.claims.figures.layout import Layout
from asylia.claims.scan import Scan, SentenceScan
from asylia.language.numbers import Number

NONE = "none"
SURE = 0.6  # below this share of probability nothing is said
UNIT = 100.0  # weights are kept in hundredths
_KINDS = tuple(
    "counted doing role crowd kin act agent actor programme evidence cause uncounted sum flow culprit doer"
    " speech".split()
)
_UNSPACED = ("zh", "ja", "ko")
_NEAR = ((3, "beside"), (15, "near"), (40, "off"))
_LISTED = 12  # more numbers in a sentence are a table, of which every one would be guessed alone
# Shares, multiples and money are told by their units, stations by their nouns: "14 offices in Berlin" are nobody's.
_NEVER = frozenset({NONE, "share", "growth", "assets", "stations"})


def read(layout: Layout, count: Count) -> Draft | None:
    """The draft of a number that the words around it point to; None where the model is not sure, or says "nothing"."""
    number = count.number
    if number.unit is not None or number.role != "count" or number.value < 2 or len(layout.numbers) > _LISTED:
        return None
    if any(other.unit == "percent" for other in layout.numbers):
        return None  # "of 72 exiles interviewed, 40 percent": what a share is of
    label, share = guess(features(layout.scan, layout.sentence, number))
    if label in _NEVER or share < SURE:
        return None
    return draft(layout, count, label, "learned")


def features(page: Scan, sentence: SentenceScan, number: Number) -> tuple[str, ...]:
    """What the model sees of a number, each feature once."""
    found = [
        "bias", f"in {page.language}", f"shape {number.shape}", f"unit {number.unit}", f"bound {number.bound}",
        f"digits {len(str(int(abs(number.value))))}", f"role {number.role}",
    ]  # fmt: skip
    for cue in sentence.of(*_KINDS):
        side = "after" if cue.start >= number.end else "before"
        gap = cue.start - number.end if side == "after" else number.start - cue.end
        reach = next((name for most, name in _NEAR if gap <= most), "far")
        found += [f"{cue.kind} {cue.code}", f"{cue.kind} {cue.code} {side} {reach}"]
    return tuple(dict.fromkeys([*found, *_words(page, sentence, number)]))


def _words(page: Scan, sentence: SentenceScan, number: Number) -> list[str]:
    text = page.folded
    if page.language in _UNSPACED:
        right, left = text[number.end : number.end + 8], text[max(number.start - 6, 0) : number.start]
        pairs = [f"right {right[i : i + 2]}" for i in range(len(right) - 1)]
        return pairs + [f"left {left[i : i + 2]}" for i in range(len(left) - 1)]
    behind = re.findall(r"\w+", text[number.end : sentence.end])[:5]
    before = re.findall(r"\w+", text[sentence.start : number.start])[-4:]
    return [f"right {word[:6]}" for word in behind] + [f"left {word[:6]}" for word in before]


def guess(seen: tuple[str, ...]) -> tuple[str, float]:
    """The likeliest label and its probability."""
    labels, weights = _weights()
    sums = [0.0] * len(labels)
    for name in seen:
        row = weights.get(name)
        if row is not None:
            sums = [value + weight for value, weight in zip(sums, row, strict=True)]
    top = max(sums)
    powers = [exp(value - top) for value in sums]
    best = max(range(len(labels)), key=powers.__getitem__)
    return labels[best], powers[best] / sum(powers)


@lru_cache(maxsize=1)
def _weights() -> tuple[list[str], dict[str, list[float]]]:
    kept = json.loads(resources.files("asylia.claims.figures").joinpath("measure.json").read_text("utf-8"))
    return kept["labels"], {name: [weight / UNIT for weight in row] for name, row in kept["weights"].items()}
