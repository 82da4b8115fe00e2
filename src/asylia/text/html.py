"""HTML pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from asylia.model.capture import Capture
from asylia.model.document import Document
from asylia.text.article import closing, inside, opening, stretch
from asylia.text.blocks import Frame, blocks, container, inherit
from asylia.text.bylines import trimmed
from asylia.text.charset import Decoded
from asylia.text.compose import Parts, compose
from asylia.text.headline import find_headline, outlet_of, title_of
from asylia.text.kinds import Block, Kind, classify
from asylia.text.markup import Tree
from asylia.text.metadata import Metadata, attributes, read_metadata
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
from asylia.text.shape import same_words
from asylia.text.signs import AROUND, CHROME, Sign
from asylia.text.tongues import language_of

LAYER = "html.1"
_MAIN = 0.7  # the share of the text that the article's container must hold
_INNER = 0.3  # how much chrome counts within the container, where text on both sides is known to stand
_ENOUGH = 60  # words; with fewer, a container called by a name of chrome is looked into after all
_AROUND_HEADLINE = 6  # blocks


@dataclass(slots=True)
class _Page:
    """A page while it is read."""

    frame: Frame
    data: Metadata
    found: list[Block]
    headline: Block | None
    main: int = 0
    kept: tuple[int, ...] = ()

    @property
    def at_headline(self) -> int | None:
        """The number of the headline's block."""
        return None if self.headline is None else next(at for at, one in enumerate(self.found) if one is self.headline)


def read_html(capture: Capture, decoded: Decoded) -> Document:
    """The article of a page, as a document."""
    tree = Tree(decoded.text).parse()
    frame = Frame(tree)
    data = read_metadata(tree)
    found = blocks(frame)
    page = _Page(frame, data, found, find_headline(found, data, frame.strong))
    _select(page)
    notes = list(decoded.notes)
    if not page.kept:
        page.kept = tuple(_anything(page))
        notes.append("no_article")
    body = [piece for at in page.kept if (piece := trimmed(found[at].piece)).text]
    language = language_of("\n".join(piece.text for piece in body), data.language)
    title = title_of(data, page.headline, data.named("og:site_name"))
    outlet = outlet_of(data, title.text if title else None, [block.text for block in found[-60:]])
    parts = Parts(
        layer=LAYER,
        title=title,
        body=body,
        language=language,
        outlet=outlet,
        published=_published(page, body, language, capture.url),
        charset=decoded.charset,
        notes=tuple(notes),
    )
    return compose(capture, parts)


def _select(page: _Page) -> None:
    """Find the article; where next to nothing is found, look into the largest part that chrome is named after."""
    cleared: frozenset[int] = frozenset()
    for _ in range(3):
        node = page.headline.node if page.headline else 0
        inherit(page.frame, page.found, node, cleared)
        for block in page.found:
            block.kind = classify(block)
        _settle(page)
        size = sum(page.found[at].shape.words for at in page.kept)
        hidden = _largest_chrome(page, cleared, size) if size < _ENOUGH else None
        if hidden is None:
            return
        cleared |= {hidden}


def _settle(page: _Page) -> None:
    found = page.found
    _mark_captions(page)
    texts = [block for block in found if block.kind is Kind.TEXT and block.shape.prose]
    page.main = container(page.frame, texts or [block for block in found if block.kind is Kind.TEXT], _MAIN)
    _mark_outside(page)
    start, end = stretch(found, [_INNER if page.frame.within(block.node, page.main) else 1.0 for block in found])
    end = closing(found, start, end)
    if end > start and found[end - 1].text.endswith((":", "：")):
        while end < len(found) and found[end].kind is Kind.ITEM and found[end].links < 0.5:
            end += 1
    lead = opening(found, start, page.at_headline)
    page.kept = (*lead, *inside(found, start, end, marked=True))


def _mark_captions(page: _Page) -> None:
    """What repeats the description of an image is its caption; so is a short line right under an image."""
    described = set()
    for node in page.frame.tree.nodes:
        if node.tag in ("img", "amp-img") and "alt" in node.attrs:
            described.add(same_words(attributes(node.attrs).get("alt", ("", 0, 0))[0]))
    for block in page.found:
        if block is page.headline or block.kind not in (Kind.TEXT, Kind.LINE, Kind.ITEM):
            continue
        if (len(block.text) > 12 and same_words(block.text) in described) or (
            block.after_image and block.kind is Kind.LINE and not block.strong & (Sign.STANDFIRST | Sign.LIST)
        ):
            block.kind = Kind.CAPTION


def _mark_outside(page: _Page) -> None:
    """Blocks that stand outside the article's container, or before its headline, are outside."""
    frame, found, main = page.frame, page.found, page.main
    head = page.at_headline
    scope = _scope(page)
    inner = [at for at, block in enumerate(found) if frame.within(block.node, main)]
    first, last = (inner[0], inner[-1]) if inner else (0, len(found))
    if head is not None and sum(block.shape.words for block in found[head:] if block.kind is Kind.TEXT) < _ENOUGH // 3:
        head = None  # nothing to read below it: the headline of something else
    title = same_words(page.headline.text) if page.headline else ""
    for at, block in enumerate(found):
        if block is page.headline or (title and same_words(block.text) == title) or (head is not None and at < head):
            block.kind = Kind.OUTSIDE
        elif first <= at <= last or block.kind is Kind.COMMENTS:
            continue
        elif at < first and head is not None:
            if not frame.within(block.node, scope):
                block.kind = Kind.OUTSIDE
        elif not (block.kind is Kind.TEXT and block.shape.prose and frame.within(block.node, frame.tree.nodes[main].parent) and at > last):
            block.kind = Kind.OUTSIDE


