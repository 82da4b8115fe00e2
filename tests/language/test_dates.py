"""Dates in running text: absolute, relative, periods."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asylia.language import dates
from asylia.language.calendars import era_year, hijri, jalali, span
from asylia.lexicon.load import LANGUAGES, load
from asylia.model.dates import Date

PIECES = st.lists(
    st.sampled_from(
        [
            "2014",
            "3",
            "March",
            "last year",
            "since",
            "until",
            "between",
            "and",
            "to",
            "on Thursday",
            "two weeks ago",
            "99",
            "31",
            "年",
            "月",
            "日",
            "去年",
            "昨年",
            "지난해",
            "12월",
            "مارس",
            "۱۴۰۱",
            "مهر",
            "-",
            "/",
            ".",
            "\n",
            "le",
            "vor",
            "29 февраля",
        ]
    ),
    max_size=12,
)


def find(text, language="en", anchor="2022-01-19"):
    return dates.find(text, language, load().words(language), Date.parse(anchor) if anchor else None)


def told(text, language="en", anchor="2022-01-19"):
    return [
        (one.since and one.since.iso(), one.until and one.until.iso(), one.relation)
        for one in find(text, language, anchor)
    ]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("on 29 March 2018", ("2018-03-29", "2018-03-29", "on")),
        ("in late 2017", ("2017", "2017", "on")),
        ("since 2014", ("2014", None, "since")),
        ("by the end of last year", (None, "2021", "until")),
        ("between April 2021 and July 2022", ("2021-04", "2022-07", "between")),
        ("1997–2021", ("1997", "2021", "between")),
        ("between April and July 2021", ("2021-04", "2021-07", "between")),
        ("2022-01-18", ("2022-01-18", "2022-01-18", "on")),
        ("on Thursday", ("2022-01-13", "2022-01-13", "on")),
        ("in March", ("2021-03", "2021-03", "on")),
        ("the past two years", ("2020", "2022-01-19", "between")),
        ("the first half of 2021", ("2021-01", "2021-06", "on")),
    ],
)
def test_english(text, answer):
    """Precision is kept as the text has it, relative dates come from the anchor."""
    assert told(text) == [answer]


def test_day_and_month_that_cannot_be_told_apart():
    """4/3/2022 may be March or April in English: only the year is taken; 18/3/2022 is clear."""
    assert told("4/3/2022") == [("2022", "2022", "on")]
    assert told("18/3/2022") == [("2022-03-18", "2022-03-18", "on")]


def test_without_anchor():
    """Without a date of its own the page's relative dates stay open, and are still found."""
    (one,) = find("It ended last year.", anchor=None)
    assert (one.since, one.until, one.relative) == (None, None, True)


def test_months_that_are_words():
    """ "may" and "march" are months only with a capital, "May" alone only after a word that asks for a month."""
    assert told("They may march on.") == []
    assert told("May was right.") == []
    assert told("in May") == [("2021-05", "2021-05", "on")]


def test_year_told_before():
    """ "that June", 同年 and 同12月 take the year of the last date told."""
    assert told("In 2002 he fled; that June he was found.")[1] == ("2002-06", "2002-06", "on")
    assert told("昨年7月の8人、同12月の5人", "ja", "2024-12-25")[1] == ("2023-12", "2023-12", "on")


@pytest.mark.parametrize(
    ("text", "language", "answer"),
    [
        ("۱۲ مهر ۱۴۰۱", "fa", ("2022-10-04", "2022-10-04")),
        ("令和5年7月3日", "ja", ("2023-07-03", "2023-07-03")),
        ("民國112年", "zh", ("2023", "2023")),
        ("20일", "ko", ("2021-12-20", "2021-12-20")),
    ],
)
def test_other_calendars_and_bare_days(text, language, answer):
    """Persian days, Japanese and Chinese eras, and a bare day of the month, which lies in the past."""
    assert told(text, language)[0][:2] == answer


def test_calendar_arithmetic():
    """New Year's days that almanacs print."""
    assert jalali(1403).isoformat() == "2024-03-20"
    assert jalali(1399, 12, 30).isoformat() == "2021-03-20"
    assert abs((hijri(1445).toordinal()) - 738720) <= 1  # 19 July 2023
    assert era_year("heisei", 28) == 2016
    assert [day.isoformat() for day in span("jalali", 1401, 7, None)] == ["2022-09-23", "2022-10-22"]


