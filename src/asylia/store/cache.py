"""The cache of pages already read: derived, may be deleted at any time, never trusted blindly.

An entry is named by everything its content depends on, and begins with its own hash: an entry that is not
whole, from a power cut or by somebody's hand, is as good as absent.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Set
from pathlib import Path

_SEAL = hashlib.sha256().digest_size


class Cache:
    """Bytes under hexadecimal keys in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """The entry, or None if it is not there whole."""
        try:
            data = self._file(key).read_bytes()
        except OSError:
            return None
        seal, entry = data[:_SEAL], data[_SEAL:]
        return entry if hashlib.sha256(entry).digest() == seal else None

    def put(self, key: str, entry: bytes) -> None:
        """Keep the entry; a kill leaves it there whole or not at all."""
        file = self._file(key)
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_suffix(".new")
        beside.write_bytes(hashlib.sha256(entry).digest() + entry)
        os.replace(beside, file)

    def prune(self, keys: Set[str]) -> None:
        """Keep these entries and no others; what a killed build left half-written goes too."""
        kept = {self._file(key) for key in keys}
        for file in self._folder.glob("??/*"):
            if file not in kept:
                file.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]
