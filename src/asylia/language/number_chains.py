"""From pieces to chains: digits and number words that together name one value, with no look at what stands around."""

from __future__ import annotations

from dataclasses import dataclass

from asylia.language.number_pieces import Piece
from asylia.language.number_words import NumberWords
from asylia.language.scripts import at_word_end, at_word_start

_YEARS = range(1900, 2100)
_WIDEST = 12  # between two pieces of one value
_JOINING = frozenset({"unit", "scale", "ordinal"})
_CHAIN_GAPS = frozenset({"", " ", "-"})


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
    for index in range(at + 1, len(found)):
        left, right = found[index - 1], found[index]
        if right.start - left.end > _WIDEST or right.value is None or right.kind not in _JOINING or right.alone:
            break
        gap = folded[left.end : right.start]
        if gap and table.open_end and _ends_a_word(found[at], folded):
            break  # 사람만 1천150명: 만 is a particle here
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


def _ends_a_word(piece: Piece, folded: str) -> bool:
    """Korean: whether the number word is only the end of a longer word."""
    return not piece.digits and not at_word_start(folded, piece.start) and not folded[piece.start - 1].isdigit()


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
        scale = following.value or 0.0 if following is not None and following.kind == "scale" else 0.0
        if following is not None and following.start - right.end < 2 and last >= scale and value * scale >= _slot(last):
            return False  # "between two thousand and three thousand"
        if joined and self.table.joins_after and last < self.table.joins_after:
            return False
        if left.kind == "scale":
            if right.digits and gap and not scale:
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
    one_each = left.end - left.start == right.end - right.start == 1 and gap == "" and not (left.part or right.part)
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
        elif value == 0.5 and index and group[index - 1].kind == "scale":
            parts.append((group[index - 1].value or 0.0) / 2)  # "a million and a half"
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
    elif language == "zh" and _shortened(group):
        value += (last.value or 0) * ((group[-2].value or 0) / 10 - 1)  # 两万五 is 25,000
    scale = max((piece.value or 1.0 for piece in group if piece.kind == "scale"), default=1.0)
    kind = "ordinal" if last.kind == "ordinal" else "unit"
    digits = any(piece.digits for piece in group)
    single = len(group) == 1
    many = first.many if single else None
    return Chain(
        first.start, last.end, kind, value, upper, digits, single and first.weak, scale, many, single and first.part
    )


def _shortened(group: list[Piece]) -> bool:
    """Whether one digit stands right behind a scale and counts its tenths."""
    if len(group) < 2 or group[-2].kind != "scale" or (group[-2].value or 0) < 100:
        return False
    last = group[-1]
    return last.kind == "unit" and not last.digits and 0 < (last.value or 0) < 10 and group[-2].end == last.start


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
