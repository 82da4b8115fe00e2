"""From the acts of one sentence to drafts: victims, methods, host, date and outcome, and whether it is particular."""

from __future__ import annotations

import re

from asylia.claims.persons.people import People
from asylia.claims.reports.acts import VERB_FINAL, Act, acts
from asylia.claims.reports.agents import of_service, on_own_soil, whose
from asylia.claims.reports.authors import author
from asylia.claims.reports.direction import direction, homeward, places
from asylia.claims.reports.draft import Draft, merged
from asylia.claims.reports.families import FAMILIES
from asylia.claims.reports.focus import Focus
from asylia.claims.reports.joining import absorbed, together
from asylia.claims.reports.parties import Victims, victims
from asylia.claims.reports.parts import issued, portioned, spread
from asylia.claims.reports.setting import PRONE, Setting
from asylia.claims.reports.when import Clock, date_of
from asylia.claims.reports.where import Memory, host_of
from asylia.claims.scan import Scan, SentenceScan
from asylia.model.dates import Date

PARTICULAR = 2.0
STATELESS = 3.5  # where no state reaches for anybody, it may be common crime
HABITUAL = 3.0  # what a word for habits stands beside
_MANY = 40  # so many victims or more, over a period or in several states, are a statistic
_ENVOY = 60
_SITES = 5
# "of" and the words for what the victim is, up to the name, with a place or a date between commas at most.
_OF_VICTIM = re.compile(
    r"(?:,[^,;.]{1,40},)? ?"
    r"(?:(?:de|del|du|des|al?|contra|contre|of|on|against|von|an) |d'|de l'|à l'|à la )[^,;.:]{0,60}"
)
_BESIDE_VICTIM = re.compile(r"[^,،;.:«»]{0,50}")  # اغتيال المعارض …, ربودن …: no word for "of"
_CRIMES = frozenset({"arrest", "seize", "freeze", "abduct"})
_EXPELS = frozenset({"deport", "extradite"})


