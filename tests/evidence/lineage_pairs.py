"""Pairs of pages for lineage: one figure on two pages, and what a writer may rightly change in between."""

from __future__ import annotations

from dataclasses import dataclass, field

from evidence.factory import Page, page


@dataclass(frozen=True)
class Said:
    """One figure of a page: its words, value, measure and the rest."""

    words: str
    value: float
    measure: str
    rest: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Side:
    """A page of a pair: what it says, its language and date; everything is credited to Lantern."""

    figures: tuple[Said, ...]
    text: str = ""
    language: str = "en"
    published: str | None = "2023-03-01"

    def page(self, outlet: str) -> Page:
        words = self.text or ". ".join(said.words for said in self.figures)
        made = page(f"{outlet} cites Lantern. {words}.", outlet, self.published, self.language)
        for said in self.figures:
            made.figure(said.words, said.value, said.measure, "Lantern", **{"origin_state": "CN", **said.rest})
        return made


def one(words: str, value: float, measure: str = "returns", **rest: object) -> Side:
    """A page with one figure."""
    return Side((Said(words, value, measure, rest),))


def later(side: Side, language: str = "en", published: str | None = "2023-04-01") -> Side:
    """The relaying page: later, perhaps in another language."""
    return Side(side.figures, side.text, language, published)


SITES = Said("54 sites", 54, "stations")
LANDS = Said("in 30 countries", 30, "countries")
YEAR_2021 = {"since": "2021", "until": "2021"}

