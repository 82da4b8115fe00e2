"""Words reach a reader through shown()."""

from hypothesis import given
from hypothesis import strategies as st

from asylia.model.mention import Mention
from asylia.model.shown import MASK, MASKED, OWNER, PUBLIC, shown

TEXT = "The officers took Ana Example and her brother Ben Example away."


def _person(words: str, role: str = "target") -> Mention:
    start = TEXT.index(words)
    return Mention("d", start, start + len(words), "person", role)


def test_an_affected_person_is_masked_and_an_office_holder_is_not() -> None:
    """The mask hides the target; somebody named in a public office stays readable."""
    target, office = _person("Ana Example"), _person("Ben Example", "office")
    assert shown(TEXT, [office, target], PUBLIC) == f"The officers took {MASK} and her brother Ben Example away."


def test_the_owner_who_asks_for_names_reads_the_text_as_it_is() -> None:
    """Nothing is masked for an audience with names."""
    assert shown(TEXT, [_person("Ana Example")], OWNER) == TEXT


@given(st.lists(st.tuples(st.integers(0, 70), st.integers(1, 30)), max_size=8), st.integers(0, 40), st.integers(0, 40))
def test_no_character_of_a_protected_span_is_ever_shown(spans: list[tuple[int, int]], cut: int, length: int) -> None:
    """Whatever the overlap and wherever the quote is cut, only characters outside every span remain."""
    text = "".join(chr(0x4E00 + i) for i in range(100))
    mentions = [Mention("d", start, start + size, "person", "target") for start, size in spans]
    quote = text[cut : cut + length]
    seen = shown(quote, mentions, MASKED, offset=cut)
    hidden = {i for start, size in spans for i in range(start, start + size)}
    allowed = "".join(text[i] for i in range(cut, min(cut + length, 100)) if i not in hidden)
    assert seen.replace(MASK, "") == allowed


@given(st.text(min_size=1, max_size=30))
def test_the_length_of_the_mask_says_nothing_about_the_name(name: str) -> None:
    """Every name leaves the same mask."""
    assert shown(name, [Mention("d", 0, len(name), "person", "relative")], PUBLIC) == MASK
