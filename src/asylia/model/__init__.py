"""The nouns of Asylia. Standard library only; immutable; everything above speaks in these."""

from asylia.model.capture import Capture
from asylia.model.claim import Claim, Figure, Passage, Position, Report, Rule, Voice
from asylia.model.dates import Date
from asylia.model.decision import Decision
from asylia.model.document import Document, Run, Sentence
from asylia.model.entity import Entity, Link, Score
from asylia.model.errors import AsyliaError
from asylia.model.incident import Incident, Origin, Value
from asylia.model.ledger import Check, Mutation, Series
from asylia.model.mention import Mention
from asylia.model.shown import MASKED, OWNER, PUBLIC, Audience, shown

__all__ = [
    "MASKED", "OWNER", "PUBLIC", "AsyliaError", "Audience", "Capture", "Check", "Claim", "Date", "Decision",
    "Document", "Entity", "Figure", "Incident", "Link", "Mention", "Mutation", "Origin", "Passage", "Position",
    "Report", "Rule", "Run", "Score", "Sentence", "Series", "Value", "Voice", "shown",
]  # fmt: skip
