"""Small records made by hand, for the rooms that keep and show records. Names are placeholders of their languages."""

from __future__ import annotations

import hashlib

from asylia.lexicon.load import load
from asylia.model.claim import Claim, Figure, Passage, Position, Report, Rule, Voice
from asylia.model.dates import Date
from asylia.model.document import Document, Run, Sentence
from asylia.model.ids import document_id
from asylia.model.mention import Mention
from asylia.model.record import Page, Record
from asylia.pipeline import weigh

RULE = Rule("by_hand", 1, "written by hand for a test")


def document(file: str, title: str, body: str, language: str = "en", outlet: str | None = "The Gazette") -> Document:
    """A document as a reader would make it."""
    text = f"{title}\n{body}"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    start = len(title) + 1
    return Document(
        id=document_id(sha256, file),
        sha256=sha256,
        file=file,
        url=None,
        layer="hand.v1",
        text=text,
        body_start=start,
        language=language,
        outlet=outlet,
        published=Date(2023, 5, 4),
        published_by="meta",
        charset="utf-8",
        sentences=(Sentence(0, len(title), -1), Sentence(start, len(text), 0)),
        runs=(Run(0, len(text), 10, 10 + len(text)),),
        fingerprint=(3, 5, 1 << 60),
        notes=("by_hand",),
    )


def mention(page: Document, words: str, kind: str = "person", role: str = "target", nth: int = 0) -> Mention:
    """The mention of these words at their nth place."""
    start = -1
    for _ in range(nth + 1):
        start = page.text.index(words, start + 1)
    return Mention(page.id, start, start + len(words), kind, role)


def passage(page: Document, quote: str) -> Passage:
    """The passage of this quote."""
    start = page.text.index(quote)
    return Passage(page.id, page.layer, start, start + len(quote), quote, page.text)


def page(document: Document, claims: tuple[Claim, ...] = (), mentions: tuple[Mention, ...] = ()) -> Page:
    """A page in the order that the pipeline gives it."""
    ordered = tuple(sorted(claims, key=lambda claim: (claim.passage.start, claim.passage.end, claim.id)))
    everyone = {*mentions, *(each for claim in claims for each in claim.mentions)}
    credited = tuple(claim.voice.origin for claim in ordered if claim.voice.origin is not None)
    return Page(document, ordered, tuple(sorted(everyone)), tuple(dict.fromkeys(credited)))


def sample_pages() -> tuple[Page, ...]:
    """Three pages in three scripts with a claim of every kind."""
    first = document(
        "wire/max-mustermann-seized.html",
        "Exile Max Mustermann seized",
        "Agents seized Max Mustermann in Bangkok in 2021, Justice Watch said. More than 100 people were returned. "
        "The embassy denied it. Mustermann wrote to Minister Erika Amt.",
    )
    group = mention(first, "Justice Watch", "organisation", "origin")
    voice = Voice(origin=group, claimant=group)
    report = Report(
        passage=passage(first, "Agents seized Max Mustermann in Bangkok in 2021"),
        slot="act",
        rule=RULE,
        voice=voice,
        confidence=0.8,
        methods=("capture.abduction",),
        persons=(mention(first, "Max Mustermann", nth=1),),
        origin_state="CN",
        host="TH",
        place=mention(first, "Bangkok", "place", "other"),
        date=Date(2021),
    )
    figure = Figure(
        passage=passage(first, "More than 100 people were returned"),
        slot="100",
        rule=RULE,
        voice=voice,
        value=100.0,
        bound="at_least",
        strict=True,
        wording="More than",
        measure="returns",
        until=Date(2023, 5),
        countries=("TH",),
    )
    denial = Position(
        passage=passage(first, "The embassy denied it"),
        slot="denies",
        rule=RULE,
        actor=mention(first, "The embassy", "organisation", "actor"),
        stance="denies",
    )
    office = mention(first, "Erika Amt", role="office")
    short = mention(first, "Mustermann", nth=2)
    second = document("zh.html", "张三丰被带走", "人权组织说张三丰2021年在曼谷被带走。警察拘留了他。", "zh", "日报")
    taken = Report(
        passage=passage(second, "张三丰2021年在曼谷被带走"),
        slot="act",
        rule=RULE,
        methods=("capture.abduction",),
        persons=(mention(second, "张三丰", nth=1),),
        host="TH",
        origin_state="CN",
        date=Date(2021),
    )
    third = document(
        "note.txt",
        "A letter",
        "Nobody knew MAX MUSTERMANN here, nor Mustermanns car. 경찰이 확인했다. 张三丰也在。",
        "en",
        None,
    )
    return tuple(
        sorted(
            (
                page(first, (report, figure, denial), (office, short, mention(first, "Max Mustermann"))),
                page(second, (taken,), (mention(second, "张三丰"),)),
                page(third),
            ),
            key=lambda each: each.document.id,
        )
    )


def sample() -> Record:
    """The record of these pages."""
    return weigh(sample_pages(), (), load())
