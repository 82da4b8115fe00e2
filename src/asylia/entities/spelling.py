"""Spelling: a name's words in plain Latin letters, ready to be compared across scripts."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from asylia.language.fold import fold

# Titles and forms of address that stand before or after a name and are no part of it.
_ADDRESS = """mr mrs ms miss dr prof sir lord lady herr frau m mme mlle sr sra don dona doña ông bà anh chị cô sayın bay
bayan bey hanım г господин госпожа آقای خانم السيد السيدة الدكتور أستاذ"""
_TITLES = frozenset(_ADDRESS.split())
_SUFFIXES = re.compile(r"(?<=.)(?:先生|女士|小姐|氏|さん|君|容疑者|被告|대표|씨|님|선생)$")
_JOINING = """al el ul an ar as at ad ash az bin bint ibn ben abu abou umm von van der den de del della di da dos du la
le ter zu Bn Al"""
PARTICLES = frozenset(_JOINING.split())
_CASELESS = frozenset({"al", "as", "bin", "ibn", "ben", "bint", "Bn", "Al", "bun"})
_CHAINS = frozenset({"bin", "bint", "ibn", "ben", "Bn"})
_BREAK = re.compile(r"[\s.,;:·・‧•｡＝=()（）/_]+")
_ZWNJ = re.compile("\u200c")
_SYLLABLE = 7  # letters of a syllable at most
_HYPHEN = re.compile(r"[-‐‑–—־]")
_LATIN = {
    "đ": "d", "Đ": "D", "ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "ə": "e", "Ə": "E", "æ": "ae",
    "ð": "d", "þ": "th",
}  # fmt: skip
# Letter groups that a letter for a letter would misread, by script.
_GREEK = (
    (r"\bμπ", "b"), (r"μπ", "mb"), (r"\bντ", "d"), (r"ντ", "nd"), (r"^γι$", "yi"), (r"\bγι(?=[αεοωάέόώ])", "y"),
    (r"\bγκ", "g"), (r"νγκ", "ng"), (r"γκ", "g"), (r"γγ", "ng"), (r"τζ", "j"),
    (r"ου", "u"), (r"ευ", "ev"), (r"αυ", "av"), (r"[εο]ι", "i"), (r"αι", "e"), (r"χ", "kh"), (r"β", "v"), (r"η|υ", "i"),
)  # fmt: skip
_NUKTA = (
    ("\u0982", "ng"), ("\u0902", "n"), ("ज\u093c", "z"), ("फ\u093c", "f"), ("ग\u093c", "g"), ("ख\u093c", "kh"),
    ("क\u093c", "q"),
)  # fmt: skip
_PALLADIUS = (("[Цц]з", "j"), ("[Чч]ж", "zh"))
_KANA = (("ッ", ""), ("っ", ""), ("ー", ""), ("＝", " "), ("=", " "))
_SMALL_KANA = (
    (re.compile(r"i(?=y[auo])"), ""), (re.compile(r"(?<=[vf])u(?=[aeio])"), ""), (re.compile(r"^aru$"), "al"),
    (re.compile(r"(?<=[jh])iy?(?=[aeou])"), ""), (re.compile(r"(?<=ts)u(?=[aeio])"), ""),
)  # fmt: skip
_THAI_LEADING = re.compile(r"([เแโใไ])([\u0e01-\u0e2e])(?:([ลรว])(?=[\u0e01-\u0e3a\u0e47-\u0e4e]))?")
_ARTICLE = re.compile(r"^ال(?=\w{2,})")
# Letters that stand for several sounds, as capitals that `sounds` reads.
_ABJAD = {
    "arabic": str.maketrans({
        "و": "W", "ؤ": "W", "ي": "Y", "ی": "Y", "ى": "Y", "ئ": "Y", "ا": "A", "آ": "A", "أ": "A", "إ": "A", "ء": "",
        "ع": "A", "ة": "A", "ج": "G", "غ": "Q", "ب": "B", "ف": "P", "ث": "T", "ذ": "D", "ظ": "D", "ض": "D", "ز": "z",
        "ح": "h", "خ": "X", "ق": "Q", "چ": "C", "ژ": "J", "پ": "p", "گ": "g", "ک": "k", "ه": "H", "\u0640": "",
    }),
    "hebrew": str.maketrans({
        "ו": "W", "י": "Y", "א": "A", "ע": "A", "ה": "H", "ש": "S", "ב": "B", "פ": "P", "ף": "P", "כ": "K", "ך": "K",
        "ח": "X", "צ": "c", "ץ": "c", "ק": "k", "ט": "t", "ז": "z",
    }),
}  # fmt: skip
_GERESH = (("ג'", "J"), ("ז'", "J"), ("צ'", "C"), ("ץ'", "C"), ("ג׳", "J"), ("ז׳", "J"), ("צ׳", "C"))
_ABJADS = frozenset({"arabic", "hebrew"})
_ONE_NASAL = frozenset({"cyrillic", "katakana", "hiragana"})  # scripts that write the n of Chen and of Cheng alike
_INDIC = frozenset({"devanagari", "bengali"})
SYLLABIC = frozenset({"katakana", "hiragana", "hangul"})


@dataclass(frozen=True, slots=True)
class Spelled:
    """A name's words in Latin letters, in order; `content`, the words without articles and the like; its script; its
    Han characters, if it is written in them.

    `marked` are the words with their diacritics, where the name has any; `others` other ways to
    part and spell the words, where the script does not tell where the surname ends; `fine`
    the syllables, where the name is written in such.
    """

    words: tuple[str, ...]
    script: str
    content: tuple[str, ...] = ()
    han: str | None = None
    marked: tuple[str, ...] | None = None
    others: tuple[tuple[str, ...], ...] = ()
    fine: tuple[str, ...] = ()

    @property
    def vowels(self) -> bool:
        """Whether the script writes vowels."""
        return self.script not in _ABJADS

    @property
    def vietnamese(self) -> bool:
        """Whether the words bear the marks that only Vietnamese has, and that tell its words apart."""
        decomposed = unicodedata.normalize("NFD", " ".join(self.marked or ()))
        return self.script == "latin" and (
            "đ" in decomposed or any(mark in decomposed for mark in "\u0309\u0323\u031b")
        )

    @property
    def variants(self) -> tuple[tuple[str, ...], ...]:
        """All ways to part and spell the words, without articles and the like."""
        return self.others or (self.content,)

    @property
    def chained(self) -> bool:
        """Whether the name says whose son or daughter the person is: its words cannot change places."""
        return bool(_CHAINS.intersection(self.words))

    @property
    def heard(self) -> str:
        """How its words are to be compared with words in Latin letters."""
        return means(self, _PLAIN)


@lru_cache(maxsize=65536)
def spelled(name: str) -> Spelled:
    """A name without titles, in plain letters."""
    text = unicodedata.normalize("NFC", _SUFFIXES.sub("", name.strip()))
    script = script_of(text)
    fine = _syllables(text, script)
    if script == "latin":
        text = re.sub(r"\b(al|el|as|ash|at|ad|ar|an)[-‐‑–]", lambda m: m[1].lower() + " ", text, flags=re.IGNORECASE)
        text = _HYPHEN.sub("", text)
    words = [word for word in _BREAK.split(_HYPHEN.sub(" ", _ZWNJ.sub("", text.replace("بن\u200c", "بن ")))) if word]
    while len(words) > 1 and fold(words[0]) in _TITLES:
        words = words[1:]
    pairs = [(made, word) for word in words if (made := _latin(word, script))]
    latin = tuple(made for made, _ in pairs)
    content = tuple(made for made, word in pairs if not _joins(made, word)) if len(pairs) > 2 else latin
    korean = _hangul(words) if script == "hangul" and len(words) == 1 and 2 <= len(words[0]) <= 5 else ()
    only_han = script == "han" and not any("\u3040" <= char <= "\u30ff" for char in text)
    return Spelled(
        latin,
        script,
        content or latin,
        "".join(words) if only_han and len(words) == 1 else None,
        _marked(words),
        korean,
        fine,
    )


_PLAIN = Spelled((), "latin")


def _syllables(text: str, script: str) -> tuple[str, ...]:
    """The syllables of a Chinese, Korean or Vietnamese name, where spaces, hyphens or the script part them."""
    if script == "han":
        return ()
    parts = [part for part in _BREAK.split(_HYPHEN.sub(" ", text)) if part]
    if script == "hangul" and len(parts) == 1 and len(parts[0]) <= 4:
        parts = list(parts[0])
    made = tuple(filter(None, (_latin(part, script) for part in parts)))
    return made if 2 <= len(made) <= 4 and all(len(part) <= _SYLLABLE for part in made) else ()


def _joins(made: str, word: str) -> bool:
    """Whether a word is an article or the like: written small, or one of the few that scripts without capitals have."""
    if word[0].islower():
        return made in PARTICLES
    return made in _CASELESS and word[0].upper() == word[0].lower()


def script_of(text: str) -> str:
    """The script of the first letter: "latin", "han", "arabic" …"""
    for char in text:
        if char.isalpha():
            name = unicodedata.name(char, "")
            return "han" if name.startswith("CJK") else name.split(" ")[0].split("-")[0].casefold()
    return "none"


def means(a: Spelled, b: Spelled) -> str:
    """How two names' words have to be compared; "-n" where one script cannot tell "n" from "ng"."""
    if a.script == b.script:
        return "same"
    both = {a.script, b.script}
    ending = "-n" if both & _ONE_NASAL else ""
    if both & _ABJADS:
        return "abjad" + ending
    if both & _INDIC:
        return "indic" + ending
    return ("syllables" if both & SYLLABIC else "letters") + ending


