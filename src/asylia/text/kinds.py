"""What a block of a page is: running text, a heading, or one of the things that stand around an article.

Decided block by block, from what the markup calls it, from the words pages say to their readers, and from
its shape. Where it stands among the others is weighed afterwards, in `article`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from enum import Enum

from asylia.text.pieces import Piece
from asylia.text.shape import Shape, is_menu, shape
from asylia.text.signs import CHROME, Sign
from asylia.text.vocabulary import Hit, Words, words


class Kind(Enum):
    """Kinds of blocks."""

    TEXT = "running text"
    HEADING = "heading"
    ITEM = "item of a list or a table"
    LINE = "short, and nothing speaks for or against it"
    CAPTION = "caption"
    BYLINE = "byline or date"
    LABEL = "label of the site"
    POINTER = "pointer to another page"
    PROMO = "asks or offers something"
    NOTE = "note about the article"
    MENU = "menu"
    AFTER = "heads what stands after an article"
    END = "heads notes, sources, contacts: the article is over"
    RIGHTS = "copyright"
    COMMENTS = "readers speak from here on"
    OUTSIDE = "outside the article's container"


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

    @property
    def text(self) -> str:
        """The normalised text."""
        return self.piece.text

    @property
    def shape(self) -> Shape:
        """Its measures."""
        return shape(self.piece.text)


_BY_SIGN = (
    (Sign.HIDDEN, Kind.OUTSIDE), (Sign.COMMENT, Kind.OUTSIDE), (Sign.NAV, Kind.MENU), (Sign.FOOT, Kind.OUTSIDE), (Sign.RELATED, Kind.POINTER),
    (Sign.PROMO, Kind.PROMO), (Sign.SHARE, Kind.LABEL), (Sign.CAPTION, Kind.CAPTION), (Sign.BYLINE, Kind.BYLINE),
    (Sign.PULL, Kind.CAPTION), (Sign.NOTE, Kind.NOTE), (Sign.KICKER, Kind.LABEL),
)  # fmt: skip
_BEGINS_CLAUSE = re.compile(r"(?:^|[.!?:;。！？：；，!]|\s[-–—]|[-–—]\s|[\[【(（])\s*$")
_WORK = re.compile(
    r"\((?:(?:19|20)\d\d[a-z]?|n\.d\.|s\.f\.|s\.d\.|o\.j\.)(?:,[^)]{0,20})?\)|retrieved|accessed (?:on|\d)|available at|\bibid|op\. cit|\bdoi\b"
    r"|\bpp?\. ?\d|\bvol\. ?\d|consultado el|consulté le|abgerufen|дата обращения|访问日期|檢索|閲覧|https?://|erişim tarihi|truy cập"
)
_DATE_LIKE = re.compile(
    r"(?:\d{1,4}\s*[-./年년]\s*\d{1,2}\s*[-./月월]\s*\d{1,4}|\d{1,2}:\d{2}|\d{1,2}\s*[時时点]|\d{1,2}h\d{2}|(?:19|20)\d\d|"
    r"[۰-۹٠-٩]{4})"
)
_MARK = re.compile(r"[▲△▼▽◀◁]\s*|[┃│]\s*")
_CREDIT_TAIL = re.compile(r"[.!?。」”]\s*[(（\[]?[^.!?。]{2,40}[)）\]]?\s*$")


def classify(block: Block) -> Kind:
    """The kind of a block, from itself alone."""
    look, strong = block.shape, block.strong
    if not any(map(str.isalnum, look.folded)):
        return Kind.END if look.text.replace(" ", "") == "###" else Kind.LABEL
    if strong & CHROME:
        return next(kind for sign, kind in _BY_SIGN if strong & sign)
    spoken = _by_words(block, look, words())
    if spoken is not None:
        return spoken
    if block.links > 0.75 and not _linked_text(block, look):
        return Kind.POINTER if look.words > 4 else Kind.LABEL
    weak = _by_weak_sign(block, look)
    if weak is not None:
        return weak
    if strong & Sign.HEADING:
        return Kind.HEADING
    if look.prose or look.sentence:
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


def _by_words(block: Block, look: Shape, lists: Words) -> Kind | None:
    """What the vocabulary says: nothing, for most of the text that matters."""
    folded = look.folded
    whole = lists.whole(folded)
    if whole is not None and look.words <= 8:
        return {"label": Kind.LABEL, "after": Kind.AFTER, "comments": Kind.COMMENTS, "endmatter": Kind.END}[whole]
    if is_menu(block.raw or block.text):
        return Kind.MENU
    if look.words > 90:
        return None
    opening = lists.opening(folded)
    loose = lists.anywhere(folded)
    counts = Counter(hit.kind for hit in loose)
    if counts["agency"] and not counts["credit"] and block.strong & Sign.PARAGRAPH and look.inner:
        counts["agency"] = 0  # a paragraph that ends in its agency is no caption
    for rule in (_reference, _rights, _opened, _promo, _captioned, _consent, _dated):
        kind = rule(look, opening, loose, counts)
        if kind is not None:
            return kind
    return None


def _reference(look: Shape, _opening: Hit | None, _loose: list[Hit], _counts: Counter[str]) -> Kind | None:
    """An entry of a list of works: numbered, and dated or located as such entries are."""
    return Kind.NOTE if look.bullet and _WORK.search(look.folded) else None


def _rights(look: Shape, _opening: Hit | None, loose: list[Hit], counts: Counter[str]) -> Kind | None:
    if not counts["rights"] or look.words > 60:
        return None
    sure = counts["rights"] >= 2 or look.words <= 12 or any(char in look.text for char in "©ⓒ")
    return Kind.RIGHTS if sure and not (look.prose and counts["rights"] == 1 and "©" not in look.text and look.words > 14) else None


def _opened(look: Shape, opening: Hit | None, _loose: list[Hit], counts: Counter[str]) -> Kind | None:
    """What the first words announce."""
    if opening is None:
        return None
    kind, rest = opening.kind, look.folded[opening.end :].lstrip()
    colon = rest[:1] in (":", "|") or look.folded[opening.end - 1] in ":：/="
    if kind == "comments_opening" and look.words <= 30:
        return Kind.COMMENTS
    if kind == "after_opening" and (look.words <= 12 or colon or look.contact) and not (look.ends and look.words > 8 and not look.contact):
        return Kind.AFTER
    if kind == "pointer" and look.words <= 30 and (colon or not look.prose or look.words <= 16):
        return Kind.POINTER
    if kind == "note" and look.words <= 60 and (colon or not look.prose or look.words <= 45):
        return Kind.NOTE
    if kind in ("byline", "published", "updated"):
        dated = _DATE_LIKE.search(look.text) is not None
        short = look.words <= (16 if dated or colon else 9)
        if short and (not look.ends or (dated and look.words <= 9)):
            return Kind.BYLINE
    return None


def _promo(look: Shape, _opening: Hit | None, loose: list[Hit], counts: Counter[str]) -> Kind | None:
    """Whether the block asks the reader for something or offers something."""
    if look.words > 45:
        return None
    if counts["notice"] and look.words <= 25:
        return Kind.PROMO
    calls, offers = counts["call"], counts["offer"]
    heads = sum(hit.kind == "call" and _BEGINS_CLAUSE.search(look.folded[: hit.start]) is not None for hit in loose)
    asks = heads and (offers or calls >= 2 or look.words <= 10)
    urges = calls and offers and (calls + offers >= 3 or not look.ends) and (look.words <= 30)
    sells = offers >= 2 and look.words <= 20 and not look.ends
    reach = look.contact and (calls or offers or (look.words <= 12 and not look.ends))
    return Kind.PROMO if asks or urges or sells or reach else None


def _captioned(look: Shape, _opening: Hit | None, loose: list[Hit], counts: Counter[str]) -> Kind | None:
    """A credit near either end of a block that is not long."""
    if _MARK.match(look.text) and look.words <= 60:
        return Kind.CAPTION
    if not (counts["credit"] or counts["agency"]) or look.words > 60:
        return None
    size = len(look.folded)
    edge = [hit for hit in loose if hit.kind in ("credit", "agency") and (hit.start < 4 or size - hit.end < 28)]
    if not edge:
        return None
    if look.words <= 14 and not look.sentence:
        return Kind.CAPTION
    return Kind.CAPTION if not look.ends or any(hit.start < 4 for hit in edge) or _bracketed_end(look.text) else None


def _bracketed_end(text: str) -> bool:
    return text.rstrip(" .")[-1:] in (")", "）", "]", "】") or _CREDIT_TAIL.search(text) is not None


def _consent(look: Shape, _opening: Hit | None, _loose: list[Hit], counts: Counter[str]) -> Kind | None:
    if not counts["consent"]:
        return None
    return Kind.PROMO if counts["consent"] >= 2 or (look.words <= 45 and (counts["call"] or counts["offer"])) else None


def _dated(look: Shape, _opening: Hit | None, _loose: list[Hit], counts: Counter[str]) -> Kind | None:
    """A line that is hardly more than a date or a job title."""
    if look.ends and look.words > 6:
        return None
    if look.digits > 0.25 and look.words <= 14 and _DATE_LIKE.search(look.text):
        return Kind.BYLINE
    return Kind.BYLINE if counts["reporter"] and look.words <= 8 and not look.ends else None
