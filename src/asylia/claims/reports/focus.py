"""Focus: who was last spoken of as affected, for pronouns, "the three" and sentences that name nobody."""

from __future__ import annotations

from dataclasses import dataclass, field

from asylia.claims.persons.people import People
from asylia.claims.persons.roles import cited
from asylia.claims.scan import Scan, SentenceScan
from asylia.model.mention import Mention


@dataclass(slots=True)
class Focus:
    """Who was last spoken of as affected, for pronouns and "the three"."""

    one: tuple[Mention, ...] = ()
    group: tuple[Mention, ...] = ()
    unnamed: int = -99  # the sentence that last told of unnamed victims
    last: int = -99  # the sentence that last named a target
    seen: list[Mention] = field(default_factory=list)

    def struck(self, victims: tuple[Mention, ...], index: int) -> None:
        """Take in whom an act was done to, also where nothing else made them targets."""
        if victims:
            self.one, self.last = victims[:1], index
            self.group = victims if len(victims) > 1 else self.group
            self.seen += [person for person in victims if person not in self.seen]

    def hear(self, scan: Scan, people: People, sentence: SentenceScan) -> None:
        """Take in the targets that a sentence names; whose followers they are is not spoken of."""
        here = [m for m in people.within(sentence.start, sentence.end) if not people.alias(m)]
        spoken = [m for m in here if not cited(scan, sentence, m.start)]
        named = unique(people, [m for m in spoken if m.role == "target"])
        if not named:
            others = [m for m in spoken if m.role == "other"]
            silent = unique(people, [m for m in others if not speaker(sentence, m)])
            if len(silent) == 1 and (sentence.has("kin") or not sentence.has("speech")):
                self.one, self.last = silent, sentence.index  # the sentence is about somebody, whatever they are
        if named:
            self.one, self.last = named[:1], sentence.index
            if len(named) > 1:
                self.group = named
            full = [people.canonical(m) for m in named]
            self.seen += [m for m in full if m not in self.seen]


def unique(people: People, mentions: list[Mention]) -> tuple[Mention, ...]:
    """The first mention of each person."""
    kept: dict[Mention, Mention] = {}
    for mention in mentions:
        kept.setdefault(people.canonical(mention), mention)
    return tuple(kept.values())


def speaker(sentence: SentenceScan, mention: Mention) -> bool:
    """Whether the person stands beside a word of speech."""
    return any(
        cue.kind == "speech" and (0 <= cue.start - mention.end <= 2 or 0 <= mention.start - cue.end <= 2)
        for cue in sentence.cues
    )
