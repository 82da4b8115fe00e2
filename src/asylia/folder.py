"""The record's folder: what asylia.toml says, where things stand, and how to find it from below."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from asylia.lexicon.schema import LANGUAGES, NAMED
from asylia.model.errors import RequestError

CONFIG = "asylia.toml"
_KEYS = {"title", "origin_states", "privacy", "store"}
_STATE = re.compile(r"[A-Z]{2}")

_TEMPLATE = """\
# An Asylia record. Everything kept stands in this folder; record.db and cache/ can be made again from it.
title = {title}

# The states whose acts abroad are recorded, as ISO 3166 codes: ["CN", "RU"]. Empty: any.
origin_states = {states}

# Names of affected persons are masked in everything that is shown. They are not encrypted yet.
privacy = "masked"

# Where the tables live: a file in this folder.
store = "record.db"
"""


@dataclass(frozen=True, slots=True)
class RecordFolder:
    """A folder with an asylia.toml in it."""

    root: Path
    title: str
    origin_states: tuple[str, ...]
    store: Path

    @property
    def cache(self) -> Path:
        """Where pages already read are kept; can be deleted at any time."""
        return self.root / "cache"

    def lexicon(self) -> dict[str, str]:
        """The user's own lexicon files: name → text."""
        found: dict[str, str] = {}
        for file in sorted((self.root / "lexicon").glob("*.toml")):
            try:
                found[file.name] = _own_words(file.name, file.read_text("utf-8"))
            except UnicodeDecodeError as error:
                raise RequestError(f"lexicon/{file.name}: is not UTF-8; save it as UTF-8") from error
        return found


def create(root: Path, title: str, origin_states: tuple[str, ...] = ()) -> RecordFolder:
    """Make a record folder; RequestError where there is one already, or the codes are none."""
    for state in origin_states:
        if not _STATE.fullmatch(state):
            raise RequestError(f"{state!a} is no country code; write two capital letters, as in CN")
    if (root / CONFIG).exists():
        raise RequestError(f"{_called(root)}: is a record already; `asylia add` adds sources to it")
    root.mkdir(mode=0o700, parents=True, exist_ok=True)  # it will hold pages in clear
    (root / "lexicon").mkdir(exist_ok=True)
    # A JSON text is a TOML text, but for the one control that only TOML forbids.
    quoted = json.dumps(title.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "\\u007f")
    text = _TEMPLATE.format(title=quoted, states=json.dumps(list(origin_states)))
    beside = root / f"{CONFIG}.new"
    beside.write_text(text, "utf-8", newline="\n")
    beside.replace(root / CONFIG)
    return opened(root)


def chosen(record: str | None) -> RecordFolder:
    """The record that a command works on: the one named, else that of the folder one stands in or above."""
    return opened(Path(record)) if record is not None else find(Path.cwd())


def find(start: Path) -> RecordFolder:
    """The record of the folder one stands in, or of the nearest above it."""
    for folder in (start, *start.parents):
        if (folder / CONFIG).is_file():
            return opened(folder)
    raise RequestError(f"no {CONFIG} here or above; go to a record's folder, name one with --record, or `asylia init`")


def opened(root: Path) -> RecordFolder:
    """The record in this folder; RequestError names the key and the mistake."""
    file = root / CONFIG
    try:
        values = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError as error:
        raise RequestError(f"{_called(root)}: holds no {CONFIG}; `asylia init` makes one") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RequestError(f"{CONFIG}: cannot be read as TOML ({error}); mend that line") from error
    for key in sorted(values.keys() - _KEYS):
        raise RequestError(f"{CONFIG}: {key}: is not known; known are {', '.join(sorted(_KEYS))}")
    states = _typed(values, "origin_states", list, [])
    if not all(isinstance(state, str) and _STATE.fullmatch(state) for state in states):
        raise RequestError(f'{CONFIG}: origin_states: write country codes of two capital letters, as in ["CN"]')
    if _typed(values, "privacy", str, "masked") != "masked":
        raise RequestError(f'{CONFIG}: privacy: "masked" is the only policy there is yet')
    store = _typed(values, "store", str, "record.db")
    if not re.fullmatch(r"[\w][\w.-]*\.db", store):
        raise RequestError(f'{CONFIG}: store: write the name of a file in this folder that ends in ".db"')
    return RecordFolder(root, _typed(values, "title", str, root.name), tuple(sorted(set(states))), root / store)


def _own_words(name: str, text: str) -> str:
    """The text, where its words would be read: a file of no language and without names of bodies would do nothing."""
    language = name.removesuffix(".toml").partition("-")[0]
    if language not in LANGUAGES and not any(f"[[{kind}" in text for kind in NAMED):
        raise RequestError(f"lexicon/{name}: begin its name with a language, as in en.toml: {', '.join(LANGUAGES)}")
    return text


def _called(root: Path) -> str:
    """The folder's own name, also where it was given as "." or ".."."""
    return root.name if root.name not in ("", "..") else root.resolve().name


def _typed(values: dict[str, Any], key: str, kind: type, default: Any) -> Any:
    value = values.get(key, default)
    if not isinstance(value, kind):
        raise RequestError(f"{CONFIG}: {key}: write {'a text' if kind is str else 'a list'} here")
    return value
