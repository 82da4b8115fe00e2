"""Police service stations abroad: a site in a named place is a report; a list of numbers is not."""

from __future__ import annotations

from asylia.claims.reports.acts import clause, governing
from asylia.claims.reports.direction import direction, places
from asylia.claims.reports.draft import Draft
from asylia.claims.reports.setting import Setting
from asylia.claims.reports.when import single
from asylia.claims.scan import Scan, SentenceScan
from asylia.lexicon.matcher import Cue

_FEW = 5
_BACK = 2


def stations(scan: Scan, about: Setting) -> list[Draft]:
    """A draft for every host in which a sentence places a station."""
    found: list[Draft] = []
    known = False
    last: tuple[int, str] | None = None
    for sentence in scan.sentences:
        strong = [cue for cue in sentence.of("act") if cue.code == "station"]
        known = known or bool(strong)
        words = strong or ([cue for cue in sentence.of("act") if cue.code == "site"] if known else [])
        origin = about.origin_at(sentence)
        if not words or origin is None or _habit(scan, sentence, words[0]):
            continue
        drafts = [
            _draft(scan, sentence, words[0], origin, place)
            for place in _hosts(scan, sentence, words[0], origin, bool(strong))
        ]
        if not drafts and strong and last is not None and sentence.index - last[0] <= _BACK and _opened(sentence):
            drafts = [_draft(scan, sentence, words[0], origin, None).with_(host=last[1], said_host=False)]
        found += drafts
        if drafts and drafts[-1].host:
            last = (sentence.index, drafts[-1].host)
    return found


def _habit(scan: Scan, sentence: SentenceScan, cue: Cue) -> bool:
    start, end = clause(scan, sentence, cue.start, cue.end)
    return (
        governing(scan, sentence, cue, "feared", start, end) is not None
        or governing(scan, sentence, cue, "nay", start, end) is not None
    )


def _opened(sentence: SentenceScan) -> bool:
    return sentence.has("opened")


def _hosts(scan: Scan, sentence: SentenceScan, cue: Cue, origin: str, strong: bool) -> list[Cue]:
    """The places of the sites that the sentence speaks of, one for each host."""
    many = [
        n
        for n in sentence.numbers
        if n.value > _FEW
        and n.unit is None
        and abs(n.start - cue.start) < 60
        and getattr(n, "role", "count") == "count"
    ]
    found: dict[str, Cue] = {}
    for place in places(sentence):
        if place.code == origin or place.kind in ("nationality", "people"):
            continue
        if any(c.start <= place.start and place.end <= c.end for c in sentence.of("institution", "programme")):
            continue
        if any(0 <= c.start - place.end <= 6 for c in sentence.of("actor", "institution")):
            continue  # スペインの人権団体: where an organisation is from
        if any(-1 <= c.start - place.end <= 12 for c in sentence.of("agent") if c.code == "mission"):
            continue
        if any(0 <= place.start - c.end <= 8 for c in sentence.of("abode")):
            continue
        way = direction(scan, place)
        near = abs(place.start - cue.start) <= 90
        ordered = sentence.has("closed") and place.kind in ("country", "capital")
        if (
            way == "in" or ordered or (near and place.kind == "city") or (scan.language in ("zh", "ko", "ja") and near)
        ) and not many:
            found.setdefault(place.code, place)
    placed = any(direction(scan, place) == "in" for place in found.values())
    if strong and sentence.has("doubt") and not (placed or _opened(sentence) or sentence.has("closed")):
        return []  # "the affair of the secret police stations is looked into"
    if not strong and not (_opened(sentence) or sentence.has("closed") or sentence.numbers):
        return []
    return list(found.values())


def _draft(scan: Scan, sentence: SentenceScan, cue: Cue, origin: str, place: Cue | None) -> Draft:
    start, end = clause(scan, sentence, cue.start, cue.end)
    doubt = governing(scan, sentence, cue, "doubt", sentence.start, sentence.end) is not None
    dates = [
        value for dated in sentence.dates if (value := single(dated)) is not None and abs(dated.start - cue.start) < 80
    ]
    said = {c.end for c in sentence.of("speech")} | {c.start for c in sentence.of("speech")}
    dates = [value for value in dates if not said and _opened(sentence)]
    return Draft(
        start=start, end=end, sentence=sentence.index, paragraph=sentence.paragraph, methods=("abroad.station",),
        origin=origin,
        host=place.code if place else None, said_host=place is not None, place=place, date=dates[0] if dates else None,
        modality="alleged" if doubt else "asserted", weight=4.0, how="unnamed", rule="station",
    )  # fmt: skip
