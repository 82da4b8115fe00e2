"""Scan: one pass over a document that finds everything the grammars speak of.

Cues (words of the lexicon), numbers and dates, laid out by sentence. The grammars read a Scan and
never the text again, so that extraction stays linear in the length of the page.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, TypeVar

from asylia.language.dates import Dated
from asylia.language.dates import find as find_dates
from asylia.language.fold import fold, respelled
from asylia.language.numbers import Number
from asylia.language.numbers import find as find_numbers
from asylia.language.sentences import split
from asylia.lexicon.load import Lexicon
from asylia.lexicon.matcher import Cue, in_order
from asylia.model.document import Document, Sentence

LONGEST = 600  # characters of a sentence: twice the longest of the labelled pages


class Spanned(Protocol):
    """Whatever has a place in a text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


T = TypeVar("T", bound=Spanned)
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class SentenceScan:
    """One sentence with what stands in it. All spans are offsets into the document's text."""

    index: int
    start: int
    end: int
    paragraph: int
    cues: tuple[Cue, ...]
    numbers: tuple[Number, ...] = ()
    dates: tuple[Dated, ...] = ()
    known: frozenset[str] | None = field(default=None, repr=False, compare=False)  # kinds looked for; None: all
    _by_kind: dict[str, tuple[Cue, ...]] = field(default_factory=dict, repr=False, compare=False)
    _asked: dict[tuple[str, ...], tuple[Cue, ...]] = field(default_factory=dict, repr=False, compare=False)
    _made: dict[Callable[..., Any], Any] = field(default_factory=dict, repr=False, compare=False)

    def of(self, *kinds: str) -> tuple[Cue, ...]:
        """The cues of these kinds, in the order of the text."""
        found = self._asked.get(kinds)  # the grammars ask the same again and again
        return self._find(kinds) if found is None else found

    def has(self, *kinds: str) -> bool:
        """Whether a cue of one of these kinds stands in the sentence."""
        return bool(self.of(*kinds))

    def once(self, make: Callable[[SentenceScan], R]) -> R:
        """What a pure function makes of the sentence, made when first asked for."""
        if make not in self._made:
            self._made[make] = make(self)
        made: R = self._made[make]
        return made

    def _find(self, kinds: tuple[str, ...]) -> tuple[Cue, ...]:
        if self.known is not None and not self.known.issuperset(kinds):
            raise LookupError(f"nobody looked for {kinds}")
        if not self._by_kind:
            grouped: dict[str, list[Cue]] = {}
            for cue in self.cues:
                grouped.setdefault(cue.kind, []).append(cue)
            self._by_kind.update([(kind, tuple(row)) for kind, row in grouped.items()])
        rows = [self._by_kind[kind] for kind in kinds if kind in self._by_kind]
        found = rows[0] if rows else ()
        if len(rows) > 1:
            found = tuple([cue for cue in self.cues if cue.kind in kinds])
        self._asked[kinds] = found
        return found


@dataclass(frozen=True, slots=True)
class Scan:
    """A document, its folded text and its sentences. Sentence 0 is the title where there is one (paragraph -1)."""

    document: Document
    text: str  # the document's
    language: str  # the document's; English grammar serves where it is unknown
    folded: str
    plain: str  # folded, and each word in the spelling that the page has
    sentences: tuple[SentenceScan, ...]
    lexicon: Lexicon

    def at(self, offset: int) -> SentenceScan | None:
        """The sentence that holds this offset."""
        index = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        return self.sentences[index] if index >= 0 and offset < self.sentences[index].end else None

    def quote(self, start: int, end: int) -> str:
        """The verbatim words of a span."""
        return self.text[start:end]


def scan(document: Document, lexicon: Lexicon) -> Scan:
    """Lay a document out by sentence, with every cue, number and date in its place."""
    return filled(outline(document, lexicon))


def outline(document: Document, lexicon: Lexicon, kinds: frozenset[str] | None = None) -> Scan:
    """Lay a document out by sentence with its cues alone, or those of some kinds: enough to see what it is about."""
    text, language = document.text, document.language or "en"
    plain = fold(text)
    folded = respelled(plain, language)
    spans = document.sentences or [Sentence(a, b, i) for i, (a, b) in enumerate(split(text, language))]
    bounded = list(_bounded(spans, text))
    inside = _inside(lexicon.cues(folded, text, language, kinds), bounded)
    sentences = tuple(
        SentenceScan(index, span.start, span.end, span.paragraph, cues, known=kinds)
        for index, (span, cues) in enumerate(zip(bounded, inside, strict=True))
    )
    return Scan(document, text, language, folded, plain, sentences, lexicon)


def filled(outlined: Scan) -> Scan:
    """The same layout with every cue, and with the numbers and dates of every sentence."""
    document, lexicon, language = outlined.document, outlined.lexicon, outlined.language
    text, plain = document.text, outlined.plain
    words = lexicon.words(language) or lexicon.words("en")
    numbers = find_numbers(text, language, words, plain)
    dates = find_dates(text, language, words, document.published, numbers, plain)
    sentences = outlined.sentences
    known = sentences[0].known if sentences else None
    others = lexicon.cues(outlined.folded, text, language, known, others=True) if known is not None else []
    laid_out = zip(
        sentences, _inside(others, sentences), _inside(numbers, sentences), _inside(dates, sentences), strict=True
    )
    made = []
    for one, more, counted, dated in laid_out:
        cues = tuple(sorted((*one.cues, *more), key=in_order)) if more else one.cues
        made.append(SentenceScan(one.index, one.start, one.end, one.paragraph, cues, counted, dated))
    return replace(outlined, sentences=tuple(made))


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


def _inside(rows: Sequence[T], spans: Iterable[Spanned]) -> Iterator[tuple[T, ...]]:
    """For each span, in the order of the text, the rows that stand in it from end to end."""
    starts = [row.start for row in rows]
    for span in spans:
        end = span.end
        here = rows[bisect_left(starts, span.start) : bisect_left(starts, end)]
        yield tuple([row for row in here if row.end <= end]) if here else ()
