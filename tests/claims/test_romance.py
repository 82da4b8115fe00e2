"""Spanish and French: acts denied, charged and habitual, documents and groups that speak, whom a telling credits."""

import pytest

from asylia.claims.extract import extract
from asylia.lexicon.load import load
from asylia.model.claim import Claim, Figure, Position, Report
from asylia.model.dates import Date
from asylia.model.document import Document

LEXICON = load()


def _claims(language: str, text: str) -> tuple[Claim, ...]:
    document = Document(
        id="d", sha256="0" * 64, file="f", url=None, layer="text", text=text, body_start=0, language=language,
        published=Date.parse("2024-06-12"),
    )  # fmt: skip
    return extract(document, LEXICON, gate=lambda scan: True).claims  # noqa: ARG005


def _acts(language: str, text: str) -> list[tuple[tuple[str, ...], str]]:
    return [(c.methods, c.modality) for c in _claims(language, text) if isinstance(c, Report)]


def _stances(language: str, text: str) -> list[str]:
    return [c.stance for c in _claims(language, text) if isinstance(c, Position)]


def _counted(language: str, text: str) -> list[tuple[float, str]]:
    return [(c.value, c.measure) for c in _claims(language, text) if isinstance(c, Figure)]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("es", "Riad negó haber secuestrado al bloguero Nasser Talib en Ammán.", ("capture.abduction",)),
        ("fr", "Douchanbé dément avoir enlevé l'opposant Rustam Holov à Istanbul.", ("capture.abduction",)),
    ],
)
def test_what_a_state_denies_by_name_is_an_act_denied(language: str, text: str, told: tuple[str, ...]) -> None:
    """The verb of denial governs the act: nothing is asserted beside it."""
    assert _acts(language, text) == [(told, "denied")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Un ingeniero fue acusado de espiar a disidentes uigures en Múnich para Pekín."),
        ("fr", "Un ingénieur est accusé d'espionner des dissidents ouïghours à Munich pour Pékin."),
    ],
)
def test_a_charge_against_agents_asserts_nothing(language: str, text: str) -> None:
    """What somebody is charged with is never told as done."""
    assert all(modality != "asserted" for _, modality in _acts(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "En el pueblo, la policía cita a los parientes de los exiliados."),
        ("es", "El acusado de secuestrar a su exmujer niega los hechos."),
        ("fr", "Au village, la police convoque les proches des exilés."),
        ("fr", "Il est soupçonné d'avoir menacé sa voisine."),
    ],
)
def test_habits_and_common_crime_are_no_incidents(language: str, text: str) -> None:
    """The present without a name is a habit; a charge that strikes no exile is a charge."""
    assert _acts(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "stance"),
    [
        ("es", "La resolución condena el acoso a los exiliados.", ["condemns"]),
        ("fr", "Une trentaine d'ONG exhortent le gouvernement à protéger les exilés.", ["calls_for"]),
        ("es", "El bloguero, a quien Uzbekistán reclamaba, vive en Riga.", []),
        ("fr", "Quarante exilés ont perdu leur passeport, déplore l'association.", []),
    ],
)
def test_documents_and_groups_take_positions_and_requests_for_people_do_not(
    language: str, text: str, stance: list[str]
) -> None:
    """A resolution speaks for itself; a state that wants somebody, or a count that is told, is no position."""
    assert _stances(language, text) == stance


@pytest.mark.parametrize(
    ("language", "text", "figure"),
    [
        ("es", "Sesenta diputados exigen proteger a los exiliados.", [(60, "signatories")]),
        ("fr", "Trente députés réclament la protection des exilés.", [(30, "signatories")]),
        ("es", "Sesenta diputados visitaron el museo.", []),
    ],
)
def test_those_who_demand_together_are_signatories(language: str, text: str, figure: list[tuple[float, str]]) -> None:
    """A demand in common counts those who make it; a visit does not."""
    assert _counted(language, text) == figure


def test_a_name_that_closes_the_telling_is_its_origin() -> None:
    """No list knows the organisation; where it stands tells that it speaks."""
    text = "Al menos 40 exiliados tayikos fueron secuestrados en Rusia, asegura Puente Abierto."
    origins = [c.voice.origin for c in _claims("es", text) if isinstance(c, Figure)]
    assert [text[o.start : o.end] for o in origins if o] == ["Puente Abierto"]
