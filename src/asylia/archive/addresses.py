"""Addresses: which web addresses may be asked for, and which machines may be spoken to.

A page, a list or a redirect may name any address. Without these checks it could make Asylia read
what only this machine or this network can see. Names are looked up once, every answer is checked,
and the connection goes to the very address that was checked: a name that resolves differently the
second time gains nothing.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import quote, urlsplit, urlunsplit

from asylia.model.errors import FetchError

Ip: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address
Network: TypeAlias = ipaddress.IPv4Network | ipaddress.IPv6Network
Endpoint: TypeAlias = tuple[socket.AddressFamily, tuple[Any, ...]]
Resolve: TypeAlias = Callable[..., list[tuple[Any, ...]]]

LONGEST = 8192
PORTS = {"http": 80, "https": 443}
_STARTS = re.compile(r"https?://", re.IGNORECASE)
_UNPRINTABLE = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff\\]")
_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+")
_KEPT = "/%:@!$&'()*+,;=~-._?"  # what stays as it is in a path or query; the rest is percent-encoded

# Our own lists, not ipaddress.is_global: that one changes between versions of Python. Sources: the
# IANA special-purpose registries. IPv6 names what is open, since nearly all of its space is not.
_CLOSED_4 = tuple(
    ipaddress.IPv4Network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4",
    )
)  # fmt: skip
_OPEN_6 = ipaddress.IPv6Network("2000::/3")
_CLOSED_6 = tuple(  # protocol assignments with Teredo, documentation, 6to4
    ipaddress.IPv6Network(network)
    for network in ("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20")
)
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Address:
    """A web address in one form: `text` without fragment, host in small letters, no default port."""

    scheme: str
    host: str
    port: int
    target: str
    text: str

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a robots.txt speaks for."""
        return self.text.removesuffix(self.target)

    @property
    def host_header(self) -> str:
        """Host and, where it is not the scheme's own, port."""
        return self.origin.partition("://")[2]


def is_address(text: str) -> bool:
    """Whether somebody who typed this meant a web address and not a file."""
    return _STARTS.match(text) is not None


def address_of(text: str) -> Address:
    """The address that a text holds.

    Raises:
        FetchError: it is none, or one that is not asked for: other schemes, names and passwords in it.
    """
    text = text.strip()
    if len(text) > LONGEST:
        raise FetchError(f"{text[:60]}…: not fetched: longer than {LONGEST} characters; check where it ends")
    if _UNPRINTABLE.search(text):
        raise FetchError(f"{text[:60]!a}: not fetched: white space or controls in the address; check it")
    try:
        parts = urlsplit(text)
        port = parts.port
        # Full-width letters and dots are other ways to write a host; this gives the one that is looked up.
        host = (parts.hostname or "").rstrip(".")
        host = host if ":" in host else host.encode("idna").decode("ascii").lower()
    except ValueError as error:
        raise FetchError(f"{text[:200]}: not fetched: this is not a web address; check the spelling") from error
    if parts.scheme not in PORTS or not _HOST.fullmatch(host):
        raise FetchError(f"{text[:200]}: not fetched: only http and https addresses are; save other sources as files")
    if parts.username is not None or parts.password is not None:
        raise FetchError(f"{parts.scheme}://…@{host}: not fetched: it holds a name or password; give it without")
    port = PORTS[parts.scheme] if port is None else port
    shown = f"[{host}]" if ":" in host else host
    shown = shown if port == PORTS[parts.scheme] else f"{shown}:{port}"
    path, query = quote(parts.path or "/", safe=_KEPT.replace("?", "")), quote(parts.query, safe=_KEPT)
    path = path if path.startswith("/") else "/" + path
    target = f"{path}?{query}" if query else path
    return Address(parts.scheme, host, port, target, urlunsplit((parts.scheme, shown, path, query, "")))


def is_open(ip: Ip) -> bool:
    """Whether an IP address belongs to the public internet, whatever form it is written in."""
    if isinstance(ip, ipaddress.IPv4Address):
        return not any(ip in network for network in _CLOSED_4)
    inner = embedded(ip)
    if inner is not None:
        return is_open(inner)
    return ip.scope_id is None and ip in _OPEN_6 and not any(ip in network for network in _CLOSED_6)


def embedded(ip: Ip) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address merely carries: mapped, or translated by a NAT64 gateway."""
    if isinstance(ip, ipaddress.IPv4Address):
        return None
    return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _TRANSLATED else ip.ipv4_mapped


def networks_of(texts: Iterable[str]) -> tuple[Network, ...]:
    """The private networks that a user allows, from their usual notation.

    Raises:
        FetchError: one of them is no network.
    """
    try:
        return tuple(ipaddress.ip_network(text) for text in texts)
    except ValueError as error:
        raise FetchError(f"{error}; write a network as 192.168.1.0/24 or fd00::/8") from error


def endpoints(
    address: Address, allowed: tuple[Network, ...], seconds: float, resolve: Resolve = socket.getaddrinfo
) -> tuple[Endpoint, ...]:
    """Where the address may be reached; every answer of the name service is checked.

    Raises:
        FetchError: the name is unknown, or any of its addresses is not public and not allowed.
    """
    found: list[Endpoint] = []
    for family, _, _, _, place in _looked_up(address, seconds, resolve):
        ip = ipaddress.ip_address(place[0])
        candidates = [one for one in (ip, embedded(ip)) if one is not None]
        if not is_open(ip) and not any(one in network for one in candidates for network in allowed):
            where = str(ip) if address.host == str(ip) else f"{address.host} is at {ip}, which"
            raise FetchError(
                f"{address.text}: not fetched: {where} is not a public address; allow it with --network if you mean it"
            )
        found.append((family, place))
    if not found:
        raise FetchError(f"{address.text}: not fetched: {address.host} has no address; check the spelling")
    return tuple(found)


def _looked_up(address: Address, seconds: float, resolve: Resolve) -> list[tuple[Any, ...]]:
    """Ask the name service, but no longer than `seconds`: it knows no time limit of its own."""
    answers: list[list[tuple[Any, ...]]] = []
    problems: list[OSError | UnicodeError] = []

    def ask() -> None:
        try:
            answers.append(resolve(address.host, address.port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            problems.append(error)

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(max(seconds, 0))
    if answers:
        return answers[0]
    reason = "the name service gave no address" if problems else "the name service did not answer in time"
    raise FetchError(f"{address.text}: not fetched: {reason} for {address.host}; check the spelling, or try later")
