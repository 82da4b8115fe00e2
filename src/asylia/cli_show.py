"""`asylia show`: what the record says, readable in 80 columns and in a pipe; names masked."""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from asylia.archive.folder import Archive
from asylia.cli_decide import log, rejected
from asylia.cli_ledger import REGISTERS, Ledger
from asylia.cli_summary import amount, sourced
from asylia.cli_text import many, shortened, sides, wrapped
from asylia.folder import chosen
from asylia.lexicon.load import load
from asylia.model.errors import RequestError
from asylia.model.exhibits import (
    Exhibition,
    ShownClaim,
    ShownDocument,
    ShownEntity,
    ShownFailure,
    ShownFigure,
    ShownIncident,
    ShownPosition,
    ShownReport,
)
from asylia.model.shown import MASKED
from asylia.publish import export as exporting
from asylia.store.sqlite import SqliteStore
from asylia.vault.exhibit import exhibit

SOURCES = 5  # pages listed under one source; --json gives them all
Block = tuple[str, Any]


def show(options: argparse.Namespace) -> int:
    """Print what the record says."""
    folder = chosen(options.record)
    record = SqliteStore(folder.store).record()
    decisions = Archive(folder.root).decisions()
    shown, gone = exhibit(record, MASKED), rejected(decisions)
    drawn = {chain.claim: chain.documentary for chain in record.trace.chains.values() if not chain.own}
    view = _View(shown, Ledger(record, shown, gone), gone, drawn)
    if options.id is not None or options.subject == "incident":
        blocks = view.one(options.subject, options.id)
    elif options.subject == "decisions":
        blocks = log(decisions, record)
    else:
        blocks = view.all(options.subject)
    number = -1
    for number, (text, row) in enumerate(blocks):
        if options.limit is not None and number == options.limit:
            break
        if options.json:
            print(exporting.line(row).decode("utf-8"), end="")
        else:
            print(text, end="\n\n" if "\n" in text else "\n")
    if number < 0 and sys.stderr.isatty():
        # Nobody should wonder whether it worked; a pipe gets no lines that are no rows.
        print(f"the record holds no {options.subject}", file=sys.stderr)
    return 0


