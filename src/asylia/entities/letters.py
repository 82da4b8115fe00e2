"""Letters: a word of any script in plain Latin letters, capitals for letters that stand for several sounds."""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

from asylia.entities.thai import thai

_LATIN = {
    "đ": "d", "Đ": "D", "ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "ə": "e", "Ə": "E", "æ": "ae",
    "ð": "d", "þ": "th",
}  # fmt: skip
# Letter groups that a letter for a letter would misread, by script.
_GREEK = (
    (r"\bμπ", "b"), (r"μπντ", "bd"), (r"μπ", "mN"), (r"\bντ", "d"), (r"ντ", "nM"), (r"^γι$", "yi"),
    (r"(?:\b|(?<=[αεηιουωάέήίόύώ]))γι(?=[αεοωάέόώ])", "y"),
    (r"(?<=[αεηιουωάέήίόύώ])γ(?=[εέιίηή])", "yY"), (r"\bγκ", "g"), (r"νγκ", "ng"), (r"γκ", "g"), (r"γγ", "ng"),
    (r"τζ", "j"),
    (r"ου", "u"), (r"ευ", "ev"), (r"αυ", "av"), (r"[εο]ι", "i"), (r"αι", "e"), (r"χ", "kh"), (r"ξ", "x"), (r"β",
    "v"), (r"η|υ", "i"),
)  # fmt: skip
_NUKTA = (
    ("\u0982", "ng"), ("\u0902", "n"), ("ज\u093c", "z"), ("फ\u093c", "f"), ("ग\u093c", "g"), ("ख\u093c", "kh"),
    ("क\u093c", "q"), ("श", "sh"), ("ष", "sh"), ("শ", "sh"), ("ষ", "sh"),
    ("ঋ", "ri"), ("ৃ", "ri"), ("ऋ", "ri"), ("ृ", "ri"), ("ওয\u09bc", "w"), ("ও\u09df", "w"),
)  # fmt: skip
# Behind a consonant that bears no other vowel stands an unwritten a, but not at the end of a word.
_INHERENT = re.compile("(?<=[\u0915-\u0939\u0958-\u095f\u0995-\u09b9\u09dc-\u09df\u093c\u09bc])"
                       "(?=[\u0905-\u0939\u0958-\u095f\u0985-\u09b9\u09dc-\u09df\u0902\u0982])")  # fmt: skip
_PALLADIUS = (("[Цц]з", "j"), ("[Чч]ж", "zh"))
_KANA = (("ウェ", "we"), ("ウィ", "wi"), ("ウォ", "wo"), ("ッ", ""), ("っ", ""), ("ー", ""), ("＝", " "), ("=", " "))
_SMALL_KANA = (
    (re.compile(r"(?<=[vf])u(?=[aeio])"), ""), (re.compile(r"^aru$"), "al"),
    (re.compile(r"(?<=[jh])iy?(?=[aeou])"), ""), (re.compile(r"(?<=ts)u(?=[aeio])"), ""),
)  # fmt: skip
_ARTICLE = re.compile(r"^ال(?=\w{2,})")
# Letters that stand for several sounds, as capitals that `sounds` reads.
_ABJAD = {
    "arabic": str.maketrans({
        "و": "W", "ؤ": "E", "ي": "Y", "ی": "Y", "ى": "Y", "ئ": "E", "ا": "A", "آ": "A", "أ": "A", "إ": "A", "ء": "",
        "ع": "E", "ة": "A", "ج": "G", "غ": "Q", "ب": "B", "ف": "P", "ث": "T", "ذ": "D", "ظ": "D", "ض": "D", "ز": "z",
        "ح": "h", "خ": "X", "ق": "Q", "چ": "C", "ژ": "J", "پ": "p", "گ": "g", "ک": "k", "ہ": "H", "ے": "Y",
        "ٹ": "t", "ڈ": "d", "ڑ": "r", "ں": "n", "ه": "H", "\u0640": "",
    }),
    "hebrew": str.maketrans({
        "ו": "W", "י": "Y", "א": "A", "ע": "E", "ה": "H", "ש": "S", "ב": "B", "פ": "P", "ף": "P", "כ": "K", "ך": "K",
        "ח": "X", "צ": "c", "ץ": "c", "ק": "k", "ט": "t", "ז": "z",
    }),
}  # fmt: skip
_GERESH = (("ע'", "Q"), ("ג'", "J"), ("ז'", "J"), ("צ'", "C"), ("ץ'", "C"), ("ג׳", "J"), ("ז׳", "J"), ("צ׳", "C"))
_UYGHUR = str.maketrans({
    "ئ": "", "ا": "a", "ە": "e", "ب": "b", "پ": "p", "ت": "t", "ج": "G", "چ": "C", "خ": "kh", "د": "d", "ر": "r",
    "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ک": "k", "گ": "g", "ڭ": "ng",
    "ل": "l", "م": "m", "ن": "n", "ھ": "h", "ه": "h", "و": "o", "ۇ": "u", "ۆ": "o", "ۈ": "u", "ۋ": "v", "ې": "e",
    "ى": "i", "ي": "y", "ی": "i",
})  # fmt: skip
_INDIC = frozenset({"devanagari", "bengali"})
# Scripts with a letter of its own for the ch of cheese and the j of jam, which Latin letters may mean otherwise.
_OWN_LETTERS = frozenset({"cyrillic", "georgian", "armenian", "devanagari", "bengali", "thai"})


