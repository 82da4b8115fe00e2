"""Given names under their forms in several languages, from `givens.toml`: which words are one name, which are two."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(resources.files("asylia.lexicon").joinpath("givens.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def givens() -> Mapping[str, frozenset[str]]:
    """Form, as it stands in the file → the names that it may be."""
    found: dict[str, set[str]] = defaultdict(set)
    for names in _data().values():
        for name, forms in names.items():
            for form in forms.split(" "):
                found[form].add(name)
    return {form: frozenset(names) for form, names in found.items()}


@lru_cache(maxsize=1)
def tibetan() -> Mapping[str, tuple[str, ...]]:
    """Han characters of a Tibetan name → the usual Latin spelling of each name that they may stand for."""
    found: dict[str, list[str]] = defaultdict(list)
    for forms in _data()["tibetan"].values():
        first, *others = forms.split(" ")
        for form in others:
            if not form[0].isalpha() or "\u4e00" <= form[0] <= "\u9fff":
                found[form].append(first)
    return {form: tuple(names) for form, names in found.items()}
