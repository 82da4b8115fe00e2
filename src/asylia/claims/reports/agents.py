"""Agents of an act: those of the state that reaches abroad, or those of the state where its victim lives."""

from __future__ import annotations

from asylia.claims.reports.acts import Act
from asylia.claims.reports.direction import direction, places
from asylia.claims.scan import Scan, SentenceScan
from asylia.lexicon.matcher import Cue

_BESIDE = 16
_PARTING = frozenset("被遭由把将將让讓，、；")


def whose(scan: Scan, act: Act, origin: str | None) -> str:
    """Whose agents act: "origin", "host" or ""."""
    near = places(act.sentence)
    found = ""
    for cue in act.sentence.of("agent"):
        if cue.code == "mission" or not act.start <= cue.start < act.end:
            continue
        own = [place for place in _nearest(near, cue) if not _parted(scan, place, cue)]
        if any(p.code == origin for p in own) or any(tag == f"state:{origin}" for tag in cue.tags):
            return found or "origin"
        if own and not act.passive and cue.end <= act.cue.start:
            return "host"
        if own or cue.code in ("police", "court"):
            found = "host"
    subject = [
        p
        for p in near
        if p.kind in ("country", "capital") and p.start < act.cue.start and not direction(scan, p) and p.code != origin
    ]
    return found or ("host" if subject and not act.passive else "")


def of_service(sentence: SentenceScan) -> bool:
    """Whether an intelligence service or its agents are spoken of."""
    return any(cue.code == "service" for cue in sentence.of("agent"))


def on_own_soil(scan: Scan, act: Act, agent: str, host: str | None) -> bool:
    """北京警方带走…: Chinese tells with one verb what police do at home and what agents do abroad."""
    return scan.language == "zh" and agent == "origin" and host is None and not of_service(act.sentence)


def _parted(scan: Scan, place: Cue, agent: Cue) -> bool:
    """埃及学者被移民局带走: a word between says that the place is the victim's and not the agents'."""
    gap = scan.text[place.end : agent.start] if place.end <= agent.start else ""
    return scan.language == "zh" and not _PARTING.isdisjoint(gap)


def _nearest(near: tuple[Cue, ...], cue: Cue) -> list[Cue]:
    """The place beside a word for agents: "Kosovo police arrested six Turks" are Kosovo's."""
    gaps = [(max(cue.start - p.end, p.start - cue.end), p.start > cue.start, i) for i, p in enumerate(near)]
    return [near[i] for gap, _, i in sorted(gaps)[:1] if gap <= _BESIDE]
