"""What a person of the document is: target, relative, associate, office, author, or other.

Masks depend on this. Only an explicit word for an office beside the name makes an office; a person who
suffers an act, lives in exile or is called an activist is a target whatever else they were.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from asylia.claims.persons.people import Spot
from asylia.claims.scan import Scan, SentenceScan
from asylia.lexicon.matcher import Cue

_GLUE = frozenset(
    "of the for and in to a an at former de du des la le les l d el los del y e et un une"
    " von der die des und ein eine с по и the’s 's ’s của và người ở tại là nhà ông bà anh chị cô w"
    " в на за der dem den im am an für als qui que who is was est fut era es war ist والسابق السابق ال".split()
)
_SKIPPED = tuple("nationality country capital city region institution programme role crowd kin abode epithet".split())
KINDS = frozenset({*_SKIPPED, "speech", "act", "stance"})  # of cues that roles are told by
_BYLINE = re.compile(r"(?:By|Por|Par|Von|記者|记者|特約記者|特派員|\[[^\]]{0,24}기자)[ 　／/]?")
_FORMER = re.compile(
    r"(?:former|ex-?|late|onetime|then-exiled|ancien|ancienne|antigu[oa]|exministr|ehemalig"
    r"|früher|前|原|元|전 |cựu|nguyên|бывш\w+|экс-|eski|سابق|پیشین|السابق)\s?\Z",
    re.IGNORECASE,
)
_NEAR = 34
_FAR = 60
_APPOSITION = re.compile(r"\s?(?:[,،，、(（–—:：-]|is\b|was\b|est\b|es\b|era\b|ist\b|war\b|là\b|,)")
_BYLINE_LENGTH = 80
_LED_BY = 44
# The head of a movement is not the one whom an act against its followers strikes.
_CITED = re.compile(
    r"(?:movement|followers|supporters|network|sympathi[sz]ers|loyal|linked|close|ties|links"
    r"|movimiento|seguidores|partidarios|simpatizantes|vinculad\w+|cercan\w+|lazos"
    r"|mouvement|partisans|adeptes|réseau|proches?|liés?|anhänger\w*|bewegung|netzwerk\w*|nähe"
    r"|verbindung\w*|phong trào|người ủng hộ|thân|движени\w+|сторонник\w+|связ\w+|последовател\w+)"
    r"(?: (?:of|to|with|de|del|du|al?|con|à|avec|von|zu|des|der|của|với|с|the|el|la|le|den"
    r"|dem|preacher|cleric|clérigo|predicador|prédicateur|imam|predigers?|giáo sĩ)){1,4} \Z|(?:movemen"
    r"t of|followers of|d['’]) ?\Z"
)


def cited(scan: Scan, sentence: SentenceScan, start: int) -> bool:
    """Whether the name that starts here only says whose followers somebody is."""
    return bool(_CITED.search(scan.folded[max(sentence.start, start - _LED_BY) : start]))


def role_of(scan: Scan, spots: Sequence[Spot]) -> str:
    """The role of one person, from all the places that name them."""
    seen: Counter[str] = Counter()
    for spot in spots:
        sentence = scan.at(spot.start)
        if sentence is not None:
            seen.update(_evidence(scan, sentence, spot))
    if seen["author"]:
        return "author"
    if seen["cited"] and not seen["struck"] and not seen["abode"]:
        return "other"
    suffers = seen["patient"] + seen["abode"]
    if seen["relative"] and not seen["target"]:
        return "relative"
    if seen["associate"] and not seen["abode"]:
        return "associate"
    if seen["target"] or seen["abode"] or seen["struck"]:
        return "target"
    if seen["office"]:
        return "office"
    if seen["expert"] or seen["organisation"]:
        return "other"
    return "target" if suffers > seen["speaks"] else "other"


def _evidence(scan: Scan, sentence: SentenceScan, spot: Spot) -> list[str]:
    if _byline(scan, sentence, spot):
        return ["author"]
    if cited(scan, sentence, spot.start):
        return ["cited"]
    found = [*_before(scan, sentence, spot), *_behind(scan, sentence, spot)]
    for cue in sentence.of("speech", "abode", "act"):
        if cue.kind == "speech" and (0 <= cue.start - spot.end <= 2 or 0 <= spot.start - cue.end <= 2):
            found.append("speaks")
        elif cue.kind == "abode":
            behind = 0 <= cue.start - spot.end <= 24 and not _broken(scan, spot.end, cue.start)
            before = 0 <= spot.start - cue.end <= 30 and scan.language in ("zh", "ja", "ko", "tr", "de")
            found += ["abode"] if behind or before else []
        elif cue.kind == "act" and "weak" not in cue.tags and "noun" not in cue.tags:
            found += _suffers(scan, spot, cue)
    return found


def _byline(scan: Scan, sentence: SentenceScan, spot: Spot) -> bool:
    return sentence.end - sentence.start < _BYLINE_LENGTH and bool(_BYLINE.match(scan.text, sentence.start, spot.start))


def _before(scan: Scan, sentence: SentenceScan, spot: Spot) -> list[str]:
    """Words for roles that lead up to the name, with nothing between but glue and places.

    A relative tagged "of" is somebody's: شقيق خالد is Khalid's brother, so that it is Khalid who is struck through him.
    """
    found = []
    for cue in sentence.of("role", "kin"):
        if (
            cue.end > spot.start
            or spot.start - cue.end > _NEAR
            or not only_glue(scan, sentence, cue.end, spot.start, cue.kind)
        ):
            continue
        code = _code(scan, sentence, cue)
        if (
            cue.kind == "kin"
            and scan.text[cue.end : spot.start].strip(" の" if scan.language == "tr" else " ,，、の") != ""
        ):
            continue
        if (
            code == "target"
            and "plural" in cue.tags
            and "," not in scan.text[cue.end : spot.start]
            and not _lists(scan, cue, spot)
        ):
            continue
        found.append("patient" if "of" in cue.tags and code == "relative" else code)
    return found


def _lists(scan: Scan, cue: Cue, spot: Spot) -> bool:
    return scan.text[cue.end : spot.start].strip(" :：、") == ""


def _behind(scan: Scan, sentence: SentenceScan, spot: Spot) -> list[str]:
    """An apposition: the name, a comma or bracket, and within a few words what the person is."""
    if not _APPOSITION.match(scan.text[spot.end : spot.end + 6]) and scan.language not in ("zh", "ko"):
        return []
    opened = scan.text[spot.end : spot.end + 2].strip()[:1] in "(（"
    for cue in sentence.of("role"):
        gap = scan.text[spot.end : cue.start]
        if cue.start < spot.end or len(gap) > (_FAR if scan.language not in ("zh", "ja", "ko") else 8):
            continue
        inner = gap[1:].lstrip(" ,，、（(–—")
        if re.search(r"[;:；。)）]|, ", inner) and not opened:
            continue
        if _names_between(scan, gap) or any(
            spot.end <= c.start < cue.start for c in sentence.of("speech", "act", "stance")
        ):
            continue
        code = _code(scan, sentence, cue)
        if "plural" not in cue.tags:
            return [code]
    return []


def _names_between(scan: Scan, gap: str) -> bool:
    return (
        scan.language not in ("zh", "ja", "ko", "de") and len(re.findall(r"(?<!\w)[A-ZА-ЯЁ]\w+ [A-ZА-ЯЁ]\w+", gap)) > 1
    )


def _code(scan: Scan, sentence: SentenceScan, cue: Cue) -> str:
    if cue.kind == "kin":
        return "relative" if cue.code == "relative" else "associate"
    if cue.code == "office" and _FORMER.search(scan.text[max(sentence.start, cue.start - 14) : cue.start]):
        return "target"
    return cue.code


def only_glue(scan: Scan, sentence: SentenceScan, start: int, end: int, kind: str) -> bool:
    """Whether nothing but particles, places, organisations and commas stands between."""
    gap = scan.text[start:end]
    if kind == "kin":
        return len(gap) <= 3
    for cue in sentence.of(*_SKIPPED):
        if start <= cue.start and cue.end <= end:
            gap = gap[: cue.start - start] + " " * (cue.end - cue.start) + gap[cue.end - start :]
    if scan.language in ("zh", "ja", "ko"):
        return gap.strip(" 、，,の：・「」") == "" and len(gap) <= 12
    return all(word in _GLUE for word in re.split(r"[\s,،:“”\"'’()]+", gap.lower()) if word)


def _broken(scan: Scan, start: int, end: int) -> bool:
    return bool(re.search(r"[;.:；。]", scan.text[start:end]))


def _suffers(scan: Scan, spot: Spot, cue: Cue) -> list[str]:
    """Near an act that is told as done; hard by it, the person is struck."""
    gap = scan.text[spot.end : cue.start] if spot.end <= cue.start else scan.text[cue.end : spot.start]
    if len(gap) > _FAR or re.search(r"[;；]", gap):
        return []
    if spot.end <= cue.start and re.match(
        r"\s(?:was|were|had been|has been|a été|fue|ha sido|había sido|wurde)\s\Z", gap
    ):
        return ["struck"]
    return ["patient"]
