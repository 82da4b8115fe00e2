"""News: which of a page's reports are what it was written to tell, and which only recall or react to something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from asylia.model.claim import Claim, Position, Report
from asylia.model.document import Document

FRESH = timedelta(days=14)  # an event this close to the page's date is its news
RECENT = timedelta(days=45)  # so is one this close, where the page leads with it and with nothing newer
LEAD = 0.34  # the part of the text that leads …
LEAD_LEAST = 400  # … and of a short one, at least so many characters
REACTIONS = frozenset({"condemns", "warns", "opposes", "supports", "calls_for", "declines", "justifies", "denies"})


def news(claims: Iterable[Claim], page: Document) -> frozenset[str]:
    """The ids of a page's reports that it tells as news."""
    reports = [claim for claim in claims if isinstance(claim, Report) and claim.modality in ("asserted", "alleged")]
    newest = _newest(reports, page)
    return frozenset(report.id for report in reports if _is_news(report, page, newest))


def _newest(reports: Sequence[Report], page: Document) -> timedelta | None:
    """How far the newest event of the page lies from its date."""
    if page.published is None:
        return None
    fine = [report.date for report in reports if report.methods and report.date and report.date.precision != "year"]
    return min((date.gap(page.published) for date in fine), default=None)


def _is_news(report: Report, page: Document, newest: timedelta | None) -> bool:
    lead = report.passage.start < page.body_start + max(LEAD * len(page.body), LEAD_LEAST)
    if page.published is None and report.date is not None:
        return False  # a dated event on an undated page: nothing says that it was news then
    if page.published is None or report.date is None or report.date.precision == "year":
        old = report.date and page.published and report.date.year != page.published.year
        return lead and not old and report.modality == "asserted"
    gap = report.date.gap(page.published)
    return gap <= FRESH or (lead and gap <= RECENT and (newest is None or gap <= newest + timedelta(days=3)))


def reactions(claims: Iterable[Claim]) -> frozenset[str]:
    """The ids of a page's reports that stand inside somebody's reaction and are credited to that somebody."""
    told = list(claims)
    stances = [claim for claim in told if isinstance(claim, Position) and claim.stance in REACTIONS]
    found = set()
    for report in told:
        if not isinstance(report, Report) or report.voice.origin is None:
            continue
        voice = (report.voice.origin.start, report.voice.origin.end)
        for stance in stances:
            inside = report.passage.start < stance.passage.end and stance.passage.start < report.passage.end
            if inside and voice == (stance.actor.start, stance.actor.end):
                found.add(report.id)
    return frozenset(found)
