"""Weights that ship: they are asked about every number, weigh against the rules, and answer the same every time."""

from hypothesis import given
from hypothesis import strategies as st
from reported import scanned

from asylia.claims.figures.grammar import drafted
from asylia.claims.figures.learned import NONE, Judge, judge, trust
from asylia.language.numbers import Number
from asylia.lexicon.load import load

MEASURES = {row["code"] for row in load().table("measures")["measure"]}
NUMBER = Number(0, 2, 40.0, None, "exact", False, None, None, "numeral", 0, 2)


def _heard(text: str) -> list[tuple[float, tuple[str, ...], str]]:
    """What the grammar asks about a text's numbers: value, what is seen, what the rules say."""
    heard = []

    def listen(number: Number, seen: tuple[str, ...], ruled: str, rule: str) -> str:
        del rule
        heard.append((number.value, seen, ruled))
        return ruled

    drafted(scanned(text), listen)
    return heard


def test_what_is_seen_of_a_number_is_each_thing_once() -> None:
    """Its noun, the acts done to those counted, its shape and language; nothing twice."""
    ((value, seen, ruled),) = _heard("The secret service deported 412 exiles and deported them again.")
    assert (value, ruled) == (412, "returns")
    assert len(seen) == len(set(seen))
    assert {"in en", "N person", "D returns", "digits 3"} <= set(seen)


def test_the_figure_before_is_seen() -> None:
    """The measure of the last figure of the page, in the sentence or before it; the first number has none."""
    first, second = _heard("Laos deported 40 dissidents. Another 12 were held.")
    assert not any(name.startswith("L ") for name in first[1])
    assert "L returns" in second[1]


def _always(label: str | None) -> Judge:
    """A judge who always says the same, or whatever the rules say."""

    def say(number: Number, seen: tuple[str, ...], ruled: str, rule: str) -> str:
        del number, seen, rule
        return ruled if label is None else label

    return say


def test_a_judge_who_agrees_changes_nothing_and_one_who_says_none_leaves_nothing() -> None:
    """What the rules made stands or falls with the judge's word."""
    page = scanned("Laos deported 40 dissidents in 2019.")
    ruled = drafted(page, _always(None))
    assert [(one.value, one.measure, one.rule) for one in ruled] == [(40, "returns", "deed")]
    assert drafted(page, _always(NONE)) == []


def test_another_measure_is_named_as_weighed() -> None:
    """A rule that was outweighed does not stand as the reason; words that no rule reads are learned."""
    drafts = drafted(scanned("Laos deported 40 dissidents and 12 chairs."), _always("targets"))
    assert [(one.value, one.measure, one.rule) for one in drafts] == [
        (40, "targets", "weighed"), (12, "targets", "learned"),
    ]  # fmt: skip


def test_a_number_with_a_unit_keeps_to_its_unit() -> None:
    """People are no share, percent no people, and money nothing but money."""
    page = scanned("Laos deported 40 dissidents, 20 percent of all, and paid a reward of $900.")
    for label in ("share", "growth", "assets", "targets"):
        for one in drafted(page, _always(label)):
            assert one.unit == {"share": "percent", "growth": "times", "assets": "USD"}.get(one.measure)


def test_some_rules_weigh_more_than_others_and_all_more_than_silence() -> None:
    """Who tells suspects from victims has read more than the noun beside the number."""
    assert trust(NONE) < trust("deed") < trust("accused")


@given(st.lists(st.text(max_size=12), max_size=20), st.sampled_from([NONE, *sorted(MEASURES)]))
def test_a_judgement_is_a_measure_or_none(names: list[str], ruled: str) -> None:
    """Whatever is seen, the answer is a measure of the lexicon or none."""
    assert judge(NUMBER, tuple(names), ruled, "deed") in {NONE, *MEASURES}


def test_nothing_known_leaves_the_rules_word() -> None:
    """A number about which the weights know nothing is what the rules say, and without a rule no figure."""
    assert judge(NUMBER, ("bias",), NONE, NONE) == NONE
    assert judge(NUMBER, ("bias",), "returns", "deed") == "returns"


def test_a_number_in_quotation_marks_counts_nothing() -> None:
    """A telephone number that is named is no figure, whatever its words weigh."""
    page = scanned("The office compared its line with '112' abroad.")
    assert drafted(page, _always("stations")) == drafted(page, _always("other")) == []
