"""Documentary origins: which pages draw on one and the same report of an organisation.

One organisation that reports twice is one organisational origin and two documentary ones. Pages draw on the same
document when they credit the same origin, speak of the same matter and were published within one news cycle of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

from asylia.model.claim import Claim, Figure, Report
from asylia.model.document import Document
from asylia.model.trace import Chain

CYCLE = timedelta(days=92)
_MATTERS = (
    ("stations", ("stations", "abroad.station")),
    ("notices", ("notices", "growth", "requests", "treaties", "legal.notice", "legal.extradition")),
    ("papers", ("mobility",)),
    ("digital", ("digital",)),
    ("incidents", ("incidents", "share")),
    ("returns", ("returns", "captures", "abductions", "teams", "capture", "proxy", "abroad", "legal.deportation")),
)


def documentary(
    chains: Mapping[str, Chain], told: Mapping[str, Sequence[Claim]], pages: Mapping[str, Document]
) -> dict[str, str]:
    """For every claim credited to somebody, the id of the document drawn on: origin, matter and its first page here."""
    matters: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    claims: dict[tuple[str, str], list[str]] = defaultdict(list)
    for document, found in told.items():
        for claim in found:
            chain = chains[claim.id]
            if not chain.own:
                matters[chain.organisation, document].update(_matter(claim))
                claims[chain.organisation, document].append(claim.id)
    lines: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (origin, document), counted in matters.items():
        lines[origin, min(counted, key=lambda m: (-counted[m], m), default="")].append(document)
    drawn = {}
    for (origin, matter), documents in sorted(lines.items()):
        for first, document in _cycles(documents, pages):
            drawn.update(dict.fromkeys(claims[origin, document], f"{origin}/{matter or 'other'}@{first}"))
    return drawn


def _matter(claim: Claim) -> list[str]:
    codes = [claim.measure] if isinstance(claim, Figure) else claim.methods if isinstance(claim, Report) else ()
    return [
        next(
            (name for name, heads in _MATTERS for head in heads if code == head or code.startswith(head + ".")), "other"
        )
        for code in codes
        if code not in ("countries", "other", "assets", "population")
    ]


def _cycles(documents: Sequence[str], pages: Mapping[str, Document]) -> list[tuple[str, str]]:
    """(first page of the cycle, page): pages close in time draw on one document; an undated one joins the first."""
    dated = sorted((date.first, key) for key in documents if (date := pages[key].published))
    undated = sorted(key for key in documents if pages[key].published is None)
    found: list[tuple[str, str]] = []
    first, begun = None, None
    for day, key in dated:
        if first is None or begun is None or day - begun > CYCLE:
            first, begun = key, day
        found.append((first, key))
    start = found[0][0] if found else min(undated, default="")
    return [*found, *((start, key) for key in undated)]
