"""Spelling: a name's words in plain Latin letters, ready to be compared across scripts."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from asylia.entities.distance import NASAL, ROUGH
from asylia.entities.joints import CHAINS, TITLES, WITHIN, joins, servants
from asylia.entities.letters import in_latin
from asylia.entities.thai import thai
from asylia.entities.tibetan import said
from asylia.language.fold import fold

_SUFFIXES = re.compile(r"(?<=.)(?:先生|女士|小姐|氏|さん|(?<=...)君|容疑者|被告|대표|씨|님|선생)$")
_BREAK = re.compile(r"[\s.,;:·・‧•｡＝=()（）/_]+")
_ZWNJ = re.compile("\u200c")
_SYLLABLE = 7  # letters of a syllable at most
_HYPHEN = re.compile(r"[-‐‑–—־]")
_ABJADS = frozenset({"arabic", "hebrew"})
_ROUGHLY = frozenset({"hangul", "katakana", "hiragana", "han", "thai"})  # scripts that write other languages' names so
_ONE_NASAL = frozenset({"cyrillic", "katakana", "hiragana"})  # scripts that write the n of Chen and of Cheng alike
_INDIC = frozenset({"devanagari", "bengali"})
SYLLABIC = frozenset({"katakana", "hiragana", "hangul"})


VIETNAMESE_SURNAMES = frozenset(
    """nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly trinh truong dinh doan lam
mai dao luong cao chau ta la thai phung kieu luu vuong tong to quach thach nong khuc giang ton kim ha an mac""".split()
)
# Sino-Vietnamese surnames that the marks of a name must bear out.
SINO_VIETNAMESE = VIETNAMESE_SURNAMES | frozenset(
    """bach banh chau chu chuong dam dang dao diem dien dieu doan du duong gia giai giang han hau hoac hong hua ich kha
khang khong khuat khuc kinh ky lac lai lang lien lo loc lu luc luong ly ma man manh mao mo moc ngai nghe nghiem
nham nhan nhiem ninh o oanh on ong phong phu quan quang quy sa so su tai tan tang tat te than thang thi thich
thieu thuong ti tien tiet tieu to ton trac trang trieu trinh truong tu tuan tuong ung uong uy vi viem vien vinh
xa""".split()
)
_ONE_VOWEL = re.compile("[^aeiouy]*[aeiouy]+[^aeiouy]*")
# The hook, the dot below, the horn; the barred d, in words of one syllable; a tone above a circumflex.
_VIETNAMESE = ("\u0309", "\u0323", "\u031b", "\u0302\u0300", "\u0302\u0301", "\u0302\u0303")


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
            any(mark in decomposed for mark in _VIETNAMESE)
            or (
                ((self.words[:1] and self.words[0] in SINO_VIETNAMESE) or "đ" in decomposed)
                and decomposed != unicodedata.normalize("NFC", decomposed)
                and all(_ONE_VOWEL.fullmatch(word) for word in self.words)
            )
        )

    @property
    def parted(self) -> bool:
        """Whether hyphens part its syllables, as in many Chinese and Korean names."""
        return self.script == "latin" and len(self.fine) > len(self.words)

    @property
    def variants(self) -> tuple[tuple[str, ...], ...]:
        """All ways to part and spell the words, without articles and the like."""
        return self.others or (self.content,)

    @property
    def chained(self) -> bool:
        """Whether the name says whose son or daughter the person is: its words cannot change places."""
        return bool(CHAINS.intersection(self.words))

    @property
    def heard(self) -> str:
        """How its words are to be compared with words in Latin letters."""
        return means(self, _PLAIN)


@lru_cache(maxsize=65536)
def spelled(name: str) -> Spelled:
    """A name without titles, in plain letters."""
    text = unicodedata.normalize("NFC", _SUFFIXES.sub("", name.strip()))
    script = script_of(text)
    text = _NGUYEN.sub(_AS_SAID[script], text) if script in _AS_SAID else text
    fine = _syllables(text, script)
    if script == "latin":
        text = re.sub(
            r"\b(al|el|as|ash|at|ad|ar|an|ben|bin|ibn)[-‐‑–]", lambda m: m[1].lower() + " ", text, flags=re.IGNORECASE
        )
        text = _HYPHEN.sub("", _BETWEEN.sub(" ", text))
    if script == "tibetan":
        text = said(text).title()
    if script == "arabic":
        text = _CONSTRUCT.sub("ت", text)
    if script == "cyrillic":
        text = _CYRILLIC_ARTICLE.sub(lambda m: m[1].lower() + " ", text)
    words = [word for word in _BREAK.split(_HYPHEN.sub(" ", _ZWNJ.sub("", text.replace("بن\u200c", "بن ")))) if word]
    while len(words) > 1 and fold(words[0]) in TITLES:
        words = words[1:]
    pairs = servants([(made, word) for word in words if (made := in_latin(word, script))])
    latin = tuple(made for made, _ in pairs)
    small = [joins(made, word) or (i > 0 and made in WITHIN) for i, (made, word) in enumerate(pairs)]
    kept = [pair for pair, joined in zip(pairs, small, strict=True) if not joined or len(pairs) < 3]
    content = tuple(made for made, _ in kept)
    only_han = script == "han" and not any("\u3040" <= char <= "\u30ff" for char in text)
    return Spelled(
        latin,
        script,
        content or latin,
        "".join(words) if only_han and len(words) == 1 else None,
        _marked(words),
        _others(script, text, words, kept),
        fine,
    )


def _others(script: str, text: str, words: list[str], kept: list[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Other ways to part and spell the words of a name, the plain one first; none if there is but one."""
    content = tuple(made for made, _ in kept)
    if script == "hangul" and len(words) == 1 and 2 <= len(words[0]) <= 5:
        return _hangul(words)
    if script == "thai" and "\u0e4c" in text:
        return (content, tuple(thai(word, silent=True) for word in words))
    found = [content]
    if script in _WITH_SONS and any(_SON.search(word) for word in content):
        found.append(tuple(_SON.sub("olu", word) for word in content))
    if script == "georgian":
        found.append(tuple(_NOMINATIVE.sub("", word) for word in content))
    if script in ("latin", "greek") and any("x" in word[1:] for word in content):
        found.append(tuple(word[:1] + word[1:].replace("x", "ks") for word in content))
    if script == "latin":
        if any(word.startswith("j") for word in content):
            found.append(tuple(re.sub("^j", "kh", word) for word in content))  # as in Spanish
        if _MARKED.search(text.casefold()):
            found += [tuple(_spelled_out(word, text, soft) for _, word in kept) for soft in ("", "g")]
    return tuple(found) if len(found) > 1 else ()


