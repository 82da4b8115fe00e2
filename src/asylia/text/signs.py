"""What the markup says about an element: its tag, and the words its author named it by.

A sign is a bit. Strong signs hold for whatever the element contains; weak ones only count against blocks
that do not read like prose. The words stand in signs.toml.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources
from itertools import pairwise

from asylia.text.elements import UNREAD


class Sign:
    """Bits: signs of chrome first, then of the article, then of structure. Plain integers, for speed."""

    HIDDEN = 1
    NAV = 2
    SHARE = 4
    PROMO = 8
    RELATED = 16
    COMMENT = 32
    BYLINE = 64
    CAPTION = 128
    FOOT = 256
    PULL = 512
    NOTE = 1024
    KICKER = 2048
    HEADLINE = 4096
    STANDFIRST = 8192
    BODY = 16384
    LINK = 32768
    HEADING = 65536
    LIST = 131072
    HEADER = 262144
    QUOTE = 524288
    PARAGRAPH = 1048576
    CELL = 2097152
    TERM = 4194304


CHROME = (
    Sign.HIDDEN | Sign.NAV | Sign.SHARE | Sign.PROMO | Sign.RELATED | Sign.COMMENT | Sign.BYLINE | Sign.CAPTION
    | Sign.FOOT | Sign.PULL | Sign.NOTE | Sign.KICKER
)  # fmt: skip
# What follows an article and cannot hold its headline.
AROUND = Sign.NAV | Sign.SHARE | Sign.PROMO | Sign.RELATED | Sign.COMMENT | Sign.FOOT | Sign.NOTE | Sign.PULL

_TAGS = {
    **dict.fromkeys(
        UNREAD | {"noscript", "option", "dialog", "progress", "meter", "amp-analytics", "amp-sidebar"},
        Sign.HIDDEN,
    ),
    "nav": Sign.NAV, "menu": Sign.NAV, "button": Sign.SHARE, "label": Sign.SHARE, "input": Sign.SHARE,
    "aside": Sign.RELATED, "figcaption": Sign.CAPTION, "caption": Sign.CAPTION, "footer": Sign.FOOT,
    "address": Sign.BYLINE,
    "amp-ad": Sign.PROMO, "ins": 0, "header": Sign.HEADER, "blockquote": Sign.QUOTE, "p": Sign.PARAGRAPH,
    "li": Sign.LIST, "td": Sign.CELL, "th": Sign.CELL, "dt": Sign.TERM, "dd": Sign.TERM, "a": 0,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Sign.HEADING),
}  # fmt: skip


def _table(words: dict[str, list[str]]) -> dict[str, int]:
    table: dict[str, int] = {}
    for sign, row in words.items():
        for word in row:
            table[word] = table.get(word, 0) | int(getattr(Sign, sign))
    return table


_LISTS = tomllib.loads((resources.files("asylia.text") / "signs.toml").read_text("utf-8"))
_STRONG_WORDS, _WEAK_WORDS = _table(_LISTS["strong"]), _table(_LISTS["weak"])
# Class names that describe the whole page or the post's subject, not the element's part in the page.
_ABOUT_ELSE = re.compile(
    r"(?:has|is(?!-hidden)|no|not|with|without|tag(?!-?(?:list|cloud|wrap|s))|category|cat|type|format|status|postid|single|"
    r"template|theme|js|wf|col|row|span|u|l|o|layout|grid|logged|admin|hentry|sticky)[-_]|(?:post|id)[-_]?\d",
    re.IGNORECASE,
)
# Page builders call every part of the page a widget, a module, a block.
_BUILDERS = frozenset(["elementor", "et", "vc", "wpb", "fusion", "wp", "td", "tdb", "jeg", "jet", "fl", "brxe"])
_BUILT = frozenset(["widget", "widgets", "module", "block", "box", "container", "text", "header"])
_PICTURES = frozenset(["photo", "image", "img", "picture", "pic", "figure", "thumb", "thumbnail", "gallery", "video"])
_ROLES = {
    "navigation": Sign.NAV, "search": Sign.NAV, "menu": Sign.NAV, "menubar": Sign.NAV, "banner": Sign.HEADER,
    "complementary": Sign.RELATED, "contentinfo": Sign.FOOT, "dialog": Sign.PROMO, "alertdialog": Sign.PROMO,
    "doc-pullquote": Sign.PULL, "doc-endnotes": Sign.NOTE, "doc-noteref": Sign.NOTE, "toolbar": Sign.SHARE,
    "button": Sign.SHARE, "heading": Sign.HEADING,
}  # fmt: skip
_PROPS = {
    "articlebody": Sign.BODY, "headline": Sign.HEADLINE, "caption": Sign.CAPTION, "author": Sign.BYLINE,
    "datepublished": Sign.BYLINE, "datemodified": Sign.BYLINE, "articlesection": Sign.KICKER,
    "keywords": Sign.FOOT, "comment": Sign.COMMENT, "usercomments": Sign.COMMENT, "publisher": Sign.BYLINE,
    "copyrightholder": Sign.FOOT, "isbasedon": Sign.RELATED, "breadcrumb": Sign.NAV,
    "alternativeheadline": Sign.STANDFIRST, "editor": Sign.BYLINE,
}  # fmt: skip
_TOLD = re.compile(
    r"(?<![\w-])(class|id|role|itemprop|style|hidden|aria-hidden|data-component|data-testid|data-type|data-nosnippet)\b"
    r"(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?",
    re.IGNORECASE,
)
_CACHED = 1_000  # characters of attributes: longer ones are data, not names
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_A-Za-z]+|\d+")


def signs(tag: str, attrs: str) -> tuple[int, int]:
    """The strong and the weak signs of an element, from its tag and its attributes as written."""
    return _signs(tag, attrs) if len(attrs) < _CACHED else _signs.__wrapped__(tag, attrs)


@lru_cache(maxsize=20_000)
def _signs(tag: str, attrs: str) -> tuple[int, int]:
    strong, weak = _TAGS.get(tag, 0), 0
    if tag == "a" and "href" in attrs.lower():
        strong |= Sign.LINK
    for found in _TOLD.finditer(attrs):
        name = found[1].lower()
        value = found[2] or found[3] or found[4] or ""
        if name == "role":
            strong |= _ROLES.get(value.lower(), 0)
        elif name == "itemprop":
            for prop in value.lower().split():
                strong |= _PROPS.get(prop, 0)
        elif name == "style":
            strong |= Sign.HIDDEN if _UNSEEN.search(value) else 0
        elif name == "hidden":
            strong |= Sign.HIDDEN if value.lower() != "false" else 0
        elif name == "aria-hidden":
            strong |= Sign.HIDDEN if value.lower() == "true" and tag != "body" else 0
        elif tag not in ("html", "body") and name != "data-nosnippet":
            for word in value[:_CACHED].split()[:12]:
                more, less = named(word)
                strong, weak = strong | more, weak | less
    return strong, weak


@lru_cache(maxsize=20_000)
def named(word: str) -> tuple[int, int]:
    """The signs in one class name or id: "article__share-bar" says SHARE."""
    if _ABOUT_ELSE.match(word):
        return 0, 0
    parts = [part.lower() for part in _PARTS.findall(word)][:8]
    if parts and parts[0] in _BUILDERS:
        parts = [part for part in parts[1:] if part not in _BUILT]
    pairs = [a + b for a, b in pairwise(parts)]
    strong, weak = 0, 0
    for part in (*parts, *pairs):
        strong |= _STRONG_WORDS.get(part, 0)
        weak |= _WEAK_WORDS.get(part, 0)
    if strong & CHROME:  # "related-headline" is a link to elsewhere; "article-body-share" is no body
        strong &= ~(Sign.BODY | Sign.HEADLINE | Sign.STANDFIRST)
    if strong & Sign.CAPTION or not _PICTURES.isdisjoint(parts):  # "lead-image" is no standfirst
        strong &= ~Sign.STANDFIRST
    if parts and parts[0] in ("article", "story", "post", "entry") and parts[-1] in ("body", "content", "text"):
        strong |= Sign.BODY
    return strong, weak
