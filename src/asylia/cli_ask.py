"""The command that asks a model server."""

from __future__ import annotations

import argparse
import os
import sys

from asylia.archive.ask import Server
from asylia.archive.folder import Archive
from asylia.cli_text import Progress, many
from asylia.folder import chosen
from asylia.lexicon.load import load
from asylia.second_reader import ask_missing, read_answers, sealed_answers
from asylia.store.sqlite import SqliteStore


def ask(options: argparse.Namespace) -> int:
    """Ask a model server about the pages of the record and seal its answers; the next build uses them."""
    folder = chosen(options.record)
    archive = Archive(folder.root)
    lexicon = load(folder.lexicon())
    pages = SqliteStore(folder.store).record().pages
    failed = 0
    if options.endpoint:
        server = Server(options.endpoint, options.model, options.anywhere, os.environ.get("ASYLIA_MODEL_KEY"))
        progress = Progress("asking")
        done = 0

        def heard(prompt: str, problem: str | None) -> None:
            nonlocal done, failed
            done += 1
            failed += problem is not None
            if problem is not None:
                progress.end()
                print(f"{prompt}: {problem}", file=sys.stderr)
            progress(done)

        answered = ask_missing(archive, pages, lexicon, server, heard)
        progress.end()
        print(f"{many(answered, 'answer')} sealed, {failed} failed")
    for line in read_answers(pages, lexicon, sealed_answers(archive))[1].lines():
        print(line)
    return 1 if failed else 0
