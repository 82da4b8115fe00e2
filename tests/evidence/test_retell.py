"""Retellings: by words, by particulars in order, by a credit; never copies."""

from evidence.factory import Page, page, weigh
from evidence.test_copies import OTHER, STORY

TOLD = (
    ("1,273 people came back", 1273, "returns", "1273人被追回", 1273),
    ("22 were on the list", 22, "returns", "22人在名单上", 22),
    ("16.7 billion was found", 16.7e9, "assets", "找到167亿", 16.7e9),
    ("314 were officials", 314, "returns", "314人是官员", 314),
    ("169 treaties are signed", 169, "treaties", "签署169项条约", 169),
    ("with 81 lands", 81, "countries", "同81国", 81),
)


def briefing(language: str, outlet: str, published: str, order: tuple[int, ...] = tuple(range(6))) -> Page:
    """A page of six figures, in English or Chinese."""
    rows = [TOLD[i] for i in order]
    words = [row[0] if language == "en" else row[3] for row in rows]
    made = page(". ".join(words), outlet, published, language)
    for row, quote in zip(rows, words, strict=True):
        made.figure(quote, float(row[1]), row[2], unit="CNY" if row[2] == "assets" else None)
    return made


def told(pages: list[Page]) -> list[tuple[str, str, str]]:
    """(page, source, kind) by outlets."""
    outlet = {each.document.id: str(each.document.outlet) for each in pages}
    return [(outlet[r.document], outlet[r.source], r.kind) for r in weigh(pages).trace.retellings]


def test_the_same_particulars_in_order_are_a_translation() -> None:
    """Six figures in two languages, three days apart."""
    pages = [briefing("en", "Wire", "2022-02-25"), briefing("zh", "Bao", "2022-02-28")]
    assert told(pages) == [("Bao", "Wire", "translation")]
    roles = {source.outlet: source.role for source in weigh(pages).trace.sources.values()}
    assert roles["outlet:bao"] == "translation"


def test_the_same_particulars_in_another_order_are_two_writers() -> None:
    """Whoever reads the same table picks in an order of their own."""
    assert told([briefing("en", "Wire", "2022-02-25"), briefing("zh", "Bao", "2022-02-28", (5, 2, 4, 0, 3, 1))]) == []


def test_the_same_particulars_years_apart_are_no_retelling() -> None:
    """Not within one news cycle."""
    assert told([briefing("en", "Wire", "2022-02-25"), briefing("zh", "Bao", "2024-02-28")]) == []


def test_lifted_words_are_a_retelling() -> None:
    """A third of the page stands in an earlier one."""
    pages = [
        page(STORY, "Gazette", "2023-05-01"),
        page(f"{OTHER[:300]} {STORY[:260]} {OTHER[300:]}", "Courier", "2023-05-03"),
    ]
    assert told(pages) == [("Courier", "Gazette", "retelling")]


def test_a_credit_to_an_outlet_that_is_here_is_a_retelling() -> None:
    """The later page names the earlier one's outlet."""
    first = page("A man was taken from his shop on Monday, people there say.", "Harbour Gazette", "2023-05-01")
    second = page("According to the Harbour Gazette, somebody vanished. Nobody has seen him.", "Courier", "2023-05-03")
    second.report("somebody vanished", ["capture.abduction"], "Harbour Gazette")
    assert told([first, second]) == [("Courier", "Harbour Gazette", "retelling")]


def test_copies_are_no_retellings() -> None:
    """The same text and the same particulars."""
    pages = [briefing("en", "Wire", "2022-02-25"), briefing("en", "Herald", "2022-02-26")]
    assert told(pages) == []
    assert len(weigh(pages).copies) == 1


def test_a_retellings_own_voice_is_its_sources() -> None:
    """A page that retells without credit adds no origin of its own."""
    pages = [briefing("en", "Wire", "2022-02-25"), briefing("zh", "Bao", "2022-02-28")]
    report = pages[0].report(
        "1,273 people came back", ["legal.deportation"], date="2022-02-24", origin_state="CN", host="TH"
    )
    pages[1].report("1273人被追回", ["legal.deportation"], date="2022-02-24", origin_state="CN", host="TH")
    world = weigh(pages)
    assert world.incident(report).independent_origins == 1
    assert len(world.incident(report).documents) == 2
