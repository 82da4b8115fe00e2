"""Gather what the resolver needs to know of a mention: its words, and what stands around it."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from asylia.model.claim import Claim, Report
from asylia.model.document import Document
from asylia.model.ids import digest
from asylia.model.mention import Mention

Place = tuple[str, int, int]
_IN_BRACKETS = re.compile(r"\s?[(（]\s*([^()（）\d]{2,40}?)\s*[)）]")


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with its words and its context. Lives only while entities are resolved; it is never stored.

    `unit` is the copy group of the document, or the document: within it a name means one person. `alias` is the same
    name in another script, where the text gives it in brackets. `states`, `hosts`, `years` and `methods` are those of
    the reports that name the mention; `companions` the words of the others whom those reports name.
    """

    mention: Mention
    words: str
    language: str | None
    unit: str
    alias: str | None = None
    states: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    methods: frozenset[str] = frozenset()
    companions: frozenset[str] = frozenset()

    @property
    def place(self) -> Place:
        """Where the mention stands."""
        return self.mention.document, self.mention.start, self.mention.end


def entity_id(places: Iterable[Place]) -> str:
    """The id of an entity: the place of its smallest mention, never a name."""
    document, start, end = min(places)
    return "e" + digest([document, start, end])[:16]


def gather(
    document: Document, mentions: Iterable[Mention], claims: Iterable[Claim], copy_group: str | None = None
) -> tuple[Named, ...]:
    """Every mention of one document once per place, with the context that its reports give."""
    told = [claim for claim in claims if claim.passage.document == document.id]
    reports: dict[Place, list[Report]] = defaultdict(list)
    found: dict[Place, Mention] = {}
    for mention in sorted({*mentions, *(m for claim in told for m in claim.mentions)}):
        place = (mention.document, mention.start, mention.end)
        if mention.document == document.id and (place not in found or found[place].role == "other"):
            found[place] = mention
    for claim in told:
        if isinstance(claim, Report):
            for mention in claim.mentions:
                reports[mention.document, mention.start, mention.end].append(claim)
    unit = copy_group or document.id
    return tuple(_named(document, found[place], reports[place], unit) for place in sorted(found))


def _named(document: Document, mention: Mention, reports: list[Report], unit: str) -> Named:
    others = {m for report in reports for m in report.persons if (m.start, m.end) != (mention.start, mention.end)}
    words = document.text[mention.start : mention.end]
    return Named(
        mention=mention,
        words=words,
        language=document.language,
        unit=unit,
        alias=_alias(document.text, mention.end, words),
        states=frozenset(report.origin_state for report in reports if report.origin_state),
        hosts=frozenset(report.host for report in reports if report.host),
        years=frozenset(report.date.year for report in reports if report.date),
        methods=frozenset(method for report in reports for method in report.methods),
        companions=frozenset(document.text[m.start : m.end] for m in others),
    )


def _alias(text: str, end: int, words: str) -> str | None:
    """The name in another script that follows in brackets: 許智峯（テッド・ホイ）, Xi Jinping (习近平)."""
    match = _IN_BRACKETS.match(text, end, end + 48)
    if match is None:
        return None
    alias = match[1]
    capital = alias[0].isupper() or (not alias[0].islower() and alias[0].isalpha())
    return alias if capital and _script(alias) != _script(words) else None


def _script(words: str) -> str:
    first = next((char for char in words if char.isalpha()), "")
    return unicodedata.name(first, "").split(" ")[0] if first else ""
