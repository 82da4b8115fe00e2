"""Nominals: everything in a sentence that can be the subject of a verb of saying, resolved to who it stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from asylia.claims.actors import Actor
from asylia.claims.persons.people import People
from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.voices.chinese import governed, name_behind, owns
from asylia.claims.voices.grammar import Grammar
from asylia.lexicon.matcher import Cue
from asylia.model.mention import Mention

_TITLE_GAP = re.compile(r"[ ,\u00a0،]{0,2}(?:the |der |die |le |la |el |l'|ông |bà )?\Z")
_BRACKET = re.compile(r" ?\([^)]{0,40}\)")
_LAST_WORDS = re.compile(r"[^\s,.;:!?\"()]+")


class Nominal(NamedTuple):
    """`text[start:end]` can be a subject. `actor` is who is named there, `cue` the anaphor that stands for somebody."""

    start: int
    end: int
    sort: str  # actor, person, anaphor, report
    actor: Actor | None
    cue: Cue | None = None
    oblique: bool = False  # a preposition stands before it, or it owns what follows
    topic: bool = False
    marked: bool = False


def nominals(
    scan: Scan, sentence: SentenceScan, actors: Sequence[Actor], people: People, grammar: Grammar
) -> list[Nominal]:
    """The nominals of a sentence in order; titles are merged with the persons they belong to."""
    merged = [_titled(scan, sentence, n) for n in _merged(scan, _raw(scan, sentence, actors, people))]
    ends = frozenset(nominal.end for nominal in merged)
    return [_placed(scan, sentence, nominal, grammar, ends) for nominal in merged]


def _raw(scan: Scan, sentence: SentenceScan, actors: Sequence[Actor], people: People) -> list[Nominal]:
    found = [Nominal(actor.start, actor.end, "actor", actor) for actor in actors]
    for mention in people.within(sentence.start, sentence.end):
        person = people.canonical(mention)
        code = "official" if _introduced(scan, mention, actors) else "person"
        found.append(Nominal(mention.start, mention.end, "person", Actor(person, code)))
    for cue in (*sentence.of("report_noun", "anaphor"), *_based(scan, sentence)):
        if any(n.start < cue.end and cue.start < n.end and n.end - n.start > cue.end - cue.start for n in found):
            continue
        same = [n for n in found if n.start < cue.end and cue.start < n.end]
        sort = "report" if cue.kind == "report_noun" or cue.code == "report" else "anaphor"
        if sort == "report":
            definite = cue if cue.kind == "anaphor" else next((n.cue for n in same if n.sort == "report"), None)
            found = [n for n in found if n not in same or n.sort != "report"]
            found.append(Nominal(cue.start, cue.end, "report", None, definite))
        elif not any(n.actor and (not n.actor.bare or (n.actor.generic and n.actor.answers)) for n in same):
            found = [n for n in found if n not in same]
            fallback = next((n.actor for n in same if n.actor), None)
            found.append(Nominal(cue.start, cue.end, "anaphor", fallback, cue))
    return sorted(found, key=lambda n: (n.start, -n.end))


def _titled(scan: Scan, sentence: SentenceScan, nominal: Nominal) -> Nominal:
    """An office with the name that stands right behind it, where no list of persons knows the name."""
    if nominal.sort != "actor" or nominal.actor is None or nominal.actor.code != "official":
        return nominal
    name = name_behind(scan, sentence, nominal.end)
    if name is None:
        return nominal
    actor = Actor(Mention(scan.document.id, *name, "person"), "official")
    return Nominal(nominal.start, name[1], "person", actor)


_BASED = re.compile(
    r"\bthe [^,.;:!?()]{2,30}?-based (?:(?:rights|human rights|non-profit|advocacy|press freedom|monitoring) )?"
    r"(?:group|organi[sz]ation|watchdog|charity|ngo|foundation|network|think tank|non-?profit|institute|centre)\b"
)


def _based(scan: Scan, sentence: SentenceScan) -> list[Cue]:
    """ "The New York-based group": where it sits is no name; it is the group spoken of before."""
    if scan.language != "en" or "-based " not in scan.folded[sentence.start : sentence.end]:
        return []
    found = _BASED.finditer(scan.folded, sentence.start, sentence.end)
    return [Cue("anaphor", "ngo", m.start(), m.end()) for m in found]


_OWN = re.compile(r"(?:,|，|、) ?[^,.;:!?()\"]{0,34}\Z")


def _introduced(scan: Scan, person: Mention, actors: Sequence[Actor]) -> bool:
    """Whether an office follows between commas: "Z, the study's lead author, said"."""
    title = next((actor for actor in actors if actor.start > person.end), None)
    if title is None or title.code not in ("official", "expert") or title.start - person.end > _TITLED:
        return False
    closes = scan.folded[title.end : title.end + 1] in (",", ".", "", "，", "\n")
    return closes and bool(_OWN.match(scan.folded, person.end, title.start))


_TITLED = 40  # characters between a name and the title behind it


def _merged(scan: Scan, raw: list[Nominal]) -> list[Nominal]:
    """ "Foreign ministry spokesman Z" and "the minister, Z," are one nominal, and Z is who speaks."""
    merged: list[Nominal] = []
    for nominal in raw:
        last = merged[-1] if merged else None
        if last is None or nominal.start < last.end:
            if last is None or nominal.end > last.end:
                merged.append(nominal)
            continue
        gap = scan.folded[last.end : nominal.start]
        persons = {last.sort, nominal.sort} == {"person", "actor"}
        official = _official(nominal if last.sort == "person" else last)
        if persons and official and _TITLE_GAP.match(_BRACKET.sub("", gap)):
            person = last if last.sort == "person" else nominal
            actor = replace(person.actor, code="official") if person.actor and official else person.actor
            merged[-1] = Nominal(last.start, nominal.end, "person", actor)
        elif _names(scan, last, nominal, gap):
            quoted = scan.text[nominal.end : nominal.end + 1] in _CLOSING
            merged[-1] = nominal._replace(start=last.start, end=nominal.end + quoted)
        elif _apposed(scan, last, nominal, gap):
            merged[-1] = last._replace(end=nominal.end)
        elif gap in (" (", "(") and scan.folded[nominal.end : nominal.end + 1] == ")" and last.actor:
            merged[-1] = last._replace(end=nominal.end + 1)  # a short form in brackets
        elif last.sort == "anaphor" and nominal.sort == "person" and (gap in ("", " ") or _title(last, gap)):
            titled = last.actor is not None  # "the minister Z", not a pronoun of respect before a name
            actor = replace(nominal.actor, code="official") if nominal.actor and titled else nominal.actor
            merged[-1] = Nominal(last.start, nominal.end, "person", actor)
        elif _renamed(scan, last, nominal) and gap in ("", " "):
            merged[-1] = nominal  # "the organisation Open Door": the name says more than the noun
        elif (
            scan.language not in _TITLE_FIRST
            and last.sort == nominal.sort == "actor"
            and _official(nominal)
            and gap in ("", " ")
        ):
            merged[-1] = _joined(scan, last, nominal)
            before = merged[-2] if len(merged) > 1 else None
            if before and before.sort == "person" and before.actor and scan.text[before.end : last.start] == " ":
                actor = replace(before.actor, code="official")  # Korean: the name, the office, the title
                merged[-2:] = [Nominal(before.start, nominal.end, "person", actor)]
        else:
            merged.append(nominal)
    return merged


def _renamed(scan: Scan, last: Nominal, nominal: Nominal) -> bool:
    """Whether a name stands behind the noun it explains; a state behind "the organisation" is the verb's object."""
    if last.sort != "anaphor" or nominal.sort != "actor" or last.cue is None or nominal.actor is None:
        return False
    if scan.language == "ar" and scan.folded.startswith("ال", last.start):
        return False  # "المنظمة الإنتربول": two nouns, subject and object
    other = last.cue.code in ("ngo", "media", "court") and nominal.actor.answers
    return not nominal.actor.bare and not other


