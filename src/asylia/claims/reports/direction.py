"""Towards, in, from: what a place in a sentence is to an act, by the prepositions and endings of each language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from asylia.claims.scan import Scan, SentenceScan
from asylia.language.fold import fold
from asylia.lexicon.matcher import Cue

PLACES = ("country", "capital", "city", "region", "nationality", "people")
_AROUND = 30
_SENDS = frozenset({"deport", "extradite", "handover", "brought"})
_BEHIND = 16  # characters between a verb of sending and where it sends
_AIM = 90
_ENDING = re.compile(r"['’]?\w{0,3} ")  # the case ending and a space
_APART = re.compile(r"[.;:,]")


@dataclass(frozen=True, slots=True)
class Sides:
    """Patterns for what stands directly before or behind a place."""

    to: str = ""
    at: str = ""
    out: str = ""
    behind: bool = False


# 에서 is "in" as well as "from": it tells whence only before a word for leaving.
_FROM_KO = r"(?:에서부터|으로부터|에서 (?:온|왔|떠난|떠나|나온|빠져|탈출|도망|도피|달아|건너|넘어|쫓겨|추방|송환|압송))"
_SIDES = {
    "en": Sides(
        r"\b(?:to|into|towards?|for)(?: the)? ?\Z",
        r"\b(?:in|on|at|near|outside|inside|within|across|around|under)(?: the| an?| his| her| their| its"
        r"| central| northern"
        r"| southern| eastern| western| downtown| nearby| neighbouring| (?:outskirts|edge|streets"
        r"|suburbs?|centre|center|city|town|capital|north|south|east|west|island|district|province)"
        r" of)* ?\Z",
        r"\b(?:from|out of|left|leaving|fleeing|fled)(?: the| an?| his| her| their)? ?\Z",
    ),
    "es": Sides(
        r"\b(?:a|al|hacia|hasta|para|rumbo a) \Z",
        r"\b(?:en|desde|cerca de)(?: el| la| los| las)? \Z",
        r"\b(?:de|del) \Z",
    ),
    "fr": Sides(
        r"\b(?:vers|pour|à destination de)(?: l['’]| la| le| les)? ?\Z",
        r"\b(?:à|au|aux|en|dans|près de|depuis)(?: l['’]| la| le| les)? ?\Z",
        r"(?:\b(?:de|du|des) |\bd['’])\Z",
    ),
    "de": Sides(
        r"\b(?:nach|in die|in den|ins|an die|an den|an)\s\Z",
        r"\b(?:in|im|bei|nahe|vor|am)(?: der| dem| den| einem| einer| seiner| seinem| ihrer| ihrem)?\s\Z",
        r"\b(?:aus|von)(?: der| dem| den)?\s\Z",
    ),
    "vi": Sides(
        r"\b(?:về|sang|đến|tới|qua|vào)(?: nước| thành phố| tỉnh| lại)? \Z",
        r"\b(?:ở|tại|trong|gần|giữa|ngoài|quanh|khắp)(?: nước| thành phố| tỉnh| thủ đô| bang| đảo| trung tâm| ngoại ô"
        r"| khu| quận| sân bay| nhà ga| bến tàu| khách sạn| đường phố| lòng| miền| phía bắc| phía nam)* \Z",
        r"\b(?:từ|khỏi|rời) \Z",
    ),
    "ru": Sides(r"\bк \Z", r"\b(?:в|во|на|под|близ|у|возле|около|недалеко от) \Z", r"\b(?:из|от|с) \Z"),
    "tr": Sides(r"['’]?(?:y[ea]|n[ea]|[ea])\b", r"['’]?(?:n?[dt][ea])(?:ki\w*)?\b", r"['’]?(?:n?[dt][ea]n)\b", True),
    "ko": Sides(r"(?:으로|로|행)(?![가-힣])", r"(?:에서|에|의|내|시)?(?:에서|에|의| )", _FROM_KO, True),
    "ja": Sides(
        r"(?:本土)?(?:に(?!ある|い|住|滞|逃|亡)|へ|まで)", r"(?:国内|市内|・|市|州)?(?:で|の|に|在住)", r"から", True
    ),
    "zh": Sides(
        r"(?:到|往|至|回|返|赴|前往|遣返|送|給|给|交予)\Z",
        r"(?:在|於|于|居|住|境內|位於|位于|抵達|抵达)\Z",
        r"(?:从|從|由|自|逃離|逃离|離開|离开)\Z",
    ),
    # "در فرودگاه استانبول", "في ضواحي باريس": a part of the place may stand between, and its own name behind that.
    "fa": Sides(
        r"\bبه (?:شهر |خاک |فرودگاه )?\Z",
        r"\b(?:ساکن|مقیم|در(?: (?:شهر|پایتخت|فرودگاه|خیابان\S*|حومه\S*|مرکز|ایستگاه(?: قطار| مترو)?|شمال|جنوب|شرق|غرب"
        r"|بندر|استان|ایالت|خاک|جزیره\S*|پارک|دانشگاه|نزدیکی|نزدیک|محله\S*|منطقه\S*|ترانزیت|قلب|اطراف)"
        r"(?: [^\s،.]+)?)?) \Z",
        r"\b(?:از|اهل)(?: شهر| خاک| فرودگاه)? \Z",
    ),
    "ar": Sides(
        r"\b(?:إلى|الى|نحو|ل)\s?(?:مدينة |مطار |العاصمة )?\Z",
        r"(?:\b(?:في|داخل|بمدينة|قرب|أمام|وسط)(?: (?:مطار|مدينة|العاصمة|ضاحية|ضواحي|وسط|قلب|شمال|جنوب|شرق"
        r"|غرب|شمالي|جنوبي"
        r"|شرقي|غربي|حي|محطة|ميناء|جامعة|شوارع|شارع|أراضي|منطقة|مقاطعة|ولاية|جزيرة|بلدة|قرية|محيط)(?: [^\s،.]+)?)? "
        r"|\bب)\Z",
        r"\bمن (?:مدينة |مطار |العاصمة )?\Z",
    ),
}


def _folded(pattern: str) -> str:
    """The pattern with Arabic letters as the folded text has them; other letters are matched in any case."""
    return "".join(fold(char) if "\u0600" <= char <= "\u06ff" else char for char in pattern)


_COMPILED = {
    language: tuple(re.compile(_folded(pattern), re.IGNORECASE) for pattern in (sides.to, sides.out, sides.at))
    for language, sides in _SIDES.items()
}


def direction(scan: Scan, cue: Cue) -> str:
    """ "to", "from", "in" or "": what the words beside the place make of it."""
    if cue.kind in ("nationality", "people"):
        return ""
    to, out, at = _COMPILED.get(scan.language, _COMPILED["en"])
    if _SIDES.get(scan.language, _SIDES["en"]).behind:
        side = scan.folded[cue.end : cue.end + _AROUND]
        found = (out.match(side) and "from", to.match(side) and "to", at.match(side) and "in")
    else:
        side = scan.folded[max(cue.start - _AROUND, 0) : cue.start]
        found = (to.search(side) and "to", out.search(side) and "from", at.search(side) and "in")
    way = next((word for word in found if word), "")
    if way == "in" and scan.language == "ru" and _WHITHER_RU.search(scan.folded, cue.start, cue.end):
        return "to" if scan.folded[cue.end - 1] != "й" or cue.kind in ("country", "capital") else way
    if way == "in" and scan.language == "ru" and _UNDECLINED_RU.search(scan.folded, cue.start, cue.end):
        return "to" if _sent(scan, cue) else way
    return "to" if way == "in" and scan.language == "fr" and _sent(scan, cue) else way


# "в Россию", "в Минск", "в Эмираты": the accusative says whither, "в России", "в Минске" where. Names that do not
# decline say neither.
_WHITHER_RU = re.compile(r"(?:[юыьбвгджзйклнпрстфцчшщ]|(?<!бак)у)\Z(?<!алматы)")
_UNDECLINED_RU = re.compile(r"(?:душанбе|баку|тбилиси|хельсинки|дели|токио|осло|алматы|катманду)\Z")


def _sent(scan: Scan, cue: Cue) -> bool:
    """ "Livré à Tunis", "ramenés en Chine": behind a verb of sending the French prepositions of place say whither."""
    sentence = scan.at(cue.start)
    return sentence is not None and any(
        act.code in _SENDS and 0 <= cue.start - act.end <= _BEHIND and not re.search(r"[,;]| (?:par|depuis) ", gap)
        for act in sentence.of("act")
        for gap in (scan.folded[act.end : cue.start],)
    )


def homeward(scan: Scan, sentence: SentenceScan, cue: Cue, origin: str | None) -> bool:
    """Whether a word for sending or bringing stands with the state of origin as its aim.

    "trả ông về Hà Nội": the aim follows in the same clause; "Taşkent'e gönderildi": it stands right before the verb.
    """
    before = _SIDES.get(scan.language, _SIDES["en"]).behind
    for place in places(sentence):
        if place.code != origin or direction(scan, place) != "to":
            continue
        gap = scan.folded[place.end : cue.start] if before else scan.folded[cue.end : place.start]
        if before and place.end <= cue.start and _ENDING.fullmatch(gap):
            return True
        if not before and cue.end <= place.start <= cue.end + _AIM and not _APART.search(gap):
            return True
    return False


def places(sentence: SentenceScan) -> tuple[Cue, ...]:
    """The places of the sentence, one for each span (a name that is a city and a capital is said once)."""
    return sentence.once(_places)


def _places(sentence: SentenceScan) -> tuple[Cue, ...]:
    first: dict[int, Cue] = {}
    for cue in sentence.of(*PLACES):
        if cue.code:
            first.setdefault(cue.start, cue)
    return tuple(first.values())
