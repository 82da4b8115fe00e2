"""Fetch: real servers on loopback that redirect, drip, lie, swell and refuse."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from asylia.archive import Archive, Limits
from asylia.archive.fetch import AGENT, Fetcher
from asylia.model.errors import FetchError, LimitError

LOOPBACK = ("127.0.0.1/32",)
HERE = Limits(networks=LOOPBACK)


def test_a_page_is_kept_with_what_was_sent_and_what_came(record: Archive, site: Any) -> None:
    """The bytes, both sets of headers, the kind and the address; a second time nothing is new."""
    site.pages["/a"] = site.answer(200, b"<p>page", Content_Type="text/html; charset=utf-8", X_Note="caf\xe9")
    outcome = record.add([site.url + "/a#top"], HERE)[0]
    assert outcome.status == "added"
    (capture,) = record.captures()
    assert capture == outcome.capture
    assert (capture.url, capture.name) == (site.url + "/a", site.url + "/a")
    assert (capture.media_type, capture.size) == ("text/html", 7)
    assert ("X-Note", "caf\xe9") in capture.headers
    assert ("User-Agent", AGENT) in capture.request_headers
    assert AGENT.startswith("Asylia/")
    path, sent = site.asked[-1]
    assert path == "/a"
    assert sent == dict(capture.request_headers)
    assert "Cookie" not in sent
    assert record.bytes(capture.sha256) == b"<p>page"
    assert record.add([site.url + "/a"], HERE)[0].status == "known"
    assert record.verify() == ()


def test_loopback_is_refused_unless_told_otherwise(record: Archive, site: Any) -> None:
    """Nothing is asked of the server."""
    site.pages["/a"] = site.answer(200, b"x")
    outcome = record.add([site.url + "/a"])[0]
    assert outcome.status == "failed"
    assert "not a public address" in str(outcome.reason)
    assert site.asked == []


def test_a_redirect_is_followed_and_its_end_is_the_address(record: Archive, site: Any) -> None:
    """The name keeps what was asked for."""
    site.pages["/a"] = site.answer(301, b"", Location="/b?x=1")
    site.pages["/b"] = site.answer(200, b"x")
    capture = record.add([site.url + "/a"], HERE)[0].capture
    assert capture is not None
    assert (capture.name, capture.url, capture.address) == (site.url + "/a", site.url + "/b?x=1", site.url + "/b?x=1")


@pytest.mark.skipif(sys.platform != "linux", reason="a second loopback address is there without set-up only on Linux")
def test_a_redirect_from_an_open_to_a_closed_address_is_refused(site: Any) -> None:
    """Every step is checked as if somebody had typed it; 127.0.0.1 stands for the open internet here."""
    inner = type(site)("127.0.0.2")
    try:
        inner.pages["/secret"] = inner.answer(200, b"secret")
        for number, target in enumerate([inner.url + "/secret", "//127.0.0.2:1/", "http://[::ffff:127.0.0.2]/"]):
            site.pages[f"/{number}"] = site.answer(302, b"", Location=target)
            with pytest.raises(FetchError, match="not a public address"):
                Fetcher(HERE).fetch(f"{site.url}/{number}")
        assert inner.asked == []
    finally:
        inner.close()


def test_the_connection_goes_to_the_address_that_was_checked(site: Any) -> None:
    """A name that resolves to another machine the second time gains nothing: it is asked once for each request."""
    answers = [("127.0.0.1", "first look, checked"), ("127.0.0.9", "second look, closed")]
    looked: list[str] = []

    def resolve(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        looked.append(host)
        return [(socket.AF_INET, 1, 6, "", (answers[min(len(looked) - 1, 1)][0], port))]

    site.pages["/a"] = site.answer(200, b"right")
    port = site.server.server_port
    fetcher = Fetcher(Limits(networks=LOOPBACK, robots=False), resolve=resolve)
    assert fetcher.fetch(f"http://rebinding.example:{port}/a").data == b"right"
    assert looked == ["rebinding.example"]
    assert site.asked[-1][1]["Host"] == f"rebinding.example:{port}"
    with pytest.raises(FetchError, match=r"127\.0\.0\.9, which is not a public address"):
        fetcher.fetch(f"http://rebinding.example:{port}/a")


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("/loop", "redirects in a circle"),
        ("file:///etc/passwd", "only http and https"),
        ("http://user:pw@127.0.0.1/", "name or password"),
        ("http://exa mple/", "white space or controls"),
    ],
)
def test_bad_redirects_are_refused(site: Any, location: str, reason: str) -> None:
    """In a circle, to other schemes, with credentials, broken."""
    site.pages["/loop"] = site.answer(302, b"", Location=location)
    with pytest.raises(FetchError, match=reason):
        Fetcher(HERE).fetch(site.url + "/loop")


def test_endless_redirects_end(site: Any) -> None:
    """At the limit, which the message names."""

    def further(handler: BaseHTTPRequestHandler) -> None:
        number = int(handler.path.partition("?")[2] or 0) + 1
        site.answer(302, b"", Location=f"/on?{number}")(handler)

    site.pages["/on"] = further
    with pytest.raises(FetchError, match="more than 3 redirects"):
        Fetcher(Limits(networks=LOOPBACK, redirects=3)).fetch(site.url + "/on")
    assert len([path for path, _ in site.asked if path.startswith("/on")]) == 4


@pytest.mark.parametrize("where", ["status", "headers", "body", "chunks", "robots"])
def test_a_slow_drip_ends_with_the_time_limit(site: Any, where: str) -> None:
    """Each byte comes in time, all of them together never would."""
    done = threading.Event()
    before = {
        "status": [],
        "headers": [b"HTTP/1.1 200 OK\r\n"],
        "body": [b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"],
        "chunks": [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"],
        "robots": [b"HTTP/1.1 200 OK\r\n\r\n"],
    }[where]
    page = site.raw(*before, *[b"1"] * 1000, wait=lambda: done.wait(0.02))
    site.pages["/robots.txt" if where == "robots" else "/slow"] = page
    try:
        with pytest.raises(FetchError, match=r"took longer than 0\.5 seconds; try later"):
            Fetcher(Limits(networks=LOOPBACK, seconds=0.5)).fetch(site.url + "/slow")
    finally:
        done.set()


def test_a_server_that_says_nothing_is_left() -> None:
    """A connection that is taken and never answered."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(FetchError, match="took longer than"):
            Fetcher(Limits(networks=LOOPBACK, seconds=0.2)).fetch(address)
    with pytest.raises(FetchError, match=r"the connection failed .*try later"):
        Fetcher(HERE).fetch(address)


