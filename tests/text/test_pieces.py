"""Normalised text and the map back to its source."""

from hypothesis import given
from hypothesis import strategies as st

from asylia.model.document import Run
from asylia.text.pieces import joined, piece

ODD = st.text(alphabet="ab É\u00a0\u3000\u200b\u00ad\n\t&;#x1amp\u0301\u1112\u1161\u202e中", max_size=60)


@given(ODD, st.booleans())
def test_runs_cover_the_text_and_point_into_the_source(source: str, entities: bool) -> None:
    """Every character belongs to one run, in order of text and source; equal lengths mean the same letters."""
    made = piece(source, 0, len(source), entities=entities)
    at = before = 0
    for run in made.runs:
        assert run.start == at < run.end
        assert before <= run.source_start <= run.source_end <= len(source)
        at, before = run.end, run.source_end
        text, origin = made.text[run.start : run.end], source[run.source_start : run.source_end]
        if len(text) == len(origin):
            assert all(a == b or a.isspace() for a, b in zip(text, origin, strict=True))
    assert at == len(made.text)


@given(st.text(alphabet="ab É\u00a0\u3000\u200b\u00ad\n\t&;\u202e中", max_size=60))
def test_white_space_is_single_and_inside(source: str) -> None:
    """No space at either end, none twice, no invisible marks, and normalising again changes nothing."""
    text = piece(source, 0, len(source)).text
    assert text == text.strip()
    assert "  " not in text
    assert not set("\u200b\u00ad\u202e\u00a0") & set(text)
    assert piece(text, 0, len(text)).text == text


@given(ODD, st.integers(0, 60), st.integers(0, 60))
def test_a_cut_is_what_a_slice_is(source: str, start: int, end: int) -> None:
    """Cutting a piece cuts its text, and its runs still cover it."""
    made = piece(source, 0, len(source), entities=True)
    start, end = min(start, len(made.text)), min(end, len(made.text))
    part = made.cut(start, end)
    assert part.text == made.text[start:end]
    assert sum(run.end - run.start for run in part.runs) == len(part.text)


def test_what_became_shorter_or_longer_stands_for_its_source_as_a_whole() -> None:
    """An entity, a run of blanks and a letter with its accent are one run each."""
    made = piece("a&amp;b  c e\u0301", 0, 13, entities=True)
    assert made.text == "a&b c é"
    assert Run(1, 2, 1, 6) in made.runs
    assert Run(3, 4, 7, 9) in made.runs
    assert Run(6, 7, 11, 13) in made.runs


def test_letters_are_composed() -> None:
    """Vietnamese and Korean written in parts read as one character a letter."""
    source = "Vie\u0323\u0302t \u1112\u1161\u11ab"
    made = piece(source, 0, len(source))
    assert made.text == "Việt 한"
    assert [source[run.source_start : run.source_end] for run in made.runs][-1] == "\u1112\u1161\u11ab"


def test_persian_joiners_stay_and_direction_marks_go() -> None:
    """U+200C belongs to the spelling; U+200F is only about display."""
    source = "می\u200cرود\u200f."
    assert piece(source, 0, len(source)).text == "می\u200cرود."


def test_a_separator_stands_for_what_lay_between() -> None:
    """Joining keeps both sides' runs and gives the gap to the separator."""
    made = joined([piece("one, two", 0, 3), piece("one, two", 5, 8)], " | ")
    assert made.text == "one | two"
    assert Run(3, 6, 3, 5) in made.runs
