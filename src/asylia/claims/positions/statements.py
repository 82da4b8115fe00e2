"""Statements: the words that a position quotes: where its clause or its quotation begins and ends."""

from __future__ import annotations

import re

from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.voices import Attribution
from asylia.claims.voices.subjects import head_end
from asylia.lexicon.matcher import Cue


def verb_last(scan: Scan) -> bool:
    """Whether the language closes its clauses with the verb."""
    return scan.language in ("ko", "ja", "tr")


def first(scan: Scan, sentence: SentenceScan, attribution: Attribution) -> int:
    """In languages that put the verb last the object stands before it, behind the subject."""
    if attribution.said[1] <= attribution.cue.start and attribution.said[0] >= sentence.start:
        start = attribution.said[0]
        if scan.language == "fa":
            return start
        return max(start, attribution.start) if attribution.start <= attribution.cue.start else start
    return max(sentence.start, min(attribution.start, attribution.cue.start))


def clause_end(scan: Scan, sentence: SentenceScan, cue: Cue) -> int:
    """Where the verb's clause ends: before the next verb of stance, a semicolon, or the end of the sentence."""
    if verb_last(scan):
        return cue.end
    end = sentence.end
    for other in sentence.of("stance", "speech"):
        if other.start >= head_end(cue, scan.folded) and other.start >= cue.end:
            gap = scan.folded[cue.end : other.start]
            cut = max(
                gap.rfind(","),
                gap.rfind("，"),
                gap.rfind("،"),
                gap.rfind(" and "),
                gap.rfind(" y "),
                gap.rfind(" et "),
                gap.rfind(" und "),
            )
            if ";" in gap:
                cut = gap.find(";")
            if cut >= 0:
                end = cue.end + cut
                break
    for mark in ";；":
        at = scan.text.find(mark, cue.end, end)
        end = at if at >= 0 else end
    return trim(scan, cue.start, end)[1]


def statement(scan: Scan, sentence: SentenceScan, attribution: Attribution, cue: Cue) -> tuple[int, int]:
    """The quoted words or the clause that the cue stands in, within what the attribution covers."""
    start, end = max(attribution.start, sentence.start), min(attribution.end, sentence.end)
    if cue == attribution.cue:
        start, end = attribution.start, attribution.end
        cue = Cue(cue.kind, cue.code, (start + end) // 2, (start + end) // 2 + 1)
    if cue.end <= min(attribution.said[0], attribution.cue.start) < end:
        end = min(attribution.said[0], attribution.cue.start)
    elif cue.end <= attribution.said[0] < end:
        end = attribution.said[0]
    elif start <= attribution.said[0] < attribution.cue.end <= cue.start:
        start = attribution.cue.end
    words = scan.text[start:end]
    opens = max(words.rfind(mark, 0, cue.start - start + 1) for mark in '“„«「『"')
    if opens >= 0:
        closes = min((at for mark in '”“»」』"' if (at := words.find(mark, cue.end - start)) >= 0), default=-1)
        if closes > opens:
            start, end = start + opens + 1, start + closes
    for mark in ";；":
        at = scan.text.rfind(mark, start, cue.start)
        start = at + 1 if at >= 0 else start
        at = scan.text.find(mark, cue.end, end)
        end = at if at >= 0 else end
    if end - start > 220:
        left = max(scan.text.rfind(mark, start, cue.start) for mark in ",，;；")
        right = min((at for mark in ",，;；" if (at := scan.text.find(mark, cue.end, end)) >= 0), default=end)
        start, end = (left + 1 if left >= 0 else start), right
    start, end = trim(scan, start, end)
    opening = _OPENING.match(scan.folded, start, end)
    closing = _CLOSING.search(scan.folded, start, end)
    return trim(scan, opening.end() if opening else start, closing.start() if closing else end)


_OPENING = re.compile(r"(?:[^,;:\"]{0,40} )?(?:that|dass|что|rằng|که|ان|بان) |(?:que |qu')")
_CLOSING = re.compile(r",? (?:the|a|an|its|le|la|les|l'|un|une|el|los|las|der|die|das|ein|eine)\Z")
_EDGE = ' \n\u3000\u00a0,，、;；:：.。"“”„«»「」『』—–-'


def trim(scan: Scan, start: int, end: int) -> tuple[int, int]:
    """The span without the spaces, commas and quotation marks at its edges."""
    while start < end and scan.text[start] in _EDGE:
        start += 1
    while end > start and scan.text[end - 1] in _EDGE:
        end -= 1
    return start, end
