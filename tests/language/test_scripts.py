"""Scripts and word edges."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from asylia.language.phrases import Phrases
from asylia.language.scripts import at_word_end, at_word_start, dominant, is_right_to_left, is_unspaced, script_of

NAMES = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "ARABIC": "Arab",
    "HANGUL": "Hang",
    "HIRAGANA": "Hira",
    "THAI": "Thai",
    "HEBREW": "Hebr",
}


@given(st.characters(categories=["Lu", "Ll", "Lo"]))
def test_scripts_agree_with_unicode_names(char):
    """A letter whose Unicode name tells its script has that script."""
    name = unicodedata.name(char, "").split(" ")[0]
    if name in NAMES and "MATHEMATICAL" not in unicodedata.name(char, "") and ord(char) < 0x10000:
        assert script_of(char) == NAMES[name]


def test_kinds_of_scripts():
    """Han and kana are written without spaces, Arabic and Hebrew from the right, digits belong to no script."""
    assert is_unspaced("中")
    assert is_unspaced("カ")
    assert not is_unspaced("한")
    assert is_right_to_left("ع")
    assert is_right_to_left("א")
    assert not is_right_to_left("a")
    assert script_of("1") == script_of("。") == "Zyyy"


def test_dominant():
    """The script of most letters; None without letters."""
    assert dominant("북한 EU 외교부") == "Hang"
    assert dominant("110 / 12") is None


def test_word_edges():
    """A word may begin after a space or beside Han, and not within letters."""
    assert at_word_start("a ten", 2)
    assert not at_word_start("often", 2)
    assert at_word_end("ten.", 3)
    assert not at_word_end("tenth", 3)
    assert at_word_end("近十人", 2)


def test_phrases_take_the_longest():
    """Of several forms at a place the longest counts, in front and behind."""
    phrases = Phrases([("than", 1), ("more than", 2), ("or", 3), ("or more", 4), ("دست\u200cکم", 5)])
    assert phrases.before("no more than 5", 12) == (3, 2)
    assert phrases.after("5 or more", 2) == (9, 4)
    assert phrases.after("or", 0) == (2, 3)
    assert phrases.before("دست کم 5", 6) == (0, 5)
