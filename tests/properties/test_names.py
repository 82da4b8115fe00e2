"""No string of the table `names` in anything that is shown, indexed, logged or named after it.

Over the record of all pages that ship, so over names in many scripts that the rules found themselves.
"""

import contextlib
import io
import re
import sqlite3
from pathlib import Path

import pytest
from demo_pages import PAGES

from asylia.archive.folder import Archive
from asylia.cli import SUBJECTS, main
from asylia.folder import create
from asylia.store.search import words


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = create(tmp_path_factory.mktemp("names") / "record", "names")
    Archive(folder.root).add([PAGES])
    assert said("build", "--record", str(folder.root))[0] == 0
    return folder.root


@pytest.fixture(scope="module")
def names(root: Path) -> frozenset[str]:
    with contextlib.closing(sqlite3.connect(root / "record.db")) as connection:
        found = frozenset(row[0] for row in connection.execute("SELECT DISTINCT surface FROM names"))
    assert len(found) > 10
    return found


def said(*arguments: str) -> tuple[int, str]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        status = main(arguments)
    return status, out.getvalue()


def named_in(text: str, names: frozenset[str]) -> list[str]:
    """Names that stand in the text: as words where words are written apart, anywhere where they are not."""
    found = [name for name in names if name in text]
    return [name for name in found if re.search(rf"(?<![^\W\d_]){re.escape(name)}(?![^\W\d_])|[\u2e80-\uffff]", text)]


def test_masked_export_holds_no_name(root: Path, names: frozenset[str], tmp_path: Path) -> None:
    """Not in quotes, titles, bodies, origins, addresses, file names or reasons."""
    assert said("export", str(tmp_path / "out"), "--record", str(root))[0] == 0
    for file in (tmp_path / "out").iterdir():
        lines = file.read_text("utf-8").splitlines()
        assert {name for line in lines for name in named_in(line, names)} == set(), file.name


@pytest.mark.parametrize("subject", [each for each in SUBJECTS if each != "incident"])
def test_no_screen_shows_a_name(root: Path, names: frozenset[str], subject: str) -> None:
    """As text and as JSON."""
    for more in ((), ("--json",)):
        status, text = said("show", subject, *more, "--record", str(root))
        assert status == 0
        assert named_in(text, names) == []


def test_tables_hold_names_in_two_places_only(root: Path, names: frozenset[str]) -> None:
    """Every other column of every table, and the terms of the full-text index, are free of names."""
    with contextlib.closing(sqlite3.connect(root / "record.db")) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            if table == "names" or table.startswith("search"):
                continue
            cursor = connection.execute(f"SELECT * FROM {table}")
            columns = [column[0] for column in cursor.description]
            for row in cursor:
                for column, value in zip(columns, row, strict=True):
                    if isinstance(value, str) and (table, column) != ("documents", "text"):
                        assert named_in(value, names) == [], f"{table}.{column}"
        connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, search, 'row')")
        terms = {row[0] for row in connection.execute("SELECT term FROM terms")}
    whole = {words(name) for name in names}
    assert not {name for name in whole if " " not in name} & terms


def test_no_file_is_named_after_anybody(root: Path, names: frozenset[str]) -> None:
    """Names of files and folders of a record are digests and fixed words."""
    paths = [path.relative_to(root).as_posix() for path in root.rglob("*")]
    assert paths
    assert {name for path in paths for name in named_in(path, names)} == set()


def test_errors_hold_no_name(root: Path, names: frozenset[str]) -> None:
    """Asking for somebody gives an error that does not repeat the name, and no answer whether it is there."""
    answers = set()
    for name in [*sorted(names)[:5], "Nobody Atall"]:
        status, text = said("show", "incident", name, "--record", str(root))
        assert status == 1
        answers.add(text)
    assert len(answers) == 1
