"""Quotes: direct speech whose verb no lexicon knows ("…," retorted the minister; the minister: "…")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.voices.grammar import Grammar
from asylia.claims.voices.nominals import Nominal
from asylia.lexicon.matcher import Cue

# A quotation of some length that ends in a comma, a question or an exclamation, or is followed by a comma or a dash.
_QUOTED = re.compile(r"[\"“«„](?P<said>[^\"“”«»„\n]{15,600})(?:[,?!.…]\s?[\"”»“]|[\"”»“],)(?: ?[-–—])? ?")
_WORDS = re.compile(r"[^\s,.;:!?\"()]+")
_MOST = 4  # words between the quotation and the speaker
_COLON = re.compile(r" ?: ?[\"“«„]")


def quoted(
    scan: Scan, sentence: SentenceScan, present: Sequence[Nominal], grammar: Grammar
) -> tuple[Cue, Nominal] | None:
    """The speaker of a quotation and the words that stand for the verb; None where nothing shows one."""
    for nominal in present:
        colon = _COLON.match(scan.text, nominal.end, sentence.end)
        if colon and nominal.sort in ("person", "actor") and not nominal.oblique:
            return Cue("speech", "", nominal.end, nominal.end + 1), nominal
    if grammar.order not in ("svo", "vso"):
        return None
    for found in _QUOTED.finditer(scan.text, sentence.start, sentence.end):
        speaker = next((n for n in present if n.start >= found.end()), None)
        if speaker is None or speaker.oblique or speaker.sort == "report":
            continue
        between = scan.folded[found.end() : speaker.start]
        words = _WORDS.findall(between)
        if 1 <= len(words) <= _MOST and not re.search(r"[,.;:!?\"]", between):
            start = found.end()
            return Cue("speech", "", start, start + len(words[0])), speaker
    return None
