"""Sources: what a document is as a source, and whose voice it speaks with when it credits nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from asylia.language.fold import fold
from asylia.model.document import Document
from asylia.model.entity import Body
from asylia.model.trace import CopyGroup, Retelling, Source

# DUBLIN (MPA) —  ·  Chisináu, 7 sep (MPA).-  ·  （新华社北京1月1日电）  ·  [서울=연합뉴스]  ·  【香港共同】
_DATELINE = re.compile(
    r"\A[^\n.!?。]{0,60}?[(（\[【]\s*(?P<in>[^)）\]】\d]{2,40}?)\s*[)）\]】]\s*(?:\.?\s*[-–—:]+|(?<=[】\]）]))"
    r"|\A[^\n.!?。]{2,40}?,[^\n.!?。]{2,30}\s[-–—/]\s*(?P<after>[^\n.,]{3,40}?)\.\s"
)
_PLACE_DATE = re.compile(r"[\d月日年]+|電$|电$|^.*=|^.*＝")
_HOSTS = (
    (r"(^|\.)(gov|gouv|gob|govt|gc|go)\.[a-z]{2}$|\.gov$|\.mil$|(^|\.)europa\.eu$", "official_release"),
    (r"(^|\.)(un|ohchr|unhcr)\.org$", "un_document"),
    (r"(^|\.)(coe\.int|curia\.europa\.eu|bailii\.org|canlii\.org)$", "court_record"),
    (r"(^|\.)(x|twitter|facebook|weibo|vk|youtube|instagram|threads)\.(com|me|net)$", "social"),
)  # fmt: skip
KINDS = {
    "ngo": "ngo_report", "group": "ngo_report", "agency": "wire", "wire": "wire", "state_media": "state_media",
    "court": "court_record", "un": "un_document", "igo": "official_release", "ministry": "official_release",
    "police": "official_release", "intelligence": "official_release", "government": "official_release",
    "parliament": "official_release", "party": "official_release", "embassy": "official_release",
    "country": "official_release", "outlet": "outlet_original",
}  # fmt: skip
_OUTLETS = frozenset({"agency", "wire", "outlet"})


def key_of(name: str) -> str:
    """The key of an outlet: its folded name, single spaces."""
    return "outlet:" + " ".join(fold(name).split())


def outlet_key(document: Document) -> str:
    """The key of the outlet that printed a document, or of the page itself where none is known."""
    return key_of(document.outlet) if document.outlet else f"page:{document.id}"


def agency(document: Document) -> str | None:
    """The agency that the credit line or the dateline names, as printed; None where there is none."""
    if document.agency:
        return document.agency
    match = _DATELINE.match(document.body.lstrip())
    if match is None:
        return None
    name = (match["in"] or match["after"] or "").strip()
    name = re.split(r"[=＝]", name)[-1].strip()
    return name if len(name) > 1 and any(char.isalpha() for char in name) else None


def sources(
    documents: Iterable[Document],
    copies: Sequence[CopyGroup],
    retellings: Sequence[Retelling],
    bodies: Iterable[Body],
) -> dict[str, Source]:
    """The source role of every document, with its reason."""
    known = {fold(form): body for body in sorted(bodies, key=lambda body: body.id) for form in body.forms}
    first = {document: (group.first, group.reason) for group in copies for document in group.documents}
    retold = {each.document: each for each in reversed(retellings)}
    return {document.id: _source(document, first, retold, known) for document in documents}


def _source(
    document: Document,
    first: Mapping[str, tuple[str, str]],
    retold: Mapping[str, Retelling],
    known: Mapping[str, Body],
) -> Source:
    outlet = outlet_key(document)
    body = known.get(fold(document.outlet or ""))
    state = body.state if body else None
    if body and (body.kind == "state_media" or (state and body.kind in _OUTLETS)):
        return Source(document.id, "state_media", "the lexicon knows the outlet as a state's", outlet, state)
    if body and body.kind in KINDS and body.kind not in _OUTLETS:
        return Source(document.id, KINDS[body.kind], f"the lexicon knows the outlet ({body.kind})", outlet, state)
    host = re.sub(r"^https?://([^/:]+).*$", r"\1", document.url or "").casefold()
    for pattern, role in _HOSTS:
        if host and re.search(pattern, host):
            return Source(document.id, role, "by the address it was found under", outlet, state)
    if document.id in first and first[document.id][0] != document.id:
        return Source(document.id, "outlet_rewrite", f"a copy; first version by {first[document.id][1]}", outlet, state)
    if body and body.kind in KINDS:
        return Source(document.id, KINDS[body.kind], f"the lexicon knows the outlet ({body.kind})", outlet, state)
    if agency(document):
        return Source(document.id, "wire", "its dateline or credit line names an agency", outlet, state)
    if document.id in retold:
        each = retold[document.id]
        role = "translation" if each.kind == "translation" else "outlet_rewrite"
        return Source(document.id, role, each.reason, outlet, state)
    return Source(document.id, "outlet_original", "no sign that it repeats another text", outlet, state)
