"""Persons, organisations, programmes and places under all their spellings, each match with its reason."""
