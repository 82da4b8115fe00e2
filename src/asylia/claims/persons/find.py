"""Find the persons that a document names."""

from __future__ import annotations

from collections.abc import Callable

from asylia.claims.persons import arabic, han, hangul, latin, roles
from asylia.claims.persons.people import People, Person, Spot
from asylia.claims.persons.roles import role_of
from asylia.claims.persons.shorts import clusters
from asylia.claims.scan import Scan
from asylia.model.mention import Mention

# Which grammars of names read a language, in order: earlier ones win where spans overlap.
GRAMMARS: dict[str, tuple[Callable[[Scan], list[Spot]], ...]] = {
    "zh": (han.spots, latin.spots),
    "ja": (han.spots, latin.spots),
    "ko": (hangul.spots, han.spots, latin.spots),
    "ar": (arabic.spots, latin.spots),
    "fa": (arabic.spots, latin.spots),
}

_LATIN = latin.KINDS | roles.KINDS
_HAN = _LATIN | han.KINDS
_KINDS: dict[str, frozenset[str] | None] = {"zh": _HAN, "ja": _HAN, "ko": None, "ar": None, "fa": None}


def kinds(language: str) -> frozenset[str] | None:
    """The kinds of cues that names in a language are told by: an outline with these will do; None: nearly all kinds."""
    return _KINDS.get(language, _LATIN)


def find(scan: Scan) -> People:
    """Every person named in the document, short forms with the full name they stand for, each with one role."""
    spots = _apart([spot for grammar in GRAMMARS.get(scan.language, (latin.spots,)) for spot in grammar(scan)])
    groups = _with_aliases(scan, clusters(scan, spots))
    document = scan.document.id
    persons: list[Person] = []
    aliases: list[Mention] = []
    for members, others in groups:
        role = role_of(scan, members)
        mentions = tuple(Mention(document, spot.start, spot.end, "person", role) for spot in (*members, *others))
        longest = max(spot.end - spot.start for spot in members)
        full = next(m for m, spot in zip(mentions, members, strict=False) if spot.end - spot.start == longest)
        aliases += mentions[len(members) :]
        persons.append(Person(tuple(sorted(mentions)), full, role))
    return People(persons, aliases)


def _apart(spots: list[Spot]) -> list[Spot]:
    """Spots that do not overlap: the heavier, then the longer, then the earlier stands."""
    kept: list[Spot] = []
    for spot in sorted(spots, key=lambda spot: (-spot.weight, spot.start - spot.end, spot.start)):
        if spot.end > spot.start and all(spot.end <= other.start or other.end <= spot.start for other in kept):
            kept.append(spot)
    return sorted(kept, key=lambda spot: spot.start)


def _with_aliases(scan: Scan, groups: list[list[Spot]]) -> list[tuple[list[Spot], list[Spot]]]:
    """A name in brackets right behind a name is another spelling of it: 許智峯（テッド・ホイ）."""
    ends = {spot.end: index for index, members in enumerate(groups) for spot in members}
    made: list[tuple[list[Spot], list[Spot]]] = [(members, []) for members in groups]
    gone = set()
    for index, members in enumerate(groups):
        first = members[0]
        before = scan.text[first.start - 2 : first.start]
        host = next((ends.get(first.start - len(gap)) for gap in (" (", "(", "（") if before.endswith(gap)), None)
        if host is not None and host != index and host not in gone and scan.text[first.end : first.end + 1] in ")）":
            made[host][1].extend(members)
            gone.add(index)
    return [pair for index, pair in enumerate(made) if index not in gone]