def _scope(page: _Page) -> int:
    """The smallest element around both the headline and the article's container."""
    at = page.main
    while page.headline is not None and at > 0 and not page.frame.within(page.headline.node, at):
        at = page.frame.tree.nodes[at].parent
    return max(at, 0)


def _largest_chrome(page: _Page, cleared: frozenset[int], size: float) -> int | None:
    """The element named like chrome that holds most text, if it holds far more than was found."""
    frame = page.frame
    words = [0.0] * len(frame.tree.nodes)
    for block in page.found:
        if block.shape.prose and block.links < 0.5:
            words[block.node] += block.shape.words
    for index in range(len(words) - 1, 0, -1):
        words[frame.tree.nodes[index].parent] += words[index]
    best, most = None, max(_ENOUGH, 4 * size)
    for index in range(1, len(words)):
        named = frame.strong[index] & CHROME
        if named and not named & Sign.COMMENT and index not in cleared and words[index] > most:
            best, most = index, words[index]
    return best


def _anything(page: _Page) -> Sequence[int]:
    """Where no article stands out: every block that is not plainly chrome."""
    kept = [at for at, block in enumerate(page.found) if block.kind in (Kind.TEXT, Kind.ITEM, Kind.LINE) and block is not page.headline]
    return kept or [at for at, block in enumerate(page.found) if block.kind is Kind.OUTSIDE and block.shape.prose]


def _published(page: _Page, body: Sequence[Piece], language: str | None, url: str | None) -> Published | None:
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
    return timed or shown or from_lines(_foot_lines(page), spoken, order) or (from_dateline(body[0].text, spoken) if body else None) or from_address(url)


def _order(data: Metadata) -> str | None:
    """Whether day or month comes first, where the page says which English it speaks."""
    tag = (data.language or data.named("og:locale") or "").replace("_", "-").lower()
    if not tag.startswith("en-"):
        return None
    return "mdy" if tag.startswith(("en-us", "en-ph")) else "dmy"


def _head_lines(page: _Page) -> list[Block]:
    """The lines between headline and text, then those just above the headline within the article's part of the page."""
    found, head = page.found, page.at_headline
    first = next((at for at in page.kept if found[at].shape.prose), page.kept[0] if page.kept else len(found))
    if head is None:
        return [block for block in found[max(first - _AROUND_HEADLINE, 0) : first] if is_dated(block) and _near(page, block)]
    between = [block for block in found[head + 1 : max(first, head + 1)] if not block.strong & AROUND]
    above = [block for block in found[max(head - _AROUND_HEADLINE, 0) : head] if _near(page, block) and not block.strong & AROUND]
    return [block for block in (*between, *reversed(above)) if block.shape.words <= 40]


def _near(page: _Page, block: Block) -> bool:
    """Within the element around headline and text, if that is a part of the page and not all of it."""
    scope = _scope(page)
    return page.frame.tree.nodes[scope].tag not in ("#root", "html", "body") and page.frame.within(block.node, scope)


def _foot_lines(page: _Page) -> list[Block]:
    """Lines right after the text that say when it was published."""
    if not page.kept:
        return []
    after = page.found[page.kept[-1] + 1 : page.kept[-1] + 1 + _AROUND_HEADLINE]
    return [block for block in after if _near(page, block) and block.kind in (Kind.NOTE, Kind.BYLINE, Kind.AFTER) and not block.strong & (Sign.COMMENT | Sign.RELATED)]


def _from_times(page: _Page) -> Published | None:
    """A time element or microdata date of the article, not of its comments or of other pages' teasers."""
    frame, nodes = page.frame, page.frame.tree.nodes
    scope = _scope(page)
    if page.headline is None and nodes[scope].tag in ("#root", "html", "body"):
        return None
    late = page.found[page.kept[0]].node if page.kept else len(nodes)
    for index, name, value in page.data.times:
        around = _signs_above(frame, index)
        inside_scope = nodes[scope].tag not in ("#root", "html", "body") or (page.headline is not None and page.headline.node < index < late)
        if not value or not frame.within(index, scope) or not inside_scope or around & (AROUND | Sign.HIDDEN) & ~Sign.SHARE:
            continue
        if index > late and not around & Sign.BYLINE and name != "datepublished":
            continue
        found = parse(value, None)
        if found is not None and "modif" not in nodes[index].attrs.lower() and "updated" not in nodes[index].attrs.lower():
            return Published(found, "microdata datePublished" if name == "datepublished" else "time element")
    return None


def _signs_above(frame: Frame, index: int) -> int:
    signs = 0
    while index > 0:
        if frame.tree.nodes[index].tag in ("article", "main", "body"):
            break
        signs |= frame.strong[index]
        index = frame.tree.nodes[index].parent
    return signs
