"""Date templates of a calendar file ("{day} {month} {year}", "{n} {unit} ago") turned into patterns.

A template is text with {placeholders}, [what|may be missing] and (one|or|another). Every pattern is bounded
and tried only at places where its first word or a number stands, so reading stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from asylia.language.fold import fold
from asylia.language.phrases import spellings
from asylia.language.scripts import is_unspaced

_ELEMENT = re.compile(r"\{(\w+)\}|(\[[^\]]*\]|\([^)]*\))|( +)|([^{} \[(]+)")
_BRACKET = re.compile(r"\[([^\[\]]*)\]|\(([^()]*)\)")
_NAME = re.compile(r"\(\?P<\w+>")
_OPENING = 3  # parts of a template: a placeholder, a space and another placeholder
_CJK = "〇零一二三四五六七八九十廿"
NUMBERS = {
    "day": rf"(?P<day>[0-3]?\d(?!\d)|[{_CJK}]{{1,3}})",
    "day2": rf"(?P<day2>[0-3]?\d(?!\d)|[{_CJK}]{{1,3}})",
    "m": rf"(?P<m>[01]?\d(?!\d)|[{_CJK}]{{1,2}})",
    "m2": rf"(?P<m2>[01]?\d(?!\d)|[{_CJK}]{{1,2}})",
    "year": rf"(?P<year>(?:1[5-9]|20)\d\d(?!\d)|[{_CJK}]{{4}})",
    "year2": rf"(?P<year2>(?:1[5-9]|20)\d\d(?!\d)|[{_CJK}]{{4}})",
    "jyear": r"(?P<year>1[34]\d\d(?!\d))",
    "eyear": rf"(?P<year>\d{{1,4}}(?!\d)|元|[{_CJK}]{{1,4}})",
    "yy": r"(?P<yy>\d\d(?!\d))",
}


class Template:
    """One way of writing a date. `lead` is the literal that it begins with, "" where it begins with a placeholder.

    The pattern is compiled when first needed: a language has hundreds, a page uses a dozen.
    """

    def __init__(self, parts: list[str], meaning: Mapping[str, Any], opens: str, lead: str, rank: int) -> None:
        self.written = "".join(parts)
        self.meaning = meaning
        self.opens = opens  # "digit", "literal", or the placeholder that it begins with
        self.opening = _NAME.sub("(?:", "".join(parts[:_OPENING]))  # the pattern of its beginning
        self.lead = lead
        self.rank = rank

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self.written)


class Templates:
    """Templates that can begin at the same kind of place. Many begin alike, and are told apart only where one fits."""

    def __init__(self, each: list[Template]) -> None:
        self._each = tuple(each)
        self._openings = tuple(dict.fromkeys(template.opening for template in each))

    def fitting(self, folded: str, at: int) -> Sequence[Template]:
        """The templates whose beginning stands at this place, where the guard matches."""
        if len(self._openings) == 1:
            return self._each
        fit = {opening for opening in self._openings if _compiled_opening(opening).match(folded, at)}
        return [template for template in self._each if template.opening in fit]

    @cached_property
    def guard(self) -> re.Pattern[str]:
        """Matches where at least one of the beginnings does."""
        return re.compile("|".join(self._openings) or r"(?!)")


@lru_cache(maxsize=4096)
def _compiled_opening(opening: str) -> re.Pattern[str]:
    return re.compile(opening)


def alternatives(forms: Mapping[str, Any]) -> str:
    """A pattern for any of the forms, longest first."""
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


def expand(written: str) -> list[str]:
    """A template with brackets, written out as the templates that it stands for; literal brackets inside it stay."""
    found = next((found for found in _BRACKET.finditer(written) if not _stays(written, found)), None)
    if found is None:
        return [" ".join(written.split(" ")).strip()]
    options = ["", *found[1].split("|")] if found[1] is not None else found[2].split("|")
    tails = (written[: found.start()] + option + written[found.end() :] for option in options)
    return [plain for tail in tails for plain in expand(tail)]


def _stays(written: str, found: re.Match[str]) -> bool:
    """Whether a bracket can be one optional piece of the pattern: plain words, not at the start, spaces its own."""
    words, before, after = found[0][1:-1], written[: found.start()], written[found.end() :]
    alone = before.endswith((" ", "]", ")")) and after[:1] in {"", " "}
    nested = before.count("[") > before.count("]") or before.count("(") > before.count(")")
    if nested or not before.strip() or "{" in words or any(is_unspaced(char) for char in words):
        return False
    return not alone if found[1] is not None else all(words.split("|"))


def compile_template(written: str, names: Mapping[str, str], meaning: Mapping[str, Any], rank: int) -> list[Template]:
    """Patterns of a written template. `names` holds the pattern of every placeholder."""
    made = []
    for plain in dict.fromkeys(" ".join(text.split()) for text in expand(written)):
        made += [_compiled(spelling, names, meaning, rank) for spelling in dict.fromkeys(spellings(plain))]
    return made


def _compiled(plain: str, names: Mapping[str, str], meaning: Mapping[str, Any], rank: int) -> Template:
    parts: list[str] = []
    opens, lead, leading = "", "", True
    previous = ""
    for placeholder, bracket, space, literal in _ELEMENT.findall(plain):
        if placeholder:
            pattern = names.get(placeholder)
            if pattern is None:
                raise ValueError(f"unknown placeholder {{{placeholder}}}")
            if not opens:
                opens = "digit" if placeholder in NUMBERS else placeholder
            leading = False
            parts.append((" ?" if previous and is_unspaced(previous) else "") + pattern)
            previous = ""
        elif bracket:
            leading = False
            parts.append(_choice(bracket))
            previous = ""
        elif space:
            parts.append(" {1,2}")
            lead += " " if leading else ""
            previous = " "
        else:
            word = fold(literal)
            if not opens:
                opens = "literal"
            lead += word if leading else ""
            parts.append((" ?" if not previous and parts and is_unspaced(word[0]) else "") + re.escape(word))
            previous = word[-1]
    return Template(parts, meaning, opens, lead.strip(), rank)


def _choice(bracket: str) -> str:
    """The pattern of a bracket of plain words, the longest first."""
    words = sorted((fold(word) for word in bracket[1:-1].split("|")), key=lambda word: (-len(word), word))
    options = "|".join(re.escape(word).replace("\\ ", " {1,2}") for word in words)
    return f"(?:{options})" + ("?" if bracket[0] == "[" else "")
