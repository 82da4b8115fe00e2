"""Sources: whom one cue credits: the subject of a verb, the name behind "according to", a document's author."""

from __future__ import annotations

import re
from collections.abc import Sequence

from asylia.claims.actors import Actor
from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.voices.grammar import Grammar
from asylia.claims.voices.memory import Memory
from asylia.claims.voices.nominals import Nominal
from asylia.claims.voices.subjects import subject
from asylia.claims.voices.unnamed import before, cited
from asylia.lexicon.matcher import Cue
from asylia.model.mention import Mention

_WORD = re.compile(r"[^\s,.;:!?\"()]+")
_STOP = re.compile(r"[.;:!?\n。；！？]")
_COMMA = re.compile(r"[,،，]")
_BEHIND = 60
_CAPITAL = re.compile(r"[A-ZÄÖÜ]")
# What a document that nobody is known to have signed says for itself: "the resolution condemns".
_WRITTEN = frozenset({"condemns", "calls_for", "opposes", "supports", "warns"})
_SUFFIX = re.compile(r"(?:['’]\w{1,5}|측|측에|에|의|側|の)? ?[\"'”’」』»]? ?(?:에|의|の)? ?\Z")
_CALLED = re.compile(r"['’\"”»]? (?:adl[ıi]|isiml[ıi]) (?:[^\W\d_]+ ){1,3}\Z")  # "Göç Evi adlı kuruluşa göre"

Found = tuple[Nominal | None, Actor | None]


def source(
    scan: Scan, sentence: SentenceScan, cue: Cue, present: Sequence[Nominal], memory: Memory, grammar: Grammar
) -> Found:
    """The nominal that the cue credits, and the actor it stands for."""
    if "apart" in cue.tags and not _set_off(scan, sentence, cue):
        return None, None
    if cue.kind == "attribution":
        nominal = _before(scan, cue, present) if "after" in cue.tags else _behind(scan, sentence, cue, present)
        bare = "apart" not in cue.tags or scan.text[cue.end + 1 : cue.end + 2].isupper()  # "so ein Fall": no name
        if "before" in cue.tags and bare and (unknown := cited(scan, sentence, cue, nominal)):
            return None, unknown
    elif "cites" in cue.tags:
        nominal = _behind(scan, sentence, cue, present)
    else:
        owned = "owned" in cue.tags
        nominal = _before(scan, cue, present) if owned else subject(scan, sentence, cue, present, grammar)
        if nominal and "noun" in cue.tags and not _adjacent(scan, cue, present):
            nominal = None
    if nominal is None:
        unknown = before(scan, sentence, cue, present, grammar)
        if unknown is not None and unknown.start >= cue.end and scan.language in ("es", "fr"):
            return Nominal(unknown.start, unknown.end, "actor", unknown), unknown  # "…, asegura Puente Abierto"
        return None, unknown
    actor = stands_for(scan, nominal, present, memory)
    if actor is None and nominal.sort == "report" and cue.kind != "attribution":
        # "passed a resolution condemning …": a document that nobody signed hides the one who acts through it.
        behind = [n for n in present if n.end <= nominal.start and not n.oblique and n.sort != "report"]
        near = behind[-1] if behind and not _STOP.search(scan.folded[behind[-1].end : nominal.start]) else None
        if near is None and cue.kind == "stance" and cue.code in _WRITTEN and not _indefinite(scan, nominal):
            return nominal, Actor(Mention(scan.document.id, nominal.start, nominal.end, "organisation"), "body")
        return near, stands_for(scan, near, present, memory) if near else None
    return nominal, actor


_NEW = frozenset("a an un une una ein eine einem einer một bir 一份 某".split())


def _indefinite(scan: Scan, nominal: Nominal) -> bool:
    """ "A tally", "an official report": a document not spoken of before has no author yet."""
    words = _WORD.findall(scan.folded[max(nominal.start - 24, 0) : nominal.end])[-4:]
    return any(word in _NEW for word in words[:-1])


def stands_for(scan: Scan, nominal: Nominal, present: Sequence[Nominal], memory: Memory) -> Actor | None:
    """Who a nominal means: an anaphor its antecedent, a bare noun the fuller name before, a document its author."""
    if nominal.sort == "report":
        noun = scan.folded[nominal.start : nominal.end]
        owned = owner(scan, nominal, present)
        if owned and owned.sort != "report":
            author = stands_for(scan, owned, present, memory)
        else:
            author = None if _indefinite(scan, nominal) else memory.author(noun)
        if author is not None:
            memory.wrote(author, noun)
        return author
    if nominal.cue is not None and nominal.cue.code == "person" and nominal.actor is not None:
        title = scan.folded[nominal.cue.start : nominal.cue.end].split()[-1]
        if not memory.bears(title):
            return nominal.actor  # "the ambassador", who has not spoken before
    if nominal.cue is not None:
        return memory.antecedent(nominal.cue) or nominal.actor
    return memory.fuller(nominal.actor) if nominal.actor else None


# What may stand between two subjects of one verb.
_AND = re.compile(
    r"(?:, |، |、|,|和|及|与|與|と|や|와 |과 | و|(?:,? (?:and|as well as|y|e|et|und|sowie|и|а также|ve|và|cùng)))"
    r" ?(?:the |la |le |les |el |los |las |l'|die |der |das |den )?\Z"
)