_NOMINATIVE = re.compile("(?<=[^aeiou])(?<!shvil)i$")  # which Georgian adds to names that end in a consonant
_WITH_SONS = frozenset({"latin", "cyrillic", "greek"})
_SON = re.compile("(?<=..)o(?:gh|qQ|[gq])(?:lu|ly)$")  # the soft g of Turkish, which is not said: İmamoğlu


# Letters with marks, spelled out as English does; a c in a name with the letters of Turkish is its own too.
_MARKED = re.compile("[şšçčćžğıđöü]")
_TURKISH = re.compile("[şçğıöü]")
_SPELLED_OUT = {"ş": "sh", "š": "sh", "ç": "ch", "č": "ch", "ć": "ch", "ž": "zh", "ö": "oe", "đ": "dj"}


def _spelled_out(word: str, name: str, soft: str) -> str:
    turkish = _TURKISH.search(name.casefold())
    made = unicodedata.normalize("NFC", word.casefold()).replace("c", "dj" if turkish else "c").replace("ğ", soft)
    return in_latin("".join(_SPELLED_OUT.get(char, char) for char in made), "latin")


_PLAIN = Spelled((), "latin")
_CYRILLIC_ARTICLE = re.compile("\\b([АЭаэ](?:ль|[рзсштдн]))[-‐‑–]")
# The commonest name of Vietnam, one syllable whatever other scripts make of it: here as the tables of each say "nguen".
_NGUYEN = re.compile("응우옌 ?|응웬 ?|グエン[・ ]?|グェン[・ ]?")
_AS_SAID = {"hangul": "응웬 ", "katakana": "グエン "}
_CONSTRUCT = re.compile("ة(?= +ال)")  # said before an article: Jabhat al-Nusra
_BETWEEN = re.compile("(?i)[-‐‑–]u[lrdsnt][-‐‑–]")  # Zia-ul-Haq


