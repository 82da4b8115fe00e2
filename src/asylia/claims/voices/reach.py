"""Reach: how far the words go that an attribution covers, in its sentence and beyond."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from asylia.claims.actors import Actor
from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.voices.credit import Attribution
from asylia.claims.voices.grammar import Grammar
from asylia.claims.voices.subjects import head_end, own_start
from asylia.lexicon.matcher import Cue

_WORD = re.compile(r"[^\s,.;:!?\"()]+")
Spans = Sequence[tuple[Cue, tuple[int, int] | None]]
_FEW = 4


def reach(scan: Scan, sentence: SentenceScan, events: Spans, index: int, grammar: Grammar) -> tuple[int, int]:
    """The span that one event of a sentence covers; the events stand in the order of the text."""
    cue, who = events[index]
    if cue.kind == "attribution" or "cites" in cue.tags:
        return _clause(scan, sentence, events, index)
    if "announces" in cue.tags and who and who[0] < cue.start:
        return who[0], sentence.end
    if grammar.order in ("topic", "case"):
        return _verb_last(scan, sentence, events, index, grammar)
    if who is None or who[0] < cue.start:
        if who and _relative(scan, sentence, cue, who, grammar):
            return sentence.start, sentence.end
        if _said_last(scan, sentence, cue, who, grammar):
            return _whole(scan, sentence, events, index, grammar)
        if (
            who
            and who[1] < cue.start
            and cue.kind == "speech"
            and not scan.folded[cue.end : sentence.end].strip(" .!؟?")
        ):
            return who[1], cue.start  # the verb closes the sentence: "the experts the detention arbitrary called"
        return _behind_verb(scan, cue) if cue.kind != "stance" else cue.start, _until(
            scan, sentence, events, index, grammar
        )
    before = scan.folded[sentence.start : cue.start].strip(" ',-وف")
    if before and (grammar.order != "vso" or before[-1] in '"»”؟!،'):
        return _whole(scan, sentence, events, index, grammar)
    return who[1], _until(scan, sentence, events, index, grammar)


def _behind_verb(scan: Scan, cue: Cue) -> int:
    """Where the words begin behind a verb; a separable verb with nothing in between ends with its prefix."""
    first = head_end(cue, scan.folded)
    between = scan.folded[first : cue.end].split()
    return cue.end if len(between) <= len(cue.form.split(" ... ")) - 1 else first


def _relative(scan: Scan, sentence: SentenceScan, cue: Cue, who: tuple[int, int], grammar: Grammar) -> bool:
    """ "The people whom the police say they …", "the incidents it recorded": what is said stands before the speaker."""
    words = _WORD.findall(scan.folded[max(sentence.start, who[0] - 30) : who[0]])
    while words and words[-1] in grammar.articles:
        words.pop()
    if not words or scan.folded[who[0] - 2 : who[0]].strip() in (",", "，"):
        return False
    return words[-1] in _RELATIVES or ("noun" in cue.tags and words[-1] not in grammar.joiners | grammar.openers)


_ADDRESSED = frozenset({"told", "tells"})
_CLOSED = re.compile(r";|, (?:and|but|while|adding)\b")
_RELATIVES = frozenset("whom which что которых которые que den die".split()) - {"die", "que"}


def _clause(scan: Scan, sentence: SentenceScan, events: Spans, index: int) -> tuple[int, int]:
    """An attribution covers its sentence, as far as no other voice was heard before it."""
    cue, who = events[index]
    start = sentence.start
    for other, subject in events[:index]:
        if other.kind != "attribution" and "cites" not in other.tags and "act" not in other.tags:
            opened = scan.folded[sentence.start : subject[0] if subject else other.start]
            if "," not in scan.folded[other.end : cue.start] or not opened.strip():
                start = max(start, other.end)
    end = sentence.end
    for other, subject in events[index + 1 :]:
        if subject and other.kind == "speech" and subject[0] > max(cue.end, who[1] if who else 0):
            gap = scan.folded[max(cue.end, who[1] if who else 0) : subject[0]]
            if ";" in gap or re.search(r", (?:and|but|while|y|et|und|и|aber) ", gap):
                end = subject[0]
                break
    return start, end


def _verb_last(scan: Scan, sentence: SentenceScan, events: Spans, index: int, grammar: Grammar) -> tuple[int, int]:
    cue, who = events[index]
    start = sentence.start
    for other, _ in events[:index]:
        if other.kind == "speech" and "cites" not in other.tags:
            start = max(start, other.end)
    if who and who[0] - sentence.start <= _FEW and who[1] > start:
        start = who[1]
        particle = next((m for p in (grammar.topic, grammar.marked) if p and (m := p.match(scan.folded, start))), None)
        start = particle.end() if particle else start
    return start, cue.end if cue.kind == "stance" else own_start(cue)


_DEEDS = frozenset({"acts", "investigates", "declines"})  # stances that are done, not said


def _said_last(scan: Scan, sentence: SentenceScan, cue: Cue, who: tuple[int, int] | None, grammar: Grammar) -> bool:
    """Whether the words come before the verb: "…, the minister said on Tuesday", "The others, it said, …"."""
    begin = who[0] if who else cue.start
    head = scan.folded[sentence.start : begin].rstrip()
    while (bare := re.search(r"(?:^|[ \"»”])(\w+'?)\Z", head)) and bare.group(1) in grammar.articles:
        head = head[: bare.start(1)].rstrip()
    opened = max(head.rfind(mark) for mark in ',"，」』»')
    if opened > 0 and len(_WORD.findall(head[opened:])) <= 2:  # "…, a new report said"
        head = head[: opened + 1]
    if not head or head[-1] not in ',"，」』»' or (cue.kind == "stance" and cue.code in _DEEDS):
        return False
    tail = scan.folded[cue.end : sentence.end].strip(' .。"')
    first = _WORD.findall(tail[:40])
    if tail.startswith((":", '"', "«", "“", "：", "「")) or (first and first[0] in grammar.complement):
        return False
    words = _WORD.findall(head)
    counted = any(number.start == sentence.start for number in sentence.numbers)  # "At least 40 …" is no adverbial
    adverbial = bool(words) and words[0] in grammar.openers | grammar.prepositions and not counted
    if adverbial and head[-1] in ",，" and first:
        dated = any(cue.end <= date.start <= cue.end + 12 for date in sentence.dates)
        return (dated and tail[:1] in ",，") or not tail
    if len(words) < 2 and head[-1] not in '"」』»':
        return False
    if not tail or tail[0] in ",，;；":
        return True
    if cue.form in _ADDRESSED and len(_WORD.findall(_CLOSED.split(tail, maxsplit=1)[0])) <= _FEW:
        return True  # "…, witnesses told the group", "…, it told the committee; …"
    dated = any(cue.end <= date.start <= cue.end + 12 for date in sentence.dates)
    return bool(first) and (first[0] in grammar.prepositions or dated or head[-1] == '"')


def _whole(scan: Scan, sentence: SentenceScan, events: Spans, index: int, grammar: Grammar) -> tuple[int, int]:
    """From the last speaker's words before to the next speaker's."""
    cue, _ = events[index]
    start = sentence.start
    for other, subject in events[:index]:
        if "act" not in other.tags and other.kind != "attribution":
            break_at = scan.folded.find(",", other.end, cue.start)
            inner = subject is not None and re.search(r";|, (?:and|but|while) ", scan.folded[other.end : cue.start])
            if inner and break_at > 0:
                start = max(start, inner.start() + other.end)
    return start, _until(scan, sentence, events, index, grammar)


def _until(scan: Scan, sentence: SentenceScan, events: Spans, index: int, grammar: Grammar) -> int:
    """Where the next speaker of the same rank begins: behind ";" or ", and", not behind "that"."""
    cue, who = events[index]
    past = max(cue.end, who[1] if who else 0)
    for other, subject in events[index + 1 :]:
        if other.kind == "attribution":
            continue  # "reported that, by the police's own count, …": a voice within the voice
        if subject is None or subject[0] < past or "cites" in other.tags:
            words = _WORD.findall(scan.folded[past : other.start])[-2:]
            joined = any(word in grammar.joiners for word in words) or scan.folded[: other.start].rstrip().endswith(",")
            if subject is not None and who is not None and subject == who and other.start > past and joined:
                return other.start
            continue
        gap = scan.folded[past : max(past, min(subject[0], other.start))]
        cut = gap.find(";") if ";" in gap else max(gap.rfind(mark) for mark in ",،，")
        if cut >= 0:
            return past + cut
    return sentence.end


def _quote_goes_on(scan: Scan, sentence: SentenceScan, last: Attribution) -> bool:
    """ "“A,” X said. “B.”": a quotation that opens the next sentence is the same speaker's."""
    previous = scan.sentences[last.sentence]
    if previous.paragraph != sentence.paragraph or last.how not in ("says", "carried"):
        return False
    quoted = any(mark in scan.text[previous.start : previous.end] for mark in _QUOTES)
    return quoted and scan.text[sentence.start] in _QUOTES


