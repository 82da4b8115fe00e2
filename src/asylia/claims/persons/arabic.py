"""Names in Arabic script, which has no capitals: given names with what follows, and words behind a role."""

from __future__ import annotations

import re
from collections.abc import Iterator

from asylia.claims.persons.names import name_words
from asylia.claims.persons.people import Spot
from asylia.claims.scan import Scan, SentenceScan
from asylia.language.fold import fold

_TOKEN = re.compile(r"[\u0621-\u06d3\u064b-\u0652\u200c]+")
_MARKS = re.compile(r"[\u064b-\u0652]")
_LONGEST = 4
_OTHER = tuple(
    "country capital city region institution programme nationality act agent crowd kin result abode speech trio stance"
    " refusal people head actor".split()
)
# Words that end a name: prepositions, conjunctions, pronouns, common verbs.
_STOPS = frozenset(
    fold(word)
    for word in """
        من في على إلى عن مع بعد قبل منذ خلال عام سنة يوم شهر أن إن التي الذي الذين الذى وقد قد كان كانت وكان
        ما لا لم لن أو و ثم حيث بسبب ضد بين لدى عند أمام داخل خارج بحسب وفق هذا هذه ذلك تلك هو هي هم قال
        قالت وقال وقالت أكد أكدت ذكر ذكرت أعلن أعلنت نفى نفت المقيم المقيمة البالغ السابق السابقة الراحل عبر
        حول ضمن أنه أنها بأن بأنه إنه لأنه كما بينما فيما عندما وهو وهي از به در با که را و یا تا بر برای هم
        نیز این آن او آنها است بود شد شده شود می‌کند می‌کرد گفت گفته گفتند کرد کرده کردند است‌. روز شب سال
        ماه هفته پس پیش بعد قبل طی ساکن مقیم اهل متهم علیه نزد زیر روی بین میان درباره توسط بدون خود هیچ چند
        یک دو سه چهار پنج شش هفت هشت نه ده اما ولی اگر چون زیرا همسر پسر دختر سابق وی ایشان
        """.split()
)
_PREPOSITIONS = frozenset({"على", "إلى", "لدى", "حتى", "علی"})  # folded alike, "on" would be the name Ali
_LED = tuple("nationality role abode country capital city region epithet people".split())  # الصحفي المقيم في بلجيكا …
_LOOSE = frozenset({"evidence", "cause", "linker", "refer", "elide", "title"})  # kinds with everyday words
_APPOSED = re.compile(r"،\s?(?:(?:وهو|وهي|و هو|یک|که) )?(?:[^\W\d_]+ )?\Z")
_SUBJECTS = ("country", "nationality", "agent", "capital")
# يحمل, بلقائه: an imperfect or a preposition, where the word is no known name
_VERBAL = re.compile(r"[وف]?[یت]\w{3}|[بلف]\w{4}")
_SURNAME = re.compile(r"\w+(?:[وی]ف|[وی]فا|سکی|سکایا|[فو]یتش|[فو]یچ|زاده|اوغلو|اوغلی)")  # Slavic and Turkic endings
_PROCLITIC = re.compile(r"(?:[وفبلک]|وال|بال|لل)(?=\w{3})")


def spots(scan: Scan) -> list[Spot]:
    """Names in Arabic and Persian, with how sure they are."""
    known = name_words(scan.lexicon, scan.language)
    given, links = known.arabic, known.links
    found: dict[str, Spot] = {}
    for sentence in scan.sentences:
        for spot in (
            *_given(scan, sentence, given, links),
            *_behind_roles(scan, sentence, given, links),
            *_before_roles(scan, sentence, given),
            *_behind_acts(scan, sentence, given, links),
        ):
            found.setdefault(scan.text[spot.start : spot.end], spot)
    return _everywhere(scan, found)


def _tokens(scan: Scan, start: int, end: int) -> list[re.Match[str]]:
    """Words in a row, with nothing but one space between them."""
    row: list[re.Match[str]] = []
    for token in _TOKEN.finditer(scan.text, start, end):
        if row and scan.text[row[-1].end() : token.start()] not in (" ", "\u00a0"):
            break
        row.append(token)
        if len(row) > _LONGEST + 2:
            break
    return row


def _plain(word: str) -> str:
    return fold(_MARKS.sub("", word))


def _stops(sentence: SentenceScan, token: re.Match[str]) -> bool:
    word = _plain(token.group())
    if (
        word in _STOPS
        or token.group() in _PREPOSITIONS
        or len(word) < 2
        or word.endswith(("‌ها", "‌های", "‌کند", "‌شود", "‌کرد"))
        or word.startswith(("می‌", "نمی‌"))
    ):
        return True
    return any(
        cue.start <= token.start() and token.end() <= cue.end and "..." not in cue.form for cue in sentence.of(*_OTHER)
    )


def _given(scan: Scan, sentence: SentenceScan, given: frozenset[str], links: frozenset[str]) -> Iterator[Spot]:
    """A given name, more of them, and a surname: جمال خاشقجي, عبد الله السيد, حبیب کعبی."""
    done = sentence.start
    for token in _TOKEN.finditer(scan.text, sentence.start, sentence.end):
        if token.start() < done:
            continue
        word = _plain(token.group())
        if token.group() in _PREPOSITIONS or (word not in given and word not in links):
            continue
        end = _extend(scan, sentence, token.start(), given, links, free=1)
        if end > token.end():
            done = end
            yield Spot(token.start(), end, 1.5, "given name")


