"""Every place of a protected name is found, in any script; what only looks like one is not."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from asylia.vault.sweep import Sweep, identifies

NAMES = (
    "Max Mustermann",
    "Mustermann",
    "张三丰",
    "홍길동",
    "山田太郎",
    "Иван Примеров",
    "فلان الفلاني",
    "Ümit Örnek",
    "Nguyễn Văn A",
)


def masked(sweep: Sweep, text: str, slug: bool = False) -> str:
    for start, end in reversed(sweep.spans(text, slug)):
        text = f"{text[:start]}#{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Max Mustermann left.", "# left."),
        ("MAX  MUSTERMANN left", "# left"),
        ("max mustermann", "#"),
        ("Max\nMustermann's flat", "#'s flat"),
        ("Max-Mustermann-Straße", "#-Straße"),
        ("Max\u00adMuster\u200bmann", "#"),
        ("die Wohnung Mustermanns", "die Wohnung #"),
        ("Mustermännchen", "Mustermännchen"),
        ("Dr.Mustermann", "Dr.#"),
        ("mustermann", "mustermann"),
        ("警方称张三丰在逃", "警方称#在逃"),
        ("홍길동은 떠났다", "#은 떠났다"),
        ("山田太郎さん", "#さん"),
        ("Ивана Примерова задержали", "Ивана Примерова задержали"),
        ("с Иван Примеровым", "с #"),
        ("وفلان الفلاني", "و#"),
        ("ÜMİT ÖRNEK'in evi", "#'in evi"),
        ("Umit Ornek", "#"),
        ("Nguyên Van A", "#"),
        ("", ""),
    ],
)
def test_names_are_found_as_they_are_written(text: str, shown: str) -> None:
    """Case, accents, line ends, soft hyphens and short endings hide nothing; other words stay."""
    assert masked(Sweep(NAMES), text) == shown


@pytest.mark.parametrize(
    ("slug", "shown"),
    [
        ("https://example.org/2021/max-mustermann-seized.html", "https://example.org/2021/#-seized.html"),
        ("news/mustermann_trial", "news/#_trial"),
        ("maxmustermann.html", "#.html"),
        ("page-12.html", "page-12.html"),
    ],
)
def test_names_are_found_in_addresses(slug: str, shown: str) -> None:
    """Slugs have no capitals and no spaces."""
    assert masked(Sweep(NAMES), slug, slug=True) == shown


@pytest.mark.parametrize("words", ["he", "the student", "她", "李", "A", "12", "", " ", "—"])
def test_words_that_identify_nobody_are_not_swept(words: str) -> None:
    """A pronoun or a single character marked by mistake must not black out every page."""
    assert not identifies(words)
    assert Sweep([words]).spans(f"x {words} y") == ()


def test_overlapping_names_are_one_span() -> None:
    """A short form within a full one, or two names that share a character, leave nothing between."""
    assert Sweep(["张三丰", "三丰李"]).spans("张三丰李") == ((0, 4),)


@given(
    st.lists(st.sampled_from(NAMES), min_size=1, unique=True),
    st.text(max_size=30),
    st.text(max_size=30),
)
def test_no_name_survives_the_sweep(names: list[str], before: str, after: str) -> None:
    """Whatever stands around it, separated as words are, a name is not in what is left."""
    for name in names:
        text = unicodedata.normalize("NFC", f"{before} {name} {after}")
        assert name not in masked(Sweep(names), text)


@given(st.text(max_size=200), st.lists(st.sampled_from(NAMES), unique=True))
def test_spans_lie_in_order_within_the_text(text: str, names: list[str]) -> None:
    """Spans are sorted, do not overlap and are not empty, whatever the text."""
    done = 0
    for start, end in Sweep(names).spans(text):
        assert done <= start < end <= len(text)
        done = end


UNSPACED = st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA0), min_size=2, max_size=6)
HANGUL = st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=2, max_size=6)


@given(UNSPACED | HANGUL, st.text(max_size=20))
def test_unspaced_names_are_found_anywhere(name: str, around: str) -> None:
    """In scripts without spaces a name needs no border."""
    assert name not in masked(Sweep([name]), f"{around}甲{name}乙{around}")


@given(HANGUL, HANGUL)
def test_syllables_that_only_begin_alike_are_not_confused(name: str, other: str) -> None:
    """A Korean name is compared by whole syllables."""
    assume(name not in other)
    assert masked(Sweep([name]), other) == other
