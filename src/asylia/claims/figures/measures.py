"""Measures: what a counted noun and what is done to it make together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from asylia.claims import scope
from asylia.claims.figures import parts, people
from asylia.claims.figures.counts import Count
from asylia.claims.figures.deeds import strongest
from asylia.claims.figures.draft import Draft, draft
from asylia.claims.figures.layout import AND, Layout
from asylia.lexicon.matcher import Cue

_THINGS = (
    "stations", "teams", "notices", "requests", "treaties", "incidents",
    "returns", "abductions", "killings", "detentions",
)  # fmt: skip
CASES = ("abductions", "killings", "returns", "detentions")  # what a case may be a case of
_LISTED = ("notices", "requests", "treaties")  # what may stand apart from the counter word
_COMMAS = (",", "،", "、", "/")
_NAMED = 40  # characters between "cases of" and the acts that it names


def measured(layout: Layout, count: Count, deeds: Sequence[Cue], recent: Sequence[Draft]) -> Draft | None:
    """The draft of a number with a noun of its own, or None where nothing says what it measures."""
    if count.number.value == 1 and not _one_counts(count):
        return None
    if count.code in _THINGS:
        return _thing(layout, count, recent)
    if count.code in ("place", "item"):
        return _place(layout, count, recent)
    if count.code == "case":
        return _case(layout, count, deeds, recent)
    if count.code in ("documents", "deaths"):
        return draft(layout, count, "other", "thing") if _in_scope(layout, count) else None
    if count.code in ("countries", "governments"):
        return None  # they depend on what else the sentence counts
    if count.people:
        return people.measured(layout, count, deeds)
    return None


def _one_counts(count: Count) -> bool:
    """ "One" is an article or a pronoun in most languages; a digit with a counter is a count."""
    return count.number.shape == "numeral" and "classifier" in count.tags and count.code not in ("person", "official")


def _thing(layout: Layout, count: Count, recent: Sequence[Draft]) -> Draft | None:
    first = count.code == "stations" and not any(one.measure == "stations" for one in recent)
    if count.back and count.number.value <= 3 and not first:
        return None
    if (count.code == "teams" or "weak" in count.tags) and not _in_scope(layout, count):
        return None
    end = _list_end(layout, count) if count.code in CASES else count.end
    if end > count.end:
        made = draft(layout, count, "incidents", "thing")
        return replace(made, core=(made.core[0], max(made.core[1], end)))
    return draft(layout, count, count.code, "thing")


def _list_end(layout: Layout, count: Count) -> int:
    """ "a dozen killings, kidnappings and beatings": where the acts of other kinds end that one number counts."""
    end = count.end
    for cue in layout.of("counted", "doing"):
        gap = layout.folded(end, cue.start).strip()
        if cue.start < end or cue.code not in (*CASES, "incidents", "targets") or not (gap in AND or gap in _COMMAS):
            continue
        if cue.code != count.code or end > count.end:
            end = cue.end
    return end


def _place(layout: Layout, count: Count, recent: Sequence[Draft]) -> Draft | None:
    here = any(cue.code == "stations" for cue in layout.of("counted"))
    before = any(one.measure == "stations" for one in recent[-4:])
    if count.code == "place" and (here or before or _spoken_before(layout, "stations")):
        return draft(layout, count, "stations", "place")
    if count.code == "item" and any("list" in cue.tags for cue in layout.deeds):
        return draft(layout, count, "targets", "place")  # "the blacklist has 3,000 names"
    if count.code == "item" and not count.back:
        named = [cue.code for cue in layout.of("counted") if cue.code in _THINGS and cue.end <= count.start]
        lists = [one.measure for one in recent[-3:] if one.measure in (*_THINGS, "targets")]
        if named or lists:
            return draft(layout, count, (named or lists)[-1], "place")
    return None


def _spoken_before(layout: Layout, code: str) -> bool:
    """Whether the two sentences before, or this one, name the thing."""
    sentences = layout.scan.sentences[max(layout.sentence.index - 2, 0) : layout.sentence.index + 1]
    return any(cue.code == code for sentence in sentences for cue in sentence.of("counted"))


def _case(layout: Layout, count: Count, deeds: Sequence[Cue], recent: Sequence[Draft]) -> Draft | None:
    named = [cue.code for cue in layout.of("counted") if cue.code in _LISTED and cue.end <= count.start]
    if named and all("classifier" in noun.tags for noun in count.nouns):
        return draft(layout, count, named[-1], "case")  # 적색수배는 200건에서 600건으로
    tally = next(iter(parts.antecedents(layout, recent, 1)), None)
    total = parts.root(tally, recent) if tally is not None else None
    if total is not None and total.measure == "incidents" and total.value > count.number.value:
        made = draft(layout, count, "incidents", "case")  # "… 1,219 incidents. … 241 cases of deportation"
        return replace(made, total=total.number.start, keeps="sentence")
    acts = _acts_of(layout, count, deeds)
    if len({act.code for act in acts}) > 1:  # "abductions and killings": more than one kind of act
        return draft(layout, count, "incidents", "case")
    act = strongest(acts)
    if act is not None:
        return draft(layout, count, act.code, "case", (act,))
    if recent and recent[-1].layout.sentence.paragraph == layout.sentence.paragraph and recent[-1].measure in CASES:
        return draft(layout, count, recent[-1].measure, "case")
    before = [cue for cue in layout.of("counted") if cue.code in CASES]
    if before:
        return draft(layout, count, before[-1].code, "case")
    return draft(layout, count, "incidents", "case") if _in_scope(layout, count) else None


def _acts_of(layout: Layout, count: Count, deeds: Sequence[Cue]) -> list[Cue]:
    """The acts that the cases are cases of: those named right behind the noun, else those of the clause."""
    start, end = layout.clause(count.start, count.end)
    stop = min((number.start for number in layout.numbers if number.start >= count.end), default=end)
    acts = [cue for cue in (*layout.of("counted"), *deeds) if cue.code in CASES and start <= cue.start]
    behind = [cue for cue in acts if count.end <= cue.start < stop and cue.start - count.end <= _NAMED]
    return behind or [cue for cue in acts if cue.end <= end]


def _in_scope(layout: Layout, count: Count) -> bool:
    return scope.near(layout.scan, count.start, count.end)
