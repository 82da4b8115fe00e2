"""Arabic script without its optional signs."""

from hypothesis import given
from hypothesis import strategies as st

from asylia.language.vowels import unvowelled

SIGNED = st.text(alphabet="ابتسلم خع\u064e\u0651\u064b\u0654\u0640", max_size=40)


def test_a_text_without_signs_needs_no_second_reading() -> None:
    """None where there is nothing to take away."""
    assert unvowelled("اعتقلت الشرطة ناشطا") is None


def test_a_word_ends_behind_its_last_sign() -> None:
    """The place of what follows a word is behind the signs on its last letter."""
    text = "اعتُقل ناشطًا ثم"
    bare, places = unvowelled(text) or ("", [])
    assert bare == "اعتقل ناشطا ثم"
    end = bare.index("ناشطا") + len("ناشطا")
    assert text[places[bare.index("ناشطا")] : places[end]] == "ناشطًا"


@given(SIGNED)
def test_every_letter_keeps_its_place(text: str) -> None:
    """What is left stands in the text in the same order, and the last place is the end."""
    bare, places = unvowelled(text) or (text, [*range(len(text) + 1)])
    assert "".join(text[at] for at in places[:-1]) == bare
    assert places == sorted(places)
    assert places[-1] == len(text)
