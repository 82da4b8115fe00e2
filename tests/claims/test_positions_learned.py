"""Positions by weights: what a whole sentence weighs for a stance, and who of those it names holds it."""

from heard import hear
from reported import scanned

from asylia.claims import persons, positions, voices
from asylia.claims.positions.learned import HOLDS, holder, weighed
from asylia.claims.positions.traits import candidates, of_candidate, traits
from asylia.claims.weights import NONE, load
from asylia.lexicon.load import load as lexicon

STANCES = load("asylia.claims.positions")
ACTORS = load("asylia.claims.positions", "actors")
SAID = "The foreign ministry in Vilnius rejected the accusation and said no such request had been received."


def test_labels_are_stances() -> None:
    """The weights speak the codes of the record."""
    assert set(STANCES.labels) - {NONE} <= {row["code"] for row in lexicon().table("stances")["stance"]}
    assert set(ACTORS.labels) == {NONE, HOLDS}


def test_what_the_rules_read_of_a_plain_denial_stands() -> None:
    """A rule and the weights agree on a ministry that rejects an accusation."""
    heard = hear(SAID)
    page = heard.scan
    people = persons.find(page)
    ruled = list(heard.positions)
    assert "denies" in {one.stance for one in ruled}
    assert "denies" in {one.stance for one in weighed(page, people, heard.voices, ruled)}


def test_nobody_holds_a_position_where_nobody_is_spoken_of() -> None:
    """Without a candidate the weights make nothing of a sentence."""
    page = scanned("It was condemned and denied, opposed and regretted.")
    people = persons.find(page)
    heard = voices.attribute(page, people)
    assert holder(page, page.sentences[0], candidates(page.sentences[0], people, heard, ())) is None
    assert positions.find(page, people, heard) == ()


def test_a_target_is_no_candidate() -> None:
    """What the person pursued says is the matter itself."""
    page = scanned("The exiled journalist Omar Deniz said he was followed, and the ministry denied it.")
    people = persons.find(page)
    heard = voices.attribute(page, people)
    found = candidates(page.sentences[0], people, heard, ())
    assert all(page.text[one.start : one.end] != "Omar Deniz" for one in found)


def test_traits_are_each_seen_once() -> None:
    """A sentence and a candidate are seen the same way every time."""
    heard = hear(SAID)
    page, people = heard.scan, persons.find(heard.scan)
    sentence = page.sentences[-1]
    said = [one for one in heard.voices.attributions if one.sentence == sentence.index]
    seen = traits(page, sentence, people, heard.voices, said)
    assert len(seen) == len(set(seen))
    among = candidates(sentence, people, heard.voices, said)
    for one in among:
        own = of_candidate(page, sentence, one, among)
        assert len(own) == len(set(own))
        assert f"of {min(len(among), 4)}" in own
