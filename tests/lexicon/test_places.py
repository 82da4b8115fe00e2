"""Places as cues: what the shipped tables tell apart."""

import pytest

from asylia.language.fold import fold
from asylia.lexicon.load import load

PLACES = {"country", "nationality", "capital", "city", "region"}


def places(text, language="en"):
    return {
        (cue.kind, cue.code, text[cue.start : cue.end])
        for cue in load().cues(fold(text), text, language)
        if cue.kind in PLACES
    }


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "the turkey and the china", set()),
        ("en", "in Turkey and China", {("country", "TR", "Turkey"), ("country", "CN", "China")}),
        ("en", "Papua New Guinea", {("country", "PG", "Papua New Guinea")}),
        ("en", "South Korean police", {("nationality", "KR", "South Korean")}),
        ("zh", "其中国家很多", set()),
        ("ko", "범죄인 인도 조약", set()),
        ("ja", "タイトル", set()),
        ("vi", "anh ấy nói", set()),
        ("vi", "cảnh sát Đức", {("country", "DE", "cảnh sát Đức")}),
        ("es", "la china", {("nationality", "CN", "china")}),
        ("ru", "из Таджикистана", {("country", "TJ", "Таджикистана")}),
        ("ru", "в Москве", {("capital", "RU", "Москве")}),
        ("ar", "للصين", {("country", "CN", "للصين")}),
        ("de", "Chinas Behörden", {("country", "CN", "Chinas")}),
        ("tr", "Çinliler", {("nationality", "CN", "Çinliler")}),
        ("fr", "les autorités turques", {("nationality", "TR", "turques")}),
        ("fa", "در لندن", {("capital", "GB", "لندن")}),
    ],
)
def test_places(language, text, expected):
    """Names are told from words, longer names from shorter ones, and inflected forms are known."""
    assert places(text, language) == expected


@pytest.mark.parametrize("language", ["en", "zh", "es", "fr", "de", "ko", "ja", "vi", "ru", "tr", "fa", "ar"])
def test_every_country_has_a_name(language):
    """Every language names all countries that the record may need, Kosovo, Taiwan, Hong Kong and Macau among them."""
    named = {row["code"] for row in load().words(language, "places")["country"]}
    assert {"XK", "TW", "HK", "MO", "MM", "CD", "CG", "PS", "US", "GB", "CN", "RU", "IR", "TR", "AE"} <= named
    assert len(named) > 235
