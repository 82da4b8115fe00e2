"""A passage read for its voices: who speaks in it, with what stance, and who is credited with which words."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from asylia.claims import persons, positions, scope, voices
from asylia.claims.scan import Scan, scan
from asylia.language.sentences import split
from asylia.lexicon.load import load
from asylia.model.claim import Position
from asylia.model.dates import Date
from asylia.model.document import Document, Sentence

CASES = Path(__file__).parent / "claims" / "cases"
LEXICON = load()
FRAME = "Transnational repression: exiled dissidents under pressure"
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")


@dataclass(frozen=True)
class Heard:
    """What was heard in a passage."""

    scan: Scan
    voices: voices.Voices
    positions: tuple[Position, ...]

    def words(self, start: int, end: int) -> str:
        """The text of a span."""
        return self.scan.text[start:end]

    @property
    def stances(self) -> list[tuple[str, str]]:
        """(actor, stance) of every position, in the order of the text."""
        return [(self.words(one.actor.start, one.actor.end), one.stance) for one in self.positions]

    @property
    def actors(self) -> list[str]:
        """The names of all actors, in the order of the text."""
        return [self.words(mention.start, mention.end) for mention in self.voices.actors]

    def origin(self, words: str) -> str | None:
        """Who is credited with these words; None where the page speaks for itself."""
        start = self.scan.text.index(words)
        origin = self.voices.voice_at(start, start + len(words)).origin
        return self.words(origin.start, origin.end) if origin else None

    def via(self, words: str) -> list[str]:
        """The names between the page and the origin of these words, nearest to the page first."""
        start = self.scan.text.index(words)
        return [self.words(m.start, m.end) for m in self.voices.voice_at(start, start + len(words)).via]


def _ruled(scan: Scan, people: persons.People, voices: voices.Voices, told: Sequence[Position]) -> list[Position]:  # noqa: ARG001
    """The rules' own word: what the weights of whole sentences make of it is tested apart."""
    return list(told)


def hear(body: str, language: str = "en", title: str = FRAME) -> Heard:
    """Read a passage under a title that puts it in scope (an empty title puts nothing there)."""
    text = f"{title}\n{body}" if title else body
    start = len(title) + 1 if title else 0
    spans = tuple(Sentence(a, b, -1 if a < start else text.count("\n", start, a)) for a, b in split(text, language))
    document = Document(
        "d1", "0" * 64, "page.txt", None, "plain.1", text, start, language, published=Date(2023, 5, 10), sentences=spans
    )
    laid_out = scan(document, LEXICON)
    people = persons.find(laid_out)
    heard = voices.attribute(laid_out, people)
    return Heard(laid_out, heard, positions.find(laid_out, people, heard, _ruled) if scope.page(laid_out) else ())


def bank(name: str) -> tuple[str, list[dict[str, Any]]]:
    """The frame and the cases of one file of passages below `cases/`."""
    table = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))
    return table.get("frame", ""), table["case"]


def tokens(text: str) -> set[str]:
    """Words; in scripts that write none apart, pairs of characters."""
    folded = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).casefold())
    found: set[str] = set()
    for run in _UNSPACED.findall(folded):
        found.update({run[i : i + 2] for i in range(len(run) - 1)} or {run})
    return (found | set(re.findall(r"\w+", _UNSPACED.sub(" ", folded)))) - {"the"}


def same_name(left: str, right: str) -> bool:
    """Loose: one name's words contain the other's, or one name contains the other."""
    a, b = tokens(left), tokens(right)
    short, long = sorted((re.sub(r"\W+", "", text.casefold()) for text in (left, right)), key=len)
    return bool(a and b) and len(short) > 1 and (a <= b or b <= a or short in long)
