"""Wire: one request over an open connection, and an answer with an end in time and in size."""

from __future__ import annotations

import http.client
import io
import socket
import time
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from asylia.archive.addresses import Address
from asylia.archive.walk import too_large
from asylia.model.errors import FetchError

BLOCK = 64 << 10
HEAD_SIZE = 1 << 20  # what status line, headers and chunk marks may take beyond the body
_GZIP, _ZLIB, _RAW = 31, 15, -15

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back for one request, whatever its status; `data` with transport compression taken off."""

    address: Address
    status: int
    headers: Headers
    sent: Headers
    data: bytes

    def header(self, name: str) -> str | None:
        """The first header of that name, or None."""
        return next((value for key, value in self.headers if key.lower() == name), None)


def left(deadline: float) -> float:
    """The seconds until then.

    Raises:
        TimeoutError: there are none.
    """
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds


def exchange(connected: socket.socket, address: Address, sent: Headers, size: int, deadline: float) -> Answer:
    """Ask for the address over a connection and take the whole answer.

    Raises:
        LimitError: the body is larger than `size`, as sent or unpacked.
        TimeoutError: it was not all there by the deadline.
        FetchError: the body ends early or cannot be unpacked.
        OSError, http.client.HTTPException, ValueError: what came is no proper answer.
    """
    lines = [f"GET {address.target} HTTP/1.1", *(f"{name}: {value}" for name, value in sent), "", ""]
    connected.settimeout(left(deadline))
    connected.sendall("\r\n".join(lines).encode("ascii"))
    incoming = _Incoming(connected, deadline, size + HEAD_SIZE, address.text)
    response = http.client.HTTPResponse(cast(socket.socket, incoming), method="GET")
    try:
        response.begin()
        data = _body(response, size, address.text)
        return Answer(address, response.status, tuple(response.getheaders()), sent, data)
    finally:
        response.close()


class _Incoming(io.RawIOBase):
    """What comes in, for http.client. Each read may last until the deadline, so a slow drip ends too."""

    def __init__(self, connected: socket.socket, deadline: float, size: int, name: str) -> None:
        self._connected, self._deadline, self._size, self._name = connected, deadline, size, name
        self._left = size

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(self, BLOCK)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self._left <= 0:  # endless headers, or chunks that lie about their length
            raise too_large(self._name, self._size)
        self._connected.settimeout(left(self._deadline))
        count = self._connected.recv_into(buffer)
        self._left -= count
        return count


def _body(response: http.client.HTTPResponse, size: int, name: str) -> bytes:
    if (response.length or 0) > size:
        raise too_large(name, size)
    coding = (response.getheader("content-encoding") or "identity").strip().lower()
    blocks = iter(lambda: response.read(BLOCK), b"")
    if coding == "identity":
        data = _joined(blocks, size, name)
    elif coding in ("gzip", "x-gzip", "deflate"):
        data = _unpacked(blocks, coding == "deflate", size, name)
    else:
        raise FetchError(f"{name}: not fetched: it came in an unknown packing; save it with a browser and add the file")
    if response.length:
        raise _cut_off(name)
    return data


def _joined(blocks: Iterator[bytes], size: int, name: str) -> bytes:
    data = bytearray()
    for block in blocks:
        data += block
        if len(data) > size:
            raise too_large(name, size)
    return bytes(data)


def _unpacked(blocks: Iterable[bytes], deflate: bool, size: int, name: str) -> bytes:
    """Unpack no further than `size`, however much a small body may swell to."""
    data = bytearray()
    unpacker = None
    try:
        for block in blocks:
            if unpacker is None:
                # Some servers leave out the two bytes that "deflate" ought to begin with.
                bare = deflate and (block[0] & 0x0F != 8 or int.from_bytes(block[:2], "big") % 31 != 0)
                unpacker = zlib.decompressobj((_RAW if bare else _ZLIB) if deflate else _GZIP)
            rest = block
            while rest:
                if unpacker.eof:
                    if deflate or not rest.startswith(b"\x1f"):
                        break  # padding after the end
                    unpacker = zlib.decompressobj(_GZIP)
                data += unpacker.decompress(rest, size - len(data) + 1)
                if len(data) > size:
                    raise too_large(name, size)
                rest = unpacker.unconsumed_tail or unpacker.unused_data
    except zlib.error as error:
        raise FetchError(f"{name}: not fetched: its packing is damaged; try later") from error
    if unpacker is not None and not unpacker.eof:
        raise _cut_off(name)
    return bytes(data)


def _cut_off(name: str) -> FetchError:
    return FetchError(f"{name}: not fetched: it ended before all of it had come; try later")
