"""`asylia show ledger` and the registers: figures lined up with their checks, and what is known host by host."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from asylia.cli_summary import amount
from asylia.cli_text import clean, many, shortened, sides, wrapped
from asylia.incidents import registers
from asylia.model.exhibits import Exhibition, ShownClaim, ShownDocument, ShownFigure, ShownPosition, ShownSeries
from asylia.model.record import Record
from asylia.publish import export as exporting

Block = tuple[str, Any]
REGISTERS: Mapping[str, tuple[str, ...]] = {
    "stations": registers.STATIONS,
    "notices": registers.NOTICES,
    "extraditions": registers.RETURNS,
}
# A register tells of a host what was counted there of its own kind of act; a page counts other things there too.
_COUNTED: Mapping[str, tuple[str, ...]] = {
    "stations": ("stations",),
    "notices": ("notices",),
    "extraditions": ("abductions", "requests", "returns"),
}


class Ledger:
    """One record's figures and registers as blocks of text, each with the row that `--json` prints instead."""

    def __init__(self, record: Record, shown: Exhibition, rejected: frozenset[str]) -> None:
        self._record = record
        self._shown = shown
        self._rejected = rejected
        self._claims: Mapping[str, ShownClaim] = {each.id: each for each in shown.claims}
        self._documents: Mapping[str, ShownDocument] = {each.id: each for each in shown.documents}

    def series(self) -> Iterator[Block]:
        """Lines of the ledger: those with a contradiction or a mutation first, then those with most figures."""
        for each in sorted(self._shown.ledger, key=_weight):
            yield self._line(each), exporting.series(each)

    def register(self, subject: str) -> Iterator[Block]:
        """What the record holds on one kind of act, host by host."""
        record = self._record
        rows = registers.register(REGISTERS[subject], record.incidents, record.claims, record.entities)
        for row in rows:
            figures = [claim for claim in self._figures(row.figures) if claim.measure in _COUNTED[subject]]
            answers = self._answers(row.responses)
            lines = [
                sides(f"{', '.join(row.origin_states) or '?'} → {row.host or '?'}", row.status),
                f"    {many(len(row.incidents), 'incident')}, {many(len(row.documents), 'document')}",
                wrapped(", ".join(row.incidents), "    "),
                *(wrapped(f"counted: {amount(claim)} {claim.id}", "    ") for claim in figures),
                *(wrapped(f"{side}: {actor} {stance.replace('_', ' ')}", "    ") for side, actor, stance in answers),
                *(wrapped(f"source: {self._page(self._documents[key])}", "    ") for key in row.documents),
            ]
            # Who answered stands in the record as the id of an entity: readers get the name that they may see.
            responses = [{**asdict(each), "actor": self._actor(each.claim)} for each in row.responses]
            yield (
                "\n".join(lines),
                {**asdict(row), "responses": responses, "figures": [claim.id for claim in figures]},
            )

    def tallies(self) -> Iterator[Block]:
        """Counts that a state's own bodies or press gave of their own acts."""
        for each in registers.tallies(self._record.figures, self._record.trace):
            for claim in self._figures((each.figure,)):
                source = self._source(claim)
                text = f"{sides(amount(claim), claim.id)}\n{wrapped(f'{each.state}: {source}', '    ')}"
                row = {**asdict(each), "origin": claim.origin or claim.relayer, "programme": claim.programme}
                yield text, {**row, "value": claim.value, "upper": claim.upper, "bound": claim.bound}

    def _line(self, series: ShownSeries) -> str:
        lines = [sides(clean(f"{series.measure} · {series.scope}"), series.id)]
        for claim in sorted(self._figures(series.figures), key=_when):
            lines += [sides(f"    {amount(claim)}", claim.id), wrapped(self._source(claim), "        ")]
        for check in series.checks:
            sign = "+" if check.holds else "!"
            lines.append(wrapped(f"{sign} {check.kind.replace('_', ' ')}: {check.reason}", "  "))
            lines.append(wrapped(" ".join(check.claims), "      "))
        for change in series.mutations:
            lines.append(wrapped(f"! changed on its way, {change.kind.replace('_', ' ')}: {change.reason}", "  "))
            lines.append(wrapped(f"{change.source} → {change.relayed}", "      "))
        return "\n".join(lines)

    def _figures(self, ids: Iterable[str]) -> list[ShownFigure]:
        found = (self._claims.get(each) for each in ids if each not in self._rejected)
        return [claim for claim in found if isinstance(claim, ShownFigure)]

    def _answers(self, responses: Iterable[registers.Response]) -> list[tuple[str, str, str]]:
        """Who answered how, each once however many pages print it."""
        return list(dict.fromkeys((each.side, self._actor(each.claim), each.stance) for each in responses))

    def _actor(self, position: str) -> str:
        claim = self._claims[position]
        return claim.actor if isinstance(claim, ShownPosition) else "?"

    def _source(self, claim: ShownClaim) -> str:
        said = f"{claim.origin}, in: " if claim.origin is not None else ""
        return said + self._page(self._documents[claim.document])

    def _page(self, document: ShownDocument) -> str:
        where = ", ".join(part for part in (document.outlet, document.published) if part)
        return shortened(document.title or document.file, 60) + (f" ({where})" if where else "")


def _weight(series: ShownSeries) -> tuple[bool, int, str]:
    wrong = bool(series.mutations) or not all(check.holds for check in series.checks)
    return not wrong, -len(series.figures), series.id


def _when(claim: ShownFigure) -> tuple[str, str, float, str]:
    return claim.since or "", claim.until or "", -claim.value, claim.id
