"""The command line: one parser, one table of commands, one place where errors become exit codes.

A command's room is imported when the command runs, so that `--help` answers at once.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

from asylia import __version__

_EPILOG = """\
A command works on the record of the folder that it stands in or above, or on --record DIR.
Exit status: 0 done, 1 a wrong request, 2 usage, 3 something kept is missing or was changed.

Asylia documents what pages say. It does not look for people: names of affected persons are
masked in everything it shows, and it answers no question whether somebody is in the record.
"""
_LIST = "or - for a list on standard input, one on each line"
SUBJECTS = (
    "incidents", "figures", "positions", "ledger", "origins", "documents", "entities", "failures",
    "decisions", "stations", "notices", "extraditions", "tallies", "incident",
)  # fmt: skip
VERBS = ("accept", "reject", "same", "different", "split", "merge")  # as in model.decision, which --help must not load


class Command(NamedTuple):
    """A command: its name, what it does, where it stands ("module:function") and its arguments."""

    name: str
    what: str
    target: str
    arguments: Callable[[argparse.ArgumentParser], None]


def _init(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help="the folder to make")
    parser.add_argument("--title", help="the record's title; the folder's name if not given")
    parser.add_argument(
        "--origin-state", action="append", default=[], metavar="CC", help="a state whose acts are recorded, as in CN"
    )


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sources", nargs="+", metavar="PATH|ADDRESS", help=f"files, folders, http(s) addresses, {_LIST}"
    )
    parser.add_argument(
        "--network", action="append", default=[], metavar="CIDR", help="a private network that may be asked"
    )
    parser.add_argument("--ignore-robots", action="store_true", help="ask a site even where its robots.txt says not to")


def _build(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--workers", type=_count, metavar="N", help="processes that read pages; the processors if not given"
    )
    parser.add_argument("--seconds", type=_count, default=60, metavar="N", help="time limit for one page (60)")


def _show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "subject", choices=SUBJECTS, metavar="SUBJECT", help=", ".join(SUBJECTS[:-1]) + "; or: incident ID"
    )
    parser.add_argument(
        "id", nargs="?", metavar="ID", help="an id, or its beginning: of an incident, of any of its claims"
    )
    parser.add_argument("--limit", type=_count, metavar="N", help="show only the first N")
    parser.add_argument("--json", action="store_true", help="JSON lines, as in an export")


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help="the folder to write; an earlier export in it is replaced")
    parser.add_argument("--with-names", action="store_true", help="write the names of affected persons too")


def _verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", nargs="?", metavar="PATH", help="a record's folder, if not the one stood in")
    parser.add_argument("--json", action="store_true", help="findings as JSON lines")


def _evaluate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("gold", metavar="GOLD", help="a folder with pages/ and gold.json")
    parser.add_argument("--only", nargs="+", default=[], metavar="PREFIX", help="only pages whose file names start so")
    parser.add_argument(
        "--errors", metavar="KIND", help="also list what was missed, extra or wrong: figure, incident, …"
    )
    parser.add_argument("--json", action="store_true", help="print the table as JSON")


def _ask(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--endpoint", metavar="ADDRESS", help="an OpenAI-compatible server, as in http://localhost:8080/v1"
    )
    parser.add_argument("--model", default="local", metavar="NAME", help="the model to ask for (local)")
    parser.add_argument(
        "--anywhere", action="store_true", help="let pages leave this machine; sources can endanger people"
    )


def _decide(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("verb", choices=VERBS, metavar="VERB", help=", ".join(VERBS))
    parser.add_argument(
        "ids", nargs="+", metavar="ID", help="ids of claims, incidents or entities, or their beginnings"
    )
    parser.add_argument("--by", required=True, metavar="WHO", help="who decides")
    parser.add_argument("--why", required=True, metavar="TEXT", help="for what reason; no names of affected persons")


def _demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder", nargs="?", default="demo-record", metavar="DIR", help="where to make it (demo-record)"
    )
    parser.add_argument("--workers", type=_count, metavar="N", help=argparse.SUPPRESS)


COMMANDS: tuple[Command, ...] = (
    Command("init", "make a record's folder", "asylia.cli_record:init", _init),
    Command("add", "keep sources: their bytes, sealed in a chain", "asylia.cli_record:add", _add),
    Command("build", "derive the record from what is kept", "asylia.cli_record:build", _build),
    Command("show", "print what the record says, names masked", "asylia.cli_show:show", _show),
    Command("decide", "record what a person decided", "asylia.cli_decide:decide", _decide),
    Command("export", "write the whole record as JSON lines", "asylia.cli_record:export", _export),
    Command("verify", "check everything kept against its seals", "asylia.cli_record:verify", _verify),
    Command("evaluate", "score the software on labelled pages", "asylia.cli_record:evaluate", _evaluate),
    Command("ask", "ask a model server, as a second reader", "asylia.cli_ask:ask", _ask),
    Command("demo", "build a record from the pages that ship", "asylia.cli_record:demo", _demo),
)


def parser() -> argparse.ArgumentParser:
    """The whole command line's parser."""
    whole = argparse.ArgumentParser(
        prog="asylia",
        description="A sourced, reviewable record of transnational repression, built from pages.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    whole.add_argument("--version", action="version", version=f"asylia {__version__}")
    whole.add_argument("--record", metavar="DIR", help="the record to work on")
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in COMMANDS:
        one = commands.add_parser(command.name, help=command.what, description=command.what + ".", allow_abbrev=False)
        # SUPPRESS: not given here must not undo what was given before the command
        one.add_argument("--record", metavar="DIR", default=argparse.SUPPRESS, help="the record to work on")
        command.arguments(one)
    return whole


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # pages speak twelve languages, terminals and pipes may not
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = parser().parse_args(words)
    # Not before: the nouns alone take half of the time that --help has.
    errors = importlib.import_module("asylia.model.errors")
    module, _, name = next(each.target for each in COMMANDS if each.name == options.command).partition(":")
    try:
        status: int = getattr(importlib.import_module(module), name)(options)
        sys.stdout.flush()
    except errors.AsyliaError as error:
        return _said(str(error), error.exit_code)
    except BrokenPipeError:
        # The reader has seen enough. Python would complain once more when it closes standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        where = f"{os.path.basename(error.filename)}: " if isinstance(error.filename, str) else ""
        return _said(f"{where}{error.strerror or error}; check it, then try again", 1)
    except KeyboardInterrupt:
        return _said("stopped; nothing is lost, the same command goes on from here", 130)
    return status


def _said(words: str, status: int) -> int:
    print(f"asylia: {words}", file=sys.stderr)
    return status


def _count(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if number < 1:
        raise argparse.ArgumentTypeError("write a number from 1 on")
    return number


if __name__ == "__main__":
    sys.exit(main())
