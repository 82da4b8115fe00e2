"""Speed of the claims: MB of text per second on one core, on labelled and on mixed text, beside spaCy where it is.

    python bench/claims_speed.py [--rounds N]

Labelled: the pages that ship, nearly all in scope. Mixed: 2 % of the text in scope; the rest are distractors, written
to share the words and not the matter, and test pages about other things, so harder than what a crawl brings in.

spaCy (`pip install spacy`, best in an environment of its own: it is no dependency) splits the same pages into words and
sentences with blank pipelines and finds the same lexicon's forms with a PhraseMatcher: what our first pass does, not
numbers, dates, persons, voices and claims. Its Japanese and Korean need further packages; both then leave these out.
"""

from __future__ import annotations

import argparse
import hashlib
import statistics
import time
import tomllib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from asylia.claims import scope
from asylia.claims.extract import extract
from asylia.claims.scan import outline
from asylia.lexicon.load import load, shipped
from asylia.model.capture import Capture
from asylia.model.document import Document
from asylia.model.errors import ReadError
from asylia.text.read import read

try:
    import spacy
    from spacy.matcher import PhraseMatcher
except ImportError:
    spacy = None

ROOT = Path(__file__).parent.parent
LABELLED = ROOT / "src" / "asylia" / "demo" / "pages"
OTHERS = ROOT / "tests" / "text" / "pages"
DISTRACTORS = ROOT / "tests" / "claims" / "cases"
SHARE = 0.02
LEXICON = load()


def documents(sources: Iterable[tuple[str, bytes]]) -> list[Document]:
    """What can be read of these."""
    found = []
    for name, data in sources:
        capture = Capture(hashlib.sha256(data).hexdigest(), name, "", len(data), "2024-01-01T00:00:00Z")
        try:
            found.append(read(capture, data))
        except ReadError:
            continue
    return found


def of_files(folder: Path) -> list[tuple[str, bytes]]:
    return [(path.name, path.read_bytes()) for path in sorted(folder.iterdir())]


def distractors() -> list[tuple[str, bytes]]:
    cases = [
        case
        for path in sorted(DISTRACTORS.rglob("distractors.toml"))
        for case in tomllib.loads(path.read_text("utf-8"))["case"]
    ]
    return [(f"{number}.txt", case["text"].encode()) for number, case in enumerate(cases)]


def size(pages: Sequence[Document]) -> int:
    return sum(len(page.text.encode()) for page in pages)


def mixed(labelled: Sequence[Document]) -> list[Document]:
    """Every page about something else once, and as much of the labelled ones as makes 2 % of the whole."""
    others = [page for page in documents([*of_files(OTHERS), *distractors()]) if not scope.page(outline(page, LEXICON))]
    times = 1 + round(max(size([page]) for page in labelled) * (1 - SHARE) / SHARE / size(others))
    pages = others * times
    wanted = size(pages) * SHARE / (1 - SHARE)
    chosen: list[Document] = []
    for page in sorted(labelled, key=lambda page: page.id):
        if scope.page(outline(page, LEXICON)) and size([*chosen, page]) <= wanted * 1.1:
            chosen.append(page)
    return [*pages, *chosen]


def rate(pages: Sequence[Document], work: Callable[[Document], object], rounds: int) -> float:
    """MB of text per second of processor time (other work on the machine does not count): the median of rounds."""
    took = []
    for _ in range(rounds):
        began = time.process_time()
        for page in pages:
            work(page)
        took.append(time.process_time() - began)
    return size(pages) / 1e6 / statistics.median(took)


def forms(language: str) -> list[str]:
    """The lexicon's forms of a language, as far as a phrase matcher can hold them: without gaps and open ends."""
    found: set[str] = set()
    for name, text in shipped().items():
        if name.startswith(f"languages/{language}/") and not name.endswith("/calendar.toml"):
            rows = [row for rows in tomllib.loads(text).values() if isinstance(rows, list) for row in rows]
            found.update(form.strip("=*") for row in rows for form in row.get("forms", ()) if " ... " not in form)
    return sorted(found)


def rivals(languages: Iterable[str]) -> dict[str, Callable[[str], Any]]:
    """For each language a blank pipeline with a phrase matcher, where one can be made."""
    made: dict[str, Callable[[str], Any]] = {}
    for language in sorted(set(languages)):
        try:
            options = {"nlp": {"tokenizer": {"use_pyvi": False}}} if language == "vi" else {}
            pipeline = spacy.blank(language, config=options)
        except (ImportError, OSError):
            continue
        pipeline.add_pipe("sentencizer")
        pipeline.max_length = 10_000_000
        matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
        matcher.add("form", list(pipeline.tokenizer.pipe(forms(language))))
        made[language] = lambda text, pipeline=pipeline, matcher=matcher: matcher(pipeline(text))
    return made


def report(rounds: int = 3) -> None:
    """Print the rates."""
    labelled = documents(of_files(LABELLED))
    both = mixed(labelled)
    for page in (*labelled, *both[:200]):
        extract(page, LEXICON)  # the lexicons are compiled when first asked for
    early = sum(not scope.page(outline(page, LEXICON)) for page in both)
    print(f"claims, labelled pages      {rate(labelled, ours, rounds):10.2f} MB of text/s on one core")
    print(f"claims, 2 % in scope        {rate(both, ours, rounds):10.2f} MB of text/s on one core")
    print(f"  {len(both)} pages, {size(both) / 1e6:.1f} MB; {early / len(both):.0%} out of scope")
    if spacy is None:
        print("spaCy is not here to compare with: `pip install spacy` in an environment of its own that holds asylia")
        return
    theirs = rivals(page.language or "en" for page in both)
    for name, pages in (("labelled pages", labelled), ("2 % in scope", both)):
        common = [page for page in pages if (page.language or "en") in theirs]
        matched = rate(common, lambda page: theirs[page.language or "en"](page.text), rounds)
        cues = rate(common, lambda page: outline(page, LEXICON), rounds)
        print(f"{name} in {len(theirs)} languages, {size(common) / 1e6:.2f} MB:")
        print(f"  words, sentences, matches (spaCy {spacy.__version__}) {matched:8.2f} MB/s")
        print(f"  sentences and cues (ours)                {cues:8.2f} MB/s   {cues / matched:6.1f} times spaCy")
        whole = rate(common, ours, rounds)
        print(f"  everything, up to the claims (ours)      {whole:8.2f} MB/s   {whole / matched:6.1f} times spaCy")


def ours(page: Document) -> object:
    return extract(page, LEXICON)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    report(parser.parse_args().rounds)


if __name__ == "__main__":
    main()
