"""How the cost of weighing grows with the record, and near-duplicates beside datasketch and rensa.

    weighing.py [SIZE ...]        seconds of processor time and memory of each stage; the slope between the sizes
    weighing.py --peers [SIZE]    reprints found by our copies, by datasketch and by rensa, in one run
    weighing.py --one-more [SIZE] one page added to so many that the memory knows: comparisons made and seconds

Synthetic pages: stories of a few hundred made-up words, each printed by one to six outlets, lightly edited.
"""

from __future__ import annotations

import hashlib
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from itertools import combinations
from math import log
from typing import TypeVar

from asylia.entities.names import gather
from asylia.entities.resolve import resolve
from asylia.evidence.copies import grouped, reuses
from asylia.evidence.corroboration import corroborate
from asylia.evidence.ledger import ledger
from asylia.evidence.origins import trace
from asylia.evidence.retell import retellings
from asylia.evidence.runs import tokens
from asylia.incidents.describe import describe
from asylia.incidents.group import group
from asylia.model.claim import Claim, Figure, Passage, Report, Rule, Voice
from asylia.model.dates import Date
from asylia.model.document import Document
from asylia.model.entity import Entity
from asylia.model.ids import document_id
from asylia.model.memory import Memory
from asylia.model.mention import Mention
from asylia.text.fingerprint import fingerprint

T = TypeVar("T")
RULE = Rule("synthetic", 1)
WORDS = [
    a + b + c for a in "bdfgklmnprst" for b in "aeiou" for c in ("la", "mi", "to", "ne", "rus", "ken", "dol", "vash")
]
HOSTS = "TH US FR DE KZ TR AE VN GB CA AU JP KR MY ES IT PL SE NO CH".split(" ")
METHODS = "capture.abduction legal.deportation abroad.threat proxy.interrogation legal.detention".split(" ")
BODIES = ("Lantern Watch", "Beacon Trust", "Harbour Group", "Freedom Desk", "Open Door")


def pages(count: int, seed: int = 7) -> list[tuple[Document, list[Claim], int]]:
    """So many pages with their claims and the story that each tells."""
    dice = random.Random(seed)
    made: list[tuple[Document, list[Claim], int]] = []
    story = 0
    while len(made) < count:
        story += 1
        name = f"{dice.choice(WORDS)} {dice.choice(WORDS)}{dice.choice(WORDS)}".title()
        body, host, state = dice.choice(BODIES), dice.choice(HOSTS), dice.choice(("CN", "TR", "RU", "IR"))
        year, month, day = dice.randint(2010, 2023), dice.randint(1, 12), dice.randint(1, 25)
        words = " ".join(dice.choices(WORDS, k=140))
        number = dice.randint(2, 90)
        for copy in range(dice.choice((1, 1, 1, 2, 2, 3, 6))):
            edited = " ".join("the" if dice.random() < 0.04 else word for word in words.split())
            text = f"{body} says so. {name} was taken away at night. {number} people were returned. {edited}."
            outlet = f"Outlet {dice.randint(1, 3000)}"
            document = _document(text, outlet, Date(year, month, min(day + copy, 28)))
            made.append(
                (document, _claims(document, (body, name, number), (state, host, Date(year, month, day))), story)
            )
    return made[:count]


def _document(text: str, outlet: str, published: Date) -> Document:
    sha256 = hashlib.sha256(f"{outlet}{published}{text}".encode()).hexdigest()
    return Document(
        document_id(sha256, outlet), sha256, outlet, None, "bench.1", f"A title\n{text}", 8, "en", outlet, published,
        fingerprint=fingerprint(text),
    )  # fmt: skip


def _claims(page: Document, told: tuple[str, str, int], scope: tuple[str, str, Date]) -> list[Claim]:
    body, name, number = told
    state, host, date = scope

    def passage(quote: str) -> Passage:
        start = page.text.index(quote)
        return Passage(page.id, page.layer, start, start + len(quote), quote, page.text)

    def mention(words: str, kind: str, role: str) -> Mention:
        start = page.text.index(words)
        return Mention(page.id, start, start + len(words), kind, role)

    voice = Voice(origin=mention(body, "organisation", "origin"))
    shared = {"rule": RULE, "voice": voice, "origin_state": state}
    year = Date(date.year)
    persons = (mention(name, "person", "target"),)
    method = METHODS[number % len(METHODS)]
    report = Report(
        passage=passage(f"{name} was taken away"), slot="r", methods=(method,), host=host, date=date, persons=persons,
        **shared,
    )  # fmt: skip
    figure = Figure(
        passage=passage(f"{number} people"), slot="f", value=float(number), measure="returns", since=year, until=year,
        **shared,
    )  # fmt: skip
    return [report, figure]


