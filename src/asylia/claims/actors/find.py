"""Find: every actor of a document, from the lexicon's nouns and names and from the grammar of names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from asylia.claims.actors import cased, rightward, unspaced
from asylia.claims.actors.tables import GROWTH, NAME_STOPS
from asylia.claims.actors.unknown import unknown
from asylia.claims.actors.words import Line, Seed, line
from asylia.claims.belonging import belongs
from asylia.claims.scan import Scan, SentenceScan
from asylia.language.fold import fold, respelled
from asylia.lexicon.load import Lexicon
from asylia.model.mention import Mention

# The class of an actor, and the type of mention it makes.
TYPES = {
    "state": "state", "country": "state", "police": "state", "court": "organisation",
    "ngo": "organisation", "body": "organisation", "media": "outlet", "critic": "group", "expert": "group",
    "source": "group", "kin": "group", "official": "group", "person": "person",
}  # fmt: skip
# What the gazetteer calls an institution, and the class it has here.
_INSTITUTIONS = {
    "ngo": "ngo", "court": "court", "media": "media", "outlet": "media", "agency": "media", "newspaper": "media",
    "police": "police", "ministry": "state", "government": "state", "state": "state", "party": "state",
    "parliament": "state", "intelligence": "state", "un": "body", "body": "body", "igo": "body",
    "organisation": "body", "group": "ngo",
}  # fmt: skip
_UNSPACED = ("zh", "ja", "ko")
# A sentence without any of these names no actor.
_HOLDS = (
    "actor",
    "institution",
    "country",
    "capital",
    "region",
    "head",
    "speech",
    "stance",
    "attribution",
    "report_noun",
)
_GROWS = ("actor", "head", "speech", "stance", "attribution", "report_noun")  # without these a name is as it stands
_OTHER = ("counted", "programme")  # kinds whose longer words swallow an actor


@dataclass(frozen=True, slots=True)
class Actor:
    """A named or unnamed actor.

    `bare` where only the common noun stands there ("the embassy"); `generic` where it names a kind that
    every country has ("police", "the government") and so need not mean the one named last; `noun` where a
    common noun heads it and a proper name may stand beside it.
    """

    mention: Mention
    code: str
    bare: bool = False
    generic: bool = False
    noun: bool = False

    @property
    def start(self) -> int:
        """Where its words begin."""
        return self.mention.start

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.mention.end

    @property
    def answers(self) -> bool:
        """Whether it speaks for a state."""
        return self.code in ("state", "country", "police", "official")


class Candidate(NamedTuple):
    """A span that may be an actor."""

    start: int
    end: int
    code: str
    bare: bool
    generic: bool
    noun: bool


def find(scan: Scan, people: Iterable[Mention] = ()) -> tuple[Mention, ...]:
    """Mentions of all organisations, governments, offices, groups and outlets that the page names, in order."""
    return tuple(actor.mention for actor in named(scan, people))


def named(scan: Scan, people: Iterable[Mention] = ()) -> tuple[Actor, ...]:
    """The same with their classes. `people` are mentions of persons: no name of an organisation crosses them."""
    spans = sorted((person.start, person.end) for person in people)
    found: list[Actor] = []
    for sentence in scan.sentences:
        near = [span for span in spans if span[0] < sentence.end and sentence.start < span[1]]
        found += _in_sentence(scan, sentence, near)
    return tuple(found)


def _in_sentence(scan: Scan, sentence: SentenceScan, people: Sequence[tuple[int, int]]) -> list[Actor]:
    if not sentence.has(*_HOLDS):
        return []
    seeds = _seeds(scan, sentence)
    language = scan.language if scan.language in (*GROWTH, *_UNSPACED, *NAME_STOPS) else "en"
    candidates: list[Candidate] = []
    if not sentence.has(*_GROWS):
        return _longest(scan, [_candidate(seed, seed.start, seed.end) for seed in seeds], people)
    if language in _UNSPACED:
        seeds += _suffixed(scan, sentence)
        seeds += unspaced.foreign(scan, sentence, [*people, *((seed.start, seed.end) for seed in seeds)])
        for seed in seeds:
            if seed.noun:
                beside = unspaced.beside(scan, sentence, seed) if seed.code in ("ngo", "media", "body") else None
                start, end = unspaced.grow(scan, sentence, seed)
                candidates.append(_candidate(seed, start, end))
                candidates.append(_candidate(seed, seed.start, seed.end))  # where the grown name crosses a person's
                if beside:
                    candidates.append(_candidate(beside, beside.start, beside.end))
            else:
                candidates.append(_candidate(seed, seed.start, seed.end))
    else:
        candidates += _spaced(line(scan, sentence), seeds, language, people)
    return _longest(scan, candidates, people)


def _spaced(at: Line, seeds: list[Seed], language: str, people: Sequence[tuple[int, int]]) -> list[Candidate]:
    candidates: list[Candidate] = []
    shouting = _headline(at)
    if language in GROWTH and not shouting and language != "de":
        groups = cased.capital_runs(at, GROWTH[language])
        seeds = [*seeds, *cased.runs(groups, at, language, _heads(at.scan.lexicon, language))]
        taken = [*people, *((seed.start, seed.end) for seed in seeds)]
        seeds += unknown(groups, at, language, taken)
    for seed in seeds:
        if not seed.noun or shouting:
            candidates.append(_candidate(seed, seed.start, seed.end))
            continue
        if language in NAME_STOPS:
            start, end = rightward.grow(at, seed, seeds, language)
        else:
            start, end = cased.grow(at, seed, seeds, language)
            beside = None
            if seed.code in ("ngo", "media", "body") and "person" not in seed.tags:
                beside = cased.beside(at, seed, language, people)
            if beside:
                candidates.append(_candidate(beside, beside.start, beside.end))
                if start <= beside.start < end:  # the noun's own phrase ends where the name begins
                    end = max(seed.end, min(end, beside.start - 1))
        candidates.append(_candidate(seed, start, end))
        candidates.append(_candidate(seed, seed.start, seed.end))
    return candidates


def _headline(at: Line) -> bool:
    """Headlines that capitalise every word tell nothing by their capitals."""
    if at.sentence.paragraph >= 0 or len(at.words) < 4:
        return False
    return sum(word.cap for word in at.words) > 0.7 * len(at.words)


def _candidate(seed: Seed, start: int, end: int) -> Candidate:
    code = "official" if seed.code == "state" and "person" in seed.tags else seed.code
    if end > seed.end and seed.code == "state" and end - seed.end == 1:
        code = "official"
    bare = (start, end) == (seed.start, seed.end) and seed.noun
    return Candidate(start, end, code, bare, bare and "generic" in seed.tags, seed.noun and "name" not in seed.tags)


def _seeds(scan: Scan, sentence: SentenceScan) -> list[Seed]:
    seeds: list[Seed] = []
    longer = sentence.of(*_OTHER)
    for cue in sentence.of("actor", "institution", "country", "capital", "region"):
        # "Police" in "police service station" is no police.
        if any(o.start <= cue.start and cue.end <= o.end and o.end - o.start > cue.end - cue.start for o in longer):
            continue
        if cue.kind == "actor":
            seeds.append(Seed(cue.start, cue.end, cue.code, cue.tags))
        elif cue.kind == "institution":
            code = next((_INSTITUTIONS[tag] for tag in sorted(cue.tags) if tag in _INSTITUTIONS), "body")
            seeds.append(Seed(cue.start, cue.end, code, frozenset({"name"}), noun=False))
        elif not (_compound(scan, cue.end) or belongs(scan, sentence, cue)):  # a state, or its capital in its place
            seeds.append(Seed(cue.start, cue.end, "country", frozenset({"place"}), noun=False))
    return seeds


def _compound(scan: Scan, end: int) -> bool:
    """Whether the place is only the first half of a word: "the New York-based group", "Iran-backed"."""
    return scan.text[end : end + 1] == "-" and scan.text[end + 1 : end + 2].islower()


def _suffixed(scan: Scan, sentence: SentenceScan) -> list[Seed]:
    return [
        Seed(cue.start, cue.end, cue.code, frozenset({"name"}))
        for cue in sentence.of("head")
        if scan.language in _UNSPACED
    ]


@lru_cache(maxsize=32)
def _heads(lexicon: Lexicon, language: str) -> cased.Heads:
    table = [
        (respelled(fold(form), language), row.get("code", "body"))
        for row in lexicon.words(language, "voices").get("head", ())
        for form in row.get("forms", ())
    ]
    return cased.heads_of(table, GROWTH[language])


def _owns(scan: Scan, end: int) -> bool:
    """Whether a genitive closes the name: "Z's office"."""
    return scan.folded[end : end + 3] == "'s "


def _longest(scan: Scan, candidates: list[Candidate], people: Sequence[tuple[int, int]]) -> list[Actor]:
    """Where candidates overlap, the longest stands; one that crosses the name of a person does not."""
    kept: list[Candidate] = []
    for one in sorted(candidates, key=lambda c: (c.start - c.end, c.start, c.bare, c.code)):
        if any(other.start < one.end and one.start < other.end for other in kept):
            continue
        # A person's name may stand inside an organisation's ("X's office"), but never across its edge.
        crosses = [(start, end) for start, end in people if start < one.end and one.start < end]
        inside = all(one.start <= start and end <= one.end for start, end in crosses)
        if inside and (not crosses or not one.noun or all(_owns(scan, end) for _, end in crosses)):
            kept.append(one)
    document = scan.document.id
    return [
        Actor(Mention(document, c.start, c.end, TYPES.get(c.code, "organisation")), c.code, c.bare, c.generic, c.noun)
        for c in sorted(kept)
    ]
