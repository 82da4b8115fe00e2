"""`asylia decide` and the log of decisions: what people decided about claims, incidents or entities."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from asylia.archive.folder import Archive
from asylia.cli_text import many, sides, wrapped
from asylia.folder import chosen
from asylia.model.decision import Decision
from asylia.model.errors import RequestError
from asylia.model.record import Record
from asylia.model.shown import MASKED
from asylia.store.sqlite import SqliteStore
from asylia.vault.redact import Redactor

_PAIRED = ("same", "different", "merge")  # these are about two at least
_ABOUT: Mapping[str, tuple[str, ...]] = {
    "accept": ("claim", "incident"),
    "reject": ("claim", "incident"),
    "merge": ("claim", "incident"),
    "split": ("claim",),
    "same": ("claim", "entity"),
    "different": ("claim", "entity"),
}


@dataclass(frozen=True, slots=True)
class _Thing:
    """What an id names, and the ids that a decision about it is about."""

    id: str
    kind: str
    about: tuple[str, ...]


def decide(options: argparse.Namespace) -> int:
    """Append a decision to the record's log; the next build applies it."""
    folder = chosen(options.record)
    if not options.by.strip() or not options.why.strip():
        raise RequestError("say who decides with --by and for what reason with --why; nothing was decided")
    archive = Archive(folder.root)
    known = _things(SqliteStore(folder.store).record(), archive.decisions())
    things = [_named(each, known) for each in options.ids]
    about = _about(options.verb, things)
    made = archive.decide(options.verb, about, by=options.by, why=options.why)
    kind = "entities" if things[0].kind == "entity" else many(len(about), "claim").partition(" ")[2]
    print(f"{made.id}: {options.verb} {len(about)} {kind}. Next: asylia build")
    return 0


def log(decisions: Sequence[Decision], record: Record) -> Iterator[tuple[str, Any]]:
    """Decisions as blocks of text with their rows, in the order in which they were made; names are masked."""
    redactor = Redactor(record, MASKED)
    for each in decisions:
        gone = ", about something that is not found any more" if each.id in record.orphans else ""
        by, why = redactor.text(each.by), redactor.optional(each.why)
        lines = [
            sides(f"{each.verb}: {many(len(each.about), 'id')}{gone}", each.id),
            wrapped(" ".join(each.about), "    "),
            wrapped(f"{by}, {each.when}" + (f": {why}" if why else ""), "    "),
        ]
        yield "\n".join(lines), {**asdict(each), "by": by, "why": why, "found": not gone}


def rejected(decisions: Sequence[Decision]) -> frozenset[str]:
    """Claims whose last verdict is `reject`."""
    last = {claim: each.verb for each in decisions if each.verb in ("accept", "reject") for claim in each.about}
    return frozenset(claim for claim, verb in last.items() if verb == "reject")


def _things(record: Record, decisions: Sequence[Decision]) -> tuple[_Thing, ...]:
    """What can be decided on. Entities that were told to be one have one id left: to take that back, both must do."""
    claims = [_Thing(each.id, "claim", (each.id,)) for each in record.claims]
    incidents = [_Thing(each.id, "incident", each.claims) for each in record.incidents]
    entities = [_Thing(each.id, "entity", (each.id,)) for each in record.entities]
    there = {each.id for each in (*claims, *entities)}
    before = sorted({one for each in decisions for one in each.about} - there)
    kinds = {"c": "claim", "e": "entity"}
    return (*claims, *incidents, *entities, *(_Thing(one, kinds.get(one[0], "claim"), (one,)) for one in before))


def _named(wanted: str, things: Sequence[_Thing]) -> _Thing:
    """The one thing with this id, or whose id alone begins so."""
    found = [each for each in things if len(wanted) > 1 and each.id.startswith(wanted)]
    if len(found) != 1:
        what = "nothing has" if not found else f"{len(found)} claims, incidents or entities have"
        # The words asked for are not repeated: they may be a name, and names get no answer here.
        raise RequestError(f"{what} an id like this; `asylia show` prints ids. Nothing was decided")
    return found[0]


def _about(verb: str, things: Sequence[_Thing]) -> tuple[str, ...]:
    """The ids that the decision is about, each once; an incident stands for its claims."""
    allowed = _ABOUT[verb]
    kinds = {each.kind for each in things}
    if not kinds <= set(allowed):
        raise RequestError(f"`{verb}` is about {' or '.join(map(_plural, allowed))}; nothing was decided")
    if verb in ("same", "different") and len(kinds) > 1:
        raise RequestError(f"`{verb}` is about claims, or about entities, not both; nothing was decided")
    if verb in _PAIRED and len({each.id for each in things}) < 2:
        raise RequestError(f"`{verb}` needs two ids or more; nothing was decided")
    return tuple(dict.fromkeys(each for thing in things for each in thing.about))


def _plural(kind: str) -> str:
    return "entities" if kind == "entity" else f"{kind}s"
