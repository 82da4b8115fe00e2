"""Bylines and credits that stand within a paragraph, before its first or after its last sentence."""

from __future__ import annotations

import re

from asylia.language.fold import fold
from asylia.text.pieces import Piece
from asylia.text.vocabulary import words

_HEAD = re.compile(r"\s*(?P<open>[\[〔【(（])(?P<inner>[^\[\]〔〕【】()（）]{2,60})[\]〕】)）]\s*(?:[:：=＝]\s*)?")
_TAIL = re.compile(
    r"(?P<stop>[.!?。！？][\"'”’」』]?)\s*(?P<rest>(?:[\[〔【(（][^\[\]〔〕【】()（）。]{2,60}[\]〕】)）]"
    r"|[^.!?。！？]{0,40}\S+@[\w-]+\.[\w.-]+[^.!?。！？]{0,20}"
    r"|/?\s*[가-힣]{2,5}\s*(?:기자|특파원)|[(（][cCｃＣ][)）]\s*\S{1,20})\s*)\Z"
)
_RIGHTS = re.compile(r"[(（][cCｃＣ][)）]")
_PLACED = re.compile(r"[=＝]|[日日电電訊讯]\s*$|\d")


def trimmed(piece: Piece) -> Piece:
    """The paragraph without a bracketed reporter at its head, and without a reporter's name or address at its foot.

    A dateline stays: "(Seoul=Agency)", "（…台北10日電）" say where and when, and are text.
    """
    text = piece.text
    start, end = 0, len(text)
    head = _HEAD.match(text)
    if (
        head is not None
        and head["open"] in "[〔【"
        and _names_reporter(head["inner"])
        and not _PLACED.search(head["inner"])
    ):
        start = head.end()
    tail = _TAIL.search(text, max(start, end - 120))
    if tail is not None and ("@" in tail["rest"] or _RIGHTS.match(tail["rest"]) or _names_reporter(tail["rest"])):
        end = tail.end("stop")
    return piece.cut(start, end).strip() if (start, end) != (0, len(text)) else piece


def _names_reporter(text: str) -> bool:
    return any(hit.kind in ("reporter", "agency") for hit in words().anywhere(fold(text)))
