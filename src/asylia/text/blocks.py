"""The visible blocks of a parsed page, in order, each with its text, its offsets and its signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from asylia.text.elements import BLOCK, HEADINGS, UNREAD
from asylia.text.kinds import Block
from asylia.text.markup import BREAK, IMAGE, TEXT, Tree
from asylia.text.pieces import Builder, Piece, joined
from asylia.text.shape import shape
from asylia.text.signs import Sign, signs

_DEAD = UNREAD | {"noscript"}
# An inline element with one of these signs is no part of the sentence it stands in.
_SKIPPED = Sign.HIDDEN | Sign.NOTE
_APART = Sign.CAPTION | Sign.PROMO | Sign.SHARE | Sign.RELATED | Sign.PULL
_WRAPPED = 48  # characters: nobody wraps lines more narrowly
_CELL_LENGTH = 160
_LINE = re.compile(r"[^\n]+|\n")
_OPENERS = "\"'“‘«„([「『《（【"


class Frame:
    """Per node of a tree: the signs of its own, the nearest block element, whether it is read at all."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        nodes = tree.nodes
        self.strong: list[int] = []
        self.weak: list[int] = []
        self.block: list[int] = []
        self.dead: list[bool] = []
        self.last: list[int] = list(range(len(nodes)))
        for index, node in enumerate(nodes):
            strong, weak = signs(node.tag, node.attrs)
            self.strong.append(strong)
            self.weak.append(weak)
            parent = node.parent
            inline = node.tag not in BLOCK
            self.block.append(self.block[parent] if inline and parent >= 0 and not strong & _APART else index)
            skipped = inline and strong & _SKIPPED
            self.dead.append(bool(skipped) or node.tag in _DEAD or (parent >= 0 and self.dead[parent]))
        for index in range(len(nodes) - 1, 0, -1):
            parent = nodes[index].parent
            self.last[parent] = max(self.last[parent], self.last[index])

    def within(self, node: int, container: int) -> bool:
        """Whether the node is the container or stands in it."""
        return container <= node <= self.last[container]


def blocks(frame: Frame) -> list[Block]:
    """Every block of visible text in the order of the page. Signs are those of the block alone, not yet inherited."""
    reader = _Reader(frame)
    found = reader.read()
    return _rows(frame, found)


class _Reader:
    """Walks the events once and closes a block wherever an element or a blank line does."""

    def __init__(self, frame: Frame) -> None:
        self._frame, self._tree = frame, frame.tree
        self._builder = Builder(frame.tree.source, entities=True)
        self._lines: list[Piece] = []
        self._hard: list[bool] = []  # whether a blank line stands before the line
        self._chunks: list[tuple[int, int]] = []
        self._lined: list[list[tuple[int, int]]] = []  # the chunks of each line
        self._home = 0
        self._breaks = 0
        self._image = False
        self._found: list[Block] = []

    def read(self) -> list[Block]:
        """All blocks."""
        dead = self._frame.dead
        for what, start, end, node in self._tree.events:
            if dead[node]:
                if what == TEXT:
                    self._builder.space(start, start)
                continue
            if what == TEXT:
                self._text(start, end, node)
            elif what == BREAK:
                self._break()
            else:
                self._close()
                self._image = self._image or what == IMAGE
        self._close()
        return self._found

    def _text(self, start: int, end: int, node: int) -> None:
        source = self._tree.source
        home = self._frame.block[node]
        if home != self._home:
            self._close()
            self._home = home
        if source[start:end].isspace():
            self._builder.space(start, end)
            return
        if self._tree.nodes[home].tag in ("pre", "listing"):
            self._written(start, end, node)
            return
        if self._chunks and self._chunks[-1][0] != node and source[start].isupper() and self._builder.ends_small:
            # Labels that only a style sheet sets apart: "<span>Lyon</span>Two men".
            self._builder.space(start, start)
        self._builder.add(start, end)
        self._breaks = 0
        self._chunks.append((node, end - start))

    def _written(self, start: int, end: int, node: int) -> None:
        """Text whose line ends count."""
        for line in _LINE.finditer(self._tree.source, start, end):
            if line.group() == "\n":
                self._break()
            else:
                self._builder.add(*line.span())
                self._breaks = 0
                self._chunks.append((node, line.end() - line.start()))

    def _break(self) -> None:
        made = self._builder.build()
        if made.text:
            self._lines.append(made)
            self._hard.append(self._breaks > 1)
            self._lined.append(self._chunks)
            self._breaks, self._chunks = 0, []
        self._breaks += 1

    def _close(self) -> None:
        self._break()
        self._breaks = 0
        lines, hard, lined = self._lines, self._hard, self._lined
        self._lines, self._hard, self._lined, self._chunks = [], [], [], []
        if not lines:
            return
        tag = self._tree.nodes[self._home].tag
        groups = [range(len(lines))] if tag in HEADINGS else list(_paragraphs(lines, hard))
        for group in groups:
            piece = joined([lines[at] for at in group], " ")
            chunks = [chunk for at in group for chunk in lined[at]]
            self._found.append(Block(piece, tag=tag, node=self._home, after_image=self._image, chunks=chunks))
            self._image = False


def _paragraphs(lines: list[Piece], hard: list[bool]) -> Iterator[range]:
    """Numbers of lines between breaks, joined where a sentence was only wrapped."""
    start = 0
    for at in range(1, len(lines)):
        if hard[at] or not goes_on(lines[at - 1].text, lines[at].text):
            yield range(start, at)
            start = at
    yield range(start, len(lines))


def goes_on(before: str, after: str) -> bool:
    """Whether a line break between the two only wraps a sentence."""
    if shape(before).ends or before.endswith((":", "：")):
        return False
    first = after.lstrip(_OPENERS)[:1]
    if first.islower():
        return len(before) >= _WRAPPED
    # Writing without capitals: a long line that stops in the middle of a sentence.
    return (
        not first.isupper()
        and not first.isdigit()
        and first.isalpha()
        and shape(before).words >= 18
        and shape(after).words >= 6
    )


def _rows(frame: Frame, found: list[Block]) -> list[Block]:
    """Cells of one short table row, and a term with its description, become one block."""
    made: list[Block] = []
    at = 0
    while at < len(found):
        end = _row_end(frame, found, at)
        if end - at > 1:
            made.append(_merged(found[at:end]))
        else:
            made.append(found[at])
        at = max(end, at + 1)
    return made


def _row_end(frame: Frame, found: list[Block], at: int) -> int:
    first = found[at]
    if first.tag == "dt":
        return at + 2 if at + 1 < len(found) and found[at + 1].tag == "dd" else at + 1
    if first.tag not in ("td", "th"):
        return at + 1
    nodes = frame.tree.nodes
    row = nodes[first.node].parent
    end, cells = at, set()
    while end < len(found) and found[end].tag in ("td", "th") and nodes[found[end].node].parent == row:
        if len(found[end].text) > _CELL_LENGTH or found[end].node in cells:
            return at + 1
        cells.add(found[end].node)
        end += 1
    return end


def _merged(cells: list[Block]) -> Block:
    separator = ": " if cells[0].tag == "dt" else " | "
    chunks = [chunk for cell in cells for chunk in cell.chunks]
    piece = joined([cell.piece for cell in cells], separator)
    return Block(piece, tag="tr", node=cells[0].node, after_image=cells[0].after_image, chunks=chunks, raw=" ")
