"""Store: bytes kept once, under their SHA-256."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from asylia.archive import disk
from asylia.model.errors import IntegrityError, RequestError

SHA256 = re.compile(r"[0-9a-f]{64}")
BLOCK = 1 << 20


def hash_of(data: bytes) -> str:
    """The name that bytes are kept under."""
    return hashlib.sha256(data).hexdigest()


class Store:
    """A folder of files named by what they hold: `ab/` for the first two digits, then the whole hash."""

    def __init__(self, root: Path, folder: str) -> None:
        self.root = root
        self.folder = root / folder

    def path(self, sha256: str) -> Path:
        """Where these bytes stand, or would stand.

        Raises:
            RequestError: this is not a SHA-256 in small hexadecimal digits.
        """
        if not SHA256.fullmatch(sha256):
            raise RequestError(f"{sha256[:80]!a} is not a SHA-256; copy all 64 digits of it")
        return self.folder / sha256[:2] / sha256

    def named(self, sha256: str) -> str:
        """The file as findings and errors print it."""
        return self.path(sha256).relative_to(self.root).as_posix()

    def put(self, items: Mapping[str, bytes]) -> None:
        """Keep the bytes under their hashes; a file that is there and whole is left alone, a damaged one mended.

        Raises:
            OSError: the disk refused; no file is half-written.
        """
        folders: dict[Path, None] = {}
        for sha256, data in items.items():
            path = self.path(sha256)
            if disk.read(path) == data:
                continue
            disk.make_folder(path.parent)
            part = disk.stage(path, data)
            try:
                disk.settle(part)
            except OSError:
                disk.discard([part])
                raise
            folders[path.parent] = None
        for folder in folders:
            disk.flush_folder(folder)

    def read(self, sha256: str) -> bytes:
        """The bytes, checked against their hash.

        Raises:
            IntegrityError: they are missing or were changed.
        """
        data = disk.read(self.path(sha256))
        if data is None:
            raise IntegrityError(f"{self.named(sha256)}: the bytes are not there; restore them or add the source again")
        if hash_of(data) != sha256:
            raise IntegrityError(f"{self.named(sha256)}: the bytes were changed; restore them or add the source again")
        return data

    def state(self, sha256: str) -> bool | None:
        """Whether the bytes are as they were kept, read block by block; None where they are not there.

        Bytes that the disk does not give out are not as they were kept.
        """
        digest = hashlib.sha256()
        try:
            with self.path(sha256).open("rb") as file:
                while block := file.read(BLOCK):
                    digest.update(block)
        except FileNotFoundError:
            return None
        except OSError:
            return False
        return digest.hexdigest() == sha256

    def remove(self, sha256: str) -> None:
        """The bytes are not kept any more."""
        disk.remove(self.path(sha256))

    def files(self) -> tuple[Path, ...]:
        """Every file below the folder, in the order of its path; not all need be ours."""
        if not self.folder.is_dir():
            return ()
        return tuple(sorted(path for path in self.folder.rglob("*") if path.is_symlink() or not path.is_dir()))
