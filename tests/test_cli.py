"""The command line as somebody types it: what it prints, where, and with which exit status."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from demo_pages import FEW, FILES

from asylia.cli import COMMANDS, SUBJECTS, main
from asylia.cli_text import width
from asylia.store.sqlite import SqliteStore
from asylia.vault.redact import protected_names

Run = subprocess.CompletedProcess[str]


def asylia(*words: str | Path, cwd: Path | None = None, stdin: str | bytes | None = None, **env: str) -> Run:
    """Run the program as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "asylia.cli", *map(str, words)],
        cwd=cwd, input=stdin, capture_output=True, text=True, encoding="utf-8", check=False, env={**os.environ, **env},
    )  # fmt: skip


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record made, filled and built by the program."""
    root = tmp_path_factory.mktemp("cli") / "r"
    assert asylia("init", root, "--title", "Ein Test", "--origin-state", "CN").returncode == 0
    assert asylia("add", *FEW, cwd=root).returncode == 0
    done = asylia("build", cwd=root)
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def mine(record: Path, tmp_path: Path) -> Path:
    """A copy of it to change."""
    shutil.copytree(record, tmp_path / "mine")
    return tmp_path / "mine"


def test_help_imports_no_room() -> None:
    """`--help` starts at once because only the parser is loaded."""
    code = (
        "import sys, asylia.cli\n"
        "try: asylia.cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        "rooms = {name.split('.')[1] for name in sys.modules if name.startswith('asylia.')}\n"
        "print(sorted(rooms), [name for name in ('sqlite3', 'lxml', 'subprocess') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "['cli'] []"


def test_every_command_is_in_the_help() -> None:
    """One line for each, in the order of the table."""
    text = asylia("--help").stdout
    places = [text.index(f"\n    {command.name} ") for command in COMMANDS]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "words", [[], ["nonsense"], ["add"], ["show", "weather"], ["build", "--workers", "0"], ["build", "--workers", "x"]]
)
def test_wrong_usage_is_two(words: list[str]) -> None:
    """What the parser refuses ends with 2 and a usage line."""
    done = asylia(*words)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: asylia")


def test_init_says_what_is_not_there_yet(tmp_path: Path) -> None:
    """A new record says that names are masked but not encrypted; a second one in its place is refused."""
    done = asylia("init", tmp_path / "r")
    assert "not encrypted" in done.stdout
    again = asylia("init", tmp_path / "r")
    assert (again.returncode, again.stdout) == (1, "")
    assert "is a record already" in again.stderr


@pytest.mark.parametrize("title", ['Quote " and \\ back', "Ünï 记录 \x7f\n", "\udcff broken"])
def test_any_title_can_be_read_back(tmp_path: Path, title: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever somebody types becomes a TOML text."""
    assert main(["init", str(tmp_path / "r"), "--title", title]) == 0
    assert main(["--record", str(tmp_path / "r"), "verify"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("title = ", "cannot be read as TOML"),
        ("titel = 'x'", "titel: is not known"),
        ("origin_states = 'CN'", "origin_states: write a list"),
        ("origin_states = ['China']", "two capital letters"),
        ("privacy = 'none'", "privacy"),
        ("store = '../elsewhere.db'", "store: write the name of a file"),
        ("store = 5", "store: write a text"),
    ],
)
def test_a_mistake_in_the_configuration_is_named(mine: Path, text: str, mistake: str) -> None:
    """File, key and what to write; one line, exit status 1."""
    (mine / "asylia.toml").write_text(text)
    done = asylia("build", cwd=mine)
    assert done.returncode == 1
    assert re.fullmatch(rf"asylia: asylia\.toml: .*{re.escape(mistake)}.*\n", done.stderr)


def test_without_a_record_the_next_step_is_named(tmp_path: Path) -> None:
    """Standing outside any record is a wrong request."""
    done = asylia("show", "incidents", cwd=tmp_path)
    assert done.returncode == 1
    assert "asylia init" in done.stderr


def test_a_record_is_found_from_below(record: Path) -> None:
    """A command works on the record of the folder above, too; and on --record before or after the command."""
    below = record / "lexicon"
    first = asylia("show", "documents", cwd=below)
    assert first.returncode == 0
    assert first.stdout == asylia("--record", record, "show", "documents").stdout
    assert first.stdout == asylia("show", "documents", "--record", record).stdout


