"""Dates are intervals with precision."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asylia.model.dates import Date

DATES = st.one_of(
    st.builds(Date, st.integers(1900, 2100)),
    st.builds(Date, st.integers(1900, 2100), st.integers(1, 12)),
    st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(Date.of),
)


@given(DATES)
def test_iso_form_reads_back_as_the_same_date(when: Date) -> None:
    """What is written is read again at the same precision."""
    assert Date.parse(when.iso()) == when


@given(DATES, DATES)
def test_gap_is_zero_exactly_where_two_dates_share_a_day(one: Date, other: Date) -> None:
    """meets() and gap() agree, whichever comes first."""
    assert (one.gap(other) == timedelta(0)) == one.meets(other)
    assert one.gap(other) == other.gap(one)


def test_a_year_is_the_whole_year_and_not_its_first_day() -> None:
    """2022 contains 2022-12-31 and meets 2022-06, but does not lie within it."""
    year = Date.parse("2022")
    assert year.contains(Date.parse("2022-12-31"))
    assert year.meets(Date.parse("2022-06"))
    assert not Date.parse("2022-06").contains(year)


@pytest.mark.parametrize("text", ["2022-13", "2022-02-30", "22", "2022-1-1", "yesterday", ""])
def test_what_is_no_iso_date_is_refused(text: str) -> None:
    """No guess is made about a malformed date."""
    with pytest.raises(ValueError, match=r".+"):
        Date.parse(text)


def test_a_day_without_a_month_is_refused() -> None:
    """The fifth of an unknown month is not a date."""
    with pytest.raises(ValueError, match="month"):
        Date(2022, None, 5)
