"""Scope: whether a page or a passage speaks of transnational repression."""

from dataclasses import replace

import pytest
from heard import bank, hear

from asylia.claims import scope


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Agents of Iran kidnapped an exiled dissident in Turkey, the intelligence ministry in Ankara says.", True),
        ("Transnational repression is growing; police from China open stations overseas.", True),
        ("Police caught a burglar in a hotel after nine years.", False),
        ("The film shows how agents abduct a refugee in Paris and Rome; the director praised the cast.", False),
        ("", False),
    ],
)
def test_one_sort_of_evidence_is_not_enough(text: str, meant: bool) -> None:
    """Exile, act and agent must stand together, across two states, and nothing weigh against them."""
    assert scope.page(hear(text, title="").scan) is meant


def test_distractors_are_out_of_scope() -> None:
    """Pages that share the words and not the matter."""
    for case in bank("scope/distractors")[1]:
        found = scope.strength(hear(case["text"], case["language"], "").scan)
        assert found.value < 0.5, found.reason


def test_ordinary_crime_and_migration_are_out_of_scope() -> None:
    """Fugitives, extraditions, removals, patrols and refugees, where nobody is pursued for what they think or are."""
    for case in bank("scope/ordinary")[1]:
        found = scope.strength(hear(case["text"], case["language"], "").scan)
        assert found.value < 0.5, (case["text"], found.reason)


def test_short_pages_that_name_no_cause_are_in_scope() -> None:
    """Tallies, lists of stations and notices in figures are read, in every language, whoever prints them."""
    missed = []
    for case in bank("scope/short")[1]:
        found = scope.strength(hear(case["text"], case["language"], "").scan)
        if found.value < 0.5:
            missed.append((case["text"].splitlines()[0], found.reason))
    assert not missed


def test_the_page_of_an_organisation_that_documents_needs_no_cause() -> None:
    """Who is known to count such things seldom says why anybody is pursued."""
    text = "Police bureaus have set up 54 service stations abroad. They tell people to go home to China."
    told = hear(text, title="").scan
    own = replace(told, document=replace(told.document, outlet="Safeguard Defenders"))
    assert not scope.page(told)
    assert scope.page(own)


def test_a_reason_is_given_in_numbers() -> None:
    """The reason names how much of each sort was found, and nobody."""
    reason = scope.strength(hear("Iran harasses exiles in Norway.", title="").scan).reason
    assert "of 3 sorts" in reason
