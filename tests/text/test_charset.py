"""Bytes to characters, with and against what the page declares."""

import pytest

from asylia.text.charset import decode

SENTENCES = {
    "gb18030": "警方上周约谈了他的父母，要求他们劝儿子回国，并说明他在国外的工作。",
    "big5": "警方上週約談了他的父母，要求他們勸兒子回國，並說明他在國外的工作。",
    "cp949": "경찰은 지난주 그의 부모를 불러 아들이 언제 돌아오는지 물었다고 가족이 밝혔다.",
    "cp932": "警察は先週、彼の両親を呼び出し、息子がいつ帰国するのかを尋ねたという。",
    "euc_jp": "警察は先週、彼の両親を呼び出し、息子がいつ帰国するのかを尋ねたという。",
    "iso2022_jp": "警察は先週、両親を呼び出した。",
    "cp1251": "На прошлой неделе полиция вызвала его родителей и спросила, когда он вернётся домой.",
    "koi8_r": "На прошлой неделе полиция вызвала его родителей и спросила, когда он вернётся домой.",
    "cp1252": "La police a convoqué ses parents ; ils étaient très inquiets. ¿Qué pasó? Über Grenzen, größer.",
    "cp1254": "Geçen hafta polis anne babasını çağırdı ve oğullarının ne zaman döneceğini sordu; şaşırdılar.",
    "cp1256": "استدعت الشرطة والديه في الأسبوع الماضي وسألتهما عن موعد عودته إلى البلاد.",
    "cp1250": "W zeszłym tygodniu policja wezwała jego rodziców. Źródła milczą, żadnych szczegółów, pytań.",
    "utf-8": "Tuần trước công an mời cha mẹ anh lên làm việc và hỏi khi nào anh trở về.",
}  # fmt: skip


@pytest.mark.parametrize(
    "declared", [None, "utf-8", "iso-8859-1", "gb2312", "big5", "euc-kr", "windows-1251", "nonsense"]
)
@pytest.mark.parametrize("encoding", SENTENCES)
def test_the_right_reading_wins_whatever_the_page_declares(encoding: str, declared: str | None) -> None:
    """One sentence is enough to see through a wrong declaration."""
    text = SENTENCES[encoding]
    meta = f"<meta charset={declared}>" if declared else ""
    data = f"<html><head>{meta}</head><body><p>{text}</p></body></html>".encode(encoding)
    assert text in decode(data).text


def test_a_wrong_declaration_is_noted_and_a_right_one_is_not() -> None:
    """Also where the label only means a subset of what was used."""
    page = "<meta charset={}><p>{}</p>"
    chinese = SENTENCES["gb18030"]
    assert "wrong_charset_declared" in decode(page.format("utf-8", chinese).encode("gb18030")).notes
    assert "wrong_charset_declared" in decode(page.format("big5", chinese).encode()).notes
    assert decode(page.format("gb2312", chinese).encode("gb18030")).notes == ()
    assert decode(page.format("euc-kr", SENTENCES["cp949"]).encode("cp949")).notes == ()
    assert decode(page.format("iso-8859-1", SENTENCES["cp1252"]).encode("cp1252")).notes == ()


def test_the_transport_header_counts_and_marks_decide() -> None:
    """A byte order mark overrides everything; a header breaks ties."""
    assert decode("düster".encode("utf-16"), [("Content-Type", "text/html; charset=gbk")]).text == "düster"
    assert decode("ü".encode("cp1252"), [("content-type", "text/plain; charset=ISO-8859-1")]).text == "ü"
    assert decode("<p>plain</p>".encode("utf-16-le")).text == "<p>plain</p>"


def test_a_torn_character_does_not_change_the_encoding() -> None:
    """A page cut within a character stays UTF-8, and the tear is noted."""
    data = (SENTENCES["utf-8"] * 3).encode()[:-2]
    found = decode(data)
    assert (found.charset, found.notes) == ("utf-8", ("undecodable_bytes",))
