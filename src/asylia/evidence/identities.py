"""Identities: parts and their total, a stock and its increment, yearly tallies and what they add up to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import permutations

from asylia.evidence.bounds import printed, said, total
from asylia.evidence.statements import Period, Statement
from asylia.model.claim import Figure
from asylia.model.ledger import Check

REACH = 420  # characters between a total and the list of its parts
MOST_PARTS = 40
LEAST = 10  # below this, three numbers add up by chance
SEAM = timedelta(days=35)  # between one tally's end and the next one's beginning
END = timedelta(days=100)  # a cumulative count may be told some weeks after the last tally it holds


Row = tuple[int, int, Figure, Statement]  # where a figure stands on its page


def identities(line: Sequence[Statement]) -> tuple[Check, ...]:
    """Every sum on one line of the ledger that holds, or that fails to hold though it should; each sum once."""
    found: dict[tuple[str, bool, str], set[str]] = defaultdict(set)
    for check in (*_lists(line), *_increments(line), *_tallies(line)):
        found[check.kind, check.holds, check.reason].update(check.claims)
    made = [Check(kind, tuple(sorted(claims)), holds, reason) for (kind, holds, reason), claims in found.items()]
    return tuple(sorted(made, key=lambda check: (check.kind, check.claims, check.reason)))


def _lists(line: Sequence[Statement]) -> Iterator[Check]:
    """A total with its parts named beside it on one page."""
    pages: dict[str, list[Row]] = defaultdict(list)
    for statement in line:
        for figure in statement.figures:
            at = figure.passage
            pages[at.document].append((at.start, at.end, figure, statement))
    for page in pages.values():
        told = sorted(page, key=lambda row: (row[0], row[1], row[2].id))
        parts: dict[str, list[Row]] = defaultdict(list)
        for row in told:
            if row[2].total_of:
                parts[row[2].total_of].append(row)
        for i, whole in enumerate(told):
            if whole[2].flow == "part" or whole[2].total_of:
                continue
            named = parts.get(whole[2].id)
            if named:
                yield from _sum_of(whole, named, complete=True)
                continue
            after = _run([row for row in told[i + 1 :] if row[0] - whole[1] <= REACH], whole)
            before = _run([row for row in reversed(told[:i]) if whole[0] - row[1] <= REACH], whole)
            for run in (after, before):
                if run:
                    yield from _sum_of(whole, run, complete=False)


def _run(rows: Sequence[Row], whole: Row) -> list[Row]:
    """The smallest run of neighbouring figures, all smaller than the total, that adds up to it; empty if none does."""
    total_value = whole[2].value
    sofar, run = 0.0, []
    for row in rows[:MOST_PARTS]:
        if row[2].bound != "exact" or row[2].value >= total_value:
            break
        run.append(row)
        sofar += row[2].value
        if sofar >= total_value:
            break
    return run if len(run) > 1 and sofar == total_value and whole[2].bound in ("exact", "at_least") else []


def _sum_of(whole: Row, parts: Sequence[Row], complete: bool) -> Iterator[Check]:
    figure, statement = whole[2], whole[3]
    added = total(part[3].interval for part in parts)
    terms = " + ".join(printed(part[2].value) for part in parts)
    claims = tuple(sorted({figure.id, *(part[2].id for part in parts)}))
    told = sum(part[2].value for part in parts)
    if told == figure.value and len(parts) > 1:
        yield Check("identity", claims, True, f"{terms} = {printed(figure.value)}")
    elif complete and added.low > statement.interval.high:
        yield Check("conflict", claims, False, f"the parts, {terms} = {printed(told)}, are more than {said(figure)}")
    elif complete:
        listed = f"{terms} = {printed(told)}" if len(parts) > 1 else terms
        yield Check("subset", claims, True, f"{listed} of {said(figure)} are listed")


def _increments(line: Sequence[Statement]) -> Iterator[Check]:
    """A stock, what was added to it, and the later stock; the addition stands on one page with the old or the new."""
    by_origin: dict[str, list[Statement]] = defaultdict(list)
    for statement in line:
        if statement.figure.bound in ("exact", "at_least") and statement.figure.value >= LEAST:
            by_origin[statement.origin].append(statement)
    for told in by_origin.values():
        values: dict[float, list[Statement]] = defaultdict(list)
        pages: dict[str, list[Statement]] = defaultdict(list)
        for statement in told:
            values[statement.figure.value].append(statement)
            for unit in statement.units:
                pages[unit].append(statement)
        sure = any(statement.figure.flow == "increment" for statement in told)
        for page in pages.values():
            for more, other in permutations(page[:MOST_PARTS], 2):
                if sure and more.figure.flow != "increment":
                    continue
                sums = [(other, new) for new in values.get(other.figure.value + more.figure.value, ())]
                sums += [(old, other) for old in values.get(other.figure.value - more.figure.value, ())]
                for old, new in sums:
                    if _grows(old, more, new, sure):
                        yield _grown(old, more, new)


def _grows(old: Statement, more: Statement, new: Statement, sure: bool) -> bool:
    if old.id == more.id or old.figure.flow == "increment" or more.figure.value > old.figure.value * 2:
        return False
    if old.figure.countries or new.figure.countries or more.figure.countries:
        return False
    if old.period.last and new.period.last and old.period.last > new.period.last:
        return False
    together = more.units & new.units or more.units & old.units
    return bool(together) and (
        sure or (bool(old.units & more.units & new.units) and more.figure.value < old.figure.value)
    )


def _grown(old: Statement, more: Statement, new: Statement) -> Check:
    reason = f"{printed(old.figure.value)} + {printed(more.figure.value)} = {printed(new.figure.value)}"
    holds = new.interval.meets(total((old.interval, more.interval)))
    if not holds:
        reason += f"; the words “{said(new.figure)}” go beyond the sum"
    return Check("identity", tuple(sorted({*old.claims, *more.claims, *new.claims})), True, reason)


def _tallies(line: Sequence[Statement]) -> Iterator[Check]:
    """Counts of parts of a period beside the count of the whole, where the parts cover it without a gap."""
    spans = [s for s in line if s.head and s.period.days and s.figure.bound == "exact" and not s.figure.countries]
    wholes: dict[Period, list[Statement]] = defaultdict(list)
    for statement in line:
        if statement.period.days and statement.head and not statement.figure.countries:
            wholes[statement.period].append(statement)
    for period, told in wholes.items():
        if period.first is None or period.last is None:
            continue
        inside = [statement for statement in spans if statement.period.inside(period)]
        for parts in _covers(inside, period.first, period.last) if inside else ():
            yield from (_tallied(whole, parts) for whole in told)


def _covers(inside: Sequence[Statement], first: date, last: date) -> Iterator[list[Statement]]:
    """Gapless sequences of tallies from the beginning to the end, one for each body that counts and one of them all."""
    by_origin: dict[str, list[Statement]] = defaultdict(list)
    for statement in inside:
        by_origin[statement.origin].append(statement)
    seen = set()
    for told in [*(by_origin[key] for key in sorted(by_origin)), list(inside)]:
        for longest in (False, True):
            cover = _cover(told, first, last, longest)
            key = tuple(s.id for s in cover)
            if len(cover) > 1 and key not in seen:
                seen.add(key)
                yield cover


def _cover(told: Iterable[Statement], first: date, last: date, longest: bool) -> list[Statement]:
    """Step by step without gap or overlap, the longest or the shortest; empty where the end is not reached."""
    steps: Mapping[date, list[Statement]] = defaultdict(list)
    for statement in told:
        if statement.period.first:
            steps[statement.period.first].append(statement)
    chosen: list[Statement] = []
    at = first
    while at < last - END:
        starts = [day for day in steps if -SEAM <= day - at <= SEAM]
        options = [s for day in starts for s in steps[day] if s.period.last and s.period.last > at]
        if not options:
            return []
        best = min(options, key=lambda s: (-(s.period.days or 0) if longest else s.period.days, s.figure.value, s.id))
        chosen.append(best)
        at = (best.period.last or at) + timedelta(days=1)
    return chosen


def _tallied(whole: Statement, parts: Sequence[Statement]) -> Check:
    value = sum(part.figure.value for part in parts)
    claims = tuple(sorted({claim for each in (whole, *parts) for claim in each.claims}))
    terms = " + ".join(printed(part.figure.value) for part in parts)
    if whole.figure.bound == "exact" and value == whole.figure.value:
        return Check("identity", claims, True, f"{terms} = {printed(value)}")
    if whole.interval.meets(total(part.interval for part in parts)):
        return Check("agrees", claims, True, f"{terms} = {printed(value)}, which “{said(whole.figure)}” admits")
    gap = abs(value - whole.figure.value)
    if whole.figure.bound == "exact" and gap <= value * 0.15:
        more = "more" if value > whole.figure.value else "fewer"
        reason = f"{terms} = {printed(value)}, {printed(gap)} {more} than {printed(whole.figure.value)}"
        return Check("not_comparable", claims, True, f"{reason}: a difference of scope")
    if any(part.origin != whole.origin for part in parts) and gap > value * 0.15:
        return Check(
            "not_comparable", claims, True, f"{terms} = {printed(value)}: counted by other bodies than the whole"
        )
    return Check("conflict", claims, False, f"{terms} = {printed(value)}, which “{said(whole.figure)}” does not admit")
