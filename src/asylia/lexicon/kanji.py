"""How Japanese names in characters are read: common surnames, and characters in given names, from `kanji.toml`."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

from asylia.lexicon.han import SYSTEMS, same, table


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Any]:
    return tomllib.loads(resources.files("asylia.lexicon").joinpath("kanji.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def surnames() -> Mapping[str, tuple[str, ...]]:
    """Surname in characters, variants made one → its readings."""
    found: dict[str, list[str]] = defaultdict(list)
    for reading, forms in _data()["surnames"].items():
        for form in dict.fromkeys(map(same, forms.split(" "))):
            found[form].append(reading)
    return {form: tuple(readings) for form, readings in found.items()}


@lru_cache(maxsize=4096)
def read(characters: str) -> tuple[str, ...]:
    """What one or two characters are read in a name: their own readings, then the Sino-Japanese ones."""
    form = same(characters)
    own = _given().get(form, ())
    entry = table().get(form) if len(form) == 1 else None
    return tuple(dict.fromkeys((*own, *(entry.readings[SYSTEMS.index("japanese")] if entry else ()))))


@lru_cache(maxsize=1)
def _given() -> Mapping[str, tuple[str, ...]]:
    return {same(form): tuple(readings.split(" ")) for form, readings in _data()["given"].items()}