def _behind_roles(scan: Scan, sentence: SentenceScan, given: frozenset[str], links: frozenset[str]) -> Iterator[Spot]:
    """الناشط المصري …, روزنامه‌نگار …: up to two unknown words behind a role and its nationality."""
    for cue in sentence.of("role"):
        if "plural" in cue.tags:
            continue
        at = cue.end
        for _ in range(3):
            step = re.match(r"[ \u00a0،‌]+", scan.text[at : at + 3])
            at += step.end() if step else 0
            skip = next((c for c in sentence.of(*_LED) if c.start == at), None)
            adjective = _TOKEN.match(scan.text, at, sentence.end)
            if skip is not None:
                at = skip.end
            elif (
                scan.language == "ar"
                and adjective
                and _plain(adjective.group()).startswith("ال")
                and _plain(adjective.group()).endswith(("ی", "یه", "ق", "قه"))
            ):
                at = adjective.end()
            else:
                break
        if scan.text[cue.end : at].strip(" \u00a0،") == "" or at > cue.end:
            end = _extend(scan, sentence, at, given, links, free=2)
            if end > at and " " in scan.text[at:end] and not scan.text[at].isdigit():
                yield Spot(at, end, 2.0, "behind a role")


def _before_roles(scan: Scan, sentence: SentenceScan, given: frozenset[str]) -> Iterator[Spot]:
    """نگوین لان، وبلاگ‌نویس …; نادر الصالح، وهو صحفي: the unknown words before a comma and a role are a name."""
    for cue in sentence.of("role"):
        comma = _APPOSED.search(scan.text, max(sentence.start, cue.start - 24), cue.start)
        if comma is None or cue.code not in ("target", "expert") or "plural" in cue.tags:
            continue
        row: list[re.Match[str]] = []
        for token in reversed(list(_TOKEN.finditer(scan.text, max(sentence.start, comma.start() - 60), comma.start()))):
            after = row[0].start() if row else comma.start()
            if scan.text[token.end() : after] not in ("", " ") or _stops(sentence, token) or _known(sentence, token):
                break
            row.insert(0, token)
        first = next((at for at, token in enumerate(row) if _plain(token.group()) in given), max(len(row) - 2, 0))
        if 2 <= len(row) - first <= _LONGEST:
            yield Spot(row[first].start(), row[-1].end(), 1.5, "before a role")


def _known(sentence: SentenceScan, token: re.Match[str]) -> bool:
    """Whether the word is one of the lexicon's: no part of a name that nobody knows."""
    return any(cue.start < token.end() and token.start() < cue.end and cue.kind not in _LOOSE for cue in sentence.cues)


def _behind_acts(scan: Scan, sentence: SentenceScan, given: frozenset[str], links: frozenset[str]) -> Iterator[Spot]:
    """احتجز الأردن خلف الرميثي: the victim stands behind verb and subject, with an article in the surname."""
    if scan.language != "ar":
        return
    for cue in sentence.of("act"):
        at = cue.end
        for _ in range(3):
            at += 1 if scan.text[at : at + 1] == " " else 0
            skip = next((c for c in sentence.of(*_SUBJECTS) if c.start <= at < c.end), None)
            if "past" not in cue.tags or skip is None:
                break
            at = skip.end
        end = _extend(scan, sentence, at, given, links, free=1)
        words = scan.text[at:end].split()
        if "past" in cue.tags and len(words) > 1 and words[-1].startswith("ال") and not words[0].startswith("ال"):
            yield Spot(at, end, 1.5, "behind an act")


def _extend(
    scan: Scan, sentence: SentenceScan, start: int, given: frozenset[str], links: frozenset[str], free: int
) -> int:
    """Where the name that begins here ends; `free` unknown words may belong to it."""
    end = start
    previous = ""
    for count, token in enumerate(_tokens(scan, start, sentence.end)):
        word = _plain(token.group())
        if count == 0 and word in given:
            free = 1
        if (
            count >= _LONGEST
            or token.group() in _PREPOSITIONS
            or (_stops(sentence, token) and word not in given and previous not in links)
        ):
            break
        surname = count > 0 and word.startswith("ال")
        if not (word in given or word in links or surname or previous in links):
            if (
                free == 0
                or (scan.language == "ar" and _VERBAL.match(word) and not _SURNAME.fullmatch(word))
                or (count > 0 and _PROCLITIC.match(word) and word[0] in "وف" and scan.language == "ar")
            ):
                break
            free -= 1
        end, previous = token.end(), word
        if surname and previous not in links and scan.text[start:end].split()[-2] != "عبد":
            break
    return end


def _everywhere(scan: Scan, found: dict[str, Spot]) -> list[Spot]:
    if not found:
        return []
    names = sorted(found, key=lambda name: (-len(name), name))
    pattern = re.compile("|".join(rf"(?<![\w\u200c]){re.escape(name)}(?![\w\u200c])" for name in names))
    return [
        Spot(m.start(), m.end(), found[m.group()].weight, found[m.group()].why) for m in pattern.finditer(scan.text)
    ]
