"""Corroboration: origins are counted, never articles."""

import pytest
from evidence.factory import Page, page, weigh
from hypothesis import given, settings
from hypothesis import strategies as st

from asylia.model.entity import Body

SEIZED = "Four masked men seized the blogger Tarik Osan in Vellin on 4 May and drove off."
OWN = "this is what our reader knows of the road and its houses"
BODIES = (
    Body("un.panel", "organisation", ("United Nations Panel on Detention", "Panel der Vereinten Nationen"), "un"),
    Body("ministry", "organisation", ("Ministry of Order",), "ministry", state="ZZ"),
    Body("bureau.a", "organisation", ("Police Bureau of Arna",), "police", parent="ministry", state="ZZ"),
    Body("bureau.b", "organisation", ("Police Bureau of Bern",), "police", parent="ministry", state="ZZ"),
    Body("zz.news", "organisation", ("People's Herald",), "state_media", state="ZZ"),
)


def told(extra: str, outlet: str, published: str | None = "2023-05-06") -> Page:
    """A page that tells of the seizure with words of its own before and after."""
    own = " ".join(f"{outlet.lower()}{word}" for word in OWN.split())
    return page(f"{extra} {SEIZED} {own}. {own[::-1]}.", outlet, published)


def seized(on: Page, origin: str | None = None, modality: str = "asserted", **options: object):
    """The report of the seizure."""
    options = {"date": "2023-05-04", "origin_state": "ZZ", "host": "GE", "modality": modality, **options}
    return on.report(SEIZED, ["capture.abduction"], origin, ["Tarik Osan"], **options)


def test_each_credited_source_counts_once() -> None:
    """Three pages, two of which credit the same group: two origins."""
    pages = [told(f"{name} says so.", outlet) for name, outlet in (("Lantern", "A"), ("Lantern", "B"), ("Beacon", "C"))]
    claims = [seized(each, each.document.body.split()[0]) for each in pages]
    world = weigh(pages)
    incident = world.incident(claims[0])
    assert world.names(incident) == {"Lantern", "Beacon"}
    assert incident.support == "corroborated"


def test_an_agency_under_two_names_of_the_lexicon_is_one_origin() -> None:
    """The same body in English and in German."""
    left = told("The United Nations Panel on Detention found this.", "A")
    right = told("Das Panel der Vereinten Nationen stellt das fest.", "B")
    claim = seized(left, "United Nations Panel on Detention")
    seized(right, "Panel der Vereinten Nationen")
    assert weigh([left, right], bodies=BODIES).incident(claim).independent_origins == 1


def test_bureaus_of_one_ministry_are_one_origin() -> None:
    """Two local bureaus speak for their parent; both announced the act."""
    left = told("The Police Bureau of Arna announced it.", "A")
    right = told("The Police Bureau of Bern announced it.", "B")
    claim = seized(left, "Police Bureau of Arna")
    seized(right, "Police Bureau of Bern")
    incident = weigh([left, right], bodies=BODIES).incident(claim)
    assert incident.independent_origins == 1
    assert incident.support == "single_origin"


def test_a_page_of_its_own_voice_counts_where_it_reports_news() -> None:
    """Two days after the event, crediting nobody."""
    own = told("Vellin, two days on.", "Gazette")
    claim = seized(own)
    assert weigh([own]).names(weigh([own]).incident(claim)) == {"outlet:gazette"}


@pytest.mark.parametrize(("modality", "reason"), [("denied", "it denies the act"), ("planned", "it tells of a plan")])
def test_denials_and_plans_add_nothing(modality: str, reason: str) -> None:
    """A second page's denial or plan is on the record, and is no origin of the act."""
    own, other = told("Vellin, two days on.", "Gazette"), told("Lantern speaks.", "Courier")
    claim = seized(own)
    seized(other, "Lantern", modality)
    incident = weigh([own, other]).incident(claim)
    assert incident.independent_origins == 1
    assert reason in {origin.reason for origin in incident.origins}
    assert incident.disputed == (modality == "denied")


def test_a_mention_in_passing_adds_nothing_to_others() -> None:
    """Two years later, in the last paragraph of another story."""
    filler = "Rain fell on the district and the river rose above its banks again. " * 20
    news, later = told("Vellin, two days on.", "Gazette"), told(filler, "Courier", "2025-03-01")
    claim = seized(news)
    seized(later)
    incident = weigh([news, later]).incident(claim)
    assert incident.independent_origins == 1
    assert len(incident.documents) == 2


def test_known_only_from_a_mention_is_one_origin() -> None:
    """Nothing better is known."""
    filler = "Rain fell on the district and the river rose above its banks again. " * 20
    later = told(filler, "Courier", "2025-03-01")
    claim = seized(later)
    assert weigh([later]).incident(claim).independent_origins == 1


def test_only_denied_is_a_lead() -> None:
    """An act known only from its denial has no origin."""
    denial = told("Lantern speaks.", "Courier")
    claim = seized(denial, "Lantern", "denied")
    incident = weigh([denial]).incident(claim)
    assert (incident.independent_origins, incident.support) == (0, "lead")