SINCE = {"since": "2014", "until": "2021"}
HONEST = {
    # rounding
    "rounded with about": (one("2,535 back", 2535, **YEAR_2021), one("unas 2.500", 2500, bound="about", **YEAR_2021)),
    "rounded down with more than": (
        one("2,535 back", 2535, **YEAR_2021),
        one("plus de 2 500", 2500, bound="at_least", strict=True, **YEAR_2021),
    ),
    "rounded up with nearly": (one("9,946 back", 9946, **SINCE), one("fast 10.000", 10_000, bound="almost", **SINCE)),
    "rounded to the thousand": (
        one("13,877 back", 13877, **SINCE),
        one("около 14 000", 14_000, bound="about", **SINCE),
    ),
    "rounded without a word": (one("2,535 back", 2535, **YEAR_2021), one("2.500 zurück", 2500, **YEAR_2021)),
    "money rounded": (
        one("16.74 billion yuan", 16.74e9, "assets", unit="CNY", **YEAR_2021),
        one("près de 17 milliards", 17e9, "assets", unit="CNY", bound="almost", **YEAR_2021),
    ),
    "a dozen for eleven": (one("eleven sites", 11, "stations"), one("about a dozen", 12, "stations", bound="about")),
    "a hundred for 102": (one("102 sites", 102, "stations"), one("100여 곳", 100, "stations", bound="about")),
    "over a hundred for 102": (
        one("102 sites", 102, "stations"),
        one("over 100", 100, "stations", bound="at_least", strict=True),
    ),
    # a later count
    "a later stock": (
        one("54 sites", 54, "stations", until="2022-09"),
        one("102 sitios", 102, "stations", until="2022-12"),
    ),
    "a later total": (
        one("nearly 10,000", 10_000, bound="almost", **SINCE),
        one("12.000", 12_000, bound="about", since="2014", until="2024"),
    ),
    "the next year's tally": (
        one("1,421 back", 1421, since="2020", until="2020"),
        one("1.273 back", 1273, **YEAR_2021),
    ),
    "a year whose digits are the last one's turned": (
        one("1,023 back", 1023, since="2015", until="2015"),
        one("1.032 zurück", 1032, since="2016", until="2016"),
    ),
    "the whole year after eleven months": (
        one("1,114 back", 1114, since="2021-01", until="2021-11"),
        one("1.273 volvieron", 1273, **YEAR_2021),
    ),
    "more signatories": (one("50 sign", 50, "signatories"), one("54 signent", 54, "signatories")),
    "a later edition of a count": (
        one("854 cases", 854, "incidents", since="2014", until="2022"),
        one("1.034 casos", 1034, "incidents", since="2014", until="2023"),
    ),
    "more notices in a later year": (
        one("7,678 notices", 7678, "notices", since="2011", until="2011"),
        one("8.136", 8136, "notices", since="2012", until="2012"),
    ),
    # a narrower scope
    "one country of many": (one("102 sites", 102, "stations"), one("tres en Italia", 3, "stations", countries=("IT",))),
    "one year of many": (
        one("nearly 10,000", 10_000, bound="almost", **SINCE),
        one("2 041 rentrés", 2041, since="2019", until="2019"),
    ),
    "the officials among them": (one("8,363 back", 8363, **SINCE), one("2.212 Beamte", 2212, flow="part", **SINCE)),
    "a part of the list": (one("100 wanted", 100, "targets"), one("62 de ellos", 62, "returns")),
    "the parts of a total": (
        one("18 cases", 18, "abductions"),
        one("vier in Thailand", 4, "abductions", countries=("TH",)),
    ),
    "a region of the world": (
        one("1,546 cases", 1546, "incidents", since="1997", until="2021"),
        one("647 there", 647, "incidents", since="1997", until="2021", countries=("EG", "AE")),
    ),
    "no period given": (one("1,421 back", 1421, since="2020", until="2020"), one("1.421", 1421)),
    "no countries given": (
        one("229 held", 229, "captures", countries=("TH", "LA")),
        one("229 personas", 229, "captures"),
    ),
    # a weaker bound
    "at least what was counted": (
        one("102 sites", 102, "stations"),
        one("mindestens 102", 102, "stations", bound="at_least"),
    ),
    "about what was counted": (
        one("230,000 people", 230_000, **SINCE),
        one("약 23만 명", 230_000, bound="about", **SINCE),
    ),
    "up to what was counted": (
        one("4,600 located", 4600, "targets"),
        one("hasta 4.600", 4600, "targets", bound="at_most"),
    ),
    "hundreds for 503": (one("503 held", 503, "detentions"), one("des centaines", 100, "detentions", bound="at_least")),
    "dozens for 80": (one("80 brought", 80), one("десятки", 24, bound="at_least")),
    "thousands for 9,946": (one("9,946 back", 9946, **SINCE), one("Tausende", 1000, bound="at_least", **SINCE)),
    "a range around it": (one("62 tried", 62, "incidents"), one("60 à 80", 60, "incidents", bound="range", upper=80)),
    "more than a smaller number": (
        one("9,946 back", 9946, **SINCE),
        one("more than 9,000", 9000, bound="at_least", strict=True, **SINCE),
    ),
    # the same, in other words
    "the same number": (one("1,273 back", 1273, **YEAR_2021), one("追回1273人", 1273, **YEAR_2021)),
    "captured for returned": (
        one("1,273 brought back", 1273, **YEAR_2021),
        one("1.273 capturados", 1273, "captures", **YEAR_2021),
    ),
    "extradited at both ends": (one("40 extradited", 40), one("40 extradés", 40)),
    "stock, increment and sum": (
        Side((Said("54 sites", 54, "stations"), Said("48 more", 48, "stations", {"flow": "increment"}))),
        one("102 sites", 102, "stations"),
    ),
    "stations with their own countries": (
        Side((SITES, LANDS)),
        Side((Said("54 postes", 54, "stations"), Said("30 pays", 30, "countries"))),
    ),
    "the source's date is the later page's": (
        one("nearly 10,000", 10_000, bound="almost", since="2014"),
        one("casi 10.000", 10_000, bound="almost", since="2014"),
    ),
    "a number that another group gives to another thing": (
        one("53 countries", 53, "countries"),
        one("53 teams went", 53, "teams", until="2016"),
    ),
}
