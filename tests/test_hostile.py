"""Hostile sources through the whole path: added as files, sealed, and read by workers under limits.

Whatever comes in, each source is one honest document or one reported failure, and nothing crashes, hangs or grows.
"""

import sys
from collections import Counter
from pathlib import Path

import pytest
from hostile.inputs import FAMILIES, LONG, SHORT, hostile, odd_files

from asylia.archive.folder import Archive
from asylia.folder import RecordFolder, create
from asylia.model.claim import Claim
from asylia.model.record import Page
from asylia.pipeline import Options, build
from asylia.store.sqlite import SqliteStore
from asylia.workers import Limits

resource = pytest.importorskip("resource", reason="the system does not tell what child processes held")
GIB = 1 << 30
SECONDS = 60.0
ALL = 2_000  # in the long run, with the files and links of the walk
LINKS = 8  # of the odd files, that are not to be followed or waited for
EXPECTED = {"ReadError", "LimitError", "memory"}  # neither a crash nor a defect, and nothing that takes a minute


def _laid_out(folder: Path, count: int) -> Counter[str]:
    """Every input as a file, in a folder for its family; how many there are of each."""
    laid: Counter[str] = Counter()
    for family in FAMILIES:
        (folder / family).mkdir(parents=True)
    for one in hostile(count):
        name = one.name.replace("/", "_").replace("\x00", "_")
        (folder / one.family / name).write_bytes(one.data)
        laid[one.family] += 1
    return laid


def _fed(root: Path, count: int, odd: int) -> tuple[RecordFolder, dict[str, Counter[str]]]:
    """A record built from `count` inputs of each family and `odd` odd files; what became of each family."""
    laid = _laid_out(root / "in", count)
    walked = root / "in" / "walk"
    walked.mkdir()
    made = len(odd_files(walked, odd))
    record = create(root / "record", "Hostile")
    outcomes = Archive(record.root).add([root / "in"])
    built = build(record, "2024-01-01T00:00:00+00:00", Options(workers=2, limits=Limits(seconds=SECONDS)))
    found: dict[str, Counter[str]] = {family: Counter() for family in (*FAMILIES, "walk")}
    for outcome in outcomes:
        if outcome.status != "added":
            found[outcome.name.split("/")[0]][f"not {outcome.status}"] += 1
    for page in built.record.pages:
        _honest(page)
        found[page.document.file.split("/")[0]]["document"] += 1
    for failure in built.record.failures:
        assert failure.message
        found[failure.file.split("/")[0]][failure.code] += 1
    assert {family: sum(found[family].values()) for family in FAMILIES} == dict(laid)
    assert sum(found["walk"].values()) == made
    return record, found


def _honest(page: Page) -> None:
    """There is text, and every claim stands in it."""
    assert any(map(str.isalnum, page.document.text))
    for claim in page.claims:
        assert _quoted(claim, page.document.text)


def _quoted(claim: Claim, text: str) -> bool:
    return text[claim.passage.start : claim.passage.end] == claim.passage.quote


def _peak(whose: int) -> int:
    """The most memory that the largest process held, in bytes."""
    return int(resource.getrusage(whose).ru_maxrss) * (1 if sys.platform == "darwin" else 1024)


def _holds(root: Path, count: int, odd: int) -> None:
    record, found = _fed(root, count, odd)
    for family, became in found.items():
        print(f"{family:14}", dict(sorted(became.items())))
    print(f"peak of a worker {_peak(resource.RUSAGE_CHILDREN) >> 20} MiB, here {_peak(resource.RUSAGE_SELF) >> 20} MiB")
    codes = {code for became in found.values() for code in became} - {"document"}
    assert {code for code in codes if not code.startswith("not ")} <= EXPECTED
    assert found["mutated"]["document"] >= count / 2
    assert found["walk"]["document"] >= odd / 2
    assert _peak(resource.RUSAGE_CHILDREN) < GIB
    assert _peak(resource.RUSAGE_SELF) < GIB
    assert not Archive(record.root).verify()
    store = SqliteStore(record.store)
    assert store.recount() == store.digest()
    store.close()


def test_hostile_sources_build_to_documents_and_failures(tmp_path: Path) -> None:
    """Ten of each family, and a folder of odd files and links."""
    _holds(tmp_path, SHORT, 24)


@pytest.mark.long
def test_two_thousand_hostile_sources_build_to_documents_and_failures(tmp_path: Path) -> None:
    """At least a hundred and fifty of each family, two thousand in all."""
    odd = ALL - len(FAMILIES) * LONG - LINKS
    _holds(tmp_path, LONG, odd)


def test_nothing_is_read_through_a_link_that_leads_away(tmp_path: Path) -> None:
    """Loops, devices, pipes and links out of the folder are told as such and never opened; names become printable."""
    folder = tmp_path / "in"
    folder.mkdir()
    made = odd_files(folder, 24)
    record = create(tmp_path / "record", "Odd")
    archive = Archive(record.root)
    outcomes = archive.add([folder])
    assert len(outcomes) == len(made)
    refused = [one for one in outcomes if one.status not in ("added", "known")]
    assert len(refused) == LINKS
    assert all("link" in one.name or "pipe" in one.name for one in refused)
    assert all(capture.name.isprintable() for capture in archive.captures())
