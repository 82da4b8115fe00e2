"""Reports by weights: what a whole sentence weighs for an act, where rules are silent and where they speak."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from reported import Nobody, scanned

from asylia.claims import persons, reports
from asylia.claims.reports.compose import Composer
from asylia.claims.reports.learned import KEEP, SURE, label, weighed
from asylia.claims.reports.setting import setting
from asylia.claims.reports.traits import traits
from asylia.claims.stems import stems
from asylia.claims.weights import NONE, likeliest, load
from asylia.lexicon.load import load as lexicon

WEIGHTS = load("asylia.claims.reports")
SILENT = "Rwandan agents tailed the dissident Jean Mugisha through Brussels for a month."


def composed(text: str, language: str = "en") -> Composer:
    """A composer that has read nothing of the text yet."""
    page = scanned(text, language)
    people = persons.find(page)
    return Composer(page, people, setting(page, people))


def test_every_label_is_a_method_or_a_stage() -> None:
    """The weights speak the codes of the record."""
    methods = {row["code"] for row in lexicon().table("methods")["method"]}
    outcomes = {f"stage:{row['code']}" for row in lexicon().table("outcomes")["outcome"]}
    assert NONE in WEIGHTS.labels
    assert set(WEIGHTS.labels) - {NONE} <= methods | outcomes


@given(st.lists(st.sampled_from(sorted(WEIGHTS.rows)[:400]) | st.text(max_size=8), max_size=20))
def test_shares_are_a_probability(names: list[str]) -> None:
    """Whatever is seen, the shares are positive and sum to one, and the same each time."""
    shares = WEIGHTS.shares(names, {})
    assert abs(sum(shares.values()) - 1.0) < 1e-9
    assert min(shares.values()) > 0.0
    assert shares == WEIGHTS.shares(names, {})


def test_the_likeliest_needs_all_claims_together_to_be_sure() -> None:
    """Three methods of a fifth each are an act of one of them; one of a fifth alone is none."""
    assert likeliest({NONE: 0.4, "a": 0.25, "b": 0.2, "c": 0.15}, SURE) == "a"
    assert likeliest({NONE: 0.8, "a": 0.2}, SURE) == NONE


def test_traits_are_the_same_in_every_order_of_reading() -> None:
    """What is seen of a sentence depends on the sentence alone, and each thing is seen once."""
    composer = composed(SILENT)
    sentence = composer.scan.sentences[0]
    seen = traits(composer.scan, sentence, composer.people)
    assert len(seen) == len(set(seen))
    assert {"in en", "persons 1"} <= set(seen)
    assert all(composer.scan.folded.startswith(word[0], at) for word, at in stems(composer.scan, 0, len(SILENT)))


def test_an_unspaced_script_is_seen_in_pairs_and_triples() -> None:
    """Japanese writes no words apart."""
    composer = composed("当局は記者を拘束した。", "ja")
    assert ("拘束", 6) in stems(composer.scan, 0, 11)


def test_a_made_report_quotes_its_own_sentence() -> None:
    """The act stands where the weightiest word stands, and its quote is verbatim."""
    page = scanned(SILENT)
    for report in reports.find(page, persons.find(page), Nobody()):
        assert page.text[report.passage.start : report.passage.end] == report.passage.quote
        assert bool(report.rule.reason) == (report.rule.name == "reports.learned")


def test_what_is_plainly_no_act_is_dropped_whatever_a_rule_says() -> None:
    """A rule's draft of a sentence about the weather of a festival does not stand."""
    composer = composed(SILENT)
    told = composer.read(composer.scan.sentences[0])
    other = composed("The festival in Lyon opened with a concert and fine weather.")
    assert told
    assert label(told[0]) in WEIGHTS.labels
    drafts = [replace(draft, sentence=0) for draft in told]
    assert weighed(other, other.scan.sentences[0], drafts) == []
    assert 1.0 - WEIGHTS.shares(("bias",), {})[NONE] < KEEP + 1.0


def test_a_title_makes_nothing_by_its_weights_alone() -> None:
    """Headlines may lose what a rule reads in them, and gain nothing."""
    page = scanned("Agents seize critic in Riga\n\n" + SILENT)
    composer = Composer(page, persons.find(page), setting(page, persons.find(page)))
    title = replace(composer.scan.sentences[-1], paragraph=-1)
    assert weighed(composer, title, []) == []
