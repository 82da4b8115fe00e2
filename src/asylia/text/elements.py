"""What kinds of elements there are: which are empty, which hold no markup, which stand apart, which close others."""

from __future__ import annotations

import re

VOID = frozenset(
    [
        "area",
        "base",
        "basefont",
        "bgsound",
        "br",
        "col",
        "embed",
        "frame",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
RAW = frozenset(["script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title"])
BLOCK = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "listing",
        "main",
        "menu",
        "nav",
        "noscript",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "template",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "svg",
        "math",
        "video",
        "audio",
        "object",
        "canvas",
        "textarea",
        "iframe",
        "script",
        "style",
        "xmp",
        "noembed",
        "noframes",
        "label",
        "amp-ad",
        "legend",
    ]
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
SCOPES = frozenset({"td", "th", "table", "caption", "html"})
TABLE_PARTS = frozenset({"td", "th", "tr", "tbody", "thead", "tfoot", "table", "caption"})
# Which open elements a start tag closes, and which elements that search must not leave.
CLOSES = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tbody": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "a": (frozenset({"a"}), frozenset({"table"})),
    "body": (frozenset({"head"}), frozenset()),
}  # fmt: skip
P, ALL_BUT_P, ALL_BUT_HEADINGS = frozenset({"p"}), BLOCK - {"p"}, BLOCK - HEADINGS
REACH = 64  # how far up an implied closing looks: farther, the page is no page any more

TAG = re.compile(
    r"<(/?)([a-zA-Z][a-zA-Z0-9:_-]*+)((?:\s++|/|[^\s\"'<>=/]++(?:\s*+=\s*+(?:\"[^\"<>]*+\"|'[^'<>]*+'|[^\s\"'<>]++))?+)*+)>"
)
NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:_-]*+)")
STOP = re.compile(r"[>\"']")

RAW_END = {name: re.compile(rf"</{name}(?![a-zA-Z0-9-])", re.IGNORECASE) for name in RAW}

# Nothing in these is ever read.
UNREAD = frozenset(
    [
        "head",
        "script",
        "style",
        "template",
        "svg",
        "math",
        "video",
        "audio",
        "object",
        "canvas",
        "iframe",
        "select",
        "textarea",
        "xmp",
        "noembed",
        "noframes",
        "rt",
        "rp",
        "title",
        "map",
        "datalist",
    ]
)
