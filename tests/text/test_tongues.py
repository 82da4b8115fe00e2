"""Language by letters, detectors and, last, what the page says."""

import pytest

from asylia.text.tongues import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Police arrest two", "en"),
        ("Zwei Festnahmen in Köln", "de"),
        ("Dos detenidos en Lima", "es"),
        ("Deux hommes arrêtés hier", "fr"),
        ("Polis iki kişiyi gözaltına aldı", "tr"),
        ("Bắt hai người ở cảng", "vi"),
        ("Задержаны двое", "ru"),
        ("Поліція затримала двох осіб", "uk"),
        ("پلیس دو نفر را بازداشت کرد", "fa"),
        ("اعتقال ناشط في إسطنبول", "ar"),
        ("ئۇيغۇرلار چەتئەلدە", "ug"),
        ("警方拘留两人", "zh"),
        ("警方拘留兩人", "zh"),
        ("警察、2人を逮捕", "ja"),
        ("경찰, 2명 체포", "ko"),
        ("བོད་ཀྱི་མི་རིགས།", "bo"),
        ("12345 ...", None),
    ],
)
def test_a_headline_is_enough(text: str, language: str | None) -> None:
    """Short text in seventeen ways of writing, and text without letters."""
    assert language_of(text) == language


def test_the_page_is_not_believed_against_the_letters() -> None:
    """A template left on English does not make a Korean article English."""
    assert language_of("중국이 국내에서 시설을 운영하고 있다는 의혹이 제기됐다.", "en") == "ko"
    assert language_of("La policía detuvo a dos hombres en el puerto de la ciudad.", "en-US") == "es"


def test_names_and_odd_bytes_do_not_disturb() -> None:
    """Controls are skipped; a foreign name within a sentence does not change its language."""
    assert language_of("The officers\x85 came\x00 on a Sunday \ud800 and asked when she would be back.") == "en"
    assert language_of("The word 劝返 (quanfan) means to persuade somebody to return, officials say.") == "en"
