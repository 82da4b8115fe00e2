"""How a count is told: by whom, as a stock or as an addition, and whose name it is part of."""

from __future__ import annotations

import pytest

from asylia.claims import figures, persons, voices
from asylia.claims.scan import scan
from asylia.lexicon.load import load
from asylia.model.claim import Figure
from asylia.model.dates import Date
from asylia.model.document import Document

LEXICON = load()


def _find(language: str, text: str, outlet: str | None = None) -> dict[float, Figure]:
    day = Date.parse("2024-06-01")
    document = Document("d1", "0" * 64, "p.txt", None, "plain.1", text, 0, language, outlet=outlet, published=day)
    laid_out = scan(document, LEXICON)
    people = persons.find(laid_out)
    found = figures.find(laid_out, people, voices.attribute(laid_out, people))
    return {figure.value: figure for figure in found}


def _origin(language: str, text: str, value: float) -> str | None:
    mention = _find(language, text)[value].voice.origin
    return text[mention.start : mention.end] if mention else None


@pytest.mark.parametrize(
    ("language", "text", "value", "origin"),
    [
        ("en", "Our researchers have now identified 102 Chinese overseas police stations.", 102, None),
        ("en", "Researchers have now identified 102 Chinese overseas police stations.", 102, "Researchers"),
        ("fr", "Cinquante élus de 20 pays ont écrit à leurs gouvernements contre la répression des exilés.", 20, None),
        ("tr", "Göç Evi Derneği adlı kuruluşa göre 54 muhalif yurt dışında kaçırıldı.", 54, "Göç Evi Derneği"),
        (
            "de",
            "Nach Zählung der Organisation „Haus der Exilanten“ gibt es 147 chinesische Polizeistationen im Ausland.",
            147,
            "Haus der Exilanten",
        ),
        (
            "de",
            "Freedom House hat gezählt. Nach Angaben der Organisation gibt es 12 chinesische Polizeistationen.",
            12,
            "Freedom House",
        ),
        ("ko", "Open Door Lab의 조사에 따르면 해외로 망명한 활동가 40명이 협박을 받았다.", 40, "Open Door Lab"),
    ],
)
def test_who_counts(language: str, text: str, value: float, origin: str | None) -> None:
    """A page's own people are the page; a common noun beside a name is the name."""
    found = _origin(language, text, value)
    assert found == origin


@pytest.mark.parametrize(
    ("language", "text", "value", "flow"),
    [
        ("en", "More than 102 police stations abroad were counted.", 102, None),
        ("en", "They found 48 more police stations abroad.", 48, "increment"),
        ("fr", "Pékin dispose de plus de 102 commissariats clandestins à l'étranger.", 102, None),
        ("en", "Against dissidents about 26,000 red notices were in force.", 26_000, "stock"),
        ("en", "Against dissidents about 26,000 red notices were issued.", 26_000, None),
    ],
)
def test_a_bound_adds_nothing_and_what_is_in_force_is_a_stock(
    language: str, text: str, value: float, flow: str | None
) -> None:
    """ "More than" is no "more"."""
    assert _find(language, text)[value].flow == flow


def test_the_name_of_a_committee_does_nothing() -> None:
    """A disciplinary committee tells of returns; what a committee does stands outside its name."""
    text = "Theo Ủy ban Kiểm tra Kỷ luật Trung ương, gần 14.000 người bỏ trốn ở nước ngoài đã bị đưa về nước."
    assert _find("vi", text)[14_000].measure == "returns"


def test_cases_in_which_a_government_did_something_are_cases() -> None:
    """The noun behind a case is no government counted; governments alone are."""
    told = _find("vi", "Có 35 vụ chính quyền Trung Quốc đàn áp người bất đồng chính kiến ở nước ngoài.")
    assert told[35].measure != "other"


def test_the_town_in_an_outlets_name_is_no_acting_state() -> None:
    """ "Exilhaus Berlin zählt …" is about the state that the text tells of."""
    text = "Exilhaus Berlin zählt 102 chinesische Polizeistationen im Ausland. Exilhaus Berlin nennt keine Namen."
    assert _find("de", text, "Exilhaus Berlin")[102].origin_state == "CN"
    assert _find("de", text.replace("Exilhaus Berlin", "Regierung Berlin"), "Kurier")[102].origin_state == "DE"
