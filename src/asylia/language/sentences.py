"""Where sentences begin and end: one pass, no model, offsets into the text as it stands."""

from __future__ import annotations

import re

from asylia.language.abbreviations import MAYBE, NEVER, ORDINAL_STOP, SPEAKING, STARTERS, WORDS
from asylia.language.fold import fold
from asylia.language.scripts import is_cased, script_of

_CLOSERS = "\"'”’»›)\\]】」』》〉）］｠"
_END = re.compile(
    r"(?P<line>\n+)"
    rf"|(?P<wide>[。！？｡؟۔।॥။።།]+)(?P<shut>[{_CLOSERS}]*)"
    # “ and « close a quote in German and Danish; they stand on the stop there, and after a space where they open one.
    rf"|(?P<stop>[.!?…]+)(?P<close>[\u00a0\u202f ]»|[{_CLOSERS}“«]*)(?P<note>(?:\[[0-9]{{1,3}}\])*)"
)
_LAST_WORD = re.compile(r"[^\s(\[{\"'“”‘’„«»/–—:;,]*\Z")
_NEXT_WORD = re.compile(r"[^\W\d_]+'?")
_OPENERS = "\"'“‘„«‹([{（「『《〈【¿¡*•-–—"


def split(text: str, language: str | None) -> list[tuple[int, int]]:
    """Spans of the sentences, in order, without white space at either end; a line break ends a sentence."""
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _END.finditer(text):
        if found["line"] is None and not _ends(text, found, start, language or "en"):
            continue
        _keep(spans, text, start, found.end())
        start = found.end()
    _keep(spans, text, start, len(text))
    return spans


def _keep(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _ends(text: str, found: re.Match[str], start: int, language: str) -> bool:
    """Whether a sentence ends with this run of stops."""
    if found["wide"] is not None:
        return _ends_unspaced(text, found)
    stop, end = found["stop"], found.end()
    if end >= len(text):
        return True
    if not text[end].isspace():
        # "。" is often typed as "." or "!" in Chinese and Japanese text, and no space follows there.
        return (
            stop[0] in "!?"
            and _unspaced_letter(text[end])
            and _unspaced_letter(text[found.start() - 1 : found.start()])
        )
    after = _following(text, end)
    if after is None:
        return True
    if after.islower():
        return False
    if stop == ".":
        return not _abbreviated(text, found, start, language, after)
    if stop.startswith("..") or stop[0] == "…":
        return not is_cased(after) or after.isupper() or after.isdigit()
    return True


def _ends_unspaced(text: str, found: re.Match[str]) -> bool:
    if not found["shut"]:
        return True
    after = text[found.end() : found.end() + 12]
    if not after:
        return True
    if after[0] in ",，、;；" or script_of(after[0]) == "Hira":
        return False  # 「…。」と述べた goes on
    head = re.split(r"[，。、：,:\n]", after, maxsplit=1)[0]
    return not any(word in head for word in SPEAKING)


def _unspaced_letter(char: str) -> bool:
    return bool(char) and script_of(char) in {"Hani", "Hira", "Kana"}


def _following(text: str, at: int) -> str | None:
    """The first letter or digit of what follows, through opening quotes and brackets; None at a line's end."""
    while at < len(text) and text[at] != "\n" and (text[at].isspace() or text[at] in _OPENERS):
        at += 1
    return text[at] if at < len(text) and text[at] != "\n" else None


def _abbreviated(text: str, found: re.Match[str], start: int, language: str, after: str) -> bool:
    """Whether the single full stop belongs to an abbreviation, an initial or an ordinal."""
    at = found.start()
    if found["close"]:
        return False
    last = _LAST_WORD.search(text[max(start, at - 24) : at])
    word = last.group() if last else ""
    if not word:
        return False
    if word.isdigit():
        return len(word) <= 2 and (language in ORDINAL_STOP or not text[start : at - len(word)].strip())
    folded = fold(word)
    if _is_initial(word, text, at):
        return not _begins(text, found.end(), language)
    if folded in MAYBE.get(language, ()):
        if language == "ru":
            return not (after.isupper() and text[max(0, at - len(word) - 2) : at - len(word)].strip()[-1:].isdigit())
        return not _begins(text, found.end(), language)
    if folded in WORDS and not after.isdigit() and not (word[:1].isupper() and len(word) > 1):
        return False
    return folded in NEVER.get(language, ()) or (folded in NEVER["en"] and word[:1].isupper() and len(word) > 1)


def _is_initial(word: str, text: str, at: int) -> bool:
    """ "J", "А", "J.-P", "U.S": capitals each with its stop."""
    parts = re.split(r"[.\-]+", word)
    return (
        len(parts) <= 4
        and all(len(part) == 1 and part.isupper() and is_cased(part) for part in parts if part)
        and at < len(text)
    )


def _begins(text: str, at: int, language: str) -> bool:
    found = _NEXT_WORD.search(text, at, at + 40)
    if found is None or not found.group()[0].isupper():
        return False
    return fold(found.group()).rstrip("'") in STARTERS.get(language, STARTERS["en"])
