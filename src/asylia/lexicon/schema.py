"""Check lexicon files, those that ship and a user's own: every mistake with its file, its place and what to do.

The shipped files are the measure: a kind or code that neither English nor two other languages have is taken for a
slip of the pen. So a new kind or code is written in English first.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from asylia.language.fold import fold
from asylia.lexicon.calendar_schema import calendar_mistakes
from asylia.model.errors import LexiconError

LANGUAGES = ("en", "zh", "es", "fr", "de", "ko", "ja", "vi", "ru", "tr", "fa", "ar")
NAMED = ("institution", "programme")
TYPES = {
    "institution": ("ministry", "police", "intelligence", "party", "parliament", "government", "ngo", "court", "un",
                    "igo", "agency", "outlet", "group", "embassy", "body"),
    "programme": ("programme", "campaign", "network", "list", "law"),
}  # fmt: skip
VOCABULARIES = ("methods", "measures", "bounds", "outcomes", "stances")
PLACES = ("country", "nationality", "capital", "city", "region", "people")
_ONLY_NUMBER = re.compile(r"[=*]?[\d.,\s]+\*?")
_STATE = re.compile(r"[A-Z]{2}\Z")
_KEYS = frozenset({"code", "forms", "tags", "note"})
_NAMED_KEYS = frozenset({"id", "type", "state", "parent", "since", "until", "homonyms", "note", "forms"})


def mistakes(files: Mapping[str, str], shipped: Mapping[str, str] | None = None) -> tuple[LexiconError, ...]:
    """Every mistake of the files (path below `lexicon/` → text), in order of file.

    `shipped` are the files to measure them by, where these are additions; otherwise the files measure one another.
    """
    found: list[LexiconError] = []
    parsed: dict[str, Mapping[str, Any]] = {}
    for name, text in sorted(files.items()):
        try:
            parsed[name] = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            found.append(LexiconError(name, "syntax", str(error)))
    known = _Known(parsed if shipped is None else {name: tomllib.loads(text) for name, text in shipped.items()})
    for name, tables in parsed.items():
        found += _of_file(name, tables, known)
    return tuple(found)


class _Known:
    """Kinds with their codes, and the ids of named things, as the shipped files have them."""

    def __init__(self, files: Mapping[str, Mapping[str, Any]]) -> None:
        used: dict[tuple[str, str], set[str]] = {}
        self.ids: set[str] = set()
        for name, tables in files.items():
            language = _language(name)
            if language is not None and not name.endswith("calendar.toml"):
                for kind, rows in tables.items():
                    for row in _tables(rows):
                        used.setdefault((kind, str(row.get("code", ""))), set()).add(language)
            for kind in NAMED:
                self.ids.update(str(row.get("id")) for row in _tables(tables.get(kind, [])))
        english = {code for (_, code), languages in used.items() if "en" in languages}
        self.codes: dict[str, set[str]] = {}
        for (kind, code), languages in used.items():
            if code in english or len(languages) > 1:
                self.codes.setdefault(kind, set()).add(code)


def _tables(rows: object) -> list[Mapping[str, Any]]:
    return [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []


def _of_file(name: str, tables: Mapping[str, Any], known: _Known) -> Iterator[LexiconError]:
    language = _language(name)
    if name.endswith("calendar.toml"):
        yield from calendar_mistakes(name, tables)
    elif language is not None:
        yield from _of_language(name, tables, known)
    elif set(tables) & set(NAMED):
        for kind in sorted(set(tables) & set(NAMED)):
            yield from _of_named(name, kind, tables[kind], known)
    elif name.removesuffix(".toml") in VOCABULARIES:
        yield from _of_vocabulary(name, tables)


def _language(name: str) -> str | None:
    """The language of a cue file: languages/zh/voices.toml, or a user's zh.toml and zh-outlets.toml."""
    parts = name.split("/")
    code = parts[1] if parts[0] == "languages" and len(parts) == 3 else name.removesuffix(".toml").partition("-")[0]
    return code if code in LANGUAGES else None


