"""A claim's quote is what the text says."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from asylia.model.claim import Figure, Passage, Position, Report, Rule
from asylia.model.mention import Mention

RULE = Rule("test", 1)


@given(st.text(min_size=1), st.integers(0, 50), st.integers(0, 50), st.text())
def test_a_passage_with_other_words_cannot_be_constructed(text: str, start: int, end: int, quote: str) -> None:
    """Either quote == text[start:end] within the text, or ValueError."""
    if 0 <= start < end <= len(text) and text[start:end] == quote:
        assert Passage("d", "l", start, end, quote, text=text).quote == quote
    else:
        with pytest.raises(ValueError, match=r".+"):
            Passage("d", "l", start, end, quote, text=text)


@given(st.text(min_size=2), st.data())
def test_the_verbatim_words_of_any_span_make_a_passage(text: str, data: st.DataObject) -> None:
    """Every place in every text can be quoted."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Passage("d", "l", start, end, text[start:end], text=text).end == end


def _passage(text: str = "Six people were returned.") -> Passage:
    return Passage("d", "l", 0, len(text), text, text=text)


def test_a_range_has_an_upper_value_and_nothing_else_has() -> None:
    """Bounds and values must fit each other."""
    Figure(passage=_passage(), slot="6", rule=RULE, value=6, upper=8, bound="range", measure="returns")
    with pytest.raises(ValueError, match="range"):
        Figure(passage=_passage(), slot="6", rule=RULE, value=6, upper=8, measure="returns")
    with pytest.raises(ValueError, match="range"):
        Figure(passage=_passage(), slot="6", rule=RULE, value=6, bound="range", measure="returns")


def test_a_report_tells_an_act_or_a_result() -> None:
    """Neither methods nor an outcome is no report."""
    with pytest.raises(ValueError, match="act"):
        Report(passage=_passage(), slot="", rule=RULE)


@given(st.floats(allow_nan=False))
def test_a_confidence_lies_between_zero_and_one(value: float) -> None:
    """Anything else is refused."""
    assume(not 0 <= value <= 1)
    with pytest.raises(ValueError, match="confidence"):
        Report(passage=_passage(), slot="", rule=RULE, outcome="returned", confidence=value)


def test_the_id_does_not_depend_on_the_rule_that_made_it() -> None:
    """A better rule keeps the addresses of what it finds again."""
    actor = Mention("d", 0, 3, "group", "actor")
    one = Position(passage=_passage(), slot="denies", rule=RULE, actor=actor, stance="denies")
    two = Position(passage=_passage(), slot="denies", rule=Rule("other", 9), actor=actor, stance="denies")
    assert one.id == two.id


def test_a_claim_lists_everyone_it_names_once_and_in_order() -> None:
    """Persons and place of a report are among its mentions."""
    person, place = Mention("d", 0, 3, "person", "target"), Mention("d", 4, 10, "place")
    report = Report(passage=_passage(), slot="", rule=RULE, outcome="returned", persons=(person,), place=place)
    assert report.mentions == (person, place)
