"""Deciding from the command line: checked, sealed, applied by the next build, and taken back by another decision."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from demo_pages import FEW

from asylia.cli import VERBS, main
from asylia.model import decision

BECAUSE = ("--by", "R. Reviewer", "--why", "read it again")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with pages of several incidents and figures."""
    root = tmp_path_factory.mktemp("decide") / "r"
    assert main(["init", str(root)]) == 0
    assert main(["--record", str(root), "add", *map(str, FEW)]) == 0
    assert main(["--record", str(root), "build", "--workers", "1"]) == 0
    return root


@pytest.fixture
def mine(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A copy of it to decide on."""
    shutil.copytree(built, tmp_path / "mine")
    capsys.readouterr()
    return tmp_path / "mine"


def rows(record: Path, subject: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """What `asylia show SUBJECT --json` prints."""
    capsys.readouterr()
    assert main(["--record", str(record), "show", subject, "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def decide(record: Path, *words: str) -> int:
    """Decide, and build where it was accepted."""
    status = main(["--record", str(record), "decide", *words, *BECAUSE])
    return status or main(["--record", str(record), "build", "--workers", "1"])


def test_the_verbs_are_those_of_the_model() -> None:
    """The parser has them in writing, so that --help loads nothing."""
    assert decision.VERBS == VERBS


def test_a_rejected_figure_leaves_the_ledger(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The beginning of its id is enough; it is marked where it is shown; `accept` brings it back."""
    before = rows(mine, "ledger", capsys)
    figure = before[0]["figures"][0]
    assert decide(mine, "reject", figure[:12]) == 0
    assert figure not in [each for line in rows(mine, "ledger", capsys) for each in line["figures"]]
    capsys.readouterr()
    main(["--record", str(mine), "show", "figures"])
    assert capsys.readouterr().out.count("a person rejected this") == 1
    assert figure not in [row["figure"] for row in rows(mine, "tallies", capsys)]
    assert decide(mine, "accept", figure) == 0
    assert rows(mine, "ledger", capsys) == before


def test_incidents_are_merged_and_split_again(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An incident stands for its claims; a split of the same claims gives what was before."""
    before = rows(mine, "incidents", capsys)
    first, second = before[0], before[1]
    assert decide(mine, "merge", first["id"], second["id"]) == 0
    claims = {*first["claims"], *second["claims"]}
    assert any(claims <= set(each["claims"]) for each in rows(mine, "incidents", capsys))
    assert decide(mine, "split", *sorted(claims)) == 0
    assert rows(mine, "incidents", capsys) == before


def test_a_rejected_incident_is_withdrawn(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It stays, and says so."""
    incident = next(each for each in rows(mine, "incidents", capsys) if len(each["claims"]) == 1)
    assert decide(mine, "reject", incident["id"]) == 0
    found = [each for each in rows(mine, "incidents", capsys) if set(each["claims"]) & set(incident["claims"])]
    assert {each["review"] for each in found} == {"withdrawn"}


def test_a_rejected_report_tells_nothing(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An origin all of whose reports were rejected is none any more; the reports stay listed."""
    incident = max(rows(mine, "incidents", capsys), key=lambda each: len(each["claims"]))
    origin = next(each for each in incident["origins_detail"] if each["counts"])
    kept = set(incident["claims"]) - set(origin["claims"])
    assert kept
    assert decide(mine, "reject", *origin["claims"]) == 0
    after = rows(mine, "incidents", capsys)
    assert set(origin["claims"]) <= {claim for each in after for claim in each["claims"]}
    for each in after:
        if kept & set(each["claims"]):
            assert not {claim for one in each["origins_detail"] for claim in one["claims"]} & set(origin["claims"])


def test_entities_are_told_to_be_one(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two persons become one entity; `different` takes it back."""
    before = rows(mine, "entities", capsys)
    left, right = [each for each in before if each["type"] == "person"][:2]
    assert decide(mine, "same", left["id"], right["id"]) == 0
    assert len(rows(mine, "entities", capsys)) < len(before)
    assert decide(mine, "different", left["id"], right["id"]) == 0
    assert rows(mine, "entities", capsys) == before


def test_the_log_is_shown(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who, why and about what, in the order in which they were made."""
    figure = rows(mine, "figures", capsys)[0]["id"]
    assert main(["--record", str(mine), "decide", "reject", figure, *BECAUSE]) == 0
    assert main(["--record", str(mine), "decide", "accept", figure, *BECAUSE]) == 0
    capsys.readouterr()
    log = rows(mine, "decisions", capsys)
    assert [(each["verb"], each["about"], each["by"], each["why"], each["found"]) for each in log] == [
        ("reject", [figure], "R. Reviewer", "read it again", True),
        ("accept", [figure], "R. Reviewer", "read it again", True),
    ]
    assert main(["--record", str(mine), "verify"]) == 0


@pytest.mark.parametrize(
    ("words", "mistake"),
    [
        (["reject", "zzzz"], "nothing has an id like this"),
        (["reject", "c"], "nothing has an id like this"),
        (["reject", "Max Mustermann"], "nothing has an id like this"),
        (["reject", "ENTITY"], "`reject` is about claims or incidents"),
        (["split", "INCIDENT"], "`split` is about claims"),
        (["merge", "INCIDENT", "INCIDENT"], "needs two ids or more"),
        (["same", "CLAIM", "ENTITY"], "not both"),
    ],
)
def test_a_wrong_decision_changes_nothing(
    mine: Path, words: list[str], mistake: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line says what is wrong, no word that was asked for is repeated, and the log stays empty."""
    some = {name.upper(): rows(mine, plural, capsys)[0]["id"] for name, plural in
            (("claim", "figures"), ("incident", "incidents"), ("entity", "entities"))}  # fmt: skip
    assert main(["--record", str(mine), "decide", *(some.get(word, word) for word in words), *BECAUSE]) == 1
    said = capsys.readouterr().err
    assert mistake in said
    assert said.count("\n") == 1
    assert "Mustermann" not in said
    assert not (mine / "decisions.jsonl").exists()


def test_a_decision_needs_a_reason(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty one is none."""
    figure = rows(mine, "figures", capsys)[0]["id"]
    assert main(["--record", str(mine), "decide", "reject", figure, "--by", "R", "--why", " "]) == 1
    assert not (mine / "decisions.jsonl").exists()