class Composer:
    """Reads sentences in order and remembers who and where, for pronouns and later stages."""

    def __init__(self, scan: Scan, people: People, about: Setting) -> None:
        self.scan, self.people, self.about = scan, people, about
        self.focus, self.memory = Focus(), Memory(people)
        self.returned: set[object] = set()
        self.aloft: set[object] = set()
        self.clock = Clock(scan)

    def read(self, sentence: SentenceScan) -> list[Draft]:
        """The drafts of one sentence."""
        origin = self.about.origin_at(sentence)
        self.memory.hear(self.scan, sentence, self.focus.one, origin)
        told = absorbed(acts(self.scan, sentence), lambda act: date_of(self.scan, act, self.clock))
        self.memory.pass_through(self.scan, sentence, origin)
        drafts: list[Draft] = []
        for act in told:
            draft = self._draft(act, told, origin)
            if draft is None or (act.usual and draft.weight < HABITUAL):
                continue
            if drafts and together(drafts[-1], draft):
                drafts[-1] = merged(drafts[-1], draft)
            else:
                drafts.append(draft)
        least = PARTICULAR if origin is not None else STATELESS
        drafts = [part for draft in drafts if draft.weight >= least for part in spread(self.scan, sentence, draft)]
        self.focus.hear(self.scan, self.people, sentence)
        for draft in drafts:
            self.remember(sentence, draft)
        return drafts

    def remember(self, sentence: SentenceScan, draft: Draft) -> None:
        """Take in whom a draft strikes and where, for what the next sentences leave unsaid."""
        self.memory.keep(draft.key, draft.host if draft.said_host or not self.memory.struck(draft.key) else None)
        if not draft.persons and draft.how in ("unnamed", "described"):
            self.focus.unnamed = sentence.index
        if draft.how in ("named", "carried") and draft.key and not draft.relative:
            self.focus.struck(draft.key, sentence.index)
        if draft.aloft and draft.key:
            self.aloft |= {draft.key, *((person,) for person in draft.key)}
        if draft.outcome == "returned":
            self.returned.add(draft.key)

    def _draft(self, act: Act, told: list[Act], origin: str | None) -> Draft | None:
        if "to" in act.cue.tags and not homeward(self.scan, act.sentence, act.cue, origin):
            return None
        suffering = victims(self.scan, self.people, act, self.focus)
        host, place = host_of(self.scan, self.people, act, origin, suffering.relative)
        aloft = any(other.family == "divert" for other in told)
        if aloft:
            host, place = None, None
        said = host is not None
        date = date_of(self.scan, act, self.clock)
        if act.family in _CRIMES and not suffering.persons and self._of_criminals(act):
            return None
        if act.family in _EXPELS and (self._of_envoys(act, suffering) or (host is None and self._at_home(act, origin))):
            return None
        if act.family == "divert" and origin not in PRONE:
            return None  # planes land for storms too
        method, outcome = self._method(act, told, suffering, origin, host)
        if method is None and outcome is None:
            return None
        key = tuple(self.people.canonical(person) for person in suffering.persons)
        aloft = aloft or bool(key and key in self.aloft)
        if host is None and not aloft:
            host = self.known_host(act, suffering)
        weight = self._particular(act, suffering, date, said, origin)
        if act.weak and suffering.how == "none":
            return None
        if act.family == "station" and self._tallied(act):
            return None
        return Draft(
            start=act.start, end=act.end, sentence=act.sentence.index, paragraph=act.sentence.paragraph,
            methods=(method,) if method else (),
            persons=suffering.persons, key=key, how=suffering.how, relative=suffering.relative,
            origin=author(self.scan, act, method, origin), host=host, said_host=said, place=place, aloft=aloft,
            date=date, outcome=outcome, modality=act.modality, weight=weight, rule=f"act.{act.family}",
            at=(act.cue.start, act.cue.end),
        )  # fmt: skip

    def _tallied(self, act: Act) -> bool:
        """ "102 stations in 53 countries": a list of sites is a statistic."""
        many = [n for n in act.sentence.numbers if n.value > _SITES and n.role == "count" and n.unit is None]
        return len(many) > 1

    def _of_criminals(self, act: Act) -> bool:
        """Ransom and gangs: the police of the place caught criminals."""
        ransom = any(cue.code == "ransom" for cue in act.sentence.of("sum"))
        return ransom or (act.family != "abduct" and any(cue.code == "crime" for cue in act.sentence.of("agent")))

    def _of_envoys(self, act: Act, suffering: Victims) -> bool:
        """ "expelled two embassy staff": the host answers the origin state; no exile is struck."""
        envoys = [c for c in act.sentence.of("agent") if c.code == "mission" or (c.code == "official" and act.passive)]
        gap = min((abs(c.start - act.cue.start) for c in envoys), default=_ENVOY + 1)
        exiles = [abs(person.start - act.cue.start) for person in suffering.persons if suffering.how == "named"]
        return gap <= _ENVOY and gap < min(exiles, default=_ENVOY + 1)

    def _at_home(self, act: Act, origin: str | None) -> bool:
        """ "went back to China and was arrested": what a state does on its own soil reaches nobody abroad."""
        before = [p for p in places(act.sentence) if act.start <= p.start and p.end <= act.cue.start]
        # Where the verb or its participle closes the clause, the aim stands before it: "nach Minsk abgeschoben".
        ways = ("in",) if self.scan.language in VERB_FINAL | {"de"} else ("in", "to")
        return any(p.code == origin and direction(self.scan, p) in ways for p in before) and not any(
            p.code != origin for p in before
        )

    def known_host(self, act: Act, suffering: Victims) -> str | None:
        """What the page said before: where the person lives; for an act carried on, where the last one was done; else
        where the last sentences took place."""
        there = self.memory.there(act.sentence, self.about.origin_at(act.sentence))
        if suffering.how in ("none", "unnamed", "described"):
            return there
        lives, struck = self.memory.lives(suffering.persons), self.memory.struck(suffering.persons)
        if act.family in ("charge", "notice", "passport") or suffering.relative:
            return lives or struck or there
        return struck or lives or there

    def _method(
        self, act: Act, told: list[Act], suffering: Victims, origin: str | None, host: str | None
    ) -> tuple[str | None, str | None]:
        """The method (None for a mere stage) and the outcome that the act itself brings."""
        family = FAMILIES.get(act.family)
        if family is None or act.family == "site":
            return None, None
        families = {other.family for other in told}
        if suffering.relative and family.relative:
            if self.scan.language == "zh" and "vanish" in families and act.family in ("seize", "arrest"):
                return "proxy.detention", "disappeared"
            if act.family == "seize" and "question" not in families and not self._taken_in(act):
                return "proxy.detention", "detained"
            held = family.relative == "proxy.detention" and act.family == "arrest" and act.modality != "planned"
            freed = any(c.code == "released" and act.cue.end <= c.start < act.end for c in act.sentence.of("result"))
            return family.relative, "released" if freed else "detained" if held else None
        if act.family in ("arrest", "seize", "question"):
            return self._arrest(act, families, suffering, origin, host)
        taken = any(c.code == "seize" and act.start <= c.start < act.cue.start for c in act.sentence.of("act"))
        if "to" in act.cue.tags and taken:
            return "capture.handover", "returned"  # taken from home and flown to the state of origin: by no court
        if act.family == "brought":
            return self._brought(act, families, origin)
        if family.remote and act.sentence.has("means"):
            return family.remote, None
        outcome = family.outcome if act.modality in ("asserted", "alleged") else None
        if act.family == "deport" and act.form == "noun":
            outcome = None
        if act.family == "charge" and outcome is None and any(c.code == "at_large" for c in act.sentence.of("result")):
            outcome = "at_large"
        if act.family == "extradite" and act.form == "past" and self._carried_out(act):
            outcome = "returned"
        if "failed" in act.cue.tags or (act.family in ("extradite", "lure") and _came_to_nothing(act)):
            outcome = "failed"
        if (
            outcome is None
            and "trial" in act.cue.tags
            and any(c.code == "sentenced" for c in act.sentence.of("result"))
        ):
            outcome = "sentenced"  # in absentia
        return family.target, outcome

    def _taken_in(self, act: Act) -> bool:
        """Chinese: 帶走 alone is to be taken for questioning; 抓走 is to be held."""
        return self.scan.text[act.cue.start] in "带帶"

    def _carried_out(self, act: Act) -> bool:
        return "done" in act.cue.tags or self.scan.folded[act.cue.start : act.cue.end] in ("extradited",)

    def _arrest(
        self, act: Act, families: set[str], suffering: Victims, origin: str | None, host: str | None
    ) -> tuple[str | None, str | None]:
        """Arrested by the host, seized by the origin state's agents, or held at home after a return."""
        if act.family == "question":
            return None, None
        agent = whose(self.scan, act, origin)
        at_home = any(
            p.code == origin and direction(self.scan, p) == "in"
            for p in places(act.sentence)
            if act.start <= p.start < act.end
        )
        key = tuple(self.people.canonical(person) for person in suffering.persons)
        if act.form == "noun":
            return None, None
        if "lure" in families and agent != "host":
            return "capture.abduction", None
        if at_home and agent != "host":
            return None, "detained"
        if act.family == "seize":
            if agent == "host":
                return ("capture.handover" if families & {"brought", "handover"} else "legal.detention"), None
            return (None if on_own_soil(self.scan, act, agent, host) else "capture.abduction"), None
        if host is None and (key in self.returned or agent == "origin"):
            return (None, "detained") if key and key in self.returned else (None, None)
        if agent == "origin" and host is not None and not suffering.relative:
            return "capture.abduction", None
        if agent == "host" and "brought" in families:  # held and flown out in one breath: by no court
            return ("capture.handover" if of_service(act.sentence) else "legal.deportation"), "returned"
        return ("legal.detention" if host is not None else None), "detained"

    def _brought(self, act: Act, families: set[str], origin: str | None) -> tuple[str | None, str | None]:
        if families & {"abduct", "seize", "handover", "deport", "extradite", "lure", "vanish", "arrest"}:
            return None, "returned"
        agent = whose(self.scan, act, origin)
        fetched = "fetch" in act.cue.tags and agent != "host"  # getirildi: brought here, by one's own
        if agent == "origin" or of_service(act.sentence) or fetched:
            return "capture.abduction", "returned"
        expelled = agent == "host" and (not act.passive or self.scan.language == "zh")  # 被移民局送上飞往…的班机
        return ("legal.deportation" if expelled else None), "returned"

    def _of_somebody(self, act: Act, suffering: Victims) -> bool:
        """ "The murder of X": a noun with its victim by name right behind it is one event."""
        beside = _BESIDE_VICTIM if self.scan.language in ("ar", "fa") else _OF_VICTIM
        return any(
            beside.fullmatch(self.scan.folded, act.cue.end, person.start) is not None
            for person in suffering.persons
            if act.cue.end < person.start
        )

    def _particular(
        self, act: Act, suffering: Victims, date: Date | None, said_host: bool, origin: str | None
    ) -> float:
        weight = {"past": 2.0, "noun": 0.0, "bare": 1.0}[act.form]
        if self.scan.language in ("zh", "vi") and act.form == "past":
            weight -= 0.5  # verbs do not show tense
        weight += {"named": 2.0, "carried": 1.5, "unnamed": 1.5, "described": 1.0, "dropped": 1.0, "none": 0.0}[
            suffering.how
        ]
        weight += 1.0 if act.form == "noun" and self._of_somebody(act, suffering) else 0.0
        weight += 1.5 if date is not None else 0.0
        weight += 1.0 if said_host or act.family == "divert" else 0.0  # nobody forces planes down as a habit
        weight -= 2.0 if act.usual else 0.0
        if (act.present or "present" in act.cue.tags) and suffering.how != "named" and date is None:
            weight -= 2.0  # "police summon parents": what is told in the present is a habit, unless of somebody
        weight -= 0.5 if suffering.relative and suffering.how in ("none", "unnamed", "described") else 0.0
        if act.modality == "planned":
            weight += 0.5
        number = suffering.number or 0
        states = {p.code for p in places(act.sentence) if p.code != origin and p.kind == "country"}
        period = any(d.relation in ("since", "between", "until") for d in act.sentence.dates)
        if portioned(self.scan, act):
            return weight + 0.5  # so many of a group told of before are somebody in particular
        if date is not None and issued(self.scan, act):
            return weight
        if number >= _MANY and (not said_host or period or len(states) > 1):
            weight -= 4.0
        elif number > 1 and period and not suffering.persons and (date is None or len(states) != 1):
            weight -= 2.0
        return weight


def _came_to_nothing(act: Act) -> bool:
    """ "The request was turned down by the court": the act's own clause says that it failed."""
    return any(c.code == "failed" and act.start <= c.start < act.end for c in act.sentence.of("result"))
