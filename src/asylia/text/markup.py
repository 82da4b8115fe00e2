"""HTML to a flat tree, with source offsets, in linear time whatever the input.

Not a full HTML5 parser: it knows what decides where a paragraph begins and ends (implied closings, void and
raw elements, scopes of table cells) and forgives the rest. It never recurses and never searches the same
characters twice, so 100,000 nested elements or a megabyte of unclosed quotes cost no more than other pages.
"""

from __future__ import annotations

from asylia.model.errors import LimitError
from asylia.text.elements import (
    ALL_BUT_HEADINGS,
    ALL_BUT_P,
    BLOCK,
    CLOSES,
    HEADINGS,
    NAME,
    RAW,
    RAW_END,
    REACH,
    SCOPES,
    STOP,
    TABLE_PARTS,
    TAG,
    VOID,
    P,
)
from asylia.text.limits import MAX_NODES

TEXT, OPEN, CLOSE, BREAK, IMAGE = range(5)


class Node:
    """An element: its tag, its parent's index, its attributes as written, and where they stand."""

    __slots__ = ("at", "attrs", "end", "parent", "start", "tag")

    def __init__(self, tag: str, parent: int, attrs: str, start: int, end: int) -> None:
        self.tag, self.parent, self.attrs = tag, parent, attrs
        self.start, self.end = start, end  # of the start tag; the attributes end one before `end`
        self.at = 0  # place in the events, set by the reader


