"""The rules of the positions grammar by name: what each reads, how sure it is, and why it may speak."""

from __future__ import annotations

from dataclasses import dataclass

from asylia.model.claim import Rule


@dataclass(frozen=True, slots=True)
class Named:
    """A rule with its prior confidence, to be replaced by a calibrated one."""

    rule: Rule
    confidence: float


def _named(name: str, version: int, confidence: float, reason: str) -> Named:
    return Named(Rule(f"positions.{name}", version, reason), confidence)


RULES: dict[str, Named] = {
    named.rule.name.removeprefix("positions."): named
    for named in (
        _named(
            "verb.denies", 1, 0.85, "a verb of denial; rejecting needs a report, an accusation or its like as object"
        ),
        _named("verb.justifies", 1, 0.8, "a verb of defending what was done"),
        _named("verb.condemns", 1, 0.85, "a verb of condemnation, protest or concern"),
        _named("verb.warns", 1, 0.8, "a verb of warning or threatening"),
        _named("verb.opposes", 1, 0.75, "a verb of opposing or refusing"),
        _named("verb.supports", 1, 0.8, "a verb of backing, welcoming or praising"),
        _named("verb.calls_for", 1, 0.8, "a verb of demanding or asking, which asks nothing of a target's family"),
        _named("verb.acknowledges", 1, 0.75, "a verb of admitting or confirming"),
        _named("verb.investigates", 1, 0.8, "a body that may inquire inquires"),
        _named("verb.acts", 1, 0.8, "a state, court or body acts; closing and arresting hit agents, posts or treaties"),
        _named("verb.declines", 1, 0.85, "somebody asked does not answer"),
        _named("words.denies", 1, 0.65, "who answers for a state says that it is not so"),
        _named("words.justifies", 1, 0.6, "who answers for a state says that it was lawful or needed"),
        _named(
            "words.condemns", 1, 0.65, "the words say that it was wrong; a state's charge against its target is none"
        ),
        _named("words.warns", 1, 0.6, "the words tell of danger or of what will not be borne"),
        _named("words.opposes", 1, 0.55, "the words refuse what was asked or done"),
        _named("words.supports", 1, 0.55, "the words approve of what was done"),
        _named("words.calls_for", 1, 0.6, "the words say what must or should be done"),
        _named("words.acknowledges", 1, 0.6, "who answers for a state says that it was so, or is over"),
        _named("words.investigates", 1, 0.6, "who may inquire says that it is being looked into"),
        _named("words.acts", 1, 0.65, "who may act says that it was or will be done"),
        _named("words.declines", 1, 0.65, "the words themselves refuse to speak"),
        _named("claims.justifies", 1, 0.4, "who answers for a state argues for what was done"),
        _named("claims.denies", 1, 0.4, "who answers for a state argues that something is not so"),
    )
}
