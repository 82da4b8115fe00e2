"""Registers: host by host, with what was answered."""

from evidence.factory import page, weigh

from asylia.incidents.registers import RETURNS, STATIONS, register, tallies
from asylia.model.claim import Figure
from asylia.model.entity import Body

BODIES = (
    Body("country:IE", "state", ("Ireland", "Irish government"), "country", state="IE"),
    Body("country:NL", "state", ("Netherlands",), "country", state="NL"),
    Body("country:CN", "state", ("China", "Beijing"), "country", state="CN"),
    Body("cn.ccdi", "organisation", ("Discipline Commission",), "party", state="CN"),
)


def test_every_host_of_a_station_with_its_responses_and_sources() -> None:
    """One host acts, the other's station is only reported; the origin state denies both."""
    told = page(
        "Ireland told the office in Dublin to close. Another is reported in the Netherlands. "
        "Beijing says that there are none.",
        "A",
    )
    told.report("the office in Dublin", ["abroad.station"], origin_state="CN", host="IE")
    told.report("Another is reported in the Netherlands", ["abroad.station"], origin_state="CN", host="NL")
    told.position("Ireland told the office in Dublin to close", "Ireland", "acts")
    told.position("Beijing says that there are none", "Beijing", "denies")
    world = weigh([told], bodies=BODIES)
    rows = register(STATIONS, world.incidents, told.claims, world.entities)
    assert [(row.host, row.status) for row in rows] == [("IE", "acted"), ("NL", "denied by the origin state")]
    assert all(row.documents == (told.document.id,) for row in rows)
    assert {(answer.side, answer.stance) for answer in rows[0].responses} == {("host", "acts"), ("origin", "denies")}


def test_returns_are_a_register_of_their_own() -> None:
    """Extraditions, deportations and what took their place; no stations."""
    told = page("He was extradited from Spain. An office stands in Dublin.", "A")
    told.report("He was extradited from Spain", ["legal.extradition"], origin_state="CN", host="ES")
    told.report("An office stands in Dublin", ["abroad.station"], origin_state="CN", host="IE")
    world = weigh([told])
    assert [row.host for row in register(RETURNS, world.incidents, told.claims, world.entities)] == ["ES"]


def test_official_tallies_are_a_states_own_numbers() -> None:
    """The commission's count is one, the group's estimate is none."""
    told = page("The Discipline Commission counts 1,273. Lantern counts 2,000.", "A")
    own = told.figure("1,273", 1273, "returns", "Discipline Commission", since="2021", until="2021", origin_state="CN")
    told.figure("2,000", 2000, "returns", "Lantern", origin_state="CN")
    world = weigh([told], bodies=BODIES)
    figures = [claim for claim in told.claims if isinstance(claim, Figure)]
    assert [(row.figure, row.state, row.until) for row in tallies(figures, world.trace)] == [(own.id, "CN", "2021")]
