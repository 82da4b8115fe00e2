"""Pages as plain JSON and back: the form in which the cache and the tables keep what was read in a document.

Reading back constructs the model records anew, so every quote is checked against the text once more.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from asylia.model.claim import Claim, Figure, Passage, Position, Report, Rule, Voice
from asylia.model.dates import Date
from asylia.model.document import Document, Run, Sentence
from asylia.model.mention import Mention
from asylia.model.record import Page

Row: TypeAlias = dict[str, Any]

_KINDS: Mapping[str, type[Claim]] = {"figure": Figure, "report": Report, "position": Position}
_SHARED = {"passage", "slot", "rule", "voice", "modality", "confidence"}


def page_row(page: Page) -> Row:
    """A page as JSON values; `swept` mentions are not part of it, they depend on the other pages."""
    return {
        "document": document_row(page.document),
        "claims": [claim_row(claim) for claim in page.claims],
        "mentions": [mention_row(mention) for mention in page.mentions],
        "origins": [mention_row(mention) for mention in page.origins],
    }


def page_of(row: Row) -> Page:
    """The page that the row describes."""
    document = document_of(row["document"])
    return Page(
        document,
        tuple(claim_of(claim, document) for claim in row["claims"]),
        tuple(mention_of(mention, document.id) for mention in row["mentions"]),
        tuple(mention_of(mention, document.id) for mention in row["origins"]),
    )


def document_row(document: Document) -> Row:
    """A document as JSON values."""
    return {
        "id": document.id,
        "sha256": document.sha256,
        "file": document.file,
        "url": document.url,
        "layer": document.layer,
        "text": document.text,
        "body_start": document.body_start,
        "language": document.language,
        "outlet": document.outlet,
        "published": iso(document.published),
        "published_by": document.published_by,
        "charset": document.charset,
        "sentences": [[s.start, s.end, s.paragraph] for s in document.sentences],
        "runs": [[r.start, r.end, r.source_start, r.source_end] for r in document.runs],
        "fingerprint": list(document.fingerprint),
        "notes": list(document.notes),
        "agency": document.agency,
    }


def document_of(row: Row) -> Document:
    """The document that the row describes."""
    values = dict(row)
    values["published"] = date(row["published"])
    values["sentences"] = tuple(Sentence(*sentence) for sentence in row["sentences"])
    values["runs"] = tuple(Run(*run) for run in row["runs"])
    values["fingerprint"] = tuple(row["fingerprint"])
    values["notes"] = tuple(row["notes"])
    return Document(**values)


def mention_row(mention: Mention) -> list[Any]:
    """A mention without its document, which its owner names."""
    return [mention.start, mention.end, mention.type, mention.role]


def mention_of(row: list[Any], document: str) -> Mention:
    """The mention in this document."""
    return Mention(document, *row)


def claim_row(claim: Claim) -> Row:
    """A claim as JSON values; the quote is not repeated, it is the text between start and end."""
    row: Row = {
        "kind": claim.kind,
        "start": claim.passage.start,
        "end": claim.passage.end,
        "slot": claim.slot,
        "rule": [claim.rule.name, claim.rule.version, claim.rule.reason],
        "voice": {
            "origin": _optional(claim.voice.origin),
            "claimant": _optional(claim.voice.claimant),
            "via": [mention_row(mention) for mention in claim.voice.via],
        },
        "modality": claim.modality,
        "confidence": claim.confidence,
    }
    for field in dataclasses.fields(claim):
        if field.name not in _SHARED:
            row[field.name] = _plain(getattr(claim, field.name))
    return row


def claim_of(row: Row, document: Document) -> Claim:
    """The claim in its document; ValueError where the text does not carry it."""
    at = document.id
    start, end = row["start"], row["end"]
    name, version, reason = row["rule"]
    voice = row["voice"]
    values: Row = {
        "passage": Passage(at, document.layer, start, end, document.text[start:end], document.text),
        "rule": Rule(name, version, reason),
        "voice": Voice(
            _mention(voice["origin"], at),
            _mention(voice["claimant"], at),
            tuple(mention_of(mention, at) for mention in voice["via"]),
        ),
    }
    for key, value in row.items():
        if key in ("kind", "start", "end") or key in values:
            continue
        read = _READ.get(key)
        values[key] = read(value, at) if read is not None else value
    return _KINDS[row["kind"]](**values)


def iso(value: Date | None) -> str | None:
    """A date's written form, or None."""
    return value.iso() if value is not None else None


def date(text: str | None) -> Date | None:
    """The date of a written form, or None."""
    return Date.parse(text) if text is not None else None


def _plain(value: Any) -> Any:
    if isinstance(value, Mention):
        return mention_row(value)
    if isinstance(value, Date):
        return value.iso()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _optional(mention: Mention | None) -> list[Any] | None:
    return mention_row(mention) if mention is not None else None


def _mention(row: list[Any] | None, document: str) -> Mention | None:
    return mention_of(row, document) if row is not None else None


_READ: Mapping[str, Callable[[Any, str], Any]] = {
    "since": lambda value, _: date(value),
    "until": lambda value, _: date(value),
    "date": lambda value, _: date(value),
    "countries": lambda value, _: tuple(value),
    "methods": lambda value, _: tuple(value),
    "persons": lambda value, at: tuple(mention_of(mention, at) for mention in value),
    "place": _mention,
    "actor": _mention,
    "about": lambda value, _: tuple(value) if value is not None else None,
}
