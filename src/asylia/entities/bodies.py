"""The organisations, programmes and outlets that the lexicon knows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from asylia.language.fold import fold
from asylia.lexicon.load import LANGUAGES, NAMED, Lexicon
from asylia.model.entity import Body

_ARTICLES = re.compile(r"(?:the|el|la|los|las|le|les|l'|der|die|das|dem|den|des|ال)\s*(?=\w)")
_NOISE = re.compile(r"[\W_]+")
_MARKS = dict.fromkeys(map(ord, "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030c\u0327\u0328"))


def known(lexicon: Lexicon) -> tuple[Body, ...]:
    """Every institution, programme and country of the lexicon, with all forms of all languages, in the order of ids."""
    return tuple(sorted([*_listed(lexicon), *_countries(lexicon)], key=lambda body: body.id))


def _listed(lexicon: Lexicon) -> Iterator[Body]:
    for file in ("institutions", "programmes", "own-institutions", "own-programmes"):
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


def index(bodies: Iterable[Body]) -> Mapping[str, str]:
    """Plain form → the id of the one body that has it; forms that two bodies share are left out."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for body in sorted(bodies, key=lambda body: body.id):
        for form in body.forms:
            key = plain(form)
            if found.setdefault(key, body.id) != body.id:
                shared.add(key)
    return {key: value for key, value in found.items() if key not in shared}
