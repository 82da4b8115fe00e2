"""Frames: subjects that stand far from their verb because the language closes the clause with it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.voices.nominals import Nominal
from asylia.lexicon.matcher import Cue

# What opens a German frame that a participle or an infinitive closes: "hat … ausgewiesen", "wollte … nicht äußern".
_OPENS = re.compile(
    r"(?<![\w-])(?:hat|haben|hatte|hatten|habe|hätte|hätten|will|wollte|wollten|wollen|kann|konnte|konnten|möchte)(?![\w-])"
)
_CLOSES = re.compile(r"[^\W\d_]{3,}(?:t|en|ern|eln)\Z")
_STOPS = re.compile(r"[;:!?\"„“»«]|, (?:dass|weil|obwohl|während|wenn|nachdem|bevor|damit) ")
_FRAME = 200  # characters that a frame may hold
_BESIDE = re.compile(r"[\s,]*(?:(?:auch|selbst|am|im|seit|nach) [^,;]{0,20})?\Z")
_ARTICLE = re.compile(r"\s(?:(?:der|die|das|ein|eine)\s)?\Z")


def framed(scan: Scan, sentence: SentenceScan, verb: Cue, nominals: Sequence[Nominal]) -> tuple[bool, Nominal | None]:
    """Whether a German frame closes at the verb, and the nominal before or right behind the word that opens it."""
    if scan.language != "de" or verb.kind == "attribution":
        return False, None
    word = scan.folded[verb.start : verb.end].rsplit(" ", 1)[-1]
    opens = _OPENS.match(scan.folded, verb.start)  # a gapped form begins with it
    if opens is None:
        if not _CLOSES.fullmatch(word):
            return False, None
        for found in _OPENS.finditer(scan.folded, max(sentence.start, verb.start - _FRAME), verb.start):
            opens = found
    if opens is None or _STOPS.search(scan.folded, opens.end(), verb.start):
        return False, None
    before = [n for n in nominals if n.end <= opens.start() and not n.oblique]
    if before and _BESIDE.fullmatch(scan.folded, before[-1].end, opens.start()):
        return True, before[-1]
    behind = next((n for n in nominals if n.start > opens.end()), None)
    near = behind is not None and _ARTICLE.fullmatch(scan.folded, opens.end(), behind.start)
    return True, behind if near else None


def opening(sentence: SentenceScan, verb: Cue, nominals: Sequence[Nominal]) -> Nominal | None:
    """Persian: who opens the sentence acts at its end, whatever clauses stand between."""
    first = nominals[0] if nominals else None
    if first is None or first.oblique or first.sort == "report" or first.start - sentence.start > 1:
        return None
    return first if first.end <= verb.start and sentence.end - verb.end <= 2 else None
