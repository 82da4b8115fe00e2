"""Commands that make, build, check and export a record."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from dataclasses import asdict, replace
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

from asylia import cli_summary
from asylia import folder as folders
from asylia.archive.add import Outcome, lines
from asylia.archive.fetch import Limits as FetchLimits
from asylia.archive.folder import Archive
from asylia.cli_text import Progress, clean, many
from asylia.folder import RecordFolder, chosen
from asylia.model.errors import RequestError
from asylia.model.exhibits import Exhibition
from asylia.model.shown import MASKED, OWNER
from asylia.pipeline import Built, Options
from asylia.pipeline import build as build_record
from asylia.publish import export as exporting
from asylia.review import evaluate as evaluating
from asylia.store.sqlite import SqliteStore
from asylia.vault.exhibit import exhibit
from asylia.workers import Limits

_WARNING = "asylia: the export holds the names of affected persons: keep it where only you can read it"


def init(options: argparse.Namespace) -> int:
    """Make a record's folder."""
    root = Path(options.folder)
    made = folders.create(root, options.title or root.resolve().name, tuple(options.origin_state))
    print(f"{root}: a record for {made.title}. Names are masked in all that is shown, but not encrypted.")
    print(f"Next: cd {root}; asylia add PAGES; asylia build")
    return 0


def add(options: argparse.Namespace) -> int:
    """Keep sources."""
    sources = [one for given in options.sources for one in (lines(sys.stdin.buffer) if given == "-" else (given,))]
    limits = FetchLimits(networks=tuple(options.network), robots=not options.ignore_robots)
    counted: Counter[str] = Counter()
    progress = Progress("keeping")

    def heard(outcome: Outcome) -> None:
        counted[outcome.status] += 1
        if outcome.reason is not None:
            progress.end()
            print(f"{clean(outcome.name)}: {outcome.status}: {clean(outcome.reason)}", file=sys.stderr)
        progress(sum(counted.values()))

    Archive(chosen(options.record).root).add(sources, limits, heard)
    progress.end()
    print(", ".join(f"{counted[status]} {status}" for status in ("added", "known", "skipped", "failed")))
    return 1 if counted["failed"] else 0


def build(options: argparse.Namespace) -> int:
    """Derive the record from what is kept."""
    record = chosen(options.record)
    made, shown = _built(record, options)
    print(cli_summary.brief(shown, made.digest, made.read))
    if not shown.documents and not shown.failures:
        print("no sources are kept here yet; `asylia add` keeps some", file=sys.stderr)
    if made.record.orphans:
        about = f"{many(len(made.record.orphans), 'decision')} about something that is not found any more"
        print(f"{about}: {', '.join(made.record.orphans)}", file=sys.stderr)
    return 0


def export(options: argparse.Namespace) -> int:
    """Write the whole record as JSON lines."""
    store = SqliteStore(chosen(options.record).store)
    if options.with_names:
        print(_WARNING, file=sys.stderr)
    shown = exhibit(store.record(), OWNER if options.with_names else MASKED)
    target = Path(options.folder)
    exporting.export(shown, target)
    names = "with names" if options.with_names else "names masked"
    print(f"{target}: {many(len(shown.documents), 'document')}, {many(len(shown.claims), 'claim')}, {names}")
    return 0


def verify(options: argparse.Namespace) -> int:
    """Check everything kept against its seals, and the tables against their digest."""
    record = folders.opened(Path(options.path)) if options.path else chosen(options.record)
    findings = Archive(record.root).verify()
    for finding in findings:
        print(json.dumps(asdict(finding)) if options.json else finding)
    broken = any(finding.broken for finding in findings)
    if record.store.exists():
        store = SqliteStore(record.store)
        if store.recount() == store.digest():
            print(json.dumps({"digest": store.digest()}) if options.json else f"record digest {store.digest()}")
        else:
            print(f"{record.store.name}: the tables are not as they were built; run `asylia build`")
            broken = True
    if not broken and not options.json:
        print("everything kept is as it was sealed")
    return 3 if broken else 0


def evaluate(options: argparse.Namespace) -> int:
    """Score the software on labelled pages."""
    gold_folder = Path(options.gold)
    gold = evaluating.load(gold_folder)
    if options.record:
        shown = exhibit(SqliteStore(chosen(options.record).store).record(), OWNER)
    else:
        with tempfile.TemporaryDirectory(prefix="asylia-") as place:
            made = folders.create(Path(place) / "record", "evaluation")
            Archive(made.root).add([gold_folder / "pages"])
            shown = exhibit(_built(made, options)[0].record, OWNER)
    found = evaluating.Found(
        [exporting.document(each) for each in shown.documents],
        [exporting.claim(each) for each in shown.claims],
        [exporting.incident(each) for each in shown.incidents],
    )
    done = evaluating.evaluate(gold, found, options.only)
    print(json.dumps(done.table, indent=1) if options.json else "\n".join(done.lines()))
    for row in done.errors.get(options.errors or "", []):
        print(json.dumps(row, ensure_ascii=False))
    return 0


def demo(options: argparse.Namespace) -> int:
    """Build a record from the pages that ship."""
    root = Path(options.folder)
    if (root / folders.CONFIG).exists():
        record = folders.opened(root)
    else:
        if root.exists() and any(root.iterdir()):
            raise RequestError(f"{root}: is not empty and no record; name a new folder")
        record = folders.create(root, "Asylia demonstration", ())
    archive = Archive(root)
    for item in sorted(resources.files("asylia.demo").joinpath("pages").iterdir(), key=lambda item: item.name):
        archive.keep(item.name, item.read_bytes())
    made, shown = _built(record, options)
    print(cli_summary.full(shown, made.digest))
    print(f"\nThe record lies in {root}. Try:")
    print(f"  asylia --record {root} show incidents\n  asylia --record {root} show figures")
    if shown.incidents:
        best = max(shown.incidents, key=lambda each: (each.independent_origins, len(each.documents), each.id))
        print(f"  asylia --record {root} show incident {best.id}")
    print(f"  asylia --record {root} verify")
    return 0


def _built(record: RecordFolder, options: argparse.Namespace) -> tuple[Built, Exhibition]:
    """Build; every failing page is one line on standard error. Gives also what may be shown of the record."""
    for finding in Archive(record.root).mend():
        print(finding, file=sys.stderr)
    limits = replace(Limits(), seconds=float(getattr(options, "seconds", Limits().seconds)))
    progress = Progress("reading")
    try:
        made = build_record(
            record,
            datetime.now(UTC).isoformat(timespec="seconds"),
            Options(getattr(options, "workers", None), limits, progress),
        )
    finally:
        progress.end()
    shown = exhibit(made.record, MASKED)
    for failure in shown.failures:
        print(f"{clean(failure.file)}: {clean(failure.message)}", file=sys.stderr)
    return made, shown
