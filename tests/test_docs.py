"""The generated reference pages say what the code says."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_reference_pages_are_up_to_date() -> None:
    """Nobody has to remember `make docs`: this fails when a page is stale."""
    done = subprocess.run(
        [sys.executable, "docs/generate.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_direct_dependency_is_explained() -> None:
    """docs/dependencies.md has one line for each package of pyproject.toml."""
    project = (ROOT / "pyproject.toml").read_text("utf-8").partition("dependencies = [")[2].partition("\n]")[0]
    wanted = set(re.findall(r'"([a-z0-9-]+)[>=]', project))
    explained = set(re.findall(r"^\| ([a-z0-9-]+) \|", (ROOT / "docs" / "dependencies.md").read_text("utf-8"), re.M))
    assert wanted
    assert wanted <= explained


def test_links_between_pages_lead_somewhere() -> None:
    """Every relative link of the README and the docs points at a file that is there."""
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "SECURITY.md"):
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
