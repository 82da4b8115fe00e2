"""Learned measures: weights that ship are asked only where rules are silent, and give the same answer every time."""

from hypothesis import given
from hypothesis import strategies as st
from reported import scanned

from asylia.claims.figures.learned import NONE, features, guess
from asylia.lexicon.load import load


def test_what_is_seen_of_a_number_is_each_thing_once() -> None:
    """Cues with their side and distance, words beside it, its shape and language."""
    page = scanned("The group says 412 exiles were followed in Vilnius.")
    number = page.sentences[0].numbers[0]
    seen = features(page, page.sentences[0], number)
    assert len(seen) == len(set(seen))
    assert {"in en", "right exiles", "digits 3"} <= set(seen)


@given(st.lists(st.text(max_size=12), max_size=20))
def test_a_guess_is_a_label_with_a_share(names: list[str]) -> None:
    """Whatever is seen, the answer is a measure of the lexicon or none, and its probability."""
    label, share = guess(tuple(names))
    measures = {row["code"] for row in load().table("measures")["measure"]}
    assert label == NONE or label in measures
    assert 0.0 < share <= 1.0


def test_nothing_known_is_nothing_counted() -> None:
    """A number about which the weights know nothing is no figure."""
    assert guess(("bias",))[0] == NONE
