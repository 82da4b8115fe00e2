"""Reports of a passage, in plain words: what the tests of reports and persons read."""

from collections.abc import Sequence
from dataclasses import dataclass

from asylia.claims import persons, reports
from asylia.claims.persons import People
from asylia.claims.reports.compose import Composer
from asylia.claims.reports.draft import Draft
from asylia.claims.scan import Scan, SentenceScan, scan
from asylia.lexicon.load import load
from asylia.model.claim import Voice
from asylia.model.dates import Date
from asylia.model.document import Document


def ruled(composer: Composer, sentence: SentenceScan, told: Sequence[Draft]) -> list[Draft]:  # noqa: ARG001
    """The rules' own word: what the weights of whole sentences make of it is tested apart."""
    return list(told)


class Nobody:
    """A page that credits nobody."""

    def voice_at(self, start: int, end: int) -> Voice:  # noqa: ARG002
        """Nobody's words."""
        return Voice()


@dataclass(frozen=True)
class Told:
    """A report in the words of the text."""

    methods: tuple[str, ...]
    persons: tuple[str, ...]
    origin_state: str | None
    host: str | None
    date: str | None
    outcome: str | None
    modality: str
    quote: str


def scanned(text: str, language: str = "en", published: str | None = "2024-03-10") -> Scan:
    """The scan of a passage without a title."""
    document = Document(
        id="d1",
        sha256="0" * 64,
        file="passage.txt",
        url=None,
        layer="passage",
        text=text,
        body_start=0,
        language=language,
        published=Date.parse(published) if published else None,
    )
    return scan(document, load())


def read(text: str, language: str = "en", published: str | None = "2024-03-10") -> list[Told]:
    """The reports of a passage."""
    page = scanned(text, language, published)
    return [
        Told(
            report.methods,
            tuple(page.text[mention.start : mention.end] for mention in report.persons),
            report.origin_state,
            report.host,
            report.date.iso() if report.date else None,
            report.outcome,
            report.modality,
            report.passage.quote,
        )
        for report in reports.find(page, persons.find(page), Nobody(), ruled)
    ]


def named(text: str, language: str = "en") -> dict[str, str]:
    """The persons of a passage by their fullest name, with their roles."""
    page = scanned(text, language)
    people: People = persons.find(page)
    return {page.text[person.full.start : person.full.end]: person.role for person in people.persons}
