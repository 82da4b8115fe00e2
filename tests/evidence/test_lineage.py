"""Lineage: how figures mutate on their way, and what a writer may rightly change."""

from __future__ import annotations

import pytest
from evidence.factory import page, weigh
from evidence.lineage_pairs import HONEST, LANDS, SITES, YEAR_2021, Said, Side, later, one


def mutations(source: Side, relayed: Side) -> list[str]:
    """The kinds found between the two pages, the second being the later."""
    world = weigh([source.page("Courier"), relayed.page("Gazette")])
    return sorted(kind for kind, _, _ in world.mutations())


MUTATED = {
    "a bound is inflated": (
        "bound_inflated",
        one("102 sites", 102, "stations"),
        later(one("mehr als 102 Stellen", 102, "stations", bound="at_least", strict=True), "de"),
    ),
    "a limit from below becomes one from above": (
        "bound_inflated",
        one("nearly 10,000", 10_000, bound="almost", since="2014", until="2021"),
        later(one("más de 10.000", 10_000, bound="at_least", strict=True, since="2014", until="2021"), "es"),
    ),
    "twenty becomes over twenty": (
        "bound_inflated",
        one("20 lands sign", 20, "countries"),
        later(one("plus de 20 pays signent", 20, "countries", bound="at_least", strict=True), "fr"),
    ),
    "a bound is weakened": (
        "bound_weakened",
        one("more than 14,000", 14_000, bound="at_least", strict=True, since="2014", until="2024"),
        later(one("gần 14.000", 14_000, bound="almost", since="2014", until="2024"), "vi"),
    ),
    "stations become countries": ("unit_swap", Side((SITES, LANDS)), later(one("54개국", 54, "countries"), "ko")),
    "countries of one count are given to another": (
        "scope_graft",
        Side(
            (
                Said("30 sites", 30, "stations"),
                Said("21 countries", 21, "countries"),
                Said("54 sites", 54, "stations"),
                Said("30 countries", 30, "countries"),
            ),
            "A first list named 30 sites in 21 countries. Half a year and many visits later, in a second list made "
            "by the same people, there were 54 sites in 30 countries",
        ),
        later(
            Side(
                (Said("54 postes", 54, "stations"), Said("21 pays", 21, "countries")),
                "On compte 54 postes dans 21 pays",
            ),
            "fr",
        ),
    ),
    "places change": (
        "scope_graft",
        one("229 held", 229, "captures", countries=("TH", "LA")),
        later(one("229 пойманы", 229, "captures", countries=("FR", "ES")), "ru"),
    ),
    "a worldwide count becomes one state's": (
        "scope_graft",
        one("7,678 notices", 7678, "notices", origin_state="TR"),
        later(one("7.678 avisos", 7678, "notices", origin_state="CN"), "es"),
    ),
    "the period grows": (
        "period_blend",
        one("608 cases", 608, "incidents", since="2014", until="2020"),
        later(one("608 vaka", 608, "incidents", since="2014", until="2021"), "tr"),
    ),
    "a year takes the period's count": (
        "period_blend",
        one("608 cases", 608, "incidents", since="2014", until="2020"),
        later(one("608 件", 608, "incidents", since="2020", until="2020"), "ja"),
    ),
    "a name is read as a count": (
        "name_as_count",
        Side((Said("102 offices", 102, "stations"),), "The report “110 Overseas” counts 102 offices"),
        later(one("mindestens 110 Wachen", 110, "stations", bound="at_least"), "de"),
    ),
    "a stock becomes a year's count": (
        "stock_for_flow",
        one("26,000 in force", 26_000, "notices", flow="stock", until="2011"),
        later(one("26.000 emitidas", 26_000, "notices", flow="increment", since="2011", until="2011"), "es"),
    ),
    "what was added becomes the total": (
        "increment_as_total",
        Side((Said("48 more", 48, "stations", {"flow": "increment"}), Said("102 in all", 102, "stations"))),
        later(one("48곳", 48, "stations"), "ko"),
    ),
    "returned becomes extradited": (
        "method_upgrade",
        one("1,421 fugitives returned", 1421, **{"since": "2020", "until": "2020"}),
        later(one("1.421 fugitifs ont été extradés", 1421, since="2020", until="2020"), "fr"),
    ),
    "returned becomes abducted": (
        "method_upgrade",
        one("1,421 came home", 1421),
        later(one("1421人遭绑架", 1421, "abductions"), "zh"),
    ),
    "half becomes fifty": (
        "share_as_count",
        one("half of them", 50, "share", unit="percent"),
        later(one("50 persone", 50, "targets"), "es"),
    ),
    "an old total is told as today's": (
        "stale_total",
        Side((), ""),
        Side((), ""),
    ),
    "two counts that overlap are added": (
        "overlap_sum",
        Side(
            (
                Said("680 by Fox", 680, "returns", {"programme": "fox", **YEAR_2021}),
                Said("1,023 by Net", 1023, "returns", {"programme": "net", **YEAR_2021}),
            )
        ),
        later(one("1.703 Menschen", 1703, **YEAR_2021), "de"),
    ),
    "two digits change places": (
        "digit_slip",
        one("1,335 people", 1335, **YEAR_2021),
        later(one("1.353 người", 1353, **YEAR_2021), "vi"),
    ),
    "a zero is lost": (
        "factor_ten",
        one("16.74 billion yuan", 16.74e9, "assets", unit="CNY", **YEAR_2021),
        later(one("1,67 млрд юаней", 1.674e9, "assets", unit="CNY", **YEAR_2021), "ru"),
    ),
}


