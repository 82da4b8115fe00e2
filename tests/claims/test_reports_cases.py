"""Case passages in twelve languages: what is found in them, against what a reader finds. No person in them exists."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from reported import Told, read

from asylia.lexicon.load import LANGUAGES

CASES = Path(__file__).parent / "cases" / "reports"
FLOORS = {"found": 0.85, "right": 0.85, "methods": 0.9, "persons": 0.95, "host": 0.75, "date": 0.8, "outcome": 0.75}


def _cases(language: str) -> list[dict[str, Any]]:
    return list(tomllib.loads((CASES / f"{language}.toml").read_text("utf-8"))["case"])


def _fits(want: dict[str, Any], told: Told) -> bool:
    """Whether a report tells the act or stage that the case does: kind of act, modality, and words in common."""
    if want.get("modality", "asserted") == "denied" and told.modality != "denied":
        return False
    if want["methods"] and not set(want["methods"]) & set(told.methods):
        return False
    if not want["methods"] and (told.methods or told.outcome != want["outcome"]):
        return False
    return want["quote"] in told.quote or told.quote in want["quote"]


def _score(languages: tuple[str, ...]) -> Counter[str]:
    seen: Counter[str] = Counter()
    for language in languages:
        for case in _cases(language):
            rest = read(case["text"], language, case["published"])
            seen["told"] += len(rest)
            for want in case.get("reports", []):
                seen["wanted"] += 1
                told = next((told for told in rest if _fits(want, told)), None)
                if told is None:
                    continue
                rest.remove(told)
                seen["found"] += 1
                seen["methods"] += set(want["methods"]) == set(told.methods)
                seen["persons"] += len(want["persons"]) == len(told.persons)
                for field in ("host", "date", "outcome"):
                    if want.get(field):
                        seen[f"{field} wanted"] += 1
                        seen[field] += getattr(told, field) == want[field]
    return seen


def test_reports_of_twelve_languages() -> None:
    """Most acts and stages are found, little else is, and their particulars are right."""
    seen = _score(LANGUAGES)
    assert seen["found"] >= FLOORS["found"] * seen["wanted"]
    assert seen["found"] >= FLOORS["right"] * seen["told"]
    for field in ("methods", "persons"):
        assert seen[field] >= FLOORS[field] * seen["found"], field
    for field in ("host", "date", "outcome"):
        assert seen[field] >= FLOORS[field] * seen[f"{field} wanted"], field


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_is_left_behind(language: str) -> None:
    """In every language more than two thirds of the acts are found."""
    seen = _score((language,))
    assert seen["found"] > seen["wanted"] * 2 / 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_passages_that_tell_of_no_act_give_next_to_nothing(language: str) -> None:
    """Crime, general descriptions, fears and totals: at most one of a language's passages is misread."""
    empty = [case for case in _cases(language) if not case.get("reports")]
    misread = [case for case in empty if read(case["text"], language, case["published"])]
    assert empty
    assert len(misread) <= 1
