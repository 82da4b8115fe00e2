"""Where: the state the victim was in when the act was done, or lives in."""

from __future__ import annotations

import re

from asylia.claims.belonging import belongs
from asylia.claims.persons.people import People
from asylia.claims.reports.acts import VERB_FINAL, Act
from asylia.claims.reports.direction import direction, places
from asylia.claims.reports.families import TRANSFERS
from asylia.claims.scan import Scan, SentenceScan
from asylia.lexicon.matcher import Cue
from asylia.model.mention import Mention

_ABODE_NEAR = 30
_IN = re.compile(r"(?: [\w-]+){1,3} ")  # a refugee [advocate in] Sydney
_IN_LAND = re.compile(r"\b(?:im|в|во) \Z")  # "im thailändischen Pattaya", "в шведском Стрёмсунде"
_APPOSITION = re.compile(r", (?:[\w'’-]+ ){0,4}")
_TAKES = frozenset({"abduct", "lure", "vanish"})
_HOSTS_ACT = frozenset({"deport", "extradite", "handover", "arrest", "seize", "brought"})
_HOST_AGENTS = frozenset({"police", "official", "court", "service", "state"})
_ORGANISATIONS = ("institution", "actor", "head", "anaphor", "outlet")
_ENOUGH = 2.0
_MODIFIERS_FIRST = frozenset({"ja", "ko", "zh"})
_TELLERS = frozenset({"ngo", "media", "outlet", "agency", "newspaper"})
_OWNED = 6
_SCENE = 2  # sentences


def abode_of(scan: Scan, sentence: SentenceScan, cue: Cue) -> Cue | None:
    """The place that a word for living or fleeing speaks of."""
    named = [place for place in places(sentence) if place.kind != "nationality"]
    behind = [p for p in named if 0 <= p.start - cue.end <= _ABODE_NEAR]
    before = [p for p in named if 0 <= cue.start - p.end <= _ABODE_NEAR]
    if scan.language in VERB_FINAL or "behind" in cue.tags:
        return before[-1] if before else (behind[0] if behind else None)
    return behind[0] if behind else None


def abodes(scan: Scan, sentence: SentenceScan) -> list[tuple[Cue, Cue]]:
    """Words for living somewhere with their places; those of organisations are left out."""
    found = []
    for cue in sentence.of("abode"):
        place = abode_of(scan, sentence, cue)
        owner = [
            c for c in sentence.of(*_ORGANISATIONS) if 0 <= cue.start - c.end <= 12 and not _somebody(sentence, c, cue)
        ]
        if place is not None and not owner:
            found.append((cue, place))
    return found + [(cue, cue) for cue in sentence.of("lives")]  # 旅美: the word for living has the place in it


def _somebody(sentence: SentenceScan, owner: Cue, living: Cue) -> bool:
    """Whether it is a person that lives there, and no organisation: "a party critic living in …"."""
    named = any(owner.end <= c.start and c.end <= living.start for c in sentence.of("role", "crowd"))
    return named or "person" in owner.tags or (owner.kind == "anaphor" and owner.code == "person")


def host_of(scan: Scan, people: People, act: Act, origin: str | None, relative: bool) -> tuple[str | None, Cue | None]:
    """The host that the act's own sentence gives, and the place that says so."""
    sentence = act.sentence
    living = {place.start: place for _, place in abodes(scan, sentence)}
    best: tuple[float, str, Cue] | None = None
    for place in places(sentence):
        if place.code == origin or place.kind == "people":
            continue
        weight = 3.0 if place.start in living else _weight(scan, people, act, place, relative)
        weight -= abs(place.start - act.cue.start) / 120 + (0.5 if not act.start <= place.start < act.end else 0.0)
        if best is None or weight > best[0]:
            best = (weight, place.code, place)
    resident = next((c for c in sentence.of("lives") if c.code != origin), None)
    if resident is not None and (best is None or best[0] < _ENOUGH):
        return resident.code, None
    if best is None or best[0] < _ENOUGH - 0.8:
        return None, None
    return best[1], best[2]


def _weight(scan: Scan, people: People, act: Act, place: Cue, relative: bool) -> float:
    sentence = act.sentence
    if any(c.start <= place.start and place.end <= c.end for c in sentence.of("institution", "programme")):
        return 0.0
    if belongs(scan, sentence, place) or (scan.language in _MODIFIERS_FIRST and _owned(sentence, place)):
        return 0.0
    way = direction(scan, place)
    if relative:
        return 1.5 if way == "in" else 0.0  # what is done to relatives is done at home
    agent = next(
        (c for c in sentence.of("agent") if -1 <= c.start - place.end <= 14 or -1 <= place.start - c.end <= 14), None
    )
    if place.kind == "nationality":
        if _in_its_capital(scan, place):
            return 4.0
        if _IN_LAND.search(scan.folded, max(sentence.start, place.start - 5), place.start):
            return 2.5 if not _of_victim(people, sentence, place) else 0.0
        if _of_victim(people, sentence, place):
            return 0.0
        return 3.0 if agent is not None and agent.code in _HOST_AGENTS and act.family in _HOSTS_ACT else 0.0
    if any(c.kind in ("role",) and c.code == "office" and 0 <= c.start - place.end <= 14 for c in sentence.cues):
        return 0.0
    if way == "in":
        return 5.0
    if way == "from":
        return 4.0 if act.family in TRANSFERS or act.family in _HOSTS_ACT or act.family in _TAKES else 1.0
    if way == "to":
        return 3.0 if act.family in ("lure", "visit", "divert") else 0.0
    opens = place.kind == "capital" and place.start < act.cue.start  # "Beirut lieferte … aus": it stands for its state
    if act.family in _HOSTS_ACT and (place.kind == "country" or opens or agent is not None):
        return 3.5
    return (
        2.0
        if place.kind in ("country", "city", "region") and scan.language in ("zh", "ja", "ko")
        else 1.5
        if place.kind == "city"
        else 1.0
    )


