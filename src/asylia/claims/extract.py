"""Extract: one document in, its claims and mentions out. The order of the grammars stands here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from asylia.claims import figures, persons, positions, reports, scope, voices
from asylia.claims.scan import Scan, filled, outline
from asylia.lexicon.load import Lexicon
from asylia.model.claim import Claim, Position, Voice
from asylia.model.document import Document
from asylia.model.mention import Mention

VERSION = 1
Grammar: TypeAlias = Callable[[Scan, persons.People, voices.Voices], tuple[Claim, ...]]
EXTRACTORS: tuple[Grammar, ...] = (figures.find, reports.find, positions.find)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a document says. `origins` are those whose knowledge the page rests on, in order of the text."""

    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    origins: tuple[Mention, ...]


def extract(
    document: Document,
    lexicon: Lexicon,
    extractors: tuple[Grammar, ...] = EXTRACTORS,
    gate: Callable[[Scan], bool] = scope.page,
) -> Extraction:
    """All claims of a document, sorted by place; ids are unique within it. Pure: same input, same output.

    `gate` says of a whole page whether it is in scope; a single sentence that is known to be needs none.
    """
    outlined = outline(document, lexicon, read_early(document))
    people = persons.find(outlined)  # whatever the page is about: names are kept apart from the text everywhere
    if not gate(outlined) and not figures.tallies(outlined):
        return Extraction((), tuple(sorted(people.mentions)), ())
    laid_out = filled(outlined)
    credited = voices.attribute(laid_out, people)
    by_id: dict[str, Claim] = {}
    for grammar in extractors:
        for claim in grammar(laid_out, people, credited):
            if claim.id not in by_id:
                by_id[claim.id] = in_office(calibrated(claim, lexicon), people.mentions)
    claims = tuple(sorted(by_id.values(), key=lambda claim: (claim.passage.start, claim.passage.end, claim.id)))
    named = {mention for claim in claims for mention in claim.mentions}
    mentions = tuple(sorted({*people.mentions, *named}))
    return Extraction(claims, mentions, voices.page_origins(laid_out, credited, claims))


def read_early(document: Document) -> frozenset[str] | None:
    """The kinds of cues that tell what a page is about and whom it names; None for all of them."""
    kinds = persons.kinds(document.language or "en")
    return None if kinds is None or figures.is_table(document) else kinds | scope.KINDS


def calibrated(claim: Claim, lexicon: Lexicon) -> Claim:
    """The claim with the share of right claims that its rule had on labelled pages (bench/calibration.py)."""
    shares = lexicon.table("calibration").get("confidence", {})
    kind = "incident" if claim.kind == "report" else claim.kind
    share = shares.get(claim.rule.name, shares.get(kind))
    return claim if share is None else replace(claim, confidence=share)


def in_office(claim: Claim, people: tuple[Mention, ...]) -> Claim:
    """The claim with its speakers and actors in the role of their office, where the page names them in it.

    Whoever speaks for a ministry is not masked for having spoken. A span that also touches somebody who is
    not named in an office keeps its role, and so its mask.
    """

    def told(mention: Mention) -> Mention:
        if mention.type != "person" or mention.role == "office":
            return mention
        roles = {one.role for one in people if one.start < mention.end and mention.start < one.end}
        return replace(mention, role="office") if roles == {"office"} else mention

    voice = claim.voice
    known = Voice(
        voice.origin and told(voice.origin), voice.claimant and told(voice.claimant), tuple(map(told, voice.via))
    )
    if isinstance(claim, Position) and (actor := told(claim.actor)) != claim.actor:
        return replace(claim, voice=known, actor=actor)
    return replace(claim, voice=known) if known != voice else claim
