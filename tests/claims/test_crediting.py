"""Crediting: whom a claim rests on, by the weights of everybody heard or named near it."""

from hypothesis import given
from hypothesis import strategies as st
from reported import scanned

from asylia.claims import persons, voices
from asylia.claims.voices.crediting import CREDITED, candidates, traits
from asylia.claims.weights import NONE, load

WEIGHTS = load("asylia.claims.voices")
TOLD = (
    "Harbour Watch counted 61 seizures of exiles since 2019, according to its yearbook. The embassy in Oslo was closed."
)


def test_the_weights_answer_one_question() -> None:
    """Somebody is credited, or not."""
    assert set(WEIGHTS.labels) == {NONE, CREDITED}


def test_candidates_are_each_there_once_with_their_traits() -> None:
    """Whoever is heard twice in a sentence is asked about once; traits are each seen once."""
    page = scanned(TOLD)
    people = persons.find(page)
    heard = voices.attribute(page, people)
    among = candidates(page, people, heard, 0, 50)
    assert len({one.actor.start for one in among}) == len(among)
    for one in among:
        seen = traits(page, one, among, 0, 50)
        assert len(seen) == len(set(seen))


def test_a_claim_outside_every_sentence_rests_on_nobody() -> None:
    """The page speaks for itself where nobody can be heard."""
    page = scanned(TOLD)
    people = persons.find(page)
    heard = voices.attribute(page, people)
    assert candidates(page, people, heard, len(TOLD), len(TOLD) + 1) == []
    assert heard.credited_at(len(TOLD), len(TOLD) + 1).origin is None


@given(st.integers(0, len(TOLD) - 1), st.integers(1, 60))
def test_whoever_is_credited_stands_in_the_text(start: int, length: int) -> None:
    """Every origin is a verbatim span of the page, and the same each time."""
    page = scanned(TOLD)
    people = persons.find(page)
    heard = voices.attribute(page, people)
    voice = heard.credited_at(start, min(start + length, len(TOLD)))
    assert voice == heard.credited_at(start, min(start + length, len(TOLD)))
    if voice.origin is not None:
        assert TOLD[voice.origin.start : voice.origin.end].strip()
