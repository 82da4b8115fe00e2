"""Verbs: which cues of a sentence speak, and which of them keep the subject of the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.voices.grammar import Grammar
from asylia.claims.voices.nominals import Nominal
from asylia.claims.voices.subjects import head_end, own_start
from asylia.lexicon.matcher import Cue


def verbs(scan: Scan, sentence: SentenceScan) -> list[Cue]:
    """The cues that credit or take a stance, without those inside the head of a longer one."""
    kept: list[tuple[int, int, Cue]] = []
    rank = {"stance": 0, "attribution": 1, "speech": 2}
    cues = sorted(sentence.of("speech", "stance", "attribution"), key=lambda c: (c.start - c.end, rank[c.kind], c.code))
    for cue in cues:
        end = head_end(cue, scan.folded)
        if (" ... " in cue.form and not _filled(scan, cue, end)) or _infinitive(scan, sentence, cue):
            continue
        if "participle" in cue.tags and not _finite(scan, sentence, cue):
            continue
        if "opening" in cue.tags and scan.folded[sentence.start : cue.start].strip(' "')[-1:] not in (
            "",
            ",",
            ";",
            ":",
        ):
            continue  # "parti pour Erevan": only at the head of a clause does "pour" say whose view it is
        start = own_start(cue)
        if scan.text[start - 1 : start] == "-":
            continue  # "Iran-backed"
        if scan.language == "zh" and cue.kind == "stance" and _NOUN_ZH.search(scan.text, start - 3, start):
            continue  # 反驳有关批评
        if (
            scan.language == "zh"
            and scan.text[cue.end - 1] in "说說"
            and scan.text[cue.end : cue.end + 1] in _BEHIND_SAY
        ):
            continue  # 说法 is an account, 说明 an explanation
        if scan.language == "ar" and _no_verb(scan, sentence, cue):
            continue
        if not any(a < end and start < b for a, b, _ in kept):
            kept.append((start, end, cue))
    return sorted((cue for _, _, cue in kept), key=lambda c: (c.start, c.end))


def _infinitive(scan: Scan, sentence: SentenceScan, cue: Cue) -> bool:
    """English: "to condemn" is nobody's condemnation yet."""
    if scan.language != "en" or cue.kind == "attribution":
        return False
    return scan.folded[max(sentence.start, cue.start - 4) : cue.start].endswith(" to ")


_BEHIND_SAY = ("法", "辞", "辭", "服")
_NOUN_ZH = re.compile(r"(?:有关|有關|相关|相關|这些|這些|任何|种种|種種|该项|該項|外界)\Z")
_RELATIVE_AR = re.compile(r" (?:فيه|فيها|به|بها|منه|منها|عليه|عليها)\b")


def _no_verb(scan: Scan, sentence: SentenceScan, cue: Cue) -> bool:
    """Arabic: a noun behind its article ("الكشف"), or the verb of a relative clause ("انتقد فيه")."""
    if scan.folded[max(sentence.start, cue.start - 2) : cue.start] == "ال":
        return True
    return " " not in cue.form and bool(_RELATIVE_AR.match(scan.folded, cue.end))


# A participle says something only behind "to have" ("a vivement condamné"); alone it describes ("condamné en 2019").
_HAVE = {
    "fr": re.compile(r"(?:\b|')(?:a|ont|avait|avaient|aurait|auraient|aura|avoir|ayant|ait)(?: [^\s,.;:]+){0,3} \Z"),
    "es": re.compile(r"\b(?:ha|han|había|habían|habría|habrían|haber|habiendo|haya|hayan)(?: [^\s,.;:]+){0,2} \Z"),
}
_BEEN = re.compile(r"\b(?:été|sido) ")


def _finite(scan: Scan, sentence: SentenceScan, cue: Cue) -> bool:
    have = _HAVE.get(scan.language)
    if have is None:
        return True
    found = have.search(scan.folded[max(sentence.start, cue.start - 40) : cue.start])
    return found is not None and not (cue.kind == "speech" and _BEEN.search(found.group()))


def _filled(scan: Scan, cue: Cue, end: int) -> bool:
    """Whether the gap of a gapped form holds no clause of its own; before "to" somebody must stand in it."""
    last = scan.folded[end : cue.end].rfind(cue.form.rsplit(" ... ", 1)[1].strip("*")[:4].lower())
    gap = scan.folded[end : end + last] if last >= 0 else scan.folded[end : cue.end]
    if cue.form.endswith(" ... to") and not gap.strip():
        return False
    if cue.form.endswith(" ... of") and not any(char.isdigit() for char in gap):
        return False  # "spoke in November 2022 of at least ten", not "spoke with the parents of"
    gap = _WORD_QUOTED.sub("", gap)
    return ", " not in gap and '"' not in gap


_WORD_QUOTED = re.compile(r'"[^"]{1,20}"')  # one word in quotation marks is no speech


def coordinated(scan: Scan, sentence: SentenceScan, cue: Cue, grammar: Grammar) -> bool:
    """Whether "and" stands right before the verb: it shares the subject of the verb before, whatever its object was."""
    before = scan.folded[max(sentence.start, cue.start - 12) : cue.start]
    if grammar.order == "vso":  # و written together with the verb, and no comma before it
        return before[-1:] in ("و", "ف") and before[:-1].rstrip()[-1:] not in ("", "،", ",", ".")
    words = before.split()
    return grammar.order == "svo" and bool(words) and words[-1] in grammar.joiners


def opens_clause(scan: Scan, who: Nominal) -> bool:
    """Persian: whether the nominal opens a clause of its own; otherwise it is an object of the subject before."""
    before = scan.folded[max(who.start - 4, 0) : who.start].rstrip()
    return not before or before[-1] in "،,؛;.:" or before.endswith((" و", " اما", " ولی"))


def unsaid(scan: Scan, sentence: SentenceScan, cue: Cue, present: Sequence[Nominal]) -> bool:
    """Whether the verb's subject is left out: the verb opens the sentence, or nobody stands before it."""
    between = scan.folded[cue.start - 2 : cue.start] == ", " and scan.folded[cue.end : cue.end + 1] == ","
    opens = not scan.folded[sentence.start : cue.start].strip(' "¿«“')
    return between or opens or not any(n.end <= cue.start and not n.oblique for n in present)
