"""Denied acts: the accused state's word against a report stands beside it as a report of its own."""

from __future__ import annotations

import re

from asylia.claims.reports.acts import VERB_FINAL, clause
from asylia.claims.reports.direction import places
from asylia.claims.reports.draft import Draft
from asylia.claims.reports.setting import Setting
from asylia.claims.scan import Scan, SentenceScan
from asylia.lexicon.matcher import Cue

_BACK = 5
_BY_HOST = frozenset({"legal.deportation", "capture.handover"})  # the host denies what it did itself
_WITHHELD = re.compile(r" (?:them|him|her|us|people|relatives|famil(?:y|ies)|travel)\b")  # "denying them passports"
# "They came voluntarily" denies that somebody was taken or sent; it says nothing about notices and charges.
_TAKEN = frozenset({
    "capture.abduction", "capture.handover", "capture.lure", "legal.deportation", "legal.extradition",
    "legal.detention", "proxy.persuasion", "proxy.detention", "abroad.killing", "abroad.assault", "abroad.approach",
    "abroad.threat", "abroad.harassment", "abroad.surveillance", "abroad.station", "digital.spyware",
    "proxy.interrogation", "proxy.harassment",
})  # fmt: skip
# What has its own verb behind "who", or is a participle, is told and not denied: "denied knowing X, who was abducted".
_RELATIVE = re.compile(r"\b(?:who|whom|which|qui|quien|котор\w+|người mà|من|الذي|التي)\b|[,،;:.] ")
_OBJECT = 60  # characters from a verb of denial to the act denied
_NOMINAL = re.compile(r"[dt][iuü]ğ|m[ae]s[iı]|m[ae]y[ae]")
_BEHIND = 24  # "was rejected by the Chinese embassy"
_STATES = frozenset({"mission", "service", "official"})  # of the state that the page is about, where no other is named


def denials(scan: Scan, about: Setting, drafts: list[Draft]) -> list[Draft]:
    """For every sentence in which the origin state denies, the last act told before it, denied."""
    found = []
    told = sorted((d for d in drafts if d.methods and d.modality != "planned"), key=lambda d: d.start)
    done: set[tuple[object, ...]] = set()
    for sentence in scan.sentences:
        span = _denies(
            scan, about, sentence, {d.host for d in told if d.host is not None and _BY_HOST & set(d.methods)}
        )
        if span is None:
            continue
        willing = not any(cue.code == "denies" for cue in sentence.of("stance"))
        before = [
            d
            for d in told
            if d.sentence <= sentence.index and sentence.index - d.sentence <= _BACK and d.start < span[1]
        ]
        if not before:
            continue
        act = before[-1]
        if act.outcome == "failed" and act.sentence == sentence.index and "legal.extradition" in act.methods:
            continue  # what the sentence tells is that a request was refused
        if willing and not _TAKEN & set(act.methods):
            continue
        identity = (act.methods, act.key, act.host)
        if identity in done:
            continue
        done.add(identity)
        found.append(
            act.with_(
                start=span[0],
                end=span[1],
                sentence=sentence.index,
                paragraph=sentence.paragraph,
                origin=act.origin or about.origin_at(sentence),
                outcome=None,
                modality="denied",
                rule="denial",
            )
        )
    return found


def stood(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that only a denial tells of: "denied having kidnapped him", "kaçırdığını yalanladı"."""
    denied = {(d.sentence, d.methods, d.key) for d in drafts if d.modality == "denied"}
    return [
        d
        for d in drafts
        if d.modality == "denied" or (d.sentence, d.methods, d.key) not in denied or not _in_denial(scan, d)
    ]


def _in_denial(scan: Scan, draft: Draft) -> bool:
    """Whether the act is the object of a verb of denial in its own clause."""
    start, end = draft.at
    for cue in scan.sentences[draft.sentence].of("stance"):
        if cue.code != "denies" or not draft.start <= cue.start < draft.end:
            continue
        if scan.language == "tr" and end <= cue.start and _NOMINAL.search(scan.folded, start, end):
            return True
        if (
            scan.language not in (*VERB_FINAL, "zh")
            and draft.modality == "asserted"
            and 0 <= start - cue.end <= _OBJECT
        ):
            return not _RELATIVE.search(scan.folded, cue.end, start)
    return False


def _speaks(scan: Scan, place: Cue, cue: Cue) -> bool:
    """Whether the state stands where the one who denies does: before the verb, or right behind it."""
    return place.start < cue.start or scan.language == "ar" or place.start - cue.end <= _BEHIND


def _denies(scan: Scan, about: Setting, sentence: SentenceScan, hosts: set[str]) -> tuple[int, int] | None:
    origin = about.origin_at(sentence)
    for cue in sentence.of("stance", "refusal"):
        if cue.kind == "stance" and (cue.code != "denies"):
            continue
        if _WITHHELD.match(scan.folded, cue.end) or any(act.start == cue.start for act in sentence.of("act")):
            continue  # "rejected the request for his extradition" is an act, and denies none
        start, end = clause(scan, sentence, cue.start, cue.end)
        near = [p for p in places(sentence) if start <= p.start < end and p.kind != "people"]
        if any((p.code == origin or p.code in hosts) and _speaks(scan, p, cue) for p in near):
            return start, end
        if not near and any(c.code in _STATES and start <= c.start < cue.start for c in sentence.of("agent")):
            return start, end
    return None
