"""Ids come from content."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asylia.model.ids import canonical, claim_id, digest, document_id, group_id

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_canonical_form_says_the_same_value(value: object) -> None:
    """Reading the canonical form gives the value back; floats that are whole come back as numbers equal to them."""
    text = canonical(value).decode()  # type: ignore[arg-type]
    assert json.loads(text) == value


@given(st.dictionaries(st.text(max_size=5), st.integers(), max_size=6))
def test_order_of_keys_does_not_change_the_digest(value: dict[str, int]) -> None:
    """Two spellings of one object are one object."""
    assert digest(value) == digest(dict(reversed(value.items())))


@pytest.mark.parametrize(
    ("number", "written"),
    [(1e21, "1e+21"), (1e-7, "1e-7"), (0.000001, "0.000001"), (123456789.0, "123456789"), (4.5, "4.5"), (-0.0, "0"),
     (1.2345e-9, "1.2345e-9"), (333333333.33333329, "333333333.3333333")],
)  # fmt: skip
def test_numbers_are_written_as_ecmascript_writes_them(number: float, written: str) -> None:
    """The vectors of RFC 8785, appendix B."""
    assert canonical(number).decode() == written


def test_keys_sort_by_utf16_code_units() -> None:
    """RFC 8785, 3.2.3: a smiling face (a surrogate pair) comes before U+FB33."""
    assert canonical({"\ufb33": 1, "\U0001f600": 2}).decode() == '{"\U0001f600":2,"\ufb33":1}'


def test_what_is_no_number_is_refused() -> None:
    """JSON has no NaN."""
    with pytest.raises(ValueError, match="number"):
        canonical(math.nan)


def test_ids_tell_apart_what_differs() -> None:
    """Other bytes, another address, another place or slot: another id."""
    assert document_id("a", "x") != document_id("b", "x") != document_id("b", "y")
    ids = {claim_id("d", "l", (0, 5), "figure", slot) for slot in "ab"} | {claim_id("d", "l", (0, 6), "figure", "a")}
    assert len(ids) == 3


@given(st.lists(st.text("0123456789abcdef", min_size=16, max_size=16), min_size=1))
def test_a_group_is_named_after_its_smallest_member(members: list[str]) -> None:
    """Order never matters."""
    assert group_id("i", ["c" + m for m in members]) == group_id("i", sorted("c" + m for m in members))