@pytest.mark.parametrize("name", [name for name in MUTATED if name != "an old total is told as today's"])
def test_a_mutation_is_found_with_its_kind(name: str) -> None:
    """Each kind, across two languages."""
    kind, source, relayed = MUTATED[name]
    assert mutations(source, relayed) == [kind]


def test_an_old_total_told_as_todays_is_stale() -> None:
    """The same group had a larger total long before the page was written."""
    pages = [
        Side(
            (Said("nearly 10,000 since 2014", 10_000, "returns", {"bound": "almost", "since": "2014"}),),
            published="2022-01-19",
        ).page("A"),
        Side(
            (Said("about 12,000 since 2014", 12_000, "returns", {"bound": "about", "since": "2014"}),),
            published="2024-04-02",
        ).page("B"),
        Side(
            (Said("casi 10.000 desde 2014", 10_000, "returns", {"bound": "almost", "since": "2014"}),),
            language="es",
            published="2025-02-02",
        ).page("C"),
    ]
    found = weigh(pages).mutations()
    assert [(kind, relayed) for kind, _, relayed in found] == [("stale_total", pages[2].claims[0].id)]


LANGUAGES = ("es", "fr", "de", "ko", "vi", "ru")


@pytest.mark.parametrize("name", [name for name in HONEST if "another group" not in name])
def test_what_a_writer_may_rightly_change_raises_no_alarm(name: str) -> None:
    """Rounding, later counts, narrower scopes, weaker bounds, other words."""
    source, relayed = HONEST[name]
    assert mutations(source, later(relayed, LANGUAGES[len(name) % 6])) == []


def test_there_are_thirty_six_honest_pairs_and_more() -> None:
    """As many as were asked for."""
    assert len(HONEST) >= 36


def test_a_relayed_figure_is_held_against_the_page_nearest_to_the_origin() -> None:
    """The group's own page is the source, whatever the dates."""
    own = page("We count 102 sites.", "Lantern", "2023-05-01")
    own.figure("102 sites", 102, "stations", origin_state="CN")
    relayed = Side(
        (Said("more than 102", 102, "stations", {"bound": "at_least", "strict": True}),), published="2023-04-01"
    ).page("Gazette")
    assert [(kind, source) for kind, source, _ in weigh([own, relayed]).mutations()] == [
        ("bound_inflated", own.claims[0].id)
    ]
