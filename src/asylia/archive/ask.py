"""Ask: a model server's answers to prompts, bytes for bytes, for the archive to seal.

Off unless somebody asks. Sources can endanger people, so the server must be on this machine: its name has
to resolve to loopback addresses only, and the connection goes to the address that was checked. Who lets
a page's text leave the machine says so with `anywhere`. The request is OpenAI-compatible chat completion.
"""

from __future__ import annotations

import http.client
import ipaddress
import json
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from asylia.model.errors import FetchError, LimitError, RequestError

MEDIA_TYPE = "application/vnd.asylia.answer+json"
BLOCK = 64 << 10


@dataclass(frozen=True, slots=True)
class Server:
    """Where to ask and for what. `endpoint` ends before /chat/completions; `key` is sent and never kept."""

    endpoint: str
    model: str
    anywhere: bool = False
    key: str | None = None
    seconds: float = 300.0
    size: int = 4 << 20


def ask(server: Server, body: Mapping[str, Any]) -> bytes:
    """The server's answer to one prompt, as it came.

    Raises:
        RequestError: the server is not on this machine and nobody allowed another, or its address is none.
        FetchError: there is no answer: refused, too slow, cut off, or an error status; the message says which.
        LimitError: the answer is larger than the limit.
    """
    parts = urlsplit(server.endpoint)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.query:
        raise RequestError("the model server's address is no http(s) address; give one like http://localhost:8080/v1")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    place = _checked(parts.hostname, port, server.anywhere)
    headers = {"Content-Type": "application/json", "Accept": "application/json", "Host": parts.netloc}
    if server.key:
        headers["Authorization"] = f"Bearer {server.key}"
    data = json.dumps({"model": server.model, **body}, ensure_ascii=False).encode("utf-8")
    deadline = time.monotonic() + server.seconds
    connection = http.client.HTTPConnection(place, port, timeout=server.seconds)
    try:
        connection.connect()
        if parts.scheme == "https":
            context = ssl.create_default_context()
            connection.sock = context.wrap_socket(connection.sock, server_hostname=parts.hostname)
        connection.request("POST", parts.path.rstrip("/") + "/chat/completions", data, headers)
        response = connection.getresponse()
        answer = _body(connection.sock, response, server.size, deadline)
    except TimeoutError as error:
        raise FetchError("the model server took too long; allow more seconds, or ask again later") from error
    except (OSError, http.client.HTTPException) as error:
        raise FetchError(
            f"the model server gave no answer ({type(error).__name__}); see whether it is running"
        ) from error
    finally:
        connection.close()
    if response.status != 200:
        raise FetchError(f"the model server answered with status {response.status}; see its own log")
    return answer


def _checked(host: str, port: int, anywhere: bool) -> str:
    """An address of the host that may be asked."""
    try:
        found = [str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except OSError as error:
        raise FetchError("the model server's name has no address; check it") from error
    if not anywhere and not all(ipaddress.ip_address(place.partition("%")[0]).is_loopback for place in found):
        raise RequestError("the model server is not on this machine, and sources can endanger people; nothing was sent")
    return found[0]


def _body(sock: socket.socket | None, response: http.client.HTTPResponse, size: int, deadline: float) -> bytes:
    if (response.length or 0) > size:
        raise LimitError("the model server's answer is larger than the limit; it was not kept")
    data = bytearray()
    while block := _block(sock, response, deadline):
        data += block
        if len(data) > size:
            raise LimitError("the model server's answer is larger than the limit; it was not kept")
    if response.length:
        raise FetchError("the model server's answer was cut off; ask again")
    return bytes(data)


def _block(sock: socket.socket | None, response: http.client.HTTPResponse, deadline: float) -> bytes:
    """The next bytes; a server that drips ends at the deadline too."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    if sock is not None:
        sock.settimeout(left)
    return response.read1(BLOCK)
