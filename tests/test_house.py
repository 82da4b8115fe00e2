"""The house: what a stranger may rely on in every room."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "asylia"
FILES = sorted(SOURCE.rglob("*.py"))
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "settings", "base"}
# The pipeline's one place, where one failing page is one reported line, and the worker that may be killed.
MAY_CATCH_ALL = {"pipeline.py", "workers.py"}


def _functions(tree: ast.AST) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_file_holds_one_concept_in_small_functions(path: Path) -> None:
    """At most 300 lines a file, 60 lines and 7 parameters a function, a telling name, a docstring."""
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    assert text.count("\n") <= 300
    assert path.stem not in SAYS_NOTHING
    assert ast.get_docstring(tree), "a file says in its first line what it is"
    for function in _functions(tree):
        arguments = function.args
        count = len(arguments.posonlyargs) + len(arguments.args) + len(arguments.kwonlyargs)
        assert count <= 7, f"{function.name}: {count} parameters"
        assert (function.end_lineno or 0) - function.lineno < 60, f"{function.name} is long"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_failures_are_caught_by_name(path: Path) -> None:
    """No broad except outside the pipeline's one place."""
    if path.name in MAY_CATCH_ALL:
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            caught = getattr(node.type, "id", None)
            assert node.type is not None, "a bare except"
            assert caught not in {"Exception", "BaseException"}, "a broad except"


def test_imports_point_down_the_floors() -> None:
    """import-linter's contracts in pyproject.toml hold, indirect paths too."""
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_ground_floor_needs_only_the_standard_library() -> None:
    """model/ imports nothing that pip installs."""
    for path in sorted((SOURCE / "model").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                top = name.partition(".")[0]
                assert top == "asylia" or top in sys.stdlib_module_names, f"{path.name} imports {name}"


def test_help_starts_without_the_heavy_libraries() -> None:
    """`asylia --help` imports no numpy, readers of pages or sqlite3: a command's room is imported when it runs."""
    code = "import sys, asylia.cli as c\ntry:\n c.main(['--help'])\nexcept SystemExit: pass\n"
    heavy = "numpy resiliparse pypdfium2 pypdf py3langid pycld2 ahocorasick_rs sqlite3"
    code += f"heavy = set({heavy!r}.split()) & set(sys.modules)\nassert not heavy, heavy"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_no_place_of_a_machine_or_registry_is_written_down() -> None:
    """What is committed works anywhere: no home folders, no download hosts."""
    hosts = ["py" + "pi.org", "python" + "hosted", "npm" + "js.org", "deb" + "ian.org"]
    pattern = re.compile("|".join(map(re.escape, hosts)) + r"|(?<![\w.])/(?:home|root|work|farm|Users)/")
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    for name in filter(None, listed):
        path = ROOT / name
        if (
            path.suffix in {".py", ".md", ".toml", ".lock", ".json", ".txt", ""}
            and path.is_file()
            and path != Path(__file__)
        ):
            found = pattern.search(path.read_text("utf-8", errors="replace"))
            assert found is None, f"{name}: {found and found.group()}"
