"""The ledger and the registers on the terminal: every figure with its source, every check with its reason."""

from dataclasses import replace

import pytest
from records import sample

from asylia.cli_ledger import REGISTERS, Ledger
from asylia.cli_summary import full
from asylia.cli_text import width
from asylia.model.ledger import Check, Mutation, Series
from asylia.model.record import Failure, Record
from asylia.model.shown import MASKED
from asylia.vault.exhibit import exhibit


@pytest.fixture(scope="module")
def record() -> Record:
    """A record with a second line of the ledger, in which a number changed on its way."""
    made = sample()
    figure = next(iter(made.figures)).id
    check = Check("conflict", (figure,), False, "both cannot hold")
    change = Mutation("digit_slip", figure, figure, "“100” is relayed as “1000”")
    return replace(made, series=(*made.series, Series("lffff", "returns", "XX", (figure,), (check,), (change,))))


def test_what_does_not_fit_is_read_first(record: Record) -> None:
    """A line with a contradiction stands above the others, with its reasons and the ids to look up."""
    figure = next(iter(record.figures)).id
    blocks = list(Ledger(record, exhibit(record, MASKED), frozenset()).series())
    assert blocks[0][1]["id"] == "lffff"
    text = blocks[0][0]
    assert "! conflict: both cannot hold" in text
    assert "! changed on its way, digit slip: “100” is relayed as “1000”" in text
    assert f"{figure} → {figure}" in text
    assert "more than 100 returns" in text
    assert all(width(line) <= 80 for block, _ in blocks for line in block.splitlines())


def test_a_rejected_figure_is_not_counted(record: Record) -> None:
    """It leaves the lines, even before the next build."""
    gone = frozenset(figure.id for figure in record.figures)
    assert "100 returns" in next(Ledger(record, exhibit(record, MASKED), frozenset()).series())[0]
    assert "100 returns" not in next(Ledger(record, exhibit(record, MASKED), gone).series())[0]


def test_a_register_names_nobody_who_is_protected(record: Record) -> None:
    """Hosts with their incidents, what was counted there, and who answered, as the audience may read it."""
    ledger = Ledger(record, exhibit(record, MASKED), frozenset())
    blocks = [block for subject in REGISTERS for block in ledger.register(subject)]
    text, row = next(block for block in blocks if block[1]["host"] == "TH")
    assert text.startswith("CN → TH")
    assert "counted: more than 100 returns" in text
    assert "The embassy denies" in text
    assert [each["actor"] for each in row["responses"]] == ["The embassy"]
    assert "Mustermann" not in repr(blocks)


def test_a_summary_counts_the_pages_that_failed(record: Record) -> None:
    """Nobody takes the summary of a few pages for that of all."""
    failed = replace(record, failures=(Failure("d0", "broken.pdf", "00", "ReadError", "the PDF is damaged"),))
    assert "; 1 more failed" in full(exhibit(failed, MASKED), "0")
    assert "failed" not in full(exhibit(record, MASKED), "0")
