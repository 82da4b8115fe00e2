"""Layout: one sentence as the figures grammar reads it, cut into clauses, with its words by kind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

from asylia.claims.figures.writing import Writing, writing_of
from asylia.claims.scan import Scan, SentenceScan
from asylia.language.dates import Dated
from asylia.language.numbers import Number
from asylia.lexicon.matcher import Cue

# A comma, colon or point between digits belongs to the number.
_CUT = re.compile(r"[;؛()\[\]。]|:(?!\d)|(?<!\d),|,(?!\d)|،|\s-\s|--")
_BRACKETS = re.compile(r"\([^()]{1,40}\)")
AND = ("and", "y", "e", "et", "und", "и", "ve", "و", "và", "or", "o", "ou", "oder", "или", "veya", "یا", "أو", "hoặc")
PLACES = ("country", "capital", "city")
_CUTS = {"ja": re.compile(_CUT.pattern + "|、")}  # elsewhere this comma only parts the items of a list
_ASIDE = 15  # characters before "of them"
_MOST = 60  # numbers in a sentence
_CUTTABLE = ("counted", "doing", "uncounted", "sum")


class Layout:
    """One sentence; `origin` is the acting state of its page. Offsets are those of the document."""

    def __init__(self, scan: Scan, sentence: SentenceScan, origin: str | None = None) -> None:
        self.scan, self.sentence, self.origin = scan, sentence, origin
        self.writing: Writing = writing_of(scan.language)
        self._kinds: dict[str, list[Cue]] = {}
        joins = self._list_commas() | self._short_brackets() | self._asides()
        cuts = [
            match.end() for match in _CUTS.get(scan.language, _CUT).finditer(scan.folded, sentence.start, sentence.end)
        ]
        self._starts = [sentence.start, *(cut for cut in cuts if cut < sentence.end and cut not in joins)]

    def _list_commas(self) -> set[int]:
        """Where a comma only parts the places of a list: "in Thailand, the Philippines, Laos"."""
        places = [*self.of(*PLACES), *(cue for cue in self.of("counted") if cue.code == "countries")]
        return {
            left.end + 1
            for left, right in pairwise(sorted(places, key=lambda cue: cue.start))
            if 0 < right.start - left.end <= 13 and self.scan.folded[left.end] in ",،、" and left.kind in PLACES
        }

    def _short_brackets(self) -> set[int]:
        """Brackets around a few words, such as the same amount in dollars, do not end a clause."""
        found = _BRACKETS.finditer(self.scan.folded, self.sentence.start, self.sentence.end)
        return {place for match in found for place in (match.start() + 1, match.end())}

    def _asides(self) -> set[int]:
        """Where ", all of them killings," stands between a subject and its verb and counts nothing of its own."""
        found: set[int] = set()
        for mark in self.of("portion"):
            left = self.scan.folded.rfind(",", max(mark.start - _ASIDE, self.sentence.start), mark.start)
            right = self.scan.folded.find(",", mark.end, mark.end + 3 * _ASIDE)
            counted = any(left < number.start < right for number in self.sentence.numbers)
            if left >= 0 and 0 <= right < self.sentence.end and not counted:
                found |= {left + 1, right + 1}
        return found

    def of(self, *kinds: str) -> list[Cue]:
        """The cues of these kinds, in the order of the text."""
        if len(kinds) == 1:
            return self._of(kinds[0])
        found = [cue for kind in kinds for cue in self._of(kind)]
        return sorted(found, key=lambda cue: (cue.start, cue.end)) if len(found) > 1 else found

    def _of(self, kind: str) -> list[Cue]:
        cues = self._kinds.get(kind)
        if cues is None:
            cues = list(self.sentence.of(kind))
            if kind in _CUTTABLE:
                # A disciplinary committee disciplines nobody by its name.
                apart = self.sentence.of(*(("apart", "institution") if kind == "doing" else ("apart",)))
                cues = [cue for cue in cues if not any(covers(wide, cue) for wide in apart)]
            if kind in PLACES:  # the HK of HK$ is no place
                numbers = self.sentence.numbers
                cues = [cue for cue in cues if not any(n.start <= cue.start and cue.end <= n.end for n in numbers)]
            self._kinds[kind] = cues
        return cues

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers that may count something: no dates, ages or codes, no part of a name."""
        kinds = ("counted", "programme", "institution")
        names = [cue for cue in self.sentence.of(*kinds) if "list" not in cue.tags]
        return tuple(
            number
            for number in self.sentence.numbers
            if (number.role == "count" or (self.writing.code_counts and self._counts_after_all(number)))
            and not self._compound(number)
            and not any(date.start <= number.digits_start < date.end for date in self.sentence.dates)
            and not any(name.start <= number.digits_start and number.digits_end <= name.end for name in names)
        )

    def _compound(self, number: Number) -> bool:
        """A number alone in brackets is an age or a note; one with a hyphen behind it describes ("a 15-man team")."""
        text, after = self.scan.folded, self.scan.folded[number.end : number.end + 2]
        if number.unit is not None:
            return False
        bracketed = text[number.start - 1 : number.start] == "(" and after[:1] == ")"
        return bracketed or (after[:1] == "-" and after[1:].isalpha())

    def _counts_after_all(self, number: Number) -> bool:
        return number.role == "code" and any(0 <= cue.start - number.end <= 1 for cue in self.of("counted"))

    @cached_property
    def articles(self) -> tuple[Number, ...]:
        """Words that are an article or a one: they count only in a list of parts."""
        return tuple(number for number in self.sentence.numbers if number.role == "article")

    @cached_property
    def deeds(self) -> tuple[Cue, ...]:
        """What is done to people here; words inside a number are none."""
        return tuple(
            cue
            for cue in self.of("doing")
            if not any(number.start <= cue.start and cue.end <= number.digits_end for number in self.sentence.numbers)
        )

    def clause_at(self, offset: int) -> int:
        """The index of the clause that holds the offset."""
        return bisect_right(self._starts, offset) - 1

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The span of the clauses from the one that holds `start` to the one that holds the end."""
        first, last = self.clause_at(start), self.clause_at(max(start, end - 1))
        finish = self._starts[last + 1] if last + 1 < len(self._starts) else self.sentence.end
        return self._starts[first], finish

    def apart(self, a: int, b: int) -> int:
        """How many clause boundaries lie between two offsets."""
        return abs(self.clause_at(a) - self.clause_at(b))

    def folded(self, start: int, end: int) -> str:
        """The folded words of a span; empty where it is turned round."""
        return self.scan.folded[start:end] if start < end else ""

    def within(self, kind: str, start: int, end: int) -> list[Cue]:
        """The cues of a kind that lie within the span."""
        return [cue for cue in self._of(kind) if start <= cue.start and cue.end <= end]

    def dates_within(self, start: int, end: int) -> list[Dated]:
        """The dates that lie within the span."""
        return [date for date in self.sentence.dates if start <= date.start and date.end <= end]


def readable(sentence: SentenceScan) -> bool:
    """Whether the sentence is one, with something to count; a line of many numbers is a table, and costs too much."""
    if len(sentence.numbers) > _MOST:
        return False
    return bool(sentence.numbers) or sentence.has("growth", "counted")


def covers(wide: Cue, narrow: Cue) -> bool:
    """Whether one cue lies within another and is shorter."""
    return wide.start <= narrow.start and narrow.end <= wide.end and wide.end - wide.start > narrow.end - narrow.start


def ends_at(cues: Iterable[Cue], offset: int, reach: int, folded: str) -> Cue | None:
    """The last cue that ends right before the offset: only spaces and quotation marks between, at most `reach`."""
    found = None
    for cue in cues:
        if cue.end <= offset and offset - cue.end <= reach and not folded[cue.end : offset].strip(" '\""):
            found = cue
    return found


def starts_at(cues: Iterable[Cue], offset: int, reach: int, folded: str) -> Cue | None:
    """The first cue that starts right after the offset, likewise."""
    for cue in cues:
        if cue.start >= offset and cue.start - offset <= reach and not folded[offset : cue.start].strip(" '\""):
            return cue
    return None
