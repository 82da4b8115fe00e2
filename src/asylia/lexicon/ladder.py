"""The ladder: how gravely a count words the way in which people came back, in any language."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources

from asylia.language.fold import fold

_UNSPACED = frozenset({"zh", "ja", "ko"})


@lru_cache(maxsize=1)
def _patterns() -> dict[str, list[tuple[int, str, re.Pattern[str]]]]:
    text = resources.files("asylia.lexicon").joinpath("ladder.toml").read_text("utf-8")
    found: dict[str, list[tuple[int, str, re.Pattern[str]]]] = {}
    for rung in tomllib.loads(text)["rung"]:
        for language, forms in rung.items():
            if isinstance(forms, list):
                edge = (
                    "" if language in _UNSPACED else r"(?<!\w)(?:[وفبلک]?(?:ال)?)" if language == "ar" else r"(?<!\w)"
                )
                pattern = re.compile(edge + "(?:" + "|".join(re.escape(fold(form)) for form in forms) + ")")
                found.setdefault(language, []).append((rung["level"], rung["name"], pattern))
    return found


def rungs(quote: str, language: str | None) -> frozenset[tuple[int, str]]:
    """The rungs that the words of a quote stand on: (level, name)."""
    folded = fold(quote)
    return frozenset(
        (level, name) for level, name, pattern in _patterns().get(language or "en", ()) if pattern.search(folded)
    )
