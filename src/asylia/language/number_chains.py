"""From text to chains: digits and number words that together name one value, with no look at what stands around."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from asylia.language.number_words import NumberWords, Word
from asylia.language.scripts import at_word_end, at_word_start, is_unspaced, script_of

_DIGITS = re.compile(r"\d+(?:[.,'٫٬·]\d+)*|[½⅓⅔¼¾]")
_SPLIT = re.compile(r"[.,'٫٬·]")
_GROUPING_SPACES = "\u00a0\u2009\u202f"
_VULGAR = {"½": 50.0, "⅓": 100 / 3, "⅔": 200 / 3, "¼": 25.0, "¾": 75.0}
_YEARS = range(1900, 2100)
_CHAIN_GAPS = frozenset({"", " ", "-"})


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


@dataclass(slots=True)
class Chain:
    """Pieces that name one value. `last` is the scale it ends in (1 where it ends in a unit)."""

    start: int
    end: int
    kind: str
    value: float | None
    upper: float | None = None
    digits: bool = False
    weak: bool = False
    scale: float = 1.0
    many: float | None = None
    part: bool = False


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
    if sep in groups and len(last) == 3 and (grouped or indian):
        return float("".join(parts))
    if len(seps) > 1:
        return float("".join(parts)) if grouped and len(last) == 3 else None
    if len(last) == 3 and len(whole[0]) <= 3 and whole[0] != "0" and (sep != decimal or last == "000"):
        return float("".join(parts))  # another country's way of writing thousands
    if sep == "'":
        return None
    return float(whole[0] + "." + last) if sep == decimal or len(last) <= 2 else None


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
            if len(gap) == 1 and (gap in _GROUPING_SPACES or (spaced and gap == " ")) and _is_group(folded[start:end]):
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


def chains(found: list[Piece], folded: str, table: NumberWords) -> list[Chain]:
    """Pieces joined into values: "two hundred and fifty", 一万二千, "16.74 billion", siebenundzwanzig."""
    made: list[Chain] = []
    at = 0
    while at < len(found):
        piece = found[at]
        taken = 1
        if piece.kind == "ignore":
            at += 1
            continue
        if piece.kind in {"unit", "scale"} and piece.value is not None:
            taken = _reach(found, at, folded, table)
            group = found[at : at + taken]
            if _whole(group, folded, table):
                made.append(_joined(group, folded, table.language))
        elif piece.kind == "fraction" and at + 1 < len(found) and _scales(piece, found[at + 1], folded, table):
            following = found[at + 1]
            value = (piece.value or 0.0) / 100 * (following.value or 0.0)
            made.append(Chain(piece.start, following.end, "unit", value, scale=following.value or 1.0))
            taken = 2
        else:
            made.append(Chain(piece.start, piece.end, piece.kind, piece.value, digits=piece.digits, weak=piece.weak))
        at += taken
    return made


def _scales(piece: Piece, following: Piece, folded: str, table: NumberWords) -> bool:
    """ "half a million", "eine halbe Million"."""
    gap = folded[piece.end : following.start].strip(" -")
    return following.kind == "scale" and len(gap) < 4 and (not gap or table.articles.after(gap, 0) == (len(gap), True))


def _whole(group: list[Piece], folded: str, table: NumberWords) -> bool:
    """Whether a chain of glued pieces begins and ends where words do ("acht" is no number in "Schlacht")."""
    if not table.glued:
        return True
    first, last = group[0], group[-1]
    end = last.digits or at_word_end(folded, last.end) or table.open_end
    return (first.digits or at_word_start(folded, first.start) or folded[first.start - 1].isdigit()) and end


def _reach(found: list[Piece], at: int, folded: str, table: NumberWords) -> int:
    """How many pieces from `at` on belong to one value."""
    taken = 1
    if found[at].digits and table.open_end and table.roles_before.before(folded, found[at].start) is not None:
        return taken  # 제52조 is an article, not 52 trillion
    state = _State(table, found[at])
    for left, right in pairwise(found[at:]):
        gap = folded[left.end : right.start]
        if right.value is None or right.kind not in {"unit", "scale", "ordinal"} or len(gap) > 12 or right.alone:
            break
        joined = gap.strip() if gap not in _CHAIN_GAPS else ""
        if joined and table.joins.after(joined, 0) != (len(joined), True):
            break
        if right.kind == "ordinal" and (joined or not state.takes(left, right, gap, joined=False)):
            break
        following = found[at + taken + 1] if at + taken + 1 < len(found) else None
        if right.kind != "ordinal" and not state.takes(left, right, gap, joined=bool(joined), following=following):
            break
        taken += 1
        if right.kind == "ordinal":
            break
    return taken


class _State:
    """The value so far, as a stack of parts: a scale multiplies the smaller parts on top of it."""

    def __init__(self, table: NumberWords, first: Piece) -> None:
        self.table = table
        self.parts: list[float] = [first.value or 0.0]

    def takes(self, left: Piece, right: Piece, gap: str, *, joined: bool, following: Piece | None = None) -> bool:
        """Whether the piece on the right goes on the value; if so it is added."""
        value = right.value or 0.0
        if (left.digits and right.digits) or (gap == "-" and (left.digits or right.digits)):
            return False
        if right.kind == "scale":
            return not joined and multiplied(self.parts, value)
        last = self.parts[-1]
        if following is not None and following.kind == "scale" and following.start - right.end < 2:
            if last >= (following.value or 0.0) and value * (following.value or 0.0) >= _slot(last):
                return False  # "between two thousand and three thousand"
        if joined and self.table.joins_after and last < self.table.joins_after:
            return False
        if left.kind == "scale":
            if right.digits and gap and not (following is not None and following.kind == "scale"):
                return self.table.mixed and value not in _YEARS and self._add(value, last)  # 4 тысячи 200
            return self._add(value, last)
        if left.digits or right.digits:
            return False
        if _positional(left, right, gap):
            self.parts[-1] = last * 10 + value
            return True
        if self.table.reversed and joined and 0 < last < 10 <= value < 100 and value % 10 == 0:
            self.parts.append(value)
            return True
        return self._add(value, _slot(last))

    def _add(self, value: float, below: float) -> bool:
        if value >= below:
            return False
        self.parts.append(value)
        return True


def multiplied(parts: list[float], scale: float) -> bool:
    """Multiply the parts below the scale by it, in place; False where that names no value."""
    below = 0.0
    while parts and parts[-1] < scale:
        below += parts.pop()
    if not below and (not parts or parts[-1] == scale):
        return False
    parts.append(round((below or 1.0) * scale, 3))  # 16.74 billion is a whole number
    return True


def _slot(value: float) -> float:
    """What may still be added to a spelled-out unit: less than 10 to 20, less than 100 to 200, nothing to 7."""
    slot = 1.0
    while value and value % (slot * 10) == 0:
        slot *= 10
    return slot


def _positional(left: Piece, right: Piece, gap: str) -> bool:
    """二〇一四: digits of a number written out one by one."""
    one_each = left.end - left.start == right.end - right.start == 1 and gap == ""
    return one_each and (left.value or 0) < 10 and (right.value or 0) < 10 and left.kind == right.kind == "unit"


def _value(group: list[Piece], folded: str) -> float:
    parts: list[float] = []
    for index, piece in enumerate(group):
        value = piece.value or 0.0
        if piece.kind == "scale":
            if not parts or not multiplied(parts, value):
                parts.append(value)
        elif (
            index
            and not piece.digits
            and _positional(group[index - 1], piece, folded[group[index - 1].end : piece.start])
        ):
            parts[-1] = parts[-1] * 10 + value
        else:
            parts.append(value)
    return sum(parts)


def _joined(group: list[Piece], folded: str, language: str) -> Chain:
    first, last = group[0], group[-1]
    value, upper = _value(group, folded), None
    pair = _neighbours(group, folded)
    if pair is not None:
        value, upper = (
            _value(group[:pair] + group[pair + 1 :], folded),
            _value(group[: pair - 1] + group[pair:], folded),
        )
    elif language == "zh" and len(group) > 1 and group[-2].kind == "scale" and (group[-2].value or 0) >= 100:
        if last.kind == "unit" and not last.digits and 0 < (last.value or 0) < 10 and group[-2].end == last.start:
            value += (last.value or 0) * ((group[-2].value or 0) / 10 - 1)  # 两万五 is 25,000
    scale = max((piece.value or 1.0 for piece in group if piece.kind == "scale"), default=1.0)
    kind = "ordinal" if last.kind == "ordinal" else "unit"
    digits = any(piece.digits for piece in group)
    single = len(group) == 1
    many = first.many if single else None
    return Chain(
        first.start, last.end, kind, value, upper, digits, single and first.weak, scale, many, single and first.part
    )


def _neighbours(group: list[Piece], folded: str) -> int | None:
    """三四个 is three or four: the index of the second of exactly two neighbouring digits."""
    runs = [
        index
        for index in range(1, len(group))
        if _positional(group[index - 1], group[index], folded[group[index - 1].end : group[index].start])
    ]
    if len(runs) != 1 or (group[runs[0]].value or 0) != (group[runs[0] - 1].value or 0) + 1:
        return None
    return runs[0] if (group[runs[0] - 1].value or 0) > 0 else None
