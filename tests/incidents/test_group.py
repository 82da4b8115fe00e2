"""Group: reports of one occurrence come together, look-alikes stay apart."""

import pytest
from evidence.factory import Page, decision, page, weigh
from hypothesis import given, settings
from hypothesis import strategies as st

from asylia.model.claim import Report

OWN = "this is what our reader knows of the road and its houses"


def told(
    sentence: str, methods: list[str], outlet: str = "A", language: str = "en", published: str | None = "2023-06-01",
    **options: object,
) -> tuple[Page, Report]:  # fmt: skip
    """A page with one report, and the report."""
    own = " ".join(f"{outlet.lower()}{word}" for word in OWN.split())
    made = page(f"{own}. {sentence}. {own[::-1]}.", outlet, published, language)
    return made, made.report(sentence, methods, **options)  # type: ignore[arg-type]


def joined(*pairs: tuple[Page, Report]) -> bool:
    """Whether all reports make one incident."""
    return weigh([made for made, _ in pairs]).together(*(report for _, report in pairs))


TAKEN = {"origin_state": "TR", "host": "XK"}


def test_one_event_under_three_methods_and_precisions() -> None:
    """Handed over, deported, taken: six people, one day, one month."""
    assert joined(
        told("Six men were handed over at the airport", ["capture.handover"], "A", date="2018-03-29", **TAKEN),
        told("six hommes ont été renvoyés", ["legal.deportation"], "B", "fr", date="2018-03", **TAKEN),
        told("se llevó a seis", ["capture.abduction"], "C", "es", date="2018-03", **TAKEN),
    )


@pytest.mark.parametrize(
    "other",
    [
        {"date": "2019-03-29", **TAKEN},  # another year
        {"date": "2018-03-29", "origin_state": "TR", "host": "MD"},  # another host
        {"date": "2018-03-29", "origin_state": "RU", "host": "XK"},  # another state
        {"date": "2018-05-20", **TAKEN},  # two months on
    ],
)
def test_look_alikes_stay_apart(other: dict[str, str]) -> None:
    """The same method; another year, host, state or month."""
    assert not joined(
        told("Six men were handed over", ["capture.handover"], "A", date="2018-03-29", **TAKEN),
        told("Six men were given away", ["capture.handover"], "B", **other),
    )


def test_different_persons_are_different_incidents() -> None:
    """Two men, one host, one month."""
    assert not joined(
        told("Orhan Velat was taken", ["capture.abduction"], "A", persons=["Orhan Velat"], date="2018-03", **TAKEN),
        told("Selim Durak was taken", ["capture.abduction"], "B", persons=["Selim Durak"], date="2018-03", **TAKEN),
    )


def test_a_group_event_and_one_of_its_members() -> None:
    """Six are counted; another page names one of them and the day."""
    assert joined(
        told("Six men were handed over", ["capture.handover"], "A", date="2018-03-29", **TAKEN),
        told(
            "Orhan Velat was handed over",
            ["capture.handover"],
            "B",
            persons=["Orhan Velat"],
            date="2018-03-29",
            **TAKEN,
        ),
    )


def test_stages_of_one_case_are_one_incident() -> None:
    """Arrest, ruling and release of one person, months apart and in another country."""
    case = page(
        "Orhan Velat was arrested in Pernik. A court let him go to Turkey. Orhan Velat is free again.",
        "A",
        "2021-01-09",
    )
    arrest = case.report(
        "Orhan Velat was arrested",
        ["legal.detention"],
        persons=["Orhan Velat"],
        date="2020-03",
        origin_state="TR",
        host="BG",
    )
    handed = case.report(
        "A court let him go",
        ["legal.extradition"],
        persons=["Orhan Velat"],
        date="2020-09",
        origin_state="TR",
        host="BG",
    )
    free = case.report(
        "is free again", [], persons=["Orhan Velat"], date="2021-01", outcome="released", origin_state="TR", host="TR"
    )
    assert weigh([case]).together(arrest, handed, free)


def test_one_persons_bounty_and_the_questioning_of_relatives_are_two() -> None:
    """Eight days apart, two kinds of act."""
    case = page("A bounty was set on Chan Siu-ming. His brother was questioned.", "A", "2023-07-21")
    bounty = case.report(
        "A bounty was set", ["legal.charges"], persons=["Chan Siu-ming"], date="2023-07-03", origin_state="HK"
    )
    kin = case.report(
        "His brother was questioned",
        ["proxy.interrogation"],
        persons=["Chan Siu-ming"],
        date="2023-07-11",
        origin_state="HK",
    )
    assert not weigh([case]).together(bounty, kin)