@given(st.integers(1200, 1600), st.integers(1, 12))
def test_jalali_months_follow_one_another(year, month):
    """No day lies between two months, and none in both."""
    last = span("jalali", year, month, None)[1]
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    assert (jalali(*following) - last).days == 1


@given(PIECES, st.sampled_from(LANGUAGES), st.sampled_from(["2022-01-19", "2024-02-29", None]))
def test_spans_hold(pieces, language, anchor):
    """Whatever the text: dates stand in order, none overlaps, and no period ends before it begins."""
    text = " ".join(pieces)
    found = find(text, language, anchor)
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert one.relation in {"on", "since", "until", "between"}
        assert one.since is None or one.until is None or one.since.first <= one.until.last
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_any_text(text, language):
    """No text makes it fail."""
    assert isinstance(find(text, language), list)


def test_that_day_is_a_day():
    """ "that morning" goes back to the last date known to the day, past months and years told since."""
    text = "On 6 September 2018 they were taken. In April 2018 the count was 80. That morning seven were held."
    assert told(text, anchor="2019-06-11")[2] == ("2018-09-06", "2018-09-06", "on")
    assert told("In 2016 it began. The next day he left.")[1] == (None, None, "on")


def test_a_story_keeps_its_year():
    """A month without a year goes on with the year of the story before it, unless it is news."""
    assert told("In June 2002 they met. On 27 June they vanished.", anchor="2022-06-20")[1][0] == "2002-06-27"
    assert told("In June 2022 they met. On 3 March he was charged.", anchor="2023-03-10")[1][0] == "2023-03-03"
    assert told("In June 2002 they met. In May he spoke.", anchor="2022-12-20")[1][0] == "2022-05"


SINCE_THEN = [
    ("en", "since the failed coup of July 2016"), ("es", "desde las elecciones de julio de 2016"),
    ("fr", "depuis l'invasion de juillet 2016"), ("de", "seit der Wahl im Juli 2016"), ("ja", "2016年7月の騒乱以来"),
    ("ko", "2016년 7월 쿠데타 이후"), ("zh", "2016年7月政变以来"), ("tr", "Temmuz 2016 darbesinden bu yana"),
    ("ru", "после выборов в июле 2016 года"), ("ar", "منذ انقلاب يوليو 2016"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), SINCE_THEN)
def test_what_happened_then_may_stand_between_since_and_its_date(language: str, text: str) -> None:
    """The date opens a period that has no end."""
    (date,) = find(text, language)
    assert (date.since, date.until) == (Date(2016, 7), None)


@pytest.mark.parametrize("text", ["since then, in July 2016", "held since childhood, and in July 2016 freed"])
def test_since_does_not_reach_over_a_stop(text: str) -> None:
    """A comma between them: the date stands for itself."""
    (date,) = find(text, "en")
    assert (date.since, date.until) == (Date(2016, 7), Date(2016, 7))


def test_the_last_year_of_a_period_may_go_without_its_century() -> None:
    """2014年から23年; a number of years behind it is none."""
    assert [(str(one.since), str(one.until)) for one in find("2014年から23年まで", "ja")] == [("2014", "2023")]
    assert [(str(one.since), one.until) for one in find("2014年から23人", "ja")] == [("2014", None)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "between 2014 and the end of 2024"),
        ("es", "entre 2014 y finales de 2024"),
        ("fr", "de 2014 à la fin de 2024"),
        ("de", "zwischen 2014 und Ende 2024"),
        ("ar", "بين عام 2014 ونهاية عام 2024"),
        ("fa", "از ۲۰۱۴ تا پایان ۲۰۲۴"),
    ],
)
def test_a_period_ends_with_a_part_of_a_year(language: str, text: str) -> None:
    """ "To the end of" joins two years as "to" does; "the end of" alone joins none."""
    assert told(text, language, "2025-03-28") == [("2014", "2024", "between")]
    assert len(find("in 2014, the end of 2024", "en", "2025-03-28")) == 2
