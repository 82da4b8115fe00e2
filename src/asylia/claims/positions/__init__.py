"""Positions: what somebody thinks of the matter, each at its fullest statement."""

from asylia.claims.positions.find import find

__all__ = ["find"]
