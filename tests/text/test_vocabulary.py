"""The lists of what pages say to their readers."""

import tomllib
from importlib import resources

import pytest

from asylia.language.fold import fold
from asylia.model.errors import LexiconError
from asylia.text.shape import shape
from asylia.text.speech import Kind, spoken
from asylia.text.vocabulary import ANYWHERE, LANGUAGES, OPENING, WHOLE, Words, words

LISTS = {
    language: tomllib.loads((resources.files("asylia.text") / "chrome" / f"{language}.toml").read_text("utf-8"))
    for language in LANGUAGES
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_list_that_reading_rests_on(language: str) -> None:
    """No list is forgotten, none is misspelt, no word stands twice in one."""
    assert set(LISTS[language]) <= WHOLE | OPENING | ANYWHERE
    assert {
        "label",
        "after",
        "endmatter",
        "comments",
        "pointer",
        "note",
        "published",
        "updated",
        "byline",
        "call",
        "notice",
        "offer",
    } <= set(LISTS[language])
    for name, forms in LISTS[language].items():
        assert all(form.strip() for form in forms), name


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("5 min read", Kind.LABEL), ("Leave a Reply", Kind.COMMENTS), ("Related articles", Kind.AFTER),
        ("입력 2022.12.21 09:12", Kind.BYLINE), ("By Gazette News Desk", Kind.BYLINE),
        ("Home | World | Sport | Weather 4°C", Kind.MENU), ("首页 > 新闻中心 > 反腐要闻", Kind.MENU),
        ("（责任编辑：海风）", Kind.NOTE),
        ("© 2024 The Quay", Kind.RIGHTS), ("版权所有 不得转载", Kind.RIGHTS), ("References", Kind.END),
        ("Foto: Archiv", Kind.NOTE), ("Une rue de Lyon. Photo : archives", Kind.CAPTION),
        ("7. Keel, J. (2019). Stamps and seals.", Kind.NOTE),
        ("The officers came on a Sunday and asked when she would be back.", None),
    ],
)  # fmt: skip
def test_lines_are_told_by_their_words(line: str, kind: Kind | None) -> None:
    """Labels, headers of lists, bylines, menus, rights, notes and captions; running text is none of them."""
    assert spoken(shape(line), line, paragraph=False) is kind


def test_words_end_where_words_end() -> None:
    """ "Ads" is not in "Leads"; a Korean particle may follow; a star lets the word go on."""
    lists = words()
    assert [hit.kind for hit in lists.anywhere(fold("He leads the cookiecutter guild."))] == ["consent"]
    assert any(hit.kind == "offer" for hit in lists.anywhere(fold("뉴스레터를 받아보세요")))


def test_a_mistake_in_a_list_names_the_file() -> None:
    """Whoever adds a list of an unknown name is told so."""
    with pytest.raises(LexiconError, match=r"chrome/xx\.toml: lables"):
        Words({"xx": {"lables": ["home"]}})
