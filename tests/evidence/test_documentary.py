"""Documentary origins: one report of an organisation, however many pages and years draw on it."""

from __future__ import annotations

from evidence.factory import Page, World, page, weigh


def _told(matter: str, day: str | None, outlet: str) -> Page:
    made = page("Lantern counts 80 of them.", outlet, day)
    made.figure("80 of them", 80, matter, "Lantern", origin_state="CN")
    return made


def _drawn(world: World) -> tuple[set[str], set[str]]:
    chains = world.trace.chains.values()
    return {chain.organisation for chain in chains}, {chain.documentary for chain in chains}


def test_two_articles_on_one_report_draw_on_one_document() -> None:
    """The second has no date, as crawled pages have none."""
    bodies, documents = _drawn(weigh([_told("returns", "2022-01-19", "A"), _told("returns", None, "B")]))
    assert len(bodies) == len(documents) == 1


def test_two_years_articles_are_two_documents_of_one_organisation() -> None:
    """A report of 2022 and one of 2024 by the same group; two matters are two documents too."""
    bodies, documents = _drawn(weigh([_told("returns", "2022-01-19", "A"), _told("returns", "2024-04-02", "B")]))
    assert (len(bodies), len(documents)) == (1, 2)
    bodies, documents = _drawn(weigh([_told("returns", "2022-01-19", "A"), _told("stations", "2022-02-01", "B")]))
    assert (len(bodies), len(documents)) == (1, 2)
