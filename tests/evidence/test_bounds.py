"""Bounds: what a printed number admits."""

import pytest
from evidence.factory import page
from hypothesis import given
from hypothesis import strategies as st

from asylia.evidence.bounds import Interval, interval, rounds_to, said, total, unit_of
from asylia.model.claim import Figure


def figure(value: float, bound: str = "exact", strict: bool = False, upper: float | None = None) -> Figure:
    """A figure of returns."""
    return page("So many came back.").figure("So many", value, "returns", bound=bound, strict=strict, upper=upper)


@pytest.mark.parametrize(
    ("bound", "strict", "value", "admitted", "refused"),
    [
        ("almost", False, 10_000, 9_946, 10_000),
        ("almost", False, 10_000, 9_500, 8_500),
        ("at_least", True, 10_000, 10_001, 9_946),
        ("at_least", True, 102, 103, 102),
        ("at_least", False, 102, 102, 101),
        ("at_most", False, 600, 600, 601),
        ("at_most", True, 600, 599, 600),
        ("about", False, 2_500, 2_535, 2_900),
        ("about", False, 30, 32, 36),
        ("exact", False, 54, 54, 53),
    ],
)
def test_a_bound_admits_and_refuses(bound: str, strict: bool, value: float, admitted: float, refused: float) -> None:
    """Each bound with a number that fits it and one that does not."""
    made = interval(figure(value, bound, strict))
    assert made.admits(admitted)
    assert not made.admits(refused)


def test_nearly_and_more_than_the_same_number_do_not_meet() -> None:
    """ "Almost 14,000" and "more than 14,000" cannot both be true."""
    assert not interval(figure(14_000, "almost")).meets(interval(figure(14_000, "at_least", True)))
    assert not interval(figure(14_000, "almost")).meets(interval(figure(14_000, "at_least")))


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**4), st.floats(0, 1)), min_size=1, max_size=8))
def test_the_bounds_of_a_sum_contain_every_admissible_total(parts: list[tuple[int, int, float]]) -> None:
    """Take any number that each part admits: their sum is admitted."""
    intervals = [Interval(low, low + width) for low, width, _ in parts]
    chosen = [low + round(width * share) for low, width, share in parts]
    assert total(intervals).admits(sum(chosen))


@given(
    st.sampled_from([("exact", False), ("about", False), ("almost", False), ("at_least", True), ("at_most", False)]),
    st.integers(10, 10**6), st.integers(0, 10**6),
)  # fmt: skip
def test_meeting_is_symmetric_and_follows_from_a_common_number(bound: tuple[str, bool], value: int, other: int) -> None:
    """An interval meets an exact number exactly if it admits it."""
    made, exact = interval(figure(value, *bound)), Interval(other, other)
    assert made.meets(exact) == exact.meets(made) == made.admits(other)


def test_a_range_is_what_lies_between() -> None:
    """Both ends belong to it."""
    made = interval(figure(80, "range", upper=100))
    assert made.admits(80)
    assert made.admits(100)
    assert not made.admits(101)


def test_rounding_is_to_the_last_digit_told() -> None:
    """2,535 is 2,500 to the hundred; 2,600 is it not."""
    assert unit_of(2_500) == 100
    assert rounds_to(2_535, 2_500)
    assert not rounds_to(2_600, 2_500)


def test_a_figure_is_said_with_its_bound() -> None:
    """As a reader expects it."""
    assert said(figure(10_000, "almost")) == "nearly 10,000"
    assert said(figure(102, "at_least", True)) == "more than 102"
    assert said(figure(80, "range", upper=100)) == "80 to 100"
