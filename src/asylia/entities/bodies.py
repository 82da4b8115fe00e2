"""The organisations, programmes and outlets that the lexicon knows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from asylia.language.fold import fold
from asylia.lexicon.load import LANGUAGES, NAMED, Lexicon
from asylia.model.entity import Body

NAMED_FILES = tuple(
    prefix + name for name in ("institutions", "ngos", "outlets", "programmes") for prefix in ("", "own-")
)
_ARTICLES = re.compile(r"(?:(?:the|el|la|los|las|le|les|l|der|die|das|dem|den|des)\s+|ال)(?=\w)")
_NOISE = re.compile(r"[\W_]+")


def known(lexicon: Lexicon) -> tuple[Body, ...]:
    """Every institution, programme and country of the lexicon, with all forms of all languages, in the order of ids."""
    return tuple(sorted([*_listed(lexicon), *_countries(lexicon)], key=lambda body: body.id))


def _listed(lexicon: Lexicon) -> Iterator[Body]:
    for file in NAMED_FILES:
        table = lexicon.table(file)
        for kind in NAMED:
            for row in table.get(kind, ()):
                forms = dict.fromkeys(form.strip("*=") for each in row.get("forms", {}).values() for form in each)
                yield Body(
                    id=row["id"],
                    type="programme" if kind == "programme" else "organisation",
                    forms=tuple(forms),
                    kind=row.get("type", ""),
                    parent=row.get("parent"),
                    state=row.get("state"),
                )


COUNTRY = "country:"


def _countries(lexicon: Lexicon) -> Iterator[Body]:
    """Countries under their names and the words for their people, as actors and as places."""
    forms: dict[str, dict[str, None]] = defaultdict(dict)
    for language in LANGUAGES:
        for topic in ("places", "places_more"):
            table = lexicon.words(language, topic)
            for kind in ("country", "nationality"):
                for row in table.get(kind, ()):
                    forms[row["code"]].update(dict.fromkeys(form.strip("*=") for form in row["forms"]))
    for code, found in forms.items():
        yield Body(COUNTRY + code, "state", tuple(found), "country", state=code)


def plain(words: str) -> str:
    """A name of an organisation for comparison: folded, without an article at its head, spaces single."""
    folded = _NOISE.sub(" ", fold(words)).strip()
    match = _ARTICLES.match(folded)
    return folded[match.end() :] if match and match.end() < len(folded) else folded


class Forms:
    """Which body a name means. Forms that two bodies share mean none."""

    def __init__(self, bodies: Iterable[Body]) -> None:
        found: dict[str, str] = {}
        shared: set[str] = set()
        for body in sorted(bodies, key=lambda body: body.id):
            for form in body.forms:
                key = plain(form)
                if found.setdefault(key, body.id) != body.id:
                    shared.add(key)
        self._forms = {key: value for key, value in found.items() if key not in shared}
        # Forms of several words by their longest one, for names with words put between.
        self._by_word: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for key in sorted(self._forms):
            words = tuple(key.split(" "))
            if len(words) > 2:
                self._by_word[max(words, key=lambda word: (len(word), word))].append(words)

    def find(self, words: str) -> str | None:
        """The body that a name means: by its whole words, else by the longest known form inside them.

        "the Spain-based group Safeguard Defenders" and "Working Group of the United Nations on Arbitrary Detention"
        bear words that no lexicon can list; the form must still cover most of the name.
        """
        key = plain(words)
        if key in self._forms:
            return self._forms[key]
        parts = key.split(" ")
        spaced = len(parts) > 1 or key.isascii()
        return self._inside(key, parts if spaced else list(key), " " if spaced else "") or self._between(key, parts)

    def _inside(self, key: str, units: Sequence[str], joint: str) -> str | None:
        least = 1 if joint else _LEAST
        for size in range(min(len(units) - 1, _MOST_WORDS if joint else _MOST_CHARACTERS), least - 1, -1):
            for at in range(len(units) - size, -1, -1):
                inner = joint.join(units[at : at + size])
                found = self._forms.get(inner)
                if found and len(inner) >= _COVERED * len(key) and not found.startswith(COUNTRY):
                    return found
        return None

    def _between(self, key: str, parts: Sequence[str]) -> str | None:
        for word in sorted(set(parts), key=lambda word: (-len(word), word)):
            for form in self._by_word.get(word, ()):
                at = iter(parts)
                if sum(map(len, form)) >= _COVERED * len(key.replace(" ", "")) and all(word in at for word in form):
                    return self._forms[" ".join(form)]
        return None


_MOST_WORDS, _MOST_CHARACTERS = 9, 24  # of a form that is looked for inside a name
_LEAST = 3  # characters of such a form, where words are not written apart
_COVERED = 0.4  # the part of a name's letters that it must cover
