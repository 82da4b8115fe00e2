"""Decisions: what people decided, appended and never edited.

A line of `decisions.jsonl` holds the verb, ids and the time: what a build needs. Who decided, why,
and words that were corrected stand in `decisions/`, where they can be erased.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from asylia.archive.chain import Chain, Entry
from asylia.archive.links import Link
from asylia.model.decision import VERBS, Decision
from asylia.model.errors import RequestError
from asylia.model.ids import Json

ERASED = "erased"
VERB = "verb"
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9:._-]{0,79}")


class Decisions:
    """The chain of decisions. Whoever calls a method that writes holds the record's lock."""

    def __init__(self, root: Path, nonce: Callable[[int], bytes]) -> None:
        self.chain = Chain(root, "decisions", "decisions", "v", nonce)

    def append(self, verb: str, about: Sequence[str], time: str, record: Mapping[str, Json]) -> Decision:
        """Append a decision; `record` holds who, why and details.

        Raises:
            RequestError: no such verb, or something that is no id; names must not get into the chain.
        """
        if verb not in VERBS:
            raise RequestError(f"there is no decision {verb[:40]!a}; use one of {', '.join(VERBS)}")
        if not about or not all(_ID.fullmatch(one) for one in about):
            raise RequestError("a decision is about ids of claims or entities; nothing was decided")
        link = self.chain.append([Entry(time, {"about": list(about), VERB: verb}, record)])[0]
        return self._decision(link, record)

    def all(self) -> tuple[Decision, ...]:
        """The decisions in the order in which they were made; of an erased one its verb, ids and time are left.

        Raises:
            IntegrityError: the chain or a decision's record is damaged.
        """
        gone = self.chain.expunged()
        blank = {"by": ERASED, "why": None}
        return tuple(
            self._decision(link, blank if self.chain.id_of(link) in gone else self.chain.record(link))
            for link in self.chain.links()
            if VERB in link.open
        )

    def details(self, decision: str) -> dict[str, Any]:
        """What belongs to a decision beyond who and why; nothing where it was erased.

        Raises:
            RequestError: there is no such decision.
        """
        link = self._link(decision)
        details: dict[str, Any] = {} if decision in self.chain.expunged() else self.chain.record(link)["details"]
        return details

    def erase(self, decision: str, time: str, reason: Mapping[str, Json]) -> None:
        """Erase who, why and details; that the decision was made, and about what, stays.

        Raises:
            RequestError: there is no such decision.
        """
        link = self._link(decision)
        if decision not in self.chain.expunged():
            self.chain.expunge(link, Entry(time, {}, reason))

    def _link(self, decision: str) -> Link:
        for link in self.chain.links():
            if self.chain.id_of(link) == decision and VERB in link.open:
                return link
        raise RequestError(f"there is no decision {decision[:40]!a}; nothing was changed")

    def _decision(self, link: Link, record: Mapping[str, Any]) -> Decision:
        return Decision(
            id=self.chain.id_of(link),
            verb=link.open[VERB],
            about=tuple(link.open["about"]),
            by=record["by"],
            when=link.time,
            why=record["why"],
        )
