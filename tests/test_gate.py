"""The gate: a floor rises by itself and falls only with a reason."""

import argparse
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
PINS = {"pages": "p", "labels": "l"}


@pytest.fixture(scope="module")
def gate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gate", ROOT / "bench" / "gate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def options(file: Path, **values: Any) -> argparse.Namespace:
    return argparse.Namespace(**{"file": file, "raise_": False, "lower": False, "because": None, **values})


KEPT = {"pins": PINS, "floors": {"all": {"figure": 0.8, "figure · since invented": 0.1}, "seeds": {"figure": 0.9}}}


@pytest.mark.parametrize(
    ("now", "status"),
    [
        ({"figure": 0.8, "figure · since invented": 0.1}, 0),
        ({"figure": 0.9, "figure · since invented": 0.0}, 0),
        ({"figure": 0.799, "figure · since invented": 0.1}, 1),
        ({"figure": 0.8, "figure · since invented": 0.101}, 1),
        ({"figure · since invented": 0.1}, 1),
    ],
)
def test_a_score_below_its_floor_fails(gate: ModuleType, tmp_path: Path, now: dict[str, float], status: int) -> None:
    """Lower is worse, of what is invented more is worse, and a score that is gone is worse; absent groups pass."""
    assert gate.decide(dict(KEPT), {"all": now}, PINS, options(tmp_path / "floors.json")) == status
    assert not (tmp_path / "floors.json").exists()


def test_raising_never_lowers(gate: ModuleType, tmp_path: Path) -> None:
    """What is better is written, what is worse keeps its floor and fails."""
    file = tmp_path / "floors.json"
    now = {"all": {"figure": 0.7, "figure · since invented": 0.0, "position": 0.5}}
    assert gate.decide(dict(KEPT), now, PINS, options(file, raise_=True)) == 1
    written = json.loads(file.read_text("utf-8"))
    assert written["floors"]["all"] == {"figure": 0.8, "figure · since invented": 0.0, "position": 0.5}
    assert written["floors"]["seeds"] == {"figure": 0.9}


def test_lowering_keeps_its_reason(gate: ModuleType, tmp_path: Path) -> None:
    """The reason stands beside what it was for, and earlier reasons stay."""
    file = tmp_path / "floors.json"
    kept = {**KEPT, "lowered": [{"because": "earlier", "was": []}]}
    assert gate.decide(kept, {"all": {"figure": 0.7}}, PINS, options(file, lower=True, because="a stricter rule")) == 0
    written = json.loads(file.read_text("utf-8"))
    assert [each["because"] for each in written["lowered"]] == ["earlier", "a stricter rule"]
    assert "floor is 0.800" in written["lowered"][1]["was"][0]
    assert written["floors"]["all"] == {"figure": 0.7}


def test_changed_pages_or_labels_fail(gate: ModuleType, tmp_path: Path) -> None:
    """Floors are good for the bytes they were set on; raising does not paper over a change."""
    now = {"all": KEPT["floors"]["all"]}  # type: ignore[index]
    for other in ({**PINS, "pages": "x"}, {**PINS, "labels": "x"}):
        assert gate.decide(dict(KEPT), now, other, options(tmp_path / "f.json", raise_=True)) == 1
    assert not (tmp_path / "f.json").exists()


def test_lowering_needs_a_reason(gate: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """--lower alone is a usage error, before anything is measured."""
    for words in (["--lower"], ["--because", "x"]):
        monkeypatch.setattr(sys, "argv", ["gate.py", *words])
        with pytest.raises(SystemExit) as left:
            gate.main()
        assert left.value.code == 2


def test_what_is_pinned_is_every_page(gate: ModuleType) -> None:
    """The pages that ship and those held back, each by its bytes."""
    assert len(list(gate.OPEN.iterdir())) + len(list(gate.HELD.iterdir())) == 30
    assert all(len(value) == 64 for value in gate.pins().values())
