"""Names of organisations, governments and groups: what is one, where it begins and ends, and what is none."""

from itertools import pairwise

import pytest
from heard import hear
from hypothesis import given, settings
from hypothesis import strategies as st

from asylia.claims.actors import named
from asylia.lexicon.load import LANGUAGES


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Reports reached the Harbour Rights Network in May.", "Harbour Rights Network"),
        ("She leads the Norwegian Exile Foundation.", "Norwegian Exile Foundation"),
        ("Blue Lantern, a watchdog based in Oslo, keeps a list.", "Blue Lantern"),
        ("The rights group Blue Lantern keeps a list.", "Blue Lantern"),
        ("Norway’s foreign ministry has a desk for it.", "Norway’s foreign ministry"),
        ("The Committee for Safe Passage and Asylum met.", "Committee for Safe Passage and Asylum"),
        ("Two senior Kazakh officials met them.", "Two senior Kazakh officials"),
        ("A spokesman for the embassy came out.", "spokesman for the embassy"),
        ("The Supreme Court of Ruritania sat.", "Supreme Court of Ruritania"),
    ],
)
def test_an_english_name_is_whole(text: str, name: str) -> None:
    """Unseen names are found by their grammar and end where a reader would end them."""
    assert name in hear(text).actors


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "La Red de Exiliados del Sur se reunió ayer.", "Red de Exiliados del Sur"),
        ("fr", "Le ministère norvégien de l’Intérieur se tait.", "ministère norvégien de l’Intérieur"),
        ("de", "Die norwegische Botschaft in Bern blieb zu.", "norwegische Botschaft in Bern"),
        ("ru", "Посольство Норвегии в Берне закрыто.", "Посольство Норвегии в Берне"),
        ("tr", "Norveç Dışişleri Bakanlığı kapalıydı.", "Norveç Dışişleri Bakanlığı"),
        ("vi", "Bộ Nội vụ Na Uy đóng cửa.", "Bộ Nội vụ Na Uy"),
        ("zh", "挪威驻瑞士大使馆昨天关门。", "挪威驻瑞士大使馆"),
        ("zh", "人权组织“蓝灯”昨天开会。", "蓝灯"),
        ("ja", "人権団体「青い灯」は会合を開いた。", "青い灯"),
        ("ko", "인권단체 푸른등불은 회의를 열었다.", "푸른등불"),
        ("ar", "وزارة الداخلية النرويجية مغلقة.", "وزارة الداخلية النرويجية"),
        ("fa", "وزارت کشور نروژ بسته است.", "وزارت کشور نروژ"),
    ],
)
def test_a_name_is_whole_in_every_language(language: str, text: str, name: str) -> None:
    """Each language grows a name on its own side and with its own particles."""
    assert name in hear(text, language).actors


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("They opened a police service station in Bern.", "police"),
        ("On Friday Norwegian police came.", "Friday"),
        ("In Norway, police came.", "Norway, police"),
        ("Amnesty International and Human Rights Watch wrote.", "Amnesty International and Human Rights Watch"),
    ],
)
def test_what_is_no_name(text: str, part: str) -> None:
    """A station is no police, a weekday no part of a name, and two names are two."""
    assert not any(part in name and (name == part or part != "police") for name in hear(text).actors)


_LETTERS = st.text(alphabet="aAbB éÉжЖ中国警方「」“”‘’،، .,:;()0123456789\n政府는이 والشرطة", max_size=120)


@settings(max_examples=60, deadline=None)
@given(_LETTERS, st.sampled_from(LANGUAGES))
def test_any_text_gives_ordered_mentions_that_never_overlap(text: str, language: str) -> None:
    """Mentions lie in the text, in order, and share no character."""
    heard = hear(text + ".", language)
    found = named(heard.scan)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(heard.words(actor.start, actor.end).strip() for actor in found)
