"""Load the lexicon: the TOML files that ship, and what a record's own folder adds to them."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any, TypeAlias

from asylia.lexicon.inflect import spelled_out
from asylia.lexicon.matcher import IGNORED, Cue, Entry, Matcher, entries
from asylia.lexicon.schema import mistakes
from asylia.model.errors import LexiconError

LANGUAGES = ("en", "zh", "es", "fr", "de", "ko", "ja", "vi", "ru", "tr", "fa", "ar")
NAMED = (
    "institution",
    "programme",
)  # rows with `id`, `type` and forms per language, in institutions.toml, programmes.toml
Table: TypeAlias = Mapping[str, Any]


class Lexicon:
    """Words, places and vocabularies. Immutable; the same files give the same digest and the same cues."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self._files = dict(sorted(files.items()))
        self._parsed: dict[str, Table] = {}  # a page needs one language: files are parsed when first asked for
        joined = hashlib.sha256()
        for name, text in self._files.items():
            joined.update(f"{name}\0{len(text)}\0{text}".encode())
        self.digest = joined.hexdigest()
        self._matchers: dict[tuple[str, frozenset[str] | None, bool], Matcher] = {}
        self._rows: dict[str, list[Entry]] = {}

    def table(self, name: str) -> Table:
        """A vocabulary or gazetteer file as parsed: "methods", "institutions", …; empty if there is none."""
        return self._file(f"{name}.toml")

    def words(self, language: str | None, topic: str = "calendar") -> Table:
        """The raw tables of one language's topic, for the grammars of `language`; empty if there are none."""
        return self._file(f"languages/{language}/{topic}.toml")

    def _file(self, name: str) -> Table:
        if name not in self._parsed:
            self._parsed[name] = _parse(name, self._files[name]) if name in self._files else {}
        return self._parsed[name]

    def cues(
        self,
        folded: str,
        text: str,
        language: str | None,
        kinds: frozenset[str] | None = None,
        others: bool = False,
    ) -> list[Cue]:
        """Every cue of the language in the text, sorted by place. English serves where the language has no files.

        Where `kinds` are given, only theirs; with `others`, only those of all other kinds.
        """
        chosen = language if language in LANGUAGES else "en"
        made = self._matchers.get((chosen, kinds, others))
        if made is None:
            if chosen not in self._rows:
                self._rows[chosen] = self._entries(chosen)
            rows = [
                row
                for row in self._rows[chosen]
                if kinds is None or row.kind == IGNORED or (row.kind in kinds) != others
            ]
            made = self._matchers[chosen, kinds, others] = Matcher(chosen, rows)
        return made.cues(folded, text)

    def _entries(self, language: str) -> list[Entry]:
        made: list[Entry] = []
        for name in self._files:
            if "/" in name and (not name.startswith(f"languages/{language}/") or name.endswith("/calendar.toml")):
                continue
            parsed = self._file(name)
            if "/" in name:
                for kind, rows in parsed.items():
                    for row in _rows(name, kind, rows):
                        forms = row.get("forms")
                        if not forms or not all(isinstance(form, str) and form.strip("*= ") for form in forms):
                            raise LexiconError(name, kind, "a row needs `forms`, a list of words")
                        tags = row.get("tags", ())
                        made += entries(kind, row.get("code", ""), tags, spelled_out(kind, tags, forms), language)
            for kind in NAMED:
                for row in _rows(name, kind, parsed.get(kind, [])) if "/" not in name else ():
                    forms = row.get("forms", {})
                    # Names travel: the English and the script-free forms are read in every language.
                    own = [*forms.get("any", ()), *forms.get("en", ()), *forms.get(language, ())]
                    tags = [row.get("type", ""), *([f"state:{row['state']}"] if row.get("state") else [])]
                    made += entries(kind, row["id"], tags, list(dict.fromkeys(own)), language)
        return made


def _parse(name: str, text: str) -> Table:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(name, "syntax", str(error)) from error


def _rows(name: str, kind: str, rows: object) -> list[Table]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise LexiconError(name, kind, f"write each entry under a heading [[{kind}]]")
    return rows


def shipped() -> dict[str, str]:
    """The lexicon files of the package: path below `lexicon/` (with slashes) → text."""
    found: dict[str, str] = {}
    root = resources.files("asylia.lexicon")
    stack = [("", root)]
    while stack:
        prefix, folder = stack.pop()
        for item in sorted(folder.iterdir(), key=lambda item: item.name):
            if item.is_dir():
                stack.append((f"{prefix}{item.name}/", item))
            elif item.name.endswith(".toml"):
                found[f"{prefix}{item.name}"] = item.read_text("utf-8")
    return found


@lru_cache(maxsize=4)
def _load(extra: tuple[tuple[str, str], ...]) -> Lexicon:
    files = shipped()
    for name, text in extra:
        # A user's zh.toml or zh-outlets.toml adds to Chinese; institutions.toml and programmes.toml to the gazetteer.
        language = name.removesuffix(".toml").partition("-")[0]
        files[f"languages/{language}/own-{name}" if language in LANGUAGES else f"own-{name}"] = text
    return Lexicon(files)


def load(extra: Mapping[str, str] | None = None) -> Lexicon:
    """The shipped lexicon with a user's files added (name → TOML text); LexiconError names file, key and mistake."""
    for mistake in mistakes(extra, shipped()) if extra else ():
        raise mistake
    return _load(tuple(sorted((extra or {}).items())))
