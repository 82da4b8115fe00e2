"""Bodies: organisations that the lexicon knows are one under all their names, in every script."""

import pytest

from asylia.entities.bodies import Forms, known
from asylia.lexicon.load import load


@pytest.mark.parametrize(
    ("names", "one"),
    [
        (("Safeguard Defenders", "保护卫士", "세이프가드 디펜더스", "Safeguard Defencers"), "ngo.safeguard"),
        (("Reuters", "路透社", "ロイター通信"), "agency.reuters"),
        (("CCDI", "China’s Central Commission for Discipline Inspection"), "cn.ccdi"),
    ],
)
def test_one_body_has_many_names(names: tuple[str, ...], one: str) -> None:
    """Civil society, agencies and state bodies alike."""
    forms = Forms(known(load()))
    assert {forms.find(name) for name in names} == {one}


def test_a_name_that_no_file_lists_means_nobody() -> None:
    """An unknown group is not the nearest known one."""
    assert Forms(known(load())).find("Lantern Group for the Rights of Exiles") is None
