"""Resolve: who is who, and never by the name alone."""

from evidence.factory import Page, World, decision, page, weigh
from hypothesis import given, settings
from hypothesis import strategies as st

from asylia.entities.bodies import Forms
from asylia.entities.names import entity_id
from asylia.model.entity import Body, Entity


def person(world: World, made: Page, words: str) -> Entity:
    """The entity that these words of a page name."""
    mention = made.mention(words, "person", "target")
    place = (mention.document, mention.start, mention.end)
    return next(e for e in world.entities if place in {(m.document, m.start, m.end) for m in e.mentions})


def told(name: str, text: str = "{} was taken.", language: str = "en", **options: object) -> Page:
    """A page on which somebody is taken."""
    made = page(text.format(name), f"Outlet of {name} {options}", "2021-06-01", language)
    made.report(text.format(name).rstrip("."), ["capture.abduction"], None, [name], **options)  # type: ignore[arg-type]
    return made


def test_a_name_alone_never_merges_two_persons() -> None:
    """The same characters, nothing else in common: a proposal with its reason."""
    left = told("李明", language="zh", origin_state="CN", host="US", date="2015")
    right = told("李明", "后来{}也被带走。", "zh", origin_state="CN", host="TH", date="2022")
    world = weigh([left, right])
    one, two = person(world, left, "李明"), person(world, right, "李明")
    assert one.id != two.id
    links = [link for entity in (one, two) for link in entity.links]
    assert [link.merged for link in links] == [False]
    assert "the same characters" in links[0].score.reason


def test_context_lets_a_name_merge() -> None:
    """Host, year and method agree, across scripts."""
    left = told("Wang Bingwen", origin_state="CN", host="VN", date="2002-06")
    right = told("王炳文", "{}被带走。", "zh", origin_state="CN", host="VN", date="2002")
    world = weigh([left, right])
    assert person(world, left, "Wang Bingwen").id == person(world, right, "王炳文").id


def test_a_companion_lets_a_name_merge() -> None:
    """Named together with the same other person; hosts unknown."""
    left = page("Wang Bingwen and Li Xiaofei were taken.", "A")
    right = page("王炳文和李晓飞被带走。", "B", language="zh")
    left.report("were taken", ["capture.abduction"], None, ["Wang Bingwen", "Li Xiaofei"])
    right.report("被带走", ["capture.abduction"], None, ["王炳文", "李晓飞"])
    world = weigh([left, right])
    assert person(world, left, "Li Xiaofei").id == person(world, right, "李晓飞").id


def test_a_short_form_is_the_one_person_it_fits() -> None:
    """ "Wang" is the only Wang of the page."""
    made = page("Wang Bingwen was taken. Later Wang, the lawyer says, was seen in Lian.", "A")
    made.report("Wang Bingwen was taken", ["capture.abduction"], None, ["Wang Bingwen"])
    first = made.report("Later Wang", [], None, outcome="disappeared")
    at = made.document.text.index("Wang, the")
    short = type(made.mention("Wang", "person", "target"))(made.document.id, at, at + 4, "person", "target")
    made.claims[-1] = type(first)(
        passage=first.passage, slot="s", rule=first.rule, methods=(), persons=(short,), outcome="disappeared"
    )
    world = weigh([made])
    entity = person(world, made, "Wang Bingwen")
    assert short in entity.mentions


def test_two_persons_of_one_surname_keep_their_own() -> None:
    """ "Wang" fits two: it is merged with neither."""
    made = page("Wang Bingwen and Wang Xiaofei were taken. Wang is free.", "A")
    made.report("were taken", ["capture.abduction"], None, ["Wang Bingwen", "Wang Xiaofei"])
    world = weigh([made])
    assert person(world, made, "Wang Bingwen").id != person(world, made, "Wang Xiaofei").id


def test_a_name_in_brackets_ties_two_scripts() -> None:
    """許智文（テッド・ホイ）and "Ted Hui" share no letter."""
    left = told("Ted Hui", origin_state="HK", host="AU", date="2024-12")
    right = page("許智文（テッド・ホイ）氏の旅券が取り消された。", "B", "2024-12-25", "ja")
    right.report(
        "旅券が取り消された", ["capture.abduction"], None, ["許智文"], origin_state="HK", host="AU", date="2024-12"
    )
    world = weigh([left, right])
    assert person(world, left, "Ted Hui").id == person(world, right, "許智文").id


def test_people_decide() -> None:
    """`same` merges what the name only proposed, `different` parts what context merged; the last word holds."""
    left = told("李明", language="zh", origin_state="CN", host="US", date="2015")
    right = told("李明", "后来{}也被带走。", "zh", origin_state="CN", host="TH", date="2022")
    plain = weigh([left, right])
    ids = (person(plain, left, "李明").id, person(plain, right, "李明").id)
    joined = weigh([left, right], [decision("same", *ids)])
    assert person(joined, left, "李明").id == person(joined, right, "李明").id
    again = weigh([left, right], [decision("same", *ids), decision("different", *ids)])
    assert person(again, left, "李明").id != person(again, right, "李明").id


def test_organisations_merge_by_the_lexicon_and_by_their_words() -> None:
    """Forms of one body in two languages, an article, another case."""
    bodies = (Body("ngo.x", "organisation", ("Lantern Watch", "燈火觀察"), "ngo"),)
    pages = []
    for words, language in (
        ("Lantern Watch", "en"),
        ("燈火觀察", "zh"),
        ("the Open Society Club", "en"),
        ("Open Society Club", "en"),
    ):
        made = page(f"{words} says so.", words, language=language)
        made.report("says so", ["abroad.threat"], words)
        pages.append(made)
    entities = weigh(pages, bodies=bodies).entities
    assert sorted(len(entity.mentions) for entity in entities) == [2, 2]
    assert {entity.known for entity in entities} == {"ngo.x", None}


def test_qualifiers_and_words_between_do_not_hide_a_known_body() -> None:
    """Whoever writes it adds where it sits, what it is, and whose it is."""
    forms = Forms(
        (
            Body("ngo.x", "organisation", ("Lantern Watch", "燈火觀察"), "ngo"),
            Body("un.x", "organisation", ("Panel on Unlawful Detention",), "un"),
            Body("country:ES", "state", ("Spain",), "country"),
        )
    )
    for words in ("the Spain-based group Lantern Watch", "人權團體燈火觀察", "LANTERN WATCH"):
        assert forms.find(words) == "ngo.x"
    assert forms.find("Panel of the United Nations on Unlawful Detention") == "un.x"
    assert forms.find("Spain's small league of lawyers") is None
    assert forms.find("Friends of Lantern Watch in the Valley of Aran and beyond") is None


def test_an_id_comes_from_a_place() -> None:
    """The smallest mention's place, whatever the name."""
    made = told("Wang Bingwen")
    mention = made.mention("Wang Bingwen", "person", "target")
    assert person(weigh([made]), made, "Wang Bingwen").id == entity_id([(mention.document, mention.start, mention.end)])


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(range(6)))
def test_the_order_of_pages_changes_nothing(order: list[int]) -> None:
    """The same entities with the same links."""
    names = ["Wang Bingwen", "王炳文", "Vương Bỉnh Văn", "Wang Bingwen", "Li Xiaofei", "李晓飞"]
    pages = [
        told(name, f"{{}} was taken in story {i}.", origin_state="CN", host=["VN", "TH"][i % 2], date=f"200{i}-06")
        for i, name in enumerate(names)
    ]
    assert weigh([pages[i] for i in order]).entities == weigh(pages).entities
