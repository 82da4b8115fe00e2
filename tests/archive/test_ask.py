"""A model server is asked on this machine only, and its answer is taken as it comes or not at all."""

import contextlib
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from asylia.archive.ask import Server, ask
from asylia.model.errors import FetchError, LimitError, RequestError

SEEN: list[dict[str, object]] = []


class Handler(BaseHTTPRequestHandler):
    """Answers by path: what the test asks for."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        SEEN.append({"path": self.path, "body": json.loads(body), "auth": self.headers.get("Authorization")})
        kind = self.path.split("/")[1]
        if kind == "slow":
            time.sleep(3)
        if kind == "drip":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            for _ in range(40):
                try:
                    self.wfile.write(b"x")
                    self.wfile.flush()
                except OSError:
                    return
                time.sleep(0.1)
            return
        data = {"good": b'{"choices": []}', "huge": b"x" * 5_000, "cut": b"short"}.get(kind, b"no")
        self.send_response({"refused": 403, "broken": 500}.get(kind, 200))
        self.send_header("Content-Length", str(len(data) + (100 if kind == "cut" else 0)))
        self.end_headers()
        with contextlib.suppress(OSError):  # a client that has seen enough
            self.wfile.write(data)
        if kind == "cut":
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A real server on loopback."""
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    running.shutdown()
    running.server_close()


def test_the_answer_is_given_byte_for_byte(server: str) -> None:
    """Model, messages and key are sent; the body comes back untouched."""
    got = ask(Server(f"{server}/good/v1", "small", key="k"), {"messages": [{"role": "user", "content": "页"}]})
    assert got == b'{"choices": []}'
    assert SEEN[-1] == {
        "path": "/good/v1/chat/completions",
        "body": {"model": "small", "messages": [{"role": "user", "content": "页"}]},
        "auth": "Bearer k",
    }


FAILING = {
    "refused": FetchError,
    "broken": FetchError,
    "huge": LimitError,
    "cut": FetchError,
    "slow": FetchError,
    "drip": FetchError,
}


@pytest.mark.parametrize("kind", FAILING)
def test_what_is_no_whole_answer_is_an_error(server: str, kind: str) -> None:
    """Refused, failing, too large, cut off, slow or dripping: each is named, nothing is half-taken."""
    with pytest.raises(FAILING[kind]):
        ask(Server(f"{server}/{kind}/v1", "small", seconds=1, size=1_000), {"messages": []})


def test_a_server_elsewhere_is_refused_before_anything_is_sent() -> None:
    """A page's text does not leave the machine unless somebody says so."""
    with pytest.raises(RequestError, match="nothing was sent"):
        ask(Server("http://192.0.2.1:9/v1", "small", seconds=1), {"messages": []})


@pytest.mark.parametrize("endpoint", ["", "localhost:8080", "ftp://localhost/v1", "http://me:secret@localhost/v1"])
def test_what_is_no_address_is_a_wrong_request(endpoint: str) -> None:
    """Credentials in an address are refused too: addresses end up in logs."""
    with pytest.raises(RequestError):
        ask(Server(endpoint, "small"), {"messages": []})


def test_a_server_that_is_not_there_is_named_as_such() -> None:
    """A closed port is an error with a next step."""
    with pytest.raises(FetchError, match="running"):
        ask(Server("http://127.0.0.1:9/v1", "small", seconds=1), {"messages": []})
