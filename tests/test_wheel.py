"""The wheel: what somebody gets who installs Asylia without its repository."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MOST = 235_000_000  # bytes installed, without pip and setuptools
NOT_OURS = ("pip", "setuptools", "_distutils_hack", "pkg_resources", "distutils-precedence")


def _run(*command: str | Path, folder: Path) -> str:
    """What it prints. The repository is neither where it runs nor on its path."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(command, cwd=folder, env=outside, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command[0]}: {done.stdout[-2000:]}{done.stderr[-2000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment that holds the wheel, what it needs, and nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, folder=folder)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=True)
    binaries = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    _run(binaries / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, folder=folder)
    return binaries


@pytest.mark.long
def test_the_demo_runs_from_the_wheel(clean: Path, tmp_path: Path) -> None:
    """Built, exported and verified outside the checkout."""
    told = _run(clean / "asylia", "demo", "record", folder=tmp_path)
    assert "record digest" in told
    assert "transnational repression" in told
    _run(clean / "asylia", "--record", "record", "verify", folder=tmp_path)
    _run(clean / "asylia", "--record", "record", "export", "out", folder=tmp_path)
    assert any((tmp_path / "out").iterdir())


@pytest.mark.long
def test_the_core_is_small(clean: Path, tmp_path: Path) -> None:
    """Under 235 MB of packages; every requirement of every package is there."""
    _run(clean / "python", "-m", "pip", "check", "--disable-pip-version-check", folder=tmp_path)
    where = "import sysconfig; print(sysconfig.get_path('platlib'))"
    packages = Path(_run(clean / "python", "-c", where, folder=tmp_path).strip())
    files = (path for top in packages.iterdir() if not top.name.startswith(NOT_OURS) for path in (top, *top.rglob("*")))
    assert sum(path.stat().st_size for path in files if path.is_file()) < MOST


@pytest.mark.long
def test_the_wheel_holds_the_package_and_nothing_else(clean: Path, tmp_path: Path) -> None:
    """No tests, tools or labels are installed with it; what is there says where it came from."""
    listed = _run(clean / "python", "-m", "pip", "show", "--files", "asylia", folder=tmp_path)
    files = [line.strip() for line in listed.partition("Files:\n")[2].splitlines()]
    tops = {name.split(os.sep)[0] for name in files if not name.startswith("..")}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"asylia"}
    assert any(name.endswith("LICENSE") for name in files)
