"""Brackets from tables: a share of a list between the counts that somebody else's table gives."""

from __future__ import annotations

import pytest

from asylia.lexicon.load import load
from asylia.model.capture import Capture
from asylia.model.ids import digest
from asylia.model.record import Page
from asylia.pipeline import weigh
from asylia.reading import page_of

LEXICON = load()
PAGE = (
    "China's hunt for fugitives\n\nThe Courier | 19 January 2018\n\n"
    "China published a list of its 100 most-wanted fugitives abroad in 2015 under Operation Sky Net. Almost half of "
    "the 100 have been returned since, the group Safeguard Defenders said. Relatives were threatened by state security "
    "until the exiles gave in."
)


def _read(name: str, text: str) -> Page:
    data = text.encode()
    return page_of(Capture(digest(text), name, "text/plain", len(data), ""), data, LEXICON)


def _brackets(table: str) -> list[str]:
    record = weigh([_read("page.txt", PAGE), _read("table.csv", table)], (), LEXICON)
    return [check.reason for series in record.series for check in series.checks if check.kind == "bracket"]


@pytest.mark.parametrize(
    "table", ["date,returned\n2017-04,40\n2017-10,51\n", "day,returns\n2017-04-30,40\n2017-10-31,51\n"]
)
def test_a_table_that_tells_how_many_had_come_by_then_brackets_a_share(table: str) -> None:
    """The table does not say "of 100"; the page does."""
    assert len(found := _brackets(table)) == 1
    assert "between 40" in found[0]
    assert "51" in found[0]


@pytest.mark.parametrize(
    "table",
    [
        "year,returned\n2016,40\n2017,51\n",  # what came in each year
        "month,returned\n2017-04,40\n2017-05,51\n",  # months that follow one another
        "date,returned\n2017-04,51\n2017-10,40\n",  # nobody who came goes back
        "date,returned\n2017-04,52\n2017-10,60\n",  # both above
    ],
)
def test_a_tally_of_periods_brackets_nothing(table: str) -> None:
    """Counts of each period, and counts that fall, are no counts of a list."""
    assert _brackets(table) == []
