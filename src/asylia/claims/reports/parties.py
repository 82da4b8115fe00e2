"""Who suffers an act: the persons named as its victims, a relative in their place, or somebody unnamed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from asylia.claims.persons.people import People
from asylia.claims.reports.acts import VERB_FINAL, Act
from asylia.claims.reports.families import BY_PROXY, ON_RELATIVES
from asylia.claims.reports.focus import Focus, speaker, unique
from asylia.claims.scan import Scan, SentenceScan
from asylia.lexicon.matcher import Cue
from asylia.model.mention import Mention

_NEAR = 70
_FAR = 140
_FEW = 5
_COUNTED = 28
_HEAD = 16
_HEADED = re.compile(r"[^,;.]{0,40}[,，] ?")
_OF_CASE = 2
_COMPANY = frozenset({"other", "associate"})
ARTICLELESS = frozenset({"ru", "tr", "fa", "ar", "ko", "ja", "zh"})
_COMPANION = re.compile(
    r"\s*,?\s*(?:and|with|y|et|und|e|cùng|với|и|с|ve|ile|و|與|与|和|と|와|과|together with"
    r"|along with|avec|con|mit)\s*(?:with )?(?:his|her|their|su|sus|son|sa|ses|sein\w*|ihr\w*|его"
    r"|её|其)?\s*\Z"
)
_INDEFINITE = re.compile(
    r"(?:\b(?:an?|one|another|un|una|une|otro|ein|eine|einen|einem|einer|một|bir)\s(?:[\w'-]+\s){0,4}\Z)"
    r"|(?:一名|一位|某|名|位|人|명의?\s?|한\s)\Z"
    r"|(?:(?:一|另|有)[名位个個对對双雙]|某)[^,，。；、：「」“”]{1,16}\Z"  # 一名旅居荷兰的作家
)


@dataclass(frozen=True, slots=True)
class Victims:
    """`how`: named, carried (by a pronoun), unnamed (but determinate), or none."""

    persons: tuple[Mention, ...]
    how: str
    relative: bool
    number: float | None = None
    kin: Cue | None = None


def victims(scan: Scan, people: People, act: Act, focus: Focus) -> Victims:
    """Who suffers the act, as far as the sentence and the last ones before it say."""
    sentence = act.sentence
    kin = _kin(scan, people, act) if act.family in ON_RELATIVES else None
    relative = kin is not None or act.family in BY_PROXY
    apart = _indefinite(scan, sentence, act, act.start, act.end)
    persons = _named(scan.folded, people, act, kin, apart, frozenset(focus.seen))
    number = _number(scan, sentence, act)
    if persons and not (number and number > 1 and (len(persons) > number or _bystanders(persons, number))):
        return Victims(persons, "named", relative, number, kin)
    pointer = _pointer(sentence, act)
    alone = _alone(people, act) if kin is not None and (pointer is not None or scan.language != "en") else ()
    if alone and not apart:
        return Victims(alone, "carried", relative, number, kin)
    if pointer is not None and not _indefinite(scan, sentence, act):
        carried = _group(sentence, focus, pointer) if pointer.code == "group" else focus.one or focus.group
        if carried and sentence.index - max(focus.last, focus.unnamed) <= 6 and focus.last >= focus.unnamed:
            return Victims(carried, "carried", relative, number, kin)
        ahead = _ahead(scan, people, act) if focus.last < 0 else ()
        if ahead:
            return Victims(ahead, "carried", relative, number, kin)
        owned = kin is not None and _owned(sentence, focus)
        # Turkish has no need of pronouns: where one stands, it means somebody else.
        bare = scan.language in ARTICLELESS and scan.language != "tr" and _bare(people, sentence, act)
        told = pointer.code == "one" or kin is not None or _described(act)
        how = "carried" if focus.unnamed >= 0 else "unnamed" if owned or bare else "described" if told else "none"
        return Victims((), how, relative, number, kin)
    ahead = _ahead(scan, people, act) if focus.last < 0 and kin is not None else ()
    if ahead:
        return Victims(ahead, "carried", relative, number, kin)
    if number or _indefinite(scan, sentence, act):
        return Victims((), "unnamed", relative, number, kin)
    if scan.language != "en" and focus.one and sentence.index - focus.last <= 2 and focus.last > focus.unnamed:
        # The subject may be left out.
        return Victims(focus.one, "dropped", relative, number, kin)
    if scan.language != "en" and 0 < sentence.index - focus.unnamed <= 1:
        return Victims((), "carried", relative, number, kin)
    if (kin is not None and _owned(sentence, focus)) or (scan.language in ARTICLELESS and _bare(people, sentence, act)):
        return Victims((), "unnamed", relative, number, kin)
    return Victims((), "described" if kin is not None or _described(act) else "none", relative, number, kin)


def _ahead(scan: Scan, people: People, act: Act) -> tuple[Mention, ...]:
    """ "They took his mother off the bus. X, an editor in Y, …": the one person named behind, where none was before."""
    after = scan.sentences[act.sentence.index : act.sentence.index + 2]
    named = unique(people, [m for m in people.within(act.cue.end, after[-1].end) if not people.alias(m)])
    targets = tuple(m for m in named if m.role == "target") or named
    return targets if len(targets) == 1 and targets[0].role in ("target", "other") else ()


def _described(act: Act) -> bool:
    """ "tailed the columnist", "photographed Uyghur students": somebody told by what they are, in the act's clause."""
    return any(
        abs(cue.start - act.cue.start) <= _FAR
        for cue in act.sentence.of("role", "people")
        if act.start <= cue.start < act.end and (cue.kind == "people" or cue.code == "target")
    )


