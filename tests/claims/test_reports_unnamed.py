"""Whom and which state a sentence tells of where it does not say so itself. No person in them exists."""

import pytest
from reported import read


def test_somebody_told_by_what_they_are_is_a_victim() -> None:
    """A role without a name suffers an act; a habit told in the present, and a group in general, do not."""
    (told,) = read("Men from the Belarusian embassy photographed the columnist in Vilnius on 4 May.")
    assert (told.methods, told.persons) == (("abroad.surveillance",), ())
    assert read("Chinese police are told to watch dissidents. In many cases relatives are summoned.") == []


def test_a_name_behind_the_pronoun_is_whose_relative_suffered() -> None:
    """The one person named behind "his mother" is the exile; where two are named, nobody is."""
    text = "Police arrested his mother in Andijan on 3 March. Rustam Valiyev, an Uzbek editor, lives in Oslo."
    assert [told.persons for told in read(text)] == [("Rustam Valiyev",)]
    two = "Police arrested his mother in Andijan on 3 March. Rustam Valiyev met Otabek Sodiqov, an Uzbek editor."
    assert all(len(told.persons) < 2 for told in read(two))


def test_a_result_behind_an_act_is_a_stage_of_its_own() -> None:
    """ "…, and was released in June": a clause of its own; the outcome of the very act is none."""
    both = read("Police in Dubai detained the Chinese dissident Liu Anming in April 2021, and he was released in June.")
    assert [told.outcome for told in both] == ["detained", "released"]
    one = read("A gunman shot the Cambodian politician Sok Dara dead in Bangkok on 7 January; he died at once.")
    assert len(one) == 1


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            "Tajikistan asks for exiles; Tajik agents abducted Farhod Umarov in Istanbul in May 2024.\n\n"
            "Belarus goes further. In June 2023 the Belarusian KGB seized the blogger Anton Hrynko aboard a plane.",
            ["TJ", "BY"],
        ),
        (
            "Tajikistan asks for exiles; Tajik agents abducted Farhod Umarov in Istanbul in May 2024.\n\n"
            "Lithuania protested. In June 2024 agents abducted the poet Said Karimov in Vilnius.",
            ["TJ", "TJ"],
        ),
    ],
)
def test_a_paragraph_about_another_state_has_its_own(text: str, states: list[str]) -> None:
    """The state that a paragraph speaks of reaches abroad in it; a host that is spoken of does not."""
    assert [told.origin_state for told in read(text)] == states


def test_unknown_hands_are_laid_at_a_state_s_door_only_where_somebody_does() -> None:
    """Blamed or denied beside it, a killing is that state's, alleged; where nobody is blamed, it is nobody's."""
    killed = "The Rwandan critic Eric Mugabo was shot dead in Maputo on 3 May 2021."
    (blamed, *_) = read(killed + " His family blames the government of Rwanda.")
    assert (blamed.origin_state, blamed.modality) == ("RW", "alleged")
    (alone,) = read(killed + " The police in Maputo look for two men.")
    assert (alone.origin_state, alone.modality) == (None, "asserted")


def test_an_adjective_beside_a_town_says_where() -> None:
    """ "In the Thai capital" is in Thailand; "a Thai journalist" is not."""
    (told,) = read("The Lao activist Khamla Sone vanished in the Thai capital in May 2022. Laos denies holding him.")[
        :1
    ]
    assert told.host == "TH"
    (other,) = read("Agents of Laos abducted a Thai activist in May 2022.")
    assert other.host is None


def test_an_act_without_a_place_is_done_where_the_sentence_before_was() -> None:
    """ "… in Riga in May. Two men beat him": in Latvia; what is told three sentences later may be anywhere."""
    scene = "Anton Hrynko, a Belarusian blogger, spoke in Riga in May. "
    (told,) = read(scene + "Agents of Belarus beat him with bars.")
    assert told.host == "LV"
    (later,) = read(scene + "He wrote a book. It sold well. It was short. Agents of Belarus beat him with bars.")
    assert later.host is None


def test_a_comma_parts_what_is_said_from_what_is_dated() -> None:
    """ "… on 4 May, a friend says": the date of the act; "said on 4 May that": the date of the saying."""
    (told,) = read("KGB officers of Belarus seized the blogger Anton Hrynko in Riga on 4 May 2023, a friend says.")
    assert told.date == "2023-05-04"
    (said,) = read("A friend said on 4 May 2023 that KGB officers of Belarus seized the blogger Anton Hrynko in Riga.")
    assert said.date is None


def test_what_lasts_was_done_when_it_began() -> None:
    """ "Held since July 2021" dates an arrest; "exiled since 2019" dates no beating."""
    (held,) = read("The Belarusian blogger Anton Hrynko has been detained in Riga since July 2021.")
    assert held.date == "2021-07"
    (beaten,) = read(
        "The Belarusian blogger Anton Hrynko, an exile since 2019, was beaten by agents of Belarus in Riga."
    )
    assert beaten.date is None
