"""Subjects far from their verb, names behind titles, and objects right behind subjects."""

import pytest
from heard import hear

FRAMES = {
    "de": "Transnationale Repression: Dissidenten im Exil",
    "zh": "跨国镇压：流亡异见人士受到压力",
    "ar": "القمع العابر للحدود: المعارضون في المنفى",
    "fa": "سرکوب فرامرزی: مخالفان در تبعید",
    "en": "Transnational repression: exiled dissidents under pressure",
}


@pytest.mark.parametrize(
    ("language", "text", "actor", "stance"),
    [
        ("de", "Das Innenministerium hat zwei Mitarbeiter der iranischen Botschaft ausgewiesen.", "nister", "acts"),
        ("de", "Eine Sprecherin der iranischen Botschaft wollte sich dazu nicht äußern.", "Sprecherin", "declines"),
        ("de", "Bern wies zwei Diplomaten aus und legte die Partnerschaft auf Eis.", "Bern", "acts"),
        ("zh", "伊朗外交部发言人高远否认绑架流亡者的说法。", "高远", "denies"),
        ("zh", "伊朗驻柏林大使遭德国外交部召见。", "德国外交部", "acts"),
        ("zh", "挪威外交部宣布，对参与绑架流亡者的官员实施签证限制。", "挪威外交部", "acts"),
        ("ar", "وطالب المجلس الأوروبي تركيا بوقف ترحيل المعارضين.", "المجلس الأوروبي", "calls_for"),
        ("fa", "وزارت خارجه سوئد سفیر ایران را احضار کرد و ربایش مخالفان را محکوم کرد.", "وزارت خارجه سوئد", "acts"),
        ("en", "The prosecutor found no evidence of an abduction of exiles.", "prosecutor", "denies"),
    ],
)
def test_who_acts_is_found_past_what_stands_between(language: str, text: str, actor: str, stance: str) -> None:
    """The subject is the one the grammar of the language makes it, not the nearest name."""
    stances = hear(text, language, FRAMES[language]).stances
    assert any(actor in name and found == stance for name, found in stances), stances


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Blue Lantern, a rights group, found no evidence of an abduction.", "denies"),  # answers for nobody
        ("According to Blue Lantern, a rights group, 54 unlawful abductions took place.", "condemns"),  # a count
    ],
)
def test_telling_is_no_position(text: str, stance: str) -> None:
    """Neither a group that finds nothing nor a count of wrongs takes a position."""
    assert stance not in [found for _, found in hear(text).stances]
