"""Positions: what somebody thinks of the matter, each at its fullest statement."""

from asylia.claims.positions.find import find
from asylia.claims.positions.rules import RULES

__all__ = ["RULES", "find"]
