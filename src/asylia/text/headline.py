"""The title of a page and the outlet that printed it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from asylia.language.fold import fold
from asylia.text.kinds import Block
from asylia.text.metadata import Metadata
from asylia.text.pieces import Piece
from asylia.text.shape import same_words, shape
from asylia.text.signs import CHROME, Sign
from asylia.text.vocabulary import words

_SPLIT = re.compile(
    r"\s+[|｜\-–—·•»:/::]\s+|\s*[|｜]\s*|_+|\s+::\s+"
    r"|(?<=[\u3040-\u9fff\uac00-\ud7a3])[-－](?=[\u3040-\u9fff\uac00-\ud7a3])"
)
_RIGHTS = re.compile(
    r"(?:©|ⓒ|&copy;|\(c\)|copyright)[\s©ⓒ:]*(?:\(c\)\s*)?(?:(?:19|20)\d\d(?:\s*[-–—,/]\s*(?:19|20)?\d\d)*)?"
    r"[\s,.:]*(?:by\s+|the author[s]?\s*)?"
    r"(?P<name>[^\d|.,;:()\[\]©ⓒ/]{2,60})",
    re.IGNORECASE,
)
_RIGHTS_AFTER = re.compile(r"(?P<name>[^\s|｜,，。©]{2,24})\s*(?:版权所有|版權所有)")
_NOT_A_NAME = re.compile(
    r"all rights|rights reserved|powered by|wordpress|www\.|@|reserv|alle rechte|todos los|tous droits"
    r"|版权|版權|著作|저작|무단|bảo lưu|все права|tüm hak|جميع|تمام",
    re.IGNORECASE,
)


def find_headline(found: Sequence[Block], data: Metadata, raw_strong: Sequence[int]) -> Block | None:
    """The block that is the headline: the heading that the page's own metadata repeat, or its first heading."""
    parts = [data.title.text[start:end] for start, end in _spans(data.title.text)]
    names = [same_words(text) for text in (*_names(data), *parts) if shape(text).words >= 1]
    outlet = {
        same_words(name)
        for name in (data.named("og:site_name", "application-name"), data.said("publisher", "name"))
        if name
    }
    best: tuple[float, int, Block] | None = None
    for order, block in enumerate(found):
        if (
            block.tag not in ("h1", "h2", "h3", "h4")
            and not raw_strong[block.node] & Sign.HEADLINE
            and not _repeats(block, names)
        ):
            continue
        score = _score(block, names, outlet, raw_strong)
        if score >= (3 if names else 1) and (best is None or score > best[0]):
            best = (score, order, block)
    return best[2] if best else None


def _names(data: Metadata) -> list[str]:
    """What the page says its title is, with and without the site's name."""
    site = data.named("og:site_name")
    whole = (data.said("headline"), data.named("og:title", "twitter:title", "title", "dc.title"), data.title.text)
    return [text for text in (*whole, without_site(data.title, site).text) if text]


def _cuts(text: str) -> list[tuple[int, int]]:
    """Where separators stand; a closing guillemet is none where an opening one stands too."""
    return [found.span() for found in _SPLIT.finditer(text) if "»" not in found.group() or "«" not in text]


def _spans(text: str) -> list[tuple[int, int]]:
    """What separators divide the text into."""
    cuts = _cuts(text)
    return list(zip([0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)], strict=True))


def _repeats(block: Block, names: list[str]) -> bool:
    """A block that is no heading may still be the title, if the metadata say the same and hardly more."""
    if len(block.text) > 300 or block.shape.words < 3:
        return False
    text = same_words(block.text)
    return any(text in name and len(text) >= 0.55 * len(name) for name in names)


def _score(block: Block, names: list[str], outlet: set[str], raw_strong: Sequence[int]) -> float:
    text = same_words(block.text)
    if not text or text in outlet or len(block.text) > 400:
        return -9.0
    score = {"h1": 3.5, "h2": 1.5, "h3": 0.5}.get(block.tag, 0.0)
    own = raw_strong[block.node]
    score += 2.0 if own & Sign.HEADLINE else 0.0 if score else -2.0
    score -= 3.0 if own & CHROME & ~Sign.BYLINE or block.links > 0.9 else 0.0
    agree = 0.0
    for name in names:
        if text == name:
            agree = max(agree, 10.0)
        elif len(text) >= 5 and text in name:
            agree = max(agree, 8.0 * len(text) / len(name))
        elif len(name) >= 8 and name in text:
            agree = max(agree, 6.0)
    score += 0.1 * min(block.shape.words, 10)
    return score + agree - (1.5 if names and not agree else 0.0)


