"""One language's words for numbers, compiled from its calendar file: what `numbers.find` looks things up in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from asylia.language.fold import fold
from asylia.language.number_shares import ShareWords, share_words
from asylia.language.phrases import Phrases, listed, rows, spellings

# What stands beside a number in any language.
_SIGNS: tuple[tuple[str, str, str], ...] = (
    ("us$", "USD", "before"), ("hk$", "HKD", "before"), ("a$", "AUD", "before"), ("au$", "AUD", "before"),
    ("c$", "CAD", "before"), ("ca$", "CAD", "before"), ("s$", "SGD", "before"), ("nt$", "TWD", "before"),
    ("nz$", "NZD", "before"), ("$", "USD", "before"), ("£", "GBP", "before"), ("€", "EUR", "before"),
    ("¥", "JPY", "before"), ("cn¥", "CNY", "before"), ("rmb¥", "CNY", "before"), ("jp¥", "JPY", "before"),
    ("₩", "KRW", "before"), ("₽", "RUB", "before"), ("₺", "TRY", "before"), ("₫", "VND", "before"),
    ("₹", "INR", "before"), ("฿", "THB", "before"), ("₴", "UAH", "before"), ("₸", "KZT", "before"),
    ("$", "USD", "after"), ("us$", "USD", "after"), ("€", "EUR", "after"), ("£", "GBP", "after"),
    ("₽", "RUB", "after"), ("₺", "TRY", "after"), ("₫", "VND", "after"), ("₩", "KRW", "after"),
    ("usd", "USD", "both"), ("eur", "EUR", "both"), ("gbp", "GBP", "both"), ("cny", "CNY", "both"),
    ("rmb", "CNY", "both"), ("hkd", "HKD", "both"), ("jpy", "JPY", "both"), ("krw", "KRW", "both"),
    ("rub", "RUB", "both"), ("twd", "TWD", "both"), ("vnd", "VND", "both"), ("chf", "CHF", "both"),
    ("%", "percent", "after"), ("٪", "percent", "both"), ("‰", "permille", "after"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bound:
    """What a bound word says: a code of the model's BOUNDS ("exact" where it only looks like one)."""

    code: str
    strict: bool


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of a spelled-out number.

    kind: "unit" (adds), "scale" (multiplies), "ordinal", "fraction" (value in percent), "vague" (a lower
    bound), "times" (a whole multiple), "ignore".
    """

    kind: str
    value: float
    weak: bool = False  # counts only beside another piece or before a counter
    part: bool = False  # counts only within a longer number: Korean 이 is two in 이십, and elsewhere "this"
    alone: bool = False  # goes on no other word: Vietnamese năm is five, but a year after a number
    many: float | None = None  # a scale that by itself is a lower bound: Russian тысячи, Arabic آلاف


@dataclass(frozen=True, slots=True, eq=False)
class NumberWords:
    """The compiled tables of one language."""

    language: str
    pieces: AhoCorasick | None
    entries: tuple[Word, ...]
    singles: Mapping[str, Word]  # pieces of one character
    groups: frozenset[str]
    decimal: str
    glued: bool
    open_end: bool  # endings are written onto words: Korean particles, Turkish cases, unspaced writing
    counted_words: bool  # spelled-out numbers stand before a counter or unit: Korean 만이 is none
    reversed: bool  # "three and twenty"
    ordinal_dot: bool  # "2. kat" is the second floor
    mixed: bool  # digits may go on after a scale: 4 тысячи 200
    rounded: tuple[str, ...]  # scales that mean "about": une centaine
    joins: Phrases[bool]
    joins_after: float
    suffixes: Phrases[float]
    suffix_unless: frozenset[str] | None  # words before which "1.3m" are metres; None: a suffix needs a currency
    year_cues: Phrases[bool]
    scales: Phrases[float]
    bounds_before: Phrases[Bound]
    bounds_after: Phrases[Bound]
    bounds_far: Phrases[Bound]  # behind the word that is counted: خمسة أشخاص على الأقل
    fillers: Phrases[bool]
    units_before: Phrases[str]
    units_after: Phrases[str]
    counters: Phrases[bool]
    roles_before: Phrases[str]
    roles_after: Phrases[str]
    articles: Phrases[bool]
    indefinite: frozenset[str]  # words for one that are articles as well
    range_words: Phrases[bool]
    range_heads: Phrases[Phrases[bool]]
    range_spoilers: Phrases[bool]
    alternatives: frozenset[str]
    ands: frozenset[str]  # between the last two of a list of numbers
    changes: frozenset[str]
    proclitics: frozenset[str]
    shares: tuple[ShareWords, ...]


def _pieces(numbers: Mapping[str, Any], words: Mapping[str, Any]) -> Iterator[tuple[str, Word]]:
    weak, part, alone = ({fold(form) for form in listed(numbers.get(key))} for key in ("weak", "parts", "alone"))
    for kind, key in (("ordinal", "ordinals"), ("unit", "units"), ("scale", "scales"), ("times", "multiples")):
        for value, forms in numbers.get(key, {}).items():
            for form in listed(forms):
                yield form, Word(kind, float(value), fold(form) in weak, fold(form) in part, fold(form) in alone)
    for kind, key in (("fraction", "fraction"), ("vague", "vague")):
        for row in rows(words, key):
            for form in listed(row.get("forms")):
                yield form, Word(kind, float(row["value"]))
    for form in listed(numbers.get("ignore")):
        yield form, Word("ignore", 0.0)


def _beside(words: Mapping[str, Any], key: str, side: str) -> Iterator[tuple[str, str]]:
    for row in rows(words, key):
        for form in listed(row.get(side)):
            yield form, str(row.get("code", ""))
    if key == "unit":
        yield from ((sign, code) for sign, code, where in _SIGNS if where in (side, "both"))


def _bounds(words: Mapping[str, Any], side: str, proclitics: tuple[str, ...] = ()) -> Phrases[Bound]:
    return Phrases(
        (
            (form, Bound(str(row["code"]), bool(row.get("strict", False))))
            for row in rows(words, "bound")
            for form in listed(row.get(side))
        ),
        proclitics,
    )


def _flags(forms: object, proclitics: tuple[str, ...] = ()) -> Phrases[bool]:
    return Phrases(((form, True) for form in listed(forms)), proclitics)


def _compile(language: str, words: Mapping[str, Any]) -> NumberWords:
    numbers: Mapping[str, Any] = words.get("numbers", {})
    known: dict[str, Word] = {}
    proclitics = tuple(fold(form) for form in listed(numbers.get("proclitics")))
    for form, word in _pieces(numbers, words):
        for spelling in spellings(form):
            first = known.setdefault(spelling, word)
            if first.kind == "scale" and word.kind == "vague":
                known[spelling] = replace(first, many=word.value)
    heads = [(row["before"], _flags(row["middle"])) for row in rows(words, "range") if row.get("before")]
    return NumberWords(
        language=language,
        pieces=AhoCorasick(list(known), matchkind=MatchKind.LeftmostLongest) if known else None,
        entries=tuple(known.values()),
        singles={form: word for form, word in known.items() if len(form) == 1},
        groups=frozenset(listed(numbers.get("group", [","]))),
        decimal=str(numbers.get("decimal", ".")),
        glued=bool(numbers.get("glued", False)),
        open_end=bool(numbers.get("open_end", False)),
        counted_words=bool(numbers.get("counted_words", False)),
        reversed=bool(numbers.get("reversed", False)),
        ordinal_dot=bool(numbers.get("ordinal_dot", False)),
        mixed=bool(numbers.get("mixed", False)) or language in {"ko", "zh", "ja"},
        rounded=tuple(fold(form) for form in listed(numbers.get("rounded"))),
        joins=_flags(numbers.get("joins")),
        joins_after=float(numbers.get("joins_after", 0)),
        suffix_unless=frozenset(listed(numbers["suffix_unless"])) if "suffix_unless" in numbers else None,
        year_cues=_flags([form for row in rows(words, "relation") for form in listed(row.get("before"))]),
        suffixes=Phrases(
            (form, float(key)) for key, forms in numbers.get("suffixes", {}).items() for form in listed(forms)
        ),
        scales=Phrases(
            (form, float(key)) for key, forms in numbers.get("scales", {}).items() for form in listed(forms)
        ),
        bounds_before=_bounds(words, "before", proclitics),
        bounds_after=_bounds(words, "after"),
        bounds_far=_bounds(words, "far"),
        fillers=_flags(numbers.get("fillers"), proclitics),
        units_before=Phrases(_beside(words, "unit", "before"), proclitics),
        units_after=Phrases(_beside(words, "unit", "after")),
        counters=_flags(numbers.get("counters")),
        roles_before=Phrases(_beside(words, "role", "before"), proclitics),
        roles_after=Phrases(_beside(words, "role", "after")),
        articles=_flags(numbers.get("articles")),
        indefinite=frozenset(fold(form) for form in listed(numbers.get("indefinite"))),
        range_words=_flags(
            [form for row in rows(words, "range") if not row.get("before") for form in listed(row["middle"])]
        ),
        range_heads=Phrases(((form, middle) for before, middle in heads for form in listed(before)), proclitics),
        range_spoilers=_flags(numbers.get("range_spoilers")),
        alternatives=frozenset(fold(form) for form in listed(numbers.get("alternatives"))),
        ands=frozenset(fold(form) for form in (*listed(numbers.get("ands")), *listed(numbers.get("joins")))),
        changes=frozenset(fold(form) for form in listed(numbers.get("changes"))),
        proclitics=frozenset(proclitics),
        shares=share_words(words),
    )


_compiled: dict[int, tuple[Mapping[str, Any], NumberWords]] = {}


def compiled(language: str, words: Mapping[str, Any]) -> NumberWords:
    """The tables of one language, built once per mapping."""
    kept = _compiled.get(id(words))
    if kept is None or kept[0] is not words:
        if len(_compiled) > 64:
            _compiled.clear()
        kept = _compiled[id(words)] = (words, _compile(language, words))
    return kept[1]