_QUOTES = '"“„«「『'
_CONTINUES = 2
_AT_ONCE = 3
_EARLY = 30


def _goes_back(sentence: SentenceScan) -> bool:
    """Whether the sentence opens on people already counted: "The eight include …", "Of these, …", 其中."""
    if any(
        cue.start - sentence.start <= _EARLY and "lead" not in cue.tags for cue in sentence.of("portion", "continues")
    ):
        return True
    first = next((number.start for number in sentence.numbers), sentence.end)
    return any(
        cue.start == sentence.start and 0 <= first - cue.end <= _AT_ONCE and "whose" not in cue.tags
        for cue in sentence.of("refer")
    )


_YEAR = re.compile(r"(?:19|20)\d\d")
_TIME = re.compile(
    r"(?:st|nd|rd|th|er|º|ª)?[ -]?(?:(?:years?|months?|weeks?|days?|hours?|minutes?|jahr(?:en?)?|monat(?:en?)?"
    r"|tag(?:en?)?|wochen?|stunden?|años?|mes(?:es)?|días?|semanas?|horas?|ans?|années?|mois|jours?|semaines?|heures?"
    r"|лет|год\w*|месяц\w*|дн\w+|день|недел\w*|час\w*|yıl\w*|yil\w*|aylık|aylik|ay|gün\w*|hafta\w*|saat\w*|yaş\w*|yas\w*"
    r"|năm|tháng|ngày|tuần|giờ|tuổi|سال\w*|ماه|روز|هفته|ساعت|سنوات|سنة|سنه|عاما?|اعوام|أعوام|شهرا?|اشهر|أشهر|ايام|أيام|يوما?)\b"
    r"|年|个?月|個?月|か月|ヶ月|日|天|周|週|小时|小時|時|歳|岁|歲|년|개월|월|일|주|시|살|세)"
)


