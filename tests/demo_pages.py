"""The pages that ship, for tests that need real ones."""

from importlib import resources
from pathlib import Path

PAGES = Path(str(resources.files("asylia.demo"))) / "pages"
FILES = tuple(sorted(path for path in PAGES.iterdir()))
# One of each script and format, and a pair of copies: enough for tests that build many times.
FEW = tuple(path for path in FILES if path.name[:2] in {"a1", "a2", "a3", "b3", "c3", "d3", "x2"})
