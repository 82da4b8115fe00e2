"""Foreign names in Hangul that no role introduces: two words or more, of syllables that other words hardly have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from asylia.claims.persons.names import NameWords, name_words
from asylia.claims.persons.people import Spot
from asylia.claims.scan import Scan, SentenceScan

_WORD = re.compile(r"[가-힣]+")
_PARTICLE = re.compile(r"(?:에게서|에게|에겐|께서|이라고|라고|이라는|라는|이란|측은|측이|[은는이가을를의와과도])\Z")
_STANDS_FOR = tuple(  # whatever is one of these is no part of a name
    "country capital city region institution programme nationality act actor agent crowd kin result abode speech"
    " stance means role counted people report_noun head abode content attribution".split()
)
_TITLES = ("role", "country", "institution", "nationality")
_LONGEST = 4  # words
_STATES = ("미", "영", "중", "일", "러", "전", "한")  # one letter for a state, or "former", before a title
_AGED = re.compile(r"\((?:\d{2}|[가-힣·]{1,8}[·,] ?\d{2})[),·세]")
_SHARE = 0.5  # of the syllables of a word
_SHORTEST = 4  # syllables


def spots(scan: Scan, sentence: SentenceScan) -> Iterator[Spot]:
    """Transcribed names of the sentence, and single names with an age in brackets behind them."""
    known = name_words(scan.lexicon, scan.language)
    words = list(_WORD.finditer(scan.text, sentence.start, sentence.end))
    at = 0
    while at < len(words):
        end = _name(scan, sentence, words[at : at + _LONGEST], known)
        if end is not None:
            yield Spot(words[at].start(), end, 1.8, "transcribed name")
            while at < len(words) and words[at].start() < end:
                at += 1
            continue
        word = words[at]
        if len(word.group()) >= 2 and _AGED.match(scan.text, word.end()) and not _said(sentence, word):
            yield Spot(word.start(), word.end(), 1.8, "name with age")
        at += 1


def ends(scan: Scan, sentence: SentenceScan, start: int) -> int | None:
    """Where the transcribed name that begins here ends; None where there is none."""
    known = name_words(scan.lexicon, scan.language)
    words = []
    for word in _WORD.finditer(scan.text, start, sentence.end):
        words.append(word)
        if len(words) == _LONGEST:
            break
    return _name(scan, sentence, words, known, behind_role=True) if words and words[0].start() == start else None


def _name(
    scan: Scan, sentence: SentenceScan, words: Sequence[re.Match[str]], known: NameWords, behind_role: bool = False
) -> int | None:
    """The end of the longest name that the first of these words begins."""
    if _share(words[0].group(), known) < _SHARE:
        return None
    run: list[re.Match[str]] = []
    found: int | None = None
    for word in words:
        if run and scan.text[run[-1].end() : word.start()] not in (" ", "·", "-"):
            break
        if _said(sentence, word) or _everyday(word.group(), known):
            break
        run.append(word)
        bare = _closed(scan, sentence, word)
        if bare is not None and len(run) > 1 and _foreign([*(w.group() for w in run[:-1]), bare], known, behind_role):
            found = word.start() + len(bare)
            if bare != word.group():
                break
    return found


def _closed(scan: Scan, sentence: SentenceScan, word: re.Match[str]) -> str | None:
    """The word without its particle where a name may end in it: a particle, a bracket, 씨 or a title follows."""
    after = scan.text[word.end() : word.end() + 3]
    if after[:1] in ("(", "（", ",", "·", "’", "'") or after.startswith((" 씨", " 전 ")):
        return word.group()
    particle = _PARTICLE.search(word.group())
    if particle and particle.start() >= 1:
        return word.group()[: particle.start()]
    at = word.end() + 1
    if after[1:3].rstrip() in _STATES and after[2:3] == " ":
        at += 2
    titled = any(cue.start == at for cue in sentence.of(*_TITLES))
    return word.group() if titled and after[:1] == " " else None


def _foreign(words: Sequence[str], known: NameWords, behind_role: bool) -> bool:
    """Whether the words are written with the syllables of transcription, first and last above all."""
    letters = "".join(words)
    strange = [any(char in known.hangul_strange for char in word) for word in words]
    if len(letters) < _SHORTEST or not strange[-1] or _share(words[-1], known) < _SHARE:
        return False
    return sum(strange) * 2 >= len(words) and (behind_role or strange[0] or _share(words[0], known) == 1.0)


def _share(word: str, known: NameWords) -> float:
    """Which share of a word's syllables are those of transcription."""
    return sum([char in known.hangul_foreign for char in word]) / len(word)


def _everyday(word: str, known: NameWords) -> bool:
    return len(word) > 8 or word.startswith(known.loanwords)


def _said(sentence: SentenceScan, word: re.Match[str]) -> bool:
    """Whether the word is known to be something else."""
    start, end = word.span()
    return any(cue.start < end and start < cue.end and cue.end - cue.start >= 2 for cue in sentence.of(*_STANDS_FOR))
