"""Memory: a weighing that remembers gives the record of one that does not, and does only what is new."""

from pathlib import Path

from asylia.archive.folder import Archive
from asylia.folder import create
from asylia.lexicon.load import load
from asylia.model.memory import Memory
from asylia.pipeline import Options, build, weigh

PAGES = sorted((Path(__file__).parent.parent / "src" / "asylia" / "demo" / "pages").iterdir())


def test_a_record_grown_page_by_page_equals_one_built_from_nothing(tmp_path: Path) -> None:
    """Every build remembers the one before; the last has the digest of a build that never remembered anything."""
    grown = create(tmp_path / "grown", "grown")
    for start in range(0, len(PAGES), 4):
        Archive(grown.root).add(PAGES[start : start + 4])
        last = build(grown, "now", Options(workers=1))
    fresh = create(tmp_path / "fresh", "fresh")
    Archive(fresh.root).add(PAGES)
    assert build(fresh, "now", Options(workers=1)).digest == last.digest


def test_one_new_page_costs_only_what_it_touches(tmp_path: Path) -> None:
    """With all but one page remembered, most comparisons are spared; with all of them, every one."""
    folder = create(tmp_path / "record", "record")
    Archive(folder.root).add(PAGES)
    pages = build(folder, "now", Options(workers=1)).record.pages
    before, lexicon = Memory(), load()
    weigh(pages[:-1], (), lexicon, before)
    after = Memory(before.kept)
    weigh(pages, (), lexicon, after)
    assert after.done < before.done / 2
    again = Memory(after.kept)
    weigh(pages, (), lexicon, again)
    assert again.done == 0
    assert again.spared == len(after.kept)


def test_what_nobody_asks_for_is_forgotten() -> None:
    """A page that was withdrawn leaves nothing behind."""
    first = Memory({"a": 1, "b": 2})
    assert first.recall("a", lambda: 3) == 1
    assert first.recall("c", lambda: 3) == 3
    assert dict(first.kept) == {"a": 1, "c": 3}
    assert (first.done, first.spared) == (1, 1)
