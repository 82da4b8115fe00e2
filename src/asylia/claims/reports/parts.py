"""Parts of a telling: so many of a group, and one victim each in several states."""

from __future__ import annotations

import re

from asylia.claims.reports.acts import Act
from asylia.claims.reports.direction import places
from asylia.claims.reports.draft import Draft
from asylia.claims.scan import Scan, SentenceScan
from asylia.lexicon.matcher import Cue

_NEAR = 90
_REACH = 40
# What makes a number a part of those spoken of before, behind it and before it.
_BEHIND = {
    "en": r"(?: more| others?)? of (?:the (?:group|men|women|detainees)|them|whom|those|these)\b",
    "es": r" (?:de (?:ellos|ellas|los cuales|las cuales|los detenidos)|del grupo)\b",
    "fr": r" (?:d['’]entre (?:eux|elles)|de ceux-ci|(?:membres|personnes) (?:de ce|du) groupe)\b",
    "de": r" (?:von (?:ihnen|denen)|(?:aus )?der gruppe|davon)\b",
    "ru": r" (?:\w+ )?из (?:них|(?:этой )?группы|которых|задержанных)\b",
    "vi": r" (?:người )?(?:trong số (?:họ|đó|này)|thuộc nhóm)",
    "ar": r" (?:\w+ )?منهم",
    "fa": r" (?:نفر|تن)(?: از (?:آنها|آنان|این گروه))",
}
_BEFORE = {
    "zh": r"(?:其中|当中|當中|里的|之中)(?:的|有|约|約)?\s?\Z",
    "ja": r"(?:このうち|そのうち|うち)(?:の|、)?\s?\Z",
    "ko": r"(?:이들?|그|그들) ?(?:중|가운데) ?\Z",
    "tr": r"\b(?:onlardan|içlerinden|bunlardan|gruptan) \Z",
    "de": r"\b(?:von ihnen|von denen|davon) (?:\w+ )?\Z",
    "es": r"\bde (?:ellos|ellas), (?:a )?\Z",
}
# Words that give each of several places a victim of its own.
_EACH = re.compile(
    r"\b(?:each|respectively|apiece|cada uno|cada una|respectivamente|chacun|chacune|respectivement|jeweils|je ein\w*"
    r"|по одному|по одной|соответственно|birer|s[ıi]ras[ıi]yla|mỗi nơi)\b"
    r"|各[一1]|各有|各自|それぞれ|각각|على التوالي|به ترتیب"
)
_ISSUED = re.compile(
    r"\b(?:issued|published|put out|emitió|emitieron|publicó|publicaron|a émis|ont émis|a publié|ont publié"
    r"|erließ|erließen|veröffentlichte\w*|выпустил\w*|опубликовал\w*|yay[ıi][mn]lad[ıi]\w*|ç[ıi]kard[ıi]\w*|ç[ıi]kar[ıi]ld[ıi]\w*|ç[ıi]karan|ç[ıi]karm[ıi]ş\w*"
    r"|đã phát|ban hành|phát hành)\b"
    r"|发布|發布|发出|發出|公布|発行し|発布し|발령했|발부했|발부받|أصدر|صادر کرد"
)
_AND = re.compile(
    r"(?:,|、|，)?\s?(?:and|y|e|et|und|и|ve|và|和|与|與|及|と|와|과|و)?\s?(?:in|en|au|à|в|bei|the|tại|ở|در|في)?\s?"
)


def portioned(scan: Scan, act: Act) -> bool:
    """Whether the act strikes so many of a group told of before: "109 of them", 其中109人."""
    behind, before = _BEHIND.get(scan.language), _BEFORE.get(scan.language)
    for number in act.sentence.numbers:
        if abs(number.start - act.cue.start) > _NEAR or number.value < 1:
            continue
        if behind is not None and re.match(behind, scan.folded[number.end : number.end + _REACH]):
            return True
        if before is not None and re.search(
            before, scan.folded[max(act.sentence.start, number.start - 12) : number.start]
        ):
            return True
    return False


def issued(scan: Scan, act: Act) -> bool:
    """Whether a notice is told as issued, also for a whole list of people, and not as one that people stand on."""
    around = scan.folded[max(act.start, act.cue.start - _REACH) : min(act.end, act.cue.end + _REACH)]
    return act.family == "notice" and _ISSUED.search(around) is not None


def spread(scan: Scan, sentence: SentenceScan, draft: Draft) -> list[Draft]:
    """ "one national each in Serbia and Spain": a draft for each of the states, where the words give each its own."""
    if draft.place is None or draft.persons or not _EACH.search(scan.folded, sentence.start, sentence.end):
        return [draft]
    near = [p for p in places(sentence) if p.kind == draft.place.kind and p.code != draft.origin]
    beside = _joined(scan, near, near.index(draft.place)) if draft.place in near else []
    return [draft.with_(host=place.code, place=place) for place in beside] or [draft]


def _joined(scan: Scan, near: list[Cue], at: int) -> list[Cue]:
    """The places coordinated with one of them, itself included, in the order of the text."""
    first = last = at
    while first > 0 and _AND.fullmatch(scan.folded, near[first - 1].end, near[first].start):
        first -= 1
    while last + 1 < len(near) and _AND.fullmatch(scan.folded, near[last].end, near[last + 1].start):
        last += 1
    return near[first : last + 1]
