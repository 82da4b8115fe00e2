"""People: the persons that a document names, each with all the places that name them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from asylia.model.mention import Mention


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the text that names a person. `weight` says how sure that is; `why` names the evidence."""

    start: int
    end: int
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Person:
    """One person of one document: where they are named, the fullest name first said, and their role."""

    mentions: tuple[Mention, ...]
    full: Mention
    role: str


class People:
    """All persons of a document. Immutable; mentions are sorted by place and never overlap."""

    def __init__(self, persons: Sequence[Person], aliases: Collection[Mention] = ()) -> None:
        self.persons = tuple(persons)
        self._of = {mention: person for person in self.persons for mention in person.mentions}
        self.mentions: tuple[Mention, ...] = tuple(sorted(self._of))
        self._starts = [mention.start for mention in self.mentions]
        self._aliases = frozenset(aliases)

    def person(self, mention: Mention) -> Person:
        """The person named at this place."""
        return self._of[mention]

    def canonical(self, mention: Mention) -> Mention:
        """The first full mention of the person named here."""
        person = self._of.get(mention)
        return person.full if person else mention

    def same(self, left: Mention, right: Mention) -> bool:
        """Whether two mentions name one person of this document."""
        return self.canonical(left) == self.canonical(right)

    def alias(self, mention: Mention) -> bool:
        """Whether the mention is another spelling in brackets behind a name."""
        return mention in self._aliases

    def at(self, start: int, end: int) -> Mention | None:
        """The first mention that shares a character with the span."""
        return next(iter(self.within(start, end)), None)

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that share a character with the span, in the order of the text."""
        low = bisect_left(self._starts, start)
        if low and self.mentions[low - 1].end > start:
            low -= 1
        return self.mentions[low : bisect_left(self._starts, end)]

    def last_before(self, offset: int, roles: Collection[str] = (), since: int = 0) -> Mention | None:
        """The last mention that begins before the offset, not before `since`, of one of the roles if any are given."""
        for index in range(bisect_left(self._starts, offset) - 1, -1, -1):
            mention = self.mentions[index]
            if mention.start < since:
                return None
            if not roles or mention.role in roles:
                return mention
        return None
