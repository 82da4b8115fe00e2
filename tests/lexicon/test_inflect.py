"""Turkish verbs by their stem, and words spelled in two ways."""

from asylia.language.fold import respelled
from asylia.lexicon.inflect import spelled_out


def test_stem_takes_its_endings() -> None:
    """Vowels agree with the stem, "et" softens, and the row says which forms are meant."""
    assert spelled_out("act", ("past",), ["kaçır~"])[:2] == ["kaçırdı*", "kaçıran"]
    assert "iade eden" in spelled_out("act", ("past",), ["iade et~"])
    assert spelled_out("act", ("bare",), ["öldür~"]) == ["öldürecek*", "öldüreceği*", "öldürmek"]
    assert {"kınıyor", "kınadı", "kınayan"} <= set(spelled_out("stance", ("act",), ["kına~"]))


def test_other_forms_stay() -> None:
    """A form without the mark is nobody's stem, and no negation is ever made."""
    assert spelled_out("act", ("past",), ["pasaport* ... alındı*"]) == ["pasaport* ... alındı*"]
    assert "kaçırmadı" not in spelled_out("speech", (), ["kaçır~"])


def test_one_spelling_for_words_with_two() -> None:
    """Tone marks and y or i of Vietnamese, the dotless i of Turkish; the length never changes."""
    assert respelled("toà án đe doạ người tỵ nạn", "vi") == "tòa án đe dọa người tị nạn"
    assert respelled("quý toán", "vi") == "quý toán"
    assert respelled("kapı", "tr") == "kapi"
    assert respelled("toà", "fr") == "toà"
