"""Stances: what a verb or the words themselves make of a statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from asylia.claims.actors import Actor
from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.voices import Attribution
from asylia.claims.voices.subjects import head_end
from asylia.lexicon.matcher import Cue

# Where one clause bears several marks, the first of these names it: a refusal to speak outweighs what is
# refused, a demand outweighs the wrong it names.
RANK = (
    "declines", "acts", "investigates", "acknowledges", "denies", "warns", "calls_for", "justifies", "condemns",
    "opposes", "supports",
)  # fmt: skip
_FLIPPED = {"justifies": "condemns", "condemns": "justifies", "acknowledges": "denies", "supports": "opposes"}
_OFFICIAL = frozenset({"denies", "justifies", "acknowledges", "investigates", "acts"})
_ANSWERING = ("state", "country", "police", "official", "person")
_SHORTEST = 6
_FURTHER = frozenset({"calls_for", "denies", "justifies", "warns", "investigates", "acts"})  # beside another stance
_NEGATED_WITHIN = 26
_CLAUSE = re.compile(r"[,，、;；:：]|\s(?:and|but|while|und|aber|y|pero|et|mais|и|но|ve)\s|\"")


@dataclass(frozen=True, slots=True)
class Stance:
    """A stance with the cue that shows it, the span it is stated in, and the name of the rule that found it."""

    code: str
    cue: Cue
    start: int
    end: int
    rule: str


def by_verb(scan: Scan, sentence: SentenceScan, attribution: Attribution) -> Stance | None:
    """The stance of a verb ("condemned", "has opened an inquiry"), where its object lets it be one."""
    cue = attribution.cue
    end = _clause_end(scan, sentence, cue)
    start = min(attribution.said[0], cue.start)
    between = any(attribution.said[1] <= c.start and c.end <= cue.start for c in sentence.of("stance"))
    if cue.start - start > 120 or attribution.said[0] > cue.end or between:  # "expelled … and froze …": the second deed
        start = cue.start
    if _negated(scan, sentence, cue, attribution.said) or _asked(scan, sentence, attribution):
        return None
    if attribution.how in ("stance", "view") and attribution.start < start and not _verb_last(scan):
        # "The true figure is higher, the foundation warned": what is said stands before.
        spoken = _statement(
            scan, sentence, attribution, Cue(cue.kind, cue.code, attribution.start, attribution.start + 1)
        )
        return Stance(cue.code, cue, *spoken, f"verb.{cue.code}")
    span = (min(start, cue.start), end)
    if _verb_last(scan) or scan.language == "fa":
        span = trim(scan, _first(scan, sentence, attribution), end)
    around = sentence.cues
    if "reject" in cue.tags and not _near(around, "allegation", "content:denies", span):
        return None
    sentences = (
        attribution.actor.code == "court" and _near(around, "act", "", span) and _PENALTY.search(scan.folded, *span)
    )
    if "hits" in cue.tags and not (sentences or _near(around, "culprit", "", span)):
        return None
    if "finds" in cue.tags and not _may_find(attribution.actor):
        return None
    if cue.code == "condemns" and sentences:
        return Stance("acts", cue, span[0], span[1], "verb.acts")
    if cue.code in ("acts", "investigates") and not _may_act(attribution.actor, cue.code):
        return None
    if cue.code in ("calls_for", "warns") and attribution.actor.answers and _near(around, "kin", "", span):
        return None  # police who ask parents to call their son home take no position: that is the act itself
    return Stance(cue.code, cue, span[0], span[1], f"verb.{cue.code}")


def by_words(scan: Scan, sentence: SentenceScan, attribution: Attribution) -> list[Stance]:
    """The stances that the words carry which neutral speech reports; at most one a clause."""
    content = [
        cue
        for cue in sentence.of("content")
        if attribution.start <= cue.start
        and cue.end <= attribution.end
        and not (attribution.said[0] <= cue.start < attribution.said[1])  # not in the speaker's own name
        and ("named" not in cue.tags or "names" in attribution.cue.tags)
    ]
    charges = [
        cue
        for cue in sentence.of("accusation")
        if attribution.start <= cue.start < attribution.end
        and not any(c.start < cue.end and cue.start < c.end for c in content)  # "state terrorism" charges a state
    ]
    found: dict[str, Stance] = {}
    for cues in _by_clause(scan, content):
        best = _best(scan, sentence, attribution, cues)
        if best is None:
            continue
        accuses = any(best.start <= cue.start < best.end for cue in charges)
        if accuses and attribution.actor.answers and best.code == "condemns":
            continue  # a state's charge against its target
        if best.code == "condemns" and attribution.how == "according" and sentence.numbers:
            continue  # a count of wrongs is a figure
        if not found or best.code in _FURTHER:
            found.setdefault(best.code, best)
    if not found and "asserts" in attribution.cue.tags and attribution.actor.answers and not charges:
        denied = [c for c in sentence.of("denial") if attribution.start <= c.start < attribution.end]
        code = "denies" if denied else "justifies"
        start, end = _statement(scan, sentence, attribution, attribution.cue)
        if end - start < _SHORTEST:
            return []
        found[code] = Stance(code, attribution.cue, start, end, f"claims.{code}")
    return list(found.values())


def _best(scan: Scan, sentence: SentenceScan, attribution: Attribution, cues: Sequence[Cue]) -> Stance | None:
    best: tuple[int, Cue, str] | None = None
    for cue in cues:
        code: str | None = cue.code
        if _negated(scan, sentence, cue, attribution.said):
            code = _FLIPPED.get(cue.code)
        if code is None or not _may_hold(attribution.actor, code):
            continue
        rank = RANK.index(code)
        if best is None or rank < best[0]:
            best = (rank, cue, code)
    if best is None:
        return None
    _, cue, code = best
    start, end = _statement(scan, sentence, attribution, cue)
    return Stance(code, cue, start, end, f"words.{code}")


def _may_hold(actor: Actor, code: str) -> bool:
    """Denying, justifying and admitting are for those who answer for a state or speak in an office."""
    if code == "acknowledges":
        return actor.code in _ANSWERING
    return code not in _OFFICIAL or actor.code in (*_ANSWERING, "body", "court")


def _may_act(actor: Actor, code: str) -> bool:
    return actor.code in (*_ANSWERING, "court", "body") or (code == "investigates" and actor.code == "ngo")


def _may_find(actor: Actor) -> bool:
    """Whose "no evidence was found" is an answer to an accusation: who may inquire into it for a state or a court."""
    return actor.code in (*_ANSWERING, "court")


# A court that sentences somebody for an act of repression acts; "condemn" is the same verb in many languages.
_PENALTY = re.compile(
    r"\b(?:prison|jail\w*|years|life|jahre\w*|haft|freiheitsstrafe|gefängnis|años|prisión|cárcel|ans|лет|годам|колони\w*"
    r"|тюрьм\w*|سنوات|سنه|سنة|عاما|بالسجن|بسجن|زندان|حبس|سال|yil|yıl|hapis\w*|năm|tù)\b|\d년|징역|유죄|\d年|徒刑|监禁|監禁|禁錮|懲役|有罪"
)


def _near(cues: Sequence[Cue], kind: str, also: str, span: tuple[int, int]) -> bool:
    other, _, code = also.partition(":")
    return any(
        span[0] <= cue.start < span[1] and (cue.kind == kind or (cue.kind == other and cue.code == code))
        for cue in cues
    )


# What opens an indirect question: what is said in it is not said to be so.
_WHETHER = re.compile(r"\b(?:whether|if|ob|si|ли|olup olmadığı|liệu)\b")
_ASKED = re.compile(r"是否|かどうか|여부")


def _asked(scan: Scan, sentence: SentenceScan, attribution: Attribution) -> bool:
    """Whether the verb stands in an indirect question ("refused to say whether it had asked for …")."""
    begin = min(attribution.said[0], attribution.cue.start)
    begin = begin if begin >= sentence.start else attribution.cue.start
    before = scan.folded[max(sentence.start, begin - 12) : begin]
    return bool(_WHETHER.search(before)) or bool(
        _ASKED.search(scan.folded, attribution.cue.end, attribution.cue.end + 3)
    )


def _negated(scan: Scan, sentence: SentenceScan, cue: Cue, name: tuple[int, int]) -> bool:
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
        behind = cue.end <= negation.start <= cue.end + 3 and not _CLAUSE.search(scan.folded, cue.end, negation.start)
        if behind and scan.language in ("ko", "ja", "tr", "zh"):
            return True
    return False


_NEGATES = re.compile(
    r"n'|ne |no |not |nicht|kein|не|没|沒|不|未|無|无|لا|لم|ليس|غير|لن|không|chưa|.{0,24}(?:نخواه|نمی|نکرد|نداد)"
)


def _by_clause(scan: Scan, cues: Sequence[Cue]) -> list[list[Cue]]:
    groups: list[list[Cue]] = []
    for cue in cues:
        if groups and not _CLAUSE.search(scan.folded[groups[-1][-1].end : cue.start]):
            groups[-1].append(cue)
        else:
            groups.append([cue])
    return groups


def _verb_last(scan: Scan) -> bool:
    return scan.language in ("ko", "ja", "tr")


def _first(scan: Scan, sentence: SentenceScan, attribution: Attribution) -> int:
    """In languages that put the verb last the object stands before it, behind the subject."""
    if attribution.said[1] <= attribution.cue.start and attribution.said[0] >= sentence.start:
        start = attribution.said[0]
        if scan.language == "fa":
            return start
        return max(start, attribution.start) if attribution.start <= attribution.cue.start else start
    return max(sentence.start, min(attribution.start, attribution.cue.start))


def _clause_end(scan: Scan, sentence: SentenceScan, cue: Cue) -> int:
    """Where the verb's clause ends: before the next verb of stance, a semicolon, or the end of the sentence."""
    if _verb_last(scan):
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


def _statement(scan: Scan, sentence: SentenceScan, attribution: Attribution, cue: Cue) -> tuple[int, int]:
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
