"""Doubles: one claim per page, act and voice, at its fullest statement."""

from __future__ import annotations

from asylia.claims.reports.draft import Draft

_GREATER = frozenset({"capture.handover", "legal.deportation", "legal.extradition", "capture.abduction"})
_BESIDE = 4


def singled(drafts: list[Draft]) -> list[Draft]:
    """Without restatements: headline and lead, retold paragraphs, several words for one act."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (-_fullness(d), d.start)):
        twin = next((other for other in kept if _same(other, draft)), None)
        if twin is None:
            kept.append(draft)
        elif twin.date is None or twin.host is None:
            kept[kept.index(twin)] = twin.with_(date=twin.date or _finer(twin, draft), host=twin.host or draft.host)
    return sorted(kept, key=lambda d: (d.start, d.end))


def _finer(twin: Draft, draft: Draft) -> object:
    """A date may be taken from a restatement of the same persons or the same unnamed group in the same host."""
    same = (bool(draft.key) and draft.key == twin.key) or (not draft.key and not twin.key and draft.host == twin.host)
    return draft.date if same or draft.sentence == twin.sentence else None


def _fullness(draft: Draft) -> float:
    full = (
        bool(draft.persons)
        + bool(draft.date)
        + draft.said_host
        + 0.5 * bool(draft.outcome)
        + 0.3 * len(draft.methods)
        + 0.2 * draft.weight
    )
    return full - (10.0 if draft.paragraph == -1 else 0.0) - (0.5 if draft.how in ("carried", "dropped") else 0.0)


def _same(left: Draft, right: Draft) -> bool:
    if (left.modality == "denied") != (right.modality == "denied") or (left.modality == "planned") != (
        right.modality == "planned"
    ):
        return False
    if (
        left.modality != right.modality
        and left.paragraph != right.paragraph
        and -1 not in (left.paragraph, right.paragraph)
    ):
        return False
    if bool(left.methods) != bool(right.methods):
        return False
    if left.methods and not set(left.methods) & set(right.methods):
        return _part(left, right) or _part(right, left)
    if not left.methods and left.outcome != right.outcome:
        return False
    if left.key and right.key and not set(left.key) & set(right.key):
        return False
    if left.host and right.host and left.host != right.host:
        return False
    if left.date and right.date and not left.date.meets(right.date):
        return False
    if left.relative != right.relative:
        return False
    if left.aloft and right.aloft:
        return True  # a page tells of one plane
    if "abroad.station" in left.methods:
        return left.host == right.host
    return (
        bool(set(left.key) & set(right.key))
        or (left.host is not None and left.host == right.host)
        or (not left.key and not right.key)
        or _bare(left)
        or _bare(right)
    )


def _part(lesser: Draft, greater: Draft) -> bool:
    """The seizure of people without names, told beside their hand-over, is a part of it."""
    return (
        lesser.methods == ("legal.detention",)
        and bool(_GREATER & set(greater.methods))
        and not lesser.key
        and not greater.key
        and lesser.relative == greater.relative
        and lesser.modality == greater.modality
        and lesser.host == greater.host
        and abs(lesser.sentence - greater.sentence) <= _BESIDE
        and (lesser.date is None or greater.date is None or lesser.date.meets(greater.date))
    )


def _bare(draft: Draft) -> bool:
    return draft.paragraph == -1
