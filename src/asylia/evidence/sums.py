"""Sums: mutations that show only beside all of an origin's figures: names counted, overlaps added, old totals."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations

from asylia.evidence.bounds import printed, said
from asylia.evidence.relay import Told
from asylia.evidence.slips import agree, significant
from asylia.evidence.statements import MIXED
from asylia.model.document import Document
from asylia.model.ledger import Mutation

OLD = timedelta(days=120)  # a newer total is taken up by then
LEAST = 20
MOST = 40  # figures of one page, and sums of one value, that are looked at
_STOP = re.compile(r"[.!?](?:\s|$)|[。！？؟۔\n]")
_QUOTES = "\"'“”„‘’«»「」『』《》‹›"


def name_as_count(line: Sequence[Told]) -> Sequence[Mutation]:
    """A number that is part of a name ("Overseas 110") is relayed as a count."""
    found = []
    for relayed in line:
        figure = relayed.figure
        if figure.value < 100 or figure.value != int(figure.value) or figure.measure in MIXED:
            continue
        token = f"{figure.value:.0f}"
        if _is_name(relayed.page, token, figure.passage.start, figure.passage.end):
            continue  # it still is a name on this page
        for source in line:
            other = source.figure
            nearer = source.nearness <= relayed.nearness and source.page.id != relayed.page.id
            if not nearer or other.measure != figure.measure or other.value == figure.value:
                continue
            if any(f.value == figure.value for f in source.beside) or not _is_name(source.page, token):
                continue
            reason = (
                f"{token} is part of a name at the source, which counts {said(other)}; it is relayed as {said(figure)}"
            )
            found.append(Mutation("name_as_count", other.id, figure.id, reason))
            break
    return found


def _is_name(page: Document, token: str, low: int = 0, high: int | None = None) -> bool:
    """Whether the number stands in quotation marks with other words, or right after a capital or unspaced word."""
    for match in re.finditer(rf"(?<!\d)(?<!\d[.,]){token}(?![.,]?\d)", page.text):
        if match.start() < low or (high is not None and match.end() > high):
            continue
        before, after = page.text[max(match.start() - 40, 0) : match.start()], page.text[match.end() : match.end() + 40]
        opened = max((before.rfind(mark) for mark in _QUOTES), default=-1)
        quoted = (
            opened >= 0
            and not any(mark in before[opened + 1 :] for mark in _QUOTES)
            and any(m in after for m in _QUOTES)
        )
        named = re.search(r"\b[^\W\d_][^\W\d_]{2,}\s$", before)
        capital = bool(named and named[0][0].isupper() and not before.rstrip().endswith("."))
        if quoted or capital or (re.search(r"[\u3400-\u9fff]$", before) and re.match(r"[\u3400-\u9fff]", after)):
            return True
    return False


def overlap_sum(line: Sequence[Told]) -> Sequence[Mutation]:
    """Two counts that may hold the same people are added up."""
    found: list[Mutation] = []
    for group in _by_measure(line).values():
        pages: dict[str, dict[float, Told]] = defaultdict(dict)
        for each in group:
            whole = each.figure.flow not in ("increment", "part") and not each.figure.countries
            whole = whole and each.figure.total_of is None
            if whole and each.figure.value >= LEAST:
                pages[each.page.id].setdefault(each.figure.value, each)
        sums: dict[float, list[tuple[Told, Told]]] = defaultdict(list)
        for key in sorted(pages):
            values = sorted(pages[key])[:MOST]
            for low, high in combinations(values, 2):
                part, other = pages[key][low], pages[key][high]
                if _overlap(part, other):
                    sums[low + high].append((part, other))
        for relayed in group:
            found += _added(relayed, sums.get(relayed.figure.value, ()))
    return found


def _added(relayed: Told, sums: Sequence[tuple[Told, Told]]) -> Iterator[Mutation]:
    total = relayed.figure.value
    for part, other in sums[:MOST]:
        told = part.page.id != relayed.page.id and part.nearness <= relayed.nearness
        told = told and agree(part.statement.state, relayed.statement.state) and _shown(part, other, relayed)
        if told and not any(figure.value == total for figure in part.beside):
            both = f"{said(part.figure)} and {said(other.figure)}"
            reason = f"{both} may hold the same at the source; {printed(total)} adds them"
            yield Mutation("overlap_sum", other.figure.id, relayed.figure.id, reason)


def _overlap(a: Told, b: Told) -> bool:
    """Whether two counts of one page may hold the same people: other programmes, or one period within the other."""
    if a.figure.programme != b.figure.programme:
        return True
    left, right = a.statement.period, b.statement.period
    if not (left.known or right.known):
        low, high = sorted((a.figure.passage, b.figure.passage), key=lambda at: at.start)
        return a.figure.measure == b.figure.measure and bool(_STOP.search(a.page.text[low.end : high.start]))
    return left.known and right.known and (left.same(right) or left.inside(right) or right.inside(left))


def _shown(part: Told, other: Told, relayed: Told) -> bool:
    """Whether the credit is plain, or the sum so particular that no other count has it by chance."""
    if part.whose and relayed.whose and part.whose != relayed.whose:
        return False
    return (part.credited and other.credited and relayed.credited) or significant(relayed.figure.value) > 3


def stale_total(line: Sequence[Told]) -> Sequence[Mutation]:
    """An older total is relayed as if no newer one had taken its place."""
    found = []
    for group in _by_measure(line).values():
        totals = [each for each in group if _is_total(each)]
        for relayed in totals:
            newer = [each for each in totals if _took_its_place(each, relayed)]
            first = min((each.page.published.first for each in newer if each.page.published), default=None)
            old = first and any(
                each.figure.value == relayed.figure.value and each.page.published and each.page.published.first < first
                for each in totals
            )
            if old and not any(figure.value == each.figure.value for figure in relayed.beside for each in newer):
                last = max(newer, key=lambda each: (str(each.page.published), each.figure.id))
                reason = f"{said(relayed.figure)} had given way to {said(last.figure)} before the page was written"
                found.append(Mutation("stale_total", last.figure.id, relayed.figure.id, reason))
    return found


def _is_total(each: Told) -> bool:
    return each.statement.head and not each.figure.countries and each.figure.flow not in ("increment", "part")


def _took_its_place(newer: Told, relayed: Told) -> bool:
    """Whether a larger total of the same beginning was out long before the page that tells the smaller as today's."""
    if not (newer.page.published and relayed.page.published and relayed.statement.period.assumed):
        return False
    if not agree(newer.statement.state, relayed.statement.state):
        return False
    early = newer.page.published.last + OLD < relayed.page.published.first
    same = newer.statement.period.begins_with(relayed.statement.period) and newer.page.id != relayed.page.id
    return early and same and newer.figure.value > relayed.figure.value


def _by_measure(line: Sequence[Told]) -> dict[tuple[object, ...], list[Told]]:
    groups: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for each in line:
        if each.figure.measure not in MIXED:
            groups[each.statement.family, each.statement.of].append(each)
    return groups