_TITLE_FIRST = ("fa", "ar", "es", "fr", "ru", "vi")  # "spokesman of the ministry", never "ministry spokesman"


def _joined(scan: Scan, office: Nominal, title: Nominal) -> Nominal:
    """ "The foreign ministry" and "spokeswoman" side by side: one unnamed official."""
    mention = Mention(scan.document.id, office.start, title.end, "group")
    return Nominal(office.start, title.end, "actor", Actor(mention, "official"))


def _names(scan: Scan, noun: Nominal, name: Nominal, gap: str) -> bool:
    """Whether a proper name stands right behind the common noun it belongs to: 人权组织“…”, the group ‘…’."""
    if noun.sort != "actor" or name.sort != "actor" or not noun.actor or not name.actor:
        return False
    said = noun.actor.noun and not name.actor.noun and noun.actor.code == name.actor.code
    return said and not gap.strip(" \"'«「『《“„") and "'s" not in gap and len(scan.folded) > 0


def _title(title: Nominal, gap: str) -> bool:
    """Whether the words are a title and a comma is all between it and the name ("the minister, Z")."""
    return title.actor is not None and bool(_TITLE_GAP.match(gap))


_WITH_ARTICLE = re.compile(r", (?:an? |the |une? |la |le |l'|los |las |el |eine? |der |die |das )?\Z")


