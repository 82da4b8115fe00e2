"""What a reader receives: names masked everywhere, or as printed for the owner who asked."""

import dataclasses
import json
import re
from dataclasses import replace
from typing import Any

import pytest
from records import document, mention, page, sample, sample_pages

from asylia.lexicon.load import load
from asylia.model.exhibits import ShownReport
from asylia.model.record import Failure, Record
from asylia.model.shown import MASK, MASKED, OWNER
from asylia.pipeline import weigh
from asylia.vault.exhibit import exhibit
from asylia.vault.redact import protected_names, pseudonym


@pytest.fixture(scope="module")
def record() -> Record:
    failure = Failure(
        "d0",
        "Max-Mustermann.pdf",
        "00",
        "ReadError",
        "Max-Mustermann.pdf: Max-Mustermann.pdf/2 of Max Mustermann cannot be read",
    )
    return replace(sample(), failures=(failure,))


def strings(value: Any) -> list[str]:
    """Every string in an exhibition."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [each for field in dataclasses.fields(value) for each in strings(getattr(value, field.name))]
    if isinstance(value, (tuple, list)):
        return [each for item in value for each in strings(item)]
    return [value] if isinstance(value, str) else []


def test_no_protected_name_leaves(record: Record) -> None:
    """No surface of a protected mention, in any case, is in any masked string of the whole record."""
    everything = "\n".join(strings(exhibit(record, MASKED))).casefold()
    names = protected_names(record.pages)
    assert {"Max Mustermann", "Mustermann", "张三丰"} <= names
    assert not [name for name in names if name.casefold() in everything]
    assert MASK in everything


def test_office_holders_keep_their_names(record: Record) -> None:
    """A person named in a public office is not masked."""
    assert any("Erika Amt" in each.body for each in exhibit(record, MASKED).documents)


def test_persons_have_one_pseudonym_everywhere(record: Record) -> None:
    """The pseudonym in claims, incidents and entities is the same, and comes from the entity's id."""
    shown = exhibit(record, MASKED)
    in_claims = {name for claim in shown.claims if isinstance(claim, ShownReport) for name in claim.persons}
    in_incidents = {name for incident in shown.incidents for name in incident.persons}
    in_entities = {entity.names[0] for entity in shown.entities if entity.type == "person"}
    assert in_claims == in_incidents
    assert in_claims <= in_entities
    assert all(re.fullmatch(r"person-[0-9a-f]{8}", name) for name in in_claims)
    assert pseudonym("e0123456789abcdef") == "person-01234567"


def test_the_owner_sees_what_is_printed(record: Record) -> None:
    """With names, quotes and bodies are the text itself and persons are named as printed."""
    shown = exhibit(record, OWNER)
    texts = {each.document.id: each.document for each in record.pages}
    assert all(claim.quote == texts[claim.document].text[claim.start : claim.end] for claim in shown.claims)
    assert all(each.body == texts[each.id].body for each in shown.documents)
    assert {"Max Mustermann", "张三丰"} == {
        name for claim in shown.claims if isinstance(claim, ShownReport) for name in claim.persons
    }


def test_a_name_is_masked_where_nobody_marked_it(record: Record) -> None:
    """A page without any mention still shows no name that another page protects."""
    note = next(each for each in exhibit(record, MASKED).documents if each.file == "note.txt")
    assert note.body == f"Nobody knew {MASK} here, nor {MASK} car. 경찰이 확인했다. {MASK}也在。"


def test_one_protected_place_protects_the_name_everywhere() -> None:
    """Somebody who is an office holder on one page and a target on another is masked on both."""
    one = document("a.txt", "A", "Minister Erika Amt spoke.")
    two = document("b.txt", "B", "Officers took Erika Amt away.")
    pages = (
        page(one, (), (mention(one, "Erika Amt", role="office"),)),
        page(two, (), (mention(two, "Erika Amt"),)),
    )
    shown = exhibit(weigh(tuple(sorted(pages, key=lambda each: each.document.id)), (), load()), MASKED)
    assert "Erika Amt" not in json.dumps(strings(shown))


def test_masks_say_nothing_about_length() -> None:
    """A long and a short name leave the same mask."""
    bodies = set()
    for name in ("Jo Do", "Maximiliane Mustermann-Musterfrau"):
        text = document("a.txt", "A", f"They took {name} away.")
        record = weigh((page(text, (), (mention(text, name),)),), (), load())
        bodies.add(exhibit(record, MASKED).documents[0].body)
    assert len(bodies) == 1


def test_order_of_pages_changes_nothing() -> None:
    """The sweep is made of all names, whichever page comes first."""
    pages = sample_pages()
    assert weigh(pages, (), load()).pages == weigh(pages[::-1], (), load()).pages[::-1]


def test_a_page_without_outlet_is_an_origin_by_its_file() -> None:
    """Where a page names no outlet and credits nobody, its file is shown, masked like any other."""
    pages = [
        page(replace(each.document, outlet=None, file="max-mustermann.html"), each.claims, each.mentions)
        for each in sample_pages()
        if each.document.outlet
    ]
    found = exhibit(weigh(pages, (), load()), MASKED)
    names = [origin.name for incident in found.incidents for origin in incident.origins]
    assert f"{MASK}.html" in names
    assert not [name for name in names if name.startswith("page:")]
