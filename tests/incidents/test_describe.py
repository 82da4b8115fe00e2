"""Describe: competing values are kept, never silently chosen."""

import pytest
from evidence.factory import World, decision, page, weigh

SHARED = {"origin_state": "TR", "host": "XK", "date": "2018-03-29"}


def values(world: World, name: str) -> list[str]:
    """The contested values of the one incident."""
    assert len(world.incidents) == 1
    return [value.value for value in dict(world.incidents[0].contested).get(name, ())]


def test_methods_that_writers_disagree_on_are_contested() -> None:
    """Deported, says one; handed over, says the other; both stay, with their claims."""
    left = page("Six men were deported, the ministry says.", "A", "2018-03-30")
    right = page("Six men were handed over at night, says Lantern.", "B", "2018-03-31")
    left.report("Six men were deported", ["legal.deportation"], **SHARED)
    right.report("Six men were handed over", ["capture.handover"], **SHARED)
    assert values(weigh([left, right]), "methods") == ["capture.handover", "legal.deportation"]


def test_fewer_methods_contradict_nobody() -> None:
    """One writer leaves out what the other adds."""
    left = page("Six men were deported.", "A", "2018-03-30")
    right = page("Six men were seized and deported.", "B", "2018-03-31")
    left.report("Six men were deported", ["legal.deportation"], **SHARED)
    right.report("seized and deported", ["legal.deportation", "capture.handover"], **SHARED)
    assert values(weigh([left, right]), "methods") == []


def test_stages_are_no_contradiction_and_exclusive_results_are() -> None:
    """Detained, then sentenced: a course of things. At large and detained: two accounts."""
    told = page(
        "Orhan Velat was taken. He is held. He got nine years. He is free, others say, in Lian.", "A", "2018-04-01"
    )
    person = {"persons": ["Orhan Velat"], "origin_state": "TR"}
    told.report("Orhan Velat was taken", ["capture.abduction"], date="2018-03", host="XK", **person)
    told.report("He is held", [], outcome="detained", **person)
    told.report("He got nine years", [], outcome="sentenced", **person)
    assert values(weigh([told]), "outcome") == []
    told.report("He is free", [], outcome="at_large", **person)
    assert values(weigh([told]), "outcome") == ["at_large", "detained"]


def test_a_coarse_date_is_the_fine_one() -> None:
    """March and 29 March agree; 29 and 30 March are kept apart, each with its claim."""
    told = [page(f"Six men were handed over, paper {i} says.", f"P{i}", "2018-03-31") for i in range(3)]
    for made, date in zip(told, ("2018-03", "2018-03-29", "2018-03-30"), strict=True):
        made.report("Six men were handed over", ["capture.handover"], origin_state="TR", host="XK", date=date)
    world = weigh(told)
    assert values(world, "date") == ["2018-03-29", "2018-03-30"]
    assert str(world.incidents[0].date) == "2018-03-29"


@pytest.mark.parametrize(
    ("verbs", "review"), [((), "unreviewed"), (("accept",), "accepted"), (("reject",), "withdrawn")]
)
def test_the_review_is_what_people_said_last(verbs: tuple[str, ...], review: str) -> None:
    """Nothing, accepted, withdrawn."""
    told = page("Six men were handed over.", "A", "2018-03-31")
    claim = told.report("Six men were handed over", ["capture.handover"], **SHARED)
    assert weigh([told], [decision(verb, claim.id) for verb in verbs]).incidents[0].review == review
