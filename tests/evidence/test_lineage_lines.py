"""Lineage where the credit is only likely, and slips that show beside the other numbers of the source."""

from __future__ import annotations

import pytest
from evidence.factory import Page, page, weigh
from hypothesis import given
from hypothesis import strategies as st

from asylia.evidence.bounds import interval

Said = tuple[str, float, str, dict[str, object]]
SPAN: dict[str, object] = {"since": "2014", "until": "2023"}
YEAR: dict[str, object] = {"since": "2019", "until": "2019"}


def told(opening: str, *figures: Said, origin: str | None, outlet: str, day: str, language: str = "en") -> Page:
    """A page that opens with a sentence and then tells its figures, each in a sentence of its own."""
    body = f"{opening} " + " ".join(f"{words}." for words, *_ in figures)
    made = page(body, outlet, day, language)
    for words, value, measure, rest in figures:
        made.figure(words, value, measure, origin, **rest)
    return made


def source(*figures: Said, origin: str | None = "Lantern", opening: str = "Lantern has counted again.") -> Page:
    """The earlier page, in English."""
    return told(opening, *figures, origin=origin, outlet="Courier", day="2024-02-01")


def relay(
    *figures: Said, origin: str | None = "Lantern", opening: str = "Lantern counts.", day: str = "2024-02-20"
) -> Page:
    """The later page, in another language."""
    return told(opening, *figures, origin=origin, outlet="Gazette", day=day, language="de")


def kinds(*pages: Page) -> list[str]:
    """The kinds found among the pages."""
    return sorted(kind for kind, _, _ in weigh(pages).mutations())


MORE: dict[str, object] = {"bound": "at_least", "strict": True}
MUTATED: dict[str, tuple[str, Page, Page]] = {
    "a name in another script, more than": (
        "bound_inflated",
        source(("2,347 cases", 2347, "incidents", SPAN)),
        relay(("超过2347起", 2347, "incidents", {**SPAN, **MORE}), origin="灯笼组织", opening="灯笼组织说。"),
    ),
    "more than a round number that was not reached": (
        "bound_inflated",
        source(("9,946 back", 9946, "returns", SPAN)),
        relay(("mehr als 10.000", 10_000, "returns", {**SPAN, **MORE})),
    ),
    "fewer than a round number that was passed": (
        "bound_weakened",
        source(("10,046 back", 10_046, "returns", SPAN)),
        relay(("weniger als 10.000", 10_000, "returns", {**SPAN, "bound": "at_most", "strict": True})),
    ),
    "an earlier total of the same page": (
        "stale_total",
        source(("63 back", 63, "returns", {"until": "2024-01"}), ("60 by then", 60, "returns", {"until": "2019-06"})),
        relay(("60 zurück", 60, "returns", {"until": "2024-02"})),
    ),
    "two campaigns of unknown span": (
        "overlap_sum",
        source(("3,587 by one", 3587, "returns", {}), ("3,317 by another", 3317, "returns", {})),
        relay(("6.904 Menschen", 6904, "returns", {})),
    ),
    "two campaigns added under a name in another script": (
        "overlap_sum",
        source(("3,587 by one", 3587, "returns", {}), ("3,317 by another", 3317, "returns", {})),
        relay(("6904人", 6904, "returns", {}), origin="灯笼组织", opening="灯笼组织说。"),
    ),
    "a number of cities that was not read": (
        "unit_swap",
        told(
            "Lantern计数。40座城市。", ("30个国家", 30, "countries", {}), origin="Lantern", outlet="A", day="2024-02-01"
        ),
        relay(("40 Ländern", 40, "countries", {})),
    ),
    "a number of cities that was read": (
        "unit_swap",
        source(("25 cities", 25, "other", {}), ("21 countries", 21, "countries", {})),
        relay(("25 Ländern", 25, "countries", {})),
    ),
    "the world's count given to one state": (
        "scope_graft",
        source(
            ("1,219 cases", 1219, "incidents", SPAN),
            ("272 by one", 272, "incidents", {**SPAN, "origin_state": "CN"}),
            ("157 by two", 157, "incidents", {**SPAN, "origin_state": "TR"}),
        ),
        relay(("1.219 Fälle", 1219, "incidents", {**SPAN, "origin_state": "CN"})),
    ),
    "what was in force told as issued": (
        "stock_for_flow",
        source(("58,000 in force", 58_000, "notices", {"flow": "stock", "until": "2019-03", "bound": "about"})),
        relay(("58.000 erlassen", 58_000, "notices", {**YEAR, "bound": "about"})),
    ),
    "gave themselves up told as abducted": (
        "method_upgrade",
        source(("390 of them", 390, "detentions", {}), ("680 in all", 680, "returns", {})),
        relay(("390 entführt", 390, "abductions", {})),
    ),
    "a zero lost beside the same number": (
        "factor_ten",
        source(("230,000 back", 230_000, "returns", {}), ("57 teams", 57, "teams", {})),
        relay(("23.000 zurück", 23_000, "returns", {}), ("57 Gruppen", 57, "teams", {})),
    ),
    "two digits turned beside the same number": (
        "digit_slip",
        source(("1,335 back", 1335, "returns", {}), ("57 teams", 57, "teams", {})),
        relay(("1.353 zurück", 1353, "returns", {}), ("57 Gruppen", 57, "teams", {})),
    ),
    "what was added told as all": (
        "increment_as_total",
        source(("48 more", 48, "stations", {"flow": "increment"}), ("54 before", 54, "stations", {})),
        relay(("48 Stellen", 48, "stations", {})),
    ),
    "a third told as thirty-three": (
        "share_as_count",
        source(("33 percent", 33, "share", {"unit": "percent"})),
        relay(("33 Menschen", 33, "targets", {})),
    ),
    "the name of a list told as a count": (
        "name_as_count",
        source(("102 offices", 102, "stations", {}), opening="Lantern calls its list “Overseas 110”."),
        relay(("110 Stellen", 110, "stations", {})),
    ),
}


