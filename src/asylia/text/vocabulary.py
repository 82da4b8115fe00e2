"""The words that pages say to their readers rather than about the world, in twelve languages.

The lists stand in chrome/<language>.toml, one file a language, where anybody can add to them. All languages
are looked for on every page: a Korean site keeps its Korean buttons around an English article.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from ahocorasick_rs import AhoCorasick, MatchKind

from asylia.language.fold import fold
from asylia.language.scripts import at_word_end, at_word_start, is_unspaced, script_of
from asylia.model.errors import LexiconError

LANGUAGES = ("ar", "de", "en", "es", "fa", "fr", "ja", "ko", "ru", "tr", "vi", "zh")
WHOLE = frozenset({"endmatter", "label", "after", "comments"})  # the line is nothing else, numbers and marks aside
OPENING = frozenset({"after_opening", "comments_opening", "pointer", "note", "published", "updated", "byline"})
ANYWHERE = frozenset({"agency", "plea", "call", "notice", "offer", "credit", "rights", "reporter", "consent"})
_BARE = re.compile(r"[\W\d_]+")
_NO_BREAK = re.compile(r"[\s\"'“”‘’«»\[\](){}【】〔〕「」『』<>《》:：|\-–—*#·•+=]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of one list at `[start:end]` of the folded line."""

    kind: str
    start: int
    end: int


class Words:
    """All lists, ready to be looked up."""

    def __init__(self, files: Mapping[str, Mapping[str, list[str]]]) -> None:
        self._whole: dict[str, str] = {}
        self._open: dict[str, tuple[str, bool]] = {}
        anywhere: dict[str, tuple[str, bool]] = {}
        for name, lists in sorted(files.items()):
            for kind, forms in lists.items():
                if kind not in WHOLE | OPENING | ANYWHERE:
                    raise LexiconError(f"chrome/{name}.toml", kind, "no list of this name is known")
                for form in forms:
                    self._put(kind, form, anywhere)
        self._forms = list(anywhere)
        self._kinds = [anywhere[form] for form in self._forms]
        self._search = AhoCorasick(self._forms, matchkind=MatchKind.LeftmostLongest)
        self._longest = max(map(len, self._open), default=0)
        self._starts = frozenset(form[0] for form in self._open)

    def _put(self, kind: str, form: str, anywhere: dict[str, tuple[str, bool]]) -> None:
        folded = fold(form.rstrip("*"))
        if kind in WHOLE:
            self._whole.setdefault(bare(form) or folded, kind)
        elif kind in OPENING:
            self._open.setdefault(folded, (kind, form.endswith("*")))
        else:
            anywhere.setdefault(folded, (kind, form.endswith("*")))

    def whole(self, folded: str) -> str | None:
        """The list whose word the whole line is; digits, marks and spaces do not count."""
        return self._whole.get(bare(folded) or folded) if len(folded) < 80 else None

    def opening(self, folded: str) -> Hit | None:
        """The longest word that the line opens with, brackets and quotes aside."""
        found = _NO_BREAK.match(folded)
        start = found.end() if found else 0
        if folded[start : start + 1] not in self._starts:
            return None
        for size in range(min(self._longest, len(folded) - start), 0, -1):
            entry = self._open.get(folded[start : start + size])
            if entry and (entry[1] or _ends_word(folded, start + size)) and not _runs_on(folded, start + size, size):
                return Hit(entry[0], start, start + size)
        return None

    def anywhere(self, folded: str) -> list[Hit]:
        """The words of the loose lists, wherever they stand."""
        hits = []
        for index, start, end in self._search.find_matches_as_indexes(folded):
            kind, is_open = self._kinds[index]
            if at_word_start(folded, start) and (is_open or _ends_word(folded, end)):
                hits.append(Hit(kind, start, end))
        return hits


def _ends_word(folded: str, at: int) -> bool:
    """At the end of a word; Korean particles may follow."""
    return at_word_end(folded, at) or script_of(folded[at - 1]) == "Hang"


def _runs_on(folded: str, at: int, size: int) -> bool:
    """Whether a short word of writing without spaces only begins a longer one: "構成" in "構成員"."""
    return size < 4 and at < len(folded) and is_unspaced(folded[at - 1]) and folded[at].isalpha()


def bare(text: str) -> str:
    """The folded letters of a line, with single spaces for all else."""
    return _BARE.sub(" ", fold(text)).strip()


@lru_cache(maxsize=1)
def words() -> Words:
    """The lists that are shipped."""
    folder = resources.files("asylia.text") / "chrome"
    files = {}
    for language in LANGUAGES:
        try:
            files[language] = tomllib.loads((folder / f"{language}.toml").read_text("utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise LexiconError(f"chrome/{language}.toml", "", f"is not valid TOML ({error})") from error
    return Words(files)
