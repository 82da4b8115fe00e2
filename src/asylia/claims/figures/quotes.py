"""Quotes: the shortest clause that carries a figure."""

from __future__ import annotations

from asylia.claims.figures.draft import Draft

_LONG = 40  # words; longer clauses are cut to the words that carry the number
_UNSPACED = 90
_EDGE = " \n\t,;:()[]-–—،؛、。，；：（）"


def quoted(one: Draft) -> tuple[int, int]:
    """The span to quote: the clause of the number and its act, or only the number's phrase where that carries it."""
    layout = one.layout
    start, end = one.core
    first, last = layout.clause(start, end)
    alone = sum(first <= number.start < last for number in layout.numbers) == 1
    if not one.narrow or alone:
        length = len(layout.scan.text[first:last].split()) if not layout.writing.left else (last - first) // 3
        if length <= _LONG:
            start, end = first, last
    text = layout.scan.text
    if layout.scan.language == "ko":  # particles belong to the word
        while end < layout.sentence.end and text[end].isalnum():
            end += 1
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE + ".":
        end -= 1
    return start, end
