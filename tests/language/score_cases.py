"""Print how many invented sentences are read right: open half, held half. `--open` lists the open half's mistakes."""

import hashlib
import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from asylia.language import dates, numbers
from asylia.lexicon.load import load
from asylia.model.dates import Date

CASES = Path(__file__).parent / "cases"
Row = tuple[object, ...]


def held(case: dict[str, Any]) -> bool:
    """Whether the case is kept for checking and not looked at while words are added."""
    return hashlib.sha256(case["id"].encode()).digest()[0] % 2 == 1


def wanted(case: dict[str, Any]) -> tuple[list[Row], list[Row]]:
    """What the case says the sentence holds."""
    figures: list[Row] = [
        (round(n["value"], 3), n.get("upper"), n.get("bound", "exact"), n.get("unit")) for n in case["numbers"]
    ]
    days: list[Row] = [(d.get("since"), d.get("until"), d.get("relation", "on")) for d in case["dates"]]
    return figures, days


def read(case: dict[str, Any], language: str) -> tuple[list[Row], list[Row]]:
    """What is found in the sentence."""
    words = load().words(language)
    found = numbers.find(case["text"], language, words)
    anchor = Date.of(date.fromisoformat(case["published"]))
    told = dates.find(case["text"], language, words, anchor, found)
    spans = [(one.start, one.end) for one in told]
    figures: list[Row] = [
        (round(n.value, 3), n.upper, n.bound, n.unit)
        for n in found
        if n.role == "count" and not any(a <= n.digits_start < b for a, b in spans)
    ]
    days: list[Row] = [(one.since and one.since.iso(), one.until and one.until.iso(), one.relation) for one in told]
    return figures, days


def main(languages: list[str], show: bool) -> None:
    for language in languages:
        cases = tomllib.loads((CASES / f"{language}.toml").read_text())["case"]
        for half in (False, True):
            rows = [case for case in cases if held(case) is half]
            right = [0, 0]
            for case in rows:
                want, got = wanted(case), read(case, language)
                for index in (0, 1):
                    right[index] += want[index] == got[index]
                    if show and not half and want[index] != got[index]:
                        print(case["id"], case["text"], "\n  want", want[index], "\n  got ", got[index])
            print(
                f"{language} {'held' if half else 'open'}: numbers {right[0]}/{len(rows)}, dates {right[1]}/{len(rows)}"
            )


if __name__ == "__main__":
    arguments = [arg for arg in sys.argv[1:] if not arg.startswith("-")]
    main(arguments or sorted(path.stem for path in CASES.glob("*.toml")), "--open" in sys.argv)
