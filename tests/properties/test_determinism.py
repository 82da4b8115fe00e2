"""The record is a pure function of what its folder keeps: nothing of the machine or the moment gets in."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from demo_pages import FEW

from asylia.publish.export import FILES


def run(*words: str | Path, **env: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "asylia.cli", *map(str, words)],
        capture_output=True, text=True, encoding="utf-8", check=False, env={**os.environ, **env},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def made(root: Path, pages: tuple[Path, ...], workers: int, **env: str) -> tuple[str, dict[str, bytes]]:
    """The digest and the exports of a record made in this way."""
    if not root.exists():
        run("init", root, "--title", "same", **env)
        for page in pages:
            run("add", "--record", root, page, **env)
    run("build", "--record", root, "--workers", str(workers), **env)
    digest = run("verify", root, **env)
    written = {}
    for names in ((), ("--with-names",)):
        out = root.parent / "out"
        run("export", "--record", root, out, *names, **env)
        written |= {f"{name}{names}": (out / name).read_bytes() for name in FILES}
        shutil.rmtree(out)
    return digest, written


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, bytes], Path]:
    root = tmp_path_factory.mktemp("reference") / "record"
    return *made(root, FEW, 1, PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8"), root


def test_another_machine_makes_the_same_record(reference: tuple[str, dict[str, bytes], Path], tmp_path: Path) -> None:
    """Another hash seed, locale, time zone, number of workers, folder and order of adding: the same bytes."""
    env = {"PYTHONHASHSEED": "4711", "TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}
    root = tmp_path / "a folder with ünïcode and spaces" / "记录"
    root.parent.mkdir()
    digest, written = made(root, FEW[::-1], 3, **env)
    assert digest == reference[0]
    assert written == reference[1]


def test_everything_derived_can_be_deleted(reference: tuple[str, dict[str, bytes], Path], tmp_path: Path) -> None:
    """Without record.db and the cache, a build gives them again, digest and bytes."""
    root = tmp_path / "copy"
    shutil.copytree(reference[2], root)
    (root / "record.db").unlink()
    shutil.rmtree(root / "cache")
    digest, written = made(root, FEW, 2)
    assert (digest, written) == reference[:2]
