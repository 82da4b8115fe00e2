"""Find the reports of a document: acts done to somebody, their stages, and their denials."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from asylia.claims.persons.people import People
from asylia.claims.reports.authors import suspected
from asylia.claims.reports.compose import Composer
from asylia.claims.reports.denials import denials, stood
from asylia.claims.reports.doubles import singled
from asylia.claims.reports.draft import Draft
from asylia.claims.reports.learned import Judge, weighed
from asylia.claims.reports.setting import setting
from asylia.claims.reports.stages import stages
from asylia.claims.reports.stations import stations
from asylia.claims.scan import Scan
from asylia.lexicon.matcher import Cue
from asylia.model.claim import Passage, Report, Rule, Voice
from asylia.model.mention import Mention

VERSION = 1
_SURE = 1
_REASONS = {"learned": "no rule reads it; the words of the sentence weigh so in the sentence bank"}
_PLACELESS = frozenset({"legal.charges", "legal.notice", "mobility.passport", "abroad.inducement"})  # done from home


class Voices(Protocol):
    """What the reports need to know of attribution."""

    def voice_at(self, start: int, end: int) -> Voice:
        """Who stands behind the words of a span."""


def find(scan: Scan, people: People, voices: Voices, judge: Judge = weighed) -> tuple[Report, ...]:
    """Every particular act that the document reports, in the order of the text; `judge` has the last word on each."""
    drafts = drafted(scan, people, judge)
    return tuple(_report(scan, draft, voices) for draft in drafts)


def drafted(scan: Scan, people: People, judge: Judge = weighed) -> list[Draft]:
    """The drafts of the document, each act once."""
    about = setting(scan, people)
    composer = Composer(scan, people, about)
    found: list[Draft] = []
    known: set[object] = set()
    for sentence in scan.sentences:
        told = composer.read(sentence)
        known |= _struck(told)
        told = judge(composer, sentence, [*told, *stages(composer, sentence, known, told)])
        known |= _struck(told)
        found = followed(found, told)
    if about.origin is None:
        return suspected(scan, about, housed(singled(found)))
    found += stations(scan, about)
    found = stood(scan, [*found, *denials(scan, about, found)])
    return suspected(scan, about, housed(singled(found)))


def _struck(drafts: Sequence[Draft]) -> set[object]:
    """Against whom the drafts tell of acts: the groups, and each person of them."""
    keys = [draft.key for draft in drafts if draft.methods or draft.key]
    return {*keys, *((person,) for key in keys for person in key)}


def followed(found: list[Draft], later: list[Draft]) -> list[Draft]:
    """ "His whereabouts are unknown", right behind the act, is the act's outcome and no stage of its own."""
    for draft in later:
        last = found[-1] if found else None
        if last is not None and _follows(last, draft):
            found[-1] = last.with_(outcome="disappeared")
        else:
            found.append(draft)
    return found


def _follows(last: Draft, draft: Draft) -> bool:
    if draft.outcome != "disappeared" or not last.methods or last.outcome not in (None, "disappeared"):
        return False
    return last.key == draft.key and draft.sentence - last.sentence <= 1


def housed(drafts: list[Draft]) -> list[Draft]:
    """Where a page tells of acts in one host only, those told without a place were done there too."""
    said = [draft.host for draft in drafts if draft.said_host]
    if len(said) < _SURE or len(set(said)) != 1:
        return drafts
    return [
        draft if draft.host or draft.aloft or _PLACELESS & set(draft.methods) else draft.with_(host=said[0])
        for draft in drafts
    ]


def _report(scan: Scan, draft: Draft, voices: Voices) -> Report:
    start, end = quoted(scan, draft)
    document = scan.document
    place = draft.place
    return Report(
        passage=Passage(document.id, document.layer, start, end, scan.quote(start, end), document.text),
        slot=f"{'+'.join(draft.methods) or draft.outcome}:{draft.host or ''}:{draft.modality}",
        rule=Rule(f"reports.{draft.rule}", VERSION, _REASONS.get(draft.rule, "")),
        voice=voices.voice_at(start, end),
        modality=draft.modality,
        confidence=max(0.05, min(0.95, draft.weight / 8)),
        methods=draft.methods,
        persons=draft.persons,
        origin_state=draft.origin,
        host=draft.host,
        place=Mention(document.id, place.start, place.end, "place") if place else None,
        date=draft.date,
        outcome=draft.outcome,
    )


def quoted(scan: Scan, draft: Draft) -> tuple[int, int]:
    """The span to quote: the clause, without a trailing attribution."""
    start, end = draft.start, draft.end
    while end > start and scan.text[end - 1] in " \u00a0\n.。!?！？,，;；:：":
        end -= 1
    tail = re.search(r"[,，] [^,，]{3,60}\Z", scan.text[start:end])
    if (
        tail
        and any(c.kind == "speech" and c.start > start + tail.start() for c in _cues(scan, draft.sentence))
        and not any(c.kind == "act" and c.start > start + tail.start() for c in _cues(scan, draft.sentence))
    ):
        end = start + tail.start()
    return start, end


def _cues(scan: Scan, index: int) -> tuple[Cue, ...]:
    return scan.sentences[index].cues
