"""Write the reference pages that are made from the code: ARCHITECTURE.md, docs/cli.md, docs/codes.md.

python docs/generate.py [--check]      with --check: change nothing, exit 1 if a page is stale
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

from asylia.lexicon.load import load

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "asylia"
FLOORS = (
    (0, ("model",), "the nouns; standard library only"),
    (1, ("language", "lexicon"), "words"),
    (2, ("text", "claims", "entities", "incidents", "evidence"), "one room per stage; none imports another"),
    (3, ("archive", "vault"), "bytes in, and what readers may see"),
    (4, ("store",), "the record's tables"),
    (5, ("publish", "review"), "what leaves, and what people decide"),
    (
        7,
        ("folder.py", "provenance.py", "workers.py", "reading.py", "second_reader.py", "pipeline.py"),
        "the order of the stages",
    ),
    (
        8,
        (
            "cli.py",
            "cli_record.py",
            "cli_show.py",
            "cli_ask.py",
            "cli_ledger.py",
            "cli_decide.py",
            "cli_summary.py",
            "cli_text.py",
        ),
        "the door",
    ),
)
COMMANDS = ("init", "add", "build", "show", "decide", "export", "verify", "evaluate", "ask", "demo")
OPENING = """# Architecture

Nouns on the ground floor, one room per stage above it, and one file that knows the order: `pipeline.py`.
Imports point down only; `import-linter` holds that in `make lint` and in the tests.

    record = build(captures, lexicon, decisions, configuration)

One page walks through: `archive` seals the bytes → `text` reads them into a document → `claims` extracts reports,
figures and positions, each with its verbatim quote → `evidence` finds copies and traces origins → `entities` resolves
mentions → `incidents` groups reports → `evidence` counts independent origins and checks the figures → `store` keeps
the record → `vault` masks → `publish` writes.

The floors, from the ground. This page is written by `make docs` from the first line of every file.
"""


def first_line(path: Path) -> str:
    text = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return text.split("\n\n")[0].replace("\n", " ").strip()


def architecture() -> str:
    parts = [OPENING]
    for floor, rooms, what in FLOORS:
        parts.append(f"## Floor {floor}: {what}\n")
        for room in rooms:
            place = SOURCE / room
            if place.is_file():
                parts.append(f"- `{room}`: {first_line(place)}")
                continue
            if not (place / "__init__.py").exists():
                continue
            parts.append(f"\n**{room}/** {first_line(place / '__init__.py')}\n")
            files = [path for path in sorted(place.rglob("*.py")) if path.name != "__init__.py"]
            parts += [f"- `{path.relative_to(SOURCE).as_posix()}`: {first_line(path)}" for path in files]
        parts.append("")
    return "\n".join(parts).rstrip() + "\n"


def commands() -> str:
    parts = ["# Commands\n", "Written by `make docs` from the program's own help.\n"]
    for command in ("", *COMMANDS):
        words = [command, "--help"] if command else ["--help"]
        done = subprocess.run(
            [sys.executable, "-m", "asylia.cli", *words],
            capture_output=True, text=True, check=True, env={**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1"},
        )  # fmt: skip
        parts += [f"## asylia {command}".rstrip() + "\n", "```", done.stdout.rstrip(), "```", ""]
    return "\n".join(parts)


def codes() -> str:
    lexicon = load()
    parts = ["# Codes\n", "The vocabularies of the lexicon, with what each code covers. Written by `make docs`.\n"]
    for name in ("methods", "measures", "bounds", "outcomes", "stances"):
        table = lexicon.table(name)
        rows = next((rows for rows in table.values() if isinstance(rows, list)), [])
        parts += [f"## {name}\n", "| code | label | definition |", "|---|---|---|"]
        parts += [f"| `{row['code']}` | {row.get('label', '')} | {row.get('definition', '')} |" for row in rows]
        parts.append("")
    return "\n".join(parts).rstrip() + "\n"


def main() -> int:
    pages = {
        ROOT / "ARCHITECTURE.md": architecture(),
        ROOT / "docs" / "cli.md": commands(),
        ROOT / "docs" / "codes.md": codes(),
    }
    stale = [path for path, text in pages.items() if not path.exists() or path.read_text("utf-8") != text]
    for path in stale:
        if "--check" in sys.argv:
            print(f"{path.relative_to(ROOT)} is stale: run `make docs`")
        else:
            path.write_text(pages[path], "utf-8")
    return int("--check" in sys.argv and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
