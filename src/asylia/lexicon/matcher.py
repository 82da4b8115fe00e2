"""Find every form of a lexicon in a text, in one linear pass.

The forms of all kinds stand in one Aho-Corasick automaton over folded text. A hit counts only at the
word boundaries that the language writes: none inside Chinese or Japanese, an open right side in Korean
(particles), a left side open to the proclitics of Arabic.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from ahocorasick_rs import AhoCorasick, MatchKind

from asylia.language.fold import fold, respelled
from asylia.language.vowels import unvowelled

ZWNJ = "\u200c"
_ARABIC_PROCLITICS = frozenset(
    first + second + third
    for first in ("", "و", "ف")
    for second in ("", "ب", "ل", "ک", "س")
    for third in ("", "ال", "ل")
)
_VOWELLED = frozenset({"ar", "fa"})  # a form without vowel signs also stands for the word written with them
IGNORED = "ignore"  # the kind of phrases in which no word means what it means elsewhere
_STOPS = frozenset(".!?。！？;；؟\n")
_GAPPED = " ... "
_CUT = re.compile(r" \.\.\. |(?<=\*) (?!\.\.\. )")  # "a* ... b*" leaves a gap, "a* b*" are neighbours
_NOWHERE: frozenset[int] = frozenset()
_GAP = {True: 24, False: 110}  # characters between the parts of a gapped form: unspaced scripts, others


class Cue(NamedTuple):
    """`text[start:end]` is a word of the lexicon: `form` is the entry as written there."""

    kind: str
    code: str
    start: int
    end: int
    tags: frozenset[str] = frozenset()
    form: str = ""


class Entry(NamedTuple):
    """One form of one lexicon row, ready for the automaton. `parts` are folded; `exact` is the form where case matters.

    `next_to` are the indices of the parts that follow the one before at once, without a gap. `stem`: the word that the
    form begins with may go on. `plain`: the form is there wherever its first part is.
    """

    kind: str
    code: str
    tags: frozenset[str]
    form: str
    parts: tuple[str, ...]
    open_left: bool
    stem: bool
    plain: bool
    exact: str | None
    next_to: frozenset[int]


# Start, end (negative), kind, code, a running number: sorted as they are, longer ones first; then what stands there.
_Hit: TypeAlias = tuple[int, int, str, str, int, Entry]


def together(char: str) -> bool:
    """Whether words stand together here: scripts without spaces, and the marks between their words."""
    return (
        "\u2e80" <= char <= "\u30ff"
        or "\u3400" <= char <= "\u9fff"
        or "\uf900" <= char <= "\ufaff"
        or "\u0e00" <= char <= "\u0eff"
    )


def entries(kind: str, code: str, tags: Iterable[str], forms: Sequence[str], language: str) -> list[Entry]:
    """The entries of one lexicon row; forms with a zero-width non-joiner also match with a space or nothing there."""
    made = []
    tagged = frozenset(tags)
    for written in forms:
        exact = written[1:] if written.startswith("=") else None
        body = exact if exact is not None else written
        cased = exact.strip("*") if exact and fold(exact) != exact else None
        variants = dict.fromkeys((body, body.replace(ZWNJ, " "), body.replace(ZWNJ, ""))) if ZWNJ in body else (body,)
        for variant in variants:
            cuts = _CUT.findall(variant) if "*" in variant or _GAPPED in variant else ()
            pieces = _CUT.split(variant) if cuts else (variant,)
            parts = [respelled(fold(piece.strip()), language) for piece in pieces]
            next_to = frozenset(at for at, cut in enumerate(cuts, start=1) if cut != _GAPPED) if cuts else _NOWHERE
            open_left, stem = parts[0].startswith("*"), parts[0].endswith("*")
            parts[0] = parts[0].lstrip("*") if cuts else parts[0].strip("*")
            plain = not cuts and cased is None and not open_left
            made.append(Entry(kind, code, tagged, written, tuple(parts), open_left, stem, plain, cased, next_to))
    return made


class Matcher:
    """All forms of one language, compiled. Matching is a pure function of the text."""

    def __init__(self, language: str, rows: Sequence[Entry]) -> None:
        self._language = language
        by_word: dict[str, list[Entry]] = {}
        for row in rows:
            by_word.setdefault(row.parts[0].rstrip("*"), []).append(row)
        words = list(by_word)
        self._entries = [tuple([(entry, entry.plain, entry.stem) for entry in group]) for group in by_word.values()]
        self._open_left = [any(entry.open_left for entry in group) for group in by_word.values()]
        self._stem = [any(entry.stem for entry in group) for group in by_word.values()]
        self._automaton = AhoCorasick(words, matchkind=MatchKind.Standard)

    def cues(self, folded: str, text: str) -> list[Cue]:
        """Every cue, sorted by place; per kind the longest, and none inside a longer `ignore`."""
        found = self._hits(folded, text)
        signless = unvowelled(folded) if self._language in _VOWELLED else None
        if signless is not None:
            bare, places = signless
            same = "".join([text[at] for at in places[:-1]])
            signed = {hit[:2] for hit in found if unvowelled(hit[-1].form)}  # عمّان is Amman, not Oman
            for start, end, kind, code, count, entry in self._hits(bare, same):
                span = (places[start], -places[-end])
                if span not in signed:
                    found.append((*span, kind, code, len(found) + count, entry))
        return _longest(sorted(found))

    def _hits(self, folded: str, text: str) -> list[_Hit]:
        found: list[_Hit] = []
        size = len(folded)
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            at_edge = not start or not _IN_WORD[folded[start - 1]] or self._left_edge(folded, start)
            if not (at_edge or self._open_left[index]):  # most hits stand inside another word
                continue
            shut = end if end == size or not _IN_WORD[folded[end]] else self._right_edge(folded, start, end, False)
            if not (shut or self._stem[index]):
                continue
            finish = shut or self._right_edge(folded, start, end, True)
            for entry, plain, stem in self._entries[index]:
                if not (shut or stem):
                    continue
                if plain:
                    if at_edge:
                        found.append((start, -finish, entry.kind, entry.code, len(found), entry))
                elif at_edge or entry.open_left:
                    last = self._accept(entry, folded, text, start, finish)
                    if last:
                        begin = _word_start(folded, start) if entry.open_left else start
                        found.append((begin, -last, entry.kind, entry.code, len(found), entry))
        return found

    def _accept(self, entry: Entry, folded: str, text: str, start: int, finish: int) -> int:
        """Where the form ends, or 0 where it is not there; its first part stands from `start` to `finish`."""
        if entry.exact is not None and not text.startswith(entry.exact, start):
            return 0
        for at, part in enumerate(entry.parts[1:], start=1):
            finish = self._next_part(part, folded, finish, at in entry.next_to)
            if not finish:
                return 0
        return finish

    def _next_part(self, part: str, folded: str, after: int, at_once: bool) -> int:
        word = part.strip("*")
        limit = after + (1 if at_once else _GAP[together(word[0])]) + len(word)
        at = folded.find(word, after, limit)
        if at < 0:
            return 0
        stop = next((i for i in range(after, min(limit, len(folded))) if self._ends(folded, i)), limit)
        while 0 <= at <= stop - len(word):
            if part.startswith("*") or self._left_edge(folded, at):
                finish = self._right_edge(folded, at, at + len(word), part.endswith("*"))
                if finish:
                    return finish
            at = folded.find(word, at + 1, stop)
        return 0

    @staticmethod
    def _ends(folded: str, at: int) -> bool:
        if folded[at] not in _STOPS:
            return False
        if folded[at] != ".":
            return True
        if folded[at - 1].isdigit() and not folded[max(at - 3, 0) : at].isdigit():
            return False  # "am 23. Juli": a day, not the end of a sentence; a year before a stop has more digits
        return at + 1 >= len(folded) or not folded[at + 1].isalnum()

    def _left_edge(self, folded: str, start: int) -> bool:
        if not start or not _IN_WORD[folded[start - 1]] or together(folded[start]):
            return True
        if self._language != "ar":
            return False
        word = start
        while word and _joins(folded[word - 1]) and start - word < 5:
            word -= 1
        return folded[word:start] in _ARABIC_PROCLITICS

    def _right_edge(self, folded: str, start: int, end: int, is_open: bool) -> int:
        """The end of the word that the form stands in, or 0 where the word goes on and must not."""
        if end >= len(folded) or not _IN_WORD[folded[end]] or together(folded[end - 1]) or self._language == "ko":
            return end
        if not is_open:
            return 0
        while end < len(folded) and _IN_WORD[folded[end]] and end - start < 64:
            end += 1
        return end


def _joins(char: str) -> bool:
    """Whether the character belongs to a word: letters, digits and marks; not ZWNJ, apostrophes or hyphens."""
    return char.isalnum() or char == "_" or "\u0300" <= char <= "\u036f" or "\u064b" <= char <= "\u0652"


class _Letters(dict[str, bool]):
    """Whether a word that holds the character goes on beside it: not where words stand together."""

    def __missing__(self, char: str) -> bool:
        self[char] = known = _joins(char) and not together(char)
        return known


_IN_WORD = _Letters()  # asked for every hit: looked up, not reckoned


def in_order(cue: Cue) -> tuple[int, int, str, str]:
    """By place, the longer first; what cues are sorted by."""
    return (cue.start, -cue.end, cue.kind, cue.code)


def _word_start(folded: str, start: int) -> int:
    begin = start
    while begin and start - begin < 64 and _IN_WORD[folded[begin - 1]]:
        begin -= 1
    return begin


def _longest(found: Sequence[_Hit]) -> list[Cue]:
    """The cues of sorted hits, without those inside a longer one of their kind or inside what is to be ignored."""
    ignored = [hit for hit in found if hit[2] == IGNORED]
    last: dict[str, tuple[int, int]] = {}  # the last cue of each kind; no other reaches further
    kept: list[Cue] = []
    at = 0
    blocked: list[tuple[int, int]] = []
    before: _Hit | None = None
    seen: list[frozenset[str]] = []
    for hit in found:
        start, end, kind, code, _, entry = hit
        end = -end
        if before is None or before[0] != start or before[:4] != hit[:4]:
            before, seen = hit, [entry.tags]
        elif entry.tags in seen:  # two files may hold the same form
            continue
        else:
            seen.append(entry.tags)
        while at < len(ignored) and ignored[at][0] <= start:
            blocked.append((ignored[at][0], -ignored[at][1]))
            at += 1
        if kind == IGNORED:
            continue
        if blocked:  # rarely: most words stand under no ignored phrase
            blocked = [cover for cover in blocked if cover[1] > start]
            if any(cover[1] >= end and cover != (start, end) for cover in blocked):
                continue
        # Nested in a longer cue of its kind: "police station" inside "overseas police station".
        span = last.get(kind)
        if span is not None and end <= span[1] and span != (start, end):
            continue
        last[kind] = (start, end)
        kept.append(Cue(kind, code, start, end, entry.tags, entry.form))
    return kept
