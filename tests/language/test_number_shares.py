"""Shares told by two numbers, and what only looks like one."""

import pytest

from asylia.language.numbers import find
from asylia.lexicon.load import load

TOLD = [
    ("en", "Three in ten of the exiles", 30), ("en", "fewer than 1 in 20 requests", 5),
    ("en", "of every ten exiles three reported it", 30), ("de", "Acht von zehn Befragten", 80),
    ("de", "jede fünfte Frau", 20), ("fr", "deux exilés sur trois", 66.666667), ("es", "nueve de cada diez", 90),
    ("ru", "каждый третий из них", 33.333333), ("ru", "из каждых десяти опрошенных трое", 30),
    ("tr", "her üç gazeteciden ikisi", 66.666667), ("tr", "on kişiden üçü", 30), ("zh", "每十人里约有一人", 10),
    ("ja", "3人に1人が答えた", 33.333333), ("ko", "10명 중 3명이", 30), ("ar", "خمسة من كل ثمانية", 62.5),
    ("fa", "از هر ده نفر سه نفر", 30), ("vi", "cứ năm người tị nạn thì một người", 20),
]  # fmt: skip
COUNTED = [
    ("en", "He was held for three in 2019"), ("en", "four out of five detainees"), ("en", "two in 24 hours"),
    ("de", "zwei von 67 Befragten"), ("fr", "onze sur 40 dossiers"), ("es", "dos de tres detenidos"),
    ("ru", "трое из пяти задержанных"), ("tr", "yirmi kişiden üçü"), ("zh", "每年三人，两人被捕"),
    ("ja", "5人のうち2人"), ("ko", "40명 중 3명"), ("fa", "از ده نفر سه نفر"), ("vi", "ba người trên mười xe"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "value"), TOLD)
def test_two_numbers_tell_one_share(language: str, text: str, value: float) -> None:
    """In each language's own order: the part first, or the whole."""
    (number,) = find(text, language, load().words(language))
    assert (number.value, number.unit, number.shape) == (value, "percent", "fraction")


@pytest.mark.parametrize(("language", "text"), COUNTED)
def test_what_is_counted_stays_two_numbers(language: str, text: str) -> None:
    """A whole that nobody reckons shares of, a year, a stop between: two counts."""
    assert all(number.unit is None for number in find(text, language, load().words(language)))
