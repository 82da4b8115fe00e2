"""Voices: who stands behind the words of a page, besides the outlet that printed them."""

from asylia.claims.voices.attribute import attribute
from asylia.claims.voices.credit import Attribution, Voices
from asylia.claims.voices.origins import page_origins

__all__ = ["Attribution", "Voices", "attribute", "page_origins"]
