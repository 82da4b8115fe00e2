"""The rules of the positions grammar by name: what each reads, how sure it is, and why it may speak."""

from __future__ import annotations

from asylia.claims.rules import Named, named

RULES: dict[str, Named] = named(
    "positions",
    (
        ("verb.denies", 1, 0.85, "a verb of denial; rejecting needs a report, an accusation or its like as object"),
        ("verb.justifies", 1, 0.8, "a verb of defending what was done"),
        ("verb.condemns", 1, 0.85, "a verb of condemnation, protest or concern"),
        ("verb.warns", 1, 0.8, "a verb of warning or threatening"),
        ("verb.opposes", 1, 0.75, "a verb of opposing or refusing"),
        ("verb.supports", 1, 0.8, "a verb of backing, welcoming or praising"),
        ("verb.calls_for", 1, 0.8, "a verb of demanding or asking, which asks nothing of a target's family"),
        ("verb.acknowledges", 1, 0.75, "a verb of admitting or confirming"),
        ("verb.investigates", 1, 0.8, "a body that may inquire inquires"),
        ("verb.acts", 1, 0.8, "a state, court or body acts; closing and arresting hit agents, posts or treaties"),
        ("verb.declines", 1, 0.85, "somebody asked does not answer"),
        ("words.denies", 1, 0.65, "who answers for a state says that it is not so"),
        ("words.justifies", 1, 0.6, "who answers for a state says that it was lawful or needed"),
        ("words.condemns", 1, 0.65, "the words say that it was wrong; a state's charge against its target is none"),
        ("words.warns", 1, 0.6, "the words tell of danger or of what will not be borne"),
        ("words.opposes", 1, 0.55, "the words refuse what was asked or done"),
        ("words.supports", 1, 0.55, "the words approve of what was done"),
        ("words.calls_for", 1, 0.6, "the words say what must or should be done"),
        ("words.acknowledges", 1, 0.6, "who answers for a state says that it was so, or is over"),
        ("words.investigates", 1, 0.6, "who may inquire says that it is being looked into"),
        ("words.acts", 1, 0.65, "who may act says that it was or will be done"),
        ("words.declines", 1, 0.65, "the words themselves refuse to speak"),
        ("claims.justifies", 1, 0.4, "who answers for a state argues for what was done"),
        ("learned", 1, 0.5, "no rule reads it; the words of the sentence weigh so in the sentence bank"),
        ("claims.denies", 1, 0.4, "who answers for a state argues that something is not so"),
    ),
)