def _of_language(name: str, tables: Mapping[str, Any], known: _Known) -> Iterator[LexiconError]:
    for kind, rows in tables.items():
        if not isinstance(rows, list) or len(_tables(rows)) != len(rows):
            yield LexiconError(name, kind, f"write each entry under a heading [[{kind}]]")
            continue
        if kind not in known.codes:
            yield LexiconError(name, kind, f"unknown kind; known are {', '.join(sorted(known.codes))}")
            continue
        seen: dict[str, str] = {}
        for row in rows:
            code = str(row.get("code", ""))
            where = f"[[{kind}]] {code}".strip()
            for key in sorted(set(row) - _KEYS):
                yield LexiconError(name, where, f"unknown key {key!r}; known are code, forms, tags, note")
            if kind in PLACES:
                if not _STATE.match(code):
                    yield LexiconError(name, where, "the code of a place is two capitals of ISO 3166, such as TR")
            elif kind != "ignore" and code not in known.codes[kind]:
                yield LexiconError(name, where, f"unknown code; known are {', '.join(sorted(known.codes[kind]))}")
            yield from _of_forms(name, where, row.get("forms"))
            yield from _twice(name, where, row, seen)


def _of_forms(name: str, where: str, forms: object) -> Iterator[LexiconError]:
    if not isinstance(forms, list) or not forms:
        yield LexiconError(name, where, 'needs forms = ["a word", …]')
        return
    for form in forms:
        mistake = _form_mistake(form)
        if mistake:
            yield LexiconError(name, f"{where} {form!r}", mistake)


def _form_mistake(form: object) -> str | None:
    """What is wrong with one form; None where it is well written."""
    if not isinstance(form, str) or not form.strip("*=. "):
        return "an empty form"
    if _ONLY_NUMBER.fullmatch(form):
        return "a mere number is no form: it would match every such number"
    body = form.removeprefix("=")
    if "=" in body[:1] or form.startswith("*="):
        return "= stands first, and once"
    parts = body.split(" ... ")
    if any("..." in part for part in parts):
        return 'a gap is written with a space on either side: "persuad* ... return*"'
    if any(not part.strip("* ") for part in parts):
        return "a gap stands between two words"
    if "~" in form and (not form.endswith("~") or len(parts) > 1 or not any(c in "aıoueiöü" for c in form)):
        return "~ stands behind the stem of a Turkish verb"
    if any("*" in word.strip("*") for part in parts for word in part.split(" ")):
        return "* stands at the beginning or the end of a word"
    if len(parts) > 1 and len(parts[0].strip("* ")) < 2 and parts[0].strip("* ").isascii():
        return "before a gap stands a word of at least two letters"
    return None


def _twice(name: str, where: str, row: Mapping[str, Any], seen: dict[str, str]) -> Iterator[LexiconError]:
    """A form that one kind has under two codes: which of them is meant would be chance."""
    code = str(row.get("code", ""))
    for form in row.get("forms") or ():
        if isinstance(form, str):
            key = form if form.startswith("=") else fold(form)
            if seen.setdefault(key, code) != code:
                yield LexiconError(name, f"{where} {form!r}", f"stands under {seen[key]!r} already")


def _of_named(name: str, kind: str, rows: object, known: _Known) -> Iterator[LexiconError]:
    seen: set[str] = set()
    for row in _tables(rows):
        own = str(row.get("id", ""))
        where = f"[[{kind}]] {own}".strip()
        if not own or own in seen:
            yield LexiconError(name, where, "needs an id of its own, such as ngo.example")
        seen.add(own)
        for key in sorted(set(row) - _NAMED_KEYS):
            yield LexiconError(name, where, f"unknown key {key!r}")
        if row.get("type") not in TYPES[kind]:
            yield LexiconError(name, where, f"type must be one of {', '.join(TYPES[kind])}")
        if "state" in row and not _STATE.match(str(row["state"])):
            yield LexiconError(name, where, "state is two capitals of ISO 3166, such as TR")
        if "parent" in row and row["parent"] not in known.ids | seen:
            yield LexiconError(name, where, f"unknown parent {row['parent']!r}")
        forms = row.get("forms")
        if not isinstance(forms, Mapping) or not forms:
            yield LexiconError(name, where, 'needs forms by language: forms.en = ["Example"]')
            continue
        for language, listed in forms.items():
            if language not in (*LANGUAGES, "any"):
                yield LexiconError(name, f"{where} forms.{language}", "unknown language")
            yield from _of_forms(name, f"{where} forms.{language}", listed)


def _of_vocabulary(name: str, tables: Mapping[str, Any]) -> Iterator[LexiconError]:
    for kind, rows in tables.items():
        seen: set[str] = set()
        for row in _tables(rows):
            code = str(row.get("code", ""))
            if not code or code in seen:
                yield LexiconError(name, f"[[{kind}]] {code}".strip(), "needs a code of its own")
            seen.add(code)
            for key in ("label", "definition"):
                if not str(row.get(key, "")).strip():
                    yield LexiconError(name, f"[[{kind}]] {code}", f"needs a {key}")
