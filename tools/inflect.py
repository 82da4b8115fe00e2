"""Endings of place and nationality words, for build_places.py only."""

from __future__ import annotations

_PLURALS = {
    "Нидерланды": "Нидерландов",
    "Филиппины": "Филиппин",
    "Мальдивы": "Мальдив",
    "Эмираты": "Эмиратов",
    "Штаты": "Штатов",
}


def russian(name: str) -> list[str]:
    """The case forms of a proper noun of one word; the name alone where it does not decline or has several words."""
    if " " in name or name.isupper() or len(name) < 3:
        return [name]
    stem, last = name[:-1], name[-1]
    if name.endswith("ия"):
        return [name, *(stem + end for end in ("и", "ю", "ей"))]
    if last == "я":
        return [name, *(stem + end for end in ("и", "е", "ю", "ей"))]
    if last == "а":
        soft = "и" if stem[-1] in "гкхжшчщ" else "ы"
        return [name, *(stem + end for end in (soft, "е", "у", "ой"))]
    if last == "й":
        return [name, *(stem + end for end in ("я", "ю", "ем", "е"))]
    if last == "ь":
        return [name, *(stem + end for end in ("и", "ю", "ем", "е", "я", "ью"))]
    if name in _PLURALS:
        return [name, stem + "ам", stem + "ах", _PLURALS[name]]
    if last in "оуэеыиюё":
        return [name]
    return [name, *(name + end for end in ("а", "у", "ом", "е"))]


def arabic(name: str) -> list[str]:
    """The name, and with the article also after the preposition l- that swallows its alif."""
    words = name.split(" ")
    if words[0].startswith("ال") and len(words[0]) > 4:
        return [name, " ".join(["لل" + words[0][2:], *words[1:]])]
    return [name]


def _spanish(word: str) -> list[str]:
    for masculine, ends in (
        ("és", ("esa", "eses", "esas")),
        ("án", ("ana", "anes", "anas")),
        ("ón", ("ona", "ones", "onas")),
    ):
        if word.endswith(masculine):
            return [word, *(word[: -len(masculine)] + end for end in ends)]
    if word.endswith("o"):
        return [word, *(word[:-1] + end for end in ("a", "os", "as"))]
    if word.endswith(("ol", "án", "or")):
        return [word, word + "a", word + "es", word + "as"]
    return [word, word + ("es" if word[-1] in "íl" else "s"), *([word + "s"] if word[-1] == "í" else [])]


_FRAMES = {
    "zh": ("{}人", "{}籍", "{}公民", "{}裔", "{}国民", "{}國民"),
    "ja": ("{}人", "{}籍", "{}系", "{}国籍", "{}国民"),
    "ko": ("{}인", "{} 국적", "{}계", "{} 국민", "{} 시민"),
    "vi": ("người {}", "công dân {}", "quốc tịch {}", "gốc {}"),
}


def nationalities(language: str, named: dict[str, list[str]], places: set[str] | None = None) -> dict[str, list[str]]:
    """Country code → words for its people, from the base forms (or, for four languages, from the country's names)."""
    made: dict[str, list[str]] = {}
    for code, found in named.items():
        if language in _FRAMES:
            names = [form.lstrip("=") for form in found if not form.isupper() and (" " not in form or language == "vi")]
            made[code] = [frame.format(name) for name in names[:4] for frame in _FRAMES[language]]
        elif language == "es":
            words = [form for base in found for form in ([base] if base.startswith("=") else _spanish(base))]
            made[code] = [f"={word}" if places and word in places else word for word in words]
        elif language == "ar":
            made[code] = [form for base in found for form in _nisba(base)]
        elif language == "fa":
            made[code] = [form for base in found for form in (base, f"{base}\u200cها")]
        else:
            made[code] = list(found)
    return made


def _nisba(base: str) -> list[str]:
    if " " in base:
        first, rest = base.split(" ", 1)
        return [base, f"ال{first} ال{rest}", f"{first}ة {rest}ة"]
    return [base, f"{base}ة", f"{base}ون", f"{base}ين", f"{base}ات", f"{base}ان"]
