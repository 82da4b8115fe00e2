"""The order of the stages: captures → text → claims → entities, evidence, incidents → tables.

The only file that knows all rooms. A build is a pure function of what the record's folder keeps; what it
reads is kept in the cache page by page, so a build that was killed goes on where it stood, and a page that did
not change is not read again. What was compared is remembered too: a new page is weighed against what it touches.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace

from asylia import provenance
from asylia.archive.folder import Archive
from asylia.archive.lock import writing
from asylia.entities import bodies, names, resolve
from asylia.evidence import copies, corroboration, ledger, origins, retell
from asylia.folder import RecordFolder
from asylia.incidents import describe, group
from asylia.lexicon.load import Lexicon, load
from asylia.model.capture import Capture
from asylia.model.decision import Decision
from asylia.model.entity import Entity
from asylia.model.ids import digest, document_id
from asylia.model.incident import Incident
from asylia.model.memory import Memory
from asylia.model.record import Failure, Page, Record
from asylia.second_reader import is_answer, read_answers, sealed_answers
from asylia.store.cache import Cache
from asylia.store.remembered import keep, remembered
from asylia.store.rows import page_of
from asylia.store.sqlite import SqliteStore
from asylia.vault.redact import protected_names, swept
from asylia.vault.sweep import sweep
from asylia.workers import Answer, Limits, Pool

Progress = Callable[[int, int], None]
READER = "asylia.reading:reader"  # named and not imported: only workers load the libraries that read pages
PAGES_PER_WORKER = 12  # fewer are read sooner by one worker than a second one starts
# Errors that say the same thing every time are kept like pages; the others are tried again by the next build.
_LASTING = ("ReadError", "LimitError")


@dataclass(frozen=True, slots=True)
class Options:
    """How a build goes about it; nothing here changes what it derives, but for pages that exceed the limits."""

    workers: int | None = None
    limits: Limits = field(default_factory=Limits)
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did."""

    digest: str
    read: int
    record: Record


def build(folder: RecordFolder, built: str, options: Options | None = None) -> Built:
    """Derive the record from what the folder keeps, and keep it in its tables. `built` is the time, no row.

    Raises:
        IntegrityError: something that the folder keeps is missing or was changed.
        LexiconError: one of the user's lexicon files holds a mistake.
    """
    folder.cache.mkdir(exist_ok=True)
    with writing(folder.cache / "lock", folder.root.name, patience=0.0):
        archive = Archive(folder.root)
        extra = folder.lexicon()
        lexicon = load(extra)
        cache = Cache(folder.cache / "pages")
        pages, failures, read = _read(archive, lexicon.digest, extra, cache, options or Options())
        answers = sealed_answers(archive)
        if answers:
            pages, _ = read_answers(pages, lexicon, answers)
        weighed, key = Cache(folder.cache / "weighed"), provenance.weighing_key(lexicon.digest)
        memory = remembered(weighed, key)
        record = weigh(pages, archive.decisions(), lexicon, memory)
        keep(weighed, key, memory)
        record = replace(record, failures=failures, states=folder.origin_states)
        made = SqliteStore(folder.store).put(record, built)
    return Built(made, read, record)


def weigh(
    pages: Sequence[Page], decisions: Sequence[Decision], lexicon: Lexicon, memory: Memory | None = None
) -> Record:
    """The record of these pages: who is who, who copies whom, what happened, which numbers agree.

    With a memory of an earlier weighing only pairs and lines that something new touches are weighed again.
    """
    documents = tuple(page.document for page in pages)
    claims = tuple(claim for page in pages for claim in page.claims)
    known = bodies.known(lexicon)
    groups = copies.copies(documents, memory)
    copy_of = {document: each.id for each in groups for document in each.documents}
    named = [
        one
        for page in pages
        for one in names.gather(page.document, page.mentions, page.claims, copy_of.get(page.document.id))
    ]
    entities = resolve.resolve(named, known, decisions, memory)
    retold = retell.retellings(documents, claims, entities, groups)
    trace = origins.trace(documents, claims, entities, groups, retold, known)
    record = Record(
        made=provenance.made(lexicon.digest, claims, len(decisions)),
        pages=masked(pages),
        entities=entities,
        trace=trace,
        groups=group.group(claims, documents, entities, groups, decisions, memory),
    )
    rejected = _rejected(decisions)
    figures = tuple(figure for figure in record.figures if figure.id not in rejected)
    return replace(
        record,
        incidents=_incidents(record, decisions),
        series=ledger.ledger(figures, documents, entities, trace, memory),
        orphans=_orphans(record, decisions),
    )


