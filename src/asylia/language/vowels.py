"""Arabic script without its optional signs: a text may write the short vowels of a word, or none of them."""

from __future__ import annotations

import re

# Short vowels, doubling and nunation, the small alif, the hamza of the Persian ezafe, and the stroke that only widens.
_SIGNS = re.compile("[\u064b-\u0652\u0654\u0670\u0640]")


def unvowelled(text: str) -> tuple[str, list[int]] | None:
    """The text without its signs, and for each of its characters (and its end) the place in `text`; None without any.

    A word ends behind its last sign: the place of what follows it is the end of the word.
    """
    if _SIGNS.search(text) is None:
        return None
    places = [at for at, char in enumerate(text) if _SIGNS.match(char) is None]
    return _SIGNS.sub("", text), [*places, len(text)]
