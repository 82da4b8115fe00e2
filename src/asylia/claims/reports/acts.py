"""Acts in a sentence: which words for an act tell of one, and which name a charge, a fear or a habit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from asylia.claims.reports.direction import PLACES
from asylia.claims.reports.modality import is_refused, strikes_exiles
from asylia.claims.scan import Scan, SentenceScan
from asylia.lexicon.matcher import Cue

VERB_FINAL = frozenset({"ja", "ko", "tr", "fa"})
_BREAK = re.compile(r"[;；。:：—]| – ")
_STOP_BEFORE = {"accused": 60, "feared": 90, "plan": 34, "nay": 18, "doubt": 400}
_STOP_AFTER = {"accused": 14, "feared": 44, "plan": 24, "nay": 14, "doubt": 60}
_ANSWERS = frozenset({"condemns", "calls_for", "warns", "opposes", "supports", "justifies", "declines", "investigates"})
_ANSWERED = 40
_OWN_NAY = 4  # characters between an act and a negation behind it
_PLANNED = 3  # words between "will" and the act
_DENSE = frozenset({"zh", "ja", "ko"})
_PASSIVE = {
    "en": r"\b(?:was|were|been|being|be|is|are|got|get|getting)(?: \w+ly| also| later| then| first| again)* \Z",
    "es": r"\b(?:fue|fueron|sido|es|son|siendo|ser|era|eran)(?: \w+mente)? \Z|\bse (?:le|les|lo) \Z",
    "fr": r"\b(?:été|est|sont|être|était|étaient|fut|furent)(?: \w+ment)? \Z",
    "de": r"\b(?:wurde|wurden|worden|wird|werden)\b[^.;]*\Z",
    "vi": r"\b(?:bị|được)\b[^.;,]{0,40}\Z",
    "zh": r"(?:被|遭|獲|获|受)[^，。；]{0,14}\Z",
}
_COMPILED = {language: re.compile(pattern, re.IGNORECASE) for language, pattern in _PASSIVE.items()}


_REACH = 18
_OR = r"(?:or|o|ou|oder|hoặc|или|veya|ya da|أو|یا)"  # alternatives, not events: "a rescue or a handover"
_OR_BEFORE = re.compile(rf"\b{_OR} (?:an? |the |un[ea]? |el |la |le |eine?n? |die |der |das )?\Z")
_OR_BEHIND = re.compile(rf" {_OR} ")
# Counted events are statistics: 綁架十八起, 854건의 탄압.
_EVENTS = {
    "zh": re.compile(
        r"[0-9一二三四五六七八九十百千兩两数數][0-9一二三四五六七八九十百千多余餘]*(?:起|宗)(?!诉|訴|来|來|草)"
    ),
    "ja": re.compile(r"[0-9０-９一二三四五六七八九十百千]+件"),
    "ko": re.compile(r"[0-9]+여? ?건"),
    "vi": re.compile(r"[0-9]+ (?:vụ|trường hợp)"),
}


@dataclass(frozen=True, slots=True)
class Act:
    """A word for an act that passed the rules against it. `start`, `end` bound its clause."""

    cue: Cue
    sentence: SentenceScan
    start: int
    end: int
    form: str  # past, bare or noun
    modality: str
    passive: bool
    usual: bool
    present: bool = False  # told in the present, as habits are: "is promised", приходят, sorguluyor

    @property
    def family(self) -> str:
        """The family of acts it belongs to."""
        return self.cue.code

    @property
    def weak(self) -> bool:
        """Whether the word is an everyday one."""
        return "weak" in self.cue.tags


def acts(scan: Scan, sentence: SentenceScan) -> list[Act]:
    """The acts that a sentence tells, in the order of the text."""
    found = []
    suspects = False
    for cue in _longest(sentence.of("act")):
        if cue.code == "site":
            continue
        start, end = clause(scan, sentence, cue.start, cue.end)
        denied, charge = is_refused(scan, sentence, cue, start), charged(scan, sentence, cue, start)
        named = charge is not None and not (
            scan.language == "zh" and "after" in charge.tags
        )  # 抹黑军队罪: a law's name
        agents = named and strikes_exiles(scan, sentence, cue, end)
        suspects = suspects or agents
        if (
            (charge is not None and not agents)
            or _is_feared(scan, sentence, cue, start, end)
            or (not denied and _is_denied(scan, sentence, cue, start, end))
            or _is_answered(scan, sentence, cue, start, end)
        ):
            continue
        form = next((tag for tag in ("past", "noun", "bare") if tag in cue.tags), "past")
        modality = modality_of(scan, sentence, cue, start, end)
        if charge is not None:
            modality = "asserted" if "proven" in charge.tags else "alleged"
        if form == "bare" and charge is not None:
            form = "past"  # "found guilty of harassing a couple": told as done, whatever the form of the verb
        modality = "denied" if denied else modality
        if form == "bare" and modality not in ("planned", "denied"):
            continue
        passive = "pass" in cue.tags or bool(_passive(scan, sentence, cue))
        usual, now = _usual(scan, sentence, cue), form == "past" and _present(scan, sentence, cue)
        found.append(Act(cue, sentence, start, end, form, modality, passive, usual, now))
    found = [act for act in found if not (suspects and act.family in _HELD)]  # those held for it are its doers
    habits = {act.start for act in found if act.present}
    return [replace(act, present=True) if act.start in habits else act for act in found]


_HELD = frozenset({"arrest", "seize", "charge", "question"})


def _longest(cues: tuple[Cue, ...]) -> Iterator[Cue]:
    """One cue for each place; a longer one of another family holds those inside it, unless it leaps over words."""
    for cue in cues:
        if not any(
            other is not cue
            and other.start <= cue.start
            and cue.end <= other.end
            and (other.end - other.start > cue.end - cue.start)
            and ("..." not in other.form or other.start == cue.start or other.end == cue.end)
            for other in cues
        ):
            yield cue


def clause(scan: Scan, sentence: SentenceScan, start: int, end: int) -> tuple[int, int]:
    """The part of the sentence between semicolons, colons and dashes that holds the span."""
    left = max((m.end() for m in _BREAK.finditer(scan.text, sentence.start, start)), default=sentence.start)
    right = next((m.start() for m in _BREAK.finditer(scan.text, end, sentence.end)), sentence.end)
    while left < start and scan.text[left] in " \u00a0\u3000":
        left += 1
    return left, right


def governing(scan: Scan, sentence: SentenceScan, cue: Cue, kind: str, start: int, end: int) -> Cue | None:
    """The cue of a kind that reaches the act: before it, or behind it where the tag `after` says so."""
    scale = 0.4 if scan.language in _DENSE else 1.0
    for other in sentence.of(kind):
        if scan.language == "en" and other.start > sentence.start and scan.text[other.start].isupper():
            continue  # "May" is a month
        if "after" in other.tags:
            behind = cue.start < other.start <= end and other.end > cue.end  # した疑い shares a syllable with 誘拐した
            behind = behind or (kind == "plan" and cue.start <= other.start and other.end == cue.end)  # "edilecek"
            if behind and other.start - cue.end <= _STOP_AFTER[kind] * (scale + 0.3):
                return other
        elif (
            start <= other.start and other.end <= cue.start + 1 and cue.start - other.end <= _STOP_BEFORE[kind] * scale
        ):
            return other
    return None


def charged(scan: Scan, sentence: SentenceScan, cue: Cue, start: int) -> Cue | None:
    """ "accused of kidnapping", 涉嫌绑架, 납치 혐의: a charge against somebody, unless a state is accused."""
    charge = governing(scan, sentence, cue, "accused", start, sentence.end)
    if charge is None:
        return None
    if "after" in charge.tags:
        return None if re.search(r"[,，、]", scan.text[cue.end : charge.start]) else charge
    gap = scan.text[charge.end : cue.start]
    aux = scan.language in _COMPILED and _COMPILED[scan.language].search(
        scan.folded[max(start, cue.start - 40) : cue.start]
    )
    if re.search(r"[,，]", gap) and (aux or "past" in cue.tags):
        return None
    return None if _state_accused(sentence, charge) else charge


def _state_accused(sentence: SentenceScan, charge: Cue) -> bool:
    """Whether it is a state, a service or its agents that stand accused."""
    here = [
        c
        for c in sentence.cues
        if c.kind in (*PLACES, "agent", "institution") and (charge.start - 40 <= c.start < charge.end)
    ]
    persons = [
        c for c in sentence.cues if c.kind in ("role", "crowd", "trio") and charge.start - 40 <= c.start < charge.end
    ]
    return bool(here) and (not persons or max(c.end for c in here) > max(c.end for c in persons))


def _is_feared(scan: Scan, sentence: SentenceScan, cue: Cue, start: int, end: int) -> bool:
    return governing(scan, sentence, cue, "feared", start, end) is not None


def _is_denied(scan: Scan, sentence: SentenceScan, cue: Cue, start: int, end: int) -> bool:
    if cue.code in ("vanish", "passport"):
        return False
    found = governing(scan, sentence, cue, "nay", start, end)
    if scan.language == "fa" and found is not None and found.start - cue.end > _OWN_NAY:
        return False  # the verb of another clause: "… زخمی کرد هنوز دستگیر نشده"
    return found is not None and not re.search(
        r"[,，、]", scan.text[min(found.end, cue.end) : max(found.start, cue.start)]
    )


def _is_answered(scan: Scan, sentence: SentenceScan, cue: Cue, start: int, end: int) -> bool:
    """ "condemned the deportation", 呼吁停止遣返: a nominal act as the object of a stance is talked about, not told.

    Nor is one that a refusal to speak leaps to: رفضت … الخوض في تفاصيل تسليمه.
    """
    if any(stance.code == "declines" and stance.start == cue.start for stance in sentence.of("stance")):
        return True
    if "noun" not in cue.tags and scan.language != "zh":
        return False
    reach = _ANSWERED * (0.4 if scan.language in _DENSE else 1.0)
    for stance in sentence.of("stance"):
        if stance.code not in _ANSWERS or not start <= stance.start < end:
            continue
        gap = stance.start - cue.end if scan.language in VERB_FINAL else cue.start - stance.end
        if 0 <= gap <= reach:
            return True
    return False


def modality_of(scan: Scan, sentence: SentenceScan, cue: Cue, start: int, end: int) -> str:
    """Whether the words around an act tell it as planned, alleged or asserted."""
    plan = governing(scan, sentence, cue, "plan", start, end)
    if plan is not None and _intends(scan, cue, plan):
        return "planned"
    doubt = governing(scan, sentence, cue, "doubt", sentence.start, sentence.end)
    if doubt is None:
        doubt = next(
            (
                c
                for c in sentence.of("doubt")
                if c.start >= cue.end and c.start - cue.end <= 80 and scan.text[c.start - 2 : c.start] == ", "
            ),
            None,
        )
    if doubt is not None and not any(
        c.kind in ("role", "crowd") and (0 <= c.start - doubt.end <= 2 or c.start == doubt.start) for c in sentence.cues
    ):
        return "alleged"
    return "asserted"


def _intends(scan: Scan, cue: Cue, plan: Cue) -> bool:
    """ "would not tolerate attempts to intimidate" plans nothing: the words of planning stand close before the act."""
    if plan.start >= cue.end or scan.language in VERB_FINAL:
        return True
    gap = scan.folded[plan.end : cue.start]
    return not re.search(r"[,，]", gap) and len(gap.split()) <= _PLANNED


def _passive(scan: Scan, sentence: SentenceScan, cue: Cue) -> bool:
    pattern = _COMPILED.get(scan.language)
    return bool(pattern and pattern.search(scan.folded[max(sentence.start, cue.start - 60) : cue.start]))


# The present tense by what stands before a participle, or by the verb's own ending.
_IS = {
    "en": re.compile(r"\b(?:is|are)(?: being)?(?: \w+ly)? \Z"),
    "fr": re.compile(r"\b(?:est|sont)(?: \w+ment)? \Z(?<!qu'il est )"),
    "de": re.compile(r"\b(?:wird|werden)\b[^.;,]*\Z"),
}
_NOW = {
    "ru": re.compile(r"\b\w{2,}(?:[аяуюое]ют|[ауя]т|[аяуе]ет|[иы]т)(?:ся)?\b"),
    "tr": re.compile(r"\w+yor(?:lar)?\b"),
    "ko": re.compile(r"\w+(?:한다|고 있다|ㄴ다|된다|받는다|는다)(?![가-힣])"),
    "ja": re.compile(r"(?:する|している|される|されている|める|れる|てくる)(?![ぁ-ん])"),
}


def _present(scan: Scan, sentence: SentenceScan, cue: Cue) -> bool:
    before, own = _IS.get(scan.language), _NOW.get(scan.language)
    if before is not None:
        return before.search(scan.folded, max(sentence.start, cue.start - 40), cue.start) is not None
    return own is not None and own.search(scan.folded, cue.start, min(cue.end + 4, sentence.end)) is not None


def _usual(scan: Scan, sentence: SentenceScan, cue: Cue) -> bool:
    """Whether the act is told as a habit or as one item of a list of methods."""
    if any(c.start < cue.start or "after" in c.tags or "any" in c.tags for c in sentence.of("usual")):
        return True
    left = scan.folded[max(sentence.start, cue.start - _REACH) : cue.start]
    right = scan.folded[cue.end : min(cue.end + _REACH, sentence.end)]
    if "noun" in cue.tags and (_OR_BEFORE.search(left) or _OR_BEHIND.match(right)):
        return True
    events = _EVENTS.get(scan.language)
    if events is not None and (events.search(left) or events.search(right)):
        return True
    nouns = [c for c in sentence.of("act") if "noun" in c.tags]
    return "noun" in cue.tags and len({c.code for c in nouns}) >= 3