def _syllables(text: str, script: str) -> tuple[str, ...]:
    """The syllables of a Chinese, Korean or Vietnamese name, where spaces, hyphens or the script part them."""
    if script == "han":
        return ()
    parts = [part for part in _BREAK.split(_HYPHEN.sub(" ", text)) if part]
    if script == "hangul" and len(parts) == 1 and len(parts[0]) <= 4:
        parts = list(parts[0])
    made = tuple(filter(None, (in_latin(part, script) for part in parts)))
    return made if 2 <= len(made) <= 4 and all(len(part) <= _SYLLABLE for part in made) else ()


_ALL_VOWELS = re.compile("[\u06d5\u06c6\u06c7\u06c8\u06d0\u06cb]")  # letters of the Arabic script as Uyghur writes it


def script_of(text: str) -> str:
    """The script of the first letter: "latin", "han", "arabic" …"""
    for char in text:
        if char.isalpha():
            name = unicodedata.name(char, "")
            if name.startswith("ARABIC") and _ALL_VOWELS.search(text):
                return "uyghur"
            return "han" if name.startswith("CJK") else name.split(" ")[0].split("-")[0].casefold()
    return "none"


def means(a: Spelled, b: Spelled) -> str:
    """How two names' words have to be compared; "-n" where one script cannot tell "n" from "ng"."""
    if a.script == b.script:
        return "same"
    both = {a.script, b.script}
    han = "han" in both
    rough = both & _ROUGHLY or both == _ABJADS
    ending = "-" + (NASAL if both & _ONE_NASAL or han else "") + (ROUGH if rough else "")
    for rough_script in ("han", "thai"):
        if rough_script in both:
            return rough_script + ending
    if both & _ABJADS:
        return "abjad" + ending
    if both & _INDIC:
        return "indic" + ending
    return ("syllables" if both & SYLLABIC else "letters") + ending


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
        surnames = (in_latin(word[:cut], "hangul"), *(_KOREAN.get(word[0], ()) if cut == 1 else ()))
        found += [(surname, in_latin(word[cut:], "hangul")) for surname in surnames]
    return tuple(found)


def _marked(words: list[str]) -> tuple[str, ...] | None:
    """The words with their diacritics, where there are any."""
    if all(word.isascii() for word in words):
        return None
    return tuple(unicodedata.normalize("NFC", word.casefold()) for word in words)


@lru_cache(maxsize=65536)
def skeleton(word: str, loose: bool = False) -> str:
    """The coarse classes of its consonants: all that spellings in any two scripts agree on.

    Loosely, what some spell with a consonant and others leave out is left out, and a w is a v.
    """
    if loose:
        for pattern, made in _LOOSE:
            word = pattern.sub(made, word)
    from_sounds = re.sub(r"(.)\1+", r"\1", word.translate(_ONE_SOUND))
    for pattern, made in _SKELETON:
        from_sounds = pattern.sub(made, from_sounds)
    return re.sub(r"([A-Z])\1+", r"\1", from_sounds.translate(_VOWELS))


# Thus Mahathir and Махатхир, Schawkat and Шавкат, Μοχάμεντ and Mohammed.
_LOOSE = tuple(
    (re.compile(pattern), made)
    for pattern, made in (("nM", "t"), ("mN", "p"), ("[kg]h|q?Q(?=h)|[XF]", ""), ("[wW]", "v"), ("c(?![hkz])", "s"))
)
_VOWELS = str.maketrans("", "", "aeiouyw")
_ONE_SOUND = str.maketrans("WYAEHSBPKXGQTDCJOUMNLZIVFR", "wyaahsbpkkjgtdsjsstplsssks")
_CLASSES = (
    ("ng(?![aeiouy])", "N"), ("chzh|dzh|dz|zh|tsch|tch|sch|shch|sh|ch|th(?=e?[aiou])|ts|tz|hs|ks", "S"),
    ("kh|gh|ck|qu", "K"), ("ph", "F"), ("[bp]", "P"), ("[vf]", "P"), ("F", "P"), ("[dt]h?", "T"), ("[gkqc]", "K"),
    ("[jszx]", "S"), ("[lr]", "L"), ("m", "M"), ("n", "N"), ("h", ""),
)  # fmt: skip
_SKELETON = tuple((re.compile(pattern), made) for pattern, made in _CLASSES)
