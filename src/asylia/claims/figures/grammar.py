"""The figures grammar: from a scanned page to its figures, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from asylia.claims import scope
from asylia.claims.figures import ellipsis, measures, money, ratios
from asylia.claims.figures.counts import Count, counts_in, relative_of
from asylia.claims.figures.deeds import owners
from asylia.claims.figures.draft import Draft, draft
from asylia.claims.figures.layout import PLACES, Layout
from asylia.claims.figures.merge import fullest
from asylia.claims.figures.periods import dated
from asylia.claims.figures.places import counted_in, origin_state, trailing
from asylia.claims.figures.quotes import quoted
from asylia.claims.figures.rules import RULES
from asylia.claims.scan import Scan
from asylia.lexicon.matcher import Cue
from asylia.model.claim import Figure, Passage, Voice

if TYPE_CHECKING:  # the other grammars are only handed in
    from asylia.claims.persons import People
    from asylia.claims.voices import Voices

_RATIOS = ("percent", "permille", "times")


def find(scan: Scan, people: People, voices: Voices) -> tuple[Figure, ...]:
    """The figures of a page in the order of its text; none where the page is out of scope."""
    del people  # figures name nobody
    if not scope.page(scan):
        return ()
    drafts = drafted(scan)
    origin = origin_state(scan)
    kept = fullest(drafts)
    made: dict[int, Figure] = {}
    for index in sorted(kept, key=lambda at: (drafts[at].total is not None, at)):
        one = drafts[index]
        total = made.get(one.total) if one.total is not None else None
        span = quoted(one)
        made[index] = _figure(scan, one, span, voices.voice_at(*span), (origin, total.id if total else None))
    return tuple(made[index] for index in sorted(made))


def drafted(scan: Scan) -> list[Draft]:
    """Every figure that the sentences state, restatements included. A headline states nothing that its text does not."""
    recent: list[Draft] = []
    origin = origin_state(scan)
    for sentence in scan.sentences:
        if sentence.paragraph < 0 or not sentence.numbers and not sentence.has("growth", "counted"):
            continue
        layout = Layout(scan, sentence)
        found = _in_sentence(layout, recent)
        placed: list[Draft] = []
        for one in found:
            before = _model_for(one, placed, recent)
            full = dated(one, found, before)
            full = replace(full, core=(full.core[0], trailing(full, found)))
            placed.append(replace(full, countries=counted_in(full, quoted(full), origin)))
        recent += placed
    return recent


def _model_for(one: Draft, placed: Sequence[Draft], recent: Sequence[Draft]) -> Draft | None:
    """The draft whose period this one keeps: its total, else the last one of its sentence or paragraph with a period."""
    if one.total is not None:
        known = [*recent, *placed]
        return known[one.total] if one.total < len(known) else None
    for other in reversed(placed):
        if other.since or other.until:
            return other
    if one.keeps != "paragraph":
        return None
    here = one.layout.sentence
    for other in reversed(recent[-3:]):
        there = other.layout.sentence
        if there.paragraph == here.paragraph and here.index - there.index <= 2 and (other.since or other.until):
            return other
    return None


def _in_sentence(layout: Layout, recent: Sequence[Draft]) -> list[Draft]:
    counts = counts_in(layout)
    owned = owners(layout, counts)
    drafts: dict[int, Draft] = {}
    for at in range(len(counts)):
        so_far = [*recent, *(drafts[i] for i in sorted(drafts))]
        one = _read(layout, counts, at, owned[at], so_far)
        if one is not None:
            drafts[at] = one
    for at in range(len(counts) - 2, -1, -1):
        if at not in drafts or drafts[at].rule in ("deed", "coordinate"):
            one = ellipsis.of_number(layout, counts[at], counts[at + 1], drafts.get(at + 1))
            if one is not None:
                drafts[at] = one
    drafts |= ellipsis.parts_named(layout, counts, drafts, recent)
    drafts |= _countries(layout, counts, drafts, recent)
    whole = sorted([*_each(layout, counts, drafts), *money.amounts(layout)], key=lambda one: one.number.start)
    so_far = [*recent, *whole]
    for number in (*layout.numbers, *ratios.doublings(layout)):
        if number.unit in _RATIOS:
            one = (
                ratios.growth(layout, number, so_far)
                if number.unit == "times"
                else ratios.share(layout, number, so_far)
            )
            whole += [one] if one is not None else []
    return _in_order(whole, drafts, len(recent))


def _in_order(whole: list[Draft], drafts: dict[int, Draft], offset: int) -> list[Draft]:
    """The drafts by place in the text; what pointed at a total by its old place points at its new one."""
    ordered = sorted(whole, key=lambda one: one.number.start)
    old = [drafts[i] for i in sorted(drafts)]
    moved: list[Draft] = []
    for one in ordered:
        if one.total is not None and one.total >= offset:
            local = one.total - offset
            target = old[local] if local < len(old) else None
            at = next(
                (i for i, other in enumerate(ordered) if target is not None and other.number is target.number), None
            )
            one = replace(one, total=offset + at if at is not None and ordered[at] is not one else None)
        moved.append(one)
    return moved


def _read(layout: Layout, counts: Sequence[Count], at: int, deeds: list[Cue], recent: Sequence[Draft]) -> Draft | None:
    """The first rule that reads this number."""
    count = counts[at]
    if count.bare and relative_of(layout, count.number):
        count = replace(count, code="person", tags=frozenset({"generic"}), back=False)
    return (
        ellipsis.difference(layout, count, recent)
        or ellipsis.part(layout, count, deeds, recent)
        or ellipsis.in_place(layout, count, deeds, recent)
        or measures.measured(layout, count, deeds, recent)
        or ellipsis.number_of(layout, count, deeds)
        or ellipsis.done_to(layout, count, deeds)
        or _next_sentence(layout, count, counts)
        or ellipsis.coordinate(layout, count, deeds, recent)
        or ellipsis.repeated(layout, count, deeds, recent)
    )


def _next_sentence(layout: Layout, count: Count, counts: Sequence[Count]) -> Draft | None:
    """ "police found three people. They had been kidnapped": the act stands in the sentence after, which counts nothing."""
    index = layout.sentence.index + 1
    if count.code != "person" or count.back or len(counts) > 1 or layout.deeds or index >= len(layout.scan.sentences):
        return None
    after = layout.scan.sentences[index]
    if after.paragraph != layout.sentence.paragraph or count.number.value < 2:
        return None
    acts = [
        cue
        for cue in after.of("doing")
        if cue.start - after.start < 40 and cue.code in ("abductions", "killings", "returns")
    ]
    return draft(layout, count, acts[0].code, "deed_next") if acts else None


def _countries(
    layout: Layout, counts: Sequence[Count], drafts: dict[int, Draft], recent: Sequence[Draft]
) -> dict[int, Draft]:
    """Countries and governments: figures where the sentence counts or tells something else of the domain."""
    made: dict[int, Draft] = {}
    ratio = any(number.unit == "percent" for number in layout.numbers)
    known = ratio or bool(drafts) or any(cue.code in ("strong", "exile", "act") for cue in layout.of("evidence"))
    for at, count in enumerate(counts):
        if count.code not in ("countries", "governments") or count.number.value < 2 or not known:
            continue
        if count.back and count.number.value <= 3:
            continue
        doers = [cue for cue in layout.of("doer") if layout.apart(cue.start, count.start) == 0 and _close(cue, count)]
        if count.code == "governments" or doers:
            made[at] = draft(layout, count, "other", "perpetrators")
        else:
            made[at] = replace(draft(layout, count, "countries", "countries"), narrow=True, keeps="sentence")
    return made


def _close(cue: Cue, count: Count) -> bool:
    return max(cue.start - count.end, count.start - cue.end, 0) <= 30


def _each(layout: Layout, counts: Sequence[Count], drafts: dict[int, Draft]) -> list[Draft]:
    """ "one national each in Serbia and Spain": one figure per place."""
    made: list[Draft] = []
    for at in range(len(counts)):
        one, count = drafts.get(at), counts[at]
        marks = [cue for cue in layout.of("each") if 0 <= cue.start - count.end <= 12]
        places = [
            cue for cue in layout.of(*PLACES) if cue.start >= count.end and layout.apart(cue.start, count.start) <= 1
        ]
        codes = tuple(dict.fromkeys(place.code for place in places))
        acts = [deed for deed in layout.deeds if deed.code in ("returns", "abductions", "killings", "detentions")]
        if marks and len(codes) > 1 and (one is not None or (count.people and acts)):
            base = one or draft(layout, count, acts[0].code, "each", (acts[0],))
            made += [replace(base, rule="each", countries=(code,)) for code in codes]
        elif one is not None:
            made.append(one)
    return made


def _figure(
    scan: Scan, one: Draft, span: tuple[int, int], voice: Voice, about: tuple[str | None, str | None]
) -> Figure:
    document, number = scan.document, one.number
    start, end = span
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
    """Increment or cumulative where a word beside the number says so."""
    for cue in one.layout.of("flow"):
        if max(one.core[0] - cue.end, cue.start - one.core[1], 0) <= 12:
            return cue.code
    return None
