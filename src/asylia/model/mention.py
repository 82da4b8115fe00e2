"""Mention: a place in a document where somebody or something is named.

A person exists once: claims, incidents and entities hold mentions, never names. The words of a
mention stand in the document's text; a person's also in the table `names`, and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass

TYPES = ("person", "organisation", "state", "place", "programme", "outlet", "group")
ROLES = (
    "target",  # the person an act is directed at
    "relative",  # of a target
    "associate",  # friend, lawyer, landlord of a target
    "office",  # somebody speaking or acting in a public office, named in that office
    "witness",
    "claimant",  # who asserts
    "origin",  # whose knowledge it is
    "actor",  # who takes a position
    "author",  # byline
    "other",
)
OPEN_ROLES = frozenset({"office"})


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """`document.text[start:end]` names something of this type in this role."""

    document: str
    start: int
    end: int
    type: str
    role: str = "other"

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError("a mention needs a span")
        if self.type not in TYPES:
            raise ValueError(f"unknown mention type {self.type!r}")
        if self.role not in ROLES:
            raise ValueError(f"unknown mention role {self.role!r}")

    @property
    def protected(self) -> bool:
        """Whether readers see a mask here: every person but those named in their public office."""
        return self.type == "person" and self.role not in OPEN_ROLES
