"""What a build found, on one screen: pages, claims, places, methods, three figures with their words and sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from asylia.cli_text import clean, counted, many, shortened, sides, wrapped
from asylia.model.exhibits import Exhibition, ShownClaim, ShownDocument, ShownFigure, ShownIncident, ShownReport

_NAMED = 8
_ABSTRACT = ("assets", "growth", "other", "population", "share")


def brief(shown: Exhibition, digest: str, read: int) -> str:
    """A few lines for a build."""
    sources = len(shown.documents) + len(shown.failures)
    failed = f"{len(shown.failures)} failed, " if shown.failures else ""
    return "\n".join(
        (
            f"{many(len(shown.documents), 'document')} of {many(sources, 'source')} ({failed}{read} read now)",
            _claims(shown.claims),
            f"{many(len(shown.incidents), 'incident')}, {many(len(shown.ledger), 'ledger line')}, "
            f"{len(shown.entities)} entities",
            f"record digest {digest}",
        )
    )


def full(shown: Exhibition, digest: str) -> str:
    """A summary worth reading."""
    documents = {each.id: each for each in shown.documents}
    reports = [claim for claim in shown.claims if isinstance(claim, ShownReport)]
    languages = Counter(each.language or "unknown" for each in shown.documents)
    failed = f"; {len(shown.failures)} more failed" if shown.failures else ""
    relevant = sum(each.relevant for each in shown.documents)
    parts = [
        f"Pages      {len(shown.documents)}, {relevant} of them about transnational repression{failed}",
        counted(_most(languages)),
        f"Claims     {_claims(shown.claims)}",
        f"Hosts      {len({each.host for each in reports if each.host})} countries where people were or lived",
        counted(_most(Counter(each.host for each in reports if each.host))),
        f"Methods    {len({code for each in reports for code in each.methods})} of the vocabulary",
        counted(_most(Counter(code for each in reports for code in each.methods))),
        f"Incidents  {_support(shown.incidents)}",
        "",
        "Three figures, with the words that carry them:",
    ]
    parts += [figure(each, documents[each.document]) for each in _telling(shown.claims)]
    parts += ["", f"record digest {digest}"]
    return "\n".join(part for part in parts if part is not None)


def figure(claim: ShownFigure, document: ShownDocument) -> str:
    """A figure with its quote and source."""
    return "\n".join((sides(amount(claim), claim.id), *sourced(claim, document)))


def amount(claim: ShownFigure) -> str:
    """The number with its bound, what it counts, where and when."""
    value = _number(claim.value) + (f" to {_number(claim.upper)}" if claim.upper is not None else "")
    bound = {"exact": "", "range": ""}.get(claim.bound, claim.bound.replace("_", " "))
    bound = {"at least": "more than", "at most": "fewer than"}.get(bound, bound) if claim.strict else bound
    period = _period(claim.since, claim.until)
    unit = "" if claim.unit is None or claim.unit in claim.measure else f" {claim.unit}"
    head = f"{bound} {value}{unit} {claim.measure}".strip()
    scope = (", ".join(claim.countries), period, f"by {claim.origin_state}" if claim.origin_state else "")
    return clean(" · ".join(part for part in (head, *scope) if part))


def sourced(claim: ShownClaim, document: ShownDocument) -> tuple[str, ...]:
    """The quote, who says so and where it stands."""
    said = "" if claim.origin is None else f"{claim.origin}, in: "
    where = ", ".join(part for part in (document.outlet, document.published) if part)
    source = f"{said}{document.title or document.file}" + (f" ({where})" if where else "")
    return wrapped(f"“{shortened(claim.quote, 300)}”", "    "), wrapped(f"— {source}", "    ")


def _number(value: float) -> str:
    """Digits in groups, a fraction only where there is one."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def _period(since: str | None, until: str | None) -> str:
    if since and until:
        return since if since == until else f"{since} to {until}"
    return f"since {since}" if since else f"until {until}" if until else ""


def _claims(claims: Iterable[ShownClaim]) -> str:
    kinds = Counter(claim.kind for claim in claims)
    return ", ".join(many(kinds[kind], kind) for kind in ("report", "figure", "position"))


def _support(incidents: Iterable[ShownIncident]) -> str:
    found = list(incidents)
    words = {"corroborated": "corroborated", "single_origin": "of a single origin", "lead": "leads"}
    support = Counter(each.support for each in found)
    return f"{len(found)}: " + ", ".join(f"{support[code]} {word}" for code, word in words.items())


def _most(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda row: (-row[1], row[0]))[:_NAMED]


def _telling(claims: Iterable[ShownClaim]) -> list[ShownFigure]:
    """Three figures of different measures and documents: counts of people and places first, the larger first."""
    figures = [claim for claim in claims if isinstance(claim, ShownFigure) and claim.origin is not None]
    figures.sort(key=lambda claim: (claim.measure in _ABSTRACT, -claim.value, claim.id))
    chosen: list[ShownFigure] = []
    for claim in figures:
        if all(claim.measure != other.measure and claim.document != other.document for other in chosen):
            chosen.append(claim)
    return chosen[:3]
