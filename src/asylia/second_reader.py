"""The second reader: sealed answers of a model server beside what the rules found.

A build uses the answers that are sealed and never asks for more; what is missing is counted. A claim that
both found stays the rules' claim; one that only the server found joins the record with its own rule's name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from asylia.archive.ask import MEDIA_TYPE, Server, ask
from asylia.archive.folder import Archive
from asylia.claims.answers import RULE, from_answers
from asylia.claims.prompts import prompts
from asylia.lexicon.load import Lexicon
from asylia.model.capture import Capture
from asylia.model.claim import Claim, Figure, Position, Report
from asylia.model.errors import FetchError, LimitError
from asylia.model.record import Page

FOLDER = "answers/"


@dataclass(frozen=True, slots=True)
class Agreement:
    """By kind of claim: how many both found, only the rules, only the server; and what was missing or dropped."""

    both: Mapping[str, int]
    rules_only: Mapping[str, int]
    server_only: Mapping[str, int]
    missing: int
    dropped: Mapping[str, int]

    def lines(self) -> list[str]:
        """As printed."""
        kinds = sorted({*self.both, *self.rules_only, *self.server_only})
        rows = [
            f"{kind}: {self.both.get(kind, 0)} found by both, {self.rules_only.get(kind, 0)} by the rules alone, "
            f"{self.server_only.get(kind, 0)} by the server alone"
            for kind in kinds
        ]
        rows += [f"dropped: {count} for: {reason}" for reason, count in sorted(self.dropped.items())]
        return [*rows, f"passages without an answer: {self.missing}"]


def is_answer(capture: Capture) -> bool:
    """Whether a capture is a model server's answer and no source."""
    return capture.media_type == MEDIA_TYPE and capture.name.startswith(FOLDER)


def sealed_answers(archive: Archive) -> dict[str, bytes]:
    """The answers that are sealed, by prompt id; of two to one prompt that with the smaller hash."""
    chosen: dict[str, str] = {}
    for capture in archive.captures():
        if is_answer(capture):
            prompt = capture.name.removeprefix(FOLDER).removesuffix(".json")
            chosen[prompt] = min(capture.sha256, chosen.get(prompt, capture.sha256))
    return {prompt: archive.bytes(sha256) for prompt, sha256 in sorted(chosen.items())}


def read_answers(
    pages: Sequence[Page], lexicon: Lexicon, answers: Mapping[str, bytes]
) -> tuple[tuple[Page, ...], Agreement]:
    """The pages with the server's claims added, and how far the two agree. Without answers nothing changes."""
    both: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    server: Counter[str] = Counter()
    dropped: Counter[str] = Counter()
    missing = 0
    read = []
    for page in pages:
        result = from_answers(page.document, lexicon, answers)
        missing += result.missing
        dropped.update(result.dropped)
        own = tuple(claim for claim in page.claims if claim.rule.name != RULE.name)
        new = tuple(claim for claim in result.claims if not any(same(claim, other) for other in own))
        for claim in own:
            found = any(same(claim, other) for other in result.claims)
            (both if found else rules)[claim.kind] += 1
        server.update(claim.kind for claim in new)
        mentions = {mention for claim in new for mention in claim.mentions}
        read.append(
            replace(page, claims=(*own, *new), mentions=tuple(sorted({*page.mentions, *mentions}))) if new else page
        )
    return tuple(read), Agreement(both, rules, server, missing, dropped)


def same(one: Claim, other: Claim) -> bool:
    """Whether two claims of one document say the same thing at overlapping places."""
    if not (one.passage.start < other.passage.end and other.passage.start < one.passage.end):
        return False
    if isinstance(one, Figure) and isinstance(other, Figure):
        return (one.value, one.measure) == (other.value, other.measure)
    if isinstance(one, Report) and isinstance(other, Report):
        shared = set(one.methods) & set(other.methods)
        return bool(shared) or (not one.methods and not other.methods and one.outcome == other.outcome)
    return isinstance(one, Position) and isinstance(other, Position) and one.stance == other.stance


def ask_missing(
    archive: Archive,
    pages: Sequence[Page],
    lexicon: Lexicon,
    server: Server,
    heard: Callable[[str, str | None], None],
) -> int:
    """Ask the server what has no sealed answer yet and seal what it says; gives how many were answered.

    `heard` is told each prompt's id and what went wrong, or None. RequestError where the server may not be asked.
    """
    have = sealed_answers(archive)
    answered = 0
    for page in pages:
        for prompt in prompts(page.document, lexicon):
            if prompt.id in have:
                continue
            try:
                data = ask(server, prompt.body)
            except (FetchError, LimitError) as error:
                heard(prompt.id, str(error))
                continue
            archive.keep(f"{FOLDER}{prompt.id}.json", data, MEDIA_TYPE)
            answered += 1
            heard(prompt.id, None)
    return answered
