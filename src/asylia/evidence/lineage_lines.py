"""Lines of lineage: under whose name each page tells a figure, where the credit is plain and where it is only likely.

A figure credited to a group stands on that group's line, and so do the group's own pages. A figure that the page tells
in its own voice stands, as likely, on the lines of the organisations that the page names: pages often name their
source once and count on in the next sentence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from asylia.evidence.sources import key_of, outlet_key
from asylia.model.document import Document
from asylia.model.entity import Entity
from asylia.model.trace import Chain, Trace

MOST_NAMED = 6  # organisations of one page on whose lines its own figures may stand


class Lines:
    """Looks up the lines that a figure of a page stands on."""

    def __init__(self, pages: Mapping[str, Document], trace: Trace, entities: Sequence[Entity]) -> None:
        self._chains = trace.chains
        self._whole = {chain.origin: chain.organisation for chain in trace.chains.values()}
        ordered = sorted((e for e in entities if e.type in ("organisation", "outlet")), key=lambda entity: entity.id)
        self._alias = _outlets(pages, ordered, self._whole)
        self._named, self._single = _named(pages, ordered, self._whole, self._alias)

    def of(self, figure: str, page: str, origin: str) -> Iterator[tuple[str, bool]]:
        """(line, whether the figure is plainly credited to it), the plain one first."""
        plain = self._alias.get(origin, origin)
        yield plain, True
        if self.whose(figure, plain) is None:
            for other in self._named.get(page, ()):
                if other != plain:
                    yield other, False

    def whose(self, figure: str, line: str) -> str | None:
        """The line of an organisation that more pages know; None where a name is one page's alone, or none is told."""
        chain = self._chains.get(figure)
        return None if chain is None or self._own(chain) or chain.organisation in self._single else line

    def own(self, figure: str, line: str) -> bool:
        """Whether the page of a figure is the origin's own page."""
        chain = self._chains.get(figure)
        return bool(chain and chain.own and self._alias.get(chain.organisation, chain.organisation) == line)

    def _own(self, chain: Chain) -> bool:
        return chain.own and chain.organisation not in self._alias


def _outlets(pages: Mapping[str, Document], entities: Sequence[Entity], whole: Mapping[str, str]) -> dict[str, str]:
    """Outlets that are organisations of the record, under whatever of its names a page of theirs is signed."""
    outlets = {outlet_key(document) for document in pages.values() if document.outlet}
    found: dict[str, str] = {}
    for entity in entities:
        for mention in entity.mentions:
            document = pages.get(mention.document)
            key = key_of(document.text[mention.start : mention.end]) if document else ""
            if key in outlets:
                found.setdefault(key, whole.get(entity.id, entity.id))
    return {key: line for key, line in found.items() if line != key}


def _named(
    pages: Mapping[str, Document], entities: Sequence[Entity], whole: Mapping[str, str], alias: Mapping[str, str]
) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """The organisations that each page names most, and those that one page alone names ("the group")."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    seen: dict[str, set[str]] = defaultdict(set)
    lexical = set()
    for entity in entities:
        line = whole.get(entity.id, entity.id)
        if entity.known:
            lexical.add(line)
        for mention in entity.mentions:
            if mention.document in pages:
                seen[line].add(mention.document)
                counted[mention.document][line] += 1 + (mention.role in ("origin", "claimant"))
    for document in pages.values():  # an organisation's own page need not name it
        if (own := alias.get(outlet_key(document))) is not None:
            seen[own].add(document.id)
    shared = {line for line, documents in seen.items() if len(documents) > 1}
    named = {
        page: tuple(sorted((line for line in lines if line in shared), key=lambda line: (-lines[line], line)))[
            :MOST_NAMED
        ]
        for page, lines in counted.items()
    }
    return named, frozenset(seen) - shared - lexical
