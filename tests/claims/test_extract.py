"""One document in, its claims and mentions out."""

from hypothesis import given
from hypothesis import strategies as st

from asylia.claims.extract import calibrated, extract, in_office
from asylia.lexicon.load import load
from asylia.model.claim import Passage, Position, Rule, Voice
from asylia.model.document import Document
from asylia.model.mention import Mention

LEXICON = load()
TEXT = "Minister Ana Example denies it. Ben Example denies it."


def _document(text: str) -> Document:
    return Document("d", "0" * 64, "page.txt", None, "plain.1", text, 0, "en")


def _position(start: int, end: int) -> Position:
    actor = Mention("d", start, end, "person", "actor")
    passage = Passage("d", "plain.1", 0, len(TEXT), TEXT, text=TEXT)
    return Position(passage=passage, slot="denies", rule=Rule("t", 1), actor=actor, stance="denies", voice=Voice(actor))


def test_whoever_speaks_in_an_office_is_not_masked_and_nobody_else_is_shown() -> None:
    """The minister's statement carries her name; a person without an office stays protected."""
    office, other = Mention("d", 9, 20, "person", "office"), Mention("d", 32, 43, "person", "other")
    people = (office, other)
    assert not in_office(_position(9, 20), people).actor.protected
    assert in_office(_position(32, 43), people).actor.protected
    assert in_office(_position(9, 43), people).actor.protected, "a span over both is masked"
    assert in_office(_position(9, 20), ()).actor.protected, "without a cue for an office there is none"


def test_a_confidence_is_the_share_of_right_claims_of_the_rule() -> None:
    """A rule that the labelled pages never saw takes the share of its kind."""
    shares = LEXICON.table("calibration")["confidence"]
    assert calibrated(_position(9, 20), LEXICON).confidence == shares["position"]


@given(st.text(max_size=400))
def test_any_text_gives_claims_whose_quotes_are_verbatim_and_whose_ids_are_unique(text: str) -> None:
    """Nothing crashes, and every claim can be walked back to its place."""
    found = extract(_document(text or "."), LEXICON)
    assert len({claim.id for claim in found.claims}) == len(found.claims)
    for claim in found.claims:
        assert claim.passage.quote == text[claim.passage.start : claim.passage.end]
        assert set(claim.mentions) <= set(found.mentions)


def test_the_same_document_gives_the_same_extraction() -> None:
    """Extraction is a pure function."""
    text = "Turkish agents abducted six teachers in Kosovo in March 2018, Border Watch said. Ankara denied it."
    assert extract(_document(text), LEXICON) == extract(_document(text), LEXICON)
