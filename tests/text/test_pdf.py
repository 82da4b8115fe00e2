"""PDF: lines become paragraphs, running heads go, pictures are refused."""

import pytest
from text.pdf_factory import Line, make_pdf
from text.reading import capture_of, read_bytes

from asylia.model.errors import ReadError
from asylia.text.pdf import needs_recognition, read_recognised

HEAD: Line = (72, 800, 9, "Harbour Watch Report 2021")


def lines(texts: list[str], top: float, size: float = 11) -> list[Line]:
    """Lines set one below the other."""
    return [(72, top - 14 * number, size, text) for number, text in enumerate(texts)]


def foot(number: int) -> Line:
    """The foot of a page."""
    return (72, 40, 9, f"Page {number} of 3")


REPORT = make_pdf(
    [
        [
            HEAD,
            (72, 740, 22, "Border of paper"),
            (72, 700, 11, "March 2021"),
            *lines(
                [
                    "Eighteen people told us that officers of another state had vis-",
                    "ited their parents. This chapter describes what the officers",
                    "asked for, and what happened afterwards.",
                ],
                660,
            ),
            *lines(
                [
                    "In most cases the visit came within a week of a speech.",
                    "Nobody showed a warrant, and nobody left a name.",
                ],
                600,
            ),
            foot(1),
        ],
        [
            HEAD,
            *lines(
                [
                    "Two families were asked to sign a statement. One of them",
                    "refused and lost its shop, which had stood on the square",
                ],
                760,
            ),
            foot(2),
        ],
        [HEAD, *lines(["for thirty years. The ministry did not answer our letter."], 760), foot(3)],
    ]
)


def test_a_report_reads_as_it_was_written() -> None:
    """Title by size, date of the cover, words and sentences whole across lines and pages, no heads or feet."""
    document = read_bytes(REPORT, "report.pdf")
    assert (document.title, document.layer) == ("Border of paper", "pdf.1")
    assert document.published is not None
    assert document.published.iso() == "2021-03"
    assert document.body.split("\n") == [
        "Eighteen people told us that officers of another state had visited their parents. This chapter describes"
        " what the officers asked for, and what happened afterwards.",
        "In most cases the visit came within a week of a speech. Nobody showed a warrant, and nobody left a name.",
        "Two families were asked to sign a statement. One of them refused and lost its shop, which had stood on the"
        " square for thirty years. The ministry did not answer our letter.",
    ]


def test_chinese_lines_are_joined_without_a_space() -> None:
    """What a line end cuts in two is one word again."""
    document = read_bytes(
        make_pdf(
            [
                lines(
                    ["十八名受访者表示，他们的父母曾被警员上门探访，并被要求劝说子女", "回国。没有人出示任何文件。"],
                    700,
                )
            ]
        ),
        "a.pdf",
    )
    assert "劝说子女回国。" in document.text
    assert document.language == "zh"


@pytest.mark.parametrize("turned", [False, True])
def test_arabic_reads_forward(turned: bool) -> None:
    """Whichever way round the file holds its letters."""
    text = "قالت المنظمة إن الشرطة زارت والدة الناشط مرتين في الربيع على ما يبدو."
    data = make_pdf([[(72, 700, 12, text[::-1] if turned else text)]])
    assert "قالت المنظمة إن الشرطة" in read_bytes(data, "a.pdf").text


def test_pictures_without_text_ask_for_recognition() -> None:
    """The error says what to install; pages recognised elsewhere make a document that says so."""
    capture = capture_of(make_pdf([[], []]), "scan.pdf")
    with pytest.raises(ReadError, match="tesseract"):
        read_bytes(make_pdf([[], []]), "scan.pdf")
    assert needs_recognition(capture, make_pdf([[], []]))
    assert not needs_recognition(capture, REPORT)
    document = read_recognised(
        capture,
        ["The officers came to the house on a Sunday, and asked when", "she would be back. Nobody showed a warrant."],
    )
    assert (document.layer, document.notes) == ("ocr.1", ("ocr",))
    assert (
        document.body
        == "The officers came to the house on a Sunday, and asked when she would be back. Nobody showed a warrant."
    )


@pytest.mark.parametrize("data", [b"%PDF-1.4 nothing follows", REPORT[:400]])
def test_a_damaged_file_is_one_honest_error(data: bytes) -> None:
    """It names the file and what is wrong."""
    with pytest.raises(ReadError, match=r"report\.pdf"):
        read_bytes(data, "report.pdf")
