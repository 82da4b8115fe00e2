"""Conditions: what else must be true before a verb or a word makes a stance."""

from __future__ import annotations

import re
from collections.abc import Sequence

from asylia.claims.actors import Actor
from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.voices import Attribution
from asylia.lexicon.matcher import Cue

_OFFICIAL = frozenset({"denies", "justifies", "acknowledges", "investigates", "acts"})
_ANSWERING = ("state", "country", "police", "official", "person")
_NEGATED_WITHIN = 26
# Where one clause ends and another begins.
CLAUSE = re.compile(r"[,，、;；:：]|\s(?:and|but|while|und|aber|y|pero|et|mais|и|но|ve)\s|\"")


def may_hold(actor: Actor, code: str) -> bool:
    """Denying, justifying and admitting are for those who answer for a state or speak in an office."""
    if code == "acknowledges":
        return actor.code in _ANSWERING
    return code not in _OFFICIAL or actor.code in (*_ANSWERING, "body", "court")


RESOLVED = re.compile(r"r[eé]solu|决议|決議|rezol|резолюц|karar|nghị quyết|قرار|قطعنام|결의")


def says_more(sentence: SentenceScan, cue: Cue) -> bool:
    """Whether another stance, which is no deed, stands in the sentence."""
    return any("act" not in other.tags for other in sentence.of("stance") if other != cue)


_SOON = 40  # characters


def inquires(sentence: SentenceScan, cue: Cue, actor: Actor) -> bool:
    """ "Police confirmed that they had opened an inquiry": they inquire."""
    if actor.code not in ("police", "state", "court", "official"):
        return False
    return any(
        other.code == "investigates" and (0 <= other.start - cue.end <= _SOON or 0 <= cue.start - other.end <= _SOON)
        for other in sentence.of("content", "stance")
    )


def may_act(actor: Actor, code: str) -> bool:
    """Who acts or inquires: states, courts and bodies; an organisation may only inquire."""
    return actor.code in (*_ANSWERING, "court", "body") or (code == "investigates" and actor.code == "ngo")


_ASKED_OF_OTHERS = frozenset({"extradite", "persuade", "question", "notice"})


def is_deed(sentence: SentenceScan, cue: Cue, actor: Actor) -> bool:
    """Whether the verb only ends the words for an act: a state that 引き渡しを求めた pursues and takes no position."""
    if cue.code not in ("calls_for", "acknowledges") or actor.code not in (*_ANSWERING, "court"):
        return False
    return any(
        act.code in _ASKED_OF_OTHERS and act.start < cue.start < act.end and "..." not in act.form
        for act in sentence.of("act")
    )


def may_find(actor: Actor) -> bool:
    """Whose "no evidence was found" is an answer to an accusation: who may inquire into it for a state or a court."""
    return actor.code in (*_ANSWERING, "court")


# A court that sentences somebody for an act of repression acts; "condemn" is the same verb in many languages.
PENALTY = re.compile(
    r"\b(?:prison|jail\w*|years|life|jahre\w*|haft|freiheitsstrafe|gefängnis|años|prisión|cárcel|ans|лет|годам|колони\w*"
    r"|тюрьм\w*|سنوات|سنه|سنة|عاما|بالسجن|بسجن|زندان|حبس|سال|yil|yıl|hapis\w*|năm|tù)\b|\d년|징역|유죄|\d年|徒刑|监禁|監禁|禁錮|懲役|有罪"
)


def near(cues: Sequence[Cue], kind: str, also: str, span: tuple[int, int]) -> bool:
    """Whether a cue of the kind, or one of `also` ("kind:code"), stands in the span."""
    other, _, code = also.partition(":")
    return any(
        span[0] <= cue.start < span[1] and (cue.kind == kind or (cue.kind == other and cue.code == code))
        for cue in cues
    )


# What opens an indirect question: what is said in it is not said to be so.
_WHETHER = re.compile(r"\b(?:whether|if|ob|si|ли|olup olmad[ıi]ğ[ıi]\w*|liệu)\b")
_ASKED = re.compile(r"是否|かどうか|여부")


