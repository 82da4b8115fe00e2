"""Hearing: one sentence, verb by verb: whom each verb means, and what that leaves in memory."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from asylia.claims.actors import Actor
from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.voices.grammar import Grammar
from asylia.claims.voices.memory import Memory
from asylia.claims.voices.nominals import Nominal
from asylia.claims.voices.quotes import quoted
from asylia.claims.voices.sources import source, stands_for, together
from asylia.claims.voices.subjects import joined
from asylia.claims.voices.verbs import coordinated, opens_clause, unsaid, verbs
from asylia.lexicon.matcher import Cue
from asylia.model.mention import Mention

# A cue, the nominal that stands for the speaker in the sentence (None where it is left out), and who that is.
Event: TypeAlias = tuple[Cue, Nominal | None, Actor]
Meant: TypeAlias = tuple[Nominal | None, Actor | None]
_IN_A_DOCUMENT = 40  # characters from a verb to the document it speaks in


class Hearing:
    """One sentence being heard. Its verbs are taken in order, since each may lean on the one before."""

    def __init__(
        self, scan: Scan, sentence: SentenceScan, grammar: Grammar, memory: Memory, present: Sequence[Nominal]
    ) -> None:
        self._scan, self._sentence, self._grammar, self._memory = scan, sentence, grammar, memory
        self._present = list(present)
        self._last: Meant | None = None
        self._named: set[int] = set()  # where the names end that an attribution took
        self._events: list[Event] = []

    def events(self, speaker: Actor | None) -> list[Event]:
        """Who speaks or acts through which verb; `speaker` spoke last in the sentence before."""
        for cue in verbs(self._scan, self._sentence):
            self._memory.reach(cue.start)
            if cue.kind == "speech" and any(0 <= cue.start - end <= 1 for end in self._named):
                continue  # 据…统计: the verb belongs to the attribution before it
            who, actor = self._meant(cue, speaker)
            if actor is not None:
                self._note(cue, who, actor)
        if not any(cue.kind == "speech" for cue, _, _ in self._events):
            self._quotation()
        return self._events

    def _meant(self, cue: Cue, speaker: Actor | None) -> Meant:
        scan, sentence, grammar = self._scan, self._sentence, self._grammar
        if self._last and cue.kind != "attribution" and coordinated(scan, sentence, cue, grammar):
            return self._last
        who, actor = source(scan, sentence, cue, self._present, self._memory, grammar)
        if scan.language == "ar" and who and self._object(cue, who):
            return self._last or (None, speaker)
        if scan.language == "fa" and self._last and who and not opens_clause(scan, who):
            return self._last
        credits = cue.kind == "attribution" or "cites" in cue.tags
        if actor and credits:
            self._present = [nominal for nominal in self._present if nominal != who]
            self._named.add(who.end if who else actor.end)
        if actor is None and not credits and "noun" not in cue.tags:
            if self._last and joined(scan, sentence, cue, grammar):
                return self._last
            if grammar.drops and not self._last and unsaid(scan, sentence, cue, self._present):
                return who, speaker
        return who, actor

    def _object(self, cue: Cue, who: Nominal) -> bool:
        """Arabic: "…, and demanded (of) London": a state behind a joined verb of demand is its object."""
        before = self._scan.folded[max(cue.start - 3, 0) : cue.start]
        joined = before in ("، و", ", و") or (not self._last and _URGES.match(self._scan.folded, cue.start) is not None)
        state = who.actor is not None and who.actor.code in ("country", "state")
        same = self._last is not None and self._last[0] == who
        return joined and state and not same and cue.code in ("calls_for", "warns") and 0 <= who.start - cue.end <= 3

    def _note(self, cue: Cue, who: Nominal | None, actor: Actor) -> None:
        scan, memory = self._scan, self._memory
        self._events.append((cue, who, actor))
        if who and cue.kind == "stance":
            for other in together(scan, who, self._present, cue.start):
                also = stands_for(scan, other, self._present, memory)
                if also:
                    self._events.append((cue, other, also))
        if cue.kind != "attribution":
            self._last = (who, actor)
        memory.spoke(actor, self._country(who))
        if who:
            memory.said(scan.folded[who.start : who.end])
        if "act" in cue.tags or actor.code == "country":
            return
        for report in self._sentence.of("report_noun"):
            if cue.end <= report.start <= cue.end + _IN_A_DOCUMENT:  # "said in a statement"
                memory.wrote(actor, scan.folded[report.start : report.end])

    def _quotation(self) -> None:
        """Direct speech whose verb no lexicon knows."""
        spoken = quoted(self._scan, self._sentence, self._present, self._grammar)
        speaker = stands_for(self._scan, spoken[1], self._present, self._memory) if spoken else None
        if spoken and speaker:
            self._events = sorted([*self._events, (*spoken, speaker)], key=lambda event: event[0].start)
            self._memory.spoke(speaker)

    def _country(self, who: Nominal | None) -> Actor | None:
        """The country that a speaker's title names ("Turkey's justice minister"): whose "the government" is."""
        if who is None:
            return None
        inside = (c for c in self._sentence.of("country", "capital") if who.start <= c.start and c.end <= who.end)
        cue = next(inside, None)
        return Actor(Mention(self._scan.document.id, cue.start, cue.end, "state"), "country") if cue else None


# Arabic: whom these verbs urge stands right behind them, where nobody else does.
_URGES = re.compile(r"(?:حث|ناشد)ت? ")
_BESIDE = 2


def names(actors: Sequence[Actor]) -> list[Actor]:
    """The actors without the common nouns that a proper name stands right behind ("the rights group Open Door")."""
    return [
        actor
        for actor in actors
        if not (actor.noun and any(not other.noun and 0 <= other.start - actor.end <= _BESIDE for other in actors))
    ]
