"""Capture: the sealed bytes of one source, and where they came from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes kept under their SHA-256, with the name or address they were added under.

    `name` is the file name (never a path of the machine) or the address; `added` is an aware UTC
    time in ISO 8601, kept in the chain and never used to derive anything. `headers` are the
    request's and the response's, as (name, value); `request_headers` those that were sent.
    `sealed` is the position in the chain of seals.
    """

    sha256: str
    name: str
    media_type: str
    size: int
    added: str
    url: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    request_headers: tuple[tuple[str, str], ...] = ()
    mode: str = "open"
    sealed: int = 0

    @property
    def address(self) -> str:
        """What identifies the document together with its bytes."""
        return self.url or self.name
