"""The gate: scores on our own labelled pages against floors that cannot be lowered quietly.

    python bench/gate.py                          compare; exit 1 below a floor or if pages or labels changed
    python bench/gate.py --raise                  write what is better now as the new floors
    python bench/gate.py --lower --because TEXT   write what is now, worse or not, and keep the reason

`open` are the pages that ship, which rules are developed on; `held` are pages that nobody opens while writing
rules, scored in total only; `bank` pages were written by others and rules were mended on them since; `fresh` ones by
somebody who had not seen the rules, and were scored once; `seeds` are five real pages outside this repository, scored
where they lie.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from asylia.archive.folder import Archive
from asylia.folder import create
from asylia.model.shown import OWNER
from asylia.pipeline import build
from asylia.publish import export
from asylia.review.evaluate import Found, evaluate, load
from asylia.vault.exhibit import exhibit

ROOT = Path(__file__).parent.parent
FLOORS = ROOT / "bench" / "floors.json"
OPEN = ROOT / "src" / "asylia" / "demo" / "pages"
HELD = ROOT / "tests" / "gold" / "held" / "pages"
LABELS = ROOT / "tests" / "gold"
SEEDS = ROOT.parent / "shared" / "gold" / "seeds"
MORE = ("bank", "fresh")
HELD_STORIES = ("f", "g", "x3", "x4")
OPEN_STORIES = ("a", "b", "c", "d", "e", "x1", "x2")

Scores = dict[str, float]


def found_in(folders: Iterable[Path]) -> Found:
    """What a build of these pages finds."""
    with tempfile.TemporaryDirectory(prefix="asylia-gate-") as place:
        record = create(Path(place) / "record", "gate")
        Archive(record.root).add([*folders])
        shown = exhibit(build(record, "now").record, OWNER)
    for failure in shown.failures:
        print(f"{failure.code}: {failure.message}", file=sys.stderr)
    return Found(
        [export.document(each) for each in shown.documents],
        [export.claim(each) for each in shown.claims],
        [export.incident(each) for each in shown.incidents],
    )


def flat(table: Mapping[str, Mapping[str, float]]) -> Scores:
    """One number for each row: f1, else accuracy, else what was invented. Rows that asked nothing say nothing."""
    scores = {}
    for name, row in table.items():
        value = next((row[key] for key in ("f1", "accuracy", "invented") if key in row), None)
        if value is not None and row["n"]:
            scores[name] = round(value, 3)
    return scores


def measured() -> dict[str, Scores]:
    """All scores by group."""
    gold = load(LABELS)
    found = found_in([OPEN, HELD])
    groups = {
        "all": flat(evaluate(gold, found).table),
        "open": flat(evaluate(gold, found, OPEN_STORIES).table),
        "held": flat(evaluate(gold, found, HELD_STORIES).table),
    }
    for name in MORE:
        folder = LABELS / name
        groups[name] = flat(evaluate(load(folder), found_in([folder / "pages"])).table)
    if SEEDS.exists():
        groups["seeds"] = flat(evaluate(load(SEEDS), found_in([SEEDS / "pages"])).table)
    else:
        print("seeds: not here, so not scored", file=sys.stderr)
    return groups


def pins() -> dict[str, str]:
    """What is scored: a digest of all pages and one of the labels."""
    pages = hashlib.sha256()
    more = [path for name in MORE for path in (LABELS / name).rglob("*") if path.is_file()]
    for path in sorted([*OPEN.iterdir(), *HELD.iterdir(), *more], key=lambda path: (path.name, path.parent.name)):
        pages.update(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return {"pages": pages.hexdigest(), "labels": hashlib.sha256((LABELS / "gold.json").read_bytes()).hexdigest()}


def is_worse(name: str, now: float, floor: float) -> bool:
    """Whether a score is on the wrong side of its floor; of what is invented, less is better."""
    return now > floor if name.endswith("invented") else now < floor


def raised(floors: Mapping[str, Scores], now: Mapping[str, Scores]) -> dict[str, Scores]:
    """The floors with every score that is better now; none is lowered. Groups that were not scored stay."""
    result = {group: dict(scores) for group, scores in floors.items()}
    for group, scores in now.items():
        kept = result.setdefault(group, {})
        for name, value in scores.items():
            if name not in kept or not is_worse(name, value, kept[name]):
                kept[name] = value
    return result


def below(floors: Mapping[str, Scores], now: Mapping[str, Scores]) -> list[str]:
    """One line for each score below its floor or gone; a group that was not scored at all is passed over."""
    lines = []
    for group, scores in floors.items():
        for name, floor in scores.items() if group in now else ():
            value = now[group].get(name)
            if value is None:
                lines.append(f"{group}: {name}: was {floor:.3f} and is not scored any more")
            elif is_worse(name, value, floor):
                lines.append(f"{group}: {name}: {value:.3f}, the floor is {floor:.3f}")
    return lines


def report(floors: Mapping[str, Scores], now: Mapping[str, Scores]) -> None:
    """The scores side by side, each with its floor."""
    names = dict.fromkeys(name for scores in now.values() for name in scores)
    print(f"{'':34}" + "".join(f"{group:>18}" for group in now))
    for name in names:
        cells = []
        for group, scores in now.items():
            value, floor = scores.get(name), floors.get(group, {}).get(name)
            shown = "" if value is None else f"{value:.3f}"
            cells.append(f"{shown} ({'none' if floor is None else f'{floor:.3f}'})" if shown else "")
        print(f"{name:34}" + "".join(f"{cell:>18}" for cell in cells))


def decide(kept: dict[str, Any], now: Mapping[str, Scores], pinned: dict[str, str], options: argparse.Namespace) -> int:
    """Compare, or write new floors; gives the exit status."""
    floors: dict[str, Scores] = kept.get("floors", {})
    changed = [
        f"{name}: are not those the floors were set on"
        for name in pinned
        if kept.get("pins", pinned)[name] != pinned[name]
    ]
    if options.lower:
        kept["lowered"] = [*kept.get("lowered", []), {"because": options.because, "was": below(floors, now) + changed}]
        write({**kept, "pins": pinned, "floors": {**floors, **now}}, options.file)
        return 0
    failed = below(floors, now) + changed
    if options.raise_ and not changed:
        write({**kept, "pins": pinned, "floors": raised(floors, now)}, options.file)
    for line in failed:
        print(f"gate: {line}", file=sys.stderr)
    return int(bool(failed))


def write(kept: Mapping[str, Any], file: Path) -> None:
    """Write the floors, readable in a diff."""
    file.write_text(json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="raise_", action="store_true", help="write what is better now")
    parser.add_argument("--lower", action="store_true", help="write what is now, worse or not")
    parser.add_argument("--because", metavar="TEXT", help="the reason for lowering")
    parser.add_argument("--file", type=Path, default=FLOORS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.lower != bool(options.because):
        parser.error("--lower and --because belong together")
    kept = json.loads(options.file.read_text("utf-8")) if options.file.exists() else {}
    now = measured()
    report(kept.get("floors", {}), now)
    return decide(kept, now, pins(), options)


if __name__ == "__main__":
    sys.exit(main())
