"""Origins of a page: the names whose knowledge it rests on. Those who only react are not among them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from asylia.claims.scan import Scan
from asylia.claims.voices.credit import Voices
from asylia.model.claim import Claim
from asylia.model.mention import Mention

_DATELINE = re.compile(r"[(（](?P<agency>[A-Z][A-Za-z]{1,11})[)）] ?(?:\.?[-–—]|\.)")
_KNOWING = ("ngo", "court", "body")


def page_origins(scan: Scan, voices: Voices, claims: Iterable[Claim]) -> tuple[Mention, ...]:
    """Origins of the page's figures and reports, finders whose findings it gives, and the agency of its dateline."""
    found: dict[str, Mention] = {}
    classes = {actor.mention.start: actor.code for actor in voices.cast}
    for claim in claims:
        origin = claim.voice.origin
        if origin is None:
            continue
        if claim.kind != "position" or classes.get(origin.start) in _KNOWING:
            found.setdefault(_key(scan, origin), origin)
    body = scan.text[scan.document.body_start : scan.document.body_start + 120]
    dateline = _DATELINE.search(body)
    if dateline:
        start = scan.document.body_start + dateline.start("agency")
        agency = Mention(scan.document.id, start, start + len(dateline["agency"]), "outlet", "origin")
        found.setdefault(_key(scan, agency), agency)
    return tuple(sorted(found.values()))


def _key(scan: Scan, mention: Mention) -> str:
    words = re.findall(r"\w+", scan.folded[mention.start : mention.end])
    return " ".join(word for word in words if word not in ("the", "s"))
