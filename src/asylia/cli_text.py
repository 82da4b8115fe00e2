"""Text for a terminal: nothing a page says can move the cursor, and lines are measured as they are seen."""

from __future__ import annotations

import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator

WIDTH = 80


def clean(text: str) -> str:
    """The text on one line, without controls, marks that turn the reading direction, and doubled spaces."""
    kept = "".join(" " if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in text)
    return " ".join(kept.split())


def width(text: str) -> int:
    """Columns that the text takes."""
    return sum(_columns(char) for char in text)


def wrapped(text: str, indent: str = "", columns: int = WIDTH) -> str:
    """The text in lines of at most so many columns, each indented; scripts without spaces break anywhere."""
    lines, line = [], ""
    for piece in _pieces(clean(text)):
        if line and width(indent + line + piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line = ""
        line += piece if line or piece.strip() else ""
    return "\n".join(indent + each for each in [*lines, line.rstrip()])


def shortened(text: str, columns: int) -> str:
    """The text cut to so many columns, with a sign that it was."""
    text = clean(text)
    if width(text) <= columns:
        return text
    kept = ""
    for char in text:
        if width(kept) + _columns(char) >= columns:
            break
        kept += char
    return kept.rstrip() + "…"


def sides(left: str, right: str, columns: int = WIDTH) -> str:
    """Two texts at the two ends of a line, or on two lines where they do not fit."""
    gap = columns - width(left) - width(right)
    return f"{left}{' ' * gap}{right}" if gap > 1 else f"{left}\n{' ' * max(columns - width(right), 4)}{right}"


def many(count: int, noun: str) -> str:
    """A number with its noun: one document, two documents."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def counted(rows: Iterable[tuple[str, int]], indent: str = "  ") -> str:
    """Names with their counts, as one wrapped paragraph."""
    return wrapped(" · ".join(f"{name} {count}" for name, count in rows), indent)


class Progress:
    """One line on standard error that says how far it is, when a person is looking; otherwise nothing."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._looking = sys.stderr.isatty()

    def __call__(self, done: int, total: int | None = None) -> None:
        """So much is done."""
        if self._looking:
            of = f" of {total}" if total else ""
            line = shortened(f"{self._what} {done}{of}", shutil.get_terminal_size().columns - 1)
            print(f"\r{line}\033[K", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Take the line away."""
        if self._looking:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


def _pieces(text: str) -> Iterator[str]:
    """What may not be broken: words with the space after them, or single wide characters."""
    word = ""
    for char in text:
        if _columns(char) == 2 and char not in "，。、；：！？」』）》":
            if word:
                yield word
            word = char
        else:
            word += char
            if char == " ":
                yield word
                word = ""
    if word:
        yield word


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
