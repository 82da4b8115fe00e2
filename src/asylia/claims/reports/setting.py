"""The setting of a page: which state reaches abroad, by the evidence of the whole document or of one sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from asylia.claims.belonging import belongs
from asylia.claims.persons.people import People
from asylia.claims.reports.direction import direction, places
from asylia.claims.reports.families import TRANSFERS
from asylia.claims.scan import Scan, SentenceScan
from asylia.lexicon.matcher import Cue
from asylia.model.mention import Mention

# States known to reach abroad (Freedom House's and AAAD's lists of origin governments). Others need more evidence.
PRONE = frozenset(
    "CN HK TR IR RU BY TJ UZ KZ KG TM AZ RW SA AE EG BH QA KW JO IQ SY LY DZ MA TN YE SD SS"
    " TD ET ER DJ BI UG TZ CD CG CM GQ ZW TG BJ BF ML NE GN"
    " VN KH LA TH MM PK BD IN LK AF KP CU NI VE SV BO EC MR RS GE".split()
)
_OTHER = 0.3
_NEAR = 14
_LANDING = 40
_CLOSE = 12
_NEXT = 2
# Where languages have no word for a nationality: トルクメニスタンの活動家, 북한 국적의 사업가.
_OF_STATE = {
    "ja": re.compile(r"(?:の|出身の|国籍の|籍の|人)?(?:民主|人権|反体制|野党|元|男性|女性|若手)*"),
    "ko": re.compile(
        r" ?(?:출신(?:의|인)? ?|국적(?:의)? ?|인 ?|의 ?)?"
        r"(?:(?:민주|인권|야당|전직|반체제|망명|남성|여성|소속|[가-힣]{2,5}당) ?)*"
    ),
    "zh": re.compile(r"(?:籍|裔|的)?(?:民主|人权|人權|反对派|反對派|前|流亡|男|女)*"),
}
# "Deported by Kazakhstan", "expulsé par le Kazakhstan": the host, and not the state that reaches abroad.
_EXPELLED_BY = re.compile(r"\b(?:by|por|par|durch|von)(?: the| el| la| le| l')? ?\Z")
_STRONG = 2.5
_PAPERS = 3.0
_FIRM = 2.0
_AHEAD = 2.2
_CLEAR = 0.5
_SPOKEN_OF = 0.6
_STATION = 3.0
_BIDDING = 6  # characters
_TAKES = frozenset({"abduct", "vanish", "lure"})
_PLAIN_FROM = frozenset({"de", "ru"})  # whose "from" says whence, and is not also "of"
_WEIGHT = {"service": 3.0, "mission": 2.0, "police": 1.5, "official": 1.0, "state": 1.0, "court": 0.5}


@dataclass(frozen=True, slots=True)
class Setting:
    """The state whose reach the page is about, and by sentence where another one is spoken of."""

    origin: str | None
    weights: dict[str, float]
    local: dict[int, str]

    def origin_at(self, sentence: SentenceScan) -> str | None:
        """The origin state for acts told in this sentence."""
        return self.local.get(sentence.index, self.origin)


def setting(scan: Scan, people: People) -> Setting:
    """Weigh every state named: victims' nationality, agents, destinations of returns, requests."""
    total: dict[str, float] = defaultdict(float)
    strong: dict[int, dict[str, float]] = {}
    for sentence in scan.sentences:
        here = _weigh(scan, people, sentence)
        for state, weight in here.items():
            total[state] += weight * (2.0 if sentence.paragraph == -1 else 1.0)
        strong[sentence.index] = here
    ranked = sorted(
        ((weight * (1.0 if state in PRONE else _OTHER), state) for state, weight in total.items()), reverse=True
    )
    origin = ranked[0][1] if ranked and ranked[0][0] > (0.0 if ranked[0][1] in PRONE else _FIRM * _OTHER) else None
    local = _told_of(scan, people, strong, origin)
    return Setting(origin, dict(total), local)


def _told_of(scan: Scan, people: People, strong: dict[int, dict[str, float]], origin: str | None) -> dict[int, str]:
    """The state that each sentence tells of, where that is another one than the page's.

    What its own words say; else the state that reaches for the person it names; else the one that its paragraph, or
    the sentence before a pronoun, was about.
    """
    own = {index: state for index, here in strong.items() if (state := _own(here, origin)) is not None}
    topics = _topics(scan, strong, _hosts(scan, strong), origin)
    whose: dict[Mention, str] = {}
    for sentence in scan.sentences:
        named = _targets(people, sentence)
        if len(named) == 1 and sentence.index in own:
            whose.setdefault(named[0], own[sentence.index])
    told: dict[int, str] = {}
    last, paragraph = origin, -2
    for sentence in scan.sentences:
        states = {whose[person] for person in _targets(people, sentence) if person in whose}
        if sentence.index in own:
            last = own[sentence.index]
        elif states:
            last = origin if origin in states or len(states) > 1 else next(iter(states))
        elif sentence.paragraph != paragraph and not (sentence.has("trio") and sentence.has("act", "result")):
            last = topics.get(sentence.paragraph, origin)
        paragraph = sentence.paragraph
        if last is not None and last != origin:
            told[sentence.index] = last
    return told


