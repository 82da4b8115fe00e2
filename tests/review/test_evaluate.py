"""The table is the one that the gold set's own score.py prints.

`small/` holds a drawn set of labels and findings (not of pages) with the tables that score.py printed for it.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from asylia.model.errors import RequestError
from asylia.review.evaluate import Found, evaluate, load

SMALL = Path(__file__).parent / "small"
SCORE = Path(__file__).parents[3] / "shared" / "gold" / "score.py"


def found() -> Found:
    """What the small set's export holds."""
    files = (SMALL / f"{name}.jsonl" for name in ("documents", "claims", "incidents"))
    return Found(*([json.loads(line) for line in file.read_text("utf-8").splitlines()] for file in files))


@pytest.mark.parametrize(("name", "only"), [("table.txt", ()), ("table-a.txt", ("a",))])
def test_the_table_is_that_of_score(name: str, only: tuple[str, ...]) -> None:
    """Line by line, over all pages and over some."""
    assert evaluate(load(SMALL), found(), only).lines() == (SMALL / name).read_text("utf-8").splitlines()


@pytest.mark.skipif(not SCORE.exists(), reason="score.py lies outside this repository and is not here")
def test_the_table_is_that_of_score_today() -> None:
    """Where score.py is present, what it prints now is still what was kept."""
    done = subprocess.run([sys.executable, str(SCORE), str(SMALL), str(SMALL)], capture_output=True, check=True)
    assert done.stdout.decode("utf-8") == (SMALL / "table.txt").read_text("utf-8")


def test_perfect_findings_score_one() -> None:
    """Labels given back as findings are all found, and nothing is invented."""
    gold = load(SMALL)
    documents = [
        {**page, "id": page["file"], "body": f"{page['body_first']} {page['body_last']}", "copy_group": None}
        for page in gold["pages"]
    ]
    kinds = {"incident": "report"}
    claims = [
        {
            **claim,
            "id": f"{page['file']}{number}",
            "document": page["file"],
            "kind": kinds.get(claim["kind"], claim["kind"]),
        }
        for page in gold["pages"]
        for number, claim in enumerate(page["claims"])
    ]
    table = evaluate(gold, Found(documents, claims, [])).table
    for kind in ("figure", "position", "page relevant", "page origins"):
        assert table[kind]["f1"] == 1.0, kind
    assert all(row["invented"] == 0 for row in table.values() if "invented" in row)


def test_nothing_found_scores_zero() -> None:
    """An empty record divides by nothing."""
    table = evaluate(load(SMALL), Found([], [], [])).table
    assert {row["f1"] for row in table.values() if "f1" in row} == {0.0}


def test_errors_list_what_was_missed_and_what_was_extra() -> None:
    """Every label that was not found and every finding that was not labelled is listed once."""
    done = evaluate(load(SMALL), found())
    for kind in ("figure", "incident", "position"):
        row, listed = done.table[kind], done.errors[kind]
        missed = sum(each[1] == "missed" for each in listed)
        assert missed == row["n"] - round(row["recall"] * row["n"])


@pytest.mark.parametrize(("text", "mistake"), [(None, "no gold.json"), ("{", "not JSON"), ("[]", "no list")])
def test_a_broken_gold_set_is_named(tmp_path: Path, text: str | None, mistake: str) -> None:
    """The file and what is wrong with it."""
    if text is not None:
        (tmp_path / "gold.json").write_text(text)
    with pytest.raises(RequestError, match=mistake):
        load(tmp_path)
