"""Numbers in running text: what each part of the answer promises."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asylia.language import numbers
from asylia.language.fold import fold
from asylia.language.number_pieces import digits_value
from asylia.lexicon.load import LANGUAGES, load

PIECES = st.lists(
    st.sampled_from(
        [
            "12",
            "1,234",
            "2014",
            "3.5",
            "one",
            "two hundred",
            "and",
            "to",
            "-",
            "nearly",
            "million",
            "%",
            "$",
            " ",
            "\n",
            "十",
            "二〇一四",
            "万",
            "人",
            "다섯",
            "명",
            "مئة",
            "و",
            "siebenundzwanzig",
            "(",
            "۱۲",
            "½",
            "²",
            "a",
            "ß",
            "İ",
        ]
    ),
    max_size=14,
)


def find(text, language="en"):
    return numbers.find(text, language, load().words(language))


def one(text, language="en"):
    found = [number for number in find(text, language) if number.role == "count"]
    assert len(found) == 1, found
    return found[0]


def test_span_and_bare_number():
    """The span covers bound words and unit, the inner span the bare number with its scale."""
    text = "They say that nearly 16.74 billion yuan was taken."
    number = one(text)
    assert text[number.start : number.end] == "nearly 16.74 billion yuan"
    assert text[number.digits_start : number.digits_end] == "16.74 billion"
    assert (number.value, number.bound, number.wording, number.unit) == (16_740_000_000, "almost", "nearly", "CNY")


@pytest.mark.parametrize(
    ("run", "groups", "decimal", "value"),
    [
        ("1,234", ",", ".", 1234),
        ("1.234", ".", ",", 1234),
        ("1.234", ",", ".", 1.234),
        ("10.000", ",", ".", 10000),
        ("1,5", ".", ",", 1.5),
        ("1'234'567", "'", ".", 1234567),
        ("12,34,567", ",", ".", 1234567),
        ("1.2.3", ".", ",", None),
        ("1.234,56", ".", ",", 1234.56),
        ("2.5", ".", ",", 2.5),
        ("١٢٫٥", ",", ".", 12.5),
        ("0.125", ".", ",", 0.125),
    ],
)
def test_separators(run, groups, decimal, value):
    """Thousands and decimals as the language writes them, and as its neighbours do where that is clear."""
    assert digits_value(run, frozenset(groups), decimal) == value


def test_spaces_set_thousands_apart_only_where_the_language_does():
    """A plain space groups in French, not in English; a thin one groups everywhere."""
    assert one("quelque 10 000 personnes", "fr").value == 10_000
    assert [n.value for n in find("10 000 people")] == [10, 0]
    assert one("10\u202f000 people").value == 10_000


def test_a_year_is_no_thousand_of_the_number_behind_it():
    """Two numbers, and not the groups of one."""
    assert [n.value for n in find("bis Ende 2021 116 Menschen", "de")] == [2021, 116]
    assert [n.value for n in find("en 221 116 dossiers", "fr")] == [221_116]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("in 2014 it began", "year"),
        ("the 54th list", "ordinal"),
        ("Article 52 says", "code"),
        ("at 10:30 sharp", "time"),
        ("a 54-year-old man", "age"),
        ("held for 14 days", "duration"),
        ("flight MH17 left", "code"),
        ("3 km away", "measure"),
        ("called three times", "occasion"),
        ("COVID-19 rules", "code"),
    ],
)
def test_numbers_that_count_nothing(text, role):
    """Years, ordinals, codes, times, ages, durations and distances are found, and told apart from counts."""
    assert {number.role for number in find(text)} == {role}


def test_change_is_no_range():
    """ "rose from 54 to 102" tells two numbers, "between 54 and 102" one with an upper value."""
    assert [n.value for n in find("it rose from 54 to 102")] == [54, 102]
    assert (one("between 54 and 102 people").value, one("between 54 and 102 people").upper) == (54, 102)


def test_without_words():
    """A language without a calendar file still has its digits."""
    assert [n.value for n in numbers.find("Mae 1200 o bobl", "cy", {})] == [1200]


@given(PIECES, st.sampled_from(LANGUAGES))
def test_spans_hold(pieces, language):
    """Whatever the text: numbers stand in order, none overlaps, each lies in the text, ranges rise."""
    text = " ".join(pieces)
    found = find(text, language)
    for number in found:
        assert 0 <= number.start <= number.digits_start < number.digits_end <= number.end <= len(text)
        assert number.role in numbers.ROLES
        assert number.shape in numbers.SHAPES
        assert (number.bound == "range") == (number.upper is not None)
        assert number.upper is None or number.upper > number.value
        assert number.wording is None or number.wording in text
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_any_text(text, language):
    """No text makes it fail, and folding beforehand changes nothing."""
    words = load().words(language)
    assert numbers.find(text, language, words) == numbers.find(text, language, words, fold(text))


@pytest.mark.parametrize(
    "hostile", ["1-" * 4000, "1," * 4000, "one " * 4000, "一" * 8000, "half a " * 3000, "(" * 9000, "9" * 9000]
)
def test_hostile_text_ends(hostile):
    """Endless repetitions are read to the end."""
    for language in ("en", "zh", "de", "ar"):
        assert len(find(hostile, language)) <= len(hostile)


def test_what_stands_before_a_list_holds_for_the_list() -> None:
    """Ages and sections behind one word; not what is counted after the list, nor "12 of them"."""
    words = load().words("en")
    roles = [
        number.role for number in numbers.find("men aged 39, 44 and 55 and sections 3 and 18 of the act", "en", words)
    ]
    assert roles == ["age", "age", "age", "code", "code"]
    for text in ("under article 5, 30 people were held", "article 5 and 30 people", "flight 737, 12 of them left"):
        assert [number.role for number in numbers.find(text, "en", words)] == ["code", "count"]
