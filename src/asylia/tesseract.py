"""Tesseract: whether the program is there, which it is, and which languages it has. Light: every build asks."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

_SECONDS = 50
# Its data files for the languages that Asylia reads, in the order in which they are asked for.
_LANGUAGES = ("eng", "chi_sim", "chi_tra", "spa", "fra", "deu", "kor", "jpn", "vie", "rus", "tur", "fas", "ara")


def mark() -> str | None:
    """What changes when the program is installed, upgraded or removed, without running it; None where it is not."""
    found = shutil.which("tesseract")
    if found is None:
        return None
    facts = Path(found).stat()
    return f"{facts.st_size} {facts.st_mtime_ns}"


@cache
def version() -> str | None:
    """The program with its version ("tesseract 5.3.0"); None where it is not installed."""
    if shutil.which("tesseract") is None:
        return None
    told = _told("--version")
    return " ".join((told.stdout or told.stderr).split()[:2]) if told.returncode == 0 else None


@cache
def languages() -> tuple[str, ...]:
    """Those of our languages whose data are installed."""
    there = set(_told("--list-langs").stdout.split())
    return tuple(name for name in _LANGUAGES if name in there) or ("eng",)


def _told(question: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["tesseract", question], capture_output=True, text=True, check=False, timeout=_SECONDS)