@pytest.mark.parametrize("name", sorted(MUTATED))
def test_a_mutation_is_found_with_its_kind(name: str) -> None:
    """Whoever is credited, however plainly."""
    kind, first, second = MUTATED[name]
    assert kinds(first, second) == [kind]


def test_a_figure_in_the_pages_own_voice_is_held_against_the_group_that_the_page_names() -> None:
    """The page credits the group for one number and goes on in its own voice."""
    first = source(("618 targets", 618, "targets", SPAN))
    second = relay(("30 Länder", 30, "countries", {}), ("618 Menschen seit 2021", 618, "targets", {}))
    second.claims.pop()
    second.figure("618 Menschen", 618, "targets", since="2021-02")
    assert kinds(first, second) == ["period_blend"]


def test_the_pages_of_a_group_are_the_source_whoever_spells_its_name() -> None:
    """The group's own page, signed with the name that another page gives beside the foreign one."""
    own = told(
        "We have counted again.", ("102 sites", 102, "stations", {}), origin=None, outlet="Lantern", day="2024-03-01"
    )
    other = relay(("mehr als 102", 102, "stations", MORE), day="2024-02-01")
    assert [(kind, first) for kind, first, _ in weigh([own, other]).mutations()] == [
        ("bound_inflated", own.claims[0].id)
    ]


