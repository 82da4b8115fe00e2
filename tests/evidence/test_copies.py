"""Copies: one text under many mastheads, and texts that only share a paragraph."""

import random

import pytest
from evidence.factory import Page, page
from hypothesis import given, settings
from hypothesis import strategies as st

from asylia.evidence.copies import copies, reuses

STORY = (
    "Officials in the harbour town said on Monday that two men had waited for the exiled printer outside his workshop "
    "and asked him to come home. The printer, who left the country nine years ago, told the local paper that he "
    "recognised one of them from the consulate. He did not go with them. A neighbour called the police, and the car "
    "that the men had come in was found the next morning near the ferry, with plates that belong to a rental firm. "
    "The consulate did not answer questions. The ministry of the interior in the host country says that it has opened "
    "an inquiry, its third since spring, and that nobody has been arrested so far. Rights groups ask for more than "
    "inquiries: they want the consulate's staff to be told that such visits end careers."
)
OTHER = (
    "The parliament of the island voted late on Thursday for a register of foreign agents, after a debate of eleven "
    "hours in which the opposition left the chamber twice. Whoever works for another government must sign up within "
    "sixty days. The law was drafted after a string of visits to exiles by men who said that they were tourists. "
    "Lawyers doubt that it will change much, because those who knock on doors at night do not fill in forms. The "
    "minister answered that the law gives the police a reason to ask questions before something happens and not only "
    "afterwards. It comes into force in January and will be reviewed after two years by a committee of the house."
)
HANGUL = (
    "외교부는 월요일 항구 도시에서 망명한 인쇄업자를 기다리던 두 남성이 그에게 귀국을 요구했다고 밝혔다. "
    "인쇄업자는 아홉 해 전에 나라를 떠났으며 그 가운데 한 사람을 영사관에서 본 적이 있다고 지역 신문에 말했다. "
    "그는 그들을 따라가지 않았다. 이웃이 경찰을 불렀고 남성들이 타고 온 차는 이튿날 아침 부두 근처에서 발견되었다."
)
HAN = (
    "港城官员星期一表示，两名男子在流亡印刷商的作坊外等候，要他回国。这名印刷商九年前离开祖国，他对当地报纸说，"
    "其中一人他在领事馆见过。他没有跟他们走。邻居报了警，两人乘坐的汽车第二天早上在渡口附近被找到，车牌属于一家租车公司。"
    "领事馆没有回答提问。东道国内政部说已经展开调查，这是春天以来的第三次，至今没有人被捕。"
)


def noisy(text: str, share: float, seed: int) -> str:
    """The text with a share of its words replaced."""
    dice = random.Random(seed)
    return " ".join("word" if dice.random() < share else word for word in text.split())


def groups(*pages: Page) -> list[set[int]]:
    """The copy groups as sets of positions."""
    at = {each.document.id: i for i, each in enumerate(pages)}
    return [{at[key] for key in group.documents} for group in copies(each.document for each in pages)]


@pytest.mark.parametrize("text", [STORY, HANGUL, HAN])
def test_the_same_text_under_two_mastheads_is_a_copy(text: str) -> None:
    """A reprint with its own title, in any writing."""
    assert groups(page(text, "Gazette"), page(text, "Courier", title="Another title")) == [{0, 1}]


def test_a_lightly_edited_text_is_a_copy() -> None:
    """One word in twelve changed, and a paragraph dropped."""
    edited = noisy(STORY, 0.08, 4).replace("The consulate did not answer questions.", "")
    assert groups(page(STORY, "Gazette"), page(edited, "Courier")) == [{0, 1}]


def test_an_excerpt_is_a_copy() -> None:
    """The first paragraph alone."""
    assert groups(page(STORY, "Gazette"), page(STORY[:420], "Courier")) == [{0, 1}]


