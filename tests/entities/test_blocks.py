"""Blocks: two spellings of one name meet in a key; names that share nothing do not."""

import pytest

from asylia.entities.blocks import candidates, keys


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Махатхир Мохамад", "Mahathir Mohamad"),
        ("Schawkat Sawtschuk", "Шавкат Савчук"),
        ("Μοχάμεντ Ζαγέντ", "Mohammed Zayed"),
        ("Kuo Mo-jo", "郭沫若"),
        ("Kuo Mo-jo", "Го Можо"),
        ("侯友宜", "Hou Youyi"),
        ("Tan Kah Kee", "陳嘉庚"),
        ("扎西次仁", "བཀྲ་ཤིས་ཚེ་རིང"),
        ("한덕수", "Han Duck-soo"),
    ],
)
def test_spellings_of_one_name_meet(left: str, right: str) -> None:
    """In any two scripts, with consonants that only one of them writes."""
    assert keys(left) & keys(right)


def test_names_that_share_nothing_do_not_meet() -> None:
    """Or everybody would be compared with everybody."""
    names = ["Kuo Mo-jo", "Mahathir Mohamad", "Pedro Sánchez", "扎西次仁", "한덕수", "Greta Thunberg"]
    assert candidates([[name] for name in names]) == []
