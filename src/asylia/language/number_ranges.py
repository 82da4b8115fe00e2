"""Two numbers that are the ends of one: "300 to 350", "between X and Y", X至Y, from X to Y that tells no change."""

from __future__ import annotations

import re

from asylia.language.number_chains import Chain
from asylia.language.number_context import Beside, changed
from asylia.language.number_words import NumberWords

_WIDEST = 14
CHANGE = -1


def range_start(folded: str, low: tuple[Chain, Beside], high: tuple[Chain, Beside], table: NumberWords) -> int | None:
    """Where the range begins that these two numbers are the ends of; None where they stand apart.

    CHANGE where they are the two ends of a change: "rose from 54 to 102".
    """
    (first, left), (second, right) = low, high
    if not (_bare(first, left) and _bare(second, right)) or left.role == right.role == "year":
        return None
    if left.counter and (right.role != "count" or (right.counter not in {left.counter, None} and not table.open_end)):
        return None  # "three men to 18 months"
    if left.counter and right.counter and _core(left.counter) != _core(right.counter):
        return None  # 53개국에서 102곳: in so many states, so many sites
    start, end = _after_counter(left, folded), second.start if right.bound_end else right.start
    gap = folded[start:end]
    if not 0 < len(gap) <= _WIDEST:
        return None
    between = gap.strip()
    head = table.range_heads.before(folded, left.start - (folded[left.start - 1 : left.start] == " "))
    if head is not None and len(between) <= 8 and head[1].after(between, 0, open_end=True) is not None:
        spoiled = table.range_spoilers.after(folded, head[0]) is not None and changed(folded, head[0], table)
        return CHANGE if spoiled else head[0]
    if between in table.alternatives and second.value == (first.value or 0.0) + 1:
        return left.start
    found = table.range_words.after(between, 0, open_end=True)
    if found is None or found[0] != len(between):
        return None
    if table.open_end and any(word in folded[right.end : right.end + 14] for word in table.changes):
        return CHANGE  # 54곳에서 102곳으로 늘었다
    if between == "-" and not _plain_hyphen(folded, first, second):
        return None
    if between != "-" and changed(folded, left.start, table, words=3):
        return CHANGE  # "rose by 150 to 430"
    spoiler = table.range_spoilers.before(folded, left.start - (folded[left.start - 1 : left.start] == " "))
    if spoiler is not None:
        return CHANGE if changed(folded, spoiler[0], table) else spoiler[0]
    return left.start


def _core(counter: str) -> str:
    """The counter without what Korean may write around it: 여 명, 명의."""
    return counter.removeprefix("여").strip()[:1]


def _bare(chain: Chain, around: Beside) -> bool:
    return (
        chain.kind == "unit"
        and chain.upper is None
        and chain.value is not None
        and around.role in {"count", "year", "duration", "age"}
    )


def _after_counter(around: Beside, folded: str) -> int:
    if around.counter is None:
        return around.end
    found = folded.find(around.counter, around.digits_end, around.digits_end + len(around.counter) + 2)
    return found + len(around.counter) if found >= 0 else around.end


def _plain_hyphen(folded: str, first: Chain, second: Chain) -> bool:
    """No telephone number, no score of words: digits on both sides and no third part."""
    if not (first.digits and second.digits):
        return False
    return folded[first.start - 1 : first.start] != "-" and not re.match(r"-\d", folded[second.end : second.end + 2])


def scaled(low: Chain, left: Beside, high: Chain, right: Beside) -> tuple[float, float] | None:
    """The two values, the lower one in the scale of the upper ("2 to 3 million"); None where they do not rise."""
    lower, upper = (low.value or 0.0) * left.factor, (high.value or 0.0) * right.factor
    factor = max(high.scale, 1.0) * right.factor
    if factor > 1.0 and low.scale == 1.0 and left.factor == 1.0 and lower < upper / factor:
        lower *= factor
    return (lower, upper) if lower < upper else None
