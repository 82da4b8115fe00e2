"""What a block of a page is: running text, a heading, or one of the things that stand around an article.

Decided block by block, from what the markup calls it, from the words pages say to their readers, and from
its shape. Where it stands among the others is weighed afterwards, in `article`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from asylia.text.bylines import trimmed
from asylia.text.pieces import Piece
from asylia.text.shape import Shape, shape
from asylia.text.signs import CHROME, Sign
from asylia.text.speech import Kind, spoken


@dataclass(slots=True)
class Block:
    """One block or line: its text with offsets, and what is known about it.

    `raw` is the line as it stood in a plain source (gaps between menu entries tell it apart); `links` the
    share of its characters that are links; `after_image` whether a picture directly precedes it.
    """

    piece: Piece
    strong: int = 0
    weak: int = 0
    tag: str = "line"
    node: int = 0
    links: float = 0.0
    after_image: bool = False
    raw: str = ""
    kind: Kind = Kind.LINE
    chunks: list[tuple[int, int]] = field(default_factory=list, repr=False)
    _shape: Shape | None = field(default=None, repr=False, compare=False)

    @property
    def text(self) -> str:
        """The normalised text."""
        return self.piece.text

    @property
    def shape(self) -> Shape:
        """Its measures, taken once."""
        if self._shape is None:
            self._shape = shape(self.piece.text)
        return self._shape


_BY_SIGN = (
    (Sign.HIDDEN, Kind.OUTSIDE), (Sign.COMMENT, Kind.OUTSIDE), (Sign.NAV, Kind.MENU), (Sign.FOOT, Kind.OUTSIDE),
    (Sign.RELATED, Kind.POINTER), (Sign.PROMO, Kind.PROMO), (Sign.SHARE, Kind.LABEL), (Sign.CAPTION, Kind.CAPTION),
    (Sign.BYLINE, Kind.BYLINE), (Sign.PULL, Kind.CAPTION), (Sign.NOTE, Kind.NOTE), (Sign.KICKER, Kind.LABEL),
)  # fmt: skip


def classify(block: Block) -> Kind:
    """The kind of a block, from itself alone."""
    look, strong = block.shape, block.strong
    if not any(map(str.isalnum, look.folded)):
        return Kind.END if look.text.replace(" ", "") == "###" else Kind.LABEL
    if strong & CHROME:
        return next(kind for sign, kind in _BY_SIGN if strong & sign)
    said = spoken(look, block.raw or block.text, paragraph=bool(strong & Sign.PARAGRAPH))
    if said is not None:
        return said
    if block.links > 0.75 and not _linked_text(block, look):
        return Kind.POINTER if look.words > 4 else Kind.LABEL
    weak = _by_weak_sign(block, look)
    if weak is not None:
        return weak
    if strong & Sign.HEADING:
        return Kind.HEADING
    if look.prose or look.sentence or (look.inner and shape(trimmed(block.piece).text).prose):
        return Kind.TEXT
    if strong & (Sign.LIST | Sign.CELL | Sign.TERM) or look.bullet:
        return Kind.ITEM
    if strong & (Sign.PARAGRAPH | Sign.STANDFIRST) and look.words >= 12:
        return Kind.TEXT
    return Kind.LINE


def _linked_text(block: Block, look: Shape) -> bool:
    return look.prose and look.words >= 15 and bool(block.strong & (Sign.PARAGRAPH | Sign.QUOTE | Sign.STANDFIRST))


def _by_weak_sign(block: Block, look: Shape) -> Kind | None:
    """What a weak sign says, unless the block reads like prose."""
    if not block.weak or block.strong & (Sign.STANDFIRST | Sign.HEADLINE):
        return None
    if look.prose and not (block.weak & Sign.CAPTION and look.words < 40 and not block.strong & Sign.PARAGRAPH):
        return None
    if look.sentence and not block.weak & (Sign.CAPTION | Sign.FOOT | Sign.PROMO | Sign.BYLINE):
        return None
    if block.weak & Sign.NAV and block.links < 0.3:  # "header" also names the head of each speech or entry
        return None
    return next((kind for sign, kind in _BY_SIGN if block.weak & sign), None)


__all__ = ["Block", "Kind", "classify"]
