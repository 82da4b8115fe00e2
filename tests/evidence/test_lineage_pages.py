"""Lineage from pages: slips are found, and honest changes pass, where claims are read from the text itself."""

from __future__ import annotations

import html
import tomllib
from pathlib import Path
from typing import Any

import pytest

from asylia.lexicon.load import load
from asylia.model.capture import Capture
from asylia.model.ids import digest
from asylia.model.record import Page
from asylia.pipeline import weigh
from asylia.reading import page_of

PAIRS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases" / "pairs.toml").read_text("utf-8"))["pair"]
LEXICON = load()


def _page(row: dict[str, str]) -> Page:
    """The page as a newspaper's HTML."""
    paragraphs = "".join(f"<p>{html.escape(part)}</p>\n" for part in row["body"].split("\n\n"))
    title, outlet, day = html.escape(row["title"]), html.escape(row["outlet"]), row["published"]
    day = "".join(str(int(char)) if char.isdigit() else char for char in day)
    text = (
        f'<html lang="{row["language"]}"><head><title>{title} | {outlet}</title>'
        f'<meta property="og:site_name" content="{outlet}">'
        f'<meta property="article:published_time" content="{day}"></head>'
        f"<body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    )
    data = text.encode()
    return page_of(Capture(digest(text), f"{digest(row)}.html", "text/html", len(data), ""), data, LEXICON)


def _kinds(pair: dict[str, Any]) -> set[str]:
    record = weigh([_page(row) for row in pair["page"]], (), LEXICON)
    return {mutation.kind for series in record.series for mutation in series.mutations}


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair["slip"]], ids=lambda pair: pair["id"])
def test_a_slip_between_two_pages_is_found_with_its_kind(pair: dict[str, Any]) -> None:
    """The page of the one who counted, and one that relays it in another language."""
    assert pair["kind"] in _kinds(pair)


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if not pair["slip"]], ids=lambda pair: pair["id"])
def test_an_honest_page_raises_no_alarm(pair: dict[str, Any]) -> None:
    """Rounder numbers, later counts, narrower scopes and weaker bounds."""
    assert _kinds(pair) == set()
