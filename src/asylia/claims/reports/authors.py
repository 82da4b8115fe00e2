"""Authors of violence: a state is named for a killing, a beating or an infection only where the text names it."""

from __future__ import annotations

from asylia.claims.reports.acts import Act
from asylia.claims.reports.direction import direction, places
from asylia.claims.reports.draft import Draft
from asylia.claims.reports.setting import Setting
from asylia.claims.scan import Scan

_HIDDEN = frozenset({"abroad.killing", "abroad.assault", "digital.spyware"})
_BEFORE, _BEHIND = 2, 3  # sentences
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


def suspected(scan: Scan, about: Setting, drafts: list[Draft]) -> list[Draft]:
    """Violence by unknown hands that the sentences around it lay at a state's door: that state's, alleged.

    "Shot dead outside his home. His family blames the government of X", "X rejects any part in it".
    """
    return [draft if draft.origin is not None else _blamed(scan, about, draft) for draft in drafts]


def _blamed(scan: Scan, about: Setting, draft: Draft) -> Draft:
    if not _HIDDEN & set(draft.methods) or draft.modality == "planned":
        return draft
    for sentence in scan.sentences[max(draft.sentence - _BEFORE, 0) : draft.sentence + _BEHIND + 1]:
        state = about.origin_at(sentence)
        if state is None or state != about.origin_at(scan.sentences[draft.sentence]):
            continue
        named = any(place.code == state for place in places(sentence)) or any(
            f"state:{state}" in cue.tags for cue in sentence.of("institution", "agent")
        )
        denied = any(cue.code == "denies" for cue in sentence.of("stance"))
        if named and (denied or sentence.has("doubt", "refusal", "behest")):
            struck = draft.modality == "asserted" and "digital.spyware" not in draft.methods  # an infection is found
            alleged = "alleged" if struck else draft.modality
            return draft.with_(origin=state, modality=alleged)
    return draft
