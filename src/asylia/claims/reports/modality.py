"""Acts that stand under another verb: denied by whoever is blamed, or charged against those who did them.

"Denied having abducted X" tells of an abduction, denied. "Accused of spying on dissidents" is a charge against
agents, and so an act alleged; "accused of spying" is a charge against somebody who may be the target.
"""

from __future__ import annotations

import re

from asylia.claims.scan import Scan, SentenceScan
from asylia.lexicon.matcher import Cue

_DENIED = 60  # characters between the verb of denial and the act
_STRUCK = 60  # characters between the act and those whom it strikes
# What is withheld is not denied: "negó la extradición", "denied him a passport".
_DENIABLE = frozenset(
    "abduct seize lure handover kill shoot killplot abductplot assault threaten harass surveil spyware persuade smear"
    " visit question hostage locate station".split()
)
_HANDS_ON = _DENIABLE - {"question", "seize", "visit"}
_BLAMED = _DENIABLE | {"deport"}  # "no truth in what is said of his deportation": a host, too, answers for what it did
_PERFECT = re.compile(r"\b(?:haber|hubiera\w*|haya\w*|avoir|que|qu'|having|that|ever)\b|d'avoir|\bا?ن (?:ت|ی)کون")
_LANGUAGES = frozenset({"es", "fr", "en", "ar", "zh"})  # where the verb of denial stands before what it denies
_VERB_LAST = frozenset({"fa"})
_ASKED = re.compile(r"(?:درخواست|تقاضای|خواست) (?:\S+ )?\Z")  # what was asked for is refused, not denied
_COMMA = frozenset(",，、")


def is_refused(scan: Scan, sentence: SentenceScan, cue: Cue, start: int) -> bool:
    """Whether a verb of denial governs the act: "negó haber secuestrado a X", "dément l'enlèvement de X"."""
    if scan.language in _VERB_LAST:
        return "noun" in cue.tags and cue.code in _BLAMED and _refused_behind(scan, sentence, cue)
    if scan.language not in _LANGUAGES or cue.code not in _DENIABLE:
        return False
    for stance in sentence.of("stance"):
        if stance.code != "denies" or stance.start < start or not 0 <= cue.start - stance.end <= _DENIED:
            continue
        gap = scan.folded[stance.end : cue.start]
        told = scan.language == "zh" or "noun" in cue.tags or _PERFECT.search(gap)  # Chinese verbs show no tense
        if told and not re.search(r"[,;:，；：、]", gap):
            return True
    return False


def _refused_behind(scan: Scan, sentence: SentenceScan, cue: Cue) -> bool:
    """ "ربودن X را تکذیب کرد": the object and its mark stand between the act and the verb that denies it."""
    return any(
        stance.code == "denies"
        and 0 <= stance.start - cue.end <= _DENIED
        and scan.folded[cue.end : stance.start].endswith(" را ")
        and not _ASKED.search(scan.folded, sentence.start, cue.start)
        for stance in sentence.of("stance")
    )


def strikes_exiles(scan: Scan, sentence: SentenceScan, cue: Cue, end: int) -> bool:
    """Whether the act that somebody is charged with strikes a dissident, a refugee or their like."""
    if scan.language not in _LANGUAGES | _VERB_LAST or cue.code not in _HANDS_ON:
        return False
    return any(
        0 <= struck.start - cue.end <= _STRUCK
        and struck.end <= end
        and _COMMA.isdisjoint(scan.text[cue.end : struck.start])
        for struck in sentence.of("role", "people")
        if struck.kind == "people" or struck.code == "target"
    )
