"""Remembered: the memory of the last build's weighing, kept with the cache and good for one version of the code."""

from __future__ import annotations

import json

from asylia.model.memory import Memory
from asylia.store.cache import Cache


def remembered(cache: Cache, key: str) -> Memory:
    """The memory that the last build with this key left; an empty one where there is none, or none that is whole."""
    entry = cache.get(key)
    return Memory(json.loads(entry)) if entry is not None else Memory()


def keep(cache: Cache, key: str, memory: Memory) -> None:
    """Leave what this build asked for to the next one, and nothing else."""
    if memory.done or not memory.spared:
        cache.put(key, json.dumps(dict(memory.kept), separators=(",", ":")).encode("ascii"))
    cache.prune(frozenset({key}))
