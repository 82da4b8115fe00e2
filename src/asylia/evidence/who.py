"""Who: from a mention, or a page that credits nobody, to the one whose knowledge it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from asylia.evidence.sources import KINDS, agency, key_of, outlet_key
from asylia.language.fold import fold
from asylia.language.scripts import is_unspaced
from asylia.model.document import Document
from asylia.model.entity import Body, Entity, by_place
from asylia.model.mention import Mention
from asylia.model.trace import CopyGroup, Retelling

_JOINING = "of the for and on in de del des du la le les et y i und der die das"
_SMALL = frozenset(_JOINING.split())
_TOO_WIDE = frozenset({"party", "government", "country", "un", "igo"})
_STEM = 5  # letters of a country's name that an ending may follow
_SITES = ("网站", "網站", "官网", "官網", " website", " online", " blog", " newsroom")
_AFFILIATION = 48  # characters between a person in office and the body named with them


def countries(bodies: Sequence[Body]) -> dict[str, str]:
    """Names of countries and words for their people, of one word each, with the country they mean."""
    return {
        fold(form): body.state
        for body in bodies
        if body.kind == "country" and body.state
        for form in body.forms
        if " " not in form
    }


class Sight:
    """Looks up outlets by their names, entities by their places, and the bodies of the lexicon behind them."""

    def __init__(self, documents: Mapping[str, Document], entities: Sequence[Entity], bodies: Sequence[Body]) -> None:
        self._documents = documents
        self._places = by_place(entities)
        self._known = {entity.id: entity.known for entity in entities if entity.known}
        self._bodies = {body.id: body for body in bodies}
        self._countries = countries(bodies)
        self._stands_for: dict[str, str] = {}
        for key, known in sorted(self._known.items()):
            top = self._top(known)
            if known == top or top not in self._stands_for:
                self._stands_for[top] = key
        self._outlets: dict[str, str] = {}
        for document in documents.values():
            self._outlets.setdefault(outlet_key(document), document.id)
        full = (document.agency for document in documents.values() if document.agency)
        self._agencies = {initials(name): name for name in sorted(full) if len(name.split()) > 1}
        self._printed: dict[str, str] = {}
        self._named: dict[str, str] = {}
        self._initials: dict[str, set[str]] = defaultdict(set)
        self._inside: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for entity in entities:
            self._index(entity)

    def _index(self, entity: Entity) -> None:
        if entity.type not in ("organisation", "state", "outlet"):
            return
        printed = self._outlet(entity)
        if printed is not None:
            self._printed[entity.id] = printed
        for mention in entity.mentions:
            words = self._words(mention)
            self._named.setdefault(fold(words), entity.id)
            self._initials[initials(words)].add(entity.id)
            if entity.type in ("organisation", "state"):
                self._inside[mention.document].append((mention.start, mention.end, entity.id))

    def _outlet(self, entity: Entity) -> str | None:
        """The outlet that a body of the lexicon is, in whatever language and script its own pages sign."""
        body = self._bodies.get(entity.known or "")
        if body is None or body.kind in _TOO_WIDE - {"party", "igo"}:
            return None
        return next((key for form in body.forms for key in _signed(form) if key in self._outlets), None)

    def _words(self, mention: Mention) -> str:
        document = self._documents.get(mention.document)
        return document.text[mention.start : mention.end] if document else ""

    def state(self, mention: Mention) -> str | None:
        """The state whose body the mention names: the one country that stands in the name of a state's body."""
        if mention.type != "state":
            return None
        text = fold(self._words(mention))
        words = [text] if is_unspaced(text[0]) else re.findall(r"\w+", text)
        found = {state for word in words if (state := self._country(word)) is not None}
        return next(iter(found)) if len(found) == 1 else None

    def _country(self, word: str) -> str | None:
        """The country of the longest form that the word begins with: "Vietnams", "vietnamesische", 越南外交部."""
        least = 2 if is_unspaced(word[0]) else _STEM
        cuts = (word[:size] for size in range(len(word), least - 1, -1))
        return self._countries.get(word) or next((self._countries[cut] for cut in cuts if cut in self._countries), None)

    def who(self, mention: Mention) -> str:
        """The outlet or entity that a mention names; for somebody in office, the body named right beside them."""
        words = self._words(mention)
        found = (key for name in (words, _proper(words)) if (key := key_of(name)) in self._outlets)
        if (printed := next(found, None)) is not None:
            return printed
        place = (mention.document, mention.start, mention.end)
        entity = self._places.get(place, f"{place[0]}:{place[1]}")
        if mention.type == "person" and mention.role == "office":
            entity = self._office(mention) or entity
        return self._printed.get(entity, entity)

    def _office(self, mention: Mention) -> str | None:
        text = self._documents[mention.document].text
        near = []
        for start, end, entity in self._inside[mention.document]:
            low, high = (end, mention.start) if end <= mention.start else (mention.end, start)
            between = text[low:high]
            if 0 <= high - low <= _AFFILIATION and not re.search(r"[.!?。！？;；\n\"“”»«]", between):
                near.append((high - low, entity))
        return min(near)[1] if near else None

    def agency(self, name: str) -> str:
        """The agency that a dateline names: an entity of the record, by its name or initials, else its own key."""
        name = self._agencies.get(name, name)
        found = self._named.get(fold(name))
        spelled = self._initials.get(name if name.isupper() else initials(name))
        return found or (min(spelled) if spelled and len(spelled) == 1 else None) or key_of(name)

    def organisation(self, who: str) -> str:
        """The body that an entity belongs to, as the entity that stands for all its parts in the record."""
        known = self._known.get(who)
        return self._stands_for.get(self._top(known), who) if known else who

    def _top(self, known: str) -> str:
        """The topmost parent that is one body still: a party, a government or the UN is not one source."""
        seen = {known}
        while (body := self._bodies.get(known)) and body.parent and body.parent not in seen:
            parent = self._bodies.get(body.parent)
            if parent is None or parent.kind in _TOO_WIDE:
                break
            known = parent.id
            seen.add(known)
        return known

    def body(self, who: str) -> Body | None:
        """What the lexicon knows of an entity."""
        return self._bodies.get(self._known.get(who, ""))

    def role(self, who: str) -> str:
        """What kind of source a credited name is; "credited" where the lexicon does not know it."""
        body = self.body(who)
        return KINDS.get(body.kind, "credited") if body else "credited"


