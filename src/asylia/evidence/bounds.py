"""Bounds: what a printed number admits, as an interval, and arithmetic on such intervals.

"Nearly 10,000" admits 9,946 and not 10,000 people more; "more than 10,000" does not admit 9,946. Nothing is averaged.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor, inf, log10

from asylia.model.claim import Figure

ABOUT = 0.1  # "some 200" admits a tenth more or less …
ALMOST = 0.1  # … and "nearly 10,000" a tenth less


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`; an open end does not belong to it."""

    low: float
    high: float
    open_low: bool = False
    open_high: bool = False

    def meets(self, other: Interval) -> bool:
        """Whether some number is admitted by both."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low != high:
            return low < high
        return self.admits(low) and other.admits(low)

    def admits(self, value: float) -> bool:
        """Whether the interval holds a number."""
        above = self.low < value or (self.low == value and not self.open_low)
        return above and (value < self.high or (value == self.high and not self.open_high))

    def within(self, other: Interval) -> bool:
        """Whether all that this one admits, the other admits too."""
        low = other.low < self.low or (other.low == self.low and (self.open_low or not other.open_low))
        high = self.high < other.high or (self.high == other.high and (self.open_high or not other.open_high))
        return low and high

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            self.low + other.low,
            self.high + other.high,
            self.open_low or other.open_low,
            self.open_high or other.open_high,
        )

    def times(self, factor: float) -> Interval:
        """The interval of a share of something, for a factor above 0."""
        return Interval(self.low * factor, self.high * factor, self.open_low, self.open_high)


def interval(figure: Figure) -> Interval:
    """What a figure admits."""
    value, bound = figure.value, figure.bound
    if bound == "range" and figure.upper is not None:
        return Interval(min(value, figure.upper), max(value, figure.upper))
    if bound == "at_least":
        return Interval(value, inf, open_low=figure.strict)
    if bound == "at_most":
        return Interval(0.0, value, open_high=figure.strict)
    if bound == "almost":
        return Interval(value - max(ALMOST * value, 1.0), value, open_high=True)
    if bound == "about":
        slack = max(ABOUT * value, unit_of(value) / 2)
        return Interval(max(value - slack, 0.0), value + slack)
    return Interval(value, value)


def total(parts: Iterable[Interval]) -> Interval:
    """The interval of a sum: it holds every sum of numbers that the parts admit."""
    made = Interval(0.0, 0.0)
    for part in parts:
        made = made + part
    return made


def unit_of(value: float) -> float:
    """The unit of a round number's last digit that is not zero: 100 for 2,500, 1,000 for 14,000."""
    if not value or value != floor(value):
        return 1.0
    unit = 1.0
    while value % (unit * 10) == 0:
        unit *= 10
    return unit


def rounds_to(exact: float, told: float) -> bool:
    """Whether the one number is the other rounded to its own last digit."""
    unit = unit_of(told)
    return unit > 1 and abs(exact - told) <= unit / 2


def printed(value: float) -> str:
    """A number as a reader expects it: thousands apart, no needless decimals."""
    if value == inf:
        return "more"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.{max(1, 2 - int(log10(abs(value) + 1)))}f}"


def said(figure: Figure) -> str:
    """A figure with its bound, in English: "nearly 10,000", "more than 102"."""
    heads = {"about": "about ", "almost": "nearly ", "at_least": "at least ", "at_most": "at most "}
    head = heads.get(figure.bound, "")
    if figure.strict:
        head = "more than " if figure.bound == "at_least" else "fewer than "
    tail = f" to {printed(figure.upper)}" if figure.upper is not None else ""
    plain = figure.unit in (None, "persons", "stations", "times")
    unit = " percent" if figure.measure == "share" else "" if plain else f" {figure.unit}"
    return f"{head}{printed(figure.value)}{tail}{unit}"
