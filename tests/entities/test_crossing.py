"""Crossing: names by the rules of two languages, held together by characters that may stand behind both."""

import pytest

from asylia.entities.compare import SAME, compare
from asylia.entities.crossing import crossed
from asylia.entities.spelling import spelled


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Zhou Wenming", "주문명"),
        ("Чжоу Вэньмин", "주문명"),
        ("Chow Man-ming", "주문명"),
        ("Châu Văn Minh", "Chow Man-ming"),
    ],
)
def test_one_name_in_the_syllables_of_two_languages(left: str, right: str) -> None:
    """周文明, read in Mandarin, Cantonese, Korean and Vietnamese."""
    assert crossed(spelled(left), spelled(right)).value >= SAME


@pytest.mark.parametrize(
    ("left", "right"),
    [("Zhou Wenming", "조문명"), ("Zhou Wenming", "주문수"), ("Chow Man-ming", "주문영"), ("Zhou Wenming", "주명문")],
)
def test_another_surname_another_syllable_another_order(left: str, right: str) -> None:
    """No character is read both ways, or none that is a surname."""
    assert crossed(spelled(left), spelled(right)).value < SAME


def test_names_of_south_east_asia_beside_the_mandarin_of_the_same_characters() -> None:
    """Min and Hakka spellings, word for word; a syllable that stands for other characters makes another name."""
    assert compare("Tan Boon Keng", "陈文庆").value >= SAME
    assert compare("Tan Boon Keng", "Chen Wenqing").value >= SAME
    assert compare("Tan Boon Keng", "陈文明").value < SAME


def test_north_and_south_write_one_korean_name() -> None:
    """The r at the head that the South drops; any other syllable is another name."""
    assert compare("리명수", "이명수").value >= SAME
    assert compare("로명수", "노명수").value >= SAME
    assert compare("리명수", "김명수").value < SAME


def test_vietnamese_characters_heard_abroad() -> None:
    """阮文勇 as Russian hears Nguyễn Văn Dũng; another given name is not heard."""
    assert compare("阮文勇", "Нгуен Ван Зунг").value >= SAME
    assert compare("阮文勇", "Нгуен Ван Тхань").value < SAME
