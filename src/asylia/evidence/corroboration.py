"""Corroboration: how many independent origins stand behind one occurrence.

Each credited source or finding body counts once, however many pages, copies and languages repeat it. A page's own
voice counts only where it reports the event as news and credits nobody. Denials, plans, reactions and background
mentions add nothing; an occurrence known only from a background mention has one origin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from asylia.model.claim import Report
from asylia.model.document import Document
from asylia.model.incident import Origin
from asylia.model.trace import Chain, Trace

FRESH = timedelta(days=14)  # an event this close to the page's date is its news
RECENT = timedelta(days=45)  # so is one this close, where the page leads with it
LEAD = 0.34  # the part of the text that leads


def corroborate(reports: Iterable[Report], documents: Iterable[Document], trace: Trace) -> tuple[Origin, ...]:
    """The origins behind the reports of one occurrence, sorted: those that count first."""
    pages = {document.id: document for document in documents}
    ordered = sorted(reports, key=lambda report: report.id)
    credited = {
        r.passage.document for r in ordered if not trace.chains[r.id].own and r.modality in ("asserted", "alleged")
    }
    reporting = {trace.chains[r.id].relayer for r in ordered} | {
        source.outlet for r in ordered if (source := trace.sources.get(r.passage.document))
    }
    found: dict[str, list[tuple[Report, str | None]]] = defaultdict(list)
    for report in ordered:
        chain = trace.chains[report.id]
        why_not = _why_not(report, chain, pages[report.passage.document], credited, reporting)
        found[chain.organisation or chain.relayer].append((report, why_not))
    counted = {key for key, rows in found.items() if any(why is None for _, why in rows)}
    if not counted:
        counted = _only_mention(found)
    origins = [_origin(key, rows, key in counted, trace) for key, rows in found.items()]
    return tuple(sorted(origins, key=lambda origin: (not origin.counts, origin.id)))


def _why_not(report: Report, chain: Chain, page: Document, credited: set[str], reporting: set[str]) -> str | None:
    """Why this report adds no origin; None where it adds one."""
    if report.modality == "denied":
        return "it denies the act"
    if report.modality == "planned":
        return "it tells of a plan"
    if not chain.own:
        if chain.origin in reporting:
            return "the outlet it credits is in the record with its own page"
        return None
    if not report.methods:
        return "it tells only a result, and credits nobody"
    if report.passage.document in credited:
        return "the page credits others for the event"
    return None if is_news(report, page) else "a background mention that credits nobody"


def is_news(report: Report, page: Document) -> bool:
    """Whether the page reports the event as news: by its date, or where it says nothing of the date, by its place."""
    lead = report.passage.end <= page.body_start + max(LEAD * len(page.body), 400)
    if report.date is None or report.date.precision == "year" or page.published is None:
        same_year = report.date is None or page.published is None or report.date.year == page.published.year
        return lead and same_year and report.modality == "asserted"
    gap = report.date.gap(page.published)
    return gap <= FRESH or (lead and gap <= RECENT)


def _only_mention(found: Mapping[str, Sequence[tuple[Report, str | None]]]) -> set[str]:
    """Known only from mentions: the first that does not deny the act counts as one."""
    told = sorted(
        (report.modality == "planned", report.id, key)
        for key, rows in found.items()
        for report, _ in rows
        if report.modality != "denied"
    )
    return {told[0][2]} if told else set()


def _origin(key: str, rows: Sequence[tuple[Report, str | None]], counts: bool, trace: Trace) -> Origin:
    reasons = [why for _, why in rows]
    chains = [trace.chains[report.id] for report, _ in rows]
    if counts:
        own = all(chain.own for chain in chains)
        reason = "credited by name" if not own else "reports it as news and credits nobody"
        if all(why is not None for why in reasons):
            reason = "known only from this mention"
    else:
        reason = next(why for why in reasons if why is not None)
    source = trace.sources.get(rows[0][0].passage.document)
    return Origin(
        id=key,
        role=source.role if source and chains[0].own else "credited",
        documents=tuple(sorted({report.passage.document for report, _ in rows})),
        claims=tuple(sorted(report.id for report, _ in rows)),
        counts=counts,
        reason=reason,
    )
