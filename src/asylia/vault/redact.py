"""Redaction: any string of a record, as one audience may read it.

A protected person shows as a mask in running text and as a pseudonym where a field holds a name. What is
masked is every place of every protected name that the record knows, in whatever string leaves.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from asylia.model.document import Document
from asylia.model.entity import Entity
from asylia.model.mention import Mention
from asylia.model.record import Page, Record
from asylia.model.shown import MASK, Audience, shown
from asylia.vault.sweep import Sweep, identifies


def protected_names(pages: Iterable[Page]) -> frozenset[str]:
    """The surfaces of all protected mentions that can identify somebody."""
    found = (
        page.document.text[mention.start : mention.end]
        for page in pages
        for mention in page.all_mentions
        if mention.protected
    )
    return frozenset(surface for surface in found if identifies(surface))


def swept(page: Page, sweep: Sweep) -> tuple[Mention, ...]:
    """Further mentions: where a name that is protected anywhere in the record stands unmarked in this page."""
    marked = sorted((mention.start, mention.end) for mention in page.mentions if mention.protected)
    document = page.document
    return tuple(
        Mention(document.id, start, end, "person")
        for start, end in sweep.spans(document.text)
        if not any(first <= start and end <= last for first, last in marked)
    )


def pseudonym(entity: str) -> str:
    """A stable name for a person who is not named: made from the entity's id, which is made from a place."""
    return f"person-{entity[1:9]}"


class Redactor:
    """Shows the strings of one record to one audience."""

    def __init__(self, record: Record, audience: Audience) -> None:
        self._audience = audience
        self._pages: Mapping[str, Page] = {page.document.id: page for page in record.pages}
        self._mentions = {key: page.all_mentions for key, page in self._pages.items()}
        self._sweep = Sweep(() if audience.names else protected_names(record.pages))
        self._entity_at = {(m.document, m.start, m.end): entity for entity in record.entities for m in entity.mentions}

    def document(self, document: str) -> Document:
        """The document of an id."""
        return self._pages[document].document

    def passage(self, document: str, start: int, end: int) -> str:
        """A span of a document's text."""
        text = self._pages[document].document.text[start:end]
        return shown(text, self._mentions[document], self._audience, offset=start)

    def text(self, words: str) -> str:
        """Any other string: a reason, an outlet, a wording."""
        return words if self._audience.names else _masked(words, self._sweep.spans(words))

    def address(self, words: str) -> str:
        """A file name or address. One that holds a name is shown decoded, so that the mask can be seen."""
        if self._audience.names:
            return words
        plain = unicodedata.normalize("NFC", unquote(words))
        spans = self._sweep.spans(plain, slug=True)
        return _masked(plain, spans) if spans else words

    def optional(self, words: str | None) -> str | None:
        """The same for a string that may not be there."""
        return self.text(words) if words is not None else None

    def name(self, mention: Mention) -> str:
        """A mention as a name: its words, or the pseudonym of a protected person."""
        words = self._words(mention)
        if self._audience.names:
            return words
        if mention.protected or (mention.type == "person" and self._sweep.spans(words)):
            entity = self._entity_at.get((mention.document, mention.start, mention.end))
            return pseudonym(entity.id) if entity is not None else MASK
        return self.text(words)

    def names(self, entity: Entity) -> tuple[str, ...]:
        """An entity's names, the most frequent first; a protected person has one pseudonym."""
        counted = Counter(self._words(mention) for mention in entity.mentions)
        ordered = sorted(counted, key=lambda words: (-counted[words], -len(words), words))
        if self._audience.names:
            return tuple(ordered)
        if entity.type == "person" and (
            any(mention.protected for mention in entity.mentions) or any(self._sweep.spans(words) for words in ordered)
        ):
            return (pseudonym(entity.id),)
        return tuple(dict.fromkeys(self.text(words) for words in ordered))

    def _words(self, mention: Mention) -> str:
        text = self._pages[mention.document].document.text
        return " ".join(text[mention.start : mention.end].split())


def _masked(words: str, spans: Iterable[tuple[int, int]]) -> str:
    parts: list[str] = []
    done = 0
    for start, end in spans:
        parts += [words[done:start], MASK]
        done = end
    return "".join([*parts, words[done:]])
