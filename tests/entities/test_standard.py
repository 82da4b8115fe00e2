"""Standard: what other scripts hear of Chinese and Korean names, whatever system spells them."""

import pytest

from asylia.entities.compare import SAME, compare
from asylia.entities.spelling import spelled
from asylia.entities.standard import standards


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Teng Hsiao-ming", "دنغ شياو مينغ"),
        ("I Jae-myeong", "لي جاي ميونغ"),
        ("Pak Chŏng-min", "بارك جونغ مين"),
        ("イ・ミョンバク", "لي ميونغ باك"),
        ("Yu Jae-seok", "יו ג'ה-סוק"),
    ],
)
def test_a_name_is_heard_by_its_standard(left: str, right: str) -> None:
    """Wade-Giles by its Pinyin, any Korean spelling by its Hangul."""
    assert compare(left, right).value >= SAME


@pytest.mark.parametrize(
    ("left", "right"),
    [("Teng Hsiao-ming", "دنغ شياو بينغ"), ("I Jae-myeong", "لي جاي يونغ"), ("Pak Chŏng-min", "بارك جونغ سو")],
)
def test_another_syllable_is_another_name(left: str, right: str) -> None:
    """The standard of the name, not any reading of it."""
    assert compare(left, right).value < SAME


def test_names_that_are_of_neither_country_have_no_standard() -> None:
    """No Chinese or Korean surname, or no syllables."""
    assert standards(spelled("Anne-Marie Dupont")) == ()
    assert standards(spelled("Иван Сидоров")) == ()


def test_spellings_of_taiwan_and_of_korea() -> None:
    """The phonetic symbols of Taiwan; two Korean spellings, of which one must be the standard's."""
    assert compare("陳英九", "Chen Ying-jeou").value >= SAME
    assert compare("陳英九", "Chen Ying-jau").value < SAME
    assert compare("Chung Sung-hoon", "Jeong Seong-hun").value >= SAME
    assert compare("Lee Jung-hee", "Lee Jong-hee").value < SAME
