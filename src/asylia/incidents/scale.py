"""Scale: weighs two acts once, and remembers what it found as long as both say the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias, cast

from asylia.incidents.acts import Act
from asylia.incidents.score import Verdict, compare
from asylia.model.memory import Memory, key_of

Weigh: TypeAlias = Callable[[Act, Act], Verdict]


class Scale:
    """Verdicts on pairs of acts."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._marks: dict[str, str] = {}

    def weigh(self, a: Act, b: Act) -> Verdict:
        """The verdict on two acts; symmetric."""
        low, high = (a, b) if a.id < b.id else (b, a)
        found = self._memory.recall(f"pair {self._mark(low)} {self._mark(high)}", lambda: _row(compare(low, high)))
        value, vetoes, reason = cast("tuple[float, list[str], str]", found)
        return Verdict(value, frozenset(vetoes), reason)

    def _mark(self, act: Act) -> str:
        """A digest of all that the comparison reads of an act; its id stands for its passage."""
        if act.id not in self._marks:
            report = act.report
            self._marks[act.id] = key_of(
                "act", act.id, act.unit, act.published, sorted(act.persons), sorted(act.families), act.place, act.size,
                act.date, act.host, report.methods, report.origin_state, report.modality, report.outcome,
                report.voice.origin, report.passage.document,
            )  # fmt: skip
        return self._marks[act.id]


def _row(verdict: Verdict) -> tuple[float, list[str], str]:
    return verdict.value, sorted(verdict.vetoes), verdict.reason