def stages(count: int, memory: Memory | None = None) -> dict[str, float]:
    """Seconds of processor time of each stage of weighing so many pages."""
    told = pages(count)
    documents = [document for document, _, _ in told]
    claims = [claim for _, found, _ in told for claim in found]
    spent: dict[str, float] = {}

    def timed(name: str, stage: Callable[[], T]) -> T:
        start = time.process_time()
        made = stage()
        spent[name] = time.process_time() - start
        return made

    pairs = timed("copies", lambda: reuses(documents, memory))
    groups = grouped({document.id: document for document in documents}, pairs)
    unit = {key: each.id for each in groups for key in each.documents}
    named = [one for page, found, _ in told for one in gather(page, (), found, unit.get(page.id))]
    entities = timed("entities", lambda: resolve(named, memory=memory))
    retold = timed("retellings", lambda: retellings(documents, claims, entities, groups, pairs))
    traced = timed("origins", lambda: trace(documents, claims, entities, groups, retold))
    clusters = timed("groups", lambda: group(claims, documents, entities, groups, memory=memory))
    by_id = {claim.id: claim for claim in claims if isinstance(claim, Report)}
    page_of = {document.id: document for document in documents}
    inside: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        for key in {mention.document for mention in entity.mentions}:
            inside[key].append(entity)

    def incidents() -> None:
        for cluster in clusters:
            reports = [by_id[key] for key in cluster.claims]
            keys = sorted({report.passage.document for report in reports})
            sources = corroborate(reports, [page_of[key] for key in keys], traced)
            describe(cluster, reports, [entity for key in keys for entity in inside[key]], sources, traced)

    timed("incidents", incidents)
    figures = [claim for claim in claims if isinstance(claim, Figure)]
    timed("ledger", lambda: ledger(figures, documents, entities, traced, memory))
    return spent


def one_more(count: int) -> None:
    """What one page costs when all others are remembered; the pages of a smaller record are the first of a larger."""
    first = Memory()
    whole = sum(stages(count, first).values())
    second = Memory(first.kept)
    spent = stages(count + 1, second)
    print(
        f"{count:,} pages: {first.done:,} comparisons, {whole:.2f} s; one more: {second.done:,} comparisons"
        f" ({second.done / max(first.done, 1):.4f}), {sum(spent.values()):.2f} s  "
        + "  ".join(f"{name} {seconds:.2f}" for name, seconds in spent.items())
    )


def peers(count: int) -> None:
    """Pairs of reprints found, by three methods on the same pages."""
    told = pages(count)
    stories: dict[int, list[str]] = defaultdict(list)
    for document, _, story in told:
        stories[story].append(document.id)
    wanted = {pair for keys in stories.values() for pair in combinations(sorted(keys), 2)}
    print(f"{count:,} pages, {len(wanted):,} pairs of reprints\n{'':12}{'precision':>10}{'recall':>8}{'pages/s':>9}")
    for name, method in (("asylia", _ours), ("datasketch", _datasketch), ("rensa", _rensa)):
        start = time.process_time()
        try:
            found = method([document for document, _, _ in told])
        except ImportError:
            print(f"{name:12}not installed")
            continue
        spent = time.process_time() - start
        hits = len(found & wanted)
        print(f"{name:12}{hits / max(len(found), 1):10.3f}{hits / len(wanted):8.3f}{count / spent:9.0f}")


def _ours(documents: list[Document]) -> set[tuple[str, str]]:
    for document in documents:
        fingerprint(document.body)  # the others hash the text too
    return {
        pair
        for each in grouped({d.id: d for d in documents}, reuses(documents))
        for pair in combinations(each.documents, 2)
    }


def _shingles(document: Document) -> list[str]:
    words = tokens(document.body).words
    return [" ".join(words[i : i + 3]) for i in range(len(words) - 2)]


def _datasketch(documents: list[Document]) -> set[tuple[str, str]]:
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-not-found]  # noqa: PLC0415

    index, found = MinHashLSH(threshold=0.5, num_perm=128), set()
    for document in documents:
        hashed = MinHash(num_perm=128)
        hashed.update_batch([shingle.encode() for shingle in _shingles(document)])
        found.update((min(key, document.id), max(key, document.id)) for key in index.query(hashed))
        index.insert(document.id, hashed)
    return found


def _rensa(documents: list[Document]) -> set[tuple[str, str]]:
    from rensa import RMinHash, RMinHashLSH  # type: ignore[import-not-found]  # noqa: PLC0415

    index, hashes = RMinHashLSH(0.5, 128, 32), []
    for i, document in enumerate(documents):
        hashed = RMinHash(num_perm=128, seed=42)
        hashed.update(_shingles(document))
        hashes.append(hashed)
        index.insert(i, hashed)
    found = set()
    for i, document in enumerate(documents):
        for j in index.query(hashes[i]):
            if j != i and hashes[i].jaccard(hashes[j]) >= 0.5:
                found.add((min(document.id, documents[j].id), max(document.id, documents[j].id)))
    return found


def main(arguments: list[str]) -> None:
    """Print what was asked for."""
    if arguments[:1] == ["--peers"]:
        peers(int(arguments[1]) if len(arguments) > 1 else 4000)
        return
    if arguments[:1] == ["--one-more"]:
        one_more(int(arguments[1]) if len(arguments) > 1 else 4000)
        return
    last: tuple[int, float] | None = None
    for count in map(int, arguments or ["1000", "4000", "16000"]):
        spent = stages(count)
        total = sum(spent.values())
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        slope = f", slope {log(total / last[1]) / log(count / last[0]):.2f}" if last else ""
        print(
            f"{count:>8,} pages {total:8.2f} s {memory:6,} MB{slope}  "
            + "  ".join(f"{k} {v:.2f}" for k, v in spent.items())
        )
        last = (count, total)


if __name__ == "__main__":
    main(sys.argv[1:])