def test_add_takes_a_list(tmp_path: Path) -> None:
    """`-` reads names from standard input; what is known stays; what is not there fails and the rest is kept."""
    asylia("init", tmp_path / "r")
    listed = "".join(f"{path}\n" for path in (*FEW[:2], tmp_path / "gone.html"))
    done = asylia("add", "-", FEW[0], cwd=tmp_path / "r", stdin=listed)
    assert done.returncode == 1
    assert done.stdout == "2 added, 1 known, 0 skipped, 1 failed\n"
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "subject",
    [
        "incidents",
        "figures",
        "positions",
        "ledger",
        "origins",
        "documents",
        "entities",
        "failures",
        "stations",
        "tallies",
    ],
)
def test_show_fits_eighty_columns(record: Path, subject: str) -> None:
    """Every line, wide characters counted twice; nothing on standard error; the same in every locale."""
    done = asylia("show", subject, cwd=record)
    assert (done.returncode, done.stderr) == (0, "")
    assert [line for line in done.stdout.splitlines() if width(line) > 80] == []
    assert done.stdout or subject == "failures"
    assert asylia("show", subject, cwd=record, LC_ALL="C", PYTHONUTF8="0").stdout == done.stdout


@pytest.mark.parametrize("subject", ["incidents", "figures", "positions", "origins", "documents", "entities"])
def test_show_as_json_lines(record: Path, subject: str) -> None:
    """As many objects as there are blocks; --limit cuts both."""
    rows = [json.loads(line) for line in asylia("show", subject, "--json", cwd=record).stdout.splitlines()]
    assert rows
    assert len(asylia("show", subject, "--json", "--limit", "1", cwd=record).stdout.splitlines()) == 1


def test_one_incident_is_shown_by_any_of_its_ids(record: Path) -> None:
    """Its own id, any of its claims' ids and the beginning of one lead to the same page; its origins are listed."""
    rows = [json.loads(line) for line in asylia("show", "incidents", "--json", cwd=record).stdout.splitlines()]
    row = max(rows, key=lambda each: len(each["claims"]))
    text = asylia("show", "incident", row["id"], cwd=record).stdout
    assert row["id"] in text
    assert "What the documents say" in text
    for name in (*row["claims"], row["id"][:9]):
        assert asylia("show", "incident", name, cwd=record).stdout == text
    assert f"Origins of {row['id']}" in asylia("show", "origins", row["id"], cwd=record).stdout


@pytest.mark.parametrize("words", [["incident"], ["incident", "i" + "0" * 16], ["incident", "zzz"], ["figures", "i0"]])
def test_an_id_that_is_none_is_a_wrong_request(record: Path, words: list[str]) -> None:
    """No id, an unknown one, or one where none belongs."""
    done = asylia("show", *words, cwd=record)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1


