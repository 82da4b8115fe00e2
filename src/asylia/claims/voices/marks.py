"""Marks: subjects that a particle or an ending shows: Korean, Japanese and Turkish."""

from __future__ import annotations

import re
from collections.abc import Sequence

from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.voices.nominals import Nominal
from asylia.lexicon.matcher import Cue

_OPEN_CJK, _SHUT_CJK = "「『“", "」』”"


def topic(scan: Scan, verb: Cue, nominals: Sequence[Nominal]) -> Nominal | None:
    """Korean and Japanese: the last topic before the verb; without one, the first subject of its clause."""
    before = [n for n in nominals if n.end <= verb.start and not _in_quotation(scan, n, verb)]
    return next((n for n in reversed(before) if n.topic), None) or next((n for n in reversed(before) if n.marked), None)


def case(scan: Scan, sentence: SentenceScan, verb: Cue, nominals: Sequence[Nominal]) -> Nominal | None:
    """Turkish: the first nominal without a case ending; behind a participle ("diyen") the one that follows."""
    if scan.folded[verb.start : verb.end].endswith(("en", "an")) and verb.end - verb.start <= 14:
        for nominal in nominals:
            if nominal.start >= verb.end:
                return None if nominal.oblique else nominal
    plain = [n for n in nominals if n.end <= verb.start and not n.oblique]
    begins = _clause_begins(scan, sentence, verb)
    plain = [n for n in plain if n.start >= begins] or plain
    set_off = [n for n in plain if re.match(r"(?:,| ise\b| de\b| da\b)", scan.folded[n.end : n.end + 4])]
    if set_off:
        return set_off[-1]
    return plain[0] if plain else None


def _clause_begins(scan: Scan, sentence: SentenceScan, verb: Cue) -> int:
    """Turkish: behind the last semicolon, or behind a verb that a comma closes."""
    begins = scan.text.rfind(";", sentence.start, verb.start) + 1
    for other in sentence.of("speech", "stance"):
        if other.end < verb.start and scan.text[other.end : other.end + 1] in ",;":
            begins = max(begins, other.end + 1)
    return max(begins, sentence.start)


def _in_quotation(scan: Scan, nominal: Nominal, verb: Cue) -> bool:
    """Whether the nominal stands inside a quotation that closes before the verb."""
    opens = max(scan.text.rfind(mark, max(verb.start - 300, 0), nominal.start) for mark in _OPEN_CJK)
    inside = scan.text[opens : nominal.start] if opens >= 0 else "\n"
    if "\n" in inside or any(mark in inside for mark in _SHUT_CJK) or scan.text[nominal.end] in _SHUT_CJK:
        return False
    return any(mark in scan.text[nominal.end : verb.start] for mark in _SHUT_CJK)
