"""The elements around blocks: what signs they hand down, and which of them holds the text."""

from __future__ import annotations

from asylia.text.blocks import Frame
from asylia.text.elements import BLOCK
from asylia.text.kinds import Block
from asylia.text.signs import CHROME, Sign


def weigh(frame: Frame, found: list[Block]) -> list[float]:
    """How many words of running text stand in each element."""
    sums = [0.0] * len(frame.tree.nodes)
    for block in found:
        if block.shape.prose:
            sums[block.node] += block.shape.words
    for index in range(len(sums) - 1, 0, -1):
        sums[frame.tree.nodes[index].parent] += sums[index]
    return sums


def inherit(frame: Frame, found: list[Block], headline: int, cleared: frozenset[int]) -> None:
    """Give every block the signs of the elements around it.

    An element around the headline is not what its name says (a page inside a form, a story inside a "sidebar");
    nor are the `cleared` ones, which turned out to hold most of the text. What a container is weakly called says
    nothing about it where it holds a good part of the text.
    """
    nodes, sums = frame.tree.nodes, weigh(frame, found)
    around, at = set(cleared), nodes[headline].parent
    while at > 0:
        around.add(at)
        at = nodes[at].parent
    strong, weak = [0] * len(nodes), [0] * len(nodes)
    for index in range(1, len(nodes)):
        parent, own, less = nodes[index].parent, frame.strong[index], frame.weak[index]
        if index in around:
            own, less = own & ~CHROME, 0
        strong[index] = strong[parent] | own
        passed = weak[parent] if sums[parent] < 0.3 * sums[0] else 0
        # "section" names the label over an article, but also any part of a page.
        weak[index] = (passed & ~Sign.KICKER if nodes[index].tag in BLOCK else passed) | less
    for block in found:
        _give(block, strong, weak)


def _give(block: Block, strong: list[int], weak: list[int]) -> None:
    """A block has a sign where three fifths of it have."""
    total = sum(size for _, size in block.chunks) or 1
    linked = sum(size for node, size in block.chunks if strong[node] & Sign.LINK)
    masks = {strong[node] for node, _ in block.chunks}
    some, every = 0, -1
    for mask in masks:
        some, every = some | mask, every & mask
    mixed, bit = some & ~every, 1
    while mixed:
        if mixed & bit and sum(size for node, size in block.chunks if strong[node] & bit) >= 0.6 * total:
            every |= bit
        mixed &= ~bit
        bit <<= 1
    block.strong, block.weak, block.links = every, weak[block.chunks[0][0]], linked / total


def container(frame: Frame, found: list[Block], share: float) -> int:
    """The smallest element that holds this share of the words of these blocks; the root where there are none."""
    sums = [0.0] * len(frame.tree.nodes)
    for block in found:
        sums[block.node] += block.shape.words
    for index in range(len(sums) - 1, 0, -1):
        sums[frame.tree.nodes[index].parent] += sums[index]
    at = 0
    for index in range(1, len(sums)):
        if frame.tree.nodes[index].parent == at and sums[0] and sums[index] >= share * sums[0]:
            at = index
    return at
