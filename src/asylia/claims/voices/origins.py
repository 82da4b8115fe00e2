"""Origins of a page: the names whose knowledge it rests on. Those who only react are not among them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from asylia.claims import scope
from asylia.claims.scan import Scan
from asylia.claims.voices.credit import Attribution, Voices
from asylia.model.claim import Claim
from asylia.model.mention import Mention

_DATELINE = re.compile(r"[(（](?P<agency>[A-Z][A-Za-z]{1,11})[)）] ?(?:\.?[-–—]|\.)")
_FINDERS = frozenset({"ngo", "court", "body"})  # what they condemn or warn of they looked into
_TELLS = frozenset({"says", "according", "cites", "document"})
_ONLY_REACT = frozenset({"critic", "kin", "country"})
_WEIGHED = "positions.learned"  # found by its sentence: whose words in it are a telling is not known
_LOOKED_INTO = frozenset({"condemns", "warns"})


def page_origins(scan: Scan, voices: Voices, claims: Iterable[Claim]) -> tuple[Mention, ...]:
    """Origins of figures and reports, those who tell rather than react, finders, and the agency of the dateline."""
    found: dict[str, Mention] = {}
    made = list(claims)
    classes = {actor.mention.start: actor for actor in voices.cast}
    for claim in made:
        origin = claim.voice.origin
        if origin is None or _in_title(scan, origin):
            continue
        actor = classes.get(origin.start)
        if actor and actor.bare and actor.generic and actor.code == "official":
            continue
        stance = getattr(claim, "stance", "")
        if claim.kind != "position" or (actor and actor.code in _FINDERS and stance in _LOOKED_INTO):
            found.setdefault(_key(scan, origin), origin)
    positions = [claim for claim in made if claim.kind == "position" and claim.rule.name != _WEIGHED]
    for attribution in voices.attributions:
        mention = attribution.actor.mention
        if _tells(scan, attribution, positions) and not _in_title(scan, mention):
            found.setdefault(_key(scan, mention), mention)
    agency = _dateline(scan)
    if agency is not None:
        found.setdefault(_key(scan, agency), agency)
    return _distinct(scan, sorted(found.values()))


def _tells(scan: Scan, attribution: Attribution, positions: Iterable[Claim]) -> bool:
    """Whether somebody tells what happened here, and takes no position by it."""
    actor = attribution.actor
    if attribution.how not in _TELLS or actor.code in _ONLY_REACT or (actor.bare and actor.generic):
        return False
    if "accuses" in attribution.cue.tags or not scope.near(scan, attribution.start, attribution.end):
        return False
    return not any(
        claim.passage.start < attribution.end and attribution.start < claim.passage.end for claim in positions
    )


def _dateline(scan: Scan) -> Mention | None:
    """The agency in brackets that opens the text: "BEIJING (ABC) – …"."""
    body = scan.text[scan.document.body_start : scan.document.body_start + 120]
    found = _DATELINE.search(body)
    if found is None:
        return None
    start = scan.document.body_start + found.start("agency")
    return Mention(scan.document.id, start, start + len(found["agency"]), "outlet", "origin")


def _in_title(scan: Scan, mention: Mention) -> bool:
    return mention.start < scan.document.body_start


def _distinct(scan: Scan, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """One mention a name: where one name's words are all in another's, the longer stands."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        words = set(_key(scan, mention).split())
        if not any(words <= set(_key(scan, other).split()) for other in kept):
            kept.append(mention)
    return tuple(sorted(kept))


def _key(scan: Scan, mention: Mention) -> str:
    words = re.findall(r"\w+", scan.folded[mention.start : mention.end])
    return " ".join(word for word in words if word not in ("the", "s"))
