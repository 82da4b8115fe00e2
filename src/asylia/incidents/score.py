"""Score: whether two acts may be one. An ordered list of named functions with weights, each with its reason.

Every function sees the two acts only. It returns a score between 0 (speaks against) and 1 (speaks for), or None
where the reports do not say enough; a veto is a score of 0 that no other evidence outweighs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from asylia.incidents.acts import Act
from asylia.language.fold import fold
from asylia.model.dates import Date
from asylia.model.entity import Score

JOIN = 0.62  # two acts are one from here on
NEAR = timedelta(days=3)
CASE = timedelta(days=3 * 366)  # stages of one person's case: arrest, ruling, return, sentence


@dataclass(frozen=True, slots=True)
class Verdict:
    """The weighed score of a pair, whether it is vetoed, and why."""

    value: float
    veto: bool
    reason: str


def state(a: Act, b: Act) -> Score | None:
    """The state that acts."""
    left, right = a.report.origin_state, b.report.origin_state
    if left is None or right is None:
        return None
    if left == right:
        return Score(0.6, "the same state acts")
    if {left, right} == {"CN", "HK"}:
        return Score(0.4, "Hong Kong in the one report, China in the other")
    return Score(0.0, "different states act")


def who(a: Act, b: Act) -> Score | None:
    """The persons: named in both, or counted alike."""
    if a.persons & b.persons:
        return Score(1.0, "they name the same person")
    if a.persons and b.persons:
        partial = (a.size or 0) > len(a.persons) or (b.size or 0) > len(b.persons)
        return (
            Score(0.35, "they name different members of a group")
            if partial
            else Score(0.0, "they name different persons")
        )
    if a.size and b.size and a.report.methods and b.report.methods:
        if a.size == b.size:
            return Score(0.7, "they count the same number of people")
        return Score(0.4, "they count different numbers of people")
    return None


def what(a: Act, b: Act) -> Score | None:
    """The methods: the same, of one family, or a result that belongs to the act."""
    if not a.families or not b.families:
        return Score(0.5, "one of them tells only a result")
    if set(a.report.methods) & set(b.report.methods):
        return Score(0.8, "the same method")
    if a.families & b.families:
        return Score(0.65, "methods that writers use for one act")
    return Score(0.15, "different methods")


def where(a: Act, b: Act) -> Score | None:
    """The host country."""
    left, right = a.report.host, b.report.host
    if left is None or right is None:
        return None
    return Score(0.75, "the same host country") if left == right else Score(0.0, "different host countries")


def site(a: Act, b: Act) -> Score | None:
    """The place within the host country, told apart by one writer."""
    if a.place is None or b.place is None:
        return None
    if a.place == b.place:
        return Score(0.9, "the same place")
    return Score(0.0, "one page tells the two places apart") if a.unit == b.unit else Score(0.4, "different places")


def when(a: Act, b: Act) -> Score | None:
    """The date, as precisely as both say."""
    left, right = a.report.date, b.report.date
    if left is None or right is None:
        return None
    coarse = "year" in (left.precision, right.precision)
    if left.meets(right):
        if coarse:
            return Score(0.6, "the same year")
        exact = left.precision == right.precision == "day"
        return Score(0.95 if exact else 0.8, "the same day" if exact else "the same month")
    gap = left.gap(right)
    if gap <= NEAR and not coarse:
        return Score(0.7, "dates within three days")
    return Score(0.0, f"dates {_span(gap)} apart")


def words(a: Act, b: Act) -> Score | None:
    """The passages, where one text stands behind both."""
    if a.unit != b.unit:
        return None
    if (
        fold(a.report.passage.quote) == fold(b.report.passage.quote)
        and a.report.passage.document != b.report.passage.document
    ):
        return Score(1.0, "the same sentence in two copies of one text")
    return None


Feature = Callable[[Act, Act], Score | None]
FEATURES: tuple[tuple[Feature, float], ...] = (
    (who, 4.0), (when, 3.0), (what, 3.0), (where, 2.0), (site, 2.0), (state, 1.0), (words, 6.0),
)  # fmt: skip


def compare(a: Act, b: Act) -> Verdict:
    """The verdict on two acts; symmetric."""
    found = [(feature, score, weight) for feature, weight in FEATURES if (score := feature(a, b)) is not None]
    total = sum(weight for _, _, weight in found)
    value = sum(score.value * weight for _, score, weight in found) / total if total else 0.0
    same_person = bool(a.persons & b.persons)
    same_text = any(feature is words for feature, _, _ in found)
    veto = [
        score.reason for feature, score, _ in found if score.value == 0.0 and not _excused(feature, a, b, same_person)
    ]
    reason = "; ".join(score.reason for _, score, _ in found)
    if veto and not same_text:
        return Verdict(0.0, True, "; ".join(veto))
    return Verdict(round(value, 4), False, reason)


def _excused(feature: Feature, a: Act, b: Act, same_person: bool) -> bool:
    """Stages of one person's case stand apart in time and may cross a border: arrest, ruling, return, sentence."""
    if not same_person or feature not in (when, where):
        return False
    staged = not a.families or not b.families or (a.families & b.families) == {"transfer"}
    if feature is where:
        return staged
    left, right = a.report.date, b.report.date
    return staged and left is not None and right is not None and left.gap(right) <= CASE


def _span(gap: timedelta) -> str:
    days = gap.days
    return f"{days} days" if days < 60 else f"{days // 30} months" if days < 730 else f"{days // 365} years"


def dated(act: Act) -> Date | None:
    """The date of the act, else that of the page: only for sorting."""
    return act.report.date or act.published
