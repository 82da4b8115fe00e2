"""The bank of passages: positions and origins in twelve languages, half of them held back from the rules by hash."""

import hashlib
from collections import Counter
from functools import lru_cache
from typing import Any

import pytest
from heard import bank, hear, same_name, tokens

from asylia.lexicon.load import LANGUAGES


def _held(text: str) -> bool:
    return hashlib.sha256(text.encode()).digest()[0] % 2 == 0


def _matched(wanted: list[list[str]], got: list[tuple[str, str, str]]) -> tuple[int, int]:
    """How many wanted positions were found, and how many found ones say nothing that was wanted."""
    left = list(got)
    hits = 0
    for actor, stance, _ in wanted:
        found = next((one for one in left if one[1] == stance and same_name(one[0], actor)), None)
        if found:
            left.remove(found)
            hits += 1
    again = [one for one in left if any(one[1] == w[1] and tokens(one[2]) & tokens(w[2]) for w in wanted)]
    return hits, len(got) - len(again)


@lru_cache
def _count(language: str) -> tuple[Counter[str], Counter[str]]:
    """Counts over the passages that rules were written on, and over those held back."""
    counts: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    frame, cases = bank(f"voices/{language}")
    for case in cases:
        count = counts[_held(case["text"])]
        wanted: list[list[str]] = case.get("positions", [])
        origins: list[list[str]] = case.get("origins", [])
        heard = hear(case["text"], language, frame if wanted or origins else "")
        got = [(*stance, one.passage.quote) for stance, one in zip(heard.stances, heard.positions, strict=True)]
        hits, found = _matched(wanted, got)
        count.update(hits=hits, found=found, wanted=len(wanted))
        for words, origin in origins:
            said = heard.origin(words)
            count.update(right=same_name(said or "", origin) if origin else said is None, asked=1)
    return counts


def _f1(count: Counter[str]) -> float:
    return 2 * count["hits"] / (count["found"] + count["wanted"])


@pytest.mark.parametrize("held", [False, True])
def test_positions_are_heard_in_every_language(held: bool) -> None:
    """Over all twelve languages, positions are found and nothing is made up: F1 at least 0.9."""
    total = sum((_count(language)[held] for language in LANGUAGES), Counter[str]())
    assert _f1(total) >= 0.9


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_is_left_behind(language: str) -> None:
    """In each language F1 is at least 0.8, and at most one origin is wrong."""
    total = sum(_count(language), Counter[str]())
    assert _f1(total) >= 0.8
    assert total["right"] >= total["asked"] - 1


def test_origins_are_credited() -> None:
    """Over all languages at least 85 in 100 words are credited to whom the passage credits them."""
    total: Counter[str] = Counter()
    for language in LANGUAGES:
        for count in _count(language):
            total.update(count)
    assert total["right"] >= 0.85 * total["asked"]


def _passages() -> list[dict[str, Any]]:
    return bank("scope/distractors")[1]


@pytest.mark.parametrize("case", _passages(), ids=lambda case: f"{case['language']}-{case['text'][:12]}")
def test_pages_about_something_else_hold_no_position(case: dict[str, Any]) -> None:
    """Child custody, films, petty crime and hotels use the same words and are out of scope."""
    assert hear(case["text"], case["language"], "").positions == ()
