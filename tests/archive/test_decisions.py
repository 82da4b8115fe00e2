"""Decisions: appended, never edited, and able to forget who and why."""

from __future__ import annotations

import pytest

from asylia.archive import Archive
from asylia.model.errors import RequestError


def test_decisions_come_back_in_their_order(record: Archive) -> None:
    """Verb, ids, who, when and why are as they were given."""
    first = record.decide("accept", ["c01", "c02"], by="coder A", why="court record")
    second = record.decide("different", ["e1", "e2"], by="coder B")
    assert record.decisions() == (first, second)
    assert (first.verb, first.about, first.by, first.why) == ("accept", ("c01", "c02"), "coder A", "court record")
    assert (first.when, second.why) == ("2026-01-01T00:00:00Z", None)
    assert record.verify() == ()


def test_the_chain_of_decisions_holds_no_words(record: Archive) -> None:
    """Who decided, why and corrected text stand beside the chain only."""
    made = record.decide("accept", ["c01"], by="coder", why="secret", details={"text": "corrected"})
    line = (record.folder / "decisions.jsonl").read_text("utf-8")
    assert not any(word in line for word in ("coder", "secret", "corrected"))
    assert record.details(made.id) == {"text": "corrected"}


def test_an_erased_decision_still_stands(record: Archive) -> None:
    """What a build needs stays; who, why and details are gone from the disk; erasing twice is no mistake."""
    made = record.decide("same", ["e1", "e2"], by="coder", why="secret", details={"text": "corrected"})
    record.erase(made.id, by="owner", why="on request")
    record.erase(made.id, by="owner", why="on request")
    (left,) = record.decisions()
    assert (left.id, left.verb, left.about, left.when) == (made.id, made.verb, made.about, made.when)
    assert (left.by, left.why) == ("erased", None)
    assert record.details(made.id) == {}
    written = b"".join(path.read_bytes() for path in record.folder.rglob("*") if path.is_file())
    assert b"secret" not in written
    assert b"corrected" not in written
    assert not any(finding.broken for finding in record.verify())


@pytest.mark.parametrize("about", [[], ["Some Name"], ["c1", "имя"], [""], ["x" * 81]])
def test_only_ids_can_be_decided_on(record: Archive, about: list[str]) -> None:
    """A name never gets into the chain, which cannot forget; the refusal does not repeat it."""
    with pytest.raises(RequestError, match="ids of claims or entities; nothing was decided"):
        record.decide("accept", about, by="coder")
    assert record.decisions() == ()


def test_an_unknown_verb_or_decision_is_refused(record: Archive) -> None:
    """The refusal lists what there is."""
    with pytest.raises(RequestError, match="use one of accept, reject"):
        record.decide("approve", ["c1"], by="coder")
    with pytest.raises(RequestError, match="there is no decision"):
        record.erase("v0", by="owner", why="x")
    with pytest.raises(RequestError, match="there is no decision"):
        record.details("v0")


def test_words_that_are_no_text_do_not_stop_a_decision(record: Archive) -> None:
    """A broken character from a command line is replaced."""
    record.decide("accept", ["c1"], by="a\udcff", why="b\udcff")
    assert [(one.by, one.why) for one in record.decisions()] == [("a?", "b?")]


def test_a_capture_taken_out_takes_its_bytes_along(record: Archive) -> None:
    """Bytes that another capture has as well stay until that one goes; then the source can come in anew."""
    record.keep("a.html", b"<p>")
    record.keep("b.html", b"<p>")
    sha256 = next(record.captures()).sha256
    record.expunge(1, by="owner", why="x")
    assert record.bytes(sha256) == b"<p>"
    record.expunge(2, by="owner", why="x")
    assert not list((record.folder / "archive" / "bytes").rglob(sha256))
    assert list(record.captures()) == []
    for number in (1, 3, 9):
        with pytest.raises(RequestError, match=f"no capture is sealed as number {number}"):
            record.expunge(number, by="owner", why="x")
    assert record.keep("a.html", b"<p>").status == "added"
    assert not any(finding.broken for finding in record.verify())