def _own(here: dict[str, float], origin: str | None) -> str | None:
    """The state that a sentence's own words give, if they give one."""
    ranked = sorted(((weight, state) for state, weight in here.items() if state in PRONE), reverse=True)
    if not ranked or ranked[0][0] < _STRONG:
        return None
    weight, state = ranked[0]
    if len(ranked) > 1 and weight - ranked[1][0] < _CLEAR:
        return None  # "the Egyptian-Turkish poet": both are his
    return None if state != origin and weight - here.get(origin or "", 0.0) < _AHEAD else state


def _hosts(scan: Scan, strong: dict[int, dict[str, float]]) -> dict[int, set[str]]:
    """The states of each paragraph in which somebody lives or from which somebody was sent away."""
    hosts: dict[int, set[str]] = defaultdict(set)
    for sentence in scan.sentences:
        hosts[sentence.paragraph] |= {state for state, weight in strong[sentence.index].items() if weight < 0}
    return hosts


def _topics(
    scan: Scan, strong: dict[int, dict[str, float]], hosts: dict[int, set[str]], origin: str | None
) -> dict[int, str]:
    """The state that a paragraph speaks of where it does not speak of the page's, by all that its sentences say."""
    sums: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for sentence in scan.sentences:
        for state, weight in strong[sentence.index].items():
            sums[sentence.paragraph][state] += weight
    topics: dict[int, str] = {}
    for paragraph, here in sums.items():
        ranked = sorted(((weight, state) for state, weight in here.items() if state in PRONE), reverse=True)
        ranked = [(weight, state) for weight, state in ranked if state not in hosts[paragraph]]
        rivals = [weight for weight, _ in ranked[1:2]] + [here.get(origin or "", 0.0)]
        if ranked and ranked[0][0] - max(0.0, *(weight for weight in rivals)) >= _SPOKEN_OF:
            topics[paragraph] = ranked[0][1]
    return topics


def _targets(people: People, sentence: SentenceScan) -> list[Mention]:
    """The persons that a sentence names as targets, each once."""
    near = people.within(sentence.start, sentence.end)
    return list(dict.fromkeys(people.canonical(m) for m in near if m.role == "target"))


def _weigh(scan: Scan, people: People, sentence: SentenceScan) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    near = places(sentence)
    moves = [cue for cue in sentence.of("act") if cue.code in TRANSFERS]
    acts = bool(sentence.of("act"))
    expels = any(cue.code in ("deport", "extradite") for cue in moves)  # whoever expels is the host
    gives = expels or any(cue.code == "handover" for cue in moves)
    taken = any(cue.code in _TAKES for cue in sentence.of("act"))
    for place in near:
        found[place.code] += 0.15
        way = direction(scan, place)
        found[place.code] += _as_victim(scan, people, sentence, place)
        if any(c.code == "passport" and 0 <= c.start - place.end <= 1 for c in sentence.of("act")):
            found[place.code] += _PAPERS  # "Cambodian passports", 캄보디아 여권: whose papers they are
        seen_there = (
            way == "in" and scan.language == "zh"
        )  # 在莫斯科被三名便衣…: the place of the deed, not of its doers
        found[place.code] += _as_agent(sentence.of("agent"), place) * (0.0 if gives or seen_there else 1.0)
        found[place.code] += _STATION if _of_station(sentence, place) else 0.0
        if moves and way == "to" and place.kind != "nationality":
            found[place.code] += 4.0
        elif expels and _EXPELLED_BY.search(scan.folded, max(place.start - 8, 0), place.start):
            found[place.code] -= 1.0
        elif moves and place.start > moves[0].end and place.kind in ("country", "capital"):
            found[place.code] += 0.5
        if way == "from":
            whence = taken and scan.language in _PLAIN_FROM  # "aus Dubai verschleppt"
            found[place.code] += -2.0 if moves else -1.0 if whence else 1.5
        if acts and not gives and not way and place.kind in ("country", "capital") and _before_act(sentence, place):
            found[place.code] += 0.8
        if any(cue.code == "office" and _beside(cue.start, cue.end, place) for cue in sentence.of("role")):
            found[place.code] += 0.5
        if any(_bidden(cue, place) for cue in sentence.of("behest")):
            found[place.code] += 3.0
        if any(abs(place.start - cue.end) <= 4 or abs(cue.start - place.end) <= 4 for cue in sentence.of("abode")):
            found[place.code] -= 1.0
        elif acts and way == "in" and sentence.has("kin"):
            found[place.code] += 1.0
        elif taken and way == "in" and _held(sentence, place):
            found[place.code] += 2.0
        elif acts and way == "in":
            found[place.code] -= 0.5
    _forced_down(scan, sentence, near, found)
    codes = {place.code for place in near}
    if len(codes) == 1 and acts and any(cue.code == "service" for cue in sentence.of("agent")):
        found[near[0].code] += 1.5
    for cue in sentence.of("institution", "agent"):
        other = any(0 <= place.start - cue.end <= _NEXT for place in near)  # Bộ Ngoại giao Hà Lan: whose it is
        for tag in cue.tags:
            if tag.startswith("state:") and not other:
                found[tag[6:]] += 3.0 if "intelligence" in cue.tags else 2.0
    return found


