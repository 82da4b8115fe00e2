"""How much a reading of bytes looks like writing: a number, comparable between encodings of the same bytes.

Common characters of each script count for it; replacement marks, controls, rare characters, capitals within
words and scripts mixed within one word count against it.
"""

from __future__ import annotations

import re
import tomllib
from importlib import resources

from asylia.language.scripts import script_of

_LETTERS = tomllib.loads((resources.files("asylia.text") / "letters.toml").read_text("utf-8"))
_COMMON = frozenset("".join(_LETTERS.values()))
_NOT_KANA = _COMMON - frozenset(_LETTERS["kana"])
_JAPANESE = frozenset({"cp932", "euc_jp", "iso2022_jp"})
_WORD = re.compile(r"[^\W\d_]+")
WIDE = frozenset({"gb18030", "big5hkscs", "cp949", "cp932", "euc_jp", "iso2022_jp", "hz"})
_ODD = re.compile(r"[\x80-\x9f\ufffd\ue000-\uf8ff]|[\x00-\x08\x0e-\x1f\x7f]")
# Letters that one European or Arabic code page puts where another has its commonest ones.
_LIKELY = frozenset(
    "éèêëàâäáãåæçñóòôöõøúùûüíìîïýÿßœšžčćđłńśźżąęěřťůňďőűğışİĞŞÇÖÜăâîșțşţ"
    "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёіїєўОЕАИНТСРВЛКМДПУЯГЗБЧЙХЖШЮЦЩЭФ"
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويىءآأإةئؤپچژگکی،؛؟"
    "אבגדהוזחטיכלמנסעפצקרשתםןץףך"
    "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώς"
    "กขคงจชซณดตถทธนบปผพภมยรลวศสหอะาำิีึืุูเแโใไ่้์"
    "“”‘’«»–—…°©®·€£§¿¡ªº"
)
_RARE = frozenset("¤¦¨¬¯¶¸¼½¾¹²³ÐðÞþ×÷±µ¢¥†‡‰ƒˆ˜‹›ŒŸ¢¬║╗╝╔╚═┤│┐└┴┬├─┼╞╟╧╨╤╥╙╘╒╓╫╪█▄▌▐▀")


def plausibility(text: str, charset: str) -> float:
    """Between about -2 (noise) and 1 (everyday writing). ASCII is left out of account: all readings share it."""
    odd = len(_ODD.findall(text))
    letters = [char for char in text if char > "\x7f"]
    if not letters:
        return 0.0
    if charset in WIDE:
        return _wide(letters, charset, odd)
    return _narrow(text, letters, odd)


def _wide(letters: list[str], charset: str, odd: int) -> float:
    """For encodings of East Asian writing: one character stands for two bytes."""
    # EUC-JP and GB share the rows of kana: only in a Japanese encoding does it speak for the reading.
    known = _COMMON if charset in _JAPANESE else _NOT_KANA
    common = sum(char in known for char in letters)
    half_kana = sum("\uff61" <= char <= "\uff9f" for char in letters)
    foreign = sum(
        not (char in known or "\u3000" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" or char >= "\uff00")
        for char in letters
    )
    scripts = {script_of(char) for char in letters[:4000]}
    mixed = 0.3 if "Hang" in scripts and scripts & {"Hira", "Kana"} else 0.0
    return (1.1 * common - 2 * half_kana - 0.8 * foreign - 4 * odd) / len(letters) - mixed


def _narrow(text: str, letters: list[str], odd: int) -> float:
    """For code pages of one byte a character."""
    likely = sum(char in _LIKELY for char in letters)
    rare = sum(char in _RARE for char in letters)
    wrong = words = 0
    for word in _WORD.findall(text):
        if word.isascii():
            continue
        words += 1
        kinds = {script_of(char) for char in word}
        wrong += len(kinds - {"Zyyy"}) > 1 or not (
            word.islower() or word.isupper() or word[1:].islower() or not word[:1].isalpha() or _uncased(word)
        )
    rate = wrong / words if words else 0.0
    # A page of one-byte text has more plain letters around; East Asian bytes read so are all odd words.
    return 0.75 * likely / len(letters) - 1.2 * rare / len(letters) - 0.9 * rate - 4 * odd / len(letters)


def _uncased(word: str) -> bool:
    return word.lower() == word.upper()
