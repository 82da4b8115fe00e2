"""Memory: who was named and who spoke so far, so that "the group", "it" and "the report" find whom they stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from asylia.claims.actors import Actor
from asylia.claims.persons.people import People
from asylia.claims.scan import Scan, SentenceScan
from asylia.lexicon.matcher import Cue
from asylia.model.mention import Mention

_ACRONYM = re.compile(r"\s?[(（](?:the |la |le |el |die |der )?(?P<short>[^\W\d_][\w&.-]{1,11})[)）]")
# An anaphor of a class finds the last actor of these classes.
_FITS = {
    "ngo": ("ngo", "body"),
    "court": ("court", "body"),
    "state": ("state", "police", "body"),
    "media": ("media",),
    "person": ("person", "official", "source", "expert"),
    "police": ("police",),
}
# Nouns that stand for the whole state; a prosecutor or a parliament is an office of its own.
_GOVERNS = re.compile(
    r"govern|authorit|official|regime|gobierno|autoridad|regimen|régimen|gouvernement|autorit|régime|regierung|behörd"
    r"|правительств|власт|режим|hükümet|hukumet|yetkili|makam|chính phủ|nhà chức trách|chính quyền|政府|当局|當局|官方"
    r"|정부|당국|دولت|مقام|حکوم|حكوم|سلطات|السلط"
)
_ANY_OFFICE = frozenset("ведомство ведомстве cartera behörde".split())
_SAME = {"ja": ("同",), "zh": ("该", "該"), "ko": ("이 ", "해당 ")}
_ANY_GROUP = frozenset(
    "group organisation organization ngo watchdog nonprofit non-profit campaigners groupe organización ong gruppe"
    " verein организация группа правозащитники örgüt kuruluş منظمه نهاد سازمان 단체"
    " 組織 组织 団体 團體 团体 机构 機構".split()
)
_RECENT = 12  # speakers back that a title may mean
_DOCUMENTS = ("ngo", "body", "court", "state", "media", "police", "expert", "source")


class Memory:
    """What a reader keeps in mind, filled sentence by sentence in the order of the text."""

    def __init__(self, scan: Scan, people: People) -> None:
        self._scan = scan
        self._people = people
        self._seen: list[Actor] = []
        self._short: dict[str, Actor] = {}
        self._speaker: Actor | None = None
        self._author: Actor | None = None
        self._authors: dict[str, Actor] = {}
        self._lead: Actor | None = None
        self._speakers: list[Actor] = []
        self._officials: set[Mention] = set()
        self._words: list[str] = []
        self._opener: Actor | None = None
        self._ahead: list[Actor] = []
        self._fresh = False
        self._country: Actor | None = None
        self._person_lead: Actor | None = None

    @property
    def speaker(self) -> Actor | None:
        """Who spoke last."""
        return self._speaker

    def author(self, noun: str = "") -> Actor | None:
        """Who the last document of this kind is by, or else the last document."""
        return self._authors.get(noun.rsplit(maxsplit=1)[-1] if noun else "", self._author)

    def led(self, actor: Actor | None) -> None:
        """The actor that opened a sentence in which nobody spoke; None after any other sentence."""
        self._lead = actor

    def led_by(self, person: Actor | None) -> None:
        """The person who opened a sentence in which nobody spoke; None after any other sentence."""
        self._person_lead = person

    @property
    def opener(self) -> Actor | None:
        """The author of the document that opened the sentence."""
        return self._opener

    def opened(self, author: Actor | None) -> None:
        """A document of this author opened the sentence; None after any other."""
        self._opener = author

    def turn(self) -> None:
        """A new paragraph: what opened the last sentence no longer counts."""
        self._lead = self._country = None

    def next_sentence(self, spoken: bool) -> None:
        """A sentence is over; `spoken` whether somebody spoke in it."""
        self._fresh = spoken

    def spoke(self, actor: Actor, country: Actor | None = None) -> None:
        """Somebody spoke; `country` is the one that their title names."""
        self._country = country or (actor if actor.code == "country" else self._country)
        if actor.code == "official":
            self._officials.add(actor.mention)
        self._speaker = actor
        self._fresh = True
        self._speakers.append(actor)
        if actor.code in ("ngo", "body", "court"):
            self._author = actor

    def bears(self, title: str) -> bool:
        """Whether one of the last speakers was introduced with this title."""
        return any(title in words for words in self._words[-_RECENT:])

    def said(self, words: str) -> None:
        """The words that stood for the last speaker."""
        self._words.append(words)

    def wrote(self, actor: Actor, noun: str = "") -> None:
        """A document of theirs is spoken of, under this noun."""
        self._author = actor
        if noun:
            self._authors[noun.rsplit(maxsplit=1)[-1]] = actor

    def see(self, actor: Actor) -> None:
        """An actor is named; a short form in brackets behind the name is learnt."""
        found = _ACRONYM.match(self._scan.text, actor.end)
        if found and not actor.bare:
            self._short.setdefault(found["short"], actor)
        if not self._seen or actor != self._seen[-1]:
            self._seen.append(actor)

    def expects(self, actors: Sequence[Actor]) -> None:
        """The actors that the sentence names, in order; `reach` sees them one by one."""
        self._ahead = list(actors)

    def reach(self, offset: int) -> None:
        """The reading has come to this place of the sentence."""
        while self._ahead and self._ahead[0].end <= offset:
            self.see(self._ahead.pop(0))

    def full(self, actor: Actor) -> Actor:
        """The actor under the full name that the page introduced a short form for."""
        return self._short.get(self._scan.text[actor.start : actor.end], actor)

    def shorts(self, sentence: SentenceScan) -> list[Actor]:
        """Places in the sentence where a learnt short form stands."""
        found = []
        for short, actor in self._short.items():
            for m in re.finditer(
                rf"(?<![\w-]){re.escape(short)}(?![\w-])", self._scan.text[sentence.start : sentence.end]
            ):
                at = sentence.start + m.start()
                if at >= actor.end + len(short):
                    mention = type(actor.mention)(
                        actor.mention.document, at, at + len(short), actor.mention.type, actor.mention.role
                    )
                    found.append(Actor(mention, actor.code))
        return found

    def fuller(self, actor: Actor) -> Actor:
        """The last longer name that holds this bare noun: "the embassy" after "the Chinese embassy"."""
        if actor.mention in self._officials:
            return replace(actor, code="official")
        if not actor.bare:
            return self._the_same(actor)
        if actor.generic:
            if self._lead and self._lead.code == "country" and actor.code in ("state", "official"):
                return self._lead
            governs = _GOVERNS.search(self._scan.folded, actor.start, actor.end)
            return self._country if self._country and actor.code == "state" and governs else actor
        noun = self._scan.folded[actor.start : actor.end].removeprefix("ال")
        for earlier in reversed(self._seen[-60:]):
            name = self._scan.folded[earlier.start : earlier.end]
            if not earlier.bare and noun in name and len(name) > len(noun):
                return earlier
        return actor

    def _the_same(self, actor: Actor) -> Actor:
        """同センター, 该中心: the last earlier name that ends like it."""
        name = self._scan.folded[actor.start : actor.end]
        same = next((mark for mark in _SAME.get(self._scan.language, ()) if name.startswith(mark)), None)
        if same is None:
            return actor
        noun = name.removeprefix(same)
        for earlier in reversed(self._seen[-60:]):
            other = self._scan.folded[earlier.start : earlier.end]
            if other.endswith(noun) and len(other) > len(noun) and not other.startswith(same):
                return earlier
        return actor

    def antecedent(self, cue: Cue) -> Actor | None:
        """Whom an anaphor stands for; None where nobody fits."""
        if cue.code == "any":
            if self._lead is not None:
                return self._lead
            return self._speaker if self._speaker and self._speaker.code != "person" else self._last_speaker(_DOCUMENTS)
        if cue.code == "third" and (self._lead or (self._speaker and self._fresh)):
            return self._lead or self._speaker
        if cue.code in ("person", "third"):
            return self._person(cue)
        noun = self._scan.folded[cue.start : cue.end].split()[-1].removeprefix("ال")
        if self._scan.language == "vi" and noun == "nay":
            noun = self._scan.folded[cue.start : cue.end].split()[0]
        fits = _FITS.get(cue.code, (cue.code,))
        if noun in _ANY_OFFICE:
            return self._last_speaker(("state", "police")) or self._last(("state", "police"))
        if noun in _ANY_GROUP:  # says nothing about the name: whoever spoke last
            return self._last_speaker(fits) or self._last(fits)
        for earlier in reversed(self._seen[-80:]):
            name = self._scan.folded[earlier.start : earlier.end]
            if not earlier.bare and noun in name and earlier.code in (*fits, "body", "ngo"):
                return earlier
        return None if cue.code == "state" else self._last_speaker(fits) or self._last(fits)

    def _person(self, cue: Cue) -> Actor | None:
        if self._person_lead is not None:
            return self._person_lead
        if self._speaker and self._speaker.code in _FITS["person"]:
            return self._speaker
        last = self._people.last_before(cue.start, ("office", "claimant", "witness", "other", "associate"))
        if last is not None:
            return Actor(self._people.canonical(last), "person")
        return self._last_speaker(_FITS["person"])

    def _last_speaker(self, codes: tuple[str, ...]) -> Actor | None:
        return next((actor for actor in reversed(self._speakers[-20:]) if actor.code in codes), None)

    def _last(self, codes: tuple[str, ...]) -> Actor | None:
        return next((a for a in reversed(self._seen[-80:]) if a.code in codes and not a.bare), None)
