"""Names of organisations where capitals are written: runs of them, what grows from a noun, what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from asylia.claims.actors.tables import GROWTH, Growth
from asylia.claims.actors.words import Line, Seed, Word

_CLOSE = re.compile(r"['’]s?\Z")
_QUOTED = re.compile(
    r"(?:\s?[\"“„«‹「]|\s[‘'])(?P<name>[^\"“”„«»‘’'‹›」\n]{1,59}[^\"“”„«»‘’'‹›」\n,.;:])[,.;:]?[\"”“»’'›」]"
)
_CALLED = ("adli", "isimli")  # Turkish "called": the name stands before it
_MOST = 9  # words that a name may grow by
Heads = Callable[[str], str | None]


def heads_of(table: Sequence[tuple[str, str]], growth: Growth) -> Heads:
    """A look-up from a folded word to the class of the organisation it heads; stems where the language adds endings."""
    exact = dict(table)
    if not growth.stem_heads:
        return lambda word: exact.get(_CLOSE.sub("", word))
    stems = sorted(exact, key=len, reverse=True)

    def by_stem(word: str) -> str | None:
        found = next((stem for stem in stems if word.startswith(stem)), None)
        return exact[found] if found else None

    return by_stem


def grow(at: Line, seed: Seed, seeds: Sequence[Seed], language: str) -> tuple[int, int]:
    """The span of the noun phrase that the seed heads, as a reader would print it."""
    growth = GROWTH.get(language, GROWTH["en"])
    first, after = at.first_from(seed.start), at.first_from(seed.end)
    start = _leftwards(at, seed, first, growth) if growth.left or "person" in seed.tags else seed.start
    return start, _rightwards(at, seed, after, seeds, growth)


def _leftwards(at: Line, seed: Seed, first: int, growth: Growth) -> int:
    start = seed.start
    for index in range(first - 1, max(first - 1 - _MOST, -1), -1):
        word = at.words[index]
        between = at.gap(word.end, start)
        if between not in (" ", "-", "\u00a0") or word.start in at.dated:
            break
        small = word.low in growth.modifiers or (word.low.isdigit() and "person" in seed.tags)
        capital = growth.left and (word.cap or word.start in at.places)
        if index == first - 1 and seed.code == "state" and at.scan.language == "en" and not (small or capital):
            small = _owned(at, index, growth)  # "the transport ministry", "Iran's tourism minister"
        opens = word.low in growth.stops and not small
        if opens or not (small or capital) or word.start in at.verbs:
            break
        start = word.start
    return start


def _owned(at: Line, index: int, growth: Growth) -> bool:
    """Whether an article, a possessive or a name stands before the word: then it belongs to the noun behind it."""
    word, before = at.words[index], at.words[index - 1] if index else None
    if before is None or word.low in growth.stops or word.start in at.verbs or at.gap(before.end, word.start) != " ":
        return False
    named = before.cap and before.low not in growth.stops
    return named or before.low in growth.articles or before.start in at.places or before.low.endswith("'s")


def _rightwards(at: Line, seed: Seed, index: int, seeds: Sequence[Seed], growth: Growth) -> int:
    end = seed.end
    links = growth.links | growth.of_persons if "person" in seed.tags else growth.links
    grown = 0
    while index < len(at.words) and grown < _MOST:
        word = at.words[index]
        if at.gap(end, word.start) not in (" ", "\u00a0", "") or word.start in at.verbs or word.start in at.dated:
            break
        inner = next((s for s in seeds if s.start == word.start and s.noun and s.end > end), None)
        if word.start in at.places or (growth.right and word.cap) or (growth.right and inner):
            end, index = (inner.end, at.first_from(inner.end)) if inner else (word.end, index + 1)
        elif word.low == "về" and seed.code in (
            "court",
            "body",
        ):  # "working group on arbitrary detention", in small letters
            while index < len(at.words) and at.gap(end, at.words[index].start) == " " and grown < _MOST:
                if at.words[index].start in at.verbs:
                    break
                end, index, grown = at.words[index].end, index + 1, grown + 1
            break
        elif word.low in links:
            reached = _complement(at, index, seeds, growth)
            if reached is None:
                break
            end, index = reached
        elif growth.right and _capital_soon(at, index, end):
            end, index = word.end, index + 1
        else:
            break
        grown += 1
    return end


def _capital_soon(at: Line, index: int, end: int) -> bool:
    """A small word inside a name is followed by a capital: Vietnamese syllables, "министерство транспорта Литвы"."""
    if at.scan.language not in ("vi", "ru") or index + 1 >= len(at.words):
        return False
    word, after = at.words[index], at.words[index + 1]
    stops = GROWTH[at.scan.language].stops
    return word.low not in stops and after.cap and after.low not in stops and end < word.start


def _complement(at: Line, index: int, seeds: Sequence[Seed], growth: Growth) -> tuple[int, int] | None:
    """Where the complement behind a link ends: "of Foreign Affairs", "de la embajada", "in Beijing"."""
    after = index + 1
    while after < len(at.words) and at.words[after].low in growth.articles | growth.links:
        after += 1
    if after >= len(at.words) or after > index + 3:
        return None
    word = at.words[after]
    if word.start in at.dated or any(c in ",.;:" for c in at.gap(at.words[index].start, word.start)):
        return None
    inner = next((s for s in seeds if s.start == word.start and s.noun), None)
    if inner:
        return inner.end, at.first_from(inner.end)
    if word.start in at.places or (word.cap and word.low not in growth.stops):
        noun = next((s for s in seeds if s.noun and s.start == word.end + 1), None)
        if noun and word.start in at.places and not growth.right:  # "of the Iranian embassy"
            return noun.end, at.first_from(noun.end)
        return word.end, after + 1
    return None


def runs(groups: Sequence[list[Word]], at: Line, language: str, heads: Heads) -> list[Seed]:
    """Proper names: runs of capitalised words with an organisational head at their end or before a link."""
    growth = GROWTH.get(language, GROWTH["en"])
    found = []
    for group in groups:
        for piece in _split(group, growth, heads):
            if language == "tr":  # the head closes the name: what follows with a capital is another's
                last = max((i for i, word in enumerate(piece) if heads(word.low)), default=-1)
                piece = piece[: last + 1]
            code = _headed(piece, growth, heads)
            if code and len(piece) > 1:
                found.append(Seed(piece[0].start, bare_end(at, piece[-1]), code, frozenset({"name"}), noun=False))
    return found


def capital_runs(at: Line, growth: Growth) -> list[list[Word]]:
    """Words with capitals that stand together, joined by the small words that names may hold."""
    groups: list[list[Word]] = []
    current: list[Word] = []
    pending: list[Word] = []
    for word in at.words:
        last = (pending or current)[-1] if current else None
        close = last is not None and at.gap(last.end, word.start) in (" ", "\u00a0", "", " & ")
        if word.cap and word.start not in at.dated and not (word.low in growth.stops and not current):
            if current and close:
                current += [*pending, word]
            else:
                groups.append(current)
                current = [word]
            pending = []
        elif current and close and word.low in growth.joints and len(pending) < 2:
            pending.append(word)
        elif current:
            groups.append(current)
            current, pending = [], []
    groups.append(current)
    return [group for group in groups if group]


def _split(group: list[Word], growth: Growth, heads: Heads) -> list[list[Word]]:
    """Two names joined by "and" are two: both sides have a head of their own."""
    for index, word in enumerate(group):
        if word.low in ("and", "y", "e", "et", "und", "и", "ve", "và", "&"):
            left, right = group[:index], group[index + 1 :]
            if _headed(left, growth, heads) and _headed(right, growth, heads):
                return [*_split(left, growth, heads), *_split(right, growth, heads)]
    return [group]


def _headed(piece: list[Word], growth: Growth, heads: Heads) -> str | None:
    if not piece:
        return None
    if growth.right:  # the head opens the name
        return heads(piece[0].low) or (heads(piece[1].low) if len(piece) > 2 else None)
    # "Court of Human Rights", "Center for …": the word before the first link heads the name.
    linked = next((i for i, word in enumerate(piece[1:], 1) if word.low in growth.joints and word.low != "and"), None)
    if linked is not None:
        pair = f"{piece[linked - 2].low} {piece[linked - 1].low}" if linked > 1 else ""
        if code := heads(pair) or heads(piece[linked - 1].low):
            return code
    return heads(piece[-1].low)


def bare_end(at: Line, word: Word) -> int:
    """Where a name ends without the ending of its genitive."""
    closed = _CLOSE.search(at.scan.text[word.start : word.end])
    return word.start + closed.start() if closed else word.end


def beside(at: Line, seed: Seed, language: str, people: Sequence[tuple[int, int]]) -> Seed | None:
    """The proper name beside a common noun: "the rights group Open Door", "Open Door, a rights group in …"."""
    growth = GROWTH.get(language, GROWTH["en"])
    quoted = _QUOTED.match(at.scan.text, seed.end, at.sentence.end)
    if quoted:
        return Seed(quoted.start("name"), quoted.end("name"), seed.code, frozenset({"name"}), noun=False)
    index = at.first_from(seed.end) if language not in ("tr", "vi") else len(at.words)
    run: list[Word] = []
    while index < len(at.words) and (at.words[index].cap or (run and at.words[index].low in growth.joints)):
        word = at.words[index]
        if at.gap(run[-1].end if run else seed.end, word.start) not in (" ", "\u00a0", ""):
            break
        if word.start in at.dated:
            break
        run.append(word)
        index += 1
    while run and (not run[-1].cap or (len(run) == 1 and run[0].start in at.places)):
        run.pop()
    if run and not crosses(run[0].start, run[-1].end, people):
        return Seed(run[0].start, bare_end(at, run[-1]), seed.code, frozenset({"name"}), noun=False)
    return _apposed(at, seed, growth, people)


def _apposed(at: Line, seed: Seed, growth: Growth, people: Sequence[tuple[int, int]]) -> Seed | None:
    """The capitalised words before ", a … rights group" or before "adlı … örgütü"."""
    first = at.first_from(seed.start) - 1
    steps = 0
    while first >= 0 and steps < 5:
        between = at.gap(at.words[first].end, at.words[first + 1].start if first + 1 < len(at.words) else seed.start)
        if "," in between or at.words[first].low in _CALLED:
            break
        if between.strip():
            return None
        first -= 1
        steps += 1
    else:
        return None
    if first < 0 or (steps == 0 and at.words[first].low not in _CALLED):
        return None
    last = first if at.words[first].low not in _CALLED else first - 1
    opener = at.words[last + 1].low if last + 1 < len(at.words) else ""
    if opener in growth.links or opener in ("and", "y", "et", "und", "и", "ve", "said", "which", "who"):
        return None
    run: list[Word] = []
    for index in range(last, -1, -1):
        word = at.words[index]
        if run and at.gap(word.end, run[-1].start) not in (" ", "\u00a0", "", " & "):
            break
        if not (word.cap or (run and word.low in growth.joints)) or (word.low in growth.stops and not run):
            break
        if word.low in growth.stops and word.cap:
            break
        run.append(word)
    while run and not run[-1].cap:
        run.pop()
    if not run or run[0].start in at.places or run[0].start in at.dated:
        return None
    if crosses(run[-1].start, run[0].end, people):
        return None
    return Seed(run[-1].start, run[0].end, seed.code, frozenset({"name"}), noun=False)


def crosses(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the span shares a character with one of the spans."""
    return any(a < end and start < b for a, b in spans)


def genitive(word: Word) -> bool:
    """Whether the word ends in "'s" or an apostrophe."""
    return _CLOSE.search(word.low) is not None