def in_latin(word: str, script: str) -> str:
    """A word of a script in plain Latin letters, for `sounds` to read; empty if it has no letters."""
    if script == "thai":
        return thai(word)
    if script == "han":
        made = _transcribed(word)
    elif script == "uyghur":
        made = word.translate(_UYGHUR)
    elif script in _ABJAD:
        made = _abjad(word, script)
    else:
        made = _spelled(_prepared(word, script), script)
    return "".join(char for char in made if char.isascii() and char.isalpha())


def _prepared(word: str, script: str) -> str:
    """The word with the letter groups rewritten that a letter for a letter would misread."""
    if script == "greek":
        word = plain(word).lower()
        for pattern, made in _GREEK:
            word = re.sub(pattern, made, word)
    elif script in ("katakana", "hiragana"):
        for old, new in _KANA:
            word = word.replace(old, new)
    elif script in _INDIC:
        for old, new in _NUKTA:
            word = word.replace(old, new)
        word = _INHERENT.sub("अ" if script == "devanagari" else "|", word)
    elif script == "cyrillic":
        word = re.sub(r"(?i)(?<=[птркбдг])х", "h", word)
        for old, new in _PALLADIUS:
            word = re.sub(old, new, word)
    elif script == "armenian":
        word = word.casefold().replace("ու", "u").replace("և", "եվ")
    return unicodedata.normalize("NFC", plain(word))


def _spelled(word: str, script: str) -> str:
    made = _kana(word) if script in ("katakana", "hiragana") else anyascii(word)
    made = made if script == "greek" else made.lower().replace("|", "aA")  # the unwritten vowel of Bengal: a or o
    if script == "cyrillic":
        made = re.sub("g(?=[aeiouy])", "qQ", made)  # the letter for an h, too, in names of other languages
    if script in _OWN_LETTERS:
        made = re.sub("(?<!sh)ch", "C", made.replace("dj", "G").replace("j", "Z" if script == "bengali" else "G"))
    if script in ("katakana", "hiragana"):
        for small, new in _SMALL_KANA:
            made = small.sub(new, made)
    return made


def _abjad(word: str, script: str) -> str:
    """Arabic or Hebrew: long vowels and ambiguous letters as capitals; a vowel at the head may be any."""
    word = _ARTICLE.sub("", word) if script == "arabic" else word
    word = re.sub("^[אاأإآ]", "ع" if script == "arabic" else "ע", word)
    for old, new in _GERESH:
        word = word.replace(old, new)
    word = word.translate(_ABJAD[script])
    return "".join(char if char.isascii() else anyascii(char).lower() for char in word)


def _transcribed(word: str) -> str:
    """A foreign name in Chinese characters: syllables of Pinyin, whose initials stand for whatever is near."""
    return word.lower() if word.isascii() else "".join(map(_syllable, word))


def _syllable(char: str) -> str:
    made = anyascii(char).lower()
    if made == "er":
        return "L"
    for initial, letter in (("zh", "Z"), ("l", "L"), ("r", "L"), ("j", "I"), ("q", "R"), ("x", "V"), ("h", "F")):
        if made.startswith(initial):
            return letter + made[len(initial) :]
    return made


def _kana(word: str) -> str:
    """Kana in Latin letters; a small y joins the kana before it: ミヤ is miya, ミャ is mya."""
    made = ""
    for char in word:
        small = _SMALL_Y.get(char)
        if small and made.endswith("i"):
            made = made[:-1] + (small[1:] if made.endswith(("shi", "chi", "ji")) else small)
        else:
            made += anyascii(char)
    return made


_SMALL_Y = {"ャ": "ya", "ュ": "yu", "ョ": "yo", "ゃ": "ya", "ゅ": "yu", "ょ": "yo"}


def plain(word: str) -> str:
    """Without the diacritics of Latin, Greek and Cyrillic; marks of other scripts are letters."""
    taken = "".join(_LATIN.get(char, char) for char in unicodedata.normalize("NFD", word))
    return "".join(char for char in taken if not "\u0300" <= char <= "\u036f" or taken[:1] in "йЙ")
