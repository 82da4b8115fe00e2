"""Who is credited with which words: by verb, by phrase, by document, by anaphor, and how far it reaches."""

import pytest
from heard import hear
from hypothesis import given, settings
from hypothesis import strategies as st

from asylia.claims import voices
from asylia.lexicon.load import LANGUAGES


def test_the_furthest_name_is_the_origin() -> None:
    """A count that a group takes from the police is the police's; the group stands between."""
    text = "Blue Lantern, a rights group, reported that, by the Chinese police’s own count, 230 people were returned."
    heard = hear(text)
    assert heard.origin("230 people were returned") == "Chinese police"
    assert heard.via("230 people were returned") == ["Blue Lantern"]


def test_a_source_that_is_cited_stands_behind_the_outlet() -> None:
    """ "The daily, citing prosecutors, reported …": the prosecutors know, the daily relays."""
    heard = hear("The daily Morgenbladet, citing Swiss prosecutors, reported that 12 exiles were followed.")
    assert heard.origin("12 exiles were followed") == "Swiss prosecutors"


@pytest.mark.parametrize(
    ("text", "words", "origin"),
    [
        ("The Norwegian embassy was told. It said that 3 men had been held.", "3 men", "Norwegian embassy"),
        ("Blue Lantern, a rights group, met. The group counted 40 cases.", "40 cases", "Blue Lantern"),
        ("The Court of Appeal sat in May. The judges found that 2 men had lied.", "2 men", "Court of Appeal"),
        ("The report by Blue Lantern is long. It lists 40 cases.", "40 cases", "Blue Lantern"),
        ("Blue Lantern’s report is out. The report lists 40 cases.", "40 cases", "Blue Lantern"),
        ("The security minister, Ola Vik, spoke. He said that 40 plots were foiled.", "40 plots", "Ola Vik"),
        ("“We counted 40 cases,” retorted the minister, Ola Vik.", "40 cases", "Ola Vik"),
        ("The minister, Ola Vik: “We have counted 40 cases of harassment.”", "40 cases", "Ola Vik"),
        ("The others, Oslo police said, numbered 40.", "numbered 40", "Oslo police"),
        (
            "According to Blue Lantern, 40 exiles were followed. Half of them were women.",
            "Half of them",
            "Blue Lantern",
        ),
    ],
)
def test_words_find_their_speaker(text: str, words: str, origin: str) -> None:
    """Anaphors, documents, quotations and continued counts are credited to whom they stand for."""
    heard = hear(text)
    assert origin in (heard.origin(words) or "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Blue Lantern, a rights group, condemned the raid. Police held 40 exiles.", "40 exiles"),
        ("Norwegian police said that it rained.\nForty exiles live in Bern.", "Forty exiles"),
        ("The embassy was closed. In 2019 40 exiles lived in Bern.", "40 exiles"),
        ("To say that 40 exiles vanished is to say little.", "40 exiles"),
        ("Norway expelled two attachés over 40 threats.", "40 threats"),
    ],
)
def test_the_page_speaks_for_itself_otherwise(text: str, words: str) -> None:
    """Neither a new paragraph, nor narration, nor a deed or a view is a voice that vouches."""
    assert hear(text).origin(words) is None


def test_page_origins_are_those_who_tell() -> None:
    """Who gives the facts is an origin of the page; who only reacts is not; the dateline's agency is."""
    text = (
        "BERN (XNA) – Swiss prosecutors said on Monday that 12 exiles had been followed. According to Blue Lantern, a"
        " rights group, 40 exiles were threatened. Norway condemned the threats. The Iranian embassy denied them."
    )
    heard = hear(text)
    names = [heard.words(m.start, m.end) for m in voices.page_origins(heard.scan, heard.voices, heard.positions)]
    assert names == ["XNA", "Swiss prosecutors", "Blue Lantern"]


_WORDS = st.lists(
    st.sampled_from(
        "police said that the group , “ ” . denied according to Norway report it he must illegal 说 表示 ， 政府 は"
        " と述べた 경찰은 밝혔다 selon laut según قال إن گفت که dedi göre nói theo сообщил".split()
    ),
    max_size=30,
)


@settings(max_examples=60, deadline=None)
@given(_WORDS, st.sampled_from(LANGUAGES))
def test_any_words_give_spans_within_the_text(words: list[str], language: str) -> None:
    """Attributions lie in the text and a voice's mentions too, whatever the words."""
    heard = hear(" ".join(words) + ".", language)
    length = len(heard.scan.text)
    for one in heard.voices.attributions:
        assert 0 <= one.actor.start < one.actor.end <= length
        assert 0 <= one.start <= length
        assert one.end <= length
    voice = heard.voices.voice_at(0, length)
    assert all(mention.end <= length for mention in voice.mentions)
    for position in heard.positions:
        assert heard.scan.text[position.passage.start : position.passage.end] == position.passage.quote
