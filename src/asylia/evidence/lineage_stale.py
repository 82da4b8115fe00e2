"""Stale: totals that had given way when the page was written, and numbers of one thing told of another."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

from asylia.evidence.bounds import interval, printed, said
from asylia.evidence.relay import Told
from asylia.evidence.slips import TELLING, agree
from asylia.evidence.statements import MIXED
from asylia.model.ledger import Mutation

EARLIER = timedelta(days=90)  # one total that stands so long before another was superseded by it
MOST = 64  # figures of one thing that are compared with one another
DAYS = 31  # a smaller number may be the day of a date, unless a counting word is written right after it
_UNSPACED = re.compile(r"\s?[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_PLACES = frozenset({"countries", "stations"})


def outdated(line: Sequence[Told]) -> Sequence[Mutation]:
    """A total that the source itself tells as an earlier one is relayed as today's."""
    found = []
    groups: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for each in sorted(line, key=lambda t: (t.nearness, t.figure.id)):
        if each.figure.measure not in MIXED and each.figure.flow not in ("increment", "part"):
            groups[each.statement.family, each.statement.of].append(each)
    for group in groups.values():
        for relayed in group[:MOST]:
            for old in group[:MOST]:
                newer = _given_way(old, relayed, group[:MOST])
                if newer:
                    reason = f"{said(old.figure)} had given way to {said(newer.figure)} at the source"
                    found.append(Mutation("stale_total", newer.figure.id, relayed.figure.id, reason))
                    break
    return found


def _given_way(old: Told, relayed: Told, group: Sequence[Told]) -> Told | None:
    """The newer total on the page that tells the older one too, where that page was out when the relaying one was."""
    if old.figure.value != relayed.figure.value or old.page.id == relayed.page.id or old.nearness > relayed.nearness:
        return None
    if not (old.page.published and relayed.page.published) or not old.statement.period.last:
        return None
    if old.page.published.first > relayed.page.published.last or not agree(
        old.statement.state, relayed.statement.state
    ):
        return None
    for newer in group:
        last, then = newer.statement.period.last, old.statement.period.last
        larger = newer.page.id == old.page.id and newer.figure.value > old.figure.value
        if not larger or not last or last - then < EARLIER or set(newer.figure.countries) != set(old.figure.countries):
            continue
        told = relayed.statement.period
        current = not told.last or told.assumed or told.last >= last - EARLIER
        if current and not any(figure.value == newer.figure.value for figure in relayed.beside):
            return newer
    return None


def unread_unit(line: Sequence[Told]) -> Sequence[Mutation]:
    """A number that the source tells of something else ("21 countries, 25 cities") is relayed of countries."""
    found = []
    nearest = sorted(line, key=lambda t: (t.nearness, t.figure.id))
    places = [each for each in nearest if each.figure.measure in _PLACES and each.credited][:MOST]
    for relayed in places:
        figure = relayed.figure
        if figure.value < TELLING or figure.bound != "exact":
            continue
        for source in places:
            other = source.figure
            if source.page.id == relayed.page.id or source.nearness > relayed.nearness:
                continue
            if _differs(source, relayed) and _tells(source, figure.value):
                number = f"{said(other)} {other.measure}"
                reason = f"{printed(figure.value)} is of something else at the source, which counts {number}"
                found.append(Mutation("unit_swap", other.id, figure.id, reason))
                break
    return found


def _differs(source: Told, relayed: Told) -> bool:
    """Whether two numbers of one thing, on pages that tell no other number of it in common, exclude each other."""
    a, b = source.figure, relayed.figure
    if a.measure != b.measure or source.statement.of != relayed.statement.of or interval(a).meets(interval(b)):
        return False
    ours = {figure.value for figure in source.beside if figure.measure == b.measure}
    return b.value not in ours and not any(f.value in ours and f.measure == b.measure for f in relayed.beside)


def _tells(source: Told, value: float) -> bool:
    """Whether the page's text has the number, in digits, as a count and not as a day."""
    text = "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in source.page.body)
    for match in re.finditer(rf"(?<![\d.,:/-]){value:.0f}(?![\d.,:/%-]*\d)(?!\s*[%日号號일년年月월])", text):
        if value > DAYS or _UNSPACED.match(text, match.end()):
            return True
    return False
