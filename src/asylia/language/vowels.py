"""Arabic script without its optional signs: a text may write the short vowels of a word, or none of them."""

from __future__ import annotations

import re

# Short vowels, doubling and nunation, the small alif, the hamza of the Persian ezafe, and the stroke that only widens.
_SIGNS = re.compile("[\u064b-\u0652\u0654\u0670\u0640]")


def unvowelled(text: str) -> tuple[str, list[int]] | None:
    """The text without its signs, and for each of its characters (and its end) the place in `text`; None without any.

    A word ends behind its last sign: the place of what follows it is the end of the word.
    """
    places: list[int] = []
    behind = 0
    for sign in _SIGNS.finditer(text):
        places.extend(range(behind, sign.start()))
        behind = sign.end()
    if not behind:
        return None
    places.extend(range(behind, len(text) + 1))
    return _SIGNS.sub("", text), places
