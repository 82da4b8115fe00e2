"""Likeness: when what was found is what was labelled. Loose about spelling, strict about values.

The comparisons of the gold guide: names may be longer or shorter, quotes must point at the labelled words,
dates agree at the label's precision.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

Row: TypeAlias = Mapping[str, Any]
Affinity: TypeAlias = Callable[[Row, Row], float]

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_PLAIN = (("[‘’‛`´]", "'"), ("[“”„«»「」『』]", '"'), ("[‐-―−]", "-"))


def fold(text: str | None) -> str:
    """The text without regard to case, white space, width, quotes and dashes."""
    folded = unicodedata.normalize("NFKC", text or "").casefold()
    for marks, plain in _PLAIN:
        folded = re.sub(marks, plain, folded)
    return re.sub(r"\s+", " ", folded).strip()


def tokens(text: str | None) -> set[str]:
    """Words; in scripts that write none apart, pairs of characters."""
    folded = fold(text)
    found: set[str] = set()
    for run in _UNSPACED.findall(folded):
        found.update({run[i : i + 2] for i in range(len(run) - 1)} or {run})
    found.update(re.findall(r"\w+", _UNSPACED.sub(" ", folded)))
    return found


def same_name(a: str | None, b: str | None) -> bool:
    """One name's words contain the other's, or, written without breaks, one contains the other; of like length."""
    a_tokens, b_tokens = tokens(a) - {"the"}, tokens(b) - {"the"}
    if not a_tokens or not b_tokens:
        return False
    short, long = sorted((re.sub(r"\W+", "", fold(text)) for text in (a, b)), key=len)
    if len(short) < 2 or len(long) > 4 * len(short) + 8:
        return False
    return a_tokens <= b_tokens or b_tokens <= a_tokens or short in long


def pair_up(gold: Sequence[Any], found: Sequence[Any], affinity: Callable[[Any, Any], float]) -> list[tuple[Any, Any]]:
    """One-to-one pairs, best affinity first; affinity 0 never pairs."""
    scored = sorted(
        ((affinity(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(found)), key=lambda row: -row[0]
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for score, i, j in scored:
        if score <= 0 or i in used_gold or j in used_found:
            continue
        used_gold.add(i)
        used_found.add(j)
        pairs.append((gold[i], found[j]))
    return pairs


def overlap(label: str | None, quote: str | None) -> float:
    """The share of the shorter text's words that the other has too."""
    a, b = tokens(label), tokens(quote)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def points_at(gold: Row, found: Row) -> bool:
    """The found quote holds half the labelled words (or a restatement's) and is not many times as long."""
    quote = found.get("quote")
    texts: Iterable[str] = (gold["quote"], *gold.get("also", ()))
    return any(overlap(text, quote) >= 0.5 and len(tokens(quote)) <= 4 * len(tokens(text)) + 12 for text in texts)


def figure(gold: Row, found: Row) -> float:
    """How much two figures are one: the same value and measure, and words in common."""
    return value_only(gold, found) if gold["measure"] == found.get("measure") else 0


def value_only(gold: Row, found: Row) -> float:
    """The same, whatever the measure."""
    value = gold["value"] == found.get("value") or (
        gold.get("upper") is not None and gold["upper"] == found.get("value")
    )
    if not value:
        return 0
    return 1 + overlap(gold.get("quote"), found.get("quote")) + float(gold["measure"] == found.get("measure"))


def incident(gold: Row, found: Row) -> float:
    """How much two reports are one: an act in common, and a person, the host or the words."""
    shared = _agree_on_act(gold, found)
    if not shared:
        return 0
    persons = any(same_name(a, b) for a in gold["persons"] for b in found.get("persons") or [])
    host = gold.get("host") is not None and gold.get("host") == found.get("host")
    words = overlap(gold.get("quote"), found.get("quote"))
    if not (persons or host or words >= 0.5):
        return 0
    return float(shared + 2 * persons + host + words)


def position(gold: Row, found: Row) -> float:
    """How much two positions are one: the same stance of the same actor."""
    if gold["stance"] != found.get("stance") or not same_name(gold["actor"], found.get("actor")):
        return 0
    return 1 + overlap(gold.get("quote"), found.get("quote"))


def restates(found: Row, labels: Iterable[Row]) -> bool:
    """Whether a found claim says again what a labelled one says, at the label's words or a restatement."""
    return any(_same_content(gold, found) and points_at(gold, found) for gold in labels)


def field_agrees(field: str, wanted: Any, got: Any) -> bool:
    """Whether a found value is the labelled one."""
    if field == "origin":
        return same_name(wanted, got or "")
    if field in ("since", "until", "date"):
        return bool(got) and str(got)[: len(wanted)] == wanted
    if field == "countries":
        return set(wanted) == set(got or [])
    return fold(str(got or "")) == fold(str(wanted))


def _agree_on_act(gold: Row, found: Row) -> int:
    """Shared methods; or, where the label tells only a result, the same outcome."""
    if gold["methods"]:
        return len(set(gold["methods"]) & set(found.get("methods") or []))
    return int(gold.get("outcome") is not None and gold.get("outcome") == found.get("outcome"))


def _same_content(gold: Row, found: Row) -> bool:
    if gold["kind"] == "figure":
        return bool(gold["value"] == found.get("value") and gold["measure"] == found.get("measure"))
    if gold["kind"] == "incident":
        return _agree_on_act(gold, found) > 0
    return bool(gold["stance"] == found.get("stance"))
