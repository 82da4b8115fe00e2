"""Bytes in, and kept: files, folders and addresses, sealed in a chain; decisions in another.

archive = Archive(Path("my-record"))
archive.add(["pages/", "https://example.org/report"])
for capture in archive.captures():
    archive.bytes(capture.sha256)
archive.verify()
"""

from asylia.archive.add import Outcome, lines
from asylia.archive.fetch import Limits
from asylia.archive.findings import Finding
from asylia.archive.folder import Archive

__all__ = ["Archive", "Finding", "Limits", "Outcome", "lines"]
