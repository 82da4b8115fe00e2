"""Every error that Asylia raises on purpose.

    AsyliaError               something a user can act on; exit code 1
    ├── RequestError          the request cannot be carried out as asked
    ├── ReadError             one source cannot be read
    │   └── LimitError        it is larger, deeper or slower than the limits allow
    ├── FetchError            an address was not fetched
    ├── LexiconError          a lexicon file holds a mistake (file, key, mistake)
    ├── PrivacyError          the audience may not see what was asked for
    └── IntegrityError        something kept is missing or was changed; exit code 3

A message says what happened, to which file or id, and what to do next.
It never holds the name of a person: paths inside a page's title or text do not belong in it.
"""


class AsyliaError(Exception):
    """Base of all errors below; never raised itself."""

    exit_code = 1


class RequestError(AsyliaError):
    """The request cannot be carried out as asked; nothing was changed."""


class ReadError(AsyliaError):
    """One source cannot be read; the others are not touched by it."""


class LimitError(ReadError):
    """A source is larger, deeper or slower than the limits allow."""


class FetchError(AsyliaError):
    """An address was not fetched; the message says whether to try again."""


class LexiconError(AsyliaError):
    """A lexicon file holds a mistake."""

    def __init__(self, file: str, key: str, mistake: str) -> None:
        super().__init__(f"{file}: {key}: {mistake}")
        self.file, self.key, self.mistake = file, key, mistake


class PrivacyError(AsyliaError):
    """The audience may not see what was asked for."""


class IntegrityError(AsyliaError):
    """Something that was kept is missing or was changed."""

    exit_code = 3
