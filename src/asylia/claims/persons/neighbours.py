"""Neighbours: what stands beside a run of capitals and says that it names a person."""

from __future__ import annotations

import re

from asylia.claims.persons.roles import only_glue
from asylia.claims.scan import Scan, SentenceScan

# What stands between a noun for an act or a word for kin and the one it belongs to.
_OF = re.compile(
    r" (?:(?:of|on|against|for|to|de|del|a|à|contra|contre|gegen|von|auf|an|của|ông|bà|anh|chị) |d['’])|d['’]"
)
_WHOSE = 48  # characters
_WHOSE_IT_IS = re.compile(r" (?:de |del |de la |du |des |d'|de l')[^,;.:()\"]{2,40}(?:, | )")
_APPOSITION = 32
_LED = 34
_JOINED = 9  # characters: " against "
_ARTICLES = re.compile(
    r"(?:(?:an?|the|one|un|une|una|el|la|le|l['’]|ein|eine|der|die|das|một|ehemalige\w*|former|ancien\w*|ex|exiled"
    r"|opposition|young|own|\d\d(?:[- ]?year[- ]?old| ans?| años?)?)[ -]?,? ?)*"
)
_GAP = " ... "
_PART = 24  # characters
_POSSESSED = 24  # characters: a possessive and the longest word for kin
_DONE_TO_THINGS = frozenset(
    {
        "station",
        "site",
        "search",
        "surveil",
        "spyware",
        "notice",
        "handover",
        "visit",
        "freeze",
        "smear",
        "assault",
        "seize",
    }
)
_DONE_TO_PEOPLE = frozenset(
    "abduct vanish extradite deport notice arrest charge threaten harass smear question assault kill shoot killplot"
    " abductplot".split()
)


def role_before(scan: Scan, sentence: SentenceScan, start: int) -> bool:
    """Whether a word for what a person is stands directly before, at most a comma between."""
    if scan.language == "vi" and any(
        cue.end < start <= cue.end + _LED and only_glue(scan, sentence, cue.end, start, cue.kind)
        for cue in sentence.of("role")
    ):
        return True  # nhà báo lưu vong Belarus …: adjectives and states follow the noun
    belonging = next((cue.start for cue in sentence.of("nationality") if cue.end == start - 1), start)
    if scan.language in ("es", "fr") and _office_of(scan, sentence, start):
        return True
    return any(
        cue.end <= at <= cue.end + 3 and scan.text[cue.end : at].strip(",: \u00a0") == ""
        for cue in sentence.of("role", "kin")
        for at in (start, belonging)  # l'opposant tadjik …: what follows may say where from
    )


def _office_of(scan: Scan, sentence: SentenceScan, start: int) -> bool:
    """ "El portavoz del Gobierno lituano, X", "l'ancienne juge de la Cour X": an office, and whose, before a name."""
    for cue in sentence.of("role"):
        gap = scan.folded[cue.end : start] if 0 < start - cue.end <= _WHOSE else ""
        if cue.code in ("office", "expert") and _WHOSE_IT_IS.fullmatch(gap):
            return True
    return False


def role_behind(scan: Scan, sentence: SentenceScan, end: int) -> bool:
    """ "…, a businessman and former officer, …": an apposition that says what the person is."""
    return scan.text[end : end + 1] == "," and any(
        0 < cue.start - end <= _APPOSITION and "," not in scan.text[end + 1 : cue.start] for cue in sentence.of("role")
    )


def is_apposed(scan: Scan, sentence: SentenceScan, end: int) -> bool:
    """ "…, a 26-year-old vlogger", "…, étudiante ouïghoure": right behind the comma, what one person is."""
    if scan.text[end : end + 2] != ", ":
        return False
    behind = [c for c in sentence.of("role", "kin", "nationality") if 2 <= c.start - end <= _APPOSITION]
    first = min(behind, key=lambda cue: cue.start, default=None)
    if first is None or "plural" in first.tags or first.code in ("relative", "friend"):
        return False
    return _ARTICLES.fullmatch(scan.folded, end + 2, first.start) is not None


def suffers(scan: Scan, sentence: SentenceScan, start: int, end: int) -> bool:
    """Whether the words stand right beside a verb for what is done to people, or between its parts."""
    return any(
        "noun" not in cue.tags
        and cue.code not in _DONE_TO_THINGS
        and (
            0 <= cue.start - end <= 5
            or 0 <= start - cue.end <= 2
            or (_GAP in cue.form and _between(scan, cue.start, start) and _between(scan, end, cue.end))
        )
        for cue in sentence.of("act")
    )


def _between(scan: Scan, start: int, end: int) -> bool:
    """Whether one or two words lie in the span: "bundled [X] into", "hielten Polizisten [X] fest"."""
    return 0 < end - start <= _PART and scan.text[start:end].strip(" ").count(" ") <= 1


def struck_by(scan: Scan, sentence: SentenceScan, start: int) -> bool:
    """ "A plot against X", "the extradition of X", "a red notice for X": nouns for what is done to people."""
    return any(
        "noun" in cue.tags and cue.code in _DONE_TO_PEOPLE and _of(scan, cue.end, start) for cue in sentence.of("act")
    )


def has_kin(scan: Scan, sentence: SentenceScan, start: int, end: int) -> bool:
    """ "Relatives of X", "X's lawyer": whoever has relatives, friends and lawyers is a person."""
    for cue in sentence.of("kin", "role"):
        if cue.kind == "role" and cue.code != "associate":
            continue
        if _of(scan, cue.end, start) or (
            end < cue.end <= end + _POSSESSED and scan.folded[end : end + 2] == "'s" and cue.start <= end + 3
        ):
            return True
    return False


def _of(scan: Scan, end: int, start: int) -> bool:
    """Whether "of" or the like joins what ends here to the name that begins there."""
    return 1 < start - end <= _JOINED and bool(_OF.fullmatch(scan.folded, end, start))


def speaks(sentence: SentenceScan, start: int, end: int) -> bool:
    """Whether a verb of saying stands right beside the words."""
    return any(0 <= cue.start - end <= 2 or 0 <= start - cue.end <= 2 for cue in sentence.of("speech"))