# A town or land behind or before the adjective that says whose it is.
_LANDS: dict[str, tuple[re.Pattern[str] | None, re.Pattern[str] | None]] = {
    "en": (None, re.compile(r"(?:[ -]\w+)? (?:capital|city|town|port|resort|soil|territory|border town|airport)\b")),
    "es": (re.compile(r"\ben (?:la |el )?(?:capital|ciudad|localidad|suelo|territorio|puerto|aeropuerto) \Z"), None),
    "fr": (re.compile(r"\b(?:dans la|à la|sur le|sur|en) (?:capitale|ville|sol|territoire|port|station) \Z"), None),
    "de": (None, re.compile(r" (?:hauptstadt|metropole|stadt|boden|gebiet|grenzstadt|hafenstadt|badeort)\w*")),
    "ru": (None, re.compile(r" (?:столиц|город|территори|земл|курорт|аэропорт)\w*")),
}


def _in_its_capital(scan: Scan, place: Cue) -> bool:
    """ "In the Thai capital", "en la capital colombiana": an adjective that says whose town or land is a place."""
    words = _LANDS.get(scan.language)
    if words is None:
        return False
    before, behind = words
    return bool(behind and behind.match(scan.folded, place.end)) or bool(
        before and before.search(scan.folded, max(place.start - 40, 0), place.start)
    )


def _owned(sentence: SentenceScan, place: Cue) -> bool:
    """スペインの人権団体, 영국 매체: where an organisation is from that tells of the act."""
    return any(
        0 <= cue.start - place.end <= _OWNED and cue.code in _TELLERS and "person" not in cue.tags
        for cue in sentence.of("actor", "head")
    ) or any(0 <= cue.start - place.end <= _OWNED and bool(cue.tags & _TELLERS) for cue in sentence.of("institution"))


def _of_victim(people: People, sentence: SentenceScan, place: Cue) -> bool:
    if any(
        c.kind in ("role", "crowd") and (-1 <= c.start - place.end <= 14 or -1 <= place.start - c.end <= 6)
        for c in sentence.cues
    ):
        return True
    return people.at(place.end, place.end + 4) is not None


class Memory:
    """Where persons live, and where the last acts against them were told to be done."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._lives: dict[Mention, str] = {}
        self._struck: dict[Mention, str] = {}
        self._unnamed: str | None = None
        self._there: tuple[int, str] | None = None

    def hear(self, scan: Scan, sentence: SentenceScan, focus: tuple[Mention, ...], origin: str | None) -> None:
        """Take in where a sentence says that somebody lives."""
        for resident, place in self._apposed(scan, sentence):
            if place.code != origin:
                self._lives.setdefault(self._people.canonical(resident), place.code)
        for cue, place in abodes(scan, sentence):
            if place.code == origin:
                continue
            person = self._people.last_before(cue.start, ("target", "other"), sentence.start)
            if person is None and (scan.language in ("zh", "ja", "ko", "tr", "de", "fa", "vi")):
                person = next(iter(self._people.within(cue.end, sentence.end)), None)
            owners = [person] if person is not None else list(focus[:1]) if sentence.has("trio") else []
            for owner in owners:
                self._lives.setdefault(self._people.canonical(owner), place.code)

    def _apposed(self, scan: Scan, sentence: SentenceScan) -> list[tuple[Mention, Cue]]:
        """ "X, a refugee advocate in Sydney, …": where a person lives, told without a word for living."""
        found = []
        for place in places(sentence):
            if place.kind == "nationality" or direction(scan, place) != "in":
                continue
            role = next((c for c in sentence.of("role") if _IN.fullmatch(scan.text, c.end, place.start)), None)
            if role is None or role.code != "target" or "plural" in role.tags:
                continue
            person = self._people.last_before(role.start, ("target", "other"), sentence.start)
            if person is not None and _APPOSITION.fullmatch(scan.text, person.end, role.start):
                found.append((person, place))
        return found

    def pass_through(self, scan: Scan, sentence: SentenceScan, origin: str | None) -> None:
        """Take in the one state, other than the origin state, that a sentence puts something or somebody in."""
        living = {place.start for _, place in abodes(scan, sentence)}
        there = {
            place.code
            for place in places(sentence)
            if place.code != origin
            and place.kind not in ("nationality", "people")
            and (place.start in living or direction(scan, place) == "in")
        }
        if len(there) == 1:
            self._there = (sentence.index, there.pop())

    def there(self, sentence: SentenceScan, origin: str | None) -> str | None:
        """The state that one of the last sentences put somebody in."""
        if self._there is None or sentence.index - self._there[0] > _SCENE or self._there[1] == origin:
            return None
        return self._there[1]

    def keep(self, persons: tuple[Mention, ...], host: str | None) -> None:
        """Take in where an act was done."""
        if host is None:
            return
        for person in persons:
            self._struck[self._people.canonical(person)] = host
        if not persons:
            self._unnamed = host

    def lives(self, persons: tuple[Mention, ...]) -> str | None:
        """Where the persons live, if the page said so and they do not live in different states."""
        known = {self._lives.get(self._people.canonical(person)) for person in persons}
        return next(iter(known)) if len(known) == 1 else None

    def struck(self, persons: tuple[Mention, ...]) -> str | None:
        """Where the last act against them was done."""
        if not persons:
            return self._unnamed
        known = {self._struck.get(self._people.canonical(person)) for person in persons}
        return next(iter(known)) if len(known) == 1 else None
