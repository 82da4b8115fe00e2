"""Tibetan: how names in its script are said, and Chinese characters that spell them."""

import pytest

from asylia.entities.compare import SAME, compare
from asylia.entities.tibetan import said, spelled_in_han


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("བསྟན་འཛིན་རྒྱ་མཚོ", "tendzin gyatso"),
        ("རྡོ་རྗེ", "dorje"),
        ("བཀྲ་ཤིས", "tashi"),
        ("ཟླ་བ", "dawa"),
        ("དབང་ཕྱུག", "wangchuk"),
        ("བསོད་ནམས", "sonam"),
        ("ངག་དབང", "ngawang"),
    ],
)
def test_silent_letters_are_not_said(written: str, heard: str) -> None:
    """Letters before, above, below and behind the root."""
    assert said(written) == heard


def test_characters_spell_two_names_without_a_break() -> None:
    """All four must belong to known names."""
    assert ("tashi", "tsering") in spelled_in_han("扎西次仁")
    assert spelled_in_han("扎西明明") == ()
    assert spelled_in_han("扎西") == ()


def test_tibetan_names_across_scripts() -> None:
    """One person's name in three scripts, and names that share a half."""
    assert compare("བཀྲ་ཤིས་ཚེ་རིང", "Tashi Tsering").value >= SAME
    assert compare("扎西次仁", "Trashi Tsering").value >= SAME
    assert compare("扎西次仁", "Tashi Tsomo").value < SAME
    assert compare("བཀྲ་ཤིས་ཚེ་རིང", "Tashi Wangchuk").value < SAME
