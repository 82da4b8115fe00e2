"""What pages say to their readers, told by vocabulary: labels, bylines, captions, promotions, rights, notes.

Every rule takes a line with the words found in it and answers with a kind, or None where it has nothing to say.
Most of the text that matters gets None from all of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from asylia.text.shape import Shape, is_menu
from asylia.text.stamps import stamps
from asylia.text.vocabulary import Hit, words


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
    REMARK = "a note where it stands last, text where text follows"
    MENU = "menu"
    AFTER = "heads what stands after an article"
    END = "heads notes, sources, contacts: the article is over"
    RIGHTS = "copyright"
    COMMENTS = "readers speak from here on"
    OUTSIDE = "outside the article's container"


@dataclass(frozen=True, slots=True)
class Line:
    """A line, what it opens with, and the loose words in it, counted by list."""

    look: Shape
    opening: Hit | None
    loose: tuple[Hit, ...]
    counts: Counter[str]


_BEGINS_CLAUSE = re.compile(r"(?:^|[.!?:;。！？：；，!]|\s[-–—]|[-–—]\s|[\[【(（])\s*$")
_WORK = re.compile(
    r"\((?:(?:19|20)\d\d[a-z]?|n\.d\.|s\.f\.|s\.d\.|o\.j\.)(?:,[^)]{0,20})?\)|retrieved|accessed (?:on|\d)|available at"
    r"|\bibid|op\. cit|\bdoi\b|\bpp?\. ?\d|\bvol\. ?\d|consultado el|consulté le|abgerufen"
    r"|дата обращения|访问日期|檢索|閲覧|https?://|erişim tarihi|truy cập"
)
_DATE_LIKE = re.compile(
    r"(?:\d{1,4}\s*[-./年년]\s*\d{1,2}\s*[-./月월]\s*\d{1,4}|\d{1,2}:\d{2}|\d{1,2}\s*[時时点]|\d{1,2}h\d{2}|(?:19|20)\d\d|"
    r"[۰-۹٠-٩]{4})"
)
_MARK = re.compile(r"[▲△▼▽◀◁]\s*|[┃│]\s*")
_CREDIT_TAIL = re.compile(r"[.!?。」”]\s*[(（\[]?[^.!?。]{2,40}[)）\]]?\s*$")
_WHOLE = {"label": Kind.LABEL, "after": Kind.AFTER, "comments": Kind.COMMENTS, "endmatter": Kind.END}
_LONGEST = 90  # words of a line that can still be speech of the page


def spoken(look: Shape, raw: str, *, paragraph: bool) -> Kind | None:
    """What the vocabulary makes of a line; `paragraph` where markup calls it one.

    A paragraph of several sentences that ends in its agency's name is no caption, though captions end so.
    """
    lists = words()
    whole = lists.whole(look.folded)
    if whole is not None and look.words <= 8:
        dated = whole == "label" and look.digits > 0.25 and _DATE_LIKE.search(look.text)
        return Kind.BYLINE if dated else _WHOLE[whole]
    if is_menu(raw):
        return Kind.MENU
    if look.words > _LONGEST:
        return None
    loose = tuple(lists.anywhere(look.folded))
    counts = Counter(hit.kind for hit in loose)
    if counts["agency"] and not counts["credit"] and paragraph and look.inner:
        counts["agency"] = 0
    line = Line(look, lists.opening(look.folded), loose, counts)
    return next((kind for rule in RULES if (kind := rule(line)) is not None), None)


def _reference(line: Line) -> Kind | None:
    """An entry of a list of works: numbered, and dated or located as such entries are."""
    return Kind.NOTE if line.look.bullet and _WORK.search(line.look.folded) else None


def _rights(line: Line) -> Kind | None:
    """A notice of copyright; the word alone, in a sentence, is none."""
    look = line.look
    signed = any(char in look.text for char in "©ⓒ")
    count = line.counts["rights"] + signed
    if not count or look.words > 60:
        return None
    if look.prose and count == 1 and "©" not in look.text and look.words > 14:
        return None
    opens = any(hit.kind == "rights" and hit.start < 3 for hit in line.loose)
    brief = look.words <= 12 and (opens or not look.sentence)
    return Kind.RIGHTS if count >= 2 or brief or signed else None


def _opened(line: Line) -> Kind | None:
    """What the first words announce."""
    look, opening = line.look, line.opening
    if opening is None:
        return None
    rest = look.folded[opening.end :].lstrip()
    colon = rest[:1] in (":", "|") or look.folded[opening.end - 1] in ":：/="
    ends = look.ends and look.words > 8 and not look.contact
    if opening.kind == "comments_opening" and look.words <= 30:
        return Kind.COMMENTS
    if opening.kind == "after_opening" and (look.words <= 12 or colon or look.contact) and not ends:
        return Kind.AFTER
    if opening.kind == "pointer" and look.words <= 30 and (colon or not look.text.endswith((".", "。", "۔"))):
        return Kind.POINTER
    if opening.kind == "note" and look.words <= 60:
        return Kind.NOTE if colon or not look.sentence else Kind.REMARK
    return _credited(line, colon=colon)


def _credited(line: Line, *, colon: bool) -> Kind | None:
    """ "By …", "Published …": short, and no sentence unless a date makes it one."""
    look, opening = line.look, line.opening
    if opening is None or opening.kind not in ("byline", "published", "updated"):
        return None
    dated = _DATE_LIKE.search(look.text) is not None
    if look.words > (16 if dated or colon else 9):
        return None
    return Kind.BYLINE if not look.ends or (dated and look.words <= 9) else None


def _promo(line: Line) -> Kind | None:
    """Whether the line asks the reader for something or offers something."""
    look = line.look
    if look.words > 45:
        return None
    if line.counts["notice"] and look.words <= 25:
        return Kind.PROMO
    calls, offers = line.counts["call"], line.counts["offer"]
    heads = sum(
        hit.kind == "call" and _BEGINS_CLAUSE.search(look.folded[: hit.start]) is not None for hit in line.loose
    )
    asks = heads and (offers or calls >= 2 or look.words <= 10)
    urges = calls and offers and (calls >= 2 or not look.ends) and look.words <= 30
    pleads = line.counts["plea"] and look.words <= 30 and (offers or calls or look.words <= 12)
    sells = offers >= 2 and look.words <= 20 and not look.ends
    brief = look.words <= 14 and (not look.ends or "@" in look.text or "://" in look.text)
    told = look.inner and look.ends  # "the helpline (02-555-0190) rang all day. Callers ask …" tells of a number
    reach = look.contact and (calls or brief or (offers and not told))
    return Kind.PROMO if asks or urges or pleads or sells or reach else None


def _captioned(line: Line) -> Kind | None:
    """A credit near either end of a line that is not long."""
    look = line.look
    if _MARK.match(look.text) and look.words <= 60:
        return Kind.CAPTION
    if not (line.counts["credit"] or line.counts["agency"]) or look.words > 60:
        return None
    size = len(look.folded)
    edge = [hit for hit in line.loose if hit.kind in ("credit", "agency") and (hit.start < 4 or size - hit.end < 28)]
    if not edge:
        return None
    if look.words <= 14 and not look.sentence:
        return Kind.CAPTION
    begins = any(hit.start < 4 for hit in edge)
    return Kind.CAPTION if not look.ends or begins or _bracketed_end(look.text) else None


def _bracketed_end(text: str) -> bool:
    return text.rstrip(" .")[-1:] in (")", "）", "]", "】") or _CREDIT_TAIL.search(text) is not None


def _consent(line: Line) -> Kind | None:
    """A question about cookies and data."""
    count = line.counts["consent"] if line.look.words <= 60 else 0
    asked = line.look.words <= 45 and (line.counts["call"] or line.counts["offer"])
    return Kind.PROMO if count >= 2 or (count and asked) else None


def _dated(line: Line) -> Kind | None:
    """A line that is hardly more than a date or a job title."""
    look = line.look
    if look.ends and look.words > 6:
        return None
    if look.digits > 0.25 and look.words <= 14 and _DATE_LIKE.search(look.text):
        return Kind.BYLINE
    if look.digits and look.words <= 14 and not look.ends:
        dates = stamps(look.text)
        if dates and sum(date.end - date.start for date in dates) > 0.3 * len(look.text):
            return Kind.BYLINE
    return Kind.BYLINE if line.counts["reporter"] and look.words <= 8 and not look.ends else None


RULES: tuple[Callable[[Line], Kind | None], ...] = (
    _reference,
    _rights,
    _opened,
    _promo,
    _captioned,
    _consent,
    _dated,
)
