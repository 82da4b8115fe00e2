"""Corroboration: how many independent origins stand behind one occurrence.

Each credited source or finding body counts once, however many pages, copies and languages repeat it. A page's own
voice counts only where it reports the event as news and credits nobody. Denials, plans, reactions and background
mentions add nothing; an occurrence known only from a background mention has one origin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from asylia.model.claim import Report
from asylia.model.document import Document
from asylia.model.incident import Origin
from asylia.model.trace import Chain, Trace

Row = tuple[Report, Chain, str | None]


def corroborate(reports: Iterable[Report], documents: Iterable[Document], trace: Trace) -> tuple[Origin, ...]:
    """The origins behind the reports of one occurrence, sorted: those that count first."""
    ordered = sorted(reports, key=lambda report: report.id)
    pages = {document.id: document for document in documents}
    judged = [(report, trace.chains[report.id]) for report in ordered]
    seen = _Seen.of(judged)
    found: dict[str, list[Row]] = defaultdict(list)
    for report, chain in judged:
        found[chain.organisation].append((report, chain, _why_not(report, chain, seen)))
    counted = {key for key, rows in found.items() if any(why is None for _, _, why in rows)}
    others = {key for key in counted if not all(_accused(report, chain) for report, chain, _ in found[key])}
    counted = others or counted  # where others tell it, the accused state's own word adds nothing
    only = not counted
    if only:
        counted = _mention(found, pages)
    origins = [_origin(key, rows, key in counted, only) for key, rows in found.items()]
    return tuple(sorted(origins, key=lambda origin: (not origin.counts, origin.id)))


class _Seen:
    """What the pages of one occurrence hold: who is credited where, whose pages are here."""

    def __init__(self, credited: set[str], plain: set[str], outlets: set[str]) -> None:
        self.credited, self.plain, self.outlets = credited, plain, outlets

    @classmethod
    def of(cls, judged: Sequence[tuple[Report, Chain]]) -> _Seen:
        told = [(r, chain) for r, chain in judged if r.modality in ("asserted", "alleged")]
        return cls(
            credited={r.passage.document for r, chain in told if r.methods and not chain.own and not chain.reaction},
            plain={r.passage.document for r, chain in told if not chain.reaction},
            outlets={chain.relayer for _, chain in judged},
        )


def _accused(report: Report, chain: Chain) -> bool:
    """Whether the accused state itself is the origin."""
    return chain.state is not None and chain.state == report.origin_state


def _why_not(report: Report, chain: Chain, seen: _Seen) -> str | None:
    """Why this report adds no origin; None where it adds one."""
    if report.modality == "denied":
        return "it denies the act"
    if report.modality == "planned":
        return "it tells of a plan"
    if _accused(report, chain) and report.modality != "asserted":
        return "the accused state counts only for what it admits"
    if not chain.own:
        if chain.reaction and report.passage.document in seen.plain:
            return "it reacts to the event"
        return "the outlet it credits is here with its own page" if chain.origin in seen.outlets else None
    if not report.methods:
        return "it tells only a result, and credits nobody"
    if {report.passage.document, chain.documentary} & seen.credited:
        return "the page credits others for the event"
    return None if chain.news else "a background mention that credits nobody"


def _mention(found: Mapping[str, Sequence[Row]], pages: Mapping[str, Document]) -> set[str]:
    """Where nothing counts: the origin of the first page that mentions the act and does not deny it."""
    told = sorted(
        (report.modality == "planned", chain.reaction, _day(pages.get(report.passage.document)), report.id, key)
        for key, rows in found.items()
        for report, chain, _ in rows
        if report.modality != "denied"
    )
    return {told[0][-1]} if told else set()


def _day(page: Document | None) -> str:
    return page.published.iso() if page and page.published else "9999"


def _origin(key: str, rows: Sequence[Row], counts: bool, only: bool) -> Origin:
    telling = [row for row in rows if row[2] is None] or list(rows)
    chain = telling[0][1]
    if not counts:
        reason = telling[0][2] or "the accused state's own word adds nothing to what others tell"
    elif only:
        reason = "known only from this mention"
    else:
        reason = "it reports the event as news and credits nobody" if chain.own else "credited by name"
    return Origin(
        id=key,
        role=chain.role,
        documents=tuple(sorted({report.passage.document for report, _, _ in rows})),
        claims=tuple(sorted(report.id for report, _, _ in rows)),
        counts=counts,
        reason=reason,
    )
