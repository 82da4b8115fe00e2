"""Givens: which words are one given name in two languages, and which are two."""

import pytest

from asylia.entities.compare import SAME, compare
from asylia.entities.givens import of_two_sexes, one_given
from asylia.entities.spelling import spelled


def word(text: str) -> str:
    """A word in plain letters."""
    return spelled(text).content[0]


@pytest.mark.parametrize(
    ("left", "right"),
    [("Dmytro", "Дмитрий"), ("Mehmet", "محمد"), ("Yitzhak", "إسحاق"), ("Ehmetjan", "Ахметжан"), ("丹增", "Tenzin")],
)
def test_one_name_in_two_languages(left: str, right: str) -> None:
    """However far they sound."""
    assert one_given(word(left), word(right))


@pytest.mark.parametrize(
    ("left", "right"),
    [("Hasan", "حسين"), ("Alexander", "Александра"), ("Tursunjan", "Tursunay"), ("سليم", "Salem"), ("Mario", "Maria")],
)
def test_two_names_that_sound_alike(left: str, right: str) -> None:
    """However near they sound."""
    assert one_given(word(left), word(right)) is False


def test_what_is_not_listed_is_left_to_its_sound() -> None:
    """A surname is no given name, and a name with a word of endearment is neither surely the same nor another."""
    assert one_given("kovalenko", "aleksandr") is None
    assert one_given(word("Ehmetjan"), word("Ahmed")) is None


def test_surnames_of_men_and_of_women() -> None:
    """Slavic endings; a name that only ends so beside itself is none."""
    assert of_two_sexes("ivanov", "ivanova")
    assert of_two_sexes("orlovskaya", "orlovsky")
    assert not of_two_sexes("casanova", "casanova")
    assert not of_two_sexes("levin", "ivanov")


def test_the_fathers_name_behind_ones_own_keeps_its_place() -> None:
    """Where all words are given names, no surname can stand first; where one is a surname, it can."""
    assert compare("علي حسن", "Hassan Ali").value < SAME
    assert compare("Karimov Aziz", "Азиз Каримов").value >= SAME


def test_names_that_languages_share_may_differ_in_their_vowels_within_one_script() -> None:
    """Turkish and French spell Arabic names otherwise; other vowels than theirs make another name."""
    assert compare("Mahmoud Darwish", "Mahmud Derviş").value >= SAME
    assert compare("Ahmed Karimi", "Ahmed Karami").value < SAME
    assert compare("Peter Darwin", "Peter Dervin").value < SAME
