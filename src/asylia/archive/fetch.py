"""Fetch: one page from one address, politely and within limits.

No cookies are kept or sent, no script runs, nothing but the asked page and its site's robots.txt is
requested. What was sent and what came back is kept. A page that is cut off, too large, too slow or
answered with an error is not half-kept: it is an error that says whether to try again.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from dataclasses import dataclass, field
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from asylia import __version__
from asylia.archive.addresses import Address, Endpoint, Resolve, address_of, endpoints, networks_of
from asylia.archive.names import UNKNOWN, media_type_from
from asylia.archive.wire import Answer, Headers, exchange, left
from asylia.model.errors import FetchError, LimitError

AGENT = f"Asylia/{__version__}"
REDIRECTS = frozenset({301, 302, 303, 307, 308})
ROBOTS_SIZE = 512 << 10  # what RFC 9309 asks a reader to take at least


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one source may cost, and what may be fetched.

    `size` is in bytes, after decompression, for files and pages alike; `seconds` covers a whole
    fetch with its redirects and robots.txt. `networks` are private networks that may be asked
    ("192.168.1.0/24"); `robots` False asks even where the site's robots.txt says not to.
    """

    size: int = 64 << 20
    seconds: float = 60.0
    redirects: int = 5
    networks: tuple[str, ...] = ()
    robots: bool = True


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came. `address` is where it was found in the end, `path` the addresses that led there."""

    address: str
    path: tuple[str, ...]
    media_type: str
    data: bytes = field(repr=False)
    headers: Headers
    request_headers: Headers


class Fetcher:
    """Fetches pages under the same limits, asking for each site's robots.txt once."""

    def __init__(
        self, limits: Limits, *, resolve: Resolve = socket.getaddrinfo, tls: ssl.SSLContext | None = None
    ) -> None:
        self._limits = limits
        self._networks = networks_of(limits.networks)
        self._resolve = resolve
        self._tls = tls
        self._robots: dict[str, RobotFileParser] = {}

    def fetch(self, asked: str) -> Fetched:
        """The page at an address.

        Raises:
            FetchError: it was not fetched; the message says why and whether to try again.
            LimitError: it is larger than the limits allow.
        """
        deadline = time.monotonic() + self._limits.seconds
        answer, path = self._followed(address_of(asked), self._limits.size, deadline, self._limits.robots)
        if answer.status not in (200, 203):
            raise FetchError(f"{answer.address.text}: not fetched: {_meaning(answer.status)}")
        media_type = media_type_from(answer.header("content-type")) or UNKNOWN
        return Fetched(answer.address.text, path, media_type, answer.data, answer.headers, answer.sent)

    def _followed(self, address: Address, size: int, deadline: float, robots: bool) -> tuple[Answer, tuple[str, ...]]:
        """Ask, and go where the answers lead; every step is checked as if somebody had typed it."""
        path = [address.text]
        while True:
            if robots:
                self._require_welcome(address, deadline)
            answer = self._ask(address, size, deadline)
            location = answer.header("location")
            if answer.status not in REDIRECTS or location is None:
                return answer, tuple(path)
            address = address_of(urljoin(address.text, _as_text(location)))
            if address.text in path:
                raise FetchError(f"{path[0]}: not fetched: it redirects in a circle; give another address")
            if len(path) > self._limits.redirects:
                raise FetchError(
                    f"{path[0]}: not fetched: more than {self._limits.redirects} redirects; "
                    "give the address at which they end"
                )
            path.append(address.text)

    def _require_welcome(self, address: Address, deadline: float) -> None:
        """Return where the site's robots.txt lets us in, with the meanings that urllib.robotparser gives it."""
        rules = self._robots.get(address.origin)
        if rules is None:
            rules = RobotFileParser()
            where = address_of(address.origin + "/robots.txt")
            try:
                answer, _ = self._followed(where, ROBOTS_SIZE, deadline, robots=False)
            except LimitError as error:
                raise FetchError(f"{where.text}: larger than a robots.txt may be; the site was left alone") from error
            except FetchError as error:
                reason = str(error).removeprefix(f"{where.text}: not fetched: ")
                raise FetchError(f"{address.text}: not fetched: {reason}") from error
            if answer.status in (401, 403):
                lines = ["User-agent: *", "Disallow: /"]
            elif 400 <= answer.status < 500:
                lines = []
            elif answer.status == 200:
                lines = answer.data.decode("utf-8-sig", "replace").splitlines()
            else:
                raise FetchError(
                    f"{address.text}: not fetched: its site's robots.txt could not be read "
                    f"({_meaning(answer.status)}), so the site was left alone"
                )
            rules.parse(lines)
            self._robots[address.origin] = rules
        if not rules.can_fetch(AGENT, address.text):
            raise FetchError(
                f"{address.text}: not fetched: the site's robots.txt asks programs to keep out; "
                "save the page with a browser and add the file"
            )

    def _ask(self, address: Address, size: int, deadline: float) -> Answer:
        """One request and its answer, whatever its status."""
        try:
            places = endpoints(address, self._networks, left(deadline), self._resolve)
            with self._connected(address, places, deadline) as connected:
                return exchange(connected, address, _request_headers(address), size, deadline)
        except ssl.SSLCertVerificationError as error:
            raise FetchError(
                f"{address.text}: not fetched: the certificate does not prove that this is the site "
                f"({error.verify_message}); do not trust what it shows"
            ) from error
        except TimeoutError as error:
            raise FetchError(
                f"{address.text}: not fetched: it took longer than {self._limits.seconds:g} seconds; try later"
            ) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise FetchError(
                f"{address.text}: not fetched: the connection failed ({type(error).__name__}); try later"
            ) from error

    def _connected(self, address: Address, places: tuple[Endpoint, ...], deadline: float) -> socket.socket:
        """A connection to one of the checked places, spoken to under the address's own name."""
        problem: OSError | None = None
        for tried, (family, place) in enumerate(places):
            plain = socket.socket(family, socket.SOCK_STREAM)
            try:
                plain.settimeout(left(deadline) / (len(places) - tried))  # a dead place leaves time for the next
                plain.connect(place)
                if address.scheme == "http":
                    return plain
                if self._tls is None:
                    self._tls = ssl.create_default_context()
                return self._tls.wrap_socket(plain, server_hostname=address.host)
            except OSError as error:
                plain.close()
                if isinstance(error, ssl.SSLCertVerificationError):
                    raise
                problem = error
        raise problem or ConnectionError()


def _request_headers(address: Address) -> Headers:
    return (
        ("Host", address.host_header),
        ("User-Agent", AGENT),
        ("Accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"),
        ("Accept-Encoding", "gzip"),
        ("Connection", "close"),
    )


def _as_text(location: str) -> str:
    """A Location header as it was meant: http.client reads every byte as Latin-1, sites send UTF-8."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location


def _meaning(status: int) -> str:
    if status in (404, 410):
        return f"the site has no such page ({status}); check the address, or look for it in a web archive"
    if status in (401, 402, 403, 407, 451):
        return f"the site refuses it ({status}); save the page with a browser and add the file"
    if status == 429 or status >= 500:
        return f"the site is busy or out of order ({status}); try later"
    return f"the site gave an answer that is no page ({status}); try with a browser and add the file"
