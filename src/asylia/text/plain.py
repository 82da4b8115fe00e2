"""Plain text, mostly pages that a crawler stripped of their markup: menus, title, article, more menus."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from asylia.model.capture import Capture
from asylia.model.document import Document
from asylia.model.errors import LimitError
from asylia.text.agencies import agency_of, credits
from asylia.text.article import closing, inside, mark_credits, opening, stretch
from asylia.text.blocks import goes_on
from asylia.text.bylines import trimmed
from asylia.text.charset import Decoded
from asylia.text.compose import Parts, compose
from asylia.text.headline import rights_holder, suffix_of, without_site
from asylia.text.kinds import Block, Kind, classify
from asylia.text.limits import MAX_NODES, check_text
from asylia.text.pieces import Piece, joined, piece
from asylia.text.published import Published, from_address, from_dateline, from_lines, is_dated
from asylia.text.shape import same_words
from asylia.text.tongues import language_of

LAYER = "plain.1"
_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_MARKDOWN_HEADING = re.compile(r"\s{0,3}#{1,6}\s+")
_LONGEST_TITLE = 45  # words
_FOOT = 12  # lines after the text in which its date may stand


@dataclass(frozen=True, slots=True)
class Origin:
    """Where lines come from: layer, encoding, what was odd, and the title where more than words tells it."""

    layer: str
    charset: str | None = None
    notes: tuple[str, ...] = ()
    title: Piece | None = None


def read_plain(capture: Capture, decoded: Decoded) -> Document:
    """The article in a text, as a document."""
    check_text(len(decoded.text) // 2, capture.name)
    return read_blocks(capture, _lines(decoded.text, capture.name), Origin(LAYER, decoded.charset, decoded.notes))


def read_blocks(capture: Capture, found: Sequence[Block], origin: Origin) -> Document:
    """The article among lines without markup."""
    for block in found:
        block.kind = classify(block)
    _mark_repeats(found)
    mark_credits(found)
    start, end = stretch(found)
    title = None if origin.title else _title_at(found, start, end)
    if title is not None:
        start = max(start, title + 1)
        _mark_title(found, title)
    while start < end and found[start].kind is not Kind.TEXT:
        start += 1
    end = closing(found, start, end)
    kept = [*opening(found, start, _last_title(found, title, start)), *inside(found, start, end, marked=False)]
    notes = list(origin.notes)
    if not kept:
        kept = [
            at
            for at, block in enumerate(found)
            if block.kind in (Kind.TEXT, Kind.LINE, Kind.ITEM, Kind.HEADING) and at != title
        ]
        notes.append("no_article")
    body = [part for at in kept if (part := trimmed(found[at].piece)).text]
    headline = origin.title or _headline(found, title)
    language = language_of("\n".join(part.text for part in body) or (headline.text if headline else ""))
    parts = Parts(
        layer=origin.layer,
        title=headline,
        body=body,
        language=language,
        outlet=_outlet(found, headline),
        published=_published(found, title, kept, language, capture.url),
        charset=origin.charset,
        notes=tuple(notes),
        agency=agency_of(credits(found, kept)),
    )
    return compose(capture, parts)


def _lines(text: str, file: str) -> list[Block]:
    """The lines as blocks; lines that were only wrapped at a width are joined."""
    spans = [found.span() for found in _LINE.finditer(text)]
    if len(spans) > MAX_NODES:
        raise LimitError(f"{file}: more than {MAX_NODES:,} lines. Split the source.")
    rows: list[tuple[Piece, str, bool]] = []
    last = 0
    for start, end in spans:
        heading = _MARKDOWN_HEADING.match(text, start, end)
        made = piece(text, heading.end() if heading else start, end)
        if made.text:
            rows.append((made, text[start : min(end, start + 400)], text.count("\n", last, start) > 1))
            last = end
    wrapped = _is_wrapped(rows)
    found: list[Block] = []
    for made, raw, blank in rows:
        if wrapped and found and not blank and goes_on(found[-1].text, made.text):
            found[-1] = Block(joined([found[-1].piece, made], " "), raw=raw)
        else:
            found.append(Block(made, raw=raw))
    return found


def _is_wrapped(rows: Sequence[tuple[Piece, str, bool]]) -> bool:
    """Whether lines were broken at a width: many of them stop within a sentence that the next one takes up."""
    pairs = [(a[0].text, b[0].text) for a, b in pairwise(rows) if not b[2]]
    wrapped = sum(len(before) < 130 and goes_on(before, after) for before, after in pairs)
    return wrapped >= 3 and wrapped * 4 > len(pairs)


def _mark_repeats(found: Sequence[Block]) -> None:
    """A longer line that follows itself is a caption, as crawlers keep it with its picture's description."""
    for before, after in pairwise(found):
        if before.text == after.text and before.shape.words > 3 and before.kind in (Kind.TEXT, Kind.LINE):
            if _is_first(found, before):
                continue
            before.kind = after.kind = Kind.CAPTION


def _is_first(found: Sequence[Block], block: Block) -> bool:
    """Whether the block is the page's first line: that is a title, said twice."""
    return any(one is block for one in found[:1])


def _title_at(found: Sequence[Block], start: int, end: int) -> int | None:
    """The number of the line that is the title: its last appearance before the text."""
    if start >= end:
        return 0 if found and found[0].kind in (Kind.LINE, Kind.TEXT) and len(found) > 1 else None
    best: tuple[float, int] | None = None
    reach = min(start + 2, len(found))
    for at in range(max(0, min(start, reach) - 60), reach):
        score = _title_score(found, at, start)
        if score is not None and (best is None or score >= best[0]):
            best = (score, at)
    if best is None or best[0] <= 0:
        return None
    at = best[1]
    while at > 0 and not _repeated(found, at) and _heads(found, at - 1):
        at -= 1  # the upper one of two such lines is the title, the lower one the standfirst
    return at


