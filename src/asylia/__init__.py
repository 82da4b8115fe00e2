"""Asylia: a sourced, reviewable, publishable record of transnational repression."""

__version__ = "0.1.0"
