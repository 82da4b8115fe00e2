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
    if verb.kind == "stance" and before and before[-1].marked and _attributive(scan, before[-1].end, verb):
        return None
    return next((n for n in reversed(before) if n.topic), None) or next((n for n in reversed(before) if n.marked), None)


# What a verb in a clause of its own describes: 中国が求めていた引き渡し, 터키가 요청한 송환. A word for a statement is
# none of these: 弾圧を非難する声明 is the subject's own word.
_DESCRIBES = {
    "ja": re.compile(r"(?:[たる]|ている|ていた|いた|いる)(?:[一-龥ァ-ヴ「]|こと|もの)"),
    "ko": re.compile(r"[한던온은는된] (?=[가-힣‘“])"),
}
_STATED = re.compile(
    r"声明|書簡|談話|決議|文書|考え|方針|意向|立場|姿勢|見解|構え|報告|勧告|성명|서한|결의|입장|방침|뜻|의사|문서|논평"
)


def _attributive(scan: Scan, begin: int, verb: Cue) -> bool:
    """Whether the verb describes the noun behind it, with the subject of its own right before."""
    describes = _DESCRIBES.get(scan.language)
    if describes is None or re.search(r"[、,]", scan.text[begin : verb.start]):
        return False
    found = describes.match(scan.text, verb.end - 1) or describes.match(scan.text, verb.end)
    return found is not None and _STATED.match(scan.text, found.end() - (scan.language == "ja")) is None


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