def _apposed(scan: Scan, name: Nominal, noun: Nominal, gap: str) -> bool:
    """Whether a common noun explains the name before it: "the Commission, the party's watchdog, publishes …"."""
    if name.sort != "actor" or noun.sort != "actor" or not name.actor or not noun.actor:
        return False
    explains = not name.actor.noun and noun.actor.noun and name.actor.code != "country"
    return explains and bool(_WITH_ARTICLE.match(gap)) and scan.folded[noun.end : noun.end + 1] == ","


def _bare(nominal: Nominal) -> bool:
    return nominal.actor is not None and nominal.actor.bare


def _official(nominal: Nominal) -> bool:
    return nominal.actor is not None and nominal.actor.code in ("official", "expert", "source", "critic", "court")


def _placed(scan: Scan, sentence: SentenceScan, nominal: Nominal, grammar: Grammar, ends: frozenset[int]) -> Nominal:
    start = next(
        (
            n.start
            for n in sentence.numbers
            if n.end <= nominal.start and _OF.fullmatch(scan.folded, n.end, nominal.start)
        ),
        nominal.start,
    )
    before = scan.folded[max(sentence.start, start - 40) : start]
    after = scan.folded[nominal.end : min(sentence.end, nominal.end + 30)]
    in_list = nominal.start - 1 in ends and before[-1:] in _CHINESE_AND
    oblique = (_governed(before, grammar) and not in_list) or (
        after.startswith(("'s ", "' ")) and grammar.order == "svo"
    )
    oblique = oblique or (scan.language == "zh" and (governed(before) or owns(after)))
    if grammar.oblique is not None and grammar.oblique.match(after):
        oblique = True
    if grammar.order == "case" and nominal.sort == "actor":
        oblique = oblique or _case_ending(scan.folded[nominal.start : nominal.end])
    topic = bool(grammar.topic and grammar.topic.match(after))
    marked = bool(grammar.marked and grammar.marked.match(after))
    if nominal.sort == "anaphor" and grammar.order == "topic":
        topic = topic or scan.text[nominal.end - 1] in "은는は"  # 그는: the particle is in the form
    if nominal.actor is not None and nominal.actor.code == "country" and after.startswith(_AT):
        topic = marked = False  # "in Phnom Penh": a place
    if nominal.actor is not None and nominal.actor.code == "kin" and nominal.start - sentence.start > _EARLY:
        marked = False  # "…, that his family was harassed, he said": somebody else tells it
    return nominal._replace(oblique=oblique, topic=topic, marked=marked)


_EARLY = 12
_OF = re.compile(r" ?(?:(?:de |d'))?")  # "une quarantaine d'ONG", "medio centenar de diputados"
_AT = ("에서", "では", "에선")
_CLOSING = tuple("”」』\"'»’》“")
_CHINESE_AND = ("和", "与", "與", "跟", "及")
# A possessed noun (-ı, -sı) with a case ending behind it: bakanlığı-na, örgütü-nün, mahkemesi-nde.
_CASE = re.compile(
    r"\w{3,}(?:[iuü]n(?:[iuü]n|[iuüae]|d[ae]n?|d[ae]ki|l?[ae])|l[ae]r[iuü]n[iuüae]n?|l[ae]r[ae]|l[ae]rd[ae]n?)\Z"
)


def _case_ending(word: str) -> bool:
    return bool(_CASE.search(word))


def _governed(before: str, grammar: Grammar) -> bool:
    """Whether the words right before, past articles, are a preposition."""
    if grammar.order == "svo" and not before.endswith((" ", "'", "\u00a0")) and before:
        return before[-1] in grammar.prepositions  # Chinese: coverbs stand right before the name
    words = _LAST_WORDS.findall(before.rstrip())
    tail = before.rstrip()
    while words and words[-1] in grammar.articles and tail.endswith(words[-1]):
        tail = tail[: -len(words[-1])].rstrip()
        words.pop()
    if not words or not tail.endswith(words[-1]):
        return False
    return words[-1] in grammar.prepositions


def between(items: Sequence[Actor], starts: Sequence[int], start: int, end: int) -> Sequence[Actor]:
    """The actors that begin within the span."""
    return items[bisect_left(starts, start) : bisect_left(starts, end)]
