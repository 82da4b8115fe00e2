"""Tally: shares, precision and recall, and the list of what went wrong."""

from __future__ import annotations

from typing import Any, TypeAlias

Score: TypeAlias = dict[str, float]
Errors: TypeAlias = dict[str, list[tuple[Any, ...]]]


def f1(right: int, predicted: int, labelled: int) -> Score:
    """Precision, recall and their harmonic mean, of `labelled` things."""
    precision = right / predicted if predicted else 0.0
    recall = right / labelled if labelled else 0.0
    both = precision + recall
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / both if both else 0.0,
        "n": labelled,
    }


def share(right: int, asked: int, name: str = "accuracy") -> Score:
    """How many of those asked."""
    return {name: right / asked if asked else 0.0, "n": asked}
