"""Which blocks of an HTML page are its article: the container that holds the text, and what in it is text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from asylia.text.article import closing, inside, mark_credits, opening, stretch
from asylia.text.blocks import Frame
from asylia.text.containers import container, inherit
from asylia.text.kinds import Block, Kind, classify
from asylia.text.metadata import Metadata, attributes
from asylia.text.shape import same_words
from asylia.text.signs import CHROME, Sign

_MAIN = 0.7  # the share of the text that the article's container must hold
_INNER = 0.3  # how much chrome counts within the container, where text on both sides is known to stand
_ENOUGH = 60  # words; with fewer, a container called by a name of chrome is looked into after all


@dataclass(slots=True)
class Page:
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


def select(page: Page) -> None:
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


def _settle(page: Page) -> None:
    found = page.found
    _mark_captions(page)
    mark_credits(found)
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


def _mark_captions(page: Page) -> None:
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


def _mark_outside(page: Page) -> None:
    """Blocks that stand outside the article's container, or before its headline, are outside."""
    frame, found, main = page.frame, page.found, page.main
    head = page.at_headline
    scope = scope_of(page)
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
        elif not (
            block.kind is Kind.TEXT
            and block.shape.prose
            and frame.within(block.node, frame.tree.nodes[main].parent)
            and at > last
        ):
            block.kind = Kind.OUTSIDE


def scope_of(page: Page) -> int:
    """The smallest element around both the headline and the article's container."""
    at = page.main
    while page.headline is not None and at > 0 and not page.frame.within(page.headline.node, at):
        at = page.frame.tree.nodes[at].parent
    return max(at, 0)


def _largest_chrome(page: Page, cleared: frozenset[int], size: float) -> int | None:
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


def anything(page: Page) -> Sequence[int]:
    """Where no article stands out: every block that is not plainly chrome."""
    kept = [
        at
        for at, block in enumerate(page.found)
        if block.kind in (Kind.TEXT, Kind.ITEM, Kind.LINE) and block is not page.headline
    ]
    return kept or [at for at, block in enumerate(page.found) if block.shape.prose]
