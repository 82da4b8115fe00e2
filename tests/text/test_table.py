"""Tables: every row a paragraph."""

from text.reading import read_bytes

ROWS = (
    'Case,Host,"Year, month"\nA teacher,Kosovo,"2018, March"\n'
    '"A ""writer""",,2019\n\nTwo students,"Vienna,\nAustria",2020\n'
)


def test_rows_become_paragraphs_and_map_back() -> None:
    """Quotation marks are taken off, empty rows are left out, every cell keeps its column and its place."""
    document = read_bytes(ROWS, "cases.csv")
    assert document.body.split("\n") == [
        "Case | Host | Year, month",
        "A teacher | Kosovo | 2018, March",
        'A ""writer"" |  | 2019',
        "Two students | Vienna, Austria | 2020",
    ]
    start = document.text.index("Kosovo")
    assert document.source_span(start, start + 6) == (ROWS.index("Kosovo"), ROWS.index("Kosovo") + 6)
    assert (document.layer, document.title, document.published) == ("table.1", None, None)


def test_tabs_tell_a_table_whatever_its_name() -> None:
    """A text cut by tabs all the way down is a table; one that is called a table and is a page is a page."""
    assert read_bytes("a case\t2018\nanother\t2019\na third\t2020\n", "list.txt").layer == "table.1"
    assert (
        read_bytes("<html><body><p>The officers came, and asked, and left.</p></body></html>", "page.csv").layer
        == "html.1"
    )
    assert read_bytes("The officers came on a Sunday.\nThey asked, and left.\n", "letter.csv").layer == "plain.1"
