"""Names of organisations in Chinese, Japanese and Korean: what grows leftwards from a head, and quoted names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from asylia.claims.actors.words import PLACES, Seed
from asylia.claims.scan import Scan, SentenceScan
from asylia.lexicon.matcher import Cue

_QUOTED = re.compile(r"[“「『\"'‘《〈](?P<name>[^”」』\"'’》〉\n]{2,40})[”」』\"'’》〉]")
_CHAIN = frozenset({*PLACES, "actor", "modifier", "institution"})
# A head takes the characters before it, up to a particle or a mark: these begin no part of a name.
_ENDS_ZH = frozenset(
    "，。；：、！？“”「」『』（）()《》〈〉 \n…—·,.;:"
    "的了在和与與及跟同对對向被由从從将將把是据據称稱说說并並也则則就已曾均都为為因于於以至而"
    "但或等后後中时時当當该該此这這那其每各某有没沒无無未不给給让讓受遭经經还還又"
)
_NAME_ZH = 14
_NAME_JA = re.compile(r"[\u4e00-\u9fff々〆ァ-ヺー・A-Za-zＡ-Ｚａ-ｚ0-9]+(?:の[\u4e00-\u9fffァ-ヺー・]+)*\Z")
_POSTED = re.compile(r"[驻駐][\u4e00-\u9fff]{1,3}\Z")
_KATAKANA = re.compile(r"[ァ-ヺー・＝]{2,}\Z")
_HANGUL_NAME = re.compile(r"(?:^|(?<=[\s,·]))(?:[가-힣]{2,5} )?[가-힣]{2,6} \Z")
_PARTICLED = re.compile(r"(?:은|는|이|가|을|를|의|에|와|과|도|로|서|인|한|간|월|일|년|날)\Z")
_COUNTED = re.compile(r"(?:[\d一二三四五六七八九十两兩数數多几幾百千]+|部分)[名位个個家]?\Z")
_PARTICLE = re.compile(
    r"(?:은|는|이|가|을|를|의|에|도|와|과|로|으로|에서|에게|에는|에도|만|측은|측이|측|이라는|라는|라고|이라고|부터|까지|들은|들이|들도|조차|마저|께서|이나|나|처럼|보다)?\Z"
)
_KO_STOP = re.compile(r"(?:다|고|며|지만|는데|으나|라며|하는|했던|된|한|할|던|면|서)\Z")


def grow(scan: Scan, sentence: SentenceScan, seed: Seed) -> tuple[int, int]:
    """The span of the name that the seed ends: places, modifiers and offices that stand before it join."""
    start = seed.start
    posted = _POSTED.search(scan.text[max(sentence.start, start - 8) : start]) if scan.language == "zh" else None
    start -= len(posted.group()) if posted else 0
    cues = [cue for cue in sentence.cues if cue.kind in _CHAIN and cue.end <= seed.start]
    moved = True
    while moved:
        moved = False
        if scan.language == "ko" and scan.text[start - 1 : start] == " ":
            before = max((cue for cue in cues if cue.end == start - 1), key=lambda c: -c.start, default=None)
        else:
            before = max((cue for cue in cues if cue.end == start), key=lambda c: -c.start, default=None)
        if before is None and "person" in seed.tags and seed.code in ("state", "expert"):
            before = _of(scan, cues, start)
        if before is not None and before.start < start:
            start, moved = before.start, True
        elif scan.language != "ko" and start > sentence.start and scan.text[start - 1] in "驻駐在":
            start = _posted(scan, cues, start)
    if "person" in seed.tags and seed.code == "state":
        start = _titled(scan, sentence, start)
    if "person" in seed.tags or seed.code == "ngo":
        counted = _COUNTED.search(scan.text[max(sentence.start, start - 8) : start])
        start -= len(counted.group()) if counted else 0
    if "name" in seed.tags and start == seed.start:
        start = _prefix(scan, sentence, seed)
    end = seed.end
    if scan.language == "zh" and scan.text[end : end + 1] in ("长", "長") and scan.text[end - 1] in "部厅廳局处處署院":
        end += 1  # 司法部 is a ministry, 司法部长 its minister
    return start, end


_OF = {"ja": "の", "zh": "的", "ko": "의 "}


def _of(scan: Scan, cues: Sequence[Cue], start: int) -> Cue | None:
    """The office that a particle ties to its official: 外務省の報道官."""
    tie = _OF.get(scan.language, "\0")
    if not scan.text.startswith(tie, start - len(tie)):
        return None
    ends = start - len(tie)
    offices = [cue for cue in cues if cue.end == ends and _office(cue)]
    return min(offices, key=lambda cue: cue.start, default=None)


def _office(cue: Cue) -> bool:
    return cue.kind == "institution" or (
        cue.kind == "actor" and cue.code in ("state", "police", "court", "body", "ngo")
    )


def _titled(scan: Scan, sentence: SentenceScan, start: int) -> int:
    """Korean and Japanese put the name before the title: "로베르트 K 장관", 「カリニャーク内相」."""
    before = scan.text[max(sentence.start, start - 24) : start]
    if scan.language == "ja":
        found = _KATAKANA.search(before)
        return start - len(found.group()) if found else start
    if scan.language != "ko" or not before.endswith(" "):
        return start
    found = _HANGUL_NAME.search(before)
    if found is None or any(_KO_STOP.search(word) or _PARTICLED.search(word) for word in found.group().split()):
        return start
    return start - len(found.group().lstrip())


def _posted(scan: Scan, cues: Sequence[object], start: int) -> int:
    """「驻」 and 「在」 post an embassy: "中国驻荷兰大使馆"; without a country before them they join nothing."""
    ends = {getattr(cue, "end", -1): getattr(cue, "start", -1) for cue in cues}
    if start - 1 in ends:
        return ends[start - 1]
    return start - 1 if scan.text[start - 1] in "驻駐" else start


def _prefix(scan: Scan, sentence: SentenceScan, seed: Seed) -> int:
    """How far to the left a proper name reaches that ends in this head."""
    if scan.language == "ja":
        before = scan.text[max(sentence.start, seed.start - 24) : seed.start]
        found = _NAME_JA.search(before)
        return seed.start - len(found.group()) if found else seed.start
    if scan.language == "ko":
        return seed.start
    start = seed.start
    while start > max(sentence.start, seed.start - _NAME_ZH) and scan.text[start - 1] not in _ENDS_ZH:
        start -= 1
    return start


def beside(scan: Scan, sentence: SentenceScan, seed: Seed) -> Seed | None:
    """The proper name right behind a common noun: 人权组织“…”, 人権団体「…」, 인권단체 …."""
    after = seed.end
    if scan.language == "ko" and scan.text[after : after + 1] == " ":
        after += 1
    quoted = _QUOTED.match(scan.text, after, sentence.end)
    if quoted:
        return Seed(quoted.start("name"), quoted.end("name"), seed.code, frozenset({"name"}), noun=False)
    if scan.language == "ko" and after == seed.end + 1:
        return _korean(scan, sentence, seed, after)
    return _foreign(scan, sentence, seed, after)


_LATIN = re.compile(
    r"(?<![A-Za-z])(?P<name>[A-Z][\w.&'-]*(?: (?:(?:of|for|the|and|de|des|du|y) )?[A-Z][\w.&'-]*){1,5})"
    r"(?:(?:의 )?(?:조사|보고서|집계|통계|발표|자료|분석)|에 (?:따르면|의하면)|[은는]\s"
    r"|によると|によれば|の(?:報告|調査|集計)|は、?|的?(?:报告|報告|调查|調查|数据|數據|统计|統計)|表示|指出|称|稱)"
)


def foreign(scan: Scan, sentence: SentenceScan, taken: Sequence[tuple[int, int]]) -> list[Seed]:
    """Latin names of several words that tell or own a document, without a noun: "Open Door의 조사에 따르면"."""
    found = (match.span("name") for match in _LATIN.finditer(scan.text, sentence.start, sentence.end))
    return [
        Seed(start, end, "body", frozenset({"name"}), noun=False)
        for start, end in found
        if not any(a < end and start < b for a, b in taken)
    ]


def _foreign(scan: Scan, sentence: SentenceScan, seed: Seed, after: int) -> Seed | None:
    """A name in Latin letters or katakana right behind the noun."""
    found = re.compile(r"[A-Z][\w.&' -]{1,50}[\w.]|[ァ-ヺー・]{3,}").match(scan.text, after, sentence.end)
    if found is None:
        return None
    return Seed(found.start(), found.end(), seed.code, frozenset({"name"}), noun=False)


def _korean(scan: Scan, sentence: SentenceScan, seed: Seed, after: int) -> Seed | None:
    """One to three words behind the noun, as far as the first that carries a particle."""
    text, at = scan.text, after
    stems = {cue.start for cue in sentence.of("speech", "stance", "attribution", *PLACES)}
    for _ in range(3):
        found = re.compile(r"[\w·.&-]+").match(text, at, sentence.end)
        if found is None or found.start() in stems or _KO_STOP.search(found.group()):
            return None
        particle = _PARTICLE.search(found.group())
        cut = len(particle.group()) if particle else 0
        if cut and len(found.group()) - cut >= 2:
            return Seed(after, found.end() - cut, seed.code, frozenset({"name"}), noun=False)
        if text[found.end() : found.end() + 1] != " ":
            return None
        at = found.end() + 1
    return None
