"""HTML pages."""

from __future__ import annotations

from asylia.model.capture import Capture
from asylia.model.document import Document
from asylia.text.agencies import agency_of, credits
from asylia.text.blocks import Frame, blocks
from asylia.text.bylines import trimmed
from asylia.text.charset import Decoded
from asylia.text.compose import Parts, compose
from asylia.text.dating import published
from asylia.text.headline import find_headline, outlet_of, title_of
from asylia.text.markup import Tree
from asylia.text.metadata import read_metadata
from asylia.text.selection import Page, anything, select
from asylia.text.tongues import language_of

LAYER = "html.1"


def read_html(capture: Capture, decoded: Decoded) -> Document:
    """The article of a page, as a document."""
    tree = Tree(decoded.text).parse()
    frame = Frame(tree)
    data = read_metadata(tree)
    found = blocks(frame)
    page = Page(frame, data, found, find_headline(found, data, frame.strong))
    select(page)
    notes = list(decoded.notes)
    if not page.kept:
        page.kept = tuple(anything(page))
        notes.append("no_article")
    body = [piece for at in page.kept if (piece := trimmed(found[at].piece)).text]
    language = language_of("\n".join(piece.text for piece in body), data.language)
    title = title_of(data, page.headline, data.named("og:site_name"))
    outlet = outlet_of(data, title.text if title else None, [block.text for block in found[-60:]])
    parts = Parts(
        layer=LAYER,
        title=title,
        body=body,
        language=language,
        outlet=outlet,
        published=published(page, body, language, capture.url),
        charset=decoded.charset,
        notes=tuple(notes),
        agency=agency_of(credits(found, page.kept)),
    )
    return compose(capture, parts)
