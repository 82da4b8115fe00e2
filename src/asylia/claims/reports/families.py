"""From what was done to a method: the same word means different methods by who suffers, who acts and how.

The lexicon names families of acts ("arrest", "threaten"); this table says which method a family is when
a relative suffers, when the person abroad does, and when it comes by telephone or online.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """Methods of a family of acts. None: no method of its own under that circumstance."""

    target: str | None
    relative: str | None
    remote: str | None = None  # by telephone, message or online
    outcome: str | None = None  # what the act itself says came of it


FAMILIES: dict[str, Family] = {
    "abduct": Family("capture.abduction", "proxy.detention"),
    "seize": Family("capture.abduction", "proxy.interrogation"),
    "vanish": Family("capture.abduction", None, outcome="disappeared"),
    "handover": Family("capture.handover", None, outcome="returned"),
    "brought": Family(None, None, outcome="returned"),
    "lure": Family("capture.lure", None),
    "extradite": Family("legal.extradition", None),
    "deport": Family("legal.deportation", None, outcome="returned"),
    "notice": Family("legal.notice", None),
    "arrest": Family("legal.detention", "proxy.detention"),
    "charge": Family("legal.charges", None),
    "passport": Family("mobility.passport", "proxy.exit_ban"),
    "exitban": Family("proxy.exit_ban", "proxy.exit_ban"),
    "spyware": Family("digital.spyware", "digital.spyware"),
    "threaten": Family("abroad.threat", "proxy.harassment", remote="digital.threat"),
    "harass": Family("abroad.harassment", "proxy.harassment", remote="digital.harassment"),
    "smear": Family("digital.harassment", "proxy.harassment"),
    "surveil": Family("abroad.surveillance", "proxy.surveillance"),
    "question": Family(None, "proxy.interrogation"),
    "visit": Family("abroad.approach", "proxy.interrogation"),
    "search": Family("abroad.harassment", "proxy.harassment"),
    "fire": Family(None, "proxy.employment"),
    "freeze": Family("legal.charges", "proxy.assets"),
    "custody": Family("proxy.custody", "proxy.custody"),
    "hostage": Family("proxy.detention", "proxy.detention"),
    "persuade": Family("proxy.persuasion", "proxy.persuasion"),
    "locate": Family("abroad.locate", "abroad.locate"),
    "induce": Family("abroad.inducement", "abroad.inducement"),
    "station": Family("abroad.station", None),
    "assault": Family("abroad.assault", "proxy.harassment"),
    "kill": Family("abroad.killing", None, outcome="died"),
    "shoot": Family("abroad.killing", None),
    "killplot": Family("abroad.killing", None, outcome="failed"),
    "abductplot": Family("capture.abduction", None, outcome="failed"),
    "divert": Family("capture.abduction", None),
}

# Families whose victim may be a relative; elsewhere a relative beside the act only shares the target's fate.
ON_RELATIVES = frozenset(
    (
        "arrest seize question threaten harass surveil visit search fire freeze custody hostage"
        " persuade passport exitban"
    ).split()
)
# Families that speak of relatives or go-betweens only.
BY_PROXY = frozenset({"persuade", "exitban", "custody", "hostage"})
# Acts that move a person into the hands of the origin state.
TRANSFERS = frozenset({"deport", "extradite", "handover", "brought"})
# A family that makes another one in the same sentence a part of itself: the arrest before a hand-over.
ABSORBS: dict[str, frozenset[str]] = {
    "abduct": frozenset({"seize", "arrest", "brought", "vanish", "assault"}),
    "abductplot": frozenset({"abduct", "seize", "kill"}),
    "handover": frozenset({"seize", "arrest", "brought", "abduct"}),
    "deport": frozenset({"arrest", "seize", "brought", "question"}),
    "kill": frozenset({"shoot", "assault", "seize"}),
    "killplot": frozenset({"kill", "shoot", "abduct"}),
    "shoot": frozenset({"assault"}),
    "vanish": frozenset(),
    "hostage": frozenset({"arrest", "seize"}),
    "question": frozenset({"seize"}),
    "divert": frozenset({"seize"}),
    "persuade": frozenset({"harass", "induce"}),
    "charge": frozenset({"arrest"}),
}