SMALL = Limits(networks=LOOPBACK, size=100_000)


def test_a_huge_body_is_not_taken(site: Any) -> None:
    """Declared or not, chunked or not: no more than the limit is read."""
    sent = 0

    def endless(handler: BaseHTTPRequestHandler) -> None:
        nonlocal sent
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while sent < 1 << 28:
            handler.wfile.write(b"x" * 65536)
            sent += 65536

    site.pages["/declared"] = site.answer(200, b"x", Content_Length=str(1 << 40))
    site.pages["/endless"] = endless
    site.pages["/chunk"] = site.raw(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"fffffff\r\n" + b"x" * 200_000
    )
    for path in ("/declared", "/endless", "/chunk"):
        with pytest.raises(LimitError, match="larger than 100000 bytes"):
            Fetcher(SMALL).fetch(site.url + path)
    assert sent < 1 << 26
    site.pages["/just"] = site.answer(200, b"x" * 100_000)
    assert len(Fetcher(SMALL).fetch(site.url + "/just").data) == 100_000


@pytest.mark.parametrize("coding", ["gzip", "deflate", "x-gzip"])
def test_a_bomb_is_not_unpacked(site: Any, coding: str) -> None:
    """A small body that swells is stopped at the limit."""
    packed = zlib.compress(b"\0" * (1 << 26)) if coding == "deflate" else gzip.compress(b"\0" * (1 << 26))
    assert len(packed) < 100_000
    site.pages["/bomb"] = site.answer(200, packed, Content_Encoding=coding)
    with pytest.raises(LimitError, match="larger than 100000 bytes"):
        Fetcher(SMALL).fetch(site.url + "/bomb")


