"""Fingerprints: what shares a passage shares a hash."""

from hypothesis import given
from hypothesis import strategies as st

from asylia.text.fingerprint import GRAM, WINDOW, fingerprint, winnow

WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "officers",
            "came",
            "on",
            "a",
            "sunday",
            "and",
            "asked",
            "when",
            "she",
            "would",
            "be",
            "back",
            "again",
            "home",
        ]
    ),
    min_size=1,
    max_size=60,
)


@given(WORDS, WORDS, WORDS)
def test_a_shared_passage_is_always_noticed(passage: list[str], before: list[str], after: list[str]) -> None:
    """Eight words in a row are enough, whatever stands around them."""
    if len(passage) < GRAM + WINDOW - 1:
        return
    alone, quoted = " ".join(passage), " ".join([*before, *passage, *after])
    assert set(fingerprint(alone)) & set(fingerprint(quoted))


@given(WORDS)
def test_case_marks_and_spaces_do_not_matter(words: list[str]) -> None:
    """The same words are the same text."""
    assert fingerprint(" ".join(words)) == fingerprint("  ".join(words).upper().replace(" ", ", "))


def test_spans_point_at_the_words() -> None:
    """Each hash comes with the five words, or characters, that it stands for."""
    text = "警察上周约谈了他的父母 and left a paper with a number on it."
    for _, start, end in winnow(text):
        assert len(text[start:end].replace(" ", "")) >= 5
    assert winnow("") == []
    assert len(winnow("three short words")) == 1


def test_the_same_on_every_machine() -> None:
    """No salt, no hash seed."""
    assert fingerprint("The officers came on a Sunday and asked when she would be back.") == (64421148, 1593368440)
