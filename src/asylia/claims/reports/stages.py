"""Stages of a case: sentences that only tell what came of it for somebody already known as a target."""

from __future__ import annotations

import re

from asylia.claims.persons.people import People
from asylia.claims.reports.acts import Act, clause, governing
from asylia.claims.reports.compose import Composer
from asylia.claims.reports.draft import Draft
from asylia.claims.reports.focus import Focus
from asylia.claims.reports.parties import Victims, victims
from asylia.claims.reports.when import date_of
from asylia.claims.scan import Scan, SentenceScan
from asylia.lexicon.matcher import Cue

_TALKED = frozenset({"denies", "calls_for", "warns", "condemns", "opposes"})
# What begins another clause.
_NEXT = re.compile(r"[,،，、;；]|\b(?:and|y|e|et|und|и|ve|và|rồi|sau đó|puis|then|luego|dann|затем) |\bو")
_RULED = frozenset({"sentenced", "released", "died"})
# Later stages weigh more: "tried and sentenced", "released after his arrest".
_ORDER = ("at_large", "failed", "returned", "detained", "disappeared", "sentenced", "released", "died")


def stages(composer: Composer, sentence: SentenceScan, known: set[object], told: list[Draft]) -> list[Draft]:
    """The outcome that a sentence tells of somebody against whom the page has told an act.

    Behind an act told in the same sentence, only what has a clause of its own: "seized in May, and released in June".
    """
    scan, people, about, memory = composer.scan, composer.people, composer.about, composer.memory
    focus = composer.focus
    found: list[Draft] = []
    for cue in _results(scan, sentence):
        if told and not _later(scan, cue, told):
            continue
        start, end = clause(scan, sentence, cue.start, cue.end)
        act = Act(cue, sentence, start, end, "past", "asserted", True, False)
        who = _sufferer(people, sentence, focus, victims(scan, people, act, focus))
        if told and not who.persons and not told[-1].relative:
            who = Victims(told[-1].persons, "carried", False)
        key = tuple(people.canonical(person) for person in who.persons)
        if (
            who.how in ("none", "unnamed")
            or who.relative
            or not (
                key in known or any((k,) in known for k in key) or _part(key, known) or _sentenced(sentence, cue, who)
            )
        ):
            continue
        found.append(
            Draft(
                start=start,
                end=end,
                sentence=sentence.index,
                paragraph=sentence.paragraph,
                methods=(),
                persons=who.persons,
                key=key,
                how=who.how,
                origin=about.origin_at(sentence),
                host=memory.struck(who.persons),
                aloft=key in composer.aloft,
                date=date_of(scan, act, composer.clock),
                outcome=cue.code,
                weight=4.0,
                rule="stage",
            )
        )
    best: dict[tuple[object, ...], Draft] = {}
    for draft in found:
        held = best.get((draft.key, draft.start))
        if held is None or _ORDER.index(draft.outcome or "at_large") > _ORDER.index(held.outcome or "at_large"):
            best[(draft.key, draft.start)] = draft
    return list(best.values())


def _sufferer(people: People, sentence: SentenceScan, focus: Focus, who: Victims) -> Victims:
    """Where nobody is named, the one of whom the sentence before told; that one may be unnamed too."""
    if who.how != "none" and (who.persons or who.how != "carried"):
        return who
    if (
        focus.one
        and focus.last > focus.unnamed
        and sentence.index - focus.last <= 1
        and people.at(sentence.start, sentence.end) is None
    ):
        return Victims(focus.one, "dropped", who.relative, who.number)
    if 0 < sentence.index - focus.unnamed <= 1:
        return Victims((), "carried", who.relative, who.number)
    return who


def _sentenced(sentence: SentenceScan, cue: Cue, who: Victims) -> bool:
    """Whether somebody named as a target is sentenced: that is told of whoever was pursued, without the pursuit.

    Where the sentence holds an act, others may be sentenced for it: "two men convicted of a plot to shoot her".
    """
    if cue.code not in _RULED or who.how != "named" or sentence.has("act"):
        return False
    return any(person.role in ("target", "other") for person in who.persons)


def _later(scan: Scan, cue: Cue, told: list[Draft]) -> bool:
    """Whether a result stands in a clause of its own behind the last act of its sentence."""
    end = max(draft.at[1] for draft in told)
    if cue.code not in _RULED or cue.start < end or any(draft.outcome == cue.code for draft in told):
        return False
    return _NEXT.search(scan.folded, end, cue.start) is not None


def _part(key: tuple[object, ...], known: set[object]) -> bool:
    """Whether all the persons belong to one group that an act was told of."""
    return bool(key) and any(isinstance(group, tuple) and set(key) <= set(group) for group in known)


def _results(scan: Scan, sentence: SentenceScan) -> list[Cue]:
    kept = []
    for cue in sentence.of("result"):
        start, end = clause(scan, sentence, cue.start, cue.end)
        if cue.code in ("at_large", "failed"):
            continue
        if any(governing(scan, sentence, cue, kind, start, end) for kind in ("feared", "nay", "plan")):
            continue
        if any(c.code in _TALKED and start <= c.start < cue.start for c in sentence.of("stance")):
            continue
        if any(c.kind == "accused" and c.start == cue.start for c in sentence.cues):
            continue
        kept.append(cue)
    return kept