def _counts(scan: Scan, sentence: SentenceScan) -> bool:
    """Whether the sentence holds a number that is no time and no age."""
    dates = [(date.start, date.end) for date in sentence.dates]
    return any(
        not _TIME.match(scan.folded, number.end)
        and not _YEAR.fullmatch(scan.folded, number.start, number.end)
        and not any(a <= number.start < b for a, b in dates)
        for number in sentence.numbers
    )


# German tells by the mood of the verb that somebody else still speaks.
_REPORTED = re.compile(r"\b(?:sei|seien|habe|hätten|würden|werde|könne|müsse|solle|dürfe|wolle)\b")


def _reported(scan: Scan, sentence: SentenceScan) -> bool:
    return scan.language == "de" and bool(_REPORTED.search(scan.folded, sentence.start, sentence.end))


def carried(
    scan: Scan, sentence: SentenceScan, actors: Sequence[Actor], before: Sequence[Attribution]
) -> list[Attribution]:
    """A sentence of the same paragraph that goes on counting, and names nobody, still speaks for the last voice."""
    if not before:
        return []
    last = next((a for a in reversed(before) if a.how in ("says", "according", "document", "carried")), before[-1])
    if _quote_goes_on(scan, sentence, last):
        return [replace(last, start=sentence.start, end=sentence.end, how="carried", sentence=sentence.index)]
    goes_on = _reported(scan, sentence) or (
        scan.language in ("zh", "ja") and last.how in ("says", "carried") and sentence.has("content")
    )
    if not _counts(scan, sentence) and not goes_on:
        return []
    previous = scan.sentences[last.sentence]
    if previous.paragraph != sentence.paragraph and not _goes_back(sentence):
        return []
    if last.how not in ("says", "according", "document", "carried"):
        return []
    if last.actor.code in ("person", "official", "critic", "source", "kin", "media") and (
        last.how != "according" or (last.actor.code in ("source", "kin") and not _goes_back(sentence))
    ):
        return []
    if previous.end > last.end + _CONTINUES and not previous.numbers and not goes_on:
        return []
    if sentence.has("speech", "stance"):
        return []
    if any(actor.code != "country" and not (actor.bare and actor.generic) for actor in actors):
        return []
    return [replace(last, start=sentence.start, end=sentence.end, how="carried", sentence=sentence.index)]