class Tree:
    """Nodes in document order (a parent before its children) and events: (what, start, end, node)."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.nodes: list[Node] = [Node("#root", -1, "", 0, 0)]
        self.events: list[tuple[int, int, int, int]] = []
        self._stack: list[int] = [0]
        self._open: list[dict[str, int]] = [{}]  # how many of each tag, by scope
        self._all: dict[str, int] = {}
        self._missing: set[str] = set()  # what is known not to occur any more

    def parse(self) -> Tree:
        """Read the whole source."""
        source, at, end = self.source, 0, len(self.source)
        while at < end:
            less = source.find("<", at)
            if less < 0:
                break
            if less > at:
                self._text(at, less)
            at = self._markup(less)
        if at < end:
            self._text(at, end)
        return self

    def _text(self, start: int, end: int) -> None:
        node = self._stack[-1]
        if self.events and self.events[-1][0] == TEXT and self.events[-1][2:] == (start, node):
            start = self.events.pop()[1]  # a stray "<" within text
        self.events.append((TEXT, start, end, node))

    def _markup(self, at: int) -> int:
        """Handle what begins with "<" at this place; the place after it."""
        source = self.source
        found = TAG.match(source, at)
        if found is not None:
            closing, name, attrs, end = bool(found[1]), found[2].lower(), found[3], found.end()
        elif source.startswith("<!--", at):
            return self._past("-->", at + 4, at)
        elif source.startswith("<![CDATA[", at):
            return self._cdata(at)
        elif source.startswith(("<!", "<?"), at):
            return self._past(">", at + 2, at)
        else:
            head = NAME.match(source, at)
            if head is None:
                self._text(at, at + 1)
                return at + 1
            end = self._tag_end(head.end())
            if end < 0:
                return len(source)  # a tag that the file ends in: the rest is no text
            closing, name, attrs = bool(head[1]), head[2].lower(), source[head.end() : end - 1]
        if closing:
            self._close(name, at)
            return end
        return self._start(name, attrs, at, end)

    def _tag_end(self, at: int) -> int:
        """After the ">" that ends a tag with unusual attributes; quotes are respected where they close."""
        source = self.source
        while True:
            found = STOP.search(source, at)
            if found is None:
                return -1
            if found.group() == ">":
                return found.end()
            quote = found.group()
            at = found.end()
            if quote not in self._missing and source[found.start() - 1] in "= \t\n":
                after = source.find(quote, at)
                if after < 0:
                    self._missing.add(quote)
                else:
                    at = after + 1

    def _past(self, mark: str, at: int, start: int) -> int:
        after = -1 if mark in self._missing else self.source.find(mark, at)
        if after >= 0:
            return after + len(mark)
        self._missing.add(mark)
        if mark == "-->":  # an unclosed comment: browsers take it to the end; a torn page still has text
            less = self.source.find(">", at)
            return less + 1 if less >= 0 else len(self.source)
        return start + 2

    def _cdata(self, at: int) -> int:
        after = self._past("]]>", at + 9, at)
        if after > at + 9:
            self._text(at + 9, after - 3)
        return max(after, at + 9)

    def _start(self, name: str, attrs: str, at: int, end: int) -> int:
        if name == "br":
            self.events.append((BREAK, at, end, self._stack[-1]))
            return end
        if name in CLOSES:
            self._imply(*CLOSES[name])
        if name in BLOCK:
            self._close_paragraph(name)
        index = len(self.nodes)
        if index > MAX_NODES:
            raise LimitError(f"more than {MAX_NODES:,} elements in one page; the source is not read.")
        self.nodes.append(Node(name, self._stack[-1], attrs, at, end))
        if name in VOID:
            if name in ("img", "hr"):
                self.events.append((IMAGE if name == "img" else BREAK, at, end, index))
            return end
        if attrs.endswith("/") and ":" not in name and name in ("svg", "math", "iframe", "script", "template"):
            return end
        self._push(name, index, at)
        return self._raw(name, end) if name in RAW else end

    def _push(self, name: str, index: int, at: int) -> None:
        self._stack.append(index)
        if name in SCOPES:
            self._open.append({})
        self._open[-1][name] = self._open[-1].get(name, 0) + 1
        self._all[name] = self._all.get(name, 0) + 1
        if name in BLOCK:
            self.events.append((OPEN, at, at, index))

    def _raw(self, name: str, at: int) -> int:
        """The content of an element that holds no markup; where its end tag is missing, it is empty."""
        mark = "</" + name
        found = None if mark in self._missing else RAW_END[name].search(self.source, at)
        if found is None:
            self._missing.add(mark)
            self._pop(at)
            return len(self.source) if name in ("script", "style") else at
        after = found.start()
        if after > at:
            self._text(at, after)
        self._pop(after)
        close = self.source.find(">", after)
        return close + 1 if close >= 0 else len(self.source)

    def _pop(self, at: int) -> None:
        index = self._stack.pop()
        name = self.nodes[index].tag
        self._open[-1][name] -= 1
        self._all[name] -= 1
        if name in SCOPES:
            self._open.pop()
        if name in BLOCK:
            self.events.append((CLOSE, at, at, index))

    def _close(self, name: str, at: int) -> None:
        if name in ("br", "p") and not self._open[-1].get(name):
            self.events.append((BREAK, at, at, self._stack[-1]))
            return
        if name not in BLOCK:
            self._close_inline(name, at)
            return
        if not (self._all if name in TABLE_PARTS else self._open[-1]).get(name):
            return
        while self.nodes[self._stack[-1]].tag != name:
            self._pop(at)
        self._pop(at)

    def _close_inline(self, name: str, at: int) -> None:
        """Close an inline element unless a block was opened in it: then it was left open by mistake."""
        if not self._open[-1].get(name):
            return
        for depth in range(1, min(REACH, len(self._stack))):
            tag = self.nodes[self._stack[-depth]].tag
            if tag == name:
                for _ in range(depth):
                    self._pop(at)
                return
            if tag in BLOCK:
                return

    def _imply(self, closes: frozenset[str], within: frozenset[str]) -> None:
        parts = closes <= TABLE_PARTS
        counts = self._all if parts else self._open[-1]
        if not any(counts.get(tag) for tag in closes):
            return
        for depth in range(1, min(REACH, len(self._stack))):
            tag = self.nodes[self._stack[-depth]].tag
            if tag in closes:
                for _ in range(depth):
                    self._pop(self.nodes[-1].end)
                return
            if tag in within or (tag in SCOPES and not parts):
                return

    def _close_paragraph(self, name: str) -> None:
        """A block inside a paragraph ends it; a heading also ends an open heading."""
        scope = self._open[-1]
        if scope.get("p"):
            self._imply(P, ALL_BUT_P)
        if name in HEADINGS and any(scope.get(tag) for tag in HEADINGS):
            self._imply(HEADINGS, ALL_BUT_HEADINGS)
