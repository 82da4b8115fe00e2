"""Blocks: which persons are compared at all, by keys on which spellings of one name agree in any script."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations

from asylia.entities.han import readings
from asylia.entities.japanese import surname_readings
from asylia.entities.spelling import skeleton, spelled
from asylia.entities.syllables import heads
from asylia.entities.tibetan import spelled_in_han
from asylia.lexicon.han import SYSTEMS, same

CROWD = 64  # a key shared by more persons than this says too little
FEW = 12  # a key shared by so few is enough; of a more common one it takes two


def candidates(people: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Pairs of persons, by position, any two of whose names share keys enough to be compared; sorted."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, names in enumerate(people):
        for key in {key for name in names for key in keys(name)}:
            blocks[key].append(i)
    found: set[tuple[int, int]] = set()
    common: Counter[tuple[int, int]] = Counter()
    for key, held in blocks.items():
        if len(held) <= FEW or (key[0] in WHOLE and len(held) <= CROWD):
            found.update(combinations(held, 2))
        elif len(held) <= CROWD:
            common.update(combinations(held, 2))
    found.update(pair for pair, count in common.items() if count > 1)
    return sorted(found)


WHOLE = "=~+#"  # keys made of a whole name


@lru_cache(maxsize=65536)
def keys(name: str) -> frozenset[str]:
    """The keys of a name; two spellings of one name share at least one."""
    form = spelled(name)
    if form.han is None:
        return frozenset((*(key for words in form.variants for key in _keys(words)), *heads(form)))
    found = {"=" + same(form.han), *heads(form)}
    found.update(key for names in spelled_in_han(form.han) for key in _keys(names))
    found.update(key for reading in surname_readings(form.han) if len(key := skeleton(reading)) > 1)
    for system in SYSTEMS:
        for syllables in readings(form.han, system)[:8]:
            for cut in (1, 2) if len(syllables) > 3 else (1,):
                found.update(_keys(("".join(syllables[:cut]), "".join(syllables[cut:]))))
    return frozenset(found)


def _keys(words: Iterable[str]) -> Iterable[str]:
    content = [word for word in words if word]
    yield "~" + "".join(sorted(content))
    whole = skeleton("".join(content))
    loosely = skeleton("".join(content), True)
    if len(loosely) > 1 and loosely != whole:
        yield "+" + loosely
    if 0 < len(whole) <= 2:
        yield "^" + whole  # a name too short for any part of it to tell
    if len(whole) > 2:
        yield "+" + whole
    for part in {"".join(content), "".join(content[1:]), "".join(content[:-1]), *content}:
        for bones in {skeleton(part), skeleton(part, True)}:
            if len(bones) > 1:
                yield bones