def _alone(people: People, act: Act) -> tuple[Mention, ...]:
    """ "the case of X …; she returned after her sister's arrest": whose relatives they are, if one person is named."""
    sentence = act.sentence
    named = [m for m in people.within(sentence.start, act.cue.start) if not people.alias(m)]
    silent = unique(people, [m for m in named if m.role in ("target", "other") and not speaker(sentence, m)])
    return silent if len(silent) == 1 and len(unique(people, named)) == 1 else ()


def _owned(sentence: SentenceScan, focus: Focus) -> bool:
    """Whether a relative is an exile's: "the mother of one of the reporters", "his brother" behind his case."""
    told = max(focus.last, focus.unnamed)
    return sentence.index - told <= _OF_CASE or any(cue.code == "target" for cue in sentence.of("role"))


def _bystanders(persons: tuple[Mention, ...], number: float) -> bool:
    """ "seven teachers close to X": the one name beside a count is not the people counted."""
    return len(persons) < number and all(person.role == "other" for person in persons)


def _group(sentence: SentenceScan, focus: Focus, pointer: Cue) -> tuple[Mention, ...]:
    """Whom "they" or "the three" stands for: as many of those named as the words say."""
    size = next((n.value for n in sentence.numbers if n.start < pointer.end and pointer.start < n.end), None)
    if size is not None and len(focus.group) != size and len(focus.seen) == size:
        return tuple(focus.seen)
    if not focus.group and 1 < len(focus.seen) <= _FEW:
        return tuple(focus.seen)
    return focus.group or focus.one


def _bare(people: People, sentence: SentenceScan, act: Act) -> bool:
    """ "задержали журналистку": where nouns have no article, a role without a name is somebody not named before."""
    return any(
        cue.code == "target" and "plural" not in cue.tags and act.start <= cue.start < act.end
        and people.at(cue.end, cue.end + 4) is None and people.at(max(cue.start - 4, 0), cue.start) is None
        for cue in sentence.of("role")
    )  # fmt: skip


def _named(
    text: str, people: People, act: Act, kin: Cue | None, apart: bool, seen: frozenset[Mention]
) -> tuple[Mention, ...]:
    """The persons of the clause, else of the sentence: not where the clause tells of somebody else (`apart`)."""
    sentence = act.sentence
    for start, end in ((act.start, act.end), (sentence.start, sentence.end))[: 1 if apart else 2]:
        near = [m for m in people.within(start, end) if not people.alias(m)]
        targets = [m for m in near if m.role == "target" or (m.role == "associate" and people.canonical(m) in seen)]
        if not targets and kin is None:
            targets = [
                m
                for m in near
                if m.role == "other" and not speaker(sentence, m) and abs(m.start - act.cue.start) < _FAR
            ]
        if targets:
            company = [m for m in near if m.role in _COMPANY and m not in targets and not speaker(sentence, m)]
            targets = sorted([*targets, *(m for m in company if _listed(text, sentence, near, m))])
            silent = [m for m in targets if not speaker(sentence, m)]
            return unique(people, silent if silent and kin is None else targets)
    return ()


def _listed(text: str, sentence: SentenceScan, near: list[Mention], mention: Mention) -> bool:
    """ "the activist X, Y and Z": who is joined to a target by a comma or an "and" shares what is done to it."""
    at = near.index(mention)
    if at == 0 or near[at - 1].role not in ("target", *_COMPANY):
        return False
    start = near[at - 1].end
    title = next((c for c in sentence.of("kin", "role") if start <= c.start and 0 <= mention.start - c.end <= 2), None)
    gap = text[start : title.start if title is not None else mention.start]
    joined = gap.strip() in {",", "、", "，", "،"} or bool(_COMPANION.fullmatch(gap))
    return joined and (near[at - 1].role == "target" or _listed(text, sentence, near, near[at - 1]))


