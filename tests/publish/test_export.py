"""The export contract: files, fields, bytes; all of it or nothing."""

import json
import os
import stat
from pathlib import Path

import pytest
from records import sample

from asylia.model.errors import RequestError
from asylia.model.exhibits import Exhibition
from asylia.model.record import Record
from asylia.model.shown import MASKED, OWNER
from asylia.publish.export import FILES, export
from asylia.vault.exhibit import exhibit

CONTRACT = {
    "documents": "id file url sha256 title published language outlet role body relevant origins copy_group retells",
    "claims": "id kind document quote start end origin claimant relayer modality confidence rule",
    "incidents": "id persons methods origin_state host date claims documents independent_origins origins support"
    " disputed official review contested",
    "ledger": "id measure scope figures checks mutations",
    "entities": "id type names mentions reasons",
}
BY_KIND = {
    "figure": "value upper bound strict wording measure unit since until countries origin_state programme flow",
    "report": "methods persons origin_state host place date outcome programme",
    "position": "actor stance about",
}


@pytest.fixture(scope="module")
def record() -> Record:
    return sample()


@pytest.fixture(scope="module")
def shown(record: Record) -> Exhibition:
    return exhibit(record, OWNER)


def rows(folder: Path, name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]


def test_every_line_has_the_fields_of_the_contract(shown: Exhibition, tmp_path: Path) -> None:
    """Fields may be added; these keep their names."""
    export(shown, tmp_path / "out")
    for name, fields in CONTRACT.items():
        found = rows(tmp_path / "out", name)
        assert found
        assert all(set(fields.split()) <= row.keys() for row in found)
    kinds = {str(row["kind"]): row for row in rows(tmp_path / "out", "claims")}
    assert kinds.keys() == BY_KIND.keys()
    assert all(set(fields.split()) <= kinds[kind].keys() for kind, fields in BY_KIND.items())


def test_values_are_written_plainly(shown: Exhibition, tmp_path: Path) -> None:
    """Whole numbers without a fraction, dates at their precision, nothing escaped that can be read."""
    export(shown, tmp_path / "out")
    text = (tmp_path / "out" / "claims.jsonl").read_text("utf-8")
    assert '"value": 100,' in text
    assert '"until": "2023-05"' in text
    assert "张三丰2021年在曼谷被带走" in text


def test_the_same_record_gives_the_same_bytes(record: Record, tmp_path: Path) -> None:
    """Written twice, into folders of different names, after different histories."""
    export(exhibit(record, MASKED), tmp_path / "one")
    export(exhibit(record, OWNER), tmp_path / "two")
    export(exhibit(record, MASKED), tmp_path / "two")
    for name in FILES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["one", "two"]


@pytest.mark.parametrize("kept", ["notes.txt", "documents.jsonl"])
def test_a_folder_with_something_else_is_left_alone(shown: Exhibition, tmp_path: Path, kept: str) -> None:
    """Neither somebody's own files nor half of an export are replaced."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / kept).write_text("keep me")
    with pytest.raises(RequestError, match="no earlier export"):
        export(shown, folder)
    assert [each.name for each in folder.iterdir()] == [kept]
    assert (folder / kept).read_text() == "keep me"


def test_a_link_is_not_followed(shown: Exhibition, tmp_path: Path) -> None:
    """An export does not replace what a link points at."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(RequestError):
        export(shown, tmp_path / "link")
    assert list((tmp_path / "real").iterdir()) == []


def test_a_file_is_not_replaced(shown: Exhibition, tmp_path: Path) -> None:
    """A file of that name stays."""
    (tmp_path / "out").write_text("keep me")
    with pytest.raises(RequestError):
        export(shown, tmp_path / "out")
    assert (tmp_path / "out").read_text() == "keep me"


@pytest.mark.skipif(os.name == "nt", reason="permissions as POSIX knows them")
def test_names_are_for_the_owner_alone(shown: Exhibition, tmp_path: Path) -> None:
    """An export with names is a folder that nobody else on the computer can open."""
    export(shown, tmp_path / "out")
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700


def test_a_place_that_cannot_be_written_is_named(shown: Exhibition, tmp_path: Path) -> None:
    """The message names the folder that was asked for, and no file of the program's own."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(RequestError, match=r"^out: cannot be written .+; name another folder$"):
        export(shown, tmp_path / "file" / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