CN: dict[str, object] = {**SPAN, "origin_state": "CN"}
HONEST: dict[str, tuple[Page, Page]] = {
    "about 1,200 for 1,219": (
        source(("1,219 cases", 1219, "incidents", SPAN)),
        relay(("etwa 1.200", 1200, "incidents", {**SPAN, "bound": "about"})),
    ),
    "nearly 10,000 for 9,946": (
        source(("9,946 back", 9946, "returns", SPAN)),
        relay(("fast 10.000", 10_000, "returns", {**SPAN, "bound": "almost"})),
    ),
    "more than 10,000 a year later": (
        source(("9,946 back", 9946, "returns", {"since": "2014", "until": "2022-06"})),
        relay(("mehr als 10.000", 10_000, "returns", {"since": "2014", "until": "2023-12", **MORE})),
    ),
    "over 1,200 for 1,219": (
        source(("1,219 cases", 1219, "incidents", SPAN)),
        relay(("über 1.200", 1200, "incidents", {**SPAN, **MORE})),
    ),
    "at least what was counted, in another script": (
        source(("2,347 cases", 2347, "incidents", SPAN)),
        relay(
            ("至少2347起", 2347, "incidents", {**SPAN, "bound": "at_least"}), origin="灯笼组织", opening="灯笼组织说。"
        ),
    ),
    "one state of many": (
        source(("1,219 cases", 1219, "incidents", SPAN), ("272 by one", 272, "incidents", CN)),
        relay(("272 Fälle", 272, "incidents", CN)),
    ),
    "one country of many": (
        source(("102 sites", 102, "stations", {})),
        relay(("vier in Italien", 4, "stations", {"countries": ("IT",)})),
    ),
    "a named part": (
        source(("118 targets", 118, "targets", SPAN), ("89 of them", 89, "targets", {"since": "2022-02"})),
        relay(("89 seit Februar", 89, "targets", {"since": "2022-02"})),
    ),
    "a named increment": (
        source(("48 more", 48, "stations", {"flow": "increment"}), ("54 before", 54, "stations", {})),
        relay(("weitere 48", 48, "stations", {"flow": "increment"}), ("zusammen 102", 102, "stations", {})),
    ),
    "an increment and all there is": (
        source(("102 in all", 102, "stations", {}), ("48 more", 48, "stations", {"flow": "increment"})),
        relay(("48 Stellen", 48, "stations", {}), ("102 Stellen", 102, "stations", {})),
    ),
    "another year named as such": (
        source(("1,421 back", 1421, "returns", {"since": "2020", "until": "2020"})),
        relay(("1.273 zurück", 1273, "returns", {"since": "2021", "until": "2021"})),
    ),
    "in the past ten years": (
        source(("1,219 cases", 1219, "incidents", {"since": "2014", "until": "2023"})),
        relay(("1.219 Fälle", 1219, "incidents", {"since": "2014-02", "until": "2024-02"})),
    ),
    "the day of the news": (
        source(("1,219 cases", 1219, "incidents", SPAN)),
        relay(("1.219 Fälle", 1219, "incidents", {"since": "2024-02", "until": "2024-02"})),
    ),
    "the parts of one list added up": (
        source(
            ("290 caught", 290, "returns", {"flow": "part"}),
            ("390 persuaded", 390, "returns", {"flow": "part"}),
        ),
        relay(("680 zurück", 680, "returns", {})),
    ),
    "the years of a row added up": (
        source(("680 then", 680, "returns", YEAR), ("857 next", 857, "returns", {"since": "2020", "until": "2020"})),
        relay(("1.537 zurück", 1537, "returns", {"since": "2019", "until": "2020"})),
    ),
    "those who are still away": (
        source(("63 back", 63, "returns", {}), ("100 listed", 100, "targets", {})),
        relay(("37 noch fort", 37, "targets", {})),
    ),
    "today's total beside the earlier one": (
        source(("63 back", 63, "returns", {"until": "2024-01"}), ("60 by then", 60, "returns", {"until": "2019-06"})),
        relay(("63 zurück", 63, "returns", {"until": "2024-02"}), ("60 damals", 60, "returns", {"until": "2019-06"})),
    ),
    "the earlier total with its day": (
        source(("63 back", 63, "returns", {"until": "2024-01"}), ("60 by then", 60, "returns", {"until": "2019-06"})),
        relay(("60 bis Juni", 60, "returns", {"until": "2019-06"})),
    ),
    "in force at both ends": (
        source(("58,000 in force", 58_000, "notices", {"flow": "stock", "until": "2019-03"})),
        relay(("58.000 gültig", 58_000, "notices", {"flow": "stock", "until": "2019-03"})),
    ),
    "a name that stays a name": (
        source(("102 offices", 102, "stations", {}), opening="Lantern calls its list “Overseas 110”."),
        relay(("„Übersee 110“ heißt die Liste", 110, "stations", {}), ("102 Stellen", 102, "stations", {})),
    ),
    "another group's equal count in the page's own voice": (
        source(("50 sign", 50, "signatories", {})),
        relay(("50 Länder", 50, "countries", {}), origin=None, opening="Das ist eine Zahl. Lantern schweigt."),
    ),
    "surrendered for returned": (
        source(("390 gave themselves up", 390, "detentions", {})),
        relay(("390 zurück", 390, "returns", {})),
    ),
}


@pytest.mark.parametrize("name", sorted(HONEST))
def test_what_a_writer_may_rightly_change_raises_no_alarm(name: str) -> None:
    """Rounding, parts, later and earlier days named as such, names that stay names."""
    assert kinds(*HONEST[name]) == []


BOUNDS = st.sampled_from(
    [("exact", False), ("about", False), ("almost", False), ("at_least", False), ("at_least", True), ("at_most", False)]
)


@given(st.integers(100, 10**5), BOUNDS, BOUNDS)
def test_a_bound_alarms_exactly_if_no_number_fits_both(
    value: int, left: tuple[str, bool], right: tuple[str, bool]
) -> None:
    """Interval arithmetic decides, whatever the words."""
    first = source((f"{value} back", value, "returns", {**SPAN, "bound": left[0], "strict": left[1]}))
    second = relay((f"{value} zurück", value, "returns", {**SPAN, "bound": right[0], "strict": right[1]}))
    a, b = interval(first.claims[0]), interval(second.claims[0])  # type: ignore[arg-type]
    found = kinds(first, second)
    assert found == [] if a.meets(b) else found in (["bound_inflated"], ["bound_weakened"])


@given(st.integers(101, 10**6), st.integers(1, 3))
def test_an_honest_rounding_raises_no_alarm(value: int, digits: int) -> None:
    """Round to so many digits and say on which side the count lies."""
    unit = 10 ** max(len(str(value)) - digits, 1)
    down, up = value // unit * unit, -(-value // unit) * unit
    first = source((f"{value} back", value, "returns", SPAN))
    words: list[Said] = [
        (f"etwa {round(value / unit) * unit}", round(value / unit) * unit, "returns", {**SPAN, "bound": "about"})
    ]
    if down < value:
        words.append((f"mehr als {down}", down, "returns", {**SPAN, **MORE}))
        words.append((f"weniger als {up}", up, "returns", {**SPAN, "bound": "at_most", "strict": True}))
    for each in words:
        assert each[1] == 0 or kinds(first, relay(each)) == []