def _proper(words: str) -> str:
    """The name without the common noun before it: "tổ chức Exile Monitor", "la ONG Puente"."""
    parts = words.split()
    first = next((at for at, part in enumerate(parts) if part[0].isupper() or not part[0].isalpha()), 0)
    return " ".join(parts[first:]).strip("\"'“”„«»‘’「」")


def _signed(form: str) -> tuple[str, ...]:
    """The keys under which a body's own pages may be signed: its name, or its name and a word for a website."""
    return (key_of(form), *(key_of(form + ending) for ending in _SITES))


def initials(words: str) -> str:
    """The first letters of a name's great words, as an acronym would have them."""
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", words) if word.casefold() not in _SMALL).upper()


def own_voices(
    documents: Mapping[str, Document], copies: Sequence[CopyGroup], retellings: Sequence[Retelling], sight: Sight
) -> dict[str, tuple[str, str, str]]:
    """Whose words each page speaks where it credits nobody: (key, document they first stood in, reason)."""
    first = {document: group.first for group in copies for document in group.documents}
    retold = {each.document: each for each in reversed(retellings)}
    found = {}
    for key, document in documents.items():
        source = documents.get(first.get(key, key), document)
        reason = "the page speaks for itself" if source is document else "a copy speaks with its first version's voice"
        each = retold.get(source.id)
        if each and each.source in documents:
            source = documents[first.get(each.source, each.source)]
            reason = f"it tells another page again: {each.reason}"
        name = agency(source)
        if name:
            found[key] = (sight.agency(name), source.id, "the credit or dateline names an agency")
        else:
            found[key] = (outlet_key(source), source.id, reason)
    return found