def test_a_page_that_credits_others_adds_no_voice_of_its_own() -> None:
    """The lead credits a group, the next sentence repeats the event without."""
    both = page(f"Lantern says so. {SEIZED} Then the car was gone, and Tarik Osan with it.", "Gazette", "2023-05-06")
    claim = seized(both, "Lantern")
    both.report("Then the car was gone", ["capture.abduction"], None, ["Tarik Osan"], date="2023-05-04", host="GE")
    world = weigh([both])
    assert world.names(world.incident(claim)) == {"Lantern"}


def test_a_result_credited_to_somebody_leaves_the_page_its_own_voice() -> None:
    """The page reports the seizure itself; only the whereabouts are a lawyer's word."""
    both = page(f"{SEIZED} His lawyer, Maro Tel, says that he is held in Arna.", "Gazette", "2023-05-06")
    claim = seized(both)
    both.report("he is held in Arna", [], "Maro Tel", ["Tarik Osan"], outcome="detained", origin_state="ZZ", host="GE")
    world = weigh([both])
    assert world.names(world.incident(claim)) == {"outlet:gazette", "Maro Tel"}


def test_a_credited_outlet_whose_page_is_here_counts_once() -> None:
    """A page credits another outlet by name; that outlet's own page credits a group: one origin, the group."""
    first = told("Lantern says so.", "Harbour Courier", "2023-05-05")
    second = told("The Harbour Courier reports it.", "Gazette")
    claim = seized(first, "Lantern")
    seized(second, "Harbour Courier")
    world = weigh([first, second])
    assert world.names(world.incident(claim)) == {"Lantern"}


def test_one_agency_behind_two_mastheads_is_one_voice() -> None:
    """Different texts, the same dateline."""
    tail = "The road was closed for hours, said people who live there and saw nothing else of it that day."
    left = page(f"VELLIN (ABC) — {SEIZED} {tail}", "Gazette", "2023-05-05")
    right = page(f"Vellin, 5 May (ABC).- Witnesses saw it. {SEIZED}", "Courier", "2023-05-06")
    claim = seized(left)
    seized(right)
    assert weigh([left, right]).incident(claim).independent_origins == 1


def test_the_accused_state_counts_for_what_it_admits_only() -> None:
    """Its paper's boast is an origin, its paper's guess is none."""
    boast, guess = told("The People's Herald boasts.", "A"), told("The People's Herald guesses.", "B")
    claim = seized(boast, "People's Herald")
    other = seized(guess, "People's Herald", "alleged")
    assert weigh([boast], bodies=BODIES).incident(claim).independent_origins == 1
    assert weigh([guess], bodies=BODIES).incident(other).origins[0].reason == "known only from this mention"
    both = weigh([boast, guess], bodies=BODIES).incident(claim)
    assert both.independent_origins == 1
    assert both.official


@settings(max_examples=20, deadline=None)
@given(
    st.integers(1, 6), st.lists(st.sampled_from(["Lantern", "Beacon", None]), min_size=1, max_size=4), st.integers(0, 3)
)
def test_adding_a_copy_never_adds_an_origin(copies: int, origins: list[str | None], which: int) -> None:
    """Whatever the record holds: a reprint of one of its pages moves no count."""
    tail = "The road was closed for hours, said people who live there and saw nothing of it. " * 2
    pages = []
    for i, origin in enumerate(origins):
        words = f"{origin or 'Nobody'} speaks in story {i}, which has {'abcdefg'[i] * 4} words of its own. {tail}"
        pages.append(page(f"{words} {SEIZED}", f"Outlet {i}", f"2023-05-0{5 + i % 4}"))
        seized(pages[-1], origin)
    source = pages[which % len(pages)]
    before = {i.independent_origins for i in weigh(pages).incidents}
    reprints = []
    for n in range(copies):
        made = page(source.document.body, f"Reprint {n}", f"2023-05-{10 + n}")
        seized(made, origins[which % len(pages)])
        reprints.append(made)
    assert {i.independent_origins for i in weigh([*pages, *reprints]).incidents} <= before


def test_a_report_reprinted_two_hundred_times_is_one_origin_and_one_incident() -> None:
    """Edited lightly each time."""
    story = (
        f"Lantern, a group of lawyers, told reporters on Friday how it happened. {SEIZED} Neighbours heard a "
        "cry and saw a grey van without plates. The police came an hour later and wrote nothing down. His sister has "
        "asked every office in town where he is, and every office has sent her to the next one, she says."
    )
    pages = []
    for n in range(200):
        words = story.replace("Neighbours", f"Neighbours{'' if n % 3 else ' in the street'}").replace(
            "Friday", f"Friday{n % 7}"
        )
        pages.append(page(words, f"Outlet {n}", f"2023-05-{6 + n % 20:02}"))
        seized(pages[-1], "Lantern")
    world = weigh(pages)
    assert len(world.incidents) == 1
    assert world.incidents[0].independent_origins == 1
    assert len(world.copies) == 1
