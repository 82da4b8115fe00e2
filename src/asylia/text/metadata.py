"""What a page says about itself out of sight: meta elements, JSON-LD, microdata, time elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from asylia.text.markup import TEXT, Tree
from asylia.text.pieces import EMPTY, Piece, piece

_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_ARTICLES = frozenset(
    [
        "article",
        "newsarticle",
        "reportagenewsarticle",
        "analysisnewsarticle",
        "opinionnewsarticle",
        "backgroundnewsarticle",
        "blogposting",
        "report",
        "scholarlyarticle",
        "techarticle",
        "liveblogposting",
        "socialmediaposting",
        "askpublicnewsarticle",
        "reviewnewsarticle",
        "satiricalarticle",
    ]
)
_PAGES = frozenset({"webpage", "itempage", "aboutpage"})
_NESTED = ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed", "subjectOf")
_MAX_JSON = 400_000
_MAX_OBJECTS = 2_000
_FIELD = r'"{}"\s*:\s*"((?:[^"\\]|\\.)*)"'


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was found. `meta` maps lower-case names to values with their place in the source, first one wins.

    `article` is the JSON-LD object of the article (of the page, where there is none for an article); `times` are
    `time` elements and microdata dates as (node, what they are called, value).
    """

    language: str | None = None
    title: Piece = EMPTY
    meta: dict[str, Piece] = field(default_factory=dict)
    article: dict[str, Any] = field(default_factory=dict)
    times: tuple[tuple[int, str, str], ...] = ()

    def named(self, *names: str) -> str | None:
        """The first of these meta values that is not empty."""
        return next((self.meta[name].text for name in names if name in self.meta and self.meta[name].text), None)

    def said(self, *path: str) -> str | None:
        """A text in the JSON-LD object, by path; lists stand for their first member."""
        value: Any = self.article
        for step in path:
            value = value[0] if isinstance(value, list) and value else value
            value = value.get(step) if isinstance(value, dict) else None
        value = value[0] if isinstance(value, list) and value else value
        if isinstance(value, dict):
            value = value.get("name") or value.get("@value")
        return " ".join(value.split()) or None if isinstance(value, str) else None


def attributes(attrs: str) -> dict[str, tuple[str, int, int]]:
    """Names in lower case with their value and its place in the attribute text; the first of a name wins."""
    found: dict[str, tuple[str, int, int]] = {}
    for match in _ATTRIBUTE.finditer(attrs):
        group = next((number for number in (2, 3, 4) if match[number] is not None), None)
        value = (match[group], *match.span(group)) if group else ("", match.end(), match.end())
        found.setdefault(match[1].lower(), value)
    return found


def read_metadata(tree: Tree) -> Metadata:
    """Everything a page says about itself."""
    source = tree.source
    language: str | None = None
    meta: dict[str, Piece] = {}
    times: list[tuple[int, str, str]] = []
    for index, node in enumerate(tree.nodes):
        tag = node.tag
        lower = node.attrs.lower()
        dated = "datepublished" in lower or (tag == "abbr" and "published" in lower)
        if tag == "html" and node.attrs:
            named = attributes(node.attrs)
            language = (named.get("lang") or named.get("xml:lang") or ("", 0, 0))[0] or None
        elif tag == "meta" or tag == "time" or dated:
            named = attributes(node.attrs)
            base = node.start + 1 + len(tag)
            key = next(
                (named[name][0].lower() for name in ("property", "name", "itemprop", "http-equiv") if name in named), ""
            )
            if tag == "meta" and "content" in named and key:
                _, low, high = named["content"]
                meta.setdefault(key, piece(source, base + low, base + high, entities=True))
            if tag == "time" or dated:
                value = next(
                    (named[name][0] for name in ("datetime", "content", "title") if named.get(name, ("",))[0]), ""
                )
                times.append((index, key, value))
    title, scripts = _texts(tree)
    return Metadata(language, title, meta, _article(scripts), tuple(times))


def _texts(tree: Tree) -> tuple[Piece, list[str]]:
    """The title element's text and the sources of the JSON-LD scripts."""
    title, scripts = EMPTY, []
    for what, start, end, node in tree.events:
        if what != TEXT:
            continue
        tag = tree.nodes[node].tag
        if tag == "title" and not title.text and tree.nodes[tree.nodes[node].parent].tag != "svg":
            title = piece(tree.source, start, end, entities=True)
        elif tag == "script" and "ld+json" in tree.nodes[node].attrs.lower() and end - start < _MAX_JSON:
            scripts.append(tree.source[start:end])
    return title, scripts


def _article(scripts: list[str]) -> dict[str, Any]:
    """The best JSON-LD object of all scripts: an article before a page."""
    page: dict[str, Any] = {}
    for script in scripts:
        for one in _objects(script):
            kinds = one.get("@type")
            names = {str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])}
            if names & _ARTICLES:
                return one
            if names & _PAGES and not page:
                page = one
    return page


def _objects(script: str) -> Iterator[dict[str, Any]]:
    """The objects of a script, outer before inner; lists of other pages are not entered."""
    text = script.strip().removeprefix("<!--").removesuffix("-->").removeprefix("//<![CDATA[").removesuffix("//]]>")
    try:
        root = json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        broken = _rescued(text)
        if broken:
            yield broken
        return
    queue: list[Any] = [root]
    for _ in range(_MAX_OBJECTS):
        if not queue:
            return
        one = queue.pop(0)
        if isinstance(one, list):
            queue[:0] = one[:_MAX_OBJECTS]
        elif isinstance(one, dict):
            yield one
            queue += [one[name] for name in _NESTED if isinstance(one.get(name), (list, dict))]


def _rescued(text: str) -> dict[str, Any]:
    """The few fields needed, out of JSON that is broken somewhere."""
    found: dict[str, Any] = {}
    if re.search(r'"@type"\s*:\s*"[A-Za-z]*(?:Article|Posting|Report)"', text) is None:
        return found
    for name in ("headline", "datePublished", "dateCreated"):
        match = re.search(_FIELD.format(name), text)
        if match is not None:
            try:
                found[name] = json.loads(f'"{match[1]}"', strict=False)
            except ValueError:
                continue
    return {"@type": "Article", **found} if found else {}
