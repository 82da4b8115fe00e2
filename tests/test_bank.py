"""The sentence bank: every quote stands in its text, every code is a code, every id is one of its kind."""

import json
from pathlib import Path
from typing import Any

import pytest

from asylia.lexicon.load import LANGUAGES, load

BANK = Path(__file__).parent.parent / "bank"
KINDS = {"figure", "incident", "position"}


def items(language: str) -> list[dict[str, Any]]:
    """The items of one language."""
    return [json.loads(line) for line in (BANK / f"{language}.jsonl").read_text("utf-8").splitlines()]


def codes(table: str, row: str) -> set[str]:
    """The codes of one vocabulary."""
    return {entry["code"] for entry in load().table(table)[row]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_stand_in_their_texts(language: str) -> None:
    """Quotes are verbatim, persons and actors are printed, ids are unique and of the file's language."""
    found = items(language)
    assert len(found) > 150
    assert len({item["id"] for item in found}) == len({item["text"] for item in found}) == len(found)
    for item in found:
        assert item["language"] == language == item["id"].partition("-")[0]
        for claim in item["claims"]:
            assert claim["kind"] in KINDS
            assert claim["quote"] in item["text"], item["id"]
            assert all(person in item["text"] for person in claim.get("persons", ()))
            assert claim.get("actor", "") in item["text"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_codes_are_those_of_the_lexicon(language: str) -> None:
    """Methods, measures, bounds, outcomes and stances are the codes that the record uses."""
    known = {
        "methods": codes("methods", "method"), "measure": codes("measures", "measure"),
        "bound": codes("bounds", "bound"), "outcome": codes("outcomes", "outcome"),
        "stance": codes("stances", "stance"),
    }  # fmt: skip
    for claim in (claim for item in items(language) for claim in item["claims"]):
        for key, allowed in known.items():
            told = claim.get(key) or []
            assert set([told] if isinstance(told, str) else told) <= allowed, (key, told)


def test_the_bank_is_of_thousands() -> None:
    """Every language has its share, and about a third of all is held."""
    assert sum(len(items(language)) for language in LANGUAGES) > 2500
