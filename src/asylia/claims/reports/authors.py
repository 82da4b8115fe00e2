"""Authors of violence: a state is named for a killing, a beating or an infection only where the text names it."""

from __future__ import annotations

from asylia.claims.reports.acts import Act
from asylia.claims.reports.direction import direction
from asylia.claims.scan import Scan

_HIDDEN = frozenset({"abroad.killing", "abroad.assault", "digital.spyware"})
_HANDS = frozenset({"service", "mission", "official", "state", "police"})


def author(scan: Scan, act: Act, method: str | None, origin: str | None) -> str | None:
    """The origin state of an act. What unknown hands did has none: "a gunman shot the former lawmaker dead" says
    nothing of who sent him, nor does spyware of its customer, whatever state the page is about. "By agents of", "on the
    orders of", a capital that stands for its government, and every sentence that accuses, denies or plans do."""
    if method not in _HIDDEN or act.modality != "asserted":
        return origin
    sentence = act.sentence
    if any(cue.code in _HANDS for cue in sentence.of("agent")) or sentence.has("behest"):
        return origin
    if any(tag == f"state:{origin}" for cue in sentence.of("institution", "agent") for tag in cue.tags):
        return origin
    spoken = any(cue.code == origin and not direction(scan, cue) for cue in sentence.of("capital"))
    return origin if spoken else None
