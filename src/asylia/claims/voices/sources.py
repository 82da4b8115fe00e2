"""Sources: whom one cue credits, by its kind: the subject of a verb, the name behind "according to", a document's author."""

from __future__ import annotations

import re
from collections.abc import Sequence

from asylia.claims.actors import Actor
from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.voices.grammar import Grammar
from asylia.claims.voices.memory import Memory
from asylia.claims.voices.nominals import Nominal
from asylia.claims.voices.subjects import subject
from asylia.lexicon.matcher import Cue
from asylia.model.mention import Mention

_WORD = re.compile(r"[^\s,.;:!?\"()]+")
_STOP = re.compile(r"[.;:!?\n。；！？]")
_CAPITAL = re.compile(r"(?:[^\W\d_]{1,12} ){0,3}?(?P<name>[A-ZÀ-ÞА-ЯЁ][\w’'-]+(?: [A-ZÀ-ÞА-ЯЁ][\w’'-]+){0,3})")
_BEHIND = 60
_SUFFIX = re.compile(r"(?:['’]\w{1,5}|측|에|側)? ?\Z")

Found = tuple[Nominal | None, Actor | None]


def source(
    scan: Scan, sentence: SentenceScan, cue: Cue, present: Sequence[Nominal], memory: Memory, grammar: Grammar
) -> Found:
    """The nominal that the cue credits, and the actor it stands for."""
    if cue.kind == "attribution":
        nominal = _before(scan, cue, present) if "after" in cue.tags else _behind(scan, sentence, cue, present)
        if nominal is None and "before" in cue.tags:
            return None, _capitals(scan, sentence, cue)
    elif "cites" in cue.tags:
        nominal = _behind(scan, sentence, cue, present)
    else:
        nominal = subject(scan, sentence, cue, present, grammar)
        if nominal and "noun" in cue.tags and not _adjacent(scan, cue, present):
            nominal = None
    if nominal is None:
        return None, None
    return nominal, stands_for(scan, nominal, present, memory)


def stands_for(scan: Scan, nominal: Nominal, present: Sequence[Nominal], memory: Memory) -> Actor | None:
    """Who a nominal means: an anaphor its antecedent, a bare noun the fuller name before, a document its author."""
    if nominal.sort == "report":
        owned = owner(scan, nominal, present)
        author = stands_for(scan, owned, present, memory) if owned and owned.sort != "report" else memory.author
        if author is not None:
            memory.wrote(author)
        return author
    if nominal.cue is not None:
        return memory.antecedent(nominal.cue)
    return memory.fuller(nominal.actor) if nominal.actor else None


_AUXILIARY = frozenset("has have had also now already then itself only first often a ha est".split())


def _adjacent(scan: Scan, cue: Cue, present: Sequence[Nominal]) -> bool:
    """Whether a nominal stands right before a form that may be a noun: "the group counts", not "group of counts"."""
    last = max((n.end for n in present if n.end <= cue.start), default=None)
    if last is None:
        return False
    words = _WORD.findall(scan.folded[last : cue.start])
    return len(words) <= 2 and all(word in _AUXILIARY or word.endswith("ly") for word in words)


def owner(scan: Scan, report: Nominal, present: Sequence[Nominal]) -> Nominal | None:
    """Whose document it is: "X's report", "the annual report of X", "a report published on Tuesday by X"."""
    for nominal in reversed(present):
        if nominal.end <= report.start and nominal.sort != "report":
            gap = scan.folded[nominal.end : report.start]
            if len(gap) <= 24 and re.match(r"(?:'s?|의|の|的)? ?", gap) and not _STOP.search(gap) and "," not in gap:
                owned = gap.startswith(("'", "의", "の", "的")) or scan.language in ("zh", "ja", "ko", "tr")
                if owned:
                    return nominal
            break
    for nominal in present:
        if nominal.start >= report.end and nominal.sort != "report":
            gap = scan.folded[report.end : nominal.start]
            words = _WORD.findall(gap)
            if (
                len(words) <= 7
                and not _STOP.search(gap)
                and (nominal.oblique or scan.language in ("ar", "fa", "vi", "ru", "de"))
            ):
                return nominal
            break
    return None


def _behind(scan: Scan, sentence: SentenceScan, cue: Cue, present: Sequence[Nominal]) -> Nominal | None:
    for nominal in present:
        if nominal.start < cue.end:
            continue
        gap = scan.folded[cue.end : nominal.start]
        if len(gap) > _BEHIND or _STOP.search(gap) or "," in gap.strip(" ,")[0:-1] or nominal.end > sentence.end:
            return None
        return nominal
    return None


def _before(scan: Scan, cue: Cue, present: Sequence[Nominal]) -> Nominal | None:
    for nominal in reversed(present):
        if nominal.start < cue.start and nominal.end <= cue.end:
            gap = scan.folded[nominal.end : cue.start] if nominal.end <= cue.start else ""
            return nominal if len(gap) <= 8 and _SUFFIX.fullmatch(gap) else None
    return None


def _capitals(scan: Scan, sentence: SentenceScan, cue: Cue) -> Actor | None:
    """A name that no rule knows, right behind "according to": its capitals are enough."""
    found = _CAPITAL.match(scan.text, cue.end + 1, sentence.end)
    if found is None or any(c.kind in ("country", "city") and c.start == found.start("name") for c in sentence.cues):
        return None
    return Actor(Mention(scan.document.id, found.start("name"), found.end("name"), "organisation"), "body")
