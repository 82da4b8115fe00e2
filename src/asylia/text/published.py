"""The day a page was published, as the page itself says, and which signal said so.

Signals in the order they are believed: structured data of the article, meta elements, microdata and time
elements, the line under the headline, a line after the text, a dateline, the address. Days of change only
count where no day of publication stands; the page's chrome (today's date in a masthead, a year of copyright)
never does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from asylia.model.dates import Date
from asylia.text.kinds import Block, Kind
from asylia.text.metadata import Metadata
from asylia.text.stamps import Stamp, stamps
from asylia.text.vocabulary import words

_METAS = (
    "article:published_time", "og:published_time", "article:published", "og:article:published_time", "datepublished",
    "date.published", "published_time", "publication_date", "publicationdate", "publishdate", "publish-date",
    "publish_date", "publish_time", "published-date", "pubdate", "date", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "dc:date", "citation_publication_date",
    "citation_date", "sailthru.date", "parsely-pub-date", "article.published", "article.created", "article:create_at",
    "article_date_original", "originalpublicationdate", "cxenseparse:recs:publishtime", "bt:pubdate", "release_date",
    "displaydate", "createdate", "datecreated", "firstpublishedate", "firstcreatetime", "news_publish_date",
    "weibo:article:create_at", "apub:time", "article:post_time", "mediator_published_time", "ptime",
)  # fmt: skip
_ISO = re.compile(r"((?:19|20)\d\d)-?(\d\d)?(?:-?(\d\d))?(?=[T\s_]|$|Z|\+|\d{6}$)")
_ZONE_UTC = re.compile(r"T\d\d:?\d\d.*(?:Z|\+00:?00)$")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?\Z")
_IN_ADDRESS = re.compile(r"[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])(?:[/_-]?(0[1-9]|[12]\d|3[01]))?(?=[/_.-]|$)")
_DATELINE_END = re.compile(r"\s[-–—]+\s|[-–—:]\s|\)\s*[-–—.:=]*\s|\.\s*[-–—]|】|」")
_UPDATE_MARK = re.compile(r"[(\[（|,;·•/]\s*$")


@dataclass(frozen=True, slots=True)
class Published:
    """A date and the name of the signal that gave it."""

    date: Date
    by: str


def from_metadata(data: Metadata, language: str | None) -> Published | None:
    """What structured data and meta elements say."""
    for name in ("datePublished", "dateCreated", "uploadDate"):
        value = data.said(name)
        found = parse(value, language) if value else None
        if found is not None:
            return Published(found, f"json-ld {name}")
    for name in _METAS:
        value = data.named(name)
        found = parse(value, language) if value else None
        if found is not None:
            return Published(found, f"meta {name}")
    return None


def raw_metadata_date(data: Metadata) -> str | None:
    """The date text that `from_metadata` read, as written."""
    return data.said("datePublished") or data.named(*_METAS)


def parse(value: str, language: str | None) -> Date | None:
    """A date as machines write it, or as people do."""
    value = value.strip()[:100]
    found = _ISO.match(value)
    if found is not None:
        try:
            return Date(int(found[1]), int(found[2]) if found[2] else None, int(found[3]) if found[3] else None)
        except ValueError:
            return None
    if _EPOCH.match(value):
        return None  # a number of seconds is not a date that the page shows
    seen = stamps(value, language)
    return seen[0].date if seen else None


@dataclass(frozen=True, slots=True)
class _Seen:
    stamp: Stamp
    label: str | None  # "published", "updated" or None
    block: Block


def from_lines(lines: Sequence[Block], language: str | None, order: str | None = None) -> Published | None:
    """The date in the lines around a headline: labelled as published, else bare, else labelled as changed."""
    seen = [one for block in lines for one in _labelled(block, language, order)]
    for label, name in (("published", "line published"), (None, "line"), ("updated", "line updated")):
        for one in seen:
            if one.label == label:
                return Published(one.stamp.date, name)
    return None


def _labelled(block: Block, language: str | None, order: str | None) -> list[_Seen]:
    """The dates of a line, each with what the words before it call it."""
    text, folded = block.text, block.shape.folded
    found: list[_Seen] = []
    reach = 0
    label: str | None = None
    for stamp in stamps(text, language, order):
        label = _label(folded[reach : stamp.start], found[-1].label if found else None)
        found.append(_Seen(stamp, label, block))
        reach = stamp.end
    return found


def _label(before: str, previous: str | None) -> str | None:
    """The last label word before a date; a second date on one line without a word of its own is the change."""
    lists = words()
    label: str | None = None
    for at in (0, *(match.end() for match in re.finditer(r"[\s|:·•(（,;/]+", before))):
        hit = lists.opening(before[at:])
        if hit is not None and hit.kind in ("published", "updated"):
            label = hit.kind
    if label is None and previous is not None:
        return "updated"
    return label


def from_dateline(text: str, language: str | None) -> Published | None:
    """The full date of a dateline: "HONG KONG, July 3, 2023 (MPA) - …"."""
    for stamp in stamps(text[:160], language):
        end = _DATELINE_END.search(text, stamp.end, stamp.end + 40)
        if (
            stamp.start <= 60
            and end is not None
            and stamp.date.precision == "day"
            and "." not in text[: stamp.start].replace(". ", "")
        ):
            return Published(stamp.date, "dateline")
        break
    return None


def from_address(url: str | None) -> Published | None:
    """A day or month in the address, as many sites file their pages."""
    found = _IN_ADDRESS.search(url or "")
    if found is None:
        return None
    try:
        return Published(Date(int(found[1]), int(found[2]), int(found[3]) if found[3] else None), "address")
    except ValueError:
        return None


def local_day(machine: Published, written: str | None, shown: Published | None) -> Published:
    """Machines often write the hour in Greenwich; where the page shows the neighbouring day, that is the local one."""
    if shown is None or written is None or not _ZONE_UTC.search(written) or shown.by == "line updated":
        return machine
    near = shown.date.precision == machine.date.precision == "day" and shown.date.gap(machine.date) == timedelta(days=1)
    return shown if near else machine


def is_dated(block: Block) -> bool:
    """Whether a block may carry the page's date: a line that says little else."""
    return block.kind is not Kind.TEXT and block.shape.words <= 40
