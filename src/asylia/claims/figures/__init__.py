"""Figures: counts with what they count, their bound and their scope.

`find` is the grammar's only door. Numbers are linked to nouns (`counts`), nouns to deeds (`deeds`), both to a
measure (`measures`); bare numbers repeat what stands before them (`ellipsis`); money and ratios have rules of
their own (`money`, `ratios`), and so have tables (`columns`, `tables`); then come the period (`periods`), the
places (`places`) and one claim per
statement (`merge`).
"""

from asylia.claims.figures.grammar import find
from asylia.claims.figures.rules import RULES
from asylia.claims.figures.tables import is_table, tallies

__all__ = ["RULES", "find", "is_table", "tallies"]
