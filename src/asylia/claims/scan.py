"""Scan: one pass over a document that finds everything the grammars speak of.

Cues (words of the lexicon), numbers and dates, laid out by sentence. The grammars read a Scan and
never the text again, so that extraction stays linear in the length of the page.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from asylia.language.dates import Dated
from asylia.language.dates import find as find_dates
from asylia.language.fold import fold, respelled
from asylia.language.numbers import Number
from asylia.language.numbers import find as find_numbers
from asylia.language.sentences import split
from asylia.lexicon.load import Lexicon
from asylia.lexicon.matcher import Cue
from asylia.model.document import Document, Sentence

T = TypeVar("T")
LONGEST = 600  # characters of a sentence: twice the longest of the labelled pages


@dataclass(frozen=True, slots=True)
class SentenceScan:
    """One sentence with what stands in it. All spans are offsets into the document's text."""

    index: int
    start: int
    end: int
    paragraph: int
    cues: tuple[Cue, ...]
    numbers: tuple[Number, ...]
    dates: tuple[Dated, ...]
    by_kind: Mapping[str, tuple[Cue, ...]] = field(repr=False, compare=False)

    def of(self, *kinds: str) -> tuple[Cue, ...]:
        """The cues of these kinds, in the order of the text."""
        if len(kinds) == 1:
            return self.by_kind.get(kinds[0], ())
        if self.by_kind.keys().isdisjoint(kinds):
            return ()
        return tuple(cue for cue in self.cues if cue.kind in kinds)

    def has(self, *kinds: str) -> bool:
        """Whether a cue of one of these kinds stands in the sentence."""
        return not self.by_kind.keys().isdisjoint(kinds)


@dataclass(frozen=True, slots=True)
class Scan:
    """A document, its folded text and its sentences. Sentence 0 is the title where there is one (paragraph -1)."""

    document: Document
    folded: str
    sentences: tuple[SentenceScan, ...]
    lexicon: Lexicon

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    @property
    def language(self) -> str:
        """The document's language; English grammar serves where it is unknown."""
        return self.document.language or "en"

    def at(self, offset: int) -> SentenceScan | None:
        """The sentence that holds this offset."""
        index = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        return self.sentences[index] if index >= 0 and offset < self.sentences[index].end else None

    def quote(self, start: int, end: int) -> str:
        """The verbatim words of a span."""
        return self.document.text[start:end]


def scan(document: Document, lexicon: Lexicon) -> Scan:
    """Lay a document out by sentence, with every cue, number and date in its place."""
    return filled(outline(document, lexicon))


def outline(document: Document, lexicon: Lexicon) -> Scan:
    """Lay a document out by sentence with its cues alone: enough to see whether it is worth reading on."""
    text, language = document.text, document.language or "en"
    folded = respelled(fold(text), language)
    split_here = (Sentence(a, b, i) for i, (a, b) in enumerate(split(text, language)))
    spans = _bounded(document.sentences or split_here, text)
    cues = lexicon.cues(folded, text, language)
    starts = [cue.start for cue in cues]
    made = []
    for index, span in enumerate(spans):
        inside = tuple(cue for cue in _within(cues, starts, span.start, span.end) if cue.end <= span.end)
        made.append(SentenceScan(index, span.start, span.end, span.paragraph, inside, (), (), _by_kind(inside)))
    return Scan(document, folded, tuple(made), lexicon)


def filled(outlined: Scan) -> Scan:
    """The same layout with the numbers and dates of every sentence."""
    document, lexicon, language = outlined.document, outlined.lexicon, outlined.language
    text, plain = document.text, fold(document.text)
    words = lexicon.words(language) or lexicon.words("en")
    numbers = find_numbers(text, language, words, plain)
    dates = find_dates(text, language, words, document.published, numbers, plain)
    starts_of_numbers = [number.start for number in numbers]
    starts_of_dates = [date.start for date in dates]
    made = []
    for each in outlined.sentences:
        a, b = each.start, each.end
        counted = tuple(number for number in _within(numbers, starts_of_numbers, a, b) if number.end <= b)
        dated = tuple(date for date in _within(dates, starts_of_dates, a, b) if date.end <= b)
        made.append(
            SentenceScan(each.index, a, b, each.paragraph, each.cues, counted, dated, each.by_kind)
            if counted or dated
            else each
        )
    return replace(outlined, sentences=tuple(made))


def _by_kind(cues: Iterable[Cue]) -> dict[str, tuple[Cue, ...]]:
    grouped: dict[str, list[Cue]] = {}
    for cue in cues:
        grouped.setdefault(cue.kind, []).append(cue)
    return {kind: tuple(row) for kind, row in grouped.items()}


def _bounded(spans: Iterable[Sentence], text: str) -> Iterator[Sentence]:
    """The sentences, cut where they are longer than any prose: a page without stops must not cost the square of it."""
    for span in spans:
        start = span.start
        while span.end - start > LONGEST:
            cut = max(text.rfind(mark, start, start + LONGEST) for mark in " ,，、")
            cut = cut + 1 if cut > start else start + LONGEST
            yield Sentence(start, start + len(text[start:cut].rstrip()), span.paragraph)
            start = cut
        yield Sentence(start, span.end, span.paragraph)


def _within(rows: Sequence[T], starts: list[int], a: int, b: int) -> Sequence[T]:
    return rows[bisect_left(starts, a) : bisect_left(starts, b)]
