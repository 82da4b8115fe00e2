"""shown(): the one door through which words reach a reader."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from asylia.model.mention import Mention


@dataclass(frozen=True, slots=True)
class Audience:
    """Who reads. `names` True only for the owner who asked for names, or under a grant."""

    code: str
    names: bool = False


PUBLIC = Audience("public")
MASKED = Audience("owner")
OWNER = Audience("owner", names=True)

MASK = "█████"


def shown(text: str, mentions: Iterable[Mention], audience: Audience, offset: int = 0) -> str:
    """The text as this audience may read it: protected mentions are replaced by a mask of fixed length.

    `offset` is where `text` begins in its document, so that a quote can be shown with the mentions of
    the whole document. Mentions may overlap and come in any order; one that straddles the edge of the
    text is masked as far as it reaches into it. The mask's length says nothing about the name's.
    """
    if audience.names:
        return text
    covered = sorted(
        (max(m.start - offset, 0), min(m.end - offset, len(text)))
        for m in mentions
        if m.protected and m.start - offset < len(text) and m.end > offset
    )
    parts: list[str] = []
    done = 0
    for start, end in covered:
        if end <= done:
            continue
        if start >= done:
            parts += [text[done:start], MASK]
        done = end
    parts.append(text[done:])
    return "".join(parts)
