"""Builds: incremental, killable, and one bad page is one reported line."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from demo_pages import FEW

from asylia.archive.folder import Archive
from asylia.folder import RecordFolder, create
from asylia.model.errors import IntegrityError, LexiconError, RequestError
from asylia.pipeline import Built, Options, build
from asylia.store.sqlite import SqliteStore
from asylia.workers import Limits

BAD = {"empty.html": b"", "noise.pdf": b"%PDF-1.7 nothing follows", "zeros.txt": bytes(5000)}


def built(folder: RecordFolder, **options: object) -> Built:
    return build(folder, "2024-01-01T00:00:00+00:00", replace(Options(), **options))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> RecordFolder:
    """A built record of a few pages and three that cannot be read."""
    folder = create(tmp_path_factory.mktemp("whole") / "record", "Whole", ("CN",))
    archive = Archive(folder.root)
    archive.add(FEW)
    for name, data in BAD.items():
        archive.keep(name, data)
    built(folder)
    return folder


@pytest.fixture
def folder(whole: RecordFolder, tmp_path: Path) -> RecordFolder:
    """A copy of it to change."""
    root = tmp_path / "copy"
    shutil.copytree(whole.root, root)
    return replace(whole, root=root, store=root / "record.db")


def test_an_unchanged_page_is_not_read_again(folder: RecordFolder) -> None:
    """A second build reads nothing, a new page alone is read, and both give what a build from nothing gives."""
    digest = SqliteStore(folder.store).digest()
    again = built(folder)
    assert (again.read, again.digest) == (0, digest)
    Archive(folder.root).keep("new.txt", b"A new page\n\nNothing happened at all in the town today.")
    more = built(folder)
    assert more.read == 1
    shutil.rmtree(folder.cache)
    folder.store.unlink()
    nothing = built(folder)
    assert nothing.read == len(FEW) + len(BAD) + 1
    assert nothing.digest == more.digest != digest


def test_a_bad_page_is_one_row(folder: RecordFolder) -> None:
    """The pages that cannot be read are listed with a code and what to do; the others are there."""
    record = SqliteStore(folder.store).record()
    failed = {each.file: each for each in record.failures}
    read = {each.document.file for each in record.pages}
    assert {"empty.html", "noise.pdf"} <= failed.keys()
    assert all(each.code and each.message for each in failed.values())
    assert {path.name for path in FEW} <= read
    assert read | failed.keys() == {path.name for path in FEW} | BAD.keys()


def test_a_page_that_is_too_slow_is_tried_again(folder: RecordFolder) -> None:
    """Time is not kept: with no time at all every page fails, and the next build reads them."""
    digest = SqliteStore(folder.store).digest()
    shutil.rmtree(folder.cache)
    hurried = built(folder, limits=Limits(seconds=0.0001), workers=2)
    assert {each.code for each in hurried.record.failures} >= {"time"}
    assert built(folder).digest == digest


def test_a_damaged_cache_entry_is_read_anew(folder: RecordFolder) -> None:
    """The cache is never trusted: half an entry, a flipped bit or an empty file is as good as absent."""
    digest = SqliteStore(folder.store).digest()
    entries = sorted(path for path in (folder.cache / "pages").rglob("*") if path.is_file())
    entries[0].write_bytes(entries[0].read_bytes()[:-7])
    entries[1].write_bytes(b"")
    flipped = bytearray(entries[2].read_bytes())
    flipped[len(flipped) // 2] ^= 1
    entries[2].write_bytes(bytes(flipped))
    again = built(folder)
    assert (again.read, again.digest) == (3, digest)


def test_the_cache_keeps_only_what_is_used(folder: RecordFolder) -> None:
    """Entries of other versions and what a killed build left are removed."""
    stray = folder.cache / "pages" / "ab" / ("c" * 62)
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"old")
    (stray.parent / "half.new").write_bytes(b"half")
    built(folder)
    assert not list(stray.parent.glob("c*"))
    assert not list(stray.parent.glob("*.new"))


def test_changed_bytes_stop_the_build(folder: RecordFolder) -> None:
    """A page that is not as it was sealed is an integrity failure; the old record stays."""
    digest = SqliteStore(folder.store).digest()
    shutil.rmtree(folder.cache)
    file = next(path for path in sorted((folder.root / "archive" / "bytes").rglob("*")) if path.is_file())
    file.write_bytes(file.read_bytes() + b" ")
    with pytest.raises(IntegrityError, match="changed"):
        built(folder)
    assert SqliteStore(folder.store).digest() == digest


def test_a_mistake_in_the_users_lexicon_is_named(folder: RecordFolder) -> None:
    """File, key and mistake, before any page is read."""
    (folder.root / "lexicon" / "en.toml").write_text("[[method]\ncode = 3", "utf-8")
    with pytest.raises(LexiconError, match=r"en\.toml"):
        built(folder)


def test_the_users_words_change_what_is_derived(folder: RecordFolder) -> None:
    """An addition to the lexicon has all pages read again under another digest; taking it away restores the first."""
    digest = SqliteStore(folder.store).digest()
    own = folder.root / "lexicon" / "programmes.toml"
    own.write_text(
        '[[programme]]\nid = "own.test"\ntype = "programme"\nforms = { en = ["Operation Testbild"] }\n', "utf-8"
    )
    changed = built(folder)
    assert changed.read == len(FEW) + len(BAD)
    assert changed.digest != digest
    own.unlink()
    assert built(folder).digest == digest


def test_two_builds_at_once_are_refused(folder: RecordFolder) -> None:
    """The second says so and changes nothing."""
    code = (
        "import sys, time; from pathlib import Path; from asylia.archive.lock import writing\n"
        "with writing(Path(sys.argv[1]), 'record', 0.0): print('held', flush=True); time.sleep(60)"
    )
    other = subprocess.Popen([sys.executable, "-c", code, str(folder.cache / "lock")], stdout=subprocess.PIPE)
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(RequestError, match="another process"):
            built(folder)
    finally:
        other.kill()
        other.wait()
        other.stdout.close()


def test_decisions_are_applied_and_orphans_listed(folder: RecordFolder) -> None:
    """A rejected figure leaves the ledger but stays a claim; a decision about nothing is listed."""
    record = SqliteStore(folder.store).record()
    rejected = next(claim for series in record.series for claim in series.figures)
    archive = Archive(folder.root)
    archive.decide("reject", [rejected], by="a tester")
    gone = archive.decide("accept", ["c0000000000000000"], by="a tester")
    decided = built(folder).record
    assert rejected not in {claim for series in decided.series for claim in series.figures}
    assert rejected in {claim.id for claim in decided.claims}
    assert decided.orphans == (gone.id,)
    assert decided.made.decisions == 2


def test_progress_counts_every_page(whole: RecordFolder, tmp_path: Path) -> None:
    """Whoever looks hears of each page that was read."""
    shutil.copytree(whole.root, tmp_path / "copy", ignore=shutil.ignore_patterns("cache"))
    heard: list[tuple[int, int]] = []
    root = tmp_path / "copy"
    built(replace(whole, root=root, store=root / "record.db"), progress=lambda done, total: heard.append((done, total)))
    pages = len(FEW) + len(BAD)
    assert heard == [(number, pages) for number in range(1, pages + 1)]


@pytest.mark.skipif(os.name == "nt", reason="kills by signal")
def test_a_killed_build_ends_like_one_left_alone(folder: RecordFolder) -> None:
    """Killed at random points, then run again: the same record; in between the old one can be read."""
    digest = SqliteStore(folder.store).digest()
    shutil.rmtree(folder.cache)
    Archive(folder.root).keep("new.txt", b"A new page\n\nNothing happened at all in the town today.")
    chance = random.Random(7)
    for _ in range(6):
        process = subprocess.Popen(
            [sys.executable, "-m", "asylia.cli", "--record", str(folder.root), "build"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(chance.uniform(0.05, 2.5))
        process.send_signal(signal.SIGKILL)
        process.wait()
        store = SqliteStore(folder.store)
        assert store.recount() == store.digest()
        store.close()
    finished = built(folder)
    shutil.rmtree(folder.cache)
    assert built(folder).digest == finished.digest != digest
    assert sorted(path.name for path in folder.root.iterdir() if "record.db" in path.name) == ["record.db"]


def test_the_first_row_names_what_made_it(whole: RecordFolder) -> None:
    """Versions and digests of code, rules, lexicon and readers; no time, no path, no machine."""
    (row,) = SqliteStore(whole.store).rows("record")
    made = json.loads(row["body"])
    assert {"asylia", "code", "lexicon", "readers", "rules", "weights", "decisions"} <= made.keys()
    assert len(made["code"]) == len(made["lexicon"]) == 64
    assert [name for name, _ in made["readers"] if name == "resiliparse"] == ["resiliparse"]
    assert str(whole.root) not in row["body"]