def test_a_digest_does_not_tie_its_stories_together() -> None:
    """A page made of two stories is no copy of either, and they are none of one another."""
    filler = " ".join(f"Item {i}: rain fell on the {i}th district and the river rose." for i in range(60))
    digest = f"{STORY[:300]} {filler} {OTHER[:300]} {filler}"
    assert groups(page(STORY[:300], "A"), page(OTHER[:300], "B"), page(digest, "C")) == []


def test_a_story_with_a_quoted_paragraph_is_no_copy() -> None:
    """Two writers quote one statement: reuse is seen, a copy it is not."""
    statement = (
        "“We have opened an inquiry, our third since spring, and nobody has been arrested so far, the ministry says.”"
    )
    left, right = page(f"{OTHER} {statement}", "A"), page(f"{STORY} {statement}", "B")
    assert groups(left, right) == []


def test_reuse_below_a_copy_is_kept_as_reuse() -> None:
    """A page that lifts a third of another is told apart from its copies, and from strangers."""
    lifted = page(f"{OTHER} {OTHER[:200]} {STORY[:260]}", "B")
    assert [each.kind for each in reuses([page(STORY, "A").document, lifted.document])] == ["reuse"]


def test_two_stories_of_one_agency_with_common_background_are_no_copies() -> None:
    """Half the words are the agency's standing background, but each has a lead of its own."""
    background = STORY[330:]
    first = (
        f"DUBLIN (ABC) - The printer was moved to another town on Friday, his lawyer said in a short note. {background}"
    )
    second = (
        f"DUBLIN (ABC) - A court will hear the owner of the rental firm next week, the clerk confirmed. {background}"
    )
    lead = OTHER[:320]
    assert groups(page(f"{lead} {first}", "A"), page(f"{OTHER[320:640]} {second}", "B")) == []


def test_standing_paragraphs_of_one_outlet_make_no_copies() -> None:
    """One outlet's two stories share their boilerplate only."""
    standing = OTHER[:330]
    assert groups(page(f"{STORY[:300]} {standing}", "Gazette"), page(f"{HANGUL} {standing}", "Gazette")) == []


def test_two_hundred_reprints_are_one_group() -> None:
    """Each edited lightly in its own way; the earliest is the likely first."""
    pages = [page(noisy(STORY, 0.05, i), f"Outlet {i}", f"2023-05-{1 + i % 27:02}") for i in range(200)]
    found = copies(each.document for each in pages)
    assert len(found) == 1
    assert len(found[0].documents) == 200
    first = next(each.document for each in pages if each.document.id == found[0].first)
    assert str(first.published) == "2023-05-01"


def test_the_version_that_others_credit_is_the_first() -> None:
    """A later date does not make it the copy when the other credits it."""
    found = copies([
        page(f"{STORY} This story first appeared in the Harbour Courier.", "Gazette", "2023-05-01").document,
        page(STORY, "Harbour Courier", "2023-05-02").document,
    ])  # fmt: skip
    assert found[0].first == page(STORY, "Harbour Courier", "2023-05-02").document.id
    assert "credits" in found[0].reason


@settings(max_examples=25, deadline=None)
@given(order=st.permutations(range(9)))
def test_the_order_of_documents_changes_nothing(order: list[int]) -> None:
    """The same groups, firsts and reasons whatever comes first."""
    pages = [page(noisy(text, 0.06, i), f"O{i}", f"2022-0{i + 1}-11") for i, text in enumerate([STORY, OTHER, HAN] * 3)]
    documents = [each.document for each in pages]
    assert copies(documents[i] for i in order) == copies(documents)


def test_a_page_added_later_gives_what_a_build_from_nothing_gives() -> None:
    """A stranger among the pages moves no group."""
    pages = [page(noisy(STORY, 0.05, i), f"Outlet {i}", f"2023-05-{1 + i:02}").document for i in range(20)]
    stranger = page(OTHER, "Elsewhere", "2023-05-09").document
    assert copies([*pages, stranger]) == copies(pages)
