"""Rules: what each grammar calls its rules, how sure each is before calibration, and why it may speak."""

from __future__ import annotations

from dataclasses import dataclass

from asylia.model.claim import Rule


@dataclass(frozen=True, slots=True)
class Named:
    """A rule with its prior confidence, to be replaced by a calibrated one."""

    rule: Rule
    confidence: float


def named(grammar: str, rows: tuple[tuple[str, int, float, str], ...]) -> dict[str, Named]:
    """The rules of a grammar by name, from rows of name, version, confidence and reason."""
    return {
        name: Named(Rule(f"{grammar}.{name}", version, reason), confidence)
        for name, version, confidence, reason in rows
    }