def _latin(word: str, script: str) -> str:
    if script == "greek":
        word = _plain(word).lower()
        for pattern, made in _GREEK:
            word = re.sub(pattern, made, word)
    elif script in ("katakana", "hiragana"):
        for old, new in _KANA:
            word = word.replace(old, new)
    elif script in _INDIC:
        for old, new in _NUKTA:
            word = word.replace(old, new)
    elif script == "cyrillic":
        word = re.sub(r"(?<=[птк])х", "h", word)
        for old, new in _PALLADIUS:
            word = re.sub(old, new, word)
    elif script == "thai":
        word = _THAI_LEADING.sub(r"\2\3\1", word)
    elif script == "arabic":
        word = _ARTICLE.sub("", word)
    if script in _ABJAD:
        for old, new in _GERESH:
            word = word.replace(old, new)
        word = word.translate(_ABJAD[script])
        return (
            "".join(char if char.isascii() else anyascii(char).lower() for char in word)
            .replace("`", "")
            .replace("'", "")
        )
    made = anyascii(unicodedata.normalize("NFC", _plain(word))).lower()
    if script in ("katakana", "hiragana"):
        for small, new in _SMALL_KANA:
            made = small.sub(new, made)
    return "".join(char for char in made if "a" <= char <= "z")


# Surnames whose usual spelling in Latin letters is not what the syllable says.
_KOREAN = {
    "박": ("park", "pak"), "이": ("lee", "yi", "ri", "li"), "노": ("roh", "ro"), "임": ("lim", "rim"),
    "유": ("yoo", "ryu"), "류": ("ryu", "yoo"), "우": ("woo",), "오": ("oh",), "안": ("ahn",), "최": ("choi", "choe"),
    "정": ("jung", "chung"), "조": ("cho", "jo"), "양": ("ryang",), "나": ("ra",), "여": ("lyuh", "ryo"),
    "염": ("ryom",), "신": ("shin",),
}  # fmt: skip