def test_packed_pages_are_unpacked(site: Any) -> None:
    """In one piece or several, with and without what deflate ought to begin with, and an empty one."""
    raw = zlib.compressobj(wbits=-15)
    bodies = {
        "gzip": gzip.compress(b"page"),
        "GZIP": gzip.compress(b"pa") + gzip.compress(b"ge"),
        "x-gzip": gzip.compress(b"page") + b"\0" * 8,
        "deflate": zlib.compress(b"page"),
        "Deflate": raw.compress(b"page") + raw.flush(),
        "identity": b"page",
    }
    for coding, body in bodies.items():
        site.pages["/a"] = site.answer(200, body, Content_Encoding=coding)
        assert Fetcher(HERE).fetch(site.url + "/a").data == b"page", coding
    site.pages["/a"] = site.answer(200, b"", Content_Encoding="gzip")
    assert Fetcher(HERE).fetch(site.url + "/a").data == b""


def test_lies_about_length_and_packing_are_found(site: Any) -> None:
    """A page that is cut off or damaged is an error and not half a page."""
    packed = gzip.compress(bytes(range(256)) * 40)
    site.pages["/short"] = site.answer(200, b"only this", Content_Length="1000")
    site.pages["/cut"] = site.answer(200, packed[:-20], Content_Encoding="gzip")
    site.pages["/no-gzip"] = site.answer(200, b"plain", Content_Encoding="gzip")
    site.pages["/brotli"] = site.answer(200, b"x", Content_Encoding="br")
    site.pages["/chunks"] = site.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab")
    site.pages["/minus"] = site.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n", b"x" * 9_000_000)
    site.pages["/no-http"] = site.raw(b"SSH-2.0-OpenSSH_9.0\r\n")
    site.pages["/headers"] = site.raw(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000 + b"\r\n")
    site.pages["/header"] = site.raw(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 3_000_000)
    reasons = {
        "/short": "ended before all of it had come",
        "/cut": "ended before all of it had come",
        "/no-gzip": "its packing is damaged",
        "/brotli": "unknown packing",
    }
    for path in site.pages:
        with pytest.raises((FetchError, LimitError), match=reasons.get(path, "not fetched|larger than")):
            Fetcher(SMALL).fetch(site.url + path)
    site.pages["/long"] = site.answer(200, b"page and more", Content_Length="4")
    assert Fetcher(SMALL).fetch(site.url + "/long").data == b"page"


@pytest.mark.parametrize(
    ("status", "advice"),
    [
        (404, "no such page .404.; check the address"),
        (403, "save the page with a browser"),
        (429, "try later"),
        (500, "try later"),
        (304, "no page"),
        (204, "no page"),
        (302, "no page"),
    ],
)
def test_answers_that_are_no_page_say_what_to_do(record: Archive, site: Any, status: int, advice: str) -> None:
    """Nothing is kept of them."""
    site.pages["/a"] = site.answer(status, b"")
    with pytest.raises(FetchError, match=advice):
        Fetcher(HERE).fetch(site.url + "/a")
    assert record.add([site.url + "/a"], HERE)[0].status == "failed"
    assert list(record.captures()) == []


def test_robots_are_asked_once_and_heeded(record: Archive, site: Any) -> None:
    """What they close is not asked for, also when a redirect leads there."""
    site.pages["/robots.txt"] = site.answer(200, b"\xef\xbb\xbfUser-agent: *\nDisallow: /closed\n")
    site.pages["/closed"] = site.pages["/open"] = site.answer(200, b"x")
    site.pages["/leads"] = site.answer(302, b"", Location="/closed")
    outcomes = record.add([site.url + path for path in ("/open", "/closed", "/leads")], HERE)
    assert [one.status for one in outcomes] == ["added", "failed", "failed"]
    assert "robots.txt asks programs to keep out" in str(outcomes[1].reason)
    assert [path for path, _ in site.asked] == ["/robots.txt", "/open", "/leads"]
    assert record.add([site.url + "/closed"], Limits(networks=LOOPBACK, robots=False))[0].status == "added"


