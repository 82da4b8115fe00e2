"""Who is named: persons of a document in any of the twelve languages, with their roles."""

from asylia.claims.persons.find import find, kinds
from asylia.claims.persons.people import People, Person

__all__ = ["People", "Person", "find", "kinds"]
