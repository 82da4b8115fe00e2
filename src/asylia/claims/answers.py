"""The second half of the second extractor: claims out of a model server's sealed answers.

Nothing in an answer is believed. A claim whose quote is not verbatim in the passage, whose codes are not
in the vocabulary or whose names are not on the page is dropped, and counted by the reason.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from asylia.claims.prompts import Prompt, prompts, vocabulary
from asylia.language.fold import fold
from asylia.lexicon.load import Lexicon
from asylia.model.claim import BOUNDS, MODALITIES, Claim, Figure, Passage, Position, Report, Rule, Voice
from asylia.model.dates import Date
from asylia.model.document import Document
from asylia.model.mention import Mention

RULE = Rule("model-answer", 1, "a model server read the passage; the quote was found verbatim")
CONFIDENCE = 0.4
MOST_CLAIMS = 200
_NOT_PERSONS = frozenset({"institution", "actor", "country", "capital", "nationality"})


@dataclass(frozen=True, slots=True)
class Answered:
    """What the sealed answers gave. `missing` prompts have no answer; `dropped` counts claims by reason."""

    claims: tuple[Claim, ...]
    missing: int
    dropped: Mapping[str, int]


class _Refused(ValueError):
    """This claim of the answer cannot be used; the message is the reason that is counted."""


def from_answers(document: Document, lexicon: Lexicon, answers: Mapping[str, bytes]) -> Answered:
    """Claims from answers by prompt id: bytes as sealed, in the shape of a chat completion."""
    kept: dict[str, Claim] = {}
    dropped: Counter[str] = Counter()
    missing = 0
    for prompt in prompts(document, lexicon):
        if prompt.id not in answers:
            missing += 1
            continue
        rows = _rows(answers[prompt.id])
        if rows is None:
            dropped["malformed answer"] += 1
            continue
        dropped["too many claims"] += max(len(rows) - MOST_CLAIMS, 0)
        for row in rows[:MOST_CLAIMS]:
            try:
                claim = _claim(document, prompt, lexicon, row)
            except _Refused as refusal:
                dropped[str(refusal)] += 1
                continue
            kept.setdefault(claim.id, claim)
    claims = tuple(sorted(kept.values(), key=lambda claim: (claim.passage.start, claim.id)))
    return Answered(claims, missing, {reason: count for reason, count in sorted(dropped.items()) if count})


def _rows(data: bytes) -> list[Any] | None:
    """The list of claims in a chat completion, or None where there is none to be found."""
    try:
        reply = json.loads(data)
        content = reply["choices"][0]["message"]["content"]
        rows = json.loads(content)["claims"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        return None
    return rows if isinstance(rows, list) else None


def _claim(document: Document, prompt: Prompt, lexicon: Lexicon, row: object) -> Claim:
    if not isinstance(row, Mapping):
        raise _Refused("not an object")
    quote = _text(row, "quote")
    if not quote or not quote.strip():
        raise _Refused("no quote")
    start = document.text.find(quote, prompt.start, prompt.end)
    if start < 0:
        raise _Refused("quote not verbatim")
    end = start + len(quote)
    common: dict[str, Any] = {
        "passage": Passage(document.id, document.layer, start, end, quote, text=document.text),
        "rule": RULE,
        "confidence": CONFIDENCE,
        "modality": _code(row, "modality", MODALITIES) or "asserted",
        "voice": Voice(origin=_mention(document, row, "origin", _type(document, lexicon, row.get("origin")), "origin")),
    }
    kind = row.get("kind")
    if kind == "figure":
        return _figure(row, lexicon, common)
    if kind == "report":
        return _report(document, row, lexicon, common)
    if kind == "position":
        actor = _mention(document, row, "actor", _type(document, lexicon, row.get("actor")), "actor")
        stance = _code(row, "stance", vocabulary(lexicon, "stances"))
        if actor is None or stance is None:
            raise _Refused("position without actor or stance")
        return Position(slot=f"{stance}@{actor.start}", actor=actor, stance=stance, **common)
    raise _Refused("unknown kind")


def _figure(row: Mapping[str, Any], lexicon: Lexicon, common: dict[str, Any]) -> Figure:
    value, upper = _number(row, "value"), _number(row, "upper")
    measure = _code(row, "measure", vocabulary(lexicon, "measures"))
    if value is None or measure is None:
        raise _Refused("figure without value or measure")
    bound = "range" if upper is not None else _code(row, "bound", BOUNDS) or "exact"
    return Figure(
        slot=f"{measure}={value:g}",
        value=value,
        upper=upper,
        bound="exact" if bound == "range" and upper is None else bound,
        measure=measure,
        since=_date(row, "since"),
        until=_date(row, "until"),
        countries=tuple(sorted(set(_states(row.get("countries"))))),
        origin_state=_state(row, "origin_state"),
        **common,
    )


def _report(document: Document, row: Mapping[str, Any], lexicon: Lexicon, common: dict[str, Any]) -> Report:
    known = vocabulary(lexicon, "methods")
    methods = tuple(sorted({m for m in _list(row.get("methods")) if m in known}))
    outcome = _code(row, "outcome", vocabulary(lexicon, "outcomes"))
    if not methods and outcome is None:
        raise _Refused("report without method or outcome")
    persons = [_mention(document, {"person": name}, "person", "person", "target") for name in _list(row.get("persons"))]
    host = _state(row, "host")
    return Report(
        slot=f"{'+'.join(methods) or outcome}@{host or ''}",
        methods=methods,
        persons=tuple(sorted({person for person in persons if person is not None})),
        origin_state=_state(row, "origin_state"),
        host=host,
        date=_date(row, "date"),
        outcome=outcome,
        **common,
    )


def _text(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise _Refused(f"{key} is not text")
    return value


def _list(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _code(row: Mapping[str, Any], key: str, known: tuple[str, ...]) -> str | None:
    value = _text(row, key)
    if value is not None and value not in known:
        raise _Refused(f"unknown {key}")
    return value


def _number(row: Mapping[str, Any], key: str) -> float | None:
    value = row.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value != value or abs(value) > 1e15:
        raise _Refused(f"{key} is not a number")
    return value


def _date(row: Mapping[str, Any], key: str) -> Date | None:
    value = _text(row, key)
    if value is None:
        return None
    try:
        return Date.parse(value)
    except ValueError:
        raise _Refused(f"{key} is not a date") from None


def _states(value: object) -> list[str]:
    return [code for code in _list(value) if len(code) == 2 and code.isascii() and code.isupper()]


def _state(row: Mapping[str, Any], key: str) -> str | None:
    value = _text(row, key)
    if value is not None and not _states([value]):
        raise _Refused(f"{key} is not a country code")
    return value


def _type(document: Document, lexicon: Lexicon, name: object) -> str:
    """A name is a person's, and so masked, unless a word of the lexicon in it says that it is not."""
    if not isinstance(name, str):
        return "person"
    cues = lexicon.cues(fold(name), name, document.language)
    return "organisation" if any(cue.kind in _NOT_PERSONS for cue in cues) else "person"


def _mention(document: Document, row: Mapping[str, Any], key: str, type: str, role: str) -> Mention | None:
    """A name in an answer is only a pointer: it must stand on the page, and its first place there is the mention."""
    name = _text(row, key)
    if name is None or not name.strip():
        return None
    start = document.text.find(name)
    if start < 0:
        raise _Refused(f"{key} not on the page")
    return Mention(document.id, start, start + len(name), type, role)
