"""Voices of a page: who is credited with each place of its text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from asylia.claims.actors import Actor
from asylia.lexicon.matcher import Cue
from asylia.model.claim import Voice
from asylia.model.mention import Mention


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is credited with `text[start:end]`.

    `actor` is who (the full name, wherever it stands), `said` the words that stand for them here, `cue` the
    verb or phrase that credits. `how`: says, according, cites, stance (a stance that vouches for what follows:
    denies, warns …), view (one that does not: condemns, demands …), act, rules (a court's act), document or carried.
    """

    actor: Actor
    said: tuple[int, int]
    cue: Cue
    start: int
    end: int
    how: str
    sentence: int

    @property
    def covers(self) -> bool:
        """Whether it credits words at all: deeds and mere views do not."""
        return self.how not in ("act", "view") and self.end > self.start


# Whom a claim in a span is credited to.
Credit: TypeAlias = Callable[["Voices", int, int], Voice]


class Voices:
    """Every attribution of a document, and who stands behind each place of it."""

    def __init__(
        self, actors: Sequence[Actor], attributions: Sequence[Attribution], credit: Credit | None = None
    ) -> None:
        self.cast = tuple(sorted(actors, key=lambda actor: actor.start))
        self.actors: tuple[Mention, ...] = tuple(actor.mention for actor in actors)
        self.attributions = tuple(sorted(attributions, key=lambda a: (a.sentence, a.cue.start, a.start)))
        self._by_start = sorted((a for a in attributions if a.covers), key=lambda a: a.start)
        self._starts = [a.start for a in self._by_start]
        self._heard: dict[int, list[Attribution]] = {}
        for one in self.attributions:
            self._heard.setdefault(one.sentence, []).append(one)
        self._credit = credit
        self._longest = max((a.end - a.start for a in self._by_start), default=0)

    def heard_in(self, sentence: int) -> Sequence[Attribution]:
        """The attributions of a sentence."""
        return self._heard.get(sentence, ())

    def credited_at(self, start: int, end: int) -> Voice:
        """Who is credited with a claim there, by all that is known; `voice_at` is the rules' own word."""
        return self._credit(self, start, end) if self._credit is not None else self.voice_at(start, end)

    def cast_within(self, start: int, end: int) -> tuple[Actor, ...]:
        """The actors that a span names."""
        first = bisect_left(self.cast, start, key=lambda actor: actor.start)
        return self.cast[first : bisect_left(self.cast, end, key=lambda actor: actor.start)]

    def voice_at(self, start: int, end: int) -> Voice:
        """Who is credited with the words there: the innermost name is the origin, those around it stand between."""
        chain = self.chain_at(start, end)
        if not chain:
            return Voice()
        names: list[Mention] = []
        for attribution in chain:
            if attribution.actor.mention not in names:
                names.append(attribution.actor.mention)
        origin = replace(names[-1], role="origin")
        claimant = replace(names[0], role="claimant") if len(names) > 1 else origin
        return Voice(origin, claimant, tuple(replace(name, role="other") for name in names[:-1]))

    def chain_at(self, start: int, end: int) -> tuple[Attribution, ...]:
        """The attributions that cover the span, nearest to the page first."""
        low = bisect_left(self._starts, start - self._longest)
        high = bisect_right(self._starts, end)
        found = [a for a in self._by_start[low:high] if _covers(a, start, end)]
        return tuple(sorted(found, key=lambda a: (_ORDER.get(a.how, 2) // 3, a.start - a.end, _ORDER.get(a.how, 2))))


# Who is nearer to the page: a document that cites, before the source it cites.
_ORDER = {"carried": 0, "document": 1, "says": 2, "stance": 2, "according": 3, "cites": 4}


def _covers(attribution: Attribution, start: int, end: int) -> bool:
    shared = min(attribution.end, end) - max(attribution.start, start)
    if shared > 0 and start <= attribution.cue.start <= start + _OPENS and attribution.cue.end < end:
        return True  # the span names the speaker too: "the group counts 18 cases"
    return shared > 0 and 2 * shared >= min(end - start, attribution.end - attribution.start)


_OPENS = 60  # characters within which a span that names its speaker comes to the verb
