"""Korean and Japanese: names without capitals, particles, and verbs that describe the noun behind them."""

from __future__ import annotations

import pytest

from asylia.claims.extract import Extraction, extract
from asylia.lexicon.load import load
from asylia.model.claim import Figure, Position, Report
from asylia.model.dates import Date
from asylia.model.document import Document


def _read(text: str, language: str) -> Extraction:
    document = Document(
        id="x", sha256="0" * 64, file="x", url=None, layer="test", text=text, body_start=0,
        language=language, published=Date.parse("2024-06-15"),
    )  # fmt: skip
    return extract(document, load(), gate=lambda scan: True)  # noqa: ARG005


def _names(text: str, language: str) -> list[str]:
    return sorted({text[m.start : m.end] for m in _read(text, language).mentions if m.type == "person"})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("바쿠에서 신문을 내던 라미즈 켄겔리가 지난달 사라졌다.", "라미즈 켄겔리"),
        ("베트남 출신 블로거 쯔엉 반 틴은 방콕에서 납치됐다.", "쯔엉 반 틴"),
        ("리가에 사는 사진가 올레크 트루신(41)은 협박을 받았다.", "올레크 트루신"),
        ("전직 의원 림 소켕이 총에 맞아 숨졌다.", "림 소켕"),
    ],
)
def test_transcribed_names_stand_without_their_particles(text: str, name: str) -> None:
    """Foreign names in Hangul are found behind a role, behind a clause, with an age, with a surname of one syllable."""
    assert name in _names(text, "ko")


@pytest.mark.parametrize(
    "text",
    [
        "텔레그램 채널에 호텔 이름이 올라왔다.",
        "레드 노티스가 발령됐다.",
        "프리덤 하우스는 보고서를 냈다.",
        "나토와 유럽은 사태를 크게 우려하고 있다.",
    ],
)
def test_loanwords_are_no_names(text: str) -> None:
    """Words that are only written like foreign names name nobody."""
    assert _names(text, "ko") == []


def test_japanese_names_end_before_a_compound_title() -> None:
    """松野 is a surname and 官房長官 one title, whatever its last two characters are."""
    assert _names("松野健一官房長官は懸念を表明した。", "ja") == ["松野健一"]
    assert _names("米国務長官は懸念を表明した。", "ja") == []


def test_a_place_particle_makes_no_range() -> None:
    """ "In 53 states, 102 sites" are two numbers; "from 30 to 50 people" is one."""
    figures = [
        c for c in _read("중국은 31개국에서 64곳의 해외 경찰서를 운영했다.", "ko").claims if isinstance(c, Figure)
    ]
    assert {(f.value, f.upper, f.measure) for f in figures} == {(31.0, None, "countries"), (64.0, None, "stations")}


def test_a_particle_before_a_number_is_no_number() -> None:
    """만 in 사람만 is "only" and no ten thousand."""
    figures = _read("해외에서 체포된 위구르인은 확인된 사람만 1천320명이다.", "ko").claims
    assert [f.value for f in figures if isinstance(f, Figure)] == [1320.0]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("리투아니아 대법원은 벨라루스가 요청한 기자 올가 셰벨레바의 인도를 불허했다.", "ko"),
        ("憲法裁判所は、中国が求めていた活動家の引き渡しを差し止めた。", "ja"),
    ],
)
def test_who_asked_in_a_clause_of_its_own_takes_no_position(text: str, language: str) -> None:
    """The court acts; the state that asked for the person is only spoken of."""
    stances = [c.stance for c in _read(text, language).claims if isinstance(c, Position)]
    assert stances == ["acts"]


def test_a_statement_that_condemns_is_a_position() -> None:
    """A verb that describes a word for a statement is the subject's own."""
    for text, language in (
        ("외교부는 탄압을 규탄하는 성명을 냈다.", "ko"),
        ("政府が拉致を非難する声明を出した。", "ja"),
    ):
        assert [c.stance for c in _read(text, language).claims if isinstance(c, Position)] == ["condemns"]


def test_a_threat_to_security_threatens_nobody() -> None:
    """A state's charge against its target is no threat against somebody."""
    for text, language in (
        ("이란 당국은 기자 사라 모하디가 국가안보를 위협했다고 밝혔다.", "ko"),
        ("香港当局は、活動家の陳志明氏が国家の安全を脅かしたと述べた。", "ja"),
    ):
        methods = [m for c in _read(text, language).claims if isinstance(c, Report) for m in c.methods]
        assert "abroad.threat" not in methods