def test_a_closed_pipe_is_no_error(record: Path) -> None:
    """`asylia show documents | head -1` ends quietly."""
    with subprocess.Popen(
        [sys.executable, "-m", "asylia.cli", "show", "figures", "--json"],
        cwd=record, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_export_warns_before_names(record: Path, tmp_path: Path) -> None:
    """Masked by default; with names after a plain warning on standard error."""
    quiet = asylia("export", tmp_path / "masked", cwd=record)
    loud = asylia("export", tmp_path / "named", "--with-names", cwd=record)
    assert (quiet.returncode, loud.returncode) == (0, 0)
    assert quiet.stderr == ""
    assert "names of affected persons" in loud.stderr
    assert (tmp_path / "masked" / "claims.jsonl").read_bytes() != (tmp_path / "named" / "claims.jsonl").read_bytes()


def test_verify_finds_a_flipped_byte(mine: Path) -> None:
    """Anything kept that was changed is named, with exit status 3; so is a changed table."""
    assert asylia("verify", mine).returncode == 0
    kept = [
        path for place in ("archive", "decisions.jsonl") for path in sorted((mine / place).rglob("*")) if path.is_file()
    ]
    assert kept
    for file in kept[:: max(len(kept) // 6, 1)]:
        data = file.read_bytes()
        if not data:
            continue
        file.write_bytes(data[: len(data) // 2] + bytes([data[len(data) // 2] ^ 1]) + data[len(data) // 2 + 1 :])
        done = asylia("verify", cwd=mine)
        assert done.returncode == 3, file
        assert file.relative_to(mine).as_posix() in done.stdout
        file.write_bytes(data)
    assert asylia("verify", cwd=mine).returncode == 0


def test_a_bad_page_is_one_line(mine: Path, tmp_path: Path) -> None:
    """A source that cannot be read is one line on standard error and one row; the build is done all the same."""
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing follows")
    assert asylia("add", tmp_path / "broken.pdf", cwd=mine).returncode == 0
    for _ in range(2):  # the second time it is not read again, and still said
        done = asylia("build", cwd=mine)
        assert done.returncode == 0
        assert re.fullmatch(r"broken\.pdf: (?!.*broken).+\n", done.stderr)
        assert "1 failed" in done.stdout
    shown = asylia("show", "failures", cwd=mine).stdout
    assert shown.startswith("broken.pdf")
    assert json.loads(asylia("show", "failures", "--json", cwd=mine).stdout)["code"] == "ReadError"


def test_a_file_of_own_words_that_would_not_be_read_is_refused(mine: Path) -> None:
    """A file named for no language would do nothing: the build says how to name it."""
    (mine / "lexicon" / "figures.toml").write_text('[[counted]]\ncode = "returns"\nforms = ["homegoing*"]\n')
    done = asylia("build", cwd=mine)
    assert (done.returncode, done.stdout) == (1, "")
    assert "lexicon/figures.toml: begin its name with a language" in done.stderr
    (mine / "lexicon" / "figures.toml").rename(mine / "lexicon" / "en-figures.toml")
    assert asylia("build", cwd=mine).returncode == 0


def test_a_folder_named_by_a_dot_is_called_by_its_name(mine: Path) -> None:
    """A message says which folder it means."""
    assert f"asylia: {mine.name}: is a record already" in asylia("init", ".", cwd=mine).stderr
    assert f"asylia: {mine.parent.name}: holds no" in asylia("--record", "..", "build", cwd=mine).stderr


def test_a_build_of_nothing_says_what_to_do(tmp_path: Path) -> None:
    """An empty record is no mistake; the next step is named."""
    asylia("init", tmp_path / "r")
    done = asylia("build", cwd=tmp_path / "r")
    assert done.returncode == 0
    assert "asylia add" in done.stderr


def test_evaluate_reads_the_pages_of_a_gold_set(tmp_path: Path) -> None:
    """A user's own labelled pages are scored without making a record first."""
    gold = tmp_path / "gold"
    (gold / "pages").mkdir(parents=True)
    shutil.copy(FEW[0], gold / "pages")
    page = {
        "file": FEW[0].name, "relevant": True, "language": "en", "title": None, "published": None,
        "body_first": "", "body_last": "", "origins": [], "claims": [],
    }  # fmt: skip
    (gold / "gold.json").write_text(json.dumps({"pages": [page], "incidents": [], "copies": []}))
    done = asylia("evaluate", gold, "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["page language"] == {"accuracy": 1.0, "n": 1}
    assert [path.name for path in tmp_path.iterdir()] == ["gold"]
    assert asylia("evaluate", tmp_path).returncode == 1


def test_demo_ends_with_a_summary(tmp_path: Path) -> None:
    """A record is built, three figures are quoted, and what to try next works as printed."""
    done = asylia("demo", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert f"Pages      {len(FILES)}" in done.stdout
    assert done.stdout.count("“") >= 3
    assert [line for line in done.stdout.splitlines() if width(line) > 80] == []
    for line in re.findall(r"^  asylia (.+)$", done.stdout, re.M):
        assert asylia(*line.split(), cwd=tmp_path).returncode == 0
    again = asylia("demo", cwd=tmp_path)
    assert again.stdout == done.stdout


def test_demo_takes_no_folder_that_is_in_use(tmp_path: Path) -> None:
    """Somebody's own folder is left alone."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("keep me")
    assert asylia("demo", tmp_path / "mine").returncode == 1
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def test_no_name_on_any_screen(record: Path) -> None:
    """What the commands print holds no protected name, on either stream."""
    store = SqliteStore(record / "record.db")
    names = protected_names(store.record().pages)
    store.close()
    assert names
    for words in (["build"], ["verify"], *(["show", subject] for subject in SUBJECTS[:-1])):
        done = asylia(*words, cwd=record)
        assert not [name for name in names if re.search(rf"\b{re.escape(name)}\b", done.stdout + done.stderr)]
