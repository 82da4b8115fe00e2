"""The sentence bank: what the grammars find in short labelled passages, by language and kind.

    python bench/sentences.py                        two thirds that may be looked at: a line for each language
    python bench/sentences.py --held                 the third that nobody looks at: totals only
    python bench/sentences.py --language de --errors figure    what was missed, extra or wrong

An item is held when the SHA-256 of its id is a multiple of three. See bank/GUIDE.md.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from asylia.claims.extract import extract
from asylia.lexicon.load import LANGUAGES, load
from asylia.model.claim import Claim, Figure, Position, Report
from asylia.model.dates import Date
from asylia.model.document import Document
from asylia.model.mention import Mention
from asylia.review.claim_scores import score_claims

BANK = Path(__file__).parent.parent / "bank"
Item: TypeAlias = dict[str, Any]
COLUMNS = ("figure", "figure (value only)", "incident", "incident · methods", "incident · persons", "position")


def held(item: Item) -> bool:
    """Whether nobody trains on it or looks at it."""
    return int(hashlib.sha256(item["id"].encode("utf-8")).hexdigest(), 16) % 3 == 0


def items(language: str, of_held: bool) -> Iterator[Item]:
    """The items of one language, of the held third or of the other two."""
    path = BANK / f"{language}.jsonl"
    for line in path.read_text("utf-8").splitlines() if path.exists() else ():
        item = json.loads(line)
        if held(item) == of_held:
            yield item


def passage(item: Item) -> Document:
    """The item as a document of its own."""
    return Document(
        id=item["id"], sha256="0" * 64, file=item["id"], url=None, layer="bank", text=item["text"], body_start=0,
        language=item["language"], published=Date.parse(item["published"]),
    )  # fmt: skip


def row(claim: Claim, text: str) -> Item:
    """The claim in the words of the export."""

    def words(mention: Mention | None) -> str | None:
        return text[mention.start : mention.end] if mention else None

    values: Item = {
        "id": claim.id, "kind": claim.kind, "document": claim.passage.document, "quote": claim.passage.quote,
        "origin": words(claim.voice.origin), "rule": claim.rule.name,
    }  # fmt: skip
    if isinstance(claim, Figure):
        values |= {name: getattr(claim, name) for name in ("value", "upper", "bound", "measure", "countries")}
        values |= {"since": _iso(claim.since), "until": _iso(claim.until)}
    elif isinstance(claim, Report):
        values |= {name: getattr(claim, name) for name in ("methods", "origin_state", "host", "outcome", "modality")}
        values |= {"persons": [words(person) for person in claim.persons], "date": _iso(claim.date)}
        values["kind"] = "incident"
    elif isinstance(claim, Position):
        values |= {"actor": words(claim.actor), "stance": claim.stance}
    return values


def _iso(date: Date | None) -> str | None:
    return str(date) if date else None


def scored(chosen: Sequence[Item]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The table of scores, and the errors by kind."""
    return compared(chosen, found_in(chosen))


def found_in(chosen: Sequence[Item]) -> dict[str, list[Item]]:
    """The claims that the grammars find in each item, in the words of the export."""
    lexicon, found = load(), {}
    for item in chosen:
        claims = extract(passage(item), lexicon, gate=lambda scan: True).claims  # noqa: ARG005
        found[item["id"]] = [row(claim, item["text"]) for claim in claims]
    return found


def compared(chosen: Sequence[Item], found: dict[str, list[Item]]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What was found beside the labels: the table of scores, and the errors by kind."""
    pages = [{"file": item["id"], "relevant": True, "claims": item["claims"]} for item in chosen]
    errors: dict[str, Any] = defaultdict(list)
    table, _ = score_claims(pages, found, errors)
    return table, errors


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--held", action="store_true")
    parser.add_argument("--errors", metavar="KIND")
    options = parser.parse_args()
    if options.held and options.errors:
        parser.error("nobody looks at the held third")
    every: list[Item] = []
    print(f"{'':10}" + "".join(f"{name[-20:]:>21}" for name in COLUMNS) + "   items")
    for language in options.language or LANGUAGES:
        chosen = list(items(language, options.held))
        every += chosen
        if chosen:
            print(_line(language, scored(chosen)[0], len(chosen)), flush=True)
    table, errors = scored(every)
    print(_line("all", table, len(every)))
    if not options.held and (options.language or options.errors):
        for name, values in table.items():
            print(f"{name:34} {'  '.join(f'{k} {v:.3f}' for k, v in values.items() if k != 'n')}  (n={values['n']})")
    for error in errors.get(options.errors or "", ()):
        print(json.dumps(error, ensure_ascii=False))
    return 0


def _line(name: str, table: dict[str, Any], size: int) -> str:
    cells = [next((table[c][k] for k in ("f1", "accuracy") if k in table.get(c, {})), None) for c in COLUMNS]
    return f"{name:10}" + "".join(f"{cell:21.3f}" if cell is not None else f"{'':21}" for cell in cells) + f"   {size}"


if __name__ == "__main__":
    sys.exit(main())
