"""Ids made from content: the same thing gets the same id on every machine, for ever.

An id never comes from a name of a person, a path of a machine or the version of a rule.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
_PECULIAR = re.compile(r"(?:\A|[:,\[])-?\d+(?:\.0(?!\d)|(?:\.\d+)?[eE])|NaN|Infinity|[\U00010000-\U0010ffff]")


def canonical(value: Json) -> bytes:
    """The one serialisation of a JSON value (RFC 8785, JSON Canonicalization Scheme).

    Keys in the order of their UTF-16 code units, no white space, numbers as ECMAScript prints them.
    """
    try:
        text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    except TypeError:  # a mapping or sequence that is no dict, list or tuple
        return _written(value).encode("utf-8")
    # The encoder in C writes the same but for some floats and for the order of keys beyond the first plane.
    return (_written(value) if _PECULIAR.search(text) else text).encode("utf-8")


def _written(value: Json) -> str:
    if isinstance(value, float):
        return _number(value)
    if value is None or isinstance(value, (bool, int, str)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(f"{_written(key)}:{_written(value[key])}" for key in keys) + "}"
    return "[" + ",".join(_written(item) for item in value) + "]"


def _number(value: float) -> str:
    if value != value or value in (float("inf"), float("-inf")):
        raise ValueError("not a JSON number")
    if value == int(value) and abs(value) < 1e21:
        return str(int(value))
    mantissa, _, exponent = repr(value).partition("e")
    if not exponent:
        return mantissa
    power = int(exponent)
    if -7 < power < 21:
        return format(value, f".{max(len(mantissa.replace('.', '').lstrip('-')) - 1 - power, 0)}f")
    return f"{mantissa}e{'+' if power > 0 else '-'}{abs(power)}"


def digest(value: Json) -> str:
    """SHA-256 of the canonical form, in hexadecimal."""
    return hashlib.sha256(canonical(value)).hexdigest()


def document_id(sha256: str, address: str) -> str:
    """A document is its bytes and the address or file name they were added under."""
    return "d" + digest([sha256, address])[:16]


@lru_cache(maxsize=1 << 17)  # asked for again and again while a record is weighed
def claim_id(document: str, layer: str, span: tuple[int, int], kind: str, slot: str) -> str:
    """A claim is a place in a named text layer, a kind, and a slot that tells apart claims of one place."""
    return "c" + digest([document, layer, span[0], span[1], kind, slot])[:16]


def group_id(prefix: str, members: Sequence[str]) -> str:
    """The id of a set of claims or documents: that of its smallest member, so that growing keeps it stable."""
    return prefix + min(members)[1:]