def together(scan: Scan, nominal: Nominal, present: Sequence[Nominal], verb: int) -> list[Nominal]:
    """The other subjects of the same verb: "Australia, Britain and the United States suspended …"."""
    found: list[Nominal] = []
    first = nominal
    for other in present:  # "Lawmakers, as well as rights groups, have opposed …"
        if nominal.end < other.start and other.end <= verb and not other.oblique and other.sort == "actor":
            gap = scan.folded[nominal.end : other.start]
            if gap.strip() != "," and _AND.fullmatch(gap):
                found.append(other)
            break
    for other in reversed(present):
        if other.end > first.start:
            continue
        gap = scan.folded[other.end : first.start]
        if other.oblique or other.sort not in ("actor", "person") or not gap or not _AND.match(gap):
            break
        if gap.strip() == "," and first is nominal:
            break  # a comma alone joins no last member
        found.append(other)
        first = other
    return found


_AUXILIARY = frozenset("has have had is are was also now already then itself only first often a ha est".split())


_ADVERBS = re.compile(
    r"(?:则|則|也|还|還|曾|并|並|又|均|都|随后|隨後|后来|後來|昨天|今天|昨日|今日|\d{1,2}[日月年号]){1,4}"
)


def _adjacent(scan: Scan, cue: Cue, present: Sequence[Nominal]) -> bool:
    """Whether a nominal stands right before a form that may be a noun: "the group counts", not "group of counts"."""
    last = max((n.end for n in present if n.end <= cue.start), default=None)
    if last is None:
        return False
    gap = scan.folded[last : cue.start]
    if scan.language in ("zh", "ja"):
        return not gap or bool(_ADVERBS.fullmatch(gap))
    words = _WORD.findall(gap)
    return len(words) <= 2 and all(word in _AUXILIARY or word.endswith("ly") for word in words)


def owner(scan: Scan, report: Nominal, present: Sequence[Nominal]) -> Nominal | None:
    """Whose document it is: "X's report", "the annual report of X", "a report published on Tuesday by X"."""
    for nominal in reversed(present):
        if nominal.end <= report.start and nominal.sort != "report":
            gap = scan.folded[nominal.end : report.start]
            if len(gap) <= 24 and re.match(r"(?:'s?|의|の|的)? ?", gap) and not _STOP.search(gap) and "," not in gap:
                owned = gap.startswith(("'", "의", "の", "的")) or scan.language in ("zh", "ja", "ko", "tr")
                if owned:
                    return nominal
            break
    most = 2 if report.cue is not None else 7  # "the report": the one spoken of before, unless "of X" follows at once
    for nominal in present:
        if nominal.start >= report.end and nominal.sort != "report":
            gap = scan.folded[report.end : nominal.start]
            words = _WORD.findall(gap)
            if (
                len(words) <= most
                and not _STOP.search(gap)
                and (nominal.oblique or scan.language in ("ar", "fa", "vi", "ru", "de"))
            ):
                return nominal
            break
    return None


# "…, so Minister X", "…, so die örtlichen Behörden": a comma or a quotation before, nothing but an article, a word for
# which of them and the name behind; "so eine Tat", "so könnte das Amt" credit nobody.
_APART_BEFORE = re.compile(r"[,\"] \Z")
_APART_BEHIND = re.compile(r" (?:(?:der|die|das|ein|eine|dessen|deren|seine?|ihre?) (?:[^\W\d_]+(?:e|en|er|es) )?)?\Z")


def _set_off(scan: Scan, sentence: SentenceScan, cue: Cue) -> bool:
    """Whether a word that credits only between commas stands behind one, with a name soon behind it."""
    if not _APART_BEFORE.search(scan.folded, max(sentence.start, cue.start - 2), cue.start):
        return False
    name = _CAPITAL.search(scan.text, cue.end, sentence.end)
    return name is not None and _APART_BEHIND.fullmatch(scan.folded, cue.end, name.start()) is not None


def _behind(scan: Scan, sentence: SentenceScan, cue: Cue, present: Sequence[Nominal]) -> Nominal | None:
    for nominal in present:
        if nominal.end <= cue.end:
            continue
        gap = scan.folded[cue.end : nominal.start]  # empty where Arabic writes the preposition and the name together
        if (
            len(gap) > _BEHIND
            or _STOP.search(gap)
            or _COMMA.search(gap.strip(" ,،，")[0:-1])
            or nominal.end > sentence.end
        ):
            return None
        return _named_by(scan, nominal, present) or nominal
    return None


_SET_OFF = re.compile(r" ?[\"'“„«‘]?\Z")


def _named_by(scan: Scan, noun: Nominal, present: Sequence[Nominal]) -> Nominal | None:
    """The name that stands right behind a common noun: "nach Zählung der Organisation „Haus der Freien“"."""
    if noun.sort != "anaphor":
        return None
    near = (n for n in present if n.sort == "actor" and 0 < n.start - noun.end <= 2)
    return next((n for n in near if _SET_OFF.match(scan.folded, noun.end, n.start)), None)


def _before(scan: Scan, cue: Cue, present: Sequence[Nominal]) -> Nominal | None:
    for nominal in reversed(present):
        if nominal.start < cue.start and nominal.end <= cue.end:
            gap = scan.folded[nominal.end : cue.start] if nominal.end <= cue.start else ""
            if scan.language == "en" and "'" not in gap:
                return None
            called = scan.language == "tr" and _CALLED.fullmatch(gap)
            return nominal if called or (len(gap) <= 8 and _SUFFIX.fullmatch(gap)) else None
    return None
