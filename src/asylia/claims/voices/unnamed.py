"""Unnamed: speakers whom no lexicon and no list of persons knows, told by where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from asylia.claims.actors import Actor
from asylia.claims.actors.words import PLACES
from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.voices.grammar import Grammar
from asylia.claims.voices.nominals import Nominal
from asylia.lexicon.matcher import Cue
from asylia.model.mention import Mention

_WORD = re.compile(r"[^\s,.;:!?\"()]+")
_MOST = 6  # words of a name, or of who tells without one
_CAPITAL = re.compile(r"(?:[^\W\d_]{1,12} ){0,3}?(?P<name>[A-ZÀ-ÞА-ЯЁ][\w’'-]+(?: [A-ZÀ-ÞА-ЯЁ][\w’'-]+){0,3})")
_UP_TO_COMMA = re.compile(r" ?(?P<name>[^\W\d_][^،,.:؛;\"«»\d]{2,45}?)(?=،|,|:)")
# "In accordance with": an agreement or a law is nobody's voice.
_RULES = tuple(
    "اتفاق قانون القانون ما أحكام احكام القواعد معلومات تقديرات آخر نظام"
    " توافق آمار گزارش این آنچه برنامه قوانین مقررات".split()
)
# "As «Vesna» reported": a short name in quotation marks right behind the verb, and a comma or a full stop behind it.
_QUOTED = re.compile(r" [«“„](?P<name>[A-ZА-ЯЁ][^«»“”\n]{1,30})[»”](?=[,.])")
# "…, asegura Human Constanta.", "…, estime Solidarity with Others, basée à …": a name that closes the telling.
_NAMED_BEHIND = re.compile(
    r" (?:el |la |los |las |le |les |l['’])?"
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?: (?:(?:de|del|des?|du|of|with|for|y|et|and) )?[A-ZÀ-Þ][\w’'-]+){0,5})(?=[,.;]|\Z)"
)
_NOBODY = frozenset(
    "it there this that these those he she they we i you who which what one some nothing nobody evidence research"
    " es il elle ils elles on ce cela ça ceci je nous vous lo ello yo nosotros wer was das dies er sie ich wir man"
    " это он она они мы я никто кто nó họ tôi ai điều đây".split()
)


def cited(scan: Scan, sentence: SentenceScan, cue: Cue, nominal: Nominal | None) -> Actor | None:
    """The name right behind "according to", where no rule knows it; in Chinese also where a known word opens it."""
    if scan.language == "zh":
        return _cited_zh(scan, sentence, cue, nominal)
    if nominal is not None:
        return None
    if scan.language in ("ar", "fa"):
        found = _UP_TO_COMMA.match(scan.folded, cue.end, sentence.end)
        if found is None or len(found["name"].split()) > _MOST or found["name"].startswith(_RULES):
            return None
    else:
        found = _CAPITAL.match(scan.text, cue.end + 1, sentence.end)
        if found is None or any(c.kind in PLACES and c.start == found.start("name") for c in sentence.cues):
            return None
    return _actor(scan, found.start("name"), found.end("name"), "body")


def before(scan: Scan, sentence: SentenceScan, cue: Cue, present: Sequence[Nominal], grammar: Grammar) -> Actor | None:
    """Who stands before the verb as its subject, though no list knows them: "Organisers of the tour said that"."""
    if cue.kind not in ("speech", "stance") or "noun" in cue.tags or "act" in cue.tags:
        return None
    if scan.language == "zh":
        return _before_zh(scan, sentence, cue)
    if grammar.order == "topic":
        return _topic(scan, sentence, cue, present)
    if cue.kind != "speech":
        return None
    if scan.language in ("es", "fr") and scan.folded[sentence.start : cue.start].rstrip()[-1:] in (",", '"', "»"):
        behind = _NAMED_BEHIND.match(scan.text, cue.end, sentence.end)
        if behind is not None and not any(c.kind in PLACES and c.start == behind.start("name") for c in sentence.cues):
            return _actor(scan, behind.start("name"), behind.end("name"), "body")
    quoted = _QUOTED.match(scan.text, cue.end, sentence.end)
    if quoted:
        return _actor(scan, quoted.start("name"), quoted.end("name"), "body")
    if grammar.order != "svo" or scan.language == "fa":
        return None
    after = _WORD.findall(scan.folded[cue.end : cue.end + 12])
    words = _WORD.findall(scan.folded[sentence.start : cue.start])
    if not after or after[0] not in grammar.complement or not 1 <= len(words) <= _MOST:
        return None
    closed = grammar.openers | grammar.joiners | grammar.prepositions | _NOBODY
    if words[0] in closed or words[0].endswith("ly") or words[-1] in closed:
        return None
    start = sentence.start + (len(words[0]) + 1 if words[0] in grammar.articles else 0)
    end = sentence.start + len(scan.folded[sentence.start : cue.start].rstrip())
    if start >= end or re.search(r"[,.;:!?\"«»“”()\d]", scan.text[start:end]):
        return None
    return _actor(scan, start, end, "source")


_FIGURES = (
    r"(?:的?(?:数据|數據|统计|統計|说法|說法|报告|報告|消息|调查|調查|资料|資料)"
    r"|报道|報道|報導|称|稱|透露|介绍|说|,|，)"
)
_CITED = re.compile(rf"(?P<name>[^,，。;:、「」“”\d]{{2,22}}?)(?:{_FIGURES})")
# What ends the name of a body, and what ends a word for a person.
_BODIES = "会會局院处處署社网網团團党黨盟台委府所司厅廳部行校馆館方室队隊站"
_PERSONS = "者人员員妻友亲親属屬子妈爸师師生民"
_SUBJECT = re.compile(
    rf"(?P<name>[\u3400-\u9fff·]{{1,24}}[{_BODIES}{_PERSONS}])"
    r"(?:受访时|受訪時|日前|近日|昨日|昨天|周.|同日|随后|隨後|则|則|也|还|還|并|並|又|曾|再次|已)*"
    r"(?:(?:对|對|向)[\u3400-\u9fff]{1,6})?"
    r"(?:则|則|也|还|還|并|並|再次|曾)*\Z"
)
_INTERVIEWED = re.compile(r"(?P<name>[\u3400-\u9fff·]{2,8}?)(?:受访|受訪|接受).{0,14}")
_POINTING = re.compile(
    r"(?:他|她|它|其|这|這|此|但|而|如果|因为|因為|由于|由於|同时|同時|当时|當時|有|在|对|對|向|据|據|被|遭|将|將|把|以|为|為|并|並|从|從|让|讓|令|使)"
)


def _before_zh(scan: Scan, sentence: SentenceScan, cue: Cue) -> Actor | None:
    """The noun phrase between the last mark and the verb: 互助会呼吁…, 一名住在…的妻子对本刊说."""
    text = scan.text[max(sentence.start, cue.start - 40) : cue.start]
    clause = re.split(r"[，,。；;：:、！？“”「」『』（）()\s]", text)[-1]
    found = _SUBJECT.fullmatch(clause) or _INTERVIEWED.fullmatch(clause)
    if found is None or _POINTING.match(found["name"]):
        return None
    start = cue.start - len(clause)
    if any(date.start < start + len(found["name"]) and start < date.end for date in sentence.dates):
        return None
    code = "body" if found["name"][-1] in _BODIES else "source"
    return _actor(scan, start, start + len(found["name"]), code)


def _cited_zh(scan: Scan, sentence: SentenceScan, cue: Cue, nominal: Nominal | None) -> Actor | None:
    found = _CITED.match(scan.folded, cue.end, sentence.end)
    if found is None or any(found.start() <= date.start < found.end() for date in sentence.dates):
        return None
    start, end = found.start("name"), found.end("name")
    if nominal is not None:
        modifier = scan.text.rfind("的", start, end)
        if not (nominal.end <= modifier < end - 2) or scan.text[end - 1] not in _BODIES:
            return None
    start = max(start, scan.text.rfind("的", start, end) + 1)
    return _actor(scan, start, end, "body")


_TOPIC_JA = re.compile(r"(?:\A|[、，])(?P<name>[^、，。「」（）\s]{2,22}?)(?:は|が)[、，]?")
_PERSON_JA = re.compile(
    r"(?:男性|女性|者|員|人|生|家|師|氏|さん|姉|妹|兄|弟|父|母|妻|夫|側|ら|大学|会社|社|局|庁|省|館|団体|機関)\Z"
)


def _topic(scan: Scan, sentence: SentenceScan, cue: Cue, present: Sequence[Nominal]) -> Actor | None:
    """Japanese: the topic that opens the sentence and is a word for a person."""
    if scan.language != "ja" or any(n.topic for n in present if n.end <= cue.start):
        return None
    found = _TOPIC_JA.search(scan.text, sentence.start, min(sentence.start + 40, cue.start))
    if found is None or not _PERSON_JA.search(found["name"]):
        return None
    start = found.start("name")
    return _actor(scan, start, found.end("name"), "source")


def _actor(scan: Scan, start: int, end: int, code: str) -> Actor:
    kind = "organisation" if code == "body" else "group"
    return Actor(Mention(scan.document.id, start, end, kind), code)
