"""English: constructions that the other tests have no sentence for, each with one that must not match."""

from __future__ import annotations

import pytest

from asylia.claims.extract import extract
from asylia.lexicon.load import load
from asylia.model.claim import Claim, Position, Report
from asylia.model.dates import Date
from asylia.model.document import Document


def claims(text: str) -> tuple[Claim, ...]:
    """Everything that a passage of March 2024 says."""
    document = Document(
        id="d", sha256="0" * 64, file="d", url=None, layer="test", text=text, body_start=0, language="en",
        published=Date.parse("2024-03-05"),
    )  # fmt: skip
    return extract(document, load(), gate=lambda scan: True).claims  # noqa: ARG005


def reports(text: str) -> list[Report]:
    """The acts that a passage tells."""
    return [claim for claim in claims(text) if isinstance(claim, Report)]


def test_a_refused_extradition_failed() -> None:
    """The court that refuses is the host's, and the request came to nothing."""
    (report,) = reports("A court in Lisbon refused to extradite the Angolan activist Paulo Ndala to Luanda on 2 March.")
    assert (report.methods, report.outcome, report.host) == (("legal.extradition",), "failed", "PT")


def test_a_state_that_extradites_nobody_is_told_of_no_case() -> None:
    """A policy is no particular event."""
    assert reports("Germany does not extradite political refugees.") == []


@pytest.mark.parametrize("place", ["a Bangkok side street", "his flat in Bangkok", "their Bangkok office"])
def test_streets_and_homes_are_in_the_host(place: str) -> None:
    """The city before a noun says where, as the city alone does."""
    (report,) = reports(f"The Cambodian activist Vann Sopheak was abducted in {place} on 4 February.")
    assert report.host == "TH"


@pytest.mark.parametrize(
    "text",
    [
        "Police in Oslo opened an inquiry into a plot against Behnam Karvari, who edits an exile website.",
        "Relatives of Behnam Karvari were detained in Shiraz on 1 March.",
    ],
)
def test_nouns_for_acts_and_kin_show_that_a_name_is_a_person(text: str) -> None:
    """Whom a plot is against, and whose relatives they are, is somebody."""
    document = Document(
        id="d", sha256="0" * 64, file="d", url=None, layer="test", text=text, body_start=0, language="en",
        published=Date.parse("2024-03-05"),
    )  # fmt: skip
    names = [text[m.start : m.end] for m in extract(document, load(), gate=lambda scan: True).mentions]  # noqa: ARG005
    assert "Behnam Karvari" in names


def test_who_tells_a_committee_told_what_stands_before() -> None:
    """The words before the speaker are the speaker's, whatever follows behind a semicolon."""
    text = (
        "At least 40 exiles were abducted last year, Amnesty International told the committee; ministers said little."
    )
    figure = next(claim for claim in claims(text) if claim.kind == "figure")
    assert figure.voice.origin is not None
    assert text[figure.voice.origin.start : figure.voice.origin.end] == "Amnesty International"


def test_expelling_diplomats_takes_a_position_and_expelling_pupils_does_not() -> None:
    """An act against those of the state that reaches abroad answers it; everyday acts do not."""
    against = claims("Sweden threw out two Iranian diplomats over the plot against exiled journalists.")
    assert [claim.stance for claim in against if isinstance(claim, Position)] == ["acts"]
    assert [c for c in claims("The school threw out two noisy pupils.") if isinstance(c, Position)] == []
