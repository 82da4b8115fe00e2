"""Dates that pages print about themselves."""

import pytest

from asylia.text.stamps import stamps


@pytest.mark.parametrize(
    ("line", "language", "wanted"),
    [
        ("입력 2022.12.21 09:12 | 수정 2022.12.22 11:40", "ko", ["2022-12-21", "2022-12-22"]),
        ("2022년 3월", "ko", ["2022-03"]),
        ("2022年02月25日 08:31", "zh", ["2022-02-25"]),
        ("二〇二三年二月十日", "zh", ["2023-02-10"]),
        ("民國112年2月10日", "zh", ["2023-02-10"]),
        ("令和4年12月21日", "ja", ["2022-12-21"]),
        ("20241225050000", "ja", ["2024-12-25"]),
        ("27/06/2022", "vi", ["2022-06-27"]),
        ("ngày 6 tháng 4 năm 2018", "vi", ["2018-04-06"]),
        ("Publié le 1er avril 2018 à 11h52", "fr", ["2018-04-01"]),
        ("Stand: 07.09.2018, 08:11 Uhr", "de", ["2018-09-07"]),
        ("7. März 2018", "de", ["2018-03-07"]),
        ("3 de noviembre de 2021 - 18:40", "es", ["2021-11-03"]),
        ("вторник, 5 марта 2019 г.", "ru", ["2019-03-05"]),
        ("Yayınlanma: 19 Ocak 2021 Salı 16:48", "tr", ["2021-01-19"]),
        ("5 كانون الثاني/يناير 2022", "ar", ["2022-01-05"]),
        ("١٧ سبتمبر ٢٠٢٠", "ar", ["2020-09-17"]),
        ("15 محرم 1444", "ar", ["2022-08-13"]),
        ("۲۰ دی ۱۴۰۱", "fa", ["2023-01-10"]),
        ("۱۴۰۱/۱۰/۲۰", "fa", ["2023-01-10"]),
        ("15 พฤษภาคม 2565", "th", ["2022-05-15"]),
        ("Fri February 25, 2022", "en", ["2022-02-25"]),
        ("Tue., Oct. 5, 2021", "en", ["2021-10-05"]),
        ("4th July 2023", "en", ["2023-07-04"]),
        ("December 2012", "en", ["2012-12"]),
        ("13/09/2018", "en", ["2018-09-13"]),
        ("07/09/2018", "en", ["2018"]),
    ],
)  # fmt: skip
def test_a_written_date_is_read_at_its_precision(line: str, language: str, wanted: list[str]) -> None:
    """Twelve languages, four calendars; what cannot be told (the month in 07/09) is left open."""
    assert [stamp.date.iso() for stamp in stamps(line, language)] == wanted


def test_the_order_of_day_and_month_can_be_told() -> None:
    """A page that says which English it speaks settles it."""
    assert [stamps("07/09/2018", "en", order)[0].date.iso() for order in ("dmy", "mdy")] == ["2018-09-07", "2018-07-09"]


@pytest.mark.parametrize("line", ["7 sep", "2023-2025", "no. 000000", "020 910 0142", "31/02/2020", "9999-99-99", ""])
def test_what_is_no_full_date_is_none(line: str) -> None:
    """No year, no date; no day thirty-first of February; telephone and register numbers are neither."""
    assert [stamp for stamp in stamps(line, "es") if stamp.date.precision == "day"] == []
