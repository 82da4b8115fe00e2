"""Speed: pages per second of a build, beside merely parsing the same pages with the fastest parser.

    python bench/speed.py [--pages N] [--workers N]

Both run here, one after the other, on the same bytes: the pages that ship, repeated with a different last line so that
nothing is known already. The ratio says more than the seconds, which are this machine's. Then the speed of the claims
alone (bench/claims_speed.py).
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import claims_speed
from selectolax.lexbor import LexborHTMLParser

from asylia.archive.folder import Archive
from asylia.folder import create
from asylia.pipeline import Options, build

PAGES = Path(__file__).parent.parent / "src" / "asylia" / "demo" / "pages"


def corpus(count: int) -> list[tuple[str, bytes]]:
    """So many pages, each different."""
    files = [(path.name, path.read_bytes()) for path in sorted(PAGES.iterdir())]
    return [
        (f"{number:05}-{name}", data + b"\n<!-- %d -->\n" % number)
        for number in range(count)
        for name, data in [files[number % len(files)]]
    ]


def parsed(pages: list[tuple[str, bytes]]) -> float:
    """Seconds to parse all pages and take their text."""
    began = time.perf_counter()
    for _, data in pages:
        parser = LexborHTMLParser(data.decode("utf-8", "replace"))
        parser.body.text(separator=" ") if parser.body else None
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=220)
    parser.add_argument("--workers", type=int)
    options = parser.parse_args()
    pages = corpus(options.pages)
    size = sum(len(data) for _, data in pages) / 1e6
    floor = min(parsed(pages) for _ in range(3))
    with tempfile.TemporaryDirectory(prefix="asylia-speed-") as place:
        inputs = Path(place) / "pages"
        inputs.mkdir()
        for name, data in pages:
            (inputs / name).write_bytes(data)
        record = create(Path(place) / "record", "speed")
        began = time.perf_counter()
        Archive(record.root).add([inputs])
        added = time.perf_counter() - began
        began = time.perf_counter()
        made = build(record, "now", Options(workers=options.workers))
        first = time.perf_counter() - began
        began = time.perf_counter()
        build(record, "now", Options(workers=options.workers))
        second = time.perf_counter() - began
    text = sum(len(page.document.text.encode()) for page in made.record.pages) / 1e6
    count = len(pages)
    print(f"{count} pages, {size:.1f} MB, {text:.1f} MB of text")
    print(f"parsing only (selectolax)   {count / floor:10.0f} pages/s")
    print(f"adding and sealing          {count / added:10.0f} pages/s")
    print(f"build from nothing          {count / first:10.1f} pages/s   {first / floor:8.1f} times the parsing")
    print(f"build, nothing changed      {count / second:10.1f} pages/s   {second / floor:8.1f} times the parsing")
    claims_speed.report()


if __name__ == "__main__":
    main()
