"""Names written in Han characters: Chinese in both scripts, Japanese, and foreign names transcribed with a dot.

No segmenter is used. A name begins with a surname behind something that ends a word, and ends before
something that begins one; it must be titled, listed, or said twice. What is accepted once is a name
wherever it stands in the document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from asylia.claims.persons.characters import DOTS, GROUPS, HAN, LEFT, NEVER, RIGHT, RUN, TRANSLIT
from asylia.claims.persons.names import NameWords, name_words
from asylia.claims.persons.people import Spot
from asylia.claims.scan import Scan, SentenceScan

_TITLES = (
    r"(?:先生|女士|小姐|教授|博士|律師|律师|氏|さん|君|様|容疑者|被告|元|議員|议员|外相|首"
    r"相|大統領|大使|報道官|局長|局长|部長|部长|代表|弁護士|記者|记者|会長|主席|總統|总统|"
    r"総統|長官|长官|官房長官|法相|国防相|知事)"
)
_TITLED = re.compile(
    rf"([{HAN}]{{1,6}}|[ァ-ヴー][ァ-ヴー{DOTS}＝=]{{1,24}})(?:[（(][^（）()\n]{{1,24}}[）)])?(?:"
    rf"元?{_TITLES})(?![部省社紙])"
)
_DOTTED = re.compile(rf"[{TRANSLIT}]{{1,7}}(?:[{DOTS}][{TRANSLIT}]{{1,8}}){{1,3}}")
# Before a title in Japanese: what kind of reporter or lawyer it is, and no name.
_KINDS_JA = frozenset(
    (
        "亡命 在外 在日 在英 在米 新聞 匿名 独立 女性 男性 現地 地元 専門 政治 担当 主任 若手 海外"
        " 人権 民主 首席 筆頭 常駐 特命 全権 臨時"
    ).split()
)
_ROLES = ("role", "kin")
_PLACES = ("country", "capital", "city", "region")
# What tells that a name has ended: the word for what its bearer does, or for what is done to them.
_TELLING = ("act", "speech", "stance", "abode", "lives", "result", "attribution", "nay", "plan", "doubt")
_NAMES_OF_OTHER_THINGS = tuple(
    "country capital city region institution programme nationality act actor agent crowd".split()
)
KINDS = frozenset({*_ROLES, *_PLACES, *_TELLING, *_NAMES_OF_OTHER_THINGS})  # of cues that names are told by
_KANA_ORGANISATION = re.compile(
    r"ライツ|ウ[オォ]ッチ|インターナショナル|ディフェンダーズ|ハウス|ラボ|ニュース|タイムズ"
    r"|プレス|テレビ|ホテル|フロント|プロジェクト|センター|アムネスティ|ノーティス|パトロー"
    r"ル|サービス|ステーション|システム|フォックス|スカイ|コート|グループ|ネットワーク"
)
_KANA = re.compile(r"[ァ-ヴー]{2,12}(?:[・＝=][ァ-ヴー]{1,12}){1,3}")
_GAP = " ... "
_BARE = 2  # a name of two characters without title or list must be said this often


def spots(scan: Scan) -> list[Spot]:
    """Names in Han characters and kana, with how sure they are."""
    known = name_words(scan.lexicon, scan.language)
    barred = _barred(scan)
    found: dict[tuple[int, int], Spot] = {}
    for sentence in scan.sentences:
        opening = _opening(scan, sentence, known) if scan.language == "zh" else ()
        named = (*_titled(scan, sentence, known), *_after_role(scan, sentence, known))
        struck = _struck(scan, sentence, known) if scan.language == "zh" else ()
        for spot in (*_dotted(scan, sentence), *named, *opening, *struck):
            found.setdefault((spot.start, spot.end), spot)
    texts = {scan.text[start:end]: spot for (start, end), spot in found.items()}
    if scan.language != "ja":
        for name, weight in _surnames(scan, known, barred).items():
            texts.setdefault(name, Spot(0, 1, weight, "surname and given name"))
    return _everywhere(scan, texts, barred)


def _barred(scan: Scan) -> list[tuple[int, int]]:
    return [
        (cue.start, cue.end)
        for sentence in scan.sentences
        for cue in sentence.of(*_NAMES_OF_OTHER_THINGS)
        if _GAP not in cue.form  # 撤銷陳志明的護照: a name stands in the gap
    ]


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(a < end and start < b and not (start <= a and b < end) for a, b in spans)


def _dotted(scan: Scan, sentence: SentenceScan) -> Iterator[Spot]:
    """買買提·伊明: characters of transcription on both sides of a dot; アレクセイ・ボロディン in kana."""
    for match in _DOTTED.finditer(scan.text, sentence.start, sentence.end):
        dot = min(at for mark in DOTS if (at := scan.text.find(mark, match.start())) >= 0)
        before = sentence.of(*_ROLES, *_PLACES)  # 在布鲁克林马西赫·阿林内贾德的家门口: the place is no part of the name
        start = max((cue.end for cue in before if match.start() < cue.end < dot), default=match.start())
        yield Spot(start, match.end(), 2.0, "transcribed name")
    for match in _KANA.finditer(scan.text, sentence.start, sentence.end):
        if not _KANA_ORGANISATION.search(match.group()) and not _overlaps(
            [(c.start, c.end) for c in sentence.of("institution", "programme", "country", "city", "capital")],
            match.start(),
            match.end(),
        ):
            yield Spot(match.start(), match.end(), 1.5, "kana with a dot")


def _titled(scan: Scan, sentence: SentenceScan, known: NameWords) -> Iterator[Spot]:
    """方敏成先生, 羅冠聡（ネイサン・ロー）氏: what stands before a title, without the words for roles."""
    for match in _TITLED.finditer(scan.text, sentence.start, sentence.end):
        start, end = match.span(1)
        start = max(
            (cue.end for cue in sentence.of(*_ROLES, *_NAMES_OF_OTHER_THINGS) if start < cue.end <= end),
            default=start,
        )
        if scan.language == "ja":  # 松野博一官房長官: the title begins before its last word
            end = min((cue.start for cue in sentence.of("role") if start < cue.start < end < cue.end), default=end)
        name = scan.text[start:end]
        if (
            scan.language != "ja"
            and not match.group(0).endswith(("氏", "先生", "女士", "小姐"))
            and name[:1] not in known.han
        ):
            continue
        if scan.language != "ja":
            while name and name[0] not in known.han:
                start, name = start + 1, name[1:]
        if scan.language == "ja" and name in _KINDS_JA:
            continue  # 亡命記者
        native = scan.language == "ja" and name.startswith(known.japanese) and 3 <= len(name) <= 5
        if native or (len(name) >= 2 and not set(name) & (NEVER - known.han) and name[0] not in "元前同新両各"):
            yield Spot(start, end, 2.0, "titled")
        elif len(name) == 1 and (name in known.han) and match.group(0).endswith(("氏", "さん")):
            yield Spot(start, end, 1.0, "titled surname")


def _after_role(scan: Scan, sentence: SentenceScan, known: NameWords) -> Iterator[Spot]:
    """活動人士次仁说, 书店股东方敏成: the characters behind a role, up to what ends a name."""
    lives = {cue.start for cue in sentence.of("lives")}
    for cue in sentence.of("role"):
        if "plural" in cue.tags and scan.text[cue.end : cue.end + 1] not in "、：":
            continue
        start = cue.end + (scan.text[cue.end : cue.end + 1] in ("、", "：", "，") and scan.language in ("ja", "zh"))
        foreign = _foreign(scan, sentence, start) if scan.language == "zh" else None
        if foreign is not None:
            yield foreign
            continue
        limit = min(sentence.end, start + 7)
        run = RUN.match(scan.text, start, limit)
        han = run.group() if run else ""
        for length in _lengths(han, known):
            name, after = han[:length], scan.text[start + length : start + length + 1]
            if (
                len(name) == length
                and not set(name[1:]) & NEVER
                and name[0] not in NEVER - known.han
                and (after in RIGHT or after == "" or start + length in lives)
            ):
                kinds = (*_NAMES_OF_OTHER_THINGS, *_TELLING)
                barred = [(c.start, c.end) for c in sentence.of(*kinds) if _GAP not in c.form]
                if any(a < start + length and start < b for a, b in barred):
                    break  # 人士转述…: a verb is no name
                yield Spot(start, start + length, 2.0, "behind a role")
                break
        else:
            full = _full(scan, sentence, start, known) if scan.language == "zh" else None
            if full is not None:
                yield full


def _full(scan: Scan, sentence: SentenceScan, start: int, known: NameWords) -> Spot | None:
    """维权律师陈思位登上…, 判处陈民海…: a surname and two characters, where a name must stand, whatever follows."""
    length = 4 if scan.text[start : start + 2] in known.double else 3
    name, end = scan.text[start : start + length], start + length
    if len(name) < length or end > sentence.end or name[0] not in known.han or set(name[1:]) & NEVER:
        return None
    if not RUN.fullmatch(name) or name[-1] in GROUPS or set(name) <= set(TRANSLIT):
        return None
    kinds = (*_NAMES_OF_OTHER_THINGS, *_TELLING, *_ROLES)
    barred = [(c.start, c.end) for c in sentence.of(*kinds) if _GAP not in c.form]
    return None if any(a < end and start < b for a, b in barred) else Spot(start, end, 1.5, "where a name must stand")


_PEOPLE_ONLY = frozenset("sentenced extradite deport handover".split())


def _struck(scan: Scan, sentence: SentenceScan, known: NameWords) -> Iterator[Spot]:
    """判处陈民海十年, 移交陈民海: directly behind what a court or a state does to people only."""
    for cue in sentence.of("act", "result"):
        if cue.code in _PEOPLE_ONLY and _GAP not in cue.form:
            full = _full(scan, sentence, cue.end, known)
            if full is not None:
                yield full


_TRANSCRIBED = re.compile(rf"[{TRANSLIT}]{{2,8}}")
_SOUND = rf"(?![{''.join(sorted(NEVER - set(TRANSLIT)))}])[{HAN}]"
_WITH_DOT = re.compile(rf"(?P<first>[{HAN}]{{1,8}})(?:[{DOTS}](?:{_SOUND}){{1,9}}){{1,3}}")
_ENDING = "的，。、；：,被遭在於与與和及（(”」 "  # what may stand behind a name of two characters
_SHORT = 2
_LETTERS = "A-Za-zÀ-ɏḀ-ỿ'’.-"
_LATIN = re.compile(rf" ?(?P<name>[A-ZÀ-Þ][{_LETTERS}]*(?: [A-ZÀ-Þ][{_LETTERS}]+){{1,3}})")


def _foreign(scan: Scan, sentence: SentenceScan, start: int) -> Spot | None:
    """Behind a role: 反对派博主普罗塔谢维奇随即…, a run of characters of transcription; or a name in Latin letters."""
    latin = _LATIN.match(scan.text, start, sentence.end)
    if latin is not None:
        return Spot(latin.start("name"), latin.end("name"), 2.0, "behind a role")
    dotted = _WITH_DOT.match(scan.text, start, sentence.end)
    run = dotted or _TRANSCRIBED.match(scan.text, start, sentence.end)
    ends = {cue.start for cue in sentence.of(*_TELLING)} | {date.start for date in sentence.dates}
    least = dotted.end("first") + 2 if dotted is not None else start + 2
    for end in range(run.end(), least - 1, -1) if run is not None else ():
        clear = end in ends or scan.text[end : end + 1] in _ENDING
        if clear or (end - start > _SHORT and scan.text[end : end + 1] in RIGHT):
            barred = [(c.start, c.end) for c in sentence.of(*_NAMES_OF_OTHER_THINGS) if _GAP not in c.form]
            return None if _overlaps(barred, start, end) else Spot(start, end, 2.0, "behind a role")
    return None


_OPENING = re.compile(rf"(?:\A|(?<=[，,。；：「“]))[{HAN}]{{3,4}}")
_SPEAKING = re.compile(
    r"(?:被|遭|说|說|称|稱|表示|指出|指控|指责|指責|告诉|告訴|回忆|回憶|透露|坦言|则|則|随后|隨後|否认|否認)"
)


def _opening(scan: Scan, sentence: SentenceScan, known: NameWords) -> Iterator[Spot]:
    """王靖渝的父母…, 羅子威表示…: a full name that opens a clause, before what its bearer does or whose kin follow."""
    kin = {cue.start for cue in sentence.of("kin")}
    for match in _OPENING.finditer(scan.text[sentence.start : sentence.end]):
        start = sentence.start + match.start()
        for length in (4,) if scan.text[start : start + 2] in known.double else (3,):
            name, end = scan.text[start : start + length], start + length
            follows = end + scan.text.startswith("的", end) in kin or _SPEAKING.match(scan.text, end, end + 3)
            sound = name[0] in known.han and not set(name[1:]) & NEVER and name[-1] not in GROUPS
            barred = [(c.start, c.end) for c in sentence.of(*_NAMES_OF_OTHER_THINGS, "role") if _GAP not in c.form]
            if sound and follows and not any(a < end and start < b for a, b in barred):
                yield Spot(start, end, 1.5, "opens a clause")


def _lengths(han: str, known: NameWords) -> tuple[int, ...]:
    if han[:2] in known.double:
        return (4, 3)
    return (3, 2, 4) if han[:1] in known.han else (2, 3, 4, 5)


def _surnames(scan: Scan, known: NameWords, barred: list[tuple[int, int]]) -> dict[str, float]:
    """Surname and one or two characters between what ends and what begins words, counted over the document."""
    counts: Counter[str] = Counter()
    listed: set[str] = set()
    text = scan.text
    telling = [cue for sentence in scan.sentences for cue in sentence.of("abode", "lives")]
    begins, ends = {cue.start for cue in telling}, {cue.end for cue in telling}
    for match in RUN.finditer(text):
        for at in range(match.start(), match.end() - 1):
            if text[at] not in known.han or (at > 0 and text[at - 1] not in LEFT and text[at - 1] != "的"):
                continue
            behind_de = at > 0 and text[at - 1] == "的"  # 遭通緝的郭鳳儀現居…: only where a word for living follows
            for length in (4, 3) if text[at : at + 2] in known.double else (3, 2):
                name, after = text[at : at + length], text[at + length : at + length + 1]
                if at + length > match.end() or set(name[1:]) & NEVER or (after and after not in RIGHT):
                    continue
                if _overlaps(barred, at, at + length) or (behind_de and at + length not in begins):
                    continue
                counts[name] += 1 + (length > 2 and (at + length in begins or at in ends))
                if after in "、与與和及（(" and (at == 0 or text[at - 1] in "、与與和及，括為为是對对將将把被控"):
                    listed.add(name)
                break
    return {name: 1.5 for name, count in counts.items() if count >= _BARE or (name in listed and len(name) >= 2)}


def _everywhere(scan: Scan, texts: dict[str, Spot], barred: list[tuple[int, int]]) -> list[Spot]:
    """Every place of every accepted name, the longest first."""
    if not texts:
        return []
    pattern = re.compile("|".join(re.escape(name) for name in sorted(texts, key=lambda name: (-len(name), name))))
    return [
        Spot(match.start(), match.end(), texts[match.group()].weight, texts[match.group()].why)
        for match in pattern.finditer(scan.text)
        if not _overlaps(barred, match.start(), match.end())
    ]
