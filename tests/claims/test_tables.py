"""Tables: a cell is counted by its column's heading and its row's period; other columns and tables count nothing."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asylia.claims.extract import extract
from asylia.lexicon.load import load
from asylia.model.capture import Capture
from asylia.model.claim import Figure
from asylia.text.read import read


def figures(rows: str) -> list[Figure]:
    """The figures of a table of comma-separated rows."""
    data = rows.encode("utf-8")
    capture = Capture(hashlib.sha256(data).hexdigest(), "tallies.csv", "text/csv", len(data), "")
    return [claim for claim in extract(read(capture, data), load()).claims if isinstance(claim, Figure)]


def test_a_bare_table_of_years_and_returns() -> None:
    """Two columns are enough: the heading names the measure, the first cell the period."""
    found = figures("year,returns\n2015,412\n2016,1203\n2017 Jan-Nov,977\n")
    told = [(f.value, f.measure, f.since and f.since.iso(), f.until and f.until.iso()) for f in found]
    assert told == [
        (412, "returns", "2015", "2015"), (1203, "returns", "2016", "2016"), (977, "returns", "2017-01", "2017-11"),
    ]  # fmt: skip


def test_a_long_table_names_the_measure_in_every_row() -> None:
    """Measure and value in columns of their own, with the place that is counted in and the state behind it."""
    (first, second) = figures(
        "period,measure,value,country,origin_state,source\n"
        "2019,abductions,4,Kenya,TR,Lantern Group\n2020,detentions,11,Ghana,TR,Lantern Group\n"
    )
    assert (first.measure, first.value, first.countries, first.origin_state) == ("abductions", 4, ("KE",), "TR")
    assert (second.measure, second.value, second.countries) == ("detentions", 11, ("GH",))
    assert first.voice.origin is not None


def test_an_empty_cell_moves_no_other() -> None:
    """What is missing in the middle of a row leaves the cells behind it in their columns."""
    found = figures("year,programme,persons returned,note\n2015,,412,\n2016,Fox Hunt,530,late\n2017,Fox Hunt,,none\n")
    assert [f.value for f in found] == [412, 530]


@pytest.mark.parametrize(
    "rows",
    [
        "year,price\n2015,412\n2016,530\n",
        "name,returns\nAlpha,412\nBeta,530\n",
        "year,returns\n2015,4.2%\n2016,5.3%\n",
    ],
)
def test_other_tables_count_nothing(rows: str) -> None:
    """No measure in the headings, no period, or a share of something."""
    assert figures(rows) == []


@given(st.lists(st.integers(min_value=0, max_value=10**7), min_size=1, max_size=12))
def test_every_row_is_one_figure_of_its_value(values: list[int]) -> None:
    """As many figures as rows, in their order, each quoting its row."""
    found = figures("year,returns\n" + "".join(f"{1990 + at},{value}\n" for at, value in enumerate(values)))
    assert [f.value for f in found] == values
    assert [f.passage.quote for f in found] == [f"{1990 + at} | {value}" for at, value in enumerate(values)]
