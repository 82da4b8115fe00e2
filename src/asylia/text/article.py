"""Where the article begins and ends among the blocks of a page, and what within it is not part of it.

Every block has a weight by its kind and length; the article is the stretch whose weights sum highest, so that a line
or two of chrome inside it cost little, and a comment section far below, however long, is cut off by what
announces it. Edges are then settled one block at a time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from asylia.text.kinds import Block, Kind
from asylia.text.shape import same_words
from asylia.text.signs import Sign

_WEIGHT = {
    Kind.HEADING: 0.0, Kind.ITEM: -0.1, Kind.LINE: -0.4, Kind.CAPTION: -0.3, Kind.BYLINE: -0.9, Kind.LABEL: -0.9,
    Kind.POINTER: -0.4, Kind.PROMO: -0.5, Kind.NOTE: -1.2, Kind.REMARK: 0.0,
    Kind.MENU: -2.0, Kind.AFTER: -3.0, Kind.RIGHTS: -8.0,
    Kind.OUTSIDE: -1.5, Kind.END: -8.0,
}  # fmt: skip
_DOCKET = re.compile(r"(?:\bn[°ºo.]|\bnr\.|\bno\.|№|第|제)\s*\d")
_STARS = ("*", "※", "＊", "†")
_COMPARED = 400  # blocks: in a book nobody pulls quotes, and comparing all with all would take long
_FLOOR = -9.0  # the most that an unbroken run of chrome costs: long boxes stand in the middle of articles
_FULL = 60  # words above which a block weighs no more
_ENDS = frozenset({Kind.AFTER, Kind.RIGHTS, Kind.NOTE, Kind.END})
_INSIDE = frozenset({Kind.TEXT, Kind.HEADING, Kind.ITEM, Kind.LINE, Kind.REMARK})


def weight(block: Block) -> float:
    """What a block adds to the stretch it stands in."""
    if block.kind is Kind.TEXT:
        return max(min(block.shape.words, _FULL) / 10, 0.3)
    return _WEIGHT[block.kind]


def stretch(found: Sequence[Block], doubt: Sequence[float] = ()) -> tuple[int, int]:
    """The half-open range of blocks whose weights sum highest; (0, 0) where there is no running text.

    `doubt` scales the weight of what is no text, block by block, where markup already tells the container.
    """
    best, best_range = 0.0, (0, 0)
    total, start, run = 0.0, 0, 0.0
    for at, block in enumerate(found):
        if block.kind is Kind.COMMENTS:
            total, start, run = 0.0, at + 1, 0.0
            continue
        add = weight(block)
        if add < 0 and doubt and block.kind not in _ENDS:
            add *= doubt[at]
        if add > 0:
            run = 0.0
        else:
            room = _FLOOR - run
            add = max(add, min(room, 0.0)) if block.kind not in (Kind.RIGHTS, Kind.END) else add
            run += add
        if total <= 0:
            total, start, run = 0.0, at, min(add, 0.0)
        total += add
        if total > best and block.kind is Kind.TEXT:
            best, best_range = total, (start, at + 1)
    low, high = best_range
    while low < high and found[low].kind is not Kind.TEXT:
        low += 1
    return low, high


def is_standfirst(block: Block) -> bool:
    """Whether a block right under the headline can be the standfirst: a phrase or a sentence, no label, no credit."""
    if block.kind is Kind.TEXT:
        return True
    look = block.shape
    if block.kind is Kind.HEADING and look.words >= 6:  # <h2> under <h1>, before the text: no sub-heading is so long
        return True
    if block.strong & Sign.STANDFIRST and block.kind in (Kind.LINE, Kind.HEADING, Kind.POINTER):
        return look.words >= 3 and not _DOCKET.search(look.folded)
    row = block.kind is Kind.ITEM and block.strong & Sign.CELL and not block.strong & Sign.LIST
    if not (row or block.kind is Kind.LINE) or block.after_image or block.links > 0.5:
        return False
    if look.inner and not look.ends:  # "A poster from 1984. Collection of the cinema": a caption and its credit
        return False
    plain = look.small is None or look.small >= 0.4
    return look.words >= 6 and plain and look.digits < 0.2


def opening(found: Sequence[Block], start: int, headline: int | None) -> list[int]:
    """Blocks before the stretch that belong to the article: a standfirst that follows the headline at once."""
    if headline is None or headline >= start:
        return []
    kept: list[int] = []
    for at in range(headline + 1, start):
        block = found[at]
        if not is_standfirst(block):
            # Only what the markup calls a standfirst is looked for any farther down.
            rest = range(at, start)
            return kept + [
                after for after in rest if found[after].strong & Sign.STANDFIRST and is_standfirst(found[after])
            ]
        kept.append(at)
    return kept


def mark_credits(found: Sequence[Block]) -> None:
    """A line in capitals with a stroke, "J. DOE / THE POST", credits the picture that the line before it describes."""
    for before, after in pairwise(found):
        look = after.shape
        credit = after.kind is Kind.LINE and look.words <= 8 and look.small == 0.0 and look.text.isupper()
        if credit and any(mark in look.text for mark in "/|©") and before.kind in (Kind.TEXT, Kind.LINE):
            after.kind = Kind.CAPTION
            before.kind = Kind.CAPTION if before.shape.words <= 45 else before.kind


def closing(found: Sequence[Block], start: int, end: int) -> int:
    """The end of the article within the stretch: notes and captions at its foot are none of it."""
    while end > start and (found[end - 1].kind is not Kind.TEXT or _is_starred(found, start, end - 1)):
        end -= 1
    if start < end < len(found) and _is_last(found, end):
        found[end].kind = Kind.TEXT
        end += 1
    return end


def _is_starred(found: Sequence[Block], start: int, at: int) -> bool:
    """A last paragraph behind an asterisk is a note, unless its neighbour has one too: then it is a list."""
    return at > start and found[at].text.startswith(_STARS) and not found[at - 1].text.startswith(_STARS)


def _is_last(found: Sequence[Block], at: int) -> bool:
    """A paragraph that was taken for a caption only because it ends in its agency: "… said on Friday. (AFP)"."""
    block = found[at]
    again = at + 1 < len(found) and found[at + 1].text == block.text
    return (
        block.kind is Kind.CAPTION
        and not (block.strong | block.weak) & Sign.CAPTION
        and block.shape.prose
        and not again
    )


def inside(found: Sequence[Block], start: int, end: int, *, marked: bool) -> list[int]:
    """The blocks of the range that are text. `marked` where markup tells headings and lists from lines."""
    kept = [at for at in range(start, end) if found[at].kind in _INSIDE]
    if not marked:
        kept = _without_runs(found, kept)
    return _without_echoes(found, kept)


def _without_runs(found: Sequence[Block], kept: list[int]) -> list[int]:
    """Without two or more short lines in a row: headlines of other pages, or a menu; a single one is a sub-heading.

    Lists announced by a colon, and lines with bullets or numbers, stay.
    """
    made: list[int] = []
    run: list[int] = []
    for at in [*kept, -1]:
        if at >= 0 and found[at].kind is Kind.LINE:
            run.append(at)
            continue
        announced = bool(made) and found[made[-1]].text.endswith((":", "："))
        if announced or (len(run) == 1 and found[run[0]].shape.words <= 14):
            made += run
        run = []
        if at >= 0:
            made.append(at)
    return made


def _without_echoes(found: Sequence[Block], kept: list[int]) -> list[int]:
    """Without what another block of the text says in the same words: a pull quote, a repeated caption."""
    texts = {at: same_words(found[at].text) for at in kept}
    whole = "\n".join(texts.values()) if len(kept) <= _COMPARED else ""
    seen: set[str] = set()
    made = []
    for at in kept:
        text = texts[at]
        # Short lines may come again: the name of each speaker, a sub-heading of every part.
        repeated = text in seen and len(text) > 12 and found[at].shape.words > 6
        seen.add(text)
        if not repeated and (at == kept[0] or not _pulled(found[at], text, whole)):
            made.append(at)
    return made


def _pulled(block: Block, text: str, whole: str) -> bool:
    """Whether the words stand in another block too, and this one is not a sub-heading made of the text's words."""
    quoted = block.kind is Kind.TEXT or block.strong & Sign.QUOTE
    if not quoted or not 12 < len(text) <= 220 or block.shape.words < 4:
        return False
    at = whole.find(text)
    return at >= 0 and whole.find(text, at + 1) >= 0
