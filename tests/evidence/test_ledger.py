"""Ledger: figures lined up by what they count, and the sums, brackets and bounds between them."""

import pytest
from evidence.factory import Page, World, page, weigh
from hypothesis import given, settings
from hypothesis import strategies as st

from asylia.model.claim import Figure

YEARLY = {2014: 680, 2015: 1023, 2016: 1032, 2017: 1300, 2018: 1335, 2019: 2041, 2020: 1421}


def kinds(world: World, *claims: Figure) -> set[tuple[str, bool]]:
    """The checks whose claims are exactly these."""
    wanted = frozenset(claim.id for claim in claims)
    return {(c.kind, c.holds) for line in world.series for c in line.checks if frozenset(c.claims) == wanted}


def tallies() -> tuple[Page, list[Figure]]:
    """A table of yearly tallies, a row a passage, the last of eleven months."""
    rows = [f"{year}; {value}" for year, value in YEARLY.items()] + ["2021 to November; 1114"]
    table = page("\n".join(rows), "Tallies", "2023-01-01")
    made = [
        table.figure(f"{year}; {value}", value, "returns", since=str(year), until=str(year), origin_state="CN")
        for year, value in YEARLY.items()
    ]
    made.append(
        table.figure("2021 to November; 1114", 1114, "returns", since="2021-01", until="2021-11", origin_state="CN")
    )
    return table, made


def test_a_stock_and_what_was_added_make_the_later_stock() -> None:
    """54 + 48 = 102, though the total is told as more than it is."""
    told = page("In September the Lantern group found 54 sites. It has added 48 more, so that there are more than 102.")
    old = told.figure("54 sites", 54, "stations", "Lantern", origin_state="CN")
    more = told.figure("48 more", 48, "stations", "Lantern", flow="increment", origin_state="CN")
    new = told.figure("more than 102", 102, "stations", "Lantern", bound="at_least", strict=True, origin_state="CN")
    world = weigh([told])
    assert kinds(world, old, more, new) == {("identity", True)}
    assert "beyond the sum" in world.checks("identity")[0][2]


def test_a_total_and_the_parts_named_beside_it() -> None:
    """4 + 4 + 2 + 4 + 1 + 3 = 18, by country."""
    told = page("Lantern lists 18 cases: four in A, four in B, two in C, four in D, one in E and three in F.")
    whole = told.figure("18 cases", 18, "abductions", "Lantern")
    parts = [
        told.figure(quote, value, "abductions", "Lantern", countries=(country,))
        for quote, value, country in (
            ("four in A", 4, "TH"), ("four in B", 4, "MM"), ("two in C", 2, "HK"), ("four in D", 4, "AE"),
            ("one in E", 1, "AU"), ("three in F", 3, "VN"),
        )
    ]  # fmt: skip
    assert kinds(weigh([told]), whole, *parts) == {("identity", True)}


def test_parts_of_a_total_that_are_not_all_named() -> None:
    """Fifteen of eighteen are listed: parts, no contradiction."""
    told = page("Lantern lists 18 cases, among them eight in A and seven in B.")
    whole = told.figure("18 cases", 18, "abductions", "Lantern")
    parts = [
        told.figure("eight in A", 8, "abductions", "Lantern", countries=("TH",), total_of=whole.id),
        told.figure("seven in B", 7, "abductions", "Lantern", countries=("MM",), total_of=whole.id),
    ]
    assert kinds(weigh([told]), whole, *parts) == {("subset", True)}


def test_parts_that_are_more_than_their_total_contradict_it() -> None:
    """Eight and eleven are not among eighteen."""
    told = page("Lantern lists 18 cases, eight in A and eleven in B.")
    whole = told.figure("18 cases", 18, "abductions", "Lantern")
    parts = [
        told.figure("eight in A", 8, "abductions", "Lantern", total_of=whole.id),
        told.figure("eleven in B", 11, "abductions", "Lantern", total_of=whole.id),
    ]
    assert kinds(weigh([told]), whole, *parts) == {("conflict", False)}


@pytest.mark.parametrize(
    ("bound", "strict", "kind", "holds"), [("almost", False, "agrees", True), ("at_least", True, "conflict", False)]
)
def test_yearly_tallies_add_up_within_a_bound_or_not(bound: str, strict: bool, kind: str, holds: bool) -> None:
    """9,946 is nearly 10,000 and not more than 10,000."""
    table, rows = tallies()
    report = page("So many people came back to China since 2014.", "Gazette", "2022-01-19")
    total = report.figure(
        "So many people", 10_000, "returns", bound=bound, strict=strict, since="2014", origin_state="CN"
    )
    world = weigh([table, report])
    assert kinds(world, total, *rows) == {(kind, holds)}
    assert any("= 9,946" in reason for _, _, reason in world.checks(kind))


def test_a_gap_between_tallies_and_a_cumulative_count_is_a_difference_of_scope() -> None:
    """The commission's own count of the first three years leaves out the police's first year: 169."""
    table, rows = tallies()
    report = page("Over three years 2,566 people came back, the commission said.", "Gazette", "2017-01-09")
    total = report.figure("2,566 people", 2566, "returns", "commission", since="2014", until="2016", origin_state="CN")
    world = weigh([table, report])
    assert kinds(world, total, *rows[:3]) == {("not_comparable", True)}
    assert any("169" in reason and "scope" in reason for _, _, reason in world.checks("not_comparable"))


