"""What the check of lexicon files finds, and that the shipped files have nothing to find."""

import pytest

from asylia.lexicon.load import load, shipped
from asylia.lexicon.schema import mistakes
from asylia.model.errors import LexiconError

FILES = shipped()


def said(name, text):
    return [str(mistake) for mistake in mistakes({name: text}, FILES)]


def test_shipped_files_are_well_written():
    """No shipped file holds a mistake that the check knows."""
    assert [str(mistake) for mistake in mistakes(FILES) if "stands under" not in str(mistake)] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[[speach]]\nforms = ["said"]', "unknown kind"),
        ('[[stance]]\ncode = "grumbles"\nforms = ["grumbled"]', "unknown code"),
        ("[[speech]]\nforms = []", "needs forms"),
        ('[[speech]]\nforms = ["  "]', "an empty form"),
        ('[[speech]]\nforms = ["110"]', "mere number"),
        ('[[speech]]\nforms = ["persuad*...return*"]', "a gap is written with a space"),
        ('[[speech]]\nforms = ["said ... *"]', "a gap stands between two words"),
        ('[[speech]]\nforms = ["gunm*n"]', "beginning or the end of a word"),
        (
            '[[stance]]\ncode = "denies"\nforms = ["denied it"]\n[[stance]]\ncode = "condemns"\nforms = ["Denied it"]',
            "stands under 'denies'",
        ),
        ('[[country]]\ncode = "Turkey"\nforms = ["Türkiye"]', "two capitals"),
        ('[[speech]]\nform = ["said"]\nforms = ["said"]', "unknown key 'form'"),
        ('speech = "said"', "write each entry under a heading"),
        ("[[speech]\n", "syntax"),
    ],
)
def test_mistakes_of_a_users_file(text, words):
    """Each mistake is told with file, place and what is wrong."""
    found = said("en-own.toml", text)
    assert any(words in one for one in found), found
    assert all(one.startswith("en-own.toml: ") for one in found)


def test_named_things():
    """An institution needs an id, a type, and forms by language."""
    text = '[[institution]]\ntype = "club"\nforms.xx = ["Example"]\nstate = "Turkey"\nparent = "ngo.nobody"\n'
    found = " ".join(said("institutions.toml", text))
    assert all(
        words in found
        for words in ("needs an id", "type must be one of", "unknown language", "two capitals", "unknown parent")
    )


def test_calendar():
    """Slips in a calendar file: keys out of range, unknown codes, templates that cannot be read."""
    text = (
        '[dates.months]\n"13" = ["Smarch"]\n[[bound]]\ncode = "roughly"\nbefore = ["about"]\n'
        '[[date]]\nforms = ["{dya} {month}"]\n'
        '[numbers.units]\n"twelve" = ["dozen"]\n[moon]\nfull = 1\n[[unit]]\ncode = "euro"\nafter = [""]\n'
    )
    found = " ".join(said("languages/en/calendar.toml", text))
    for words in (
        "a number from 1 to 12",
        "unknown code",
        "cannot be read",
        "in digits",
        "unknown table",
        "none of them empty",
    ):
        assert words in found, words


def test_good_additions_pass():
    """A well-written addition brings no mistake."""
    assert said("fr-presse.toml", '[[speech]]\nforms = ["a martelé", "glis* ... oreille"]\nnote = "familier"') == []
    assert said("institutions.toml", '[[institution]]\nid = "ngo.own"\ntype = "ngo"\nforms.any = ["Own Watch"]') == []


def test_a_users_mistake_stops_the_loading():
    """A record with a faulty lexicon file is not read with half of its words."""
    with pytest.raises(LexiconError, match="unknown kind"):
        load({"en-own.toml": '[[speach]]\nforms = ["said"]'})
    own = load({"en-own.toml": '[[speech]]\nforms = ["bellowed"]'})
    assert [cue.kind for cue in own.cues("he bellowed", "he bellowed", "en") if cue.form == "bellowed"] == ["speech"]