def title_of(data: Metadata, block: Block | None, outlet: str | None) -> Piece | None:
    """The title as a piece of the source: the headline as printed, else the metadata's without the site's name."""
    if block is not None:
        return _without_label(block.piece, _names(data))
    for name in ("og:title", "twitter:title"):
        if name in data.meta and data.meta[name].text:
            return without_site(data.meta[name], outlet)
    return without_site(data.title, outlet) if data.title.text else None


def _without_label(piece: Piece, names: list[str]) -> Piece:
    """The headline without a section's name that stands in the same element, where the metadata say the rest alone."""
    text = piece.text
    for name in names:
        at = text.find(name)
        goes_on = text[at + len(name) : at + len(name) + 1] in tuple(
            '…,:;—–-.·“"«'
        )  # "X handed over…“No place is safe”"
        if at >= 0 and 8 < len(name) < len(text) <= 2.5 * len(name) and not goes_on:
            return piece.cut(at, at + len(name))
    return piece


def without_site(title: Piece, outlet: str | None) -> Piece:
    """A title without the name of the site at either end."""
    text = title.text
    cuts = _cuts(text)
    if not cuts:
        return title
    site = same_words(outlet) if outlet else ""
    head, tail = text[: cuts[0][0]], text[cuts[-1][1] :]
    if site and same_words(head) == site and len(cuts) >= 1:
        return title.cut(cuts[0][1], len(text))
    for start, end in cuts:
        rest = text[end:]
        if site and site in same_words(rest) and start > 3:
            return title.cut(0, start)
    spans = _spans(text)
    longest = sorted(spans, key=lambda span: span[0] - span[1])
    if len(spans) > 2 and longest[0] == spans[-1] and _length(longest[0]) > 1.5 * _length(longest[1]):
        return title.cut(*longest[0])  # "Forum :: Topic - What to do when they call?"
    start, end = cuts[-1]
    if (
        shape(tail).words <= 6
        and start > 3
        and shape(tail).words <= shape(text[:start]).words
        and not tail[:1].islower()
    ):
        return title.cut(0, start)
    return title


def _length(span: tuple[int, int]) -> int:
    return span[1] - span[0]


def suffix_of(title: str, headline: str | None) -> str | None:
    """The site's name that a title element adds to the headline; None where it adds nothing that looks like a name."""
    if headline is None:
        return None
    at = title.find(headline)
    if at < 0:
        return None
    after, before = title[at + len(headline) :].strip(), title[:at].strip()
    parts = [part for part in _SPLIT.split(f" {after or before} ") if part and part.strip()]
    name = parts[-1 if after else 0].strip(" |｜-–—·•:/_[]") if parts else ""
    return name if 1 < len(name) <= 60 and shape(name).words <= 8 and not shape(name).ends else None


def outlet_of(data: Metadata, headline: str | None, lines: Sequence[str]) -> str | None:
    """The name of the site: as it says in its metadata, in the title element, or in its copyright line."""
    named = (
        data.named("og:site_name")
        or data.said("publisher", "name")
        or data.named("application-name", "dc.publisher", "publisher", "citation_journal_title")
    )
    if named and "." not in named.strip(".") and not named.startswith("@"):
        return named
    return suffix_of(data.title.text, headline) or rights_holder(lines) or named


def rights_holder(lines: Sequence[str], names: Sequence[str] = ()) -> str | None:
    """The name in a line of copyright; `names` are lines that may be the site's name, if such a line repeats them."""
    for line in reversed(lines):
        line = line[:300]
        if not any(hit.kind == "rights" for hit in words().anywhere(fold(line))):
            continue
        known = [name for name in names if same_words(name) and same_words(name) in same_words(line)]
        if known:
            return max(known, key=len)
        if _NOT_A_NAME.match(line):
            continue
        found = _RIGHTS.search(line) or _RIGHTS_AFTER.search(line)
        name = found["name"].strip(" -–—|,.·•*") if found else ""
        if len(name) > 1 and not _NOT_A_NAME.search(name) and shape(name).words <= 7:
            return name
    return None