def _forced_down(scan: Scan, sentence: SentenceScan, near: tuple[Cue, ...], found: dict[str, float]) -> None:
    """A plane is forced to land where its hunters are; where it came from and went to are nobody's reach."""
    for cue in sentence.of("act"):
        if cue.code != "divert":
            continue
        down = [p for p in near if abs(p.start - cue.end) <= _LANDING or cue.start <= p.start < cue.end]
        down = [p for p in down if p.kind != "nationality" and direction(scan, p) == "in"]
        for place in near:
            if place in down:
                found[place.code] += 4.0
            elif place.kind != "nationality" and direction(scan, place) in ("to", "from"):
                found[place.code] = min(found[place.code], 0.0)


def _bidden(cue: Cue, place: Cue) -> bool:
    """ "At the request of Ankara", 替伊朗: the state that wants it done; tag `ahead`: named only behind the word."""
    return 0 <= place.start - cue.end <= _BIDDING or (
        "ahead" not in cue.tags and 0 <= cue.start - place.end <= _BIDDING
    )


def _of_station(sentence: SentenceScan, place: Cue) -> bool:
    """ "Fuzhou police station", 中国警务站: a station has the name of those who run it."""
    return any(
        cue.code == "station" and (0 <= cue.start - place.end <= 1 or cue.start <= place.start < cue.end)
        for cue in sentence.of("act")
    )


def _held(sentence: SentenceScan, place: Cue) -> bool:
    """ "sits in prison in Teheran": where somebody taken is held is whose hands they are in."""
    return any(
        (cue.code in ("detained", "sentenced") and min(abs(cue.start - place.end), abs(place.start - cue.end)) <= _NEAR)
        or (cue.code == "detained" and cue.start <= place.start < cue.end)
        for cue in sentence.of("result")
    )


def _before_act(sentence: SentenceScan, place: Cue) -> bool:
    return any(0 <= cue.start - place.end <= 40 for cue in sentence.of("act"))


def _as_victim(scan: Scan, people: People, sentence: SentenceScan, place: Cue) -> float:
    if place.kind == "country" and belongs(scan, sentence, place):
        return 3.0
    if place.kind == "country" and _OF_STATE.get(scan.language) is not None:
        if scan.language == "zh" and (
            any(0 <= place.start - cue.end <= 1 for cue in sentence.of("abode")) or direction(scan, place) == "in"
        ):
            return 0.0  # 流亡泰国的记者: where the victim lives
        named = any(
            cue.code in ("target", "") and 0 <= cue.start - place.end <= _CLOSE and _from(scan, place.end, cue.start)
            for cue in sentence.of("role", "crowd")
        )
        return 3.0 if named else 0.0
    if place.kind not in ("nationality", "people") or people.at(max(place.start - 2, 0), place.start) is not None:
        return 0.0  # a nationality that a name runs into is a part of it: "the blogger Pham Van Thai"
    if place.kind == "people":
        return 3.0
    agents = {cue.start for cue in sentence.of("agent")}
    for cue in (*sentence.of("role"), *sentence.of("crowd")):
        if cue.code in ("target", "") and cue.start not in agents and _beside(cue.start, cue.end, place):
            return 3.0
    mention = people.at(place.end, place.end + _NEAR)
    return 2.0 if mention is not None and mention.role in ("target", "other") else 0.0


def _from(scan: Scan, start: int, end: int) -> bool:
    """Whether nothing but words of belonging stands between a country and a word for people."""
    return _OF_STATE[scan.language].fullmatch(scan.folded, start, end) is not None


def _as_agent(agents: Iterable[Cue], place: Cue) -> float:
    return max((_WEIGHT.get(cue.code, 0.0) for cue in agents if _beside(cue.start, cue.end, place)), default=0.0)


def _beside(start: int, end: int, place: Cue) -> bool:
    return -1 <= start - place.end <= _NEAR or -1 <= place.start - end <= _NEAR
