"""Positions: each stance's own example and, rule by rule, what must not be taken for one."""

import pytest
from heard import hear

from asylia.claims.positions import RULES


@pytest.mark.parametrize(
    ("text", "actor", "stance"),
    [
        ("The Iranian embassy denied that it had followed the exiles.", "Iranian embassy", "denies"),
        ("Tehran defended the arrests as lawful.", "Tehran", "justifies"),
        ("Norway condemned the abduction.", "Norway", "condemns"),
        ("Blue Lantern, a rights group, warned that exiles face torture.", "Blue Lantern", "warns"),
        ("Lawmakers opposed the extradition.", "Lawmakers", "opposes"),
        ("Exile groups welcomed the ruling.", "Exile groups", "supports"),
        ("The United Nations urged Iran to free the editor.", "United Nations", "calls_for"),
        ("Tehran admitted that its agents had been in Bern.", "Tehran", "acknowledges"),
        ("Swiss prosecutors have opened an investigation into the threats.", "Swiss prosecutors", "investigates"),
        ("Switzerland expelled two Iranian diplomats.", "Switzerland", "acts"),
        ("The Iranian embassy declined to comment.", "Iranian embassy", "declines"),
        ("The Iranian embassy said that no such office existed.", "Iranian embassy", "denies"),
        ("Blue Lantern, a rights group, said that the raid was illegal.", "Blue Lantern", "condemns"),
        ("The Swiss justice minister, Ueli Frei, said that exiles must be protected.", "Ueli Frei", "calls_for"),
        ("Tehran claims that its officers only helped travellers.", "Tehran", "justifies"),
    ],
)
def test_each_stance_has_its_words(text: str, actor: str, stance: str) -> None:
    """A verb of stance, the words that neutral speech reports, or a state's argument make a position."""
    assert (actor, stance) in hear(text).stances


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Blue Lantern, a rights group, said that 54 stations existed.", "condemns"),  # neutral telling
        ("Norway has not condemned the abduction.", "condemns"),  # negated
        ("Norway asked whether Iran had condemned the abduction.", "condemns"),  # asked
        ("It is hard to condemn an embassy.", "condemns"),  # an infinitive
        ("Tehran dismissed its interior minister in May.", "denies"),  # dismissed somebody, not a report
        ("The court rejected the appeal of the exiles.", "denies"),  # rejected no accusation
        ("Iranian police arrested the exiled editor.", "acts"),  # the state's own act against its target
        ("The exile’s brother said that Iran must free him.", "calls_for"),  # the family
        ("Police in Iran asked his parents to call him home.", "calls_for"),  # the method itself
        ("Tehran said that the exiles were accused of terrorism, a violation of law.", "condemns"),  # a state's charge
        ("The raid was condemned.", "condemns"),  # nobody says by whom
        ("An unlawful raid took place in Bern, police said.", "calls_for"),
        ("Reporters Without Borders warned of more raids on exiles.", "declines"),  # "without" is part of a name
        ("The embassy in Bern denies nobody a passport.", "justifies"),
    ],
)
def test_what_is_no_position(text: str, stance: str) -> None:
    """Telling, negation, questions, families, methods and charges are no positions."""
    assert stance not in [found for _, found in hear(text).stances]


def test_targets_take_no_positions() -> None:
    """What a target says is the matter itself; the denial of an accusation is no position."""
    text = "Farid Qasimov, an exiled blogger, fled Azerbaijan. Qasimov denied the accusation of terrorism."
    assert hear(text).stances == []


def test_several_actors_of_one_verb_each_take_the_position() -> None:
    """ "Australia, Britain and Canada suspended …" are three acts of three states."""
    heard = hear("Australia, Britain and Canada suspended their extradition treaties with Hong Kong.")
    assert sorted(heard.stances) == [("Australia", "acts"), ("Britain", "acts"), ("Canada", "acts")]


def test_one_sentence_holds_two_stances() -> None:
    """Verbs joined by "and" share their subject."""
    heard = hear("Norway condemned the bounties as a dangerous precedent and asked for them to be withdrawn.")
    assert sorted(stance for _, stance in heard.stances) == ["calls_for", "condemns"]


def test_a_position_is_told_once_at_its_fullest() -> None:
    """The headline's short form gives way to the body's."""
    heard = hear(
        "The Norwegian government condemned the abduction of exiles.", title="Norway: exiled dissidents abducted"
    )
    assert len(heard.positions) == 1
    assert heard.positions[0].passage.start >= heard.scan.document.body_start


def test_a_deed_is_nobodys_word() -> None:
    """An act that the page observes has no origin; a denial has its actor's."""
    heard = hear("Switzerland expelled two Iranian diplomats. The Iranian embassy denied the accusations.")
    acts, denies = heard.positions
    assert acts.voice.origin is None
    assert denies.voice.origin is not None
    assert heard.words(denies.voice.origin.start, denies.voice.origin.end) == "Iranian embassy"


def test_a_quotation_is_the_words_in_it() -> None:
    """Direct speech is quoted without its marks and its verb."""
    heard = hear("“Iran must free the exiled editor at once,” said the Norwegian foreign minister, Ola Vik.")
    assert heard.positions[0].passage.quote == "Iran must free the exiled editor at once"


def test_a_split_quotation_is_one_voice() -> None:
    """ "“A,” X said. “B.”": both halves are X's."""
    heard = hear("“This was an attack on exiles,” the Norwegian minister, Ola Vik, said. “Iran must answer for it.”")
    assert ("Ola Vik", "calls_for") in heard.stances


def test_every_rule_has_a_name_a_version_and_a_reason() -> None:
    """A reader is told which rule spoke and why."""
    for name, named in RULES.items():
        assert named.rule.name == f"positions.{name}"
        assert named.rule.version >= 1
        assert len(named.rule.reason) > 20
        assert 0 < named.confidence < 1
