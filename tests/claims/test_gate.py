"""Pages of ordinary crime, hunts at home and families' quarrels give nothing; stories of exile are read."""

from pathlib import Path

import pytest

from asylia.claims.extract import extract
from asylia.lexicon.load import load
from asylia.model.capture import Capture
from asylia.text.read import read

CASES = Path(__file__).parent / "cases"
LEXICON = load()


def _claims(path: Path) -> int:
    data = path.read_bytes()
    document = read(Capture("0" * 64, path.name, "text/plain", len(data), ""), data)
    return len(extract(document, LEXICON).claims)


@pytest.mark.parametrize("path", sorted((CASES / "apart").iterdir()), ids=lambda path: path.stem)
def test_words_of_arrest_abduction_and_extradition_alone_prove_nothing(path: Path) -> None:
    """Children taken by a parent, drug barons, a warrant sweep: the vocabulary is there, the cause is not."""
    assert _claims(path) == 0


@pytest.mark.parametrize("path", sorted((CASES / "within").iterdir()), ids=lambda path: path.stem)
def test_a_story_of_exiles_is_read(path: Path) -> None:
    """The same words with a cause for which somebody is pursued."""
    assert _claims(path) >= 5