def demands_person(sentence: SentenceScan, span: tuple[int, int]) -> bool:
    """Whether an extradition is demanded and no "not" stands in the demand."""
    inside = [cue for cue in sentence.of("act", "negation", "nay") if span[0] <= cue.start < span[1]]
    return any(cue.code == "extradite" for cue in inside) and all(cue.kind == "act" for cue in inside)


def asked(scan: Scan, sentence: SentenceScan, attribution: Attribution) -> bool:
    """Whether the verb stands in an indirect question ("refused to say whether it had asked for …")."""
    begin = min(attribution.said[0], attribution.cue.start)
    begin = begin if begin >= sentence.start else attribution.cue.start
    before = scan.folded[max(sentence.start, begin - 12) : begin]
    return bool(_WHETHER.search(before)) or bool(
        _ASKED.search(scan.folded, attribution.cue.end, attribution.cue.end + 3)
    )


# "A quien Kazajistán reclamaba", "que Vientiane réclamait": whom a state asks for is wanted, and no demand.
_WHOM = re.compile(
    r"(?:\ba quien(?:es)? |\bal que |\ba la que |, (?:que|qu') ?|\b(?:lequel|laquelle|lesquels) )(?:la |le |el |l')?\Z"
)
_OF_THEM = re.compile(r"\b(?:le|les|lui|leur)(?: (?:a|ont|ha|han|avait|había))? \Z")


def asks_for_target(scan: Scan, sentence: SentenceScan, attribution: Attribution) -> bool:
    """Whether a state asks for somebody, or asks something of somebody ("le exige firmar"): no demand, but an act."""
    if scan.language not in ("es", "fr") or not attribution.actor.answers:
        return False
    who, verb = attribution.said[0], attribution.cue.start
    if who < verb and _WHOM.search(scan.folded[max(sentence.start, who - 16) : who]):
        return True
    told = any(cue.code == "target" for cue in sentence.of("role"))
    return told and bool(_OF_THEM.search(scan.folded[max(sentence.start, verb - 16) : verb]))


def counts(sentence: SentenceScan, span: tuple[int, int]) -> bool:
    """Whether the words count something."""
    return any(
        span[0] <= number.start < span[1] and number.role == "count"
        and not any(date.start <= number.start < date.end for date in sentence.dates)
        for number in sentence.numbers
    )  # fmt: skip


def negated(scan: Scan, sentence: SentenceScan, cue: Cue, name: tuple[int, int]) -> bool:
    """Whether a negation stands shortly before the cue in its clause and is not part of it."""
    negations = [n for n in sentence.of("negation") if not name[0] <= n.start < name[1]]  # "Reporters Without Borders"
    if any(n.start < cue.end and cue.start < n.end for n in negations) or _NEGATES.match(scan.folded, cue.start):
        return False  # the form itself is negative
    for negation in negations:
        gap = cue.start - negation.end
        if 0 <= gap <= (_NEGATED_WITHIN if scan.language not in ("zh", "ja") else 3) and not re.search(
            r"[,，;；\"。]|\s(?:and|but|und|y|et|и|но|ve|và|و)\s", scan.text[negation.end : cue.start]
        ):
            return True
        behind = cue.end <= negation.start <= cue.end + 3 and not CLAUSE.search(scan.folded, cue.end, negation.start)
        if behind and scan.language in ("ko", "ja", "tr", "zh"):
            return True
    return False


_NEGATES = re.compile(
    r"n'|ne |no |not |nicht|kein|не|没|沒|不|未|無|无|لا|لم|ليس|غير|لن|không|chưa|.{0,24}(?:نخواه|نمی|نکرد|نداد)"
)


_CALLED = re.compile(r"\b(?:as|an?|als|eine?n?|como|una?|un|une|comme|d'|it|them)\b")


def is_called(scan: Scan, attribution: Attribution, cue: Cue) -> bool:
    """Whether the word is what a thing is called, and not only in a list of what is described."""
    if scan.language not in ("en", "de", "es", "fr"):
        return True
    return bool(_CALLED.search(scan.folded, attribution.cue.end, cue.start))


def in_title(scan: Scan, cue: Cue) -> bool:
    """Chinese: whether the word stands in a title between 《 and 》."""
    opens = scan.text.rfind("《", max(cue.start - 20, 0), cue.start)
    return opens >= 0 and "》" not in scan.text[opens : cue.start]
