"""Score: whether two acts may be one. An ordered list of named functions with weights, each with its reason.

Every function sees the two acts only. It returns a score between 0 (speaks against) and 1 (speaks for), or None
where the reports do not say enough; 0.5 is neutral and 0 is a veto. The evidence of a pair is the sum of
weight × (2 · score - 1); it must outweigh the prior, that two reports tell of two acts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from math import exp

from asylia.incidents.acts import Act, one_sentence
from asylia.model.dates import Date
from asylia.model.entity import Score

PRIOR = 2.0
JOIN = 0.5
NEAR = timedelta(days=3)
CASE = timedelta(days=3 * 366)  # stages of one person's case: arrest, ruling, return, sentence
PRESSURE = frozenset({"relatives", "contact", "digital"})  # what one campaign against one person is made of


@dataclass(frozen=True, slots=True)
class Verdict:
    """The weighed score of a pair between 0 and 1, the functions that veto it, and why."""

    value: float
    vetoes: frozenset[str]
    reason: str


def who(a: Act, b: Act) -> Score | None:
    """The persons: named in both, or counted alike."""
    result = not a.families or not b.families
    if a.persons & b.persons:
        return Score(1.0, "they name the same person")
    if a.persons and b.persons:
        if result:
            return Score(0.3, "the result of one and the act against another")
        partial = (a.size or 0) > len(a.persons) or (b.size or 0) > len(b.persons)
        reason = "they name different members of a group" if partial else "they name different persons"
        return Score(0.3 if partial else 0.0, reason)
    if a.size and b.size and not result:
        if a.size == b.size:
            return Score(0.65 if a.size > 1 else 0.55, "they count the same number of people")
        return Score(0.35, "they count different numbers of people")
    return None


def when(a: Act, b: Act) -> Score | None:
    """The date, as precisely as both say."""
    left, right = a.date, b.date
    if left is None or right is None:
        return None
    coarse = "year" in (left.precision, right.precision)
    if left.meets(right):
        if coarse:
            return Score(0.55, "the same year")
        exact = left.precision == right.precision == "day"
        return Score(1.0 if exact else 0.8, "the same day" if exact else "the same month")
    gap = left.gap(right)
    if gap <= CASE and (_staged(a, b) or not a.families or not b.families):
        return Score(0.5, "dates apart as stages of one case are")
    if gap <= NEAR and not coarse and (a.unit != b.unit or _two_voices(a, b)):
        return Score(0.6, "dates within three days")
    if a.persons & b.persons and _one_day(left, right) and not (_prints_year(a) and _prints_year(b)):
        return Score(0.5, "the same day of the year, and one of them does not print which year")
    return Score(0.0, f"dates {_span(gap)} apart")


def _two_voices(a: Act, b: Act) -> bool:
    """Whether one page tells two sources' dates of one person's case, rather than two events."""
    left, right = a.report.voice.origin, b.report.voice.origin
    return bool(a.persons & b.persons) and left is not None and right is not None and left != right


def _one_day(left: Date, right: Date) -> bool:
    """Whether two dates differ in the year alone."""
    if left.year == right.year or left.day is None or right.day is None or left.month is None or right.month is None:
        return False
    return abs((left.month - right.month) * 31 + left.day - right.day) <= NEAR.days


def _prints_year(act: Act) -> bool:
    """Whether the passage prints the year of its date; where it does not, the year was inferred."""
    return act.date is not None and str(act.date.year) in act.report.passage.quote


def what(a: Act, b: Act) -> Score | None:
    """The methods: the same, of one kind, or a result or plan that belongs to the act."""
    if not a.families or not b.families:
        told_together = a.unit == b.unit and bool(a.families or b.families)
        return Score(0.8 if told_together else 0.5, "one of them tells only a result")
    if a.unit == b.unit and "planned" in (a.report.modality, b.report.modality) and a.families & b.families:
        return Score(0.8, "a plan told together with the act")
    if "station" in a.families & b.families:
        return Score(0.75, "both tell of a station")
    if set(a.report.methods) & set(b.report.methods):
        return Score(0.7, "the same method")
    if a.families & b.families:
        return Score(0.6, "methods that writers use for one act")
    if a.families & PRESSURE and b.families & PRESSURE:
        return Score(0.4, "different ways of pressure")
    return Score(0.1, "different methods")


def where(a: Act, b: Act) -> Score | None:
    """The host country."""
    left, right = a.host, b.host
    if left is None or right is None:
        return None
    if left == right:
        return Score(0.75, "the same host country")
    if _staged(a, b):
        return Score(0.45, "the case moved to another country")
    return Score(0.0, "different host countries")


def site(a: Act, b: Act) -> Score | None:
    """The place within the host country, told apart by one writer."""
    if a.place is None or b.place is None or a.host != b.host:
        return None
    if a.place == b.place:
        return Score(0.9, "the same place")
    if a.persons & b.persons:
        return None
    return Score(0.0, "one page tells the two places apart") if a.unit == b.unit else Score(0.3, "different places")


def state(a: Act, b: Act) -> Score | None:
    """The state that acts; a headline seldom tells it, and what is read there is the town's."""
    if a.headline != b.headline and a.unit == b.unit:
        return None
    left, right = a.report.origin_state, b.report.origin_state
    if left is None or right is None:
        return None
    if left == right:
        return Score(0.6, "the same state acts")
    if {left, right} == {"CN", "HK"}:
        return Score(0.4, "Hong Kong in the one report, China in the other")
    return Score(0.0, "different states act")


def text(a: Act, b: Act) -> Score | None:
    """Told in one text, or by one sentence in two copies of it."""
    if a.unit != b.unit:
        return None
    if (a.headline and b.lead) or (b.headline and a.lead):
        return Score(1.0, HEADLINE)
    if a.report.passage.document == b.report.passage.document:
        return Score(0.56, "told on one page")
    if a.families & b.families and one_sentence(a, b):
        return Score(1.0, ONE_SENTENCE)
    return Score(0.56, "told in one text")


HEADLINE = "the headline tells what its text begins with"
ONE_SENTENCE = "one sentence in two copies of one text"


Feature = Callable[[Act, Act], Score | None]
FEATURES: tuple[tuple[Feature, float], ...] = (
    (who, 4.0), (when, 3.0), (what, 3.0), (where, 2.0), (site, 2.0), (state, 1.0), (text, 7.0),
)  # fmt: skip


def compare(a: Act, b: Act) -> Verdict:
    """The verdict on two acts; symmetric."""
    found = [(feature.__name__, score, weight) for feature, weight in FEATURES if (score := feature(a, b))]
    copied = any(score.reason == ONE_SENTENCE for _, score, _ in found)
    vetoes = frozenset(name for name, score, _ in found if score.value == 0.0 and not copied)
    if vetoes:
        return Verdict(0.0, vetoes, "; ".join(score.reason for name, score, _ in found if name in vetoes))
    evidence = sum(weight * (2 * score.value - 1) for _, score, weight in found)
    reason = "; ".join(score.reason for _, score, _ in found if score.value > 0.5)
    return Verdict(round(1 / (1 + exp(PRIOR - evidence)), 4), vetoes, reason)


def _staged(a: Act, b: Act) -> bool:
    """Whether the two may be stages of one case: one tells a result, or both move or hold the same person."""
    if not a.persons & b.persons:
        return not (a.families and b.families) and a.unit == b.unit and not (a.persons and b.persons)
    return not a.families or not b.families or "transfer" in a.families & b.families


def _span(gap: timedelta) -> str:
    days = gap.days
    return f"{days} days" if days < 60 else f"{days // 30} months" if days < 730 else f"{days // 365} years"