@pytest.mark.parametrize(
    ("status", "body", "open_to_us"),
    [
        (200, b"User-agent: Asylia\nDisallow: /\n\nUser-agent: *\nDisallow:\n", False),
        (200, b"User-agent: other\nDisallow: /\n", True),
        (200, b"\xff\xfe no rules \x00", True),
        (401, b"", False),
        (403, b"", False),
        (404, b"", True),
        (410, b"", True),
        (500, b"", False),
        (503, b"", False),
    ],
)
def test_robots_mean_what_they_mean_to_the_standard_library(
    site: Any, status: int, body: bytes, open_to_us: bool
) -> None:
    """Refused is closed, not there is open, out of order is closed for now."""
    site.pages["/robots.txt"] = site.answer(status, body)
    site.pages["/a"] = site.answer(200, b"page")
    if open_to_us:
        assert Fetcher(HERE).fetch(site.url + "/a").data == b"page"
    else:
        with pytest.raises(FetchError, match=r"robots\.txt"):
            Fetcher(HERE).fetch(site.url + "/a")
        assert [path for path, _ in site.asked] == ["/robots.txt"]


def test_robots_are_fetched_under_the_same_guards(site: Any) -> None:
    """They may not lead to a closed address, nor be endless."""
    site.pages["/robots.txt"] = site.answer(302, b"", Location="http://127.0.0.2:1/")
    with pytest.raises(FetchError, match="not a public address"):
        Fetcher(HERE).fetch(site.url + "/a")
    site.pages["/robots.txt"] = site.answer(200, b"#" * 600_000)
    with pytest.raises(FetchError, match=r"larger than a robots\.txt may be"):
        Fetcher(HERE).fetch(site.url + "/a")


@pytest.fixture
def secure(tmp_path: Path, site: Any) -> Callable[[str], ssl.SSLContext]:
    """Puts a certificate for a name before the site; returns what trusts it."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl makes the certificate")

    def put(name: str) -> ssl.SSLContext:
        key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
        subprocess.run(
            [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key,
             "-out", certificate, "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}"],
            check=True, capture_output=True,
        )  # fmt: skip
        serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        serving.load_cert_chain(certificate, key)
        site.server.socket = serving.wrap_socket(site.server.socket, server_side=True)
        return ssl.create_default_context(cafile=str(certificate))

    return put


def test_certificates_are_checked_against_the_name(site: Any, secure: Callable[[str], ssl.SSLContext]) -> None:
    """The connection goes to the checked address, the certificate must still be the name's; without trust, nothing."""
    trusted = secure("right.example")
    site.pages["/a"] = site.answer(200, b"page")
    port = site.server.server_port

    def resolve(_host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, 1, 6, "", ("127.0.0.1", port))]

    page = Fetcher(HERE, resolve=resolve, tls=trusted).fetch(f"https://right.example:{port}/a")
    assert (page.data, page.address) == (b"page", f"https://right.example:{port}/a")
    for host, tls in (("wrong.example", trusted), ("right.example", None)):
        with pytest.raises(FetchError, match="the certificate does not prove"):
            Fetcher(HERE, resolve=resolve, tls=tls).fetch(f"https://{host}:{port}/a")


def test_one_address_that_fails_does_not_stop_the_others(record: Archive, site: Any) -> None:
    """Files, folders and addresses in one command; each has its outcome."""
    site.pages["/a"] = site.answer(200, b"x")
    outcomes = record.add([site.url + "/gone", "http://user:pw@example.org/", site.url + "/a"], HERE)
    assert [one.status for one in outcomes] == ["failed", "failed", "added"]
