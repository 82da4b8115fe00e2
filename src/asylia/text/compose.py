"""Put a Document together: title and paragraphs with their offsets, sentences, language, fingerprint."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from asylia.language.sentences import split
from asylia.model.capture import Capture
from asylia.model.document import Document, Run, Sentence
from asylia.model.errors import ReadError
from asylia.model.ids import document_id
from asylia.text.fingerprint import fingerprint
from asylia.text.limits import check_text
from asylia.text.pieces import EMPTY, Piece, joined
from asylia.text.published import Published

_LEAST = 4  # letters


@dataclass(frozen=True, slots=True)
class Parts:
    """What a reader found: the pieces of the text, and what it knows about the page."""

    layer: str
    title: Piece | None
    body: Sequence[Piece]
    language: str | None
    outlet: str | None = None
    published: Published | None = None
    charset: str | None = None
    notes: tuple[str, ...] = ()
    agency: str | None = None


def compose(capture: Capture, parts: Parts) -> Document:
    """The document; ReadError where nothing is left to read."""
    body = joined(parts.body, "\n") if parts.body else EMPTY
    title = parts.title if parts.title is not None and parts.title.text else None
    if sum(map(str.isalpha, body.text[:1000])) < _LEAST and title is None:
        raise ReadError(f"{capture.name}: no text was found in it.")
    check_text(len(body.text), capture.name)
    whole, start = _whole(title, body)
    return Document(
        id=document_id(capture.sha256, capture.address),
        sha256=capture.sha256,
        file=capture.name,
        url=capture.url,
        layer=parts.layer,
        text=whole.text,
        body_start=start,
        language=parts.language,
        outlet=parts.outlet,
        published=parts.published.date if parts.published else None,
        published_by=parts.published.by if parts.published else None,
        charset=parts.charset,
        sentences=tuple(_sentences(whole.text, start, parts.language)),
        runs=whole.runs,
        fingerprint=fingerprint(body.text),
        notes=parts.notes,
        agency=parts.agency,
    )


def _whole(title: Piece | None, body: Piece) -> tuple[Piece, int]:
    """Title, newline, body; the newline stands for no place of the source."""
    if title is None:
        return body, 0
    start = len(title.text) + 1
    at = title.source_end
    runs = [*title.runs, Run(start - 1, start, at, at)]
    runs += [Run(run.start + start, run.end + start, run.source_start, run.source_end) for run in body.runs]
    return Piece(f"{title.text}\n{body.text}", tuple(runs)), start


def _sentences(text: str, body_start: int, language: str | None) -> Iterable[Sentence]:
    """Sentences of the title (paragraph -1) and of each line of the body."""
    at, paragraph = 0, -1 if body_start else 0
    for line in text.split("\n"):
        for start, end in split(line, language):
            yield Sentence(at + start, at + end, paragraph)
        at += len(line) + 1
        paragraph += 1
