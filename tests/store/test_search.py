"""Full text: words are found in every script, names are not in the index at all."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import document, page, sample

from asylia.lexicon.load import load
from asylia.pipeline import weigh
from asylia.store.search import question, words
from asylia.store.sqlite import SqliteStore

TEXTS = {
    "en": "The police questioned the student's parents twice.",
    "de": "Die Behörden verhörten die Eltern zweimal.",
    "zh": "警察拘留了他的父母并没收护照。",
    "ja": "警察は両親を二度取り調べた。ガス会社。",
    "ko": "경찰이 부모를 두 차례 심문했다.",
    "ar": "استجوبت الشرطة والديه مرتين في القنصلية.",
    "fa": "پلیس دو بار والدین او را بازجویی کرد.",
    "ru": "Полиция дважды допросила родителей.",
    "tr": "Polis ailesini iki kez sorguladı. IĞDIR",
    "vi": "Cảnh sát đã thẩm vấn cha mẹ hai lần.",
    "th": "ตำรวจสอบปากคำพ่อแม่",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> SqliteStore:
    made = [page(document(f"{language}.txt", "Titel", text, language)) for language, text in TEXTS.items()]
    record = weigh(tuple(sorted(made, key=lambda each: each.document.id)), (), load())
    kept = SqliteStore(tmp_path_factory.mktemp("search") / "record.db")
    kept.put(record, "now")
    return kept


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("en", "questioned PARENTS"),
        ("de", "behorden"),
        ("zh", "拘留"),
        ("zh", "护照"),
        ("zh", "没收护照"),
        ("zh", "照"),
        ("ja", "取り調べ"),
        ("ja", "ｶﾞｽ"),
        ("ko", "경찰"),
        ("ko", "심문"),
        ("ar", "شرطة"),
        ("ar", "القُنصليّة"),
        ("fa", "پليس"),
        ("ru", "ПОЛИЦИЯ"),
        ("tr", "ığdır"),
        ("vi", "canh sat"),
        ("th", "ตำรวจ"),
        ("en", '"the police questioned"'),
    ],
)
def test_a_word_is_found_in_its_script(store: SqliteStore, language: str, asked: str) -> None:
    """Two characters of Chinese, a Korean word without its particle, Arabic with another spelling: all found."""
    files = {each.document.id: each.document.file for each in store.record().pages}
    assert f"{language}.txt" in [files[found] for found in store.search(asked)]


@pytest.mark.parametrize("asked", ["questioned grandparents", '"police the"', "留拘", "", "!!!", '"'])
def test_what_is_not_there_is_not_found(store: SqliteStore, asked: str) -> None:
    """All words must be there, phrases in order; a question without words finds nothing."""
    assert store.search(asked) == ()


@given(st.text(max_size=60))
def test_any_text_is_a_valid_question(text: str) -> None:
    """Nothing that somebody types is taken for an operator of the query language."""
    asked = question(text)
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
        if asked is not None:
            connection.execute("SELECT * FROM t WHERE t MATCH ?", (asked,)).fetchall()


@given(st.text(max_size=80))
def test_index_words_are_plain(text: str) -> None:
    """What is indexed is letters and digits with single spaces, so the tokenizer has nothing left to decide."""
    assert all(word and not word.isspace() for word in words(text).split(" ")) or words(text) == ""


def test_no_protected_name_is_in_the_index(tmp_path: Path) -> None:
    """The index is made of masked text: no term of it comes from a name that stands in the table `names`."""
    kept = SqliteStore(tmp_path / "record.db")
    kept.put(sample(), "now")
    with sqlite3.connect(tmp_path / "record.db") as connection:
        connection.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(search, 'row')")
        terms = {row[0] for row in connection.execute("SELECT term FROM terms")}
        names = {row[0] for row in connection.execute("SELECT surface FROM names")}
    assert names
    assert terms >= {"seized", "警察"}
    assert not {word for name in names for word in words(name).split(" ")} & terms
    assert kept.search("Mustermann") == kept.search("张三") == ()
