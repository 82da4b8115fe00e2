"""Addresses: one form for each, and no way to a machine that is not public."""

from __future__ import annotations

import ipaddress
import socket
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asylia.archive.addresses import address_of, embedded, endpoints, is_address, is_open, networks_of
from asylia.model.errors import FetchError


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("HTTP://Example.ORG", "http://example.org/"),
        (" https://example.org:443/a?b=c#d ", "https://example.org/a?b=c"),
        ("http://example.org:8080?x", "http://example.org:8080/?x"),
        ("https://example.org/a%20b/\u4e2d", "https://example.org/a%20b/%E4%B8%AD"),
        ("https://b\u00fccher.example/", "https://xn--bcher-kva.example/"),
        ("https://example.org./", "https://example.org/"),
        ("http://[2606:4700::1]:81/x", "http://[2606:4700::1]:81/x"),
        ("https://example.org//double", "https://example.org//double"),
        ("http://example\u3002org/", "http://example.org/"),
    ],
)
def test_an_address_has_one_form(typed: str, kept: str) -> None:
    """The form is what is asked for and what identifies the page; it is its own form."""
    assert is_address(typed.strip())
    assert address_of(typed).text == kept
    assert address_of(kept).text == kept


@pytest.mark.parametrize(
    "typed",
    [
        "ftp://example.org/", "file:///etc/passwd", "gopher://example.org/", "javascript:alert(1)", "http://", "http:///x",
        "http://exa mple.org/", "http://example.org/a\r\nHost: b", "http://example.org\\@127.0.0.1/", "http://[::1",
        "http://example.org:99999/", "http://example.org:x/", "http://[fe80::1%25eth0]/", "http://a..b/",
        "http://" + "a" * 70 + ".org/", "http://example.org/" + "a" * 9000, "http://exa<mple.org/", "", "http://\udcff.org/",
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(typed: str) -> None:
    """Other schemes, broken spellings and everything that could smuggle a second request in."""
    with pytest.raises(FetchError, match="not fetched"):
        address_of(typed)


@pytest.mark.parametrize(
    "typed", ["http://user@example.org/", "https://user:hunter2@example.org/", "http://:x@example.org"]
)
def test_names_and_passwords_in_an_address_are_refused(typed: str) -> None:
    """They would be kept with the capture; the refusal does not repeat them."""
    with pytest.raises(FetchError, match="name or password") as refused:
        address_of(typed)
    assert "hunter2" not in str(refused.value)
    assert "user" not in str(refused.value)


@given(st.text(max_size=40))
def test_any_text_is_an_address_or_a_clear_refusal(text: str) -> None:
    """Nothing else comes out, and the form of an address is printable."""
    for typed in (text, "http://" + text, "https://example.org/" + text):
        try:
            kept = address_of(typed)
        except FetchError:
            continue
        assert address_of(kept.text) == kept
        assert kept.text.isascii()
        assert kept.text.isprintable()
        assert " " not in kept.text
        assert kept.host in kept.host_header


CLOSED = (
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1",
    "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.168.0.1", "198.18.0.1", "198.51.100.1", "203.0.113.1",
    "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:0:127.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b::a00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "2002:a00:1::1", "3fff::1",
    "fc00::1", "fd12::1", "fe80::1", "fe80::1%1", "fec0::1", "ff02::1", "5f00::1",
)  # fmt: skip


@pytest.mark.parametrize("text", CLOSED)
def test_addresses_that_are_not_public_are_closed(text: str) -> None:
    """Private, loopback, link-local, multicast, reserved: plain, mapped, translated and tunnelled."""
    assert not is_open(ipaddress.ip_address(text))


@pytest.mark.parametrize(
    "text",
    ["1.1.1.1", "93.184.216.34", "172.32.0.1", "2606:4700::1111", "2a00:1450::1", "::ffff:1.1.1.1", "64:ff9b::101:101"],
)
def test_public_addresses_are_open(text: str) -> None:
    """Also behind a NAT64 gateway, where every IPv4 site has an IPv6 address."""
    assert is_open(ipaddress.ip_address(text))


@given(st.ip_addresses())
def test_what_python_calls_private_is_never_open(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    """Our lists are at least as strict as the standard library's."""
    if is_open(ip) and embedded(ip) is None:
        assert ip.is_global
        assert not any((ip.is_private, ip.is_loopback, ip.is_link_local, ip.is_multicast, ip.is_reserved))


@pytest.mark.parametrize(
    "host", ["localhost", "127.1", "0x7f000001", "2130706433", "0177.0.0.1", "[::1]", "127\u30020.0.1"]
)
def test_every_spelling_of_this_machine_is_refused(host: str) -> None:
    """However it is written, the system says where it leads, and that is what is checked."""
    with pytest.raises(FetchError, match=r"not a public address|gave no address"):
        endpoints(address_of(f"http://{host}/"), (), 10)


def test_one_closed_answer_among_open_ones_is_enough_to_refuse() -> None:
    """A name that points at a public and a private machine is a trick."""

    def resolve(_host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, 1, 6, "", (ip, port)) for ip in ("93.184.216.34", "10.0.0.1")]

    with pytest.raises(FetchError, match=r"example\.org is at 10\.0\.0\.1, which is not a public address"):
        endpoints(address_of("http://example.org/"), (), 10, resolve)
    found = endpoints(address_of("http://example.org/"), networks_of(["10.0.0.0/8"]), 10, resolve)
    assert [place for _, place in found] == [("93.184.216.34", 80), ("10.0.0.1", 80)]


def test_a_name_service_that_does_not_answer_is_not_waited_for() -> None:
    """It has no time limit of its own."""
    never = threading.Event()

    def resolve(*_: object, **__: object) -> list[tuple[object, ...]]:
        never.wait(20)
        return []

    try:
        with pytest.raises(FetchError, match="did not answer in time"):
            endpoints(address_of("http://example.org/"), (), 0.05, resolve)
    finally:
        never.set()


def test_a_network_that_is_none_is_refused() -> None:
    """With the way to write one."""
    with pytest.raises(FetchError, match="write a network as"):
        networks_of(["10.0.0.1/8"])
