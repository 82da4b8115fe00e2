"""Quality: the scores of every group of labelled pages, per kind and language, with a bootstrap over pages or stories.

    python bench/quality.py [--write]     print the tables; with --write put them into docs/quality.md

Groups: `open` pages ship and rules were developed on them; `bank` pages were written by others, rules were mended and
weights trained on them since; `held` and `fresh` pages are scored in total only and nobody looks at their errors. The
sentence bank comes by language, and its held third in total.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import sentences
from gate import HELD, HELD_STORIES, LABELS, OPEN, OPEN_STORIES, ROOT, found_in

from asylia.lexicon.load import LANGUAGES
from asylia.review.evaluate import Found, evaluate, load

PAGE = ROOT / "docs" / "quality.md"
BEGIN, END = "<!-- written by bench/quality.py -->", "<!-- end -->"
ROWS = (
    "page relevant", "page origins", "figure", "figure · quote", "figure · bound", "figure · since", "figure · until",
    "figure · origin", "incident", "incident · quote", "incident · methods", "incident · persons", "incident · host",
    "incident · date", "incident · outcome", "incident · origin", "position", "position · quote", "position · origin",
    "incident grouping (B3)", "independent origins",
)  # fmt: skip
KINDS = ("figure", "incident", "position", "page origins")
DRAWS = 100

Group = tuple[str, Mapping[str, Any], Found, tuple[str, ...]]


def groups() -> list[Group]:
    """Every group: its name, labels, what was found, and the beginnings of its files' names."""
    shipped, labels = found_in([OPEN, HELD]), load(LABELS)
    made: list[Group] = [("open", labels, shipped, OPEN_STORIES), ("held", labels, shipped, HELD_STORIES)]
    for name in ("bank", "fresh"):
        folder = LABELS / name
        if folder.exists():
            made.append((name, load(folder), found_in([folder / "pages"]), ()))
    return made


def value(table: Mapping[str, Mapping[str, float]], row: str) -> float | None:
    """The one number of a row, None where nothing was asked."""
    cells = table.get(row)
    if not cells or not cells["n"]:
        return None
    return next(cells[key] for key in ("f1", "accuracy") if key in cells)


def interval(group: Group, row: str, units: Sequence[str]) -> str:
    """The middle 90 % of the row's score over draws of units (stories or pages) with replacement."""
    _, labels, found, _ = group
    drawn = random.Random(7)
    scores = []
    for _ in range(DRAWS):
        pages, documents, claims = [], [], []
        for copy, unit in enumerate(drawn.choices(units, k=len(units))):
            # The same page drawn twice counts twice: each draw gets file names of its own.
            drawn_pages = (page for page in labels["pages"] if page["file"].startswith(unit))
            pages += [{**page, "file": f"{copy}-{page['file']}"} for page in drawn_pages]
            for document in found.documents:
                if str(document["file"]).startswith(unit):
                    documents.append(
                        {**document, "id": f"{copy}-{document['id']}", "file": f"{copy}-{document['file']}"}
                    )
                    claims += [
                        {**claim, "document": f"{copy}-{claim['document']}"}
                        for claim in found.claims
                        if claim["document"] == document["id"]
                    ]
        got = value(evaluate({"pages": pages}, Found(documents, claims, [])).table, row)
        scores.append(got or 0.0)
    scores.sort()
    return f"{scores[DRAWS // 20]:.2f}–{scores[-DRAWS // 20]:.2f}"


def tables() -> str:
    """The two tables as Markdown."""
    all_groups = groups()
    lines = ["| score | " + " | ".join(name for name, *_ in all_groups) + " |", "|---" * (len(all_groups) + 1) + "|"]
    scored = [evaluate(labels, found, only).table for _, labels, found, only in all_groups]
    for row in ROWS:
        cells = []
        for group, table in zip(all_groups, scored, strict=True):
            got = value(table, row)
            spread = ""
            if row in KINDS and got is not None:
                units = group[3] or [page["file"] for page in group[1]["pages"]]
                spread = f" ({interval(group, row, units)})"
            cells.append("" if got is None else f"{got:.3f}{spread}")
        lines.append(f"| {row} | " + " | ".join(cells) + " |")
    lines += ["", "By language, on the pages that may be looked at (open and bank together, F1):", ""]
    lines += ["| language | pages | " + " | ".join(KINDS[:3]) + " |", "|---|---|---|---|---|"]
    by_language: dict[str, list[tuple[Group, tuple[str, ...]]]] = defaultdict(list)
    for group in all_groups:
        if group[0] in ("open", "bank"):
            files: dict[str, list[str]] = defaultdict(list)
            for page in group[1]["pages"]:
                if page["relevant"] and (not group[3] or page["file"].startswith(group[3])):
                    files[page["language"]].append(page["file"])
            for language, names in files.items():
                by_language[language].append((group, tuple(names)))
    for language, parts in sorted(by_language.items()):
        cells = [f"{joined(parts, kind):.2f}" for kind in KINDS[:3]]
        lines.append(f"| {language} | {sum(len(names) for _, names in parts)} | " + " | ".join(cells) + " |")
    return "\n".join([*lines, "", *passages()])


def passages() -> list[str]:
    """The table of the sentence bank: F1 by language on the two thirds that may be looked at, and on the held third."""
    lines = ["The sentence bank, F1 (`bank/GUIDE.md`; every passage without the page around it):", ""]
    lines += ["| language | passages | figure | incident | position |", "|---|---|---|---|---|"]
    every: dict[bool, list[sentences.Item]] = {False: [], True: []}
    for language in LANGUAGES:
        chosen = list(sentences.items(language, False))
        every[False] += chosen
        every[True] += sentences.items(language, True)
        lines.append(_passage_row(language, chosen))
    lines.append(_passage_row("all that may be looked at", every[False]))
    lines.append(_passage_row("**held third**", every[True]))
    return lines


def _passage_row(name: str, chosen: Sequence[sentences.Item]) -> str:
    table = sentences.scored(chosen)[0]
    cells = [f"{table[kind]['f1']:.2f}" for kind in KINDS[:3]]
    return f"| {name} | {len(chosen)} | " + " | ".join(cells) + " |"


def joined(parts: Sequence[tuple[Group, tuple[str, ...]]], kind: str) -> float:
    """F1 of a kind over several groups' pages."""
    right = found = labelled = 0.0
    for (_, labels, got, _), names in parts:
        row = evaluate(labels, got, names).table[kind]
        hits = row["recall"] * row["n"]
        right, labelled = right + hits, labelled + row["n"]
        found += hits / row["precision"] if row["precision"] else 0.0
    return 2 * right / (found + labelled) if found + labelled else 0.0


def main() -> int:
    text = tables()
    print(text)
    if "--write" in sys.argv:
        page = PAGE.read_text("utf-8")
        head, _, rest = page.partition(BEGIN)
        PAGE.write_text(f"{head}{BEGIN}\n\n{text}\n\n{END}{rest.partition(END)[2]}", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