def masked(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages with every further place where a name stands that is protected in any of them."""
    everywhere = sweep(protected_names(pages))
    return tuple(replace(page, swept=swept(page, everywhere)) for page in pages)


def _incidents(record: Record, decisions: Sequence[Decision]) -> tuple[Incident, ...]:
    """Every group as an incident. Each is shown only what its own documents hold, so the cost stays linear."""
    reports = {report.id: report for report in record.reports}
    documents = {page.document.id: page.document for page in record.pages}
    entities_in: dict[str, dict[str, Entity]] = defaultdict(dict)
    for entity in record.entities:
        for mention in entity.mentions:
            entities_in[mention.document][entity.id] = entity
    rejected = _rejected(decisions)
    made = []
    for each in record.groups:
        listed = [reports[claim] for claim in each.claims]
        # What was rejected stays listed, but tells nothing; where all of it was, the incident shows what it was.
        told = [report for report in listed if report.id not in rejected] or listed
        within = sorted({report.passage.document for report in told})
        entities = {key: entity for document in within for key, entity in entities_in[document].items()}
        sources = corroboration.corroborate(told, [documents[document] for document in within], record.trace)
        named = [entities[key] for key in sorted(entities)]
        made.append(describe.describe(each, told, named, sources, record.trace, decisions))
    return tuple(sorted(made, key=lambda incident: incident.id))


def _rejected(decisions: Sequence[Decision]) -> frozenset[str]:
    """Claims whose last verdict is `reject`."""
    last = {claim: each.verb for each in decisions if each.verb in ("accept", "reject") for claim in each.about}
    return frozenset(claim for claim, verb in last.items() if verb == "reject")


def _orphans(record: Record, decisions: Sequence[Decision]) -> tuple[str, ...]:
    """Decisions about something that is not derived any more: listed, never dropped or guessed."""
    there = {claim.id for claim in record.claims} | {entity.id for entity in record.entities}
    return tuple(sorted(each.id for each in decisions if not there.issuperset(each.about)))


def _read(
    archive: Archive, lexicon: str, extra: Mapping[str, str], cache: Cache, options: Options
) -> tuple[tuple[Page, ...], tuple[Failure, ...], int]:
    """All pages and failures by document id, and how many pages were read now; the others come from the cache."""
    captures = _distinct(archive.captures())
    code = provenance.reading_key(lexicon)
    keys = {document: _key(capture, code) for document, capture in captures.items()}
    found: dict[str, Page | Failure] = {}
    for document, capture in captures.items():
        entry = cache.get(keys[document])
        if entry is not None:
            found[document] = _kept(entry, document, capture)
    missing = [document for document in captures if document not in found]
    for done, (document, entry, answer) in enumerate(_answers(archive, captures, missing, extra, options), start=1):
        if entry is not None:
            cache.put(keys[document], entry)
            found[document] = _kept(entry, document, captures[document])
        else:
            found[document] = _failure(document, captures[document], answer.code, answer.message)
        if options.progress is not None:
            options.progress(done, len(missing))
    cache.prune(frozenset(keys.values()))
    ordered = [found[document] for document in sorted(found)]
    pages = tuple(each for each in ordered if isinstance(each, Page))
    return pages, tuple(each for each in ordered if isinstance(each, Failure)), len(missing)


def _answers(
    archive: Archive,
    captures: Mapping[str, Capture],
    missing: Sequence[str],
    extra: Mapping[str, str],
    options: Options,
) -> Iterator[tuple[str, bytes | None, Answer]]:
    """What became of each page, as it is ready, with the entry to keep where it will be the same next time."""
    if not missing:
        return
    count = options.workers or min(_cores(), 1 + len(missing) // PAGES_PER_WORKER)
    pool = Pool(READER, json.dumps(dict(extra)).encode(), count, options.limits)
    tasks = (_task(captures[document], archive.bytes(captures[document].sha256)) for document in missing)
    for answer in pool.run(tasks):
        document, entry = missing[answer.task], answer.payload
        if entry is None and answer.code in _LASTING:
            entry = json.dumps({"failure": [answer.code, answer.message]}).encode()
        yield document, entry, answer


def _task(capture: Capture, data: bytes) -> bytes:
    """A page to be read, as the reader expects it: the capture on one line, then its bytes."""
    return json.dumps(asdict(capture)).encode("ascii") + b"\n" + data


def _distinct(captures: Iterable[Capture]) -> dict[str, Capture]:
    """One capture for each document, in order of document id, whatever the order they were added in."""
    found: dict[str, Capture] = {}
    for capture in captures:
        if is_answer(capture):
            continue
        # When it was added, and as the how-manieth, must not show in anything derived.
        capture = replace(capture, added="", sealed=0, request_headers=())
        document = document_id(capture.sha256, capture.address)
        other = found.get(document)
        found[document] = capture if other is None else min(capture, other, key=_description)
    return dict(sorted(found.items()))


def _description(capture: Capture) -> str:
    return digest(asdict(capture))


def _key(capture: Capture, code: str) -> str:
    return digest([code, _description(capture)])


def _kept(entry: bytes, document: str, capture: Capture) -> Page | Failure:
    row = json.loads(entry)
    return _failure(document, capture, *row["failure"]) if "failure" in row else page_of(row)


def _failure(document: str, capture: Capture, code: str, message: str) -> Failure:
    return Failure(document, capture.name, capture.sha256, code, message)


def _cores() -> int:
    """The processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
