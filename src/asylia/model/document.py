"""Document: the text of one capture, in a named layer that quotes point into."""

from __future__ import annotations

from dataclasses import dataclass, field

from asylia.model.dates import Date


@dataclass(frozen=True, slots=True)
class Run:
    """`text[start:end]` was read from `source[source_start:source_end]`, the capture's decoded characters.

    Equal lengths mean character for character; otherwise the run as a whole stands for the source
    span (an entity, a non-breaking space, collapsed white space).
    """

    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text[start:end]`, and the paragraph it stands in (counted from 0; the title is paragraph -1)."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader made of a capture.

    `text` is the title (if any), a newline, and the body; `body_start` is where the body begins.
    `layer` names reader and version: offsets are only good within it. `published_by` says which
    signal gave the date. `agency` is the news agency that a credit line outside the text names.
    `notes` are codes of what the reader saw ("wrong_charset_declared", …).
    """

    id: str
    sha256: str
    file: str
    url: str | None
    layer: str
    text: str
    body_start: int
    language: str | None
    outlet: str | None = None
    published: Date | None = None
    published_by: str | None = None
    charset: str | None = None
    sentences: tuple[Sentence, ...] = ()
    runs: tuple[Run, ...] = field(default=(), repr=False)
    fingerprint: tuple[int, ...] = field(default=(), repr=False)
    notes: tuple[str, ...] = ()
    agency: str | None = None

    @property
    def title(self) -> str | None:
        """The title as printed, or None where the page has none."""
        return self.text[: self.body_start].rstrip("\n") or None

    @property
    def body(self) -> str:
        """The article's text without its title."""
        return self.text[self.body_start :]

    def quote(self, start: int, end: int) -> str:
        """The verbatim words of a span; ValueError outside the text."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError("the span lies outside the text")
        return self.text[start:end]

    def source_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the span stands in the capture's decoded characters; None if the layer keeps no map."""
        found = [run for run in self.runs if run.start < end and start < run.end]
        if not found:
            return None
        first, last = found[0], found[-1]
        same_first = first.end - first.start == first.source_end - first.source_start
        same_last = last.end - last.start == last.source_end - last.source_start
        begin = first.source_start + (max(start - first.start, 0) if same_first else 0)
        finish = last.source_end - (max(last.end - end, 0) if same_last else 0)
        return begin, finish
