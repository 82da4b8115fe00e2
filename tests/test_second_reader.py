"""A model server as a second reader: asked on request, sealed, and needed by no rebuild."""

import json
import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from demo_pages import FEW

from asylia.archive.folder import Archive
from asylia.cli import main
from asylia.folder import RecordFolder, create
from asylia.pipeline import build
from asylia.second_reader import is_answer


class Model(BaseHTTPRequestHandler):
    """Quotes the first twenty characters of each passage as a claim, and invents another."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        passage = json.loads(body["messages"][1]["content"])["passage"]
        real = {"kind": "report", "quote": passage[:20], "methods": ["abroad.approach"]}
        invented = {"kind": "report", "quote": "words that stand nowhere", "methods": ["abroad.killing"]}
        content = json.dumps({"claims": [real, invented]})
        data = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[ThreadingHTTPServer]:
    """A real server on loopback, which a test may stop."""
    running = ThreadingHTTPServer(("127.0.0.1", 0), Model)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield running
    running.shutdown()
    running.server_close()


@pytest.fixture
def folder(tmp_path: Path) -> RecordFolder:
    made = create(tmp_path / "record", "second")
    Archive(made.root).add(FEW[:2])
    build(made, "now")
    return made


def test_answers_are_sealed_and_a_rebuild_needs_no_server(
    folder: RecordFolder, server: ThreadingHTTPServer, capsys: pytest.CaptureFixture[str]
) -> None:
    """Asking seals; building uses; from nothing, without the server, the same digest; a wrong quote is dropped."""
    endpoint = f"http://127.0.0.1:{server.server_address[1]}/v1"
    before = build(folder, "now")
    assert main(["--record", str(folder.root), "ask", "--endpoint", endpoint]) == 0
    printed = capsys.readouterr().out
    assert "2 answers sealed, 0 failed" in printed
    assert "dropped: 2 for: quote not verbatim" in printed
    assert "passages without an answer: 0" in printed
    after = build(folder, "now")
    assert after.digest != before.digest
    own = [claim for claim in after.record.claims if claim.rule.name == "model-answer"]
    assert len(own) == 2
    assert len(after.record.pages) == len(before.record.pages), "an answer is no source"
    shutil.rmtree(folder.cache)
    folder.store.unlink()
    assert build(folder, "now").digest == after.digest


def test_asking_again_asks_nothing(folder: RecordFolder, server: ThreadingHTTPServer) -> None:
    """What has an answer is not asked for twice."""
    endpoint = f"http://127.0.0.1:{server.server_address[1]}/v1"
    archive = Archive(folder.root)
    for _ in range(2):
        main(["--record", str(folder.root), "ask", "--endpoint", endpoint])
        build(folder, "now")
    assert sum(is_answer(capture) for capture in archive.captures()) == 2


def test_a_build_without_answers_counts_them_and_asks_nobody(
    folder: RecordFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    """`ask` without an endpoint only reports."""
    assert main(["--record", str(folder.root), "ask"]) == 0
    assert "passages without an answer: 2" in capsys.readouterr().out


def test_a_server_that_is_not_there_fails_page_by_page(
    folder: RecordFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each failing prompt is one line, nothing is sealed, and the exit status says so."""
    assert main(["--record", str(folder.root), "ask", "--endpoint", "http://127.0.0.1:9/v1"]) == 1
    assert "0 answers sealed, 2 failed" in capsys.readouterr().out


def test_a_server_elsewhere_is_a_wrong_request(folder: RecordFolder) -> None:
    """Nothing leaves the machine by mistake."""
    assert main(["--record", str(folder.root), "ask", "--endpoint", "http://192.0.2.1/v1"]) == 1
