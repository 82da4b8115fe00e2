"""Train the weights of the grammars on labelled passages. Minutes on two cores; needs scikit-learn (`make train`).

    python bench/train.py                       write all weights that src/asylia/claims/ ships
    python bench/train.py figures voices        only some: figures, reports, positions, actors, voices

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

from asylia.claims import persons, scope, voices
from asylia.claims.figures.grammar import drafted
from asylia.claims.positions.learned import HOLDS
from asylia.claims.positions.traits import candidates, of_candidate
from asylia.claims.positions.traits import traits as position_traits
from asylia.claims.reports.learned import STAGE
from asylia.claims.reports.traits import traits as report_traits
from asylia.claims.scan import Scan, SentenceScan, scan
from asylia.claims.voices.crediting import CREDITED
from asylia.claims.voices.crediting import candidates as whom
from asylia.claims.voices.crediting import traits as credit_traits
from asylia.claims.weights import NONE, UNIT
from asylia.language.numbers import Number
from asylia.lexicon.load import LANGUAGES, load
from asylia.model.capture import Capture
from asylia.review.likeness import same_name
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


def figures() -> Iterator[Example]:
    """Every number that the grammar of figures asks about, with the measure of the figure that it is."""
    for page, claims in texts():
        told = [claim for claim in claims if claim["kind"] == "figure"]
        asked: list[Example] = []

        def listen(
            number: Number, names: tuple[str, ...], ruled: str, rule: str,  # noqa: ARG001
            page: Scan = page, told: Labelled = told, asked: list[Example] = asked,
        ) -> str:  # fmt: skip
            asked.append((names, _measure(page, told, number)))
            return ruled

        drafted(page, listen)
        yield from asked


def _measure(page: Scan, told: Labelled, number: Number) -> str:
    for claim in told:
        for quote in (claim["quote"], *claim.get("also", ())) if claim["value"] == number.value else ():
            start = page.text.find(quote)
            if 0 <= start <= number.start < start + len(quote):
                return str(claim["measure"])
    return NONE


def reports() -> Iterator[Example]:
    """Every sentence, with the method of the first incident that it tells, or the outcome of a mere stage."""
    for page, claims in texts():
        people = persons.find(page)
        for sentence, told in _telling(page, claims, "incident"):
            yield report_traits(page, sentence, people), _act(told)


def positions() -> Iterator[Example]:
    """Every sentence, with the stance of the first position that it holds."""
    for page, claims in texts():
        people = persons.find(page)
        heard = voices.attribute(page, people)
        for sentence, held in _telling(page, claims, "position"):
            said = heard.heard_in(sentence.index)
            yield position_traits(page, sentence, people, heard, said), str(held["stance"]) if held else NONE


def actors() -> Iterator[Example]:
    """Everybody spoken of in a sentence that holds a position, with whether it is theirs."""
    for page, claims in texts():
        people = persons.find(page)
        heard = voices.attribute(page, people)
        for sentence, held in _telling(page, claims, "position"):
            said = heard.heard_in(sentence.index)
            among = candidates(sentence, people, heard, said) if held else []
            for one in among:
                name = page.text[one.actor.start : one.actor.end]
                yield (
                    of_candidate(page, sentence, one, among),
                    HOLDS if held and same_name(held["actor"], name) else NONE,
                )


def credited() -> Iterator[Example]:
    """Everybody whom a labelled figure or incident may rest on, with whether the page credits them."""
    for page, claims in texts():
        people = persons.find(page)
        heard = voices.attribute(page, people)
        for claim in claims:
            start = page.text.find(claim["quote"])
            if claim["kind"] == "position" or start < 0:
                continue
            end = start + len(claim["quote"])
            among = whom(page, people, heard, start, end)
            for one in among:
                name = page.text[one.actor.start : one.actor.end]
                same = same_name(name, claim.get("origin"))
                yield credit_traits(page, one, among, start, end), CREDITED if same else NONE


def _telling(page: Scan, claims: Labelled, kind: str) -> Iterator[tuple[SentenceScan, Mapping[str, Any] | None]]:
    """The sentences of the body, each with the first claim of a kind that it tells."""
    told = [claim for claim in claims if claim["kind"] == kind]
    for sentence in page.sentences:
        if sentence.paragraph >= 0:
            here = (claim for claim in told if _shares(page.text, sentence.start, sentence.end, claim["quote"]))
            yield sentence, next(here, None)


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
    rows = model.coef_ if len(model.coef_) > 1 else np.vstack([0.0 * model.coef_, model.coef_])  # of two labels
    return [str(label) for label in model.classes_], names, rows.T


TASKS: dict[str, tuple[str, Callable[[], Iterator[Example]]]] = {
    "figures": ("figures/weights", figures),
    "reports": ("reports/weights", reports),
    "positions": ("positions/weights", positions),
    "actors": ("positions/actors", actors),
    "voices": ("voices/weights", credited),
}


def main() -> int:
    """Train and write."""
    for task in sys.argv[1:] or TASKS:
        place, told_of = TASKS[task]
        examples = list(told_of())
        labels, names, weights = trained(examples)
        whole = np.rint(weights * UNIT).astype(np.int16)
        kept = np.flatnonzero(np.abs(whole).max(axis=1))
        path = CLAIMS / f"{place}.npz"
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
