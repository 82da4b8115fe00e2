"""From text to pieces: every run of digits and every number word, in order, each with its value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from asylia.language.number_words import NumberWords, Word
from asylia.language.scripts import at_word_end, at_word_start, is_unspaced, script_of

_DIGITS = re.compile(r"\d+(?:[.,'٫٬·]\d+)*|[½⅓⅔¼¾]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SPLIT = re.compile(r"[.,'٫٬·]")
_GROUPING_SPACES = "\u00a0\u2009\u202f"
_VULGAR = {"½": 50.0, "⅓": 100 / 3, "⅔": 200 / 3, "¼": 25.0, "¾": 75.0}


@dataclass(frozen=True, slots=True)
class Piece:
    """One run of digits or one number word; `value` is None for digits that are no number ("1.2.3")."""

    start: int
    end: int
    kind: str
    value: float | None
    digits: bool = False
    weak: bool = False
    part: bool = False
    alone: bool = False
    many: float | None = None


def digits_value(run: str, groups: frozenset[str], decimal: str) -> float | None:
    """The value of a run of digits with separators; None where it is no number ("1.2.3")."""
    run = run.replace("٫", ".").replace("٬", ",").replace("·", ".") if not run.isascii() else run
    parts = _SPLIT.split(run)
    if len(parts) == 1:
        return float(run)
    seps = [char for char in run if not char.isdigit()]
    whole, last = parts[:-1], parts[-1]
    grouped = len(whole[0]) <= 3 and all(len(part) == 3 for part in whole[1:])
    if len(set(seps)) == 2 and len(set(seps[:-1])) == 1 and grouped and seps[-1] != "'":
        return float("".join(whole) + "." + last)
    if len(set(seps)) > 1:
        return None
    sep = seps[0]
    indian = sep == "," and len(whole[0]) <= 2 and len(last) == 3 and all(len(part) == 2 for part in whole[1:])
    if sep in groups and len(last) == 3 and whole[0] != "0" and (grouped or indian):
        return float("".join(parts))
    if len(seps) > 1:
        return float("".join(parts)) if grouped and len(last) == 3 else None
    if len(last) == 3 and len(whole[0]) <= 3 and whole[0] != "0" and (sep != decimal or last == "000"):
        return float("".join(parts))  # another country's way of writing thousands
    if sep == "'":
        return None
    return float(whole[0] + "." + last) if sep == decimal or len(last) <= 2 or whole[0] == "0" else None


def pieces(text: str, folded: str, table: NumberWords) -> list[Piece]:
    """Every run of digits and every number word, in order."""
    found = list(_digit_pieces(text, folded, table))
    if table.pieces is not None:
        entries = table.entries
        for index, start, end in table.pieces.find_matches_as_indexes(folded):
            word = entries[index]
            if word.kind == "ignore" and _continues(found, folded, start):
                found.extend(_one_by_one(folded, start, end, table))  # 二十一起: here 一起 is no "together"
            elif _stands(folded, start, end, table, word):
                found.append(
                    Piece(start, end, word.kind, word.value, False, word.weak, word.part, word.alone, word.many)
                )
        found.sort(key=lambda piece: (piece.start, -piece.end))
        found = _outermost(found)
    return found


def _outermost(found: list[Piece]) -> list[Piece]:
    """Without pieces that lie within a longer one: the 3 and 2 of 3分の2."""
    kept: list[Piece] = []
    for piece in found:
        if not kept or piece.start >= kept[-1].end:
            kept.append(piece)
    return kept


def _continues(found: list[Piece], folded: str, start: int) -> bool:
    """Whether an unspaced numeral runs into this place."""
    if not start or not is_unspaced(folded[start]):
        return False
    return found[-1].end == start and found[-1].kind in {"unit", "scale"} if found else False


def _one_by_one(folded: str, start: int, end: int, table: NumberWords) -> Iterator[Piece]:
    for at in range(start, end):
        word = table.singles.get(folded[at])
        if word is None:
            return
        yield Piece(at, at + 1, word.kind, word.value, weak=word.weak)


def _stands(folded: str, start: int, end: int, table: NumberWords, word: Word) -> bool:
    """Whether the word is a word of the text; compounds ("siebenundzwanzig") are checked as a whole later."""
    if table.glued and word.kind in {"unit", "scale"}:
        return True
    if not (at_word_end(folded, end) or table.open_end or folded[end].isdigit()):
        return False
    if at_word_start(folded, start) or folded[start - 1].isdigit():
        return True
    if script_of(folded[start]) == "Hang":
        return True
    if table.proclitics:
        at = start
        while at > 0 and folded[at - 1].isalpha():
            at -= 1
        return folded[at:start] in table.proclitics
    return False


def _digit_pieces(text: str, folded: str, table: NumberWords) -> Iterator[Piece]:
    spaced = " " in table.groups
    waiting: tuple[int, int] | None = None  # groups of three set apart by spaces
    for match in _DIGITS.finditer(folded):
        start, end = match.span()
        if (not text[start].isdigit() and text[start] not in _VULGAR) or text[start] in "²³¹":
            continue  # a superscript that was folded to a digit is a footnote
        if waiting is not None:
            gap = text[waiting[1] : start]
            joins = len(gap) == 1 and (gap in _GROUPING_SPACES or (spaced and gap == " "))
            year = _YEAR.fullmatch(folded[waiting[0] : waiting[1]])  # "bis Ende 2021 116 Menschen"
            if joins and not year and _is_group(folded[start:end]):
                waiting = (waiting[0], end)
                continue
            yield _digits(folded, *waiting, table)
            waiting = None
        if match.group() in _VULGAR:
            yield Piece(start, end, "fraction", _VULGAR[match.group()], digits=True)
        else:
            waiting = (start, end)
    if waiting is not None:
        yield _digits(folded, *waiting, table)


def _is_group(run: str) -> bool:
    head = _SPLIT.split(run, maxsplit=1)
    return len(head[0]) == 3 and (len(head) == 1 or len(head[1]) < 3)


def _digits(folded: str, start: int, end: int, table: NumberWords) -> Piece:
    run = folded[start:end]
    if " " in run:
        first, *others = run.split(" ")
        if len(first) > 3:  # "2014 300": a year, then a number: give up the second rather than invent one
            return Piece(
                start, start + len(first), "unit", digits_value(first, table.groups, table.decimal), digits=True
            )
        run = first + "".join(others)
    return Piece(start, end, "unit", digits_value(run, table.groups, table.decimal), digits=True)
