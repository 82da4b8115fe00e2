"""The date of an HTML page, from its structured data and from the lines around its headline."""

from __future__ import annotations

from collections.abc import Sequence

from asylia.text.blocks import Frame
from asylia.text.kinds import Block, Kind
from asylia.text.metadata import Metadata
from asylia.text.pieces import Piece
from asylia.text.published import (
    Published,
    from_address,
    from_dateline,
    from_lines,
    from_metadata,
    is_dated,
    local_day,
    parse,
    raw_metadata_date,
)
from asylia.text.selection import Page, scope_of
from asylia.text.signs import AROUND, Sign
from asylia.text.vocabulary import words

_AROUND_HEADLINE = 6  # blocks
_OTHERS = Sign.HIDDEN | Sign.NAV | Sign.PROMO | Sign.RELATED | Sign.COMMENT | Sign.PULL


def published(page: Page, body: Sequence[Piece], language: str | None, url: str | None) -> Published | None:
    """The page's own date, by the first signal that has one."""
    order = _order(page.data)
    spoken = language or "en"
    shown = from_lines(_head_lines(page), spoken, order)
    machine = from_metadata(page.data, spoken)
    if machine is not None:
        return local_day(machine, raw_metadata_date(page.data), shown)
    timed = _from_times(page)
    if shown is not None and shown.by != "line updated":
        return local_day(timed, "", shown) if timed and timed.date == shown.date else shown
    return (
        timed
        or shown
        or from_lines(_foot_lines(page), spoken, order)
        or (from_dateline(body[0].text, spoken) if body else None)
        or from_address(url)
    )


def _order(data: Metadata) -> str | None:
    """Whether day or month comes first, where the page says which English it speaks."""
    tag = (data.language or data.named("og:locale") or "").replace("_", "-").lower()
    if not tag.startswith("en-"):
        return None
    return "mdy" if tag.startswith(("en-us", "en-ph")) else "dmy"


def _head_lines(page: Page) -> list[Block]:
    """The lines between headline and text, then those just above the headline within the article's part of the page."""
    found, head = page.found, page.at_headline
    first = next((at for at in page.kept if found[at].shape.prose), page.kept[0] if page.kept else len(found))
    if head is None:
        above = found[max(first - _AROUND_HEADLINE, 0) : first]
        close = found[max(first - 2, 0) : first]
        return [block for block in above if is_dated(block) and (_near(page, block) or block in close)]
    between = [block for block in found[head + 1 : max(first, head + 1)] if not block.strong & AROUND]
    above = [
        block
        for block in found[max(head - _AROUND_HEADLINE, 0) : head]
        if _near(page, block) and not block.strong & AROUND
    ]
    # A list of facts ("Date: 5 May 2018") may stand after the standfirst, among the first paragraphs.
    facts = [found[at] for at in range(first, _third(page, first)) if at not in page.kept]
    return [block for block in (*between, *reversed(above), *filter(_says_published, facts)) if block.shape.words <= 40]


def _third(page: Page, first: int) -> int:
    return next((at for at in page.kept if at > first and page.found[at].shape.prose), first)


def _says_published(block: Block) -> bool:
    opening = words().opening(block.shape.folded)
    return block.kind is Kind.BYLINE and opening is not None and opening.kind == "published"


def _near(page: Page, block: Block) -> bool:
    """Within the element around headline and text, if that is a part of the page and not all of it."""
    scope = scope_of(page)
    return page.frame.tree.nodes[scope].tag not in ("#root", "html", "body") and page.frame.within(block.node, scope)


def _foot_lines(page: Page) -> list[Block]:
    """Lines right after the text that say when it was published."""
    if not page.kept:
        return []
    after = page.found[page.kept[-1] + 1 : page.kept[-1] + 1 + _AROUND_HEADLINE]
    return [
        block
        for block in after
        if _near(page, block)
        and block.kind in (Kind.NOTE, Kind.BYLINE, Kind.AFTER)
        and not block.strong & (Sign.COMMENT | Sign.RELATED)
    ]


def _from_times(page: Page) -> Published | None:
    """A time element or microdata date of the article, not of its comments or of other pages' teasers."""
    frame, nodes = page.frame, page.frame.tree.nodes
    scope = scope_of(page)
    if page.headline is None and nodes[scope].tag in ("#root", "html", "body"):
        return None
    late = page.found[page.kept[0]].node if page.kept else len(nodes)
    for index, name, value in page.data.times:
        around = _signs_above(frame, index, scope)
        inside_scope = nodes[scope].tag not in ("#root", "html", "body") or (
            page.headline is not None and page.headline.node < index < late
        )
        if not value or not frame.within(index, scope) or not inside_scope or around & _OTHERS:
            continue
        if index > late and not around & Sign.BYLINE and name != "datepublished":
            continue
        found = parse(value, None)
        if (
            found is not None
            and "modif" not in nodes[index].attrs.lower()
            and "updated" not in nodes[index].attrs.lower()
        ):
            return Published(found, "microdata datePublished" if name == "datepublished" else "time element")
    return None


def _signs_above(frame: Frame, index: int, scope: int) -> int:
    """The signs of the elements around a node, up to the one around the whole article."""
    signs = 0
    while index > scope and frame.tree.nodes[index].tag not in ("article", "main", "body"):
        signs |= frame.strong[index]
        index = frame.tree.nodes[index].parent
    return signs
