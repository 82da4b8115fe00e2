"""Where sentences end, in twelve languages."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asylia.language.sentences import split


def cut(text, language="en"):
    return [text[start:end] for start, end in split(text, language)]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "en",
            [
                "Mr. Li of the U.S. Department said no.",
                "It grew to 16.74 billion.",
                '"Why?" he asked.',
                "Then he left.",
            ],
        ),
        (
            "en",
            ["It was kept in the U.S.", "The list grew.[3]", "See No. 5, e.g. that of J. K. Doe.", "Then... nothing."],
        ),
        ("zh", ["他说。", "“我不知道。”外交部说，这是假的。", "共2.5万人！", "对吗？"]),
        ("ja", ["「知らない。」と述べた。", "次の文。"]),
        ("ko", ["그는 2.5명이라고 말했다.", "끝이다."]),
        ("de", ["Am 29. März kam er z. B. nach Berlin.", "Seit 2014.", "„Nein.“", "Dann ging er."]),
        ("fr", ["M. Dupont est parti.", "« Non. »", "Il a dit cela."]),
        ("es", ["¿Qué pasó?", "El Sr. Pérez, de EE. UU., calló."]),
        ("ru", ["В 2014 г. власти г. Москвы молчали.", "А. С. Петров жил там.", "«Нет».", "Он ушёл."]),
        ("ar", ["ماذا قال؟", "قال لا.", "نعم."]),
        ("fa", ["چه گفت؟", "گفت نه."]),
        ("vi", ["Ông nói vậy.", "TP. Hồ Chí Minh đông."]),
        ("tr", ["3. Ağır Ceza Mahkemesi karar verdi.", "Dr. Yılmaz gitti."]),
    ],
)
def test_languages(language, sentences):
    """Abbreviations, initials, ordinals, decimals and quotes do not end a sentence; stops do."""
    assert cut(" ".join(sentences) if language not in {"zh", "ja"} else "".join(sentences), language) == sentences


def test_line_breaks():
    """A line break ends a sentence, with or without a stop; empty lines are none."""
    assert cut("A heading\nThe text.\n\nMore") == ["A heading", "The text.", "More"]


@given(st.text(alphabet="aA.!? \n\"'”。」」1،؟…-", max_size=120), st.sampled_from(["en", "zh", "de", "ar", None, "xx"]))
def test_nothing_is_lost(text, language):
    """Sentences stand in order, begin and end without white space, and hold every other character of the text."""
    spans = split(text, language)
    assert all(start < end and text[start:end] == text[start:end].strip() for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert (
        "".join(text[start:end] for start, end in spans).split()
        == "".join(part for part in _without_gaps(text, spans)).split()
    )
    gaps = [
        text[a:b]
        for a, b in zip([0, *[end for _, end in spans]], [*[start for start, _ in spans], len(text)], strict=True)
    ]
    assert not "".join(gaps).strip()


def _without_gaps(text, spans):
    return [text[start:end] for start, end in spans]
