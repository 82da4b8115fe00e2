"""Train the weights of the grammars on labelled passages. Minutes on two cores; needs scikit-learn (`make train`).

    python bench/train.py reports|positions    write src/asylia/claims/<grammar>/weights.npz

Multinomial logistic regression (L-BFGS, ridge penalty) over the traits that the grammar itself sees, on the two thirds
of the sentence bank that may be looked at and on the labelled pages that rules are developed on. Same input,
same weights. What comes of it on passages that nothing was trained on is printed by `bench/sentences.py --held`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
import sentences
from gate import LABELS, OPEN, OPEN_STORIES, ROOT
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from asylia.claims import persons, scope
from asylia.claims.reports.learned import STAGE
from asylia.claims.reports.traits import traits as report_traits
from asylia.claims.scan import Scan, scan
from asylia.claims.weights import NONE, UNIT
from asylia.lexicon.load import LANGUAGES, load
from asylia.model.capture import Capture
from asylia.text.read import read

CLAIMS = ROOT / "src" / "asylia" / "claims"
PENALTY, ROUNDS, LEAST = 1.0, 200, 2  # a trait seen once says nothing
HALF = 0.5

Example: TypeAlias = tuple[tuple[str, ...], str]
Labelled: TypeAlias = Sequence[Mapping[str, Any]]


def texts() -> Iterator[tuple[Scan, Labelled]]:
    """Everything that may be trained on, laid out, with its labels."""
    for language in LANGUAGES:
        for item in sentences.items(language, of_held=False):
            yield scan(sentences.passage(item), load()), item["claims"]
    for folder, labels, only in (
        (OPEN, LABELS / "gold.json", OPEN_STORIES),
        (LABELS / "bank" / "pages", LABELS / "bank" / "gold.json", ("",)),
    ):
        for page in json.loads(labels.read_text("utf-8"))["pages"]:
            path = folder / page["file"]
            if page["file"].startswith(only) and path.exists():
                data = path.read_bytes()
                laid_out = scan(read(Capture("0" * 64, path.name, "", len(data), ""), data), load())
                if scope.page(laid_out):
                    yield laid_out, page.get("claims", [])


def reports() -> Iterator[Example]:
    """Every sentence, with the method of the first incident that it tells, or the outcome of a mere stage."""
    for page, claims in texts():
        people = persons.find(page)
        told = [claim for claim in claims if claim["kind"] == "incident"]
        for sentence in page.sentences:
            if sentence.paragraph >= 0:
                here = next((c for c in told if _shares(page.text, sentence.start, sentence.end, c["quote"])), None)
                yield report_traits(page, sentence, people), _act(here)


def _act(claim: Mapping[str, Any] | None) -> str:
    if claim is None:
        return NONE
    return str(claim["methods"][0]) if claim["methods"] else f"{STAGE}{claim['outcome']}"


def _shares(text: str, start: int, end: int, quote: str) -> bool:
    """Whether the quote and the span share more than half of the shorter of them."""
    at = text.find(quote)
    return at >= 0 and min(end, at + len(quote)) - max(start, at) > HALF * min(len(quote), end - start)


def trained(examples: Iterable[Example]) -> tuple[list[str], list[str], Any]:
    """Labels, names of the traits, and the weights in nats, one row a trait."""
    told = list(examples)
    seen = Counter(name for names, _ in told for name in names)
    names = sorted(name for name in seen if seen[name] >= LEAST)
    place = {name: at for at, name in enumerate(names)}
    rows = [[place[name] for name in one if name in place] for one, _ in told]
    starts = np.cumsum([0, *(len(row) for row in rows)])
    cells = np.fromiter((at for row in rows for at in row), dtype=np.int64, count=int(starts[-1]))
    matrix = csr_matrix((np.ones(len(cells)), cells, starts), shape=(len(told), len(names)))
    model = LogisticRegression(C=PENALTY, max_iter=ROUNDS, fit_intercept=False)  # every example has the trait "bias"
    model.fit(matrix, [label for _, label in told])
    return [str(label) for label in model.classes_], names, model.coef_.T


TASKS: dict[str, Callable[[], Iterator[Example]]] = {"reports": reports}


def main() -> int:
    """Train and write."""
    for task in sys.argv[1:] or TASKS:
        examples = list(TASKS[task]())
        labels, names, weights = trained(examples)
        whole = np.rint(weights * UNIT).astype(np.int16)
        kept = np.flatnonzero(np.abs(whole).max(axis=1))
        path = CLAIMS / task / "weights.npz"
        np.savez_compressed(
            path,
            labels=np.frombuffer("\n".join(labels).encode(), dtype=np.uint8),
            names=np.frombuffer("\n".join(names[at] for at in kept).encode(), dtype=np.uint8),
            weights=whole[kept],
        )
        told = sum(label != NONE for _, label in examples)
        size = path.stat().st_size / 1e6
        print(f"{task}: {len(examples):,} examples, {told:,} claims; {len(kept):,} traits, {size:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
