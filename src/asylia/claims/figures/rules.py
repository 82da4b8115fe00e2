"""The rules of the figures grammar by name: what each reads, how sure it is, and why it may speak."""

from __future__ import annotations

from asylia.claims.rules import Named, named

RULES: dict[str, Named] = named(
    "figures",
    (
        ("thing", 1, 0.85, "the noun counted is itself a measure"),
        ("place", 1, 0.7, "sites and offices are stations where stations are spoken of"),
        ("case", 1, 0.75, "cases take the measure of the act that they are cases of"),
        ("deed", 1, 0.85, "people are counted by what is done to them"),
        ("deed_next", 1, 0.6, "what was done to them stands in the sentence after"),
        ("either", 1, 0.65, "where one of two acts was done to each, they are counted as targets"),
        ("relatives", 1, 0.85, "relatives of people targeted are counted as relatives"),
        ("signers", 1, 0.85, "those who sign are counted as signatories"),
        ("officials", 1, 0.65, "measures against officials and agents count nobody returned or detained"),
        ("accused", 1, 0.65, "those charged with an act are not those it was done to"),
        ("deaths", 1, 0.6, "those who died in custody are neither killed nor only detained"),
        ("elsewhere", 1, 0.6, "those sent to a third country were not returned"),
        ("stripped", 1, 0.6, "those whose nationality or papers are taken are counted as documents are"),
        ("wanted", 1, 0.8, "those for whom a reward is offered are targets, not yet arrested"),
        ("countries", 1, 0.85, "the countries in which something else is counted"),
        ("perpetrators", 1, 0.7, "governments that repress are not host countries"),
        ("part", 1, 0.8, "a part keeps the measure of its total"),
        ("part_in_place", 1, 0.8, "a bare number with a place is a part of the total before it"),
        ("part_named", 1, 0.65, "numbers listed behind a total, and adding up to it, are its parts"),
        ("coordinate", 1, 0.7, "a second number in a list keeps the act of the first"),
        ("of_number", 1, 0.8, "a number out of another counts the same"),
        ("series", 1, 0.75, "a bare number with a date of its own repeats the noun before"),
        ("compared", 1, 0.7, "a number compared with the one before repeats its noun"),
        ("topic", 1, 0.55, "a bare number after a word of telling takes the noun spoken of before"),
        ("number_of", 1, 0.75, "the number stands at the end of a clause that counts people before"),
        ("done_to", 1, 0.6, "a bare number beside an act done to people counts people"),
        ("difference", 1, 0.6, "a difference to the number before is told, not counted"),
        ("from_countries", 1, 0.7, "people from so many: countries, where countries were counted before"),
        ("each", 1, 0.65, "one in each of several places is one figure per place"),
        ("money", 1, 0.8, "money of the case: reward, recovered, ransom or fine"),
        ("share", 1, 0.75, "a percentage or fraction of something counted"),
        ("learned", 2, 0.5, "no rule reads it; the words around it point to this measure in the sentence bank"),
        ("weighed", 1, 0.55, "a rule reads another measure; the words around it weigh more in the sentence bank"),
        ("cell", 1, 0.85, "the heading of its column names the measure"),
        ("growth", 1, 0.75, "a multiple with a word of growth"),
    ),
)