class _View:
    """An exhibition as blocks of text, each with the row that `--json` prints instead."""

    def __init__(
        self, shown: Exhibition, ledger: Ledger, rejected: frozenset[str], drawn: Mapping[str, str] | None = None
    ) -> None:
        self._shown = shown
        self._drawn = (
            drawn or {}
        )  # the document behind a claim: organisation, matter and the first page that draws on it
        self._labels = {row["code"]: row["label"] for row in load().table("methods")["method"]}
        self._rejected = rejected
        self._ledger = ledger
        self._documents: Mapping[str, ShownDocument] = {each.id: each for each in shown.documents}
        self._claims: Mapping[str, ShownClaim] = {each.id: each for each in shown.claims}

    def all(self, subject: str) -> Iterator[Block]:
        """Every block of a subject."""
        if subject in REGISTERS:
            return self._ledger.register(subject)
        return _SUBJECTS[subject](self)

    def one(self, subject: str, wanted: str | None) -> Iterator[Block]:
        """One incident in full, or its origins, by any id or the beginning of one."""
        if wanted is None:
            raise RequestError("which incident? `asylia show incidents` lists their ids")
        if subject not in ("incident", "incidents", "origins"):
            raise RequestError(f"`asylia show {subject}` takes no id")
        incident = self._incident(wanted)
        text = self._origins_of(incident) if subject == "origins" else self._whole(incident)
        yield text, exporting.incident(incident)

    def incidents(self) -> Iterator[Block]:
        """Incidents, those with most independent origins first."""
        ranked = sorted(self._shown.incidents, key=lambda each: (-each.independent_origins, each.date or "9", each.id))
        for incident in ranked:
            told = next((self._claims[claim] for claim in incident.claims if claim in self._claims), None)
            lines = [self._head(incident)]
            if told is not None:
                lines += sourced(told, self._documents[told.document])
            yield "\n".join(lines), exporting.incident(incident)

    def figures(self) -> Iterator[Block]:
        """Counts, by what they measure."""
        figures = [claim for claim in self._shown.claims if isinstance(claim, ShownFigure)]
        for claim in sorted(figures, key=lambda claim: (claim.measure, -claim.value, claim.id)):
            lines = [sides(amount(claim), claim.id), *self._said(claim)]
            yield "\n".join(lines), exporting.claim(claim)

    def positions(self) -> Iterator[Block]:
        """Stances, by kind and actor."""
        positions = [claim for claim in self._shown.claims if isinstance(claim, ShownPosition)]
        for claim in sorted(positions, key=lambda claim: (claim.stance, claim.actor, claim.id)):
            head = sides(shortened(f"{claim.actor} {claim.stance.replace('_', ' ')}", 60), claim.id)
            yield "\n".join((head, *self._said(claim))), exporting.claim(claim)

    def ledger(self) -> Iterator[Block]:
        """Figures lined up, with their checks and mutations."""
        return self._ledger.series()

    def tallies(self) -> Iterator[Block]:
        """Official counts."""
        return self._ledger.tallies()

    def origins(self) -> Iterator[Block]:
        """Whose knowledge the record rests on: how many documents and claims name them, under whatever name."""
        one_name = {name: entity.names[0] for entity in self._shown.entities for name in entity.names}
        documents: dict[str, set[str]] = defaultdict(set)
        claims: Counter[str] = Counter()
        reports: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for document in self._shown.documents:
            for name in document.origins:
                documents[one_name.get(name, name)].add(document.id)
        for claim in self._shown.claims:
            if claim.origin is not None:
                name = one_name.get(claim.origin, claim.origin)
                claims[name] += 1
                documents[name].add(claim.document)
                if claim.id in self._drawn:
                    reports[name][self._drawn[claim.id]].add(claim.document)
        for name in sorted(documents, key=lambda name: (-len(documents[name]), -claims[name], name)):
            drawn = [
                {"matter": _matter(key), "documents": sorted(pages)} for key, pages in sorted(reports[name].items())
            ]
            row = {"origin": name, "documents": sorted(documents[name]), "claims": claims[name], "drawn_on": drawn}
            lines = [
                sides(shortened(name, 50), f"{many(len(documents[name]), 'document')}, {many(claims[name], 'claim')}")
            ]
            if len(documents[name]) > 1:  # one body may have told several things at several times
                for each, pages in sorted(reports[name].items()):
                    lines.append(wrapped(f"one source on {_matter(each)}, in {many(len(pages), 'document')}:", "    "))
                    lines += [wrapped(f"← {self._source(page)}", "      ") for page in sorted(pages)[:SOURCES]]
                    lines += [f"      … and {len(pages) - SOURCES} more"] if len(pages) > SOURCES else []
            yield "\n".join(lines), row

    def documents(self) -> Iterator[Block]:
        """Sources, with what was read of them."""
        counts = Counter(claim.document for claim in self._shown.claims)
        for document in self._shown.documents:
            about = [document.language, document.published, document.outlet, document.role.replace("_", " ")]
            lines = [
                sides(shortened(document.file, 58), document.id),
                wrapped(document.title or "(no title)", "    "),
                wrapped(" · ".join([*filter(None, about), many(counts[document.id], "claim")]), "    "),
            ]
            lines += [f"    same text as {document.copy_group}"] if document.copy_group else []
            yield "\n".join(lines), exporting.document(document)

    def entities(self) -> Iterator[Block]:
        """Who and what is named, most often first; protected persons as pseudonyms."""
        ranked: Sequence[ShownEntity] = sorted(self._shown.entities, key=lambda each: (-len(each.mentions), each.id))
        for entity in ranked:
            documents = len({mention[0] for mention in entity.mentions})
            lines = [sides(f"{entity.type}: {shortened(entity.names[0], 40)}", entity.id)]
            lines += [wrapped("also: " + "; ".join(entity.names[1:]), "    ")] if entity.names[1:] else []
            lines.append(f"    {many(len(entity.mentions), 'mention')} in {many(documents, 'document')}")
            yield "\n".join(lines), exporting.entity(entity)

    def failures(self) -> Iterator[Block]:
        """Sources that could not be read."""
        rows: Sequence[ShownFailure] = self._shown.failures
        for failure in rows:
            text = sides(shortened(failure.file, 58), failure.document)
            yield f"{text}\n{wrapped(failure.message, '    ')}", exporting.failure(failure)

    def _incident(self, wanted: str) -> ShownIncident:
        """By its id, the id of any of its claims, or the beginning of one of these."""
        rest = wanted[1:] if wanted[:1] in "ic" else wanted
        found = [
            incident
            for incident in self._shown.incidents
            if rest and any(each[1:].startswith(rest) for each in (incident.id, *incident.claims))
        ]
        if len(found) != 1:
            what = "there is no incident" if not found else f"there are {len(found)} incidents"
            # The words asked for are not repeated: they may be a name, and names get no answer here.
            raise RequestError(f"{what} with an id like this; `asylia show incidents` lists them")
        return found[0]

    def _head(self, incident: ShownIncident) -> str:
        states = f"{incident.origin_state or '?'} → {incident.host or '?'}"
        left = " · ".join(filter(None, (", ".join(incident.methods) or incident.outcome, states, incident.date)))
        support = incident.support.replace("_", " ")
        if support == "single origin" and incident.independent_origins > 1:
            support = "not corroborated: fewer than three texts"
        signs = [sign for sign, there in (("disputed", incident.disputed), ("official", incident.official)) if there]
        signs += [incident.review] if incident.review != "unreviewed" else []
        second = ", ".join([f"{many(incident.independent_origins, 'independent origin')} ({support})", *signs])
        lines = [sides(left, incident.id), wrapped(f"{second}; {many(len(incident.documents), 'document')}", "    ")]
        told = [self._labels[method] for method in incident.methods if method in self._labels]
        lines += [wrapped("told of: " + "; ".join(told), "    ")] if told else []
        lines += [wrapped("persons: " + ", ".join(incident.persons), "    ")] if incident.persons else []
        return "\n".join(lines)

    def _whole(self, incident: ShownIncident) -> str:
        lines = [self._head(incident)]
        lines += [f"    outcome: {incident.outcome}"] if incident.outcome else []
        for name, values in incident.contested:
            lines.append(f"\nSources differ on {name.replace('_', ' ')}:")
            lines += [wrapped(f"{value.value}: {', '.join(value.claims)}", "    ") for value in values]
        lines += ["", self._origins_of(incident), "\nWhat the documents say:"]
        for claim in (self._claims[each] for each in incident.claims if each in self._claims):
            what = ", ".join(claim.methods) or str(claim.outcome) if isinstance(claim, ShownReport) else claim.kind
            lines += ["", sides(f"{what} ({claim.modality})", claim.id)]
            lines += self._said(claim)
        lines += ["\nWhy these are one incident:"] if incident.reasons else []
        lines += [wrapped(reason, "    ") for reason in incident.reasons]
        return "\n".join(lines)

    def _origins_of(self, incident: ShownIncident) -> str:
        """The small graph of an incident: each origin, what rests on it, and whether it counts."""
        lines = [f"Origins of {incident.id}: {incident.independent_origins} independent"]
        for origin in incident.origins:
            sign = "+" if origin.counts else "-"
            lines.append(sides(f"{sign} {shortened(origin.name, 48)}", origin.role.replace("_", " ")))
            lines.append(wrapped(origin.reason, "    "))
            lines += [wrapped(f"← {self._source(document)}", "    ") for document in origin.documents]
        return "\n".join(lines)

    def _said(self, claim: ShownClaim) -> list[str]:
        """The quote and its source, and whether a person rejected the claim."""
        said = list(sourced(claim, self._documents[claim.document]))
        return [*said, "    a person rejected this"] if claim.id in self._rejected else said

    def _source(self, document: str) -> str:
        shown = self._documents[document]
        where = ", ".join(part for part in (shown.outlet, shown.published) if part)
        return f"{shown.title or shown.file}" + (f" ({where})" if where else "") + f" {shown.id}"


_SUBJECTS: Mapping[str, Callable[[_View], Iterator[Block]]] = {
    "incidents": _View.incidents,
    "figures": _View.figures,
    "positions": _View.positions,
    "ledger": _View.ledger,
    "tallies": _View.tallies,
    "origins": _View.origins,
    "documents": _View.documents,
    "entities": _View.entities,
    "failures": _View.failures,
}


def _matter(key: str) -> str:
    """What a source is about, from the key of the document that pages draw on."""
    matter = key.rpartition("@")[0].rpartition("/")[2]
    return "other matters" if matter in ("", "other") else matter
