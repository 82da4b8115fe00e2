"""Names that no rule and no lexicon knows, by their place: before a verb of saying, or owning a document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from asylia.claims.actors.cased import bare_end, crosses, genitive
from asylia.claims.actors.tables import GROWTH
from asylia.claims.actors.words import Line, Seed, Word


def unknown(groups: Sequence[list[Word]], at: Line, language: str, taken: Sequence[tuple[int, int]]) -> list[Seed]:
    """Names that no rule knows, right before a verb of saying: "Airline X said", "Open Door counts"."""
    growth = GROWTH.get(language, GROWTH["en"])
    found = []
    for group in groups:
        index = at.first_from(group[-1].end)
        if any(word.start in at.places for word in group) or group[0].low in growth.stops:
            continue
        if _writes(at, group, index) and not crosses(group[0].start, group[-1].end, taken):
            found.append(Seed(group[0].start, bare_end(at, group[-1]), "body", frozenset({"name"}), noun=False))
            continue
        if index >= len(at.words):
            continue
        verb = next((i for i in (index, index + 1) if i < len(at.words) and at.words[i].start in at.verbs), None)
        adverb = verb == index + 1 and not (at.words[index].low.endswith("ly") or at.words[index].low in _AUXILIARIES)
        if verb is None or adverb or at.gap(group[-1].end, at.words[index].start) != " ":
            continue
        opens = at.scan.folded[at.sentence.start : group[0].start].rstrip()
        if len(group) == 1 and not opens and not _elsewhere(at, group[0]):
            continue
        if (not opens or opens[-1] in ',;:"') and not crosses(group[0].start, group[-1].end, taken):
            found.append(Seed(group[0].start, bare_end(at, group[-1]), "body", frozenset({"name"}), noun=False))
    return found


def _elsewhere(at: Line, word: Word) -> bool:
    """Whether the page writes the word with a capital inside a sentence too: then it is a name."""
    name = at.scan.text[word.start : word.end]
    return (
        (name.isupper() and len(name) > 2)
        or f", {name}" in at.scan.text
        or bool(re.search(rf"[^\W\d_A-Z]\s{re.escape(name)}\b", at.scan.text))
    )


def _writes(at: Line, group: Sequence[Word], index: int) -> bool:
    """Whether the name owns a document: "Open Door's report", "a report by Open Door"."""
    if len(group) < 2:
        return False
    owned = index < len(at.words) and at.words[index].start in at.documents
    first = at.first_from(group[0].start)
    by = first >= 2 and at.words[first - 1].low in ("by", "por", "par")
    near = any(word.start in at.documents for word in at.words[max(first - 5, 0) : first - 1])
    return (owned and genitive(group[-1])) or (by and near)


_AUXILIARIES = frozenset("has have had also a ha est later then".split())
