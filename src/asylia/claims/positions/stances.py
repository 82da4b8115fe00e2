"""Stances: what a verb or the words themselves make of a statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from asylia.claims.positions.conditions import (
    CLAUSE,
    PENALTY,
    RESOLVED,
    asked,
    asks_for_target,
    counts,
    demands_person,
    in_title,
    inquires,
    is_called,
    is_deed,
    may_act,
    may_find,
    may_hold,
    near,
    negated,
    says_more,
)
from asylia.claims.positions.statements import clause_end, first, statement, trim, verb_last
from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.voices import Attribution
from asylia.lexicon.matcher import Cue

# Where one clause bears several marks, the first of these names it: a refusal to speak outweighs what is
# refused, a demand outweighs the wrong it names.
RANK = (
    "declines", "acts", "investigates", "acknowledges", "denies", "warns", "calls_for", "justifies", "condemns",
    "opposes", "supports",
)  # fmt: skip
_FLIPPED = {"justifies": "condemns", "condemns": "justifies", "acknowledges": "denies", "supports": "opposes"}
_RULED = frozenset({"opposes", "supports", "denies", "declines", "acknowledges"})
_SHORTEST = 6
_CHARGES = frozenset({"es", "fr", "ja", "ko"})  # where a charge beside an act shows that agents are struck, not targets
_FURTHER = frozenset({"calls_for", "denies", "justifies", "warns", "investigates", "acts"})  # beside another stance


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
    end = clause_end(scan, sentence, cue)
    start = min(attribution.said[0], cue.start)
    between = any(attribution.said[1] <= c.start and c.end <= cue.start for c in sentence.of("stance"))
    if cue.start - start > 120 or attribution.said[0] > cue.end or between:  # "expelled … and froze …": the second deed
        start = cue.start
    if negated(scan, sentence, cue, attribution.said) or asked(scan, sentence, attribution):
        return None
    if cue.code == "calls_for" and asks_for_target(scan, sentence, attribution):
        return None
    if attribution.how in ("stance", "view") and attribution.start < start and not verb_last(scan):
        # "The true figure is higher, the foundation warned": what is said stands before.
        spoken = statement(
            scan, sentence, attribution, Cue(cue.kind, cue.code, attribution.start, attribution.start + 1)
        )
        if cue.code in ("condemns", "supports") and counts(sentence, spoken):
            return None  # "Two thirds have no papers, the group deplores": who tells a number has said it, no more
        return Stance(cue.code, cue, *spoken, f"verb.{cue.code}")
    span = (min(start, cue.start), end)
    if verb_last(scan) or scan.language == "fa":
        span = trim(scan, first(scan, sentence, attribution), end)
    around = sentence.cues
    ruled = attribution.actor.code == "court" and cue.code in _RULED and near(around, "act", "", span)
    if "reject" in cue.tags and not ruled and not near(around, "allegation", "content:denies", span):
        return None
    sentences = (
        attribution.actor.code == "court" and near(around, "act", "", span) and PENALTY.search(scan.folded, *span)
    )
    charged = scan.language in _CHARGES and near(around, "accused", "", span) and near(around, "act", "", span)
    if "hits" in cue.tags and not (sentences or charged or near(around, "culprit", "", span)):
        return None
    if ("finds" in cue.tags and not may_find(attribution.actor)) or is_deed(sentence, cue, attribution.actor):
        return None
    if cue.code == "condemns" and sentences:
        return Stance("acts", cue, span[0], span[1], "verb.acts")
    if ruled:
        # A court that refuses an extradition rules; what it finds to be so is its finding and no admission.
        return Stance("acts", cue, span[0], span[1], "verb.acts") if cue.code != "acknowledges" else None
    if cue.code == "calls_for" and attribution.actor.answers and demands_person(sentence, span):
        return None  # a state that asks for somebody's extradition reaches for them: the act itself
    if cue.code in ("acts", "investigates") and not may_act(attribution.actor, cue.code):
        return None
    if cue.code == "acts" and RESOLVED.search(cue.form) and says_more(sentence, cue):
        return None  # "passed a resolution condemning …": what it says is the position
    if cue.code == "acknowledges" and inquires(sentence, cue, attribution.actor):
        return Stance("investigates", cue, span[0], span[1], "verb.investigates")
    if cue.code in ("calls_for", "warns") and attribution.actor.answers and near(around, "kin", "", span):
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
        and ("named" not in cue.tags or ("names" in attribution.cue.tags and is_called(scan, attribution, cue)))
        and not (scan.language == "zh" and in_title(scan, cue))
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
        if not denied and attribution.actor.code in ("police", "court"):
            return []  # what investigators claim of suspects is their charge
        code = "denies" if denied else "justifies"
        start, end = statement(scan, sentence, attribution, attribution.cue)
        if end - start < _SHORTEST:
            return []
        found[code] = Stance(code, attribution.cue, start, end, f"claims.{code}")
    return list(found.values())


def _best(scan: Scan, sentence: SentenceScan, attribution: Attribution, cues: Sequence[Cue]) -> Stance | None:
    best: tuple[int, Cue, str] | None = None
    for cue in cues:
        code: str | None = cue.code
        if negated(scan, sentence, cue, attribution.said):
            code = _FLIPPED.get(cue.code)
        if code is None or not may_hold(attribution.actor, code):
            continue
        rank = RANK.index(code)
        if best is None or rank < best[0]:
            best = (rank, cue, code)
    if best is None:
        return None
    _, cue, code = best
    start, end = statement(scan, sentence, attribution, cue)
    return Stance(code, cue, start, end, f"words.{code}")


def _by_clause(scan: Scan, cues: Sequence[Cue]) -> list[list[Cue]]:
    groups: list[list[Cue]] = []
    for cue in cues:
        if groups and not CLAUSE.search(scan.folded[groups[-1][-1].end : cue.start]):
            groups[-1].append(cue)
        else:
            groups.append([cue])
    return groups