def _hangul(words: list[str]) -> tuple[tuple[str, ...], ...]:
    """A Korean or Chinese name in one run: a surname of one syllable or two, under its usual spellings."""
    word = words[0]
    found: list[tuple[str, ...]] = []
    for cut in (1, 2) if len(word) > 2 else (1,):
        surnames = (_latin(word[:cut], "hangul"), *(_KOREAN.get(word[0], ()) if cut == 1 else ()))
        found += [(surname, _latin(word[cut:], "hangul")) for surname in surnames]
    return tuple(found)


def _plain(word: str) -> str:
    """Without the diacritics of Latin, Greek and Cyrillic; marks of other scripts are letters."""
    taken = "".join(_LATIN.get(char, char) for char in unicodedata.normalize("NFD", word))
    return "".join(char for char in taken if not "\u0300" <= char <= "\u036f" or taken[:1] in "йЙ")


def _marked(words: list[str]) -> tuple[str, ...] | None:
    """The words with their diacritics, where there are any."""
    if all(word.isascii() for word in words):
        return None
    return tuple(unicodedata.normalize("NFC", word.casefold()) for word in words)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The coarse classes of its consonants: all that spellings in any two scripts agree on."""
    from_sounds = re.sub(r"(.)\1+", r"\1", word.translate(_ONE_SOUND))
    for pattern, made in _SKELETON:
        from_sounds = pattern.sub(made, from_sounds)
    return re.sub(r"([A-Z])\1+", r"\1", from_sounds.translate(_VOWELS))


_VOWELS = str.maketrans("", "", "aeiouyw")
_ONE_SOUND = str.maketrans("WYAHSBPKXGQTDCJ", "wyahsbpkkjgtdsj")
_CLASSES = (
    ("ng(?![aeiouy])", "N"), ("chzh|dzh|zh|tsch|tch|sch|shch|sh|ch|th(?=e?[aiou])|ts|tz|hs|ks", "S"),
    ("kh|gh|ck|qu", "K"), ("ph", "F"), ("[bp]", "P"), ("[vf]", "P"), ("F", "P"), ("[dt]h?", "T"), ("[gkqc]", "K"),
    ("[jszx]", "S"), ("[lr]", "L"), ("m", "M"), ("n", "N"), ("h", ""),
)  # fmt: skip
_SKELETON = tuple((re.compile(pattern), made) for pattern, made in _CLASSES)
