"""Everything the record says can be walked back to words on a sealed page."""

from pathlib import Path

import pytest
from demo_pages import FILES, PAGES

from asylia.archive.folder import Archive
from asylia.folder import RecordFolder, create
from asylia.model.record import Record
from asylia.pipeline import build


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> RecordFolder:
    made = create(tmp_path_factory.mktemp("quotes") / "record", "quotes")
    Archive(made.root).add([PAGES])
    return made


@pytest.fixture(scope="module")
def record(folder: RecordFolder) -> Record:
    return build(folder, "now").record


def test_every_quote_is_the_text_at_its_place(record: Record) -> None:
    """Claims of all three kinds, each with the words at its start and end."""
    texts = {page.document.id: page.document.text for page in record.pages}
    kinds = set()
    for claim in record.claims:
        at = claim.passage
        assert at.quote == texts[at.document][at.start : at.end]
        assert at.quote.strip() == at.quote != ""
        kinds.add(claim.kind)
    assert kinds == {"figure", "report", "position"}


def test_every_document_is_a_sealed_capture(folder: RecordFolder, record: Record) -> None:
    """The bytes behind a quote are in the archive under the hash that the document names."""
    archive = Archive(folder.root)
    sealed = {capture.sha256: capture for capture in archive.captures()}
    assert len(record.pages) == len(FILES)
    for page in record.pages:
        assert sealed[page.document.sha256].name == page.document.file
        assert (PAGES / Path(page.document.file).name).read_bytes() == archive.bytes(page.document.sha256)


def test_mentions_lie_in_their_text(record: Record) -> None:
    """A mention is a span of its own document; claims mention nobody from another page."""
    for page in record.pages:
        for mention in page.all_mentions:
            assert mention.document == page.document.id
            assert mention.end <= len(page.document.text)
        assert {mention for claim in page.claims for mention in claim.mentions} <= set(page.mentions)


def test_everything_referred_to_is_there(record: Record) -> None:
    """Incidents, ledger lines and chains speak of claims, documents and entities of this record."""
    claims = {claim.id for claim in record.claims}
    documents = {page.document.id for page in record.pages}
    entities = {entity.id for entity in record.entities}
    for incident in record.incidents:
        assert set(incident.claims) <= claims
        assert set(incident.documents) <= documents
        assert set(incident.persons) <= entities
        assert {claim for origin in incident.origins for claim in origin.claims} <= claims
    for series in record.series:
        assert set(series.figures) <= claims
        assert {claim for check in series.checks for claim in check.claims} <= claims
    assert record.trace.chains.keys() == claims
    assert record.trace.sources.keys() == documents
