"""Learned: what the words of a whole sentence weigh for an act, beside what the rules make of it.

A softmax regression over `traits`, trained on the sentence bank (`python bench/train.py`). A rule's word counts as
TRUST nats for its method. Where all methods together stay below KEEP the sentence tells no act, whatever the rule says;
where no rule speaks and they reach SURE, the likeliest one makes a draft at the word that weighs most for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from asylia.claims.reports.acts import Act, charged, clause, modality_of
from asylia.claims.reports.authors import author
from asylia.claims.reports.compose import PARTICULAR, Composer
from asylia.claims.reports.draft import Draft
from asylia.claims.reports.families import FAMILIES
from asylia.claims.reports.modality import is_refused
from asylia.claims.reports.parties import victims
from asylia.claims.reports.traits import traits
from asylia.claims.reports.when import date_of
from asylia.claims.reports.where import host_of
from asylia.claims.scan import SentenceScan
from asylia.claims.stems import stems
from asylia.claims.weights import NONE, likeliest, load
from asylia.lexicon.matcher import Cue

TRUST = 1.75  # nats
KEEP = 0.2  # of probability, for all methods together, where a rule tells of an act
SURE = 0.6  # where none does
STAGE = "stage:"  # before the outcome of a sentence that only tells what came of an act
_UNTOLD = frozenset({"at_large", "failed"})  # outcomes that only some acts can have
_PACKAGE = "asylia.claims.reports"
_BY_METHOD = {
    method: name
    for name, family in reversed(FAMILIES.items())
    for method in (family.remote, family.relative, family.target)
    if method is not None
}

# Says of the rules' drafts of a sentence which of them are told.
Judge: TypeAlias = Callable[[Composer, SentenceScan, Sequence[Draft]], list[Draft]]


def label(draft: Draft) -> str:
    """What a draft is called among the labels."""
    return draft.methods[0] if draft.methods else f"{STAGE}{draft.outcome}"


def weighed(composer: Composer, sentence: SentenceScan, told: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence after its words were weighed: the rules' own, one of the weights, or none."""
    if sentence.paragraph < 0 and not told:
        return []  # a headline makes nothing by its weights alone
    shares = load(_PACKAGE).shares(
        traits(composer.scan, sentence, composer.people), {label(draft): TRUST for draft in told}
    )
    if told:
        return list(told) if likeliest(shares, KEEP) != NONE else []
    best = likeliest(shares, SURE)
    if best == NONE or (sentence.has("accused") and composer.about.origin_at(sentence) is None):
        return []  # "accused of kidnapping his wife": common crime, where no state reaches for anybody
    made = _made(composer, sentence, best)
    return [made] if made is not None else []


def _made(composer: Composer, sentence: SentenceScan, best: str) -> Draft | None:
    """A draft of the method at the word that weighs most for it."""
    stage = best.startswith(STAGE)
    family = best.removeprefix(STAGE) if stage else _BY_METHOD.get(best)
    if family is None:
        return None
    kind = "result" if stage else "act"
    cue = next((cue for cue in sentence.of(kind) if cue.code == family), None)
    if cue is None:
        cue = Cue(kind, family, *_telling(composer, sentence, best))
    left, right = clause(composer.scan, sentence, cue.start, cue.end)
    modality = modality_of(composer.scan, sentence, cue, left, right)
    if "bare" in cue.tags or charged(composer.scan, sentence, cue, left) is not None:
        modality = "alleged"  # "est accusé d'espionner": an infinitive under another verb
    if is_refused(composer.scan, sentence, cue, left):
        modality = "denied"
    act = Act(cue, sentence, left, right, "past", modality, False, False)
    draft = _drafted(composer, act, None if stage else best, family if stage else None)
    composer.remember(sentence, draft)
    return draft


def _drafted(composer: Composer, act: Act, method: str | None, outcome: str | None) -> Draft:
    """The draft of an act whose method, or whose outcome alone, is known by its sentence and not by its word."""
    scan, people = composer.scan, composer.people
    suffering = victims(scan, people, act, composer.focus)
    origin = composer.about.origin_at(act.sentence)
    host, place = host_of(scan, people, act, origin, suffering.relative)
    family = FAMILIES.get(act.family)
    told = next((cue.code for cue in act.sentence.of("result") if cue.code not in _UNTOLD), None)
    return Draft(
        start=act.start, end=act.end, sentence=act.sentence.index, paragraph=act.sentence.paragraph,
        methods=(method,) if method else (),
        persons=suffering.persons, key=tuple(people.canonical(person) for person in suffering.persons),
        how=suffering.how, relative=suffering.relative,
        origin=author(scan, act, method, origin), host=host or composer.known_host(act, suffering),
        said_host=host is not None, place=place, date=date_of(scan, act, composer.clock),
        outcome=outcome or (family.outcome if family else None) or told, modality=act.modality,
        weight=PARTICULAR, rule="learned", at=(act.cue.start, act.cue.end),
    )  # fmt: skip


def _telling(composer: Composer, sentence: SentenceScan, best: str) -> tuple[int, int]:
    """The word that weighs most for a label; the last of equals, which is the verb where verbs stand last."""
    weights = load(_PACKAGE)
    found = stems(composer.scan, sentence.start, sentence.end)
    _, at, stem = max((weights.weight(f"c {stem}", best), at, stem) for stem, at in found)
    return at, min(at + len(stem), sentence.end)
