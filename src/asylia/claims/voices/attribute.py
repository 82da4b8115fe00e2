"""Attribute: read a page once and keep, for every place, who is credited with what it says."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from asylia.claims.actors import Actor, named
from asylia.claims.persons.people import People
from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.voices.credit import Attribution, Voices
from asylia.claims.voices.crediting import Judge, weighed
from asylia.claims.voices.grammar import Grammar, grammar_of
from asylia.claims.voices.headings import floor, speaking
from asylia.claims.voices.hearing import Event, Hearing, names
from asylia.claims.voices.memory import Memory
from asylia.claims.voices.nominals import Nominal, nominals
from asylia.claims.voices.reach import carried, reach
from asylia.claims.voices.sources import stands_for
from asylia.lexicon.matcher import Cue

_SUBJECT = 30  # characters before the noun of a document that opens its sentence
_OPENING = 6  # characters: an article at most


def attribute(scan: Scan, people: People, judge: Judge = weighed) -> Voices:
    """Find who speaks, where and how far, in one pass in the order of the text; `judge` says whom a claim rests on."""
    actors = list(named(scan, people.mentions))
    starts = [actor.start for actor in actors]
    memory, grammar = Memory(scan, people), grammar_of(scan.language)
    found: list[Attribution] = []
    before: list[Attribution] = []
    paragraph = -1
    speaker: Actor | None = None
    for sentence in scan.sentences:
        if sentence.paragraph != paragraph:
            memory.turn()
            paragraph = sentence.paragraph
        here = actors[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        taken = [(actor.start, actor.end) for actor in here]
        here += [s for s in memory.shorts(sentence) if not any(a < s.end and s.start < b for a, b in taken)]
        here.sort(key=lambda actor: actor.start)
        if before and before[-1].sentence < sentence.index - 1:
            before = []
        own: list[Attribution] = []
        if _speaks(sentence):
            present = nominals(scan, sentence, here, people, grammar)
            memory.expects(names(here) if sentence.paragraph >= 0 else ())
            own = _sentence(scan, sentence, present, memory, grammar, before)
        for actor in names(here) if sentence.paragraph >= 0 else ():
            memory.see(actor)
        memory.led(_lead(sentence, here, own) or memory.opener)
        memory.led_by(_led_by(scan, sentence, people) if not own else None)
        memory.opened(None)
        memory.next_sentence(bool(own))
        if not own:
            own = carried(scan, sentence, here, before)
        speaker = floor(scan, sentence, here, people) or speaker
        if speaker is not None:
            found.append(speaking(scan, sentence, speaker))
        found += own
        before = own
    heard = _named_next(scan, [one for one in found if not _ourselves(scan, one)])
    return Voices(actors, heard, lambda voices, start, end: judge(scan, people, voices, start, end))


_OURS = re.compile(
    r"(?:\A|[\s(¿¡])(?:our|ours|nuestr[oa]s?|notre|nos|unsere?[mnrs]?|наш\w{0,3})\s(?:own\s)?\Z"
    r"|(?:我们的?|我們的?|本(?:组织|組織|会|會)的?|私たちの|我々の|当団体の|우리\s?|저희\s?)\Z"
)
_OURS_BEHIND = re.compile(r"\s(?:của (?:chúng tôi|tổ chức chúng tôi)|(?:های )?ما)(?!\w)")


def _ourselves(scan: Scan, one: Attribution) -> bool:
    """Whether the page credits itself: "our researchers have identified 102 sites"."""
    before = scan.folded[max(one.actor.start - 12, 0) : one.actor.start]
    return bool(_OURS.search(before) or _OURS_BEHIND.match(scan.folded, one.actor.end))


def _named_next(scan: Scan, found: list[Attribution]) -> list[Attribution]:
    """A lead that only describes its source ("its top anti-corruption body said") means the one the next line names."""
    made = list(found)
    for index, one in enumerate(found[:-1]):
        following = next((a for a in found[index + 1 :] if a.sentence > one.sentence), None)
        if following is None or following.sentence > one.sentence + _NEXT or not _describes(scan, one.actor):
            continue
        if following.actor.code == one.actor.code and not _describes(scan, following.actor):
            made[index] = replace(one, actor=following.actor)
    return made


_NEXT = 2  # sentences


def _describes(scan: Scan, actor: Actor) -> bool:
    """Whether the words are a description and no name: written small, behind "its" or "a"."""
    name = scan.text[actor.start : actor.end]
    before = scan.folded[max(actor.start - 6, 0) : actor.start].split()
    return (
        bool(before)
        and before[-1] in _DESCRIBING
        and not actor.generic
        and name == name.lower()
        and name != name.upper()
    )


_DESCRIBING = frozenset("its a an un une una ein eine".split())


def _lead(sentence: SentenceScan, actors: Sequence[Actor], own: Sequence[Attribution]) -> Actor | None:
    """The actor that opens a sentence: who "it" in the next one means if nobody spoke, and whose "officials" speak."""
    if sentence.paragraph < 0:
        return None
    if own:
        return own[-1].actor if own[-1].actor.code == "country" else None
    first = actors[0] if actors else None
    return first if first and first.start - sentence.start <= _OPENING else None


_TITLE = 40  # characters: a title and a first name at most


def _led_by(scan: Scan, sentence: SentenceScan, people: People) -> Actor | None:
    """The person who opens a sentence, behind a title at most: "President Z has been blunter"."""
    first = next(iter(people.within(sentence.start, sentence.end)), None)
    if first is None or first.start - sentence.start > _TITLE or sentence.paragraph < 0:
        return None
    opening = scan.folded[sentence.start : first.start]
    behind = scan.folded[first.end : first.end + 2]
    if any(mark in opening for mark in ',:;"«“') or behind.startswith(("'s", "-")):
        return None
    return Actor(people.canonical(first), "person")


def _speaks(sentence: SentenceScan) -> bool:
    return sentence.has("speech", "stance", "attribution", "report_noun", "anaphor", "content")


def _sentence(
    scan: Scan,
    sentence: SentenceScan,
    present: Sequence[Nominal],
    memory: Memory,
    grammar: Grammar,
    before: Sequence[Attribution],
) -> list[Attribution]:
    events = Hearing(scan, sentence, grammar, memory, present).events(_spoke_last(before))
    for nominal in present[:2] if not events else ():
        if nominal.sort == "report":
            memory.opened(stands_for(scan, nominal, present, memory))
    return _attributions(scan, sentence, events, present, memory, grammar)


def _spoke_last(before: Sequence[Attribution]) -> Actor | None:
    """Who spoke last in the sentence before; who only acted there comes second."""
    spoke = next((one.actor for one in reversed(before) if one.how != "act"), None)
    return spoke or (before[-1].actor if before else None)


def _attributions(
    scan: Scan,
    sentence: SentenceScan,
    events: Sequence[Event],
    present: Sequence[Nominal],
    memory: Memory,
    grammar: Grammar,
) -> list[Attribution]:
    found: list[Attribution] = []
    spans = [(cue, (who.start, who.end) if who else None) for cue, who, _ in events]
    for index, (cue, who, actor) in enumerate(events):
        start, end = reach(scan, sentence, spans, index, grammar)
        how = _how(cue)
        if how == "act" and ("charges" in cue.tags or (actor.code == "court" and "hits" not in cue.tags)):
            how = "rules"  # a court's order is its own finding, and so is a charge; a sentence is a deed
        if how == "view" and start < cue.start and scan.language in ("es", "fr") and sentence.numbers:
            how = "stance"  # "Forty were sent back, the group deplores": who deplores it has told it
        said = (who.start, who.end) if who else (cue.start, cue.end)
        start = _opened(scan, sentence, start, cue) if how == "says" else start
        if who and grammar.order == "topic" and len(events) == 1:
            start = _told_before(scan, sentence, start, (who.end, cue.start))
        found.append(Attribution(memory.full(actor), said, cue, start, end, how, sentence.index))
    if not any(a.covers and a.how != "cites" for a in found):
        found += _documents(scan, sentence, present, memory, bool(found))
    return found


_VOUCHES = frozenset({"denies", "acknowledges", "warns", "justifies"})


_BACK = 5  # sentences that one quotation may hold


def _opened(scan: Scan, sentence: SentenceScan, start: int, cue: Cue) -> int:
    """Where a quotation began that closes here: its first sentences stand before this one."""
    head = scan.text[sentence.start : cue.start]
    closes = max(head.find(mark) for mark in "”»」")
    opens = max(head.find(mark) for mark in "“„«「")
    if start > sentence.start or closes < 0 or 0 <= opens < closes:
        return start
    for earlier in reversed(scan.sentences[max(sentence.index - _BACK, 0) : sentence.index]):
        words = scan.text[earlier.start : earlier.end]
        if earlier.paragraph != sentence.paragraph or any(mark in words for mark in "”»」"):
            break
        if any(mark in words for mark in "“„«「"):
            return earlier.start + min(at for mark in "“„«「" if (at := words.find(mark)) >= 0)
    return start


_BARE_TELLING = re.compile(
    r"(?:（[^（）]*）)?(?:が|は|이|가|은|는)?[\d０-９年月日時分、, 년월일]*(?:に|までに|付で)?、?"
)


def _told_before(scan: Scan, sentence: SentenceScan, start: int, between: tuple[int, int]) -> int:
    """Japanese: "X made it known on the 25th": what X told is the sentence before."""
    if sentence.index == 0 or not _BARE_TELLING.fullmatch(scan.text, *between):
        return start
    before = scan.sentences[sentence.index - 1]
    return before.start if before.paragraph == sentence.paragraph else start


def _how(cue: Cue) -> str:
    if cue.kind == "attribution":
        return "cites" if "cites" in cue.tags else "according"
    if cue.kind == "stance":
        return "act" if "act" in cue.tags else "stance" if cue.code in _VOUCHES else "view"
    return "cites" if "cites" in cue.tags else "says"


def _documents(
    scan: Scan, sentence: SentenceScan, present: Sequence[Nominal], memory: Memory, cites: bool
) -> list[Attribution]:
    """A sentence whose subject is a document ("The list has 102 entries") speaks for its author."""
    first = next((n for n in present[:2] if n.sort == "report"), None)
    if first is None or first.start - sentence.start > _SUBJECT or not (sentence.numbers or cites):
        return []
    author = stands_for(scan, first, present, memory)
    if author is None:
        return []
    end = sentence.end
    if scan.folded[first.end : first.end + 1] in (",", "，"):  # "The first list, of 54 entries, …": the apposition only
        closed = scan.folded.find(scan.folded[first.end], first.end + 1, end)
        end = closed if closed > 0 else end
    cue = Cue("report_noun", "", first.start, first.end)
    return [Attribution(author, (first.start, first.end), cue, first.end, end, "document", sentence.index)]