def _heads(found: Sequence[Block], at: int) -> bool:
    """Whether the line is another phrase right above the one taken for the title, and long enough for a title."""
    look = found[at].shape
    return found[at].kind is Kind.LINE and look.words >= 5 and look.small != 0.0 and not (look.inner or look.bullet)


def _title_score(found: Sequence[Block], at: int, start: int) -> float | None:
    """How much a line looks like the title of the text that starts at `start`; None where it cannot be."""
    block = found[at]
    look = block.shape
    if look.words > _LONGEST_TITLE or look.words < 1 or block.kind in (Kind.MENU, Kind.RIGHTS, Kind.COMMENTS):
        return None
    repeated = _repeated(found, at)
    if (
        block.kind in (Kind.LABEL, Kind.BYLINE, Kind.PROMO, Kind.CAPTION, Kind.AFTER, Kind.POINTER, Kind.NOTE)
        and not repeated
    ):
        return None
    if at >= start and not repeated and (look.ends or look.words > 25 or at > start):
        return None
    score = 3.0 if repeated else 0.0
    score += 1.0 if look.words >= 4 else -1.0
    score += 0.5 if not look.ends else -1.0 if look.text.endswith((".", "。")) else 0.0
    score -= 0.12 * max(start - at, 0)
    score += 1.5 * _shared(found, at, start)
    score += 0.7 if at == 0 else 0.0
    score += 0.08 * min(look.words, 12)
    if any(found[after].kind is Kind.BYLINE for after in range(at + 1, min(at + 4, start))):
        score += 0.5
    if look.inner and not look.ends:
        score -= 1.5
    if look.text.count(" | ") >= 2:
        score -= 2.0  # "Written answer | Home Office | UIN 53817" says what kind of page it is
    return score


def _repeated(found: Sequence[Block], at: int) -> bool:
    """Whether another line before it, or right after, says the same, or the same with a site's name."""
    text = same_words(found[at].text)
    if len(text) < 6:
        return False
    first = same_words(found[0].text)
    if at > 0 and first.startswith(text) and len(text) * 4 > len(first):
        return True
    near = [*range(max(at - 25, 0), at), *range(at + 1, min(at + 3, len(found)))]
    return any(same_words(found[other].text) == text for other in near)


def _shared(found: Sequence[Block], at: int, start: int) -> float:
    """The share of the line's longer words that the first paragraphs use too."""
    words = set(re.findall(r"\w{4,}", found[at].shape.folded))
    if not words:
        words = {found[at].shape.folded[i : i + 2] for i in range(max(len(found[at].text) - 1, 0))}
    opening_text = " ".join(block.shape.folded for block in found[start : start + 6] if block.kind is Kind.TEXT)
    return sum(word in opening_text for word in words) / len(words) if words else 0.0


def _mark_title(found: Sequence[Block], title: int) -> None:
    """All lines that say the title again are no text."""
    text = same_words(found[title].text)
    for block in found[: title + 4]:
        if same_words(block.text) == text:
            block.kind = Kind.LABEL


def _last_title(found: Sequence[Block], title: int | None, start: int) -> int | None:
    """The last line before the text that is the title."""
    if title is None:
        return None
    text = same_words(found[title].text)
    return max((at for at in range(title, min(start, len(found))) if same_words(found[at].text) == text), default=title)


def _headline(found: Sequence[Block], title: int | None) -> Piece | None:
    """The title's piece: without the site's name where only the first line has it; both lines of a broken one."""
    if title is None:
        return None
    made = found[title].piece
    if title > 0 and made.text[0].islower() and found[title - 1].kind is Kind.LINE:
        return joined([found[title - 1].piece, made], " ")
    return without_site(made, None) if title == 0 and not _repeated(found, 0) else made


def _outlet(found: Sequence[Block], headline: Piece | None) -> str | None:
    """What the first line adds to the title, or who holds the rights."""
    first = found[0].text if found else ""
    named = suffix_of(first, headline.text) if headline and first != headline.text else None
    early = [block.text for block in found[:8] if block.kind is Kind.LINE and block.shape.words <= 6]
    return named or rights_holder([block.text for block in found[-40:]], early)


def _published(
    found: Sequence[Block], title: int | None, kept: Sequence[int], language: str | None, url: str | None
) -> Published | None:
    """The date in the lines between title and text, then around them."""
    spoken = language or "en"
    first = next((at for at in kept if found[at].shape.prose), kept[0] if kept else len(found))
    head = title if title is not None else max(first - 5, -1)
    between = [found[at] for at in range(head + 1, first) if at not in kept and found[at].shape.words <= 40]
    shown = from_lines(between, spoken)
    if shown is not None:
        return shown
    last = kept[-1] if kept else 0
    foot = [block for block in found[last + 1 : last + 1 + _FOOT] if block.kind in (Kind.NOTE, Kind.BYLINE)]
    top = head - 1 if title and found[title].text[0].islower() else head
    above = [block for block in found[max(top - 1, 0) : max(top, 0)] if block.kind is Kind.BYLINE and is_dated(block)]
    texts = found[first].text if kept else ""
    return (
        from_lines(above, spoken) or _labelled_only(foot, spoken) or from_dateline(texts, spoken) or from_address(url)
    )


def _labelled_only(lines: Sequence[Block], language: str) -> Published | None:
    shown = from_lines(lines, language)
    return shown if shown is not None and shown.by == "line published" else None