def test_two_days_told_by_one_writer_are_two_events() -> None:
    """Three on the 18th, four on the 20th."""
    case = page("On the 18th three relatives were taken. On the 20th it was four.", "A", "2023-07-21")
    first = case.report("three relatives were taken", ["proxy.interrogation"], date="2023-07-18", origin_state="HK")
    second = case.report("it was four", ["proxy.interrogation"], date="2023-07-20", origin_state="HK")
    assert not weigh([case]).together(first, second)


def test_two_sources_dates_of_one_persons_seizure_are_one_event() -> None:
    """One says the 26th, the other the 27th: the date is contested, not doubled."""
    case = page(
        "The panel has it that Wang Daming was seized on the 26th. The lawyers write the 27th.", "A", "2012-07-21"
    )
    options = {"persons": ["Wang Daming"], "origin_state": "CN", "host": "VN"}
    first = case.report("seized on the 26th", ["capture.abduction"], "panel", date="2002-06-26", **options)
    second = case.report("write the 27th", ["capture.abduction"], "lawyers", date="2002-06-27", **options)
    world = weigh([case])
    assert world.together(first, second)
    contested = dict(world.incidents[0].contested)["date"]
    assert [(value.value, value.claims) for value in contested] == [
        ("2002-06-26", (first.id,)),
        ("2002-06-27", (second.id,)),
    ]


def test_a_year_that_was_inferred_parts_nothing() -> None:
    """A page written twenty years later tells of the 26th of June, without the year."""
    act = {"persons": ["Wang Daming", "Li Xiaofei"], "origin_state": "CN", "host": "VN"}
    both = "Wang Daming and Li Xiaofei were seized on 26 June"
    first = told(f"{both} 2002", ["legal.charges"], "A", date="2002-06-26", **act)
    assert joined(first, told(both, ["legal.charges"], "B", date="2022-06-26", **act))
    assert not joined(first, told(f"{both} 2022", ["legal.charges"], "B", date="2022-06-26", **act))


def test_stations_of_one_host_are_one_register_line() -> None:
    """Undated reports in three languages."""
    assert joined(
        told("An office in Dublin was shut", ["abroad.station"], "A", origin_state="CN", host="IE"),
        told("더블린의 시설이 폐쇄됐다", ["abroad.station"], "B", "ko", origin_state="CN", host="IE"),
        told("都柏林的服务站已关闭", ["abroad.station"], "C", "zh", origin_state="CN", host="IE"),
    )


def test_results_of_different_members_belong_to_the_act_that_names_them_all() -> None:
    """Three were taken; one was sentenced, two were released."""
    case = page(
        "Wang Daming, Li Xiaofei and Zhou Yun were taken. Wang Daming got life. Li Xiaofei and Zhou Yun were let go.",
        "A",
    )
    everyone = ["Wang Daming", "Li Xiaofei", "Zhou Yun"]
    shared = {"origin_state": "CN", "host": "VN"}
    taken = case.report("were taken", ["capture.abduction"], persons=everyone, date="2002-06", **shared)
    life = case.report("got life", [], persons=everyone[:1], date="2003-02", outcome="sentenced", **shared)
    free = case.report("were let go", [], persons=everyone[1:], outcome="released", **shared)
    world = weigh([case])
    assert world.together(taken, life, free)
    assert len(world.incidents[0].persons) == 3


def test_the_same_person_under_three_scripts_makes_one_incident() -> None:
    """Host, year and method speak for the name."""
    act = {"origin_state": "CN", "host": "VN", "date": "2002-06"}
    assert joined(
        told("Wang Bingwen was seized", ["capture.abduction"], "A", persons=["Wang Bingwen"], **act),
        told("王炳文被綁架", ["capture.abduction"], "B", "zh", persons=["王炳文"], **act),
        told("Vương Bỉnh Văn bị bắt cóc", ["capture.abduction"], "C", "vi", persons=["Vương Bỉnh Văn"], **act),
    )


