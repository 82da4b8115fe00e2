"""What was done to whom: reports of particular acts against exiles and those close to them."""

from asylia.claims.reports.find import find

__all__ = ["find"]
