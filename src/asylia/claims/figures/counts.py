"""Counts: a number and the noun that it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from asylia.claims.figures.layout import Layout, covers, ends_at, starts_at
from asylia.language.numbers import Number
from asylia.lexicon.load import Lexicon
from asylia.lexicon.matcher import Cue

_CLASSIFIER = "classifier"
_WEAK_CODES = ("case", "place", "item")
_PEOPLE = ("person", "family", "signer", "official")
_CLOSE = 5  # characters
_OF = ("of", "de", "d'", "von", "من", "از", "de")
_THEIRS = ("their", "his", "her", "its", "sus", "su", "leurs", "ses", "leur", "ihre", "ihrer", "seine", "seiner")
POSSESSED = re.compile(r"'s?[iıuü](?:n[iıuüea]n?|nden|ndan|nde|nda)?\b")  # "34'ünü": so many of them
# What may stand between a noun and the number behind it: particles, and words like "in all" and "already".
_PARTICLES = re.compile(
    r"(?:共|共有|已有|有|占|佔|的|达|達|为|為|是|近|约|約|等|计|計|合计|合計|总数|數|数|只|仅|僅|另|中|则|則|"
    r"は|が|の|ら|を|も|など|合わせて|のうち|に|人数|은|는|이|가|의|을|를|등|약|총|모두|만|도|수는|\s|['\"])*"
)


@dataclass(frozen=True, slots=True)
class Count:
    """`code` is the noun's code, "" where the number stands alone. `start` to `end` covers number and noun.

    `back`: a word before points back to people already counted ("the three"). `nouns` are the noun's cues.
    """

    number: Number
    start: int
    end: int
    code: str
    tags: frozenset[str]
    nouns: tuple[Cue, ...]
    back: bool

    @property
    def article(self) -> bool:
        """Whether the number may be no more than an article: "eine", "un"."""
        return self.number.role == "article"

    @property
    def bare(self) -> bool:
        """Whether no noun stands beside the number."""
        return not self.code

    @property
    def plain(self) -> bool:
        """Whether nothing says more of those counted than that they are people."""
        return bool(self.nouns) and all("plain" in noun.tags for noun in self.nouns)

    @property
    def people(self) -> bool:
        """Whether persons are counted."""
        return self.code in _PEOPLE


def counts_in(layout: Layout) -> tuple[Count, ...]:
    """Every number of the sentence without a unit, with the noun it counts; those that count no figure are left out."""
    made = []
    numbers = [number for number in (*layout.numbers, *layout.articles) if number.unit is None]
    numbers.sort(key=lambda number: number.start)
    for at, number in enumerate(numbers):
        ends = [other.start for other in layout.numbers if other.start > number.start]
        ends += [other.start for other in numbers[at + 1 : at + 2]]
        following = min(ends, default=layout.sentence.end)
        before = numbers[at - 1].digits_end if at else layout.sentence.start
        count = _count(layout, number, before, following)
        if count is not None:
            made.append(count)
    return (*made, *_duals(layout))


def _count(layout: Layout, number: Number, before: int, following: int) -> Count | None:
    found = _right(layout, number, following)
    if found is None:
        return None
    nouns = found
    if layout.writing.left and all(_CLASSIFIER in noun.tags or noun.code in _WEAK_CODES for noun in nouns):
        nouns = [*nouns, *_agreeing(nouns, _left(layout, number, before))]
    code = _code(layout, nouns)
    tags = frozenset(tag for noun in nouns for tag in noun.tags)
    if layout.writing.left and not nouns and (number.counter is not None or number.shape == "word"):
        return None  # a counter that no table knows counts something else; a syllable alone may be no number
    if layout.writing.left and number.shape == "word" and number.counter is None and not _counted_by(nouns):
        return None
    if not nouns:
        demonym = _demonym(layout, number, following)
        nouns, code, tags = ([demonym], "person", frozenset({"generic"})) if demonym is not None else ([], "", tags)
    start = min([number.start, *(noun.start for noun in nouns)])
    end = max([number.end, *(noun.end for noun in nouns)])
    refer = layout.of("refer")
    behind = [cue for cue in refer if "after" in cue.tags]
    before_it = [cue for cue in refer if "after" not in cue.tags]
    back = ends_at(before_it, number.start, 2, layout.scan.folded) is not None
    back = back or starts_at(behind, end, 2, layout.scan.folded) is not None
    return Count(number, start, end, code, tags, tuple(nouns), back)


def _right(layout: Layout, number: Number, following: int) -> list[Cue] | None:
    """The counted nouns after the number, nearest first; None where the number counts something that is no figure."""
    folded = layout.scan.folded
    at, found = number.digits_end, list[Cue]()
    glued = _glued(layout, number)
    if layout.scan.language == "tr" and POSSESSED.match(folded, at):
        return []  # "17'sinde akrabalar": so many of them, in which relatives
    if glued is None and layout.scan.language == "ko":
        if number.counter is not None:
            return None
        if folded[at : at + 1].isalpha():
            return []  # 112에 해당하는: a particle ends the phrase
    if glued is not None:
        at, found = glued.end, [glued]
    for cue in layout.of("counted", "uncounted"):
        if cue.start < at or (cue.kind == "uncounted" and any(covers(wide, cue) for wide in layout.of("counted"))):
            continue
        since = at if cue.start < number.end else max(at, number.end)  # "100'den fazla": the bound may follow
        if glued is not None and at == glued.end and not _joined(layout, at, cue):
            break  # 52명은 송환…: without the particle that joins nouns, the next word is not what is counted
        if cue.start < following and _owner(layout, cue, following):
            continue
        if cue.start >= following or not _open(layout, since, cue.start, number, first=not found):
            break
        if any(place.start == cue.start for place in layout.of("country")) and layout.apart(since, cue.start):
            break  # ru "…86, Белоруссии": the state, not its people
        if found and found[0].code == "case" and cue.code in _PEOPLE:
            break  # 17件では親族が: cases count no people
        if cue.kind == "uncounted":
            return None if not found or _CLASSIFIER in found[-1].tags else found
        if found and layout.scan.language == "ko" and folded[at].isalpha() and folded[at] != "의" and at > found[0].end:
            break  # 20개국 정부가: the particle ends the phrase
        if _CLASSIFIER in cue.tags and (found or folded[since : cue.start].strip(" 여余餘多幾几數数")):
            continue
        found.append(cue)
        at = cue.end
        if cue.code == "countries" or (cue.code == "governments" and layout.writing.left):
            break
        if "rel" in cue.tags or ("plain" in cue.tags and folded[cue.start] == "人"):
            break
    return found


def _owner(layout: Layout, cue: Cue, following: int) -> bool:
    """ "62份针对异见人士的红色通报": before 的 stands whose they are, if the noun counted comes behind it."""
    if layout.scan.language != "zh" or layout.folded(cue.end, cue.end + 1) != "的":
        return False
    behind = [other for other in layout.of("counted") if cue.end < other.start < following]
    return any(other.start - cue.end <= _CLOSE and _CLASSIFIER not in other.tags for other in behind)


def _joined(layout: Layout, at: int, cue: Cue) -> bool:
    """Whether the next word is what is counted: 40명의 교사, 20개국 정부."""
    gap = layout.folded(at, cue.start)
    return gap.startswith("의") or (
        (cue.code == "governments" or layout.folded(at - 1, at) == "개") and not gap.strip()
    )


def _glued(layout: Layout, number: Number) -> Cue | None:
    """The counter word that Korean writes onto the number, where no word can begin: 12명, 53개국."""
    if layout.scan.language != "ko" or number.counter is None:
        return None
    word = number.counter.removesuffix("의")
    known = _counters(layout.scan.lexicon, layout.scan.language)
    word = word if word in known else word.split()[0]  # "개 단체": the noun is read by itself
    start = layout.scan.folded.find(word, number.digits_end, number.digits_end + len(word) + 2)
    row = known.get(word)
    return Cue("counted", row[0], start, start + len(word), row[1], word) if start >= 0 and row is not None else None


@lru_cache(maxsize=16)
def _counters(lexicon: Lexicon, language: str) -> dict[str, tuple[str, frozenset[str]]]:
    """The counter words of a language with their code and tags."""
    rows = [row for row in lexicon.words(language, "figures").get("counted", ()) if _CLASSIFIER in row.get("tags", ())]
    return {form: (row["code"], frozenset(row["tags"])) for row in rows for form in row["forms"]}


def _open(layout: Layout, at: int, start: int, number: Number, first: bool) -> bool:
    """Whether a noun phrase can reach over this gap: short, within one clause, no verb or preposition in it."""
    gap = layout.folded(at, start)
    writing = layout.writing
    words = len(gap.split())
    comma = (
        layout.apart(at, start) == 1 and gap.count(",") == 1 and words <= 3 and first and not writing.left
    )  # "854 direct, physical acts"
    if len(gap) > writing.chars or words > (writing.words if first else 2) or (layout.apart(at, start) and not comma):
        return False
    linkers = layout.within("linker", at, start)
    if first and linkers and not gap[: linkers[0].start - at].strip(" '\""):
        linkers = linkers[_joining(layout, linkers, number) :]
    if linkers:
        return False
    if layout.within("doing", at, start) and (words > 2 or writing.left) and "的" not in gap:
        return False
    if not first and any(at <= cue.start < start < cue.end for cue in layout.of("doing")):
        return False  # "45 journalists received death threats": the noun is the verb's object
    return not any(at <= date.start < start for date in layout.sentence.dates)


def _counted_by(nouns: list[Cue]) -> bool:
    return any(_CLASSIFIER in noun.tags for noun in nouns)


def _demonym(layout: Layout, number: Number, following: int) -> Cue | None:
    """ "six Turks": a nationality right behind the number, where it is no adjective of a noun."""
    if layout.writing.left:
        return None
    for cue in layout.of("nationality"):
        if number.end <= cue.start < following:
            gap = layout.folded(number.end, cue.start).strip()
            return cue if not gap or (gap in _OF and number.shape in ("vague", "word")) else None
    return None


def _joining(layout: Layout, linkers: list[Cue], number: Number) -> int:
    """How many of these only join a noun to its number: "hundreds of people", "ten of his relatives"."""
    first = layout.folded(linkers[0].start, linkers[0].end)
    if first not in _OF:
        return 0
    if len(linkers) > 1 and layout.folded(linkers[1].start, linkers[1].end) in _THEIRS:
        return 2
    return 1 if number.shape in ("vague", "word") else 0


def _agreeing(nouns: list[Cue], left: list[Cue]) -> list[Cue]:
    """Of the nouns before a number those that its counter can count: 人 counts people, 件 no states, 国 only states."""
    codes = {noun.code for noun in nouns}
    if "countries" in codes:
        return []
    if "person" in codes:
        return [noun for noun in left if noun.code in _PEOPLE]
    return [noun for noun in left if "case" not in codes or noun.code not in ("governments", "countries")]


def _left(layout: Layout, number: Number, before: int) -> list[Cue]:
    """The noun right before the number: 活動家6人, 탈북민 약 600명, 赃款29.5亿元."""
    found: list[Cue] = []
    for cue in layout.of("counted"):
        if cue.start < before or cue.end > number.start or _CLASSIFIER in cue.tags:
            continue
        gap = layout.folded(cue.end, number.start)
        if len(gap) <= 6 and _PARTICLES.fullmatch(gap):
            found = [cue]
    return found


def _code(layout: Layout, nouns: list[Cue]) -> str:
    """What is counted: the head of the noun phrase; a classifier only where nothing says more."""
    if not nouns:
        return ""
    full = [noun for noun in nouns if _CLASSIFIER not in noun.tags] or nouns
    if nouns[0].code == "case":  # "35 vụ chính quyền …": cases in which a government did something
        full = [noun for noun in full if noun.code not in ("governments", "countries")] or nouns[:1]
    special = [noun for noun in full if noun.code not in ("person", *_WEAK_CODES)]
    if layout.writing.head_last and special and special[-1].code == "documents":
        return "documents"  # "40 ailenin pasaportu"
    for noun in special:
        if noun.code == "family":
            return "family"
    if layout.writing.head_last:
        last = full[-1]
        return special[-1].code if special and last.code in _WEAK_CODES else last.code
    first = full[0]
    return special[0].code if special and (first.code in _WEAK_CODES or "generic" in first.tags) else first.code


def _duals(layout: Layout) -> list[Count]:
    """Arabic writes "two persons" as one word."""
    made = []
    for cue in layout.of("counted"):
        if "dual" in cue.tags and not any(number.end + 2 >= cue.start >= number.start for number in layout.numbers):
            number = Number(cue.start, cue.end, 2.0, None, "exact", False, None, None, "word", cue.start, cue.end)
            made.append(Count(number, cue.start, cue.end, cue.code, cue.tags, (cue,), False))
    return made


def relative_of(layout: Layout, number: Number) -> bool:
    """Whether "who" follows the number at once: it counts people."""
    found = starts_at(
        (cue for cue in layout.of("counted") if "rel" in cue.tags), number.digits_end, 2, layout.scan.folded
    )
    return found is not None