def world_of(seed: list[tuple[int, int, int]]) -> list[Page]:
    """Pages on kidnappings of a few hosts, months and names."""
    pages = []
    for n, (host, month, name) in enumerate(seed):
        person = ["Orhan Velat", "Selim Durak", None][name]
        where = ["XK", "MD", "KZ"][host]
        made, _ = told(
            f"Then {person or 'somebody'} was taken away in the night", ["capture.abduction"], f"Outlet{n}",
            persons=[person] if person else [], date=f"2018-0{month + 1}", origin_state="TR", host=where,
        )  # fmt: skip
        pages.append(made)
    return pages


SEEDS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=9)


@settings(max_examples=25, deadline=None)
@given(SEEDS, st.randoms(use_true_random=False))
def test_the_order_of_pages_changes_nothing(seed: list[tuple[int, int, int]], dice) -> None:
    """Groups, joins and reasons are the same."""
    pages = world_of(seed)
    mixed = list(pages)
    dice.shuffle(mixed)
    assert weigh(mixed).groups == weigh(pages).groups
    assert weigh(mixed).incidents == weigh(pages).incidents


@settings(max_examples=25, deadline=None)
@given(SEEDS, st.randoms(use_true_random=False))
def test_splitting_and_merging_are_undone_exactly(seed: list[tuple[int, int, int]], dice) -> None:
    """A split taken back by a merge about the same claims, and the other way round, in between other decisions."""
    pages = world_of(seed)
    claims = sorted(claim.id for each in pages for claim in each.claims)
    chosen = tuple(dice.sample(claims, dice.randint(1, len(claims))))
    plain = weigh(pages).groups
    for first, second in (("split", "merge"), ("merge", "split")):
        assert weigh(pages, [decision(first, *chosen), decision(second, *chosen)]).groups == plain
    kept = decision("merge", *claims[:2]) if len(claims) > 1 else decision("split", claims[0])
    if kept.about != chosen:
        through = [decision("split", *chosen), kept, decision("merge", *chosen)]
        assert weigh(pages, through).groups == weigh(pages, [kept]).groups


@settings(max_examples=20, deadline=None)
@given(SEEDS)
def test_every_report_is_in_exactly_one_incident(seed: list[tuple[int, int, int]]) -> None:
    """None is lost, none is told twice; the id is the smallest claim's."""
    world = weigh(world_of(seed))
    inside = [claim for incident in world.incidents for claim in incident.claims]
    assert sorted(inside) == sorted(claim.id for each in world.pages for claim in each.claims)
    assert all(incident.id[1:] == min(incident.claims)[1:] for incident in world.incidents)


def test_decisions_join_and_part() -> None:
    """What people say outweighs what the words say."""
    pages = world_of([(0, 0, 0), (1, 1, 1), (0, 0, 2)])
    one, two, three = (each.claims[0] for each in pages)
    assert weigh(pages).together(one, three)
    assert weigh(pages, [decision("same", one.id, two.id)]).together(one, two)
    assert not weigh(pages, [decision("different", one.id, three.id)]).together(one, three)
    assert not weigh(pages, [decision("split", one.id)]).together(one, three)
    assert weigh(pages, [decision("merge", one.id, two.id)]).together(one, two, three)


def test_a_rejected_report_ties_nothing_together_and_withdraws_its_incident() -> None:
    """Rejected alone: withdrawn. Accepted later: no more."""
    made, claim = told(
        "Orhan Velat was taken", ["capture.abduction"], "A", persons=["Orhan Velat"], date="2018-03", **TAKEN
    )
    assert weigh([made], [decision("reject", claim.id)]).incident(claim).review == "withdrawn"
    assert (
        weigh([made], [decision("reject", claim.id), decision("accept", claim.id)]).incident(claim).review == "accepted"
    )


def test_a_headline_is_part_of_what_its_text_begins_with() -> None:
    """Even where it reads like a result, and its state like that of the town; another page stays apart."""
    made = page("Agents of Iran abducted her in Istanbul.", "A", "2023-03-05", title="Exile seized in Istanbul")
    head = made.report("Exile seized in Istanbul", [], outcome="detained", origin_state="TR", host="TR")
    lead = made.report("Agents of Iran abducted her", ["capture.abduction"], origin_state="IR", host="TR")
    assert weigh([made]).together(head, lead)
    other = page("In Oslo somebody was beaten.", "B", "2023-03-05", title="Exile seized in Istanbul again")
    apart = other.report("somebody was beaten", ["abroad.assault"], origin_state="IR", host="NO")
    assert not weigh([made, other]).together(head, apart)
