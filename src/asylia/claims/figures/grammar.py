"""The figures grammar: from a scanned page to its figures, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from asylia.claims.figures import ellipsis, learned, measures, money, parts, ratios, tables
from asylia.claims.figures.counts import Count, counts_in, relative_of
from asylia.claims.figures.deeds import owners
from asylia.claims.figures.draft import Draft, draft
from asylia.claims.figures.frames import carried
from asylia.claims.figures.layout import Layout, readable
from asylia.claims.figures.merge import fullest
from asylia.claims.figures.periods import apart_from, dated
from asylia.claims.figures.places import counted_in, origin_state, trailing
from asylia.claims.figures.quotes import quoted
from asylia.claims.figures.rules import RULES
from asylia.claims.scan import Scan
from asylia.lexicon.matcher import Cue
from asylia.model.claim import Figure, Passage, Voice

if TYPE_CHECKING:  # the other grammars are only handed in
    from asylia.claims.persons import People
    from asylia.claims.voices import Voices

_NEAR, _FAR = 30, 70  # characters between a count and the word of doing; verbs stand further off where they come last
_MEMORY = 12  # drafts before a sentence that its numbers can refer to
_RATIOS = ("percent", "permille", "times")


def find(scan: Scan, people: People, voices: Voices) -> tuple[Figure, ...]:
    """The figures of a page in the order of its text."""
    del people  # figures name nobody
    origin = origin_state(scan)
    if tables.is_table(scan.document):
        return tables.find(scan, origin)
    drafts = drafted(scan)
    heard: dict[int, Voice] = {}  # a number that goes on with another's statement is in the same voice
    for one in drafts:
        voice = voices.credited_at(*quoted(one))
        if voice.origin is not None and any(
            voice.origin.start <= n.start < voice.origin.end for n in one.layout.numbers
        ):
            voice = Voice()  # "Fifty lawmakers wrote": they are counted, and did not count themselves
        earlier = heard.get(one.after if one.total is None and one.after is not None else one.total or -1)
        if voice.origin is None and earlier is not None:
            voice = earlier
        heard.setdefault(one.number.start, voice)
    drafts = carried(drafts, [heard[one.number.start] for one in drafts])
    made: dict[int, Figure] = {}  # totals first, so that their parts can name them
    totals: dict[int, str] = {}
    for index in sorted(fullest(drafts), key=lambda at: (drafts[at].total is not None, at)):
        one = drafts[index]
        total = totals.get(one.total) if one.total is not None else None
        made[index] = _figure(scan, one, heard[one.number.start], (origin, total))
        totals.setdefault(one.number.start, made[index].id)
    return tuple(made[index] for index in sorted(made))


def drafted(scan: Scan, judge: learned.Judge = learned.judge) -> list[Draft]:
    """Every figure that the sentences state, restatements too; a headline states nothing that its text does not."""
    found: list[Draft] = []
    origin = origin_state(scan)
    for sentence in scan.sentences:
        if sentence.paragraph < 0 or not readable(sentence):
            continue
        layout = Layout(scan, sentence, origin)
        stated = _in_sentence(layout, found[-_MEMORY:], judge)
        placed: list[Draft] = []
        for one in stated:
            full = dated(one, stated, _model_for(one, placed, found[-_MEMORY:]))
            full = apart_from(
                full, next((other for other in (*found[-_MEMORY:], *placed) if other.number.start == one.after), None)
            )
            full = replace(full, core=(full.core[0], trailing(full, stated)))
            placed.append(replace(full, countries=counted_in(full, quoted(full), origin)))
        found += [_with_sibling(one, placed, found[-2:]) for one in placed]
    return found


def _with_sibling(one: Draft, placed: Sequence[Draft], before: Sequence[Draft]) -> Draft:
    """Countries and governments have the period of what is counted beside them, or in the sentence before."""
    if not (one.measure == "countries" or one.rule == "perpetrators") or one.since or one.until:
        return one
    here = one.layout.sentence
    clause = one.layout.clause(*one.core)
    near = [other for other in placed if other.number.start < one.number.start or other.number.start < clause[1]]
    near.sort(key=lambda other: abs(other.number.start - one.number.start))
    if not any(other.measure != "countries" and other.rule != "perpetrators" for other in placed):
        last = [one for one in before if here.index - one.layout.sentence.index == 1]
        near += [one for one in reversed(last) if one.layout.sentence.paragraph == here.paragraph]
    model = next((other for other in near if other.since or other.until), None)
    return replace(one, since=model.since, until=model.until) if model is not None else one


def _model_for(one: Draft, placed: Sequence[Draft], recent: Sequence[Draft]) -> Draft | None:
    """The draft whose period this one keeps: its total, else the last one of its sentence or paragraph that has one."""
    if one.total is not None:
        return next((other for other in (*placed, *recent) if other.number.start == one.total), None)
    for other in reversed(placed):
        if other.since or other.until:
            return other
    if one.keeps != "paragraph":
        return next((other for other in recent if one.keeps and other.number.start == one.after), None)
    here = one.layout.sentence
    for other in reversed(recent[-3:]):
        there = other.layout.sentence
        if there.paragraph == here.paragraph and here.index - there.index <= 2 and (other.since or other.until):
            return other
    return None


def _in_sentence(layout: Layout, recent: Sequence[Draft], judge: learned.Judge) -> list[Draft]:
    counts: Sequence[Count] = counts_in(layout)
    drafts: dict[int, Draft] = {}
    ratio_drafts: list[Draft] = []
    extra = [number for number in (*ratios.doublings(layout), *layout.numbers) if number.unit in _RATIOS]
    multiples = {number.start for number in extra}
    counts = [count for count in counts if count.number.start not in multiples]
    owned = owners(layout, counts)
    at_start = {count.number.start: at for at, count in enumerate(counts)}
    for number in sorted([*extra, *(count.number for count in counts)], key=lambda number: number.start):
        so_far = [*recent, *sorted([*drafts.values(), *ratio_drafts], key=lambda one: one.number.start)]
        if number.unit in _RATIOS:
            read = ratios.growth if number.unit == "times" else ratios.share
            one = read(layout, number, so_far)
            ratio_drafts += [one] if one is not None else []
            continue
        at = at_start[number.start]
        one = _read(layout, counts[at], owned[at], (so_far, sum(not count.article for count in counts)))
        if one is not None:
            drafts[at] = one
    for at in range(len(counts) - 2, -1, -1):
        if at not in drafts or drafts[at].rule in ("deed", "coordinate", "part", "case"):
            one = parts.of_number(layout, counts[at], counts[at + 1], drafts.get(at + 1))
            if one is not None:
                drafts[at] = one
    drafts |= parts.ones_in_places(layout, counts, drafts)
    drafts |= parts.parts_named(layout, counts, drafts)
    drafts |= _countries(layout, counts, drafts, recent)
    by_unit = {one.number.start: one for one in (*money.amounts(layout), *ratio_drafts)}
    units = {number.start: number for number in (*extra, *layout.numbers) if number.unit is not None}
    asked = [learned.Asked(number, None, (), by_unit.get(start)) for start, number in units.items()]
    asked += [
        learned.Asked(count.number, count, tuple(owned[at]), drafts.get(at))
        for at, count in enumerate(counts)
        if count.number.start not in units
    ]
    full = learned.reviewed(layout, asked, recent, judge)
    whole = [one for start, one in full.items() if start in units]
    for count in counts:
        before = [*recent, *(one for start, one in sorted(full.items()) if start < count.start and start not in units)]
        whole += ellipsis.each_place(layout, count, full.get(count.number.start), before)
    return sorted(whole, key=lambda one: one.number.start)


def _read(layout: Layout, count: Count, deeds: list[Cue], around: tuple[Sequence[Draft], int]) -> Draft | None:
    """The first rule that reads this number; `around` are the drafts before it and how much the sentence counts."""
    recent, counted = around
    if count.article:
        return None
    if count.bare and relative_of(layout, count.number):
        count = replace(count, code="person", tags=frozenset({"generic"}), back=False)
    return (
        ellipsis.difference(layout, count, recent)
        or ellipsis.from_countries(layout, count, recent)
        or parts.part(layout, count, deeds, recent)
        or parts.in_place(layout, count, deeds, recent)
        or measures.measured(layout, count, deeds, recent)
        or ellipsis.number_of(layout, count)
        or ellipsis.done_to(layout, count, deeds)
        or (_next_sentence(layout, count) if counted == 1 else None)
        or ellipsis.coordinate(layout, count, deeds, recent)
        or ellipsis.repeated(layout, count, deeds, recent)
    )


def _next_sentence(layout: Layout, count: Count) -> Draft | None:
    """ "police found three people. They had been kidnapped": the act stands in the sentence after."""
    index = layout.sentence.index + 1
    if count.code != "person" or count.back or layout.deeds or index >= len(layout.scan.sentences):
        return None
    after = layout.scan.sentences[index]
    if after.paragraph != layout.sentence.paragraph or count.number.value < 2:
        return None
    acts = [cue for cue in after.of("doing") if cue.start - after.start < 40 and cue.code in measures.CASES]
    return draft(layout, count, acts[0].code, "deed_next") if acts else None


def _countries(
    layout: Layout, counts: Sequence[Count], drafts: dict[int, Draft], recent: Sequence[Draft]
) -> dict[int, Draft]:
    """Countries and governments: figures where the sentence counts or tells something else of the domain."""
    made: dict[int, Draft] = {}
    ratio = any(number.unit == "percent" for number in layout.numbers)
    known = (
        ratio
        or bool(drafts)
        or parts.antecedent(layout, recent) is not None
        or any(cue.code in ("strong", "exile", "act") for cue in layout.of("evidence"))
    )
    for at, count in enumerate(counts):
        if count.code not in ("countries", "governments") or count.number.value < 2 or not known:
            continue
        if count.back and count.number.value <= 3:
            continue
        if _by_treaty(layout, counts, at):
            made[at] = draft(layout, count, "treaties", "thing")
        elif count.code == "governments" or _doing_it(layout, counts, at):
            made[at] = replace(draft(layout, count, "other", "perpetrators"), keeps="sentence")
        else:
            made[at] = replace(draft(layout, count, "countries", "countries"), narrow=True, keeps="sentence")
    return made


def _by_treaty(layout: Layout, counts: Sequence[Count], at: int) -> bool:
    """ "has signed extradition accords with 34 states": as many treaties as states, where nothing counts them."""
    count = counts[at]
    treaties = [
        cue for cue in layout.of("counted") if cue.code == "treaties" and not layout.apart(cue.start, count.start)
    ]
    if any(one.code == "treaties" for one in counts):
        return False
    if layout.writing.verb_last:
        return any(0 <= cue.start - count.end <= _NEAR for cue in treaties)
    between = [one.start for one in counts[:at]]
    return any(
        0 <= count.start - cue.end <= _NEAR and not any(cue.end <= start < count.start for start in between)
        for cue in treaties
    )


def _doing_it(layout: Layout, counts: Sequence[Count], at: int) -> bool:
    """Whether a word of doing stands beside the count, with no other number between: "carried out by 38 states"."""
    count = counts[at]
    for cue in layout.of("doer"):
        low, high = (cue.end, count.start) if cue.end <= count.start else (count.end, cue.start)
        between = any(low <= other.start < high for other in counts)
        subject = "subject" not in cue.tags or (cue.start >= count.end) == (layout.scan.language != "ar")
        reach = _FAR if "subject" in cue.tags and layout.writing.verb_last else _NEAR
        if layout.apart(cue.start, count.start) == 0 and high - low <= reach and not between and subject:
            return True
    return False


def _figure(scan: Scan, one: Draft, voice: Voice, about: tuple[str | None, str | None]) -> Figure:
    document, number = scan.document, one.number
    start, end = quoted(one)
    named = RULES[one.rule]
    programmes = one.layout.of("programme")
    slot = "|".join((one.measure, f"{number.value:g}", *one.countries))
    return Figure(
        passage=Passage(document.id, document.layer, start, end, document.text[start:end], document.text),
        slot=slot,
        rule=named.rule,
        voice=voice,
        confidence=named.confidence,
        value=number.value,
        upper=number.upper,
        bound=number.bound,
        strict=number.strict,
        wording=number.wording,
        measure=one.measure,
        unit=one.unit,
        since=one.since,
        until=one.until,
        countries=one.countries,
        origin_state=about[0],
        programme=programmes[0].code if programmes else None,
        flow=one.flow or _flow(one),
        total_of=about[1],
    )


def _flow(one: Draft) -> str | None:
    """Increment, cumulative or stock where a word beside the number says so; that of a bound says nothing."""
    number = one.number
    for cue in one.layout.of("flow"):
        of_bound = cue.start < number.digits_start and number.start < cue.end  # "more than 102", "plus de 102"
        if not of_bound and max(one.core[0] - cue.end, cue.start - one.core[1], 0) <= 12:
            return cue.code
    return None
