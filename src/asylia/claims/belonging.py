"""Belonging: a country behind a noun for people is whose people they are, where no word of its own says so."""

from __future__ import annotations

from asylia.claims.scan import Scan, SentenceScan
from asylia.lexicon.matcher import Cue


def belongs(scan: Scan, sentence: SentenceScan, place: Cue) -> bool:
    """Whether a country is somebody's nationality: Vietnamese "nhà hoạt động đối lập Campuchia", "người Belarus".

    Such a country neither acts nor is it the place of what is told.
    """
    return scan.language == "vi" and any(
        cue.code in ("target", "") and cue.end < place.start and _only_epithets(scan, sentence, cue.end, place.start)
        for cue in sentence.of("role", "crowd")
    )


def _only_epithets(scan: Scan, sentence: SentenceScan, start: int, end: int) -> bool:
    """Whether nothing but adjectives stands in the span."""
    gap = scan.folded[start:end]
    for cue in sentence.of("epithet"):
        if start <= cue.start and cue.end <= end:
            gap = gap.replace(scan.folded[cue.start : cue.end], "")
    return not gap.strip()