def test_a_count_of_part_of_a_period_is_a_subset_and_not_added() -> None:
    """2,500 of the last two years lie within 10,000 of eight."""
    told = page(
        "Lantern counts nearly 10,000 since 2014; about 2,500 of late, official figures show.", "G", "2022-01-19"
    )
    large = told.figure("nearly 10,000", 10_000, "returns", "Lantern", bound="almost", since="2014", origin_state="CN")
    small = told.figure(
        "about 2,500",
        2_500,
        "returns",
        "official figures",
        bound="about",
        since="2020",
        until="2022-01",
        origin_state="CN",
    )
    assert kinds(weigh([told]), large, small) == {("subset", True)}


def test_signatories_of_two_letters_are_not_added() -> None:
    """Fifty lawmakers of one, forty activists of another."""
    told = page("The Alliance has fifty lawmakers behind its letter. Forty activists issued a statement of their own.")
    first = told.figure("fifty lawmakers", 50, "signatories", "Alliance")
    second = told.figure("Forty activists", 40, "signatories", "activists")
    assert kinds(weigh([told]), first, second) == {("not_additive", True)}


def test_a_count_without_a_period_is_not_comparable() -> None:
    """229 caught in some countries, nobody says when."""
    told = page(
        "Lantern counts nearly 10,000 since 2014. Teams caught 229 people in five countries.", "G", "2022-01-19"
    )
    total = told.figure("nearly 10,000", 10_000, "returns", "Lantern", bound="almost", since="2014", origin_state="CN")
    caught = told.figure("229 people", 229, "captures", "Teams", countries=("TH", "MY"), origin_state="CN")
    world = weigh([told])
    assert kinds(world, total, caught) == {("not_comparable", True)}
    assert "period" in world.checks("not_comparable")[0][2]


def test_a_share_of_a_known_whole_lies_between_two_counts() -> None:
    """Almost half of 100, between 40 and 51 of a table of the same hundred."""
    told = page("Notices were issued for its 100 most wanted. Almost half have come back, the government says.", "G")
    base = told.figure("100 most wanted", 100, "notices", origin_state="CN")
    share = told.figure("Almost half", 50, "share", "government", bound="almost", origin_state="CN")
    table = page("Of the 100 on the list:\n2017-04; 40\n2017-10; 51", "Tallies")
    table.figure("100 on the list", 100, "targets", origin_state="CN")
    low = table.figure("2017-04; 40", 40, "returns", until="2017-04", origin_state="CN")
    high = table.figure("2017-10; 51", 51, "returns", until="2017-10", origin_state="CN")
    assert kinds(weigh([told, table]), base, share, low, high) == {("bracket", True)}


def test_a_later_total_takes_the_place_of_an_earlier_one() -> None:
    """The same group counts again two years on."""
    first = page("Lantern counts nearly 10,000 since 2014.", "A", "2022-01-19")
    second = page("Lantern now counts about 12,000 since 2014.", "B", "2024-04-11")
    old = first.figure("nearly 10,000", 10_000, "returns", "Lantern", bound="almost", since="2014", origin_state="CN")
    new = second.figure("about 12,000", 12_000, "returns", "Lantern", bound="about", since="2014", origin_state="CN")
    assert kinds(weigh([first, second]), old, new) == {("supersession", True)}


def test_two_bounds_of_one_total_contradict_each_other() -> None:
    """More than 14,000 and almost 14,000 by the end of one year."""
    first = page("Lantern puts it at almost 14,000 by then.", "A", "2025-03-01")
    second = page("The Herald says that it was more than 14,000.", "B", "2025-03-28")
    shared = {"since": "2014", "until": "2024", "origin_state": "CN"}
    one = first.figure("almost 14,000", 14_000, "returns", "Lantern", bound="almost", **shared)
    two = second.figure("more than 14,000", 14_000, "returns", "Herald", bound="at_least", strict=True, **shared)
    assert kinds(weigh([first, second]), one, two) == {("conflict", False)}


def test_counts_of_a_smaller_group_on_one_page_are_no_conflict() -> None:
    """Of 1,273 people, 22 were on a list: the smaller is a part."""
    told = page("The commission says that 1,273 came back in 2021, 22 of them wanted by notice.", "A", "2022-02-25")
    whole = told.figure("1,273 came back", 1273, "returns", "commission", since="2021", until="2021", origin_state="CN")
    part = told.figure("22 of them", 22, "returns", "commission", since="2021", until="2021", origin_state="CN")
    assert kinds(weigh([told]), whole, part) == {("subset", True)}


def test_numbers_of_countries_are_lined_up_by_what_they_belong_to() -> None:
    """Countries with sites and countries with treaties are two lines of the ledger."""
    told = page(
        "There are 54 sites in 30 countries. Far from that, in law, stand 59 treaties with 81 countries.",
        "A",
        "2023-01-01",
    )
    told.figure("54 sites", 54, "stations")
    told.figure("30 countries", 30, "countries")
    told.figure("59 treaties", 59, "treaties")
    told.figure("81 countries", 81, "countries")
    scopes = {line.scope for line in weigh([told]).series if line.measure == "countries"}
    assert scopes == {"of stations", "of treaties"}


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(range(5)))
def test_the_order_of_pages_changes_nothing(order: list[int]) -> None:
    """The same lines, checks and reasons."""
    table, _ = tallies()
    told = [table]
    for i, value in enumerate((9_000, 10_000, 12_000, 14_000)):
        told.append(page(f"Lantern counts {value} since 2014.", f"O{i}", f"202{i + 1}-01-19"))
        told[-1].figure(str(value), value, "returns", "Lantern", bound="about", since="2014", origin_state="CN")
    assert weigh([told[i] for i in order]).series == weigh(told).series
