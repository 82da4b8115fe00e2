"""When: the date of an act, as precise as its sentence says."""

from __future__ import annotations

from asylia.claims.reports.acts import Act
from asylia.claims.scan import Scan, SentenceScan
from asylia.language.dates import Dated
from asylia.model.dates import Date

_SPOKEN = 14
_LIVED = 26
_SENTENCE_END = 4


def date_of(scan: Scan, act: Act) -> Date | None:
    """The date nearest to the act that is not the date of saying so or of moving somewhere."""
    best: tuple[float, Date] | None = None
    for dated in act.sentence.dates:
        value = single(dated)
        if value is None or _said(scan, act.sentence, dated, act) or _lived(act.sentence, dated):
            continue
        gap = float(act.cue.start - dated.end if dated.end <= act.cue.start else dated.start - act.cue.end)
        gap += 60.0 if not act.start <= dated.start < act.end else 0.0
        gap -= {"day": 12.0, "month": 6.0, "year": 0.0}[value.precision]
        if best is None or gap < best[0]:
            best = (gap, value)
    return best[1] if best else None


def single(dated: Dated) -> Date | None:
    """The one date that an expression stands for; None for periods and what could not be resolved."""
    if dated.relation != "on" or dated.since is None:
        return None
    if dated.until is None or dated.until == dated.since:
        return dated.since
    first, last = dated.since, dated.until
    if first.year == last.year:
        return Date(first.year, first.month) if first.month == last.month and first.month else Date(first.year)
    return None


def _said(scan: Scan, sentence: SentenceScan, dated: Dated, act: Act) -> bool:
    """The date of the saying: it stands beside a word of speech, and the act does not stand nearer."""
    for cue in sentence.of("speech"):
        gap = cue.start - dated.end if cue.start >= dated.end else dated.start - cue.end
        nearer = act.cue.start - dated.end if act.cue.start >= dated.end else dated.start - act.cue.end
        if -1 <= gap <= _SPOKEN and gap <= nearer and "announces" not in cue.tags:
            return True
    return False


def _lived(sentence: SentenceScan, dated: Dated) -> bool:
    return any(0 <= dated.start - cue.start <= _LIVED and cue.code == "in" for cue in sentence.of("abode"))
