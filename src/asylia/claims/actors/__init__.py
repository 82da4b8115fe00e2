"""Actors: organisations, governments, offices and groups that a page names, each with the class it belongs to."""

from asylia.claims.actors.find import Actor, find, named

__all__ = ["Actor", "find", "named"]