def _kin(scan: Scan, people: People, act: Act) -> Cue | None:
    """The relative who suffers: on the side of the act where its victim stands."""
    cues = [
        cue
        for cue in act.sentence.of("kin")
        if act.start <= cue.start < act.end and not _joins(scan, people, act, cue) and not _says(scan, act, cue)
    ]
    before = [cue for cue in cues if cue.end <= act.cue.end and act.cue.start - cue.end <= _FAR]
    behind = [cue for cue in cues if cue.start >= act.cue.start and cue.start - act.cue.end <= _NEAR]
    if scan.language in VERB_FINAL or act.passive:
        return before[-1] if before else (behind[0] if behind and scan.language == "de" else None)
    return behind[0] if behind else (before[-1] if before and act.cue.start - before[-1].end <= _NEAR else None)


def _joins(scan: Scan, people: People, act: Act, kin: Cue) -> bool:
    """ "X and his wife": the relative shares the fate of the target, who is the victim."""
    named = people.last_before(kin.start, ("target",), max(act.start, kin.start - 40))
    return named is not None and bool(_COMPANION.match(scan.folded[named.end : kin.start]))


def _says(scan: Scan, act: Act, kin: Cue) -> bool:
    """Whether the relative speaks: beside the verb of saying, or before a comma where the verb closes the sentence."""
    said = [cue for cue in act.sentence.of("speech", "doubt") if cue.kind == "speech" or "after" in cue.tags]
    if scan.language == "tr" and scan.text[kin.end : kin.end + 1] == "," and any(c.start >= act.cue.end for c in said):
        return True
    return any(cue.kind == "speech" and 0 <= cue.start - kin.end <= 2 for cue in said)


def _pointer(sentence: SentenceScan, act: Act) -> Cue | None:
    """A pronoun or definite word for somebody named before; the clause first, then the sentence."""
    cues = tuple(cue for cue in sentence.of("trio") if not _counts(sentence, cue))
    inside = [cue for cue in cues if act.start <= cue.start < act.end]
    groups = [cue for cue in inside if cue.code == "group"]
    return next(iter((*groups, *inside, *cues)), None)


def _counts(sentence: SentenceScan, cue: Cue) -> bool:
    """ "двоих активистов": a count of people not named before points at nobody."""
    counted = any(n.start < cue.end and cue.start < n.end for n in sentence.numbers)
    return counted and any(0 <= other.start - cue.end <= 1 for other in sentence.of("role", "crowd", "kin"))


def _number(scan: Scan, sentence: SentenceScan, act: Act) -> float | None:
    """How many people the sentence says suffer the act: a count beside a word for people."""
    people = sentence.of("crowd", "role", "people", "nationality")
    best: tuple[int, float] | None = None
    for number in sentence.numbers:
        if getattr(number, "role", "count") != "count" or number.unit is not None or number.value < 1:
            continue
        if act.form == "past" and 0 <= act.cue.start - number.end <= 1 and number.value > 1:
            return number.value  # "600 detenidos": a participle may itself be the word for the people
        for cue in people if abs(number.start - act.cue.start) <= _FAR else ():
            gap = cue.start - number.end if cue.start >= number.end else number.start - cue.end
            between = scan.text[min(number.end, cue.end) : max(number.start, cue.start)]
            if -2 <= gap <= _COUNTED and not re.search(r"[,;，；。]", between) and (best is None or gap < best[0]):
                best = (gap, number.value)
    return best[1] if best else None


def _apposed(scan: Scan, sentence: SentenceScan, cue: Cue) -> bool:
    """ "A resident of Texas, he was tricked": the indefinite words at the head only say more of whom "he" is."""
    return cue.start - sentence.start <= _HEAD and any(
        pointer.code == "one" and _HEADED.fullmatch(scan.text, cue.end, pointer.start)
        for pointer in sentence.of("trio")
        if cue.end <= pointer.start
    )


def _indefinite(scan: Scan, sentence: SentenceScan, act: Act, start: int = 0, end: int | None = None) -> bool:
    """ "a Chinese national", 一名香港示威者: somebody determinate without a name."""
    for cue in (*sentence.of("role"), *sentence.of("crowd"), *sentence.of("people"), *sentence.of("nationality")):
        if (
            cue.code in ("office", "expert", "associate")
            or _apposed(scan, sentence, cue)
            or not start <= cue.start < (end or sentence.end)
        ):
            continue
        if abs(cue.start - act.cue.start) <= _FAR and _INDEFINITE.search(
            scan.folded[max(sentence.start, cue.start - 40) : cue.start]
        ):
            return True
    return False
