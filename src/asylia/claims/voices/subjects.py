"""Subjects: which nominal of a sentence speaks or acts through a verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from asylia.claims.scan import Scan, SentenceScan
from asylia.claims.voices.frames import framed, opening
from asylia.claims.voices.grammar import Grammar
from asylia.claims.voices.marks import case, topic
from asylia.claims.voices.nominals import Nominal
from asylia.lexicon.matcher import Cue

_BRACKETS = re.compile(r"\([^()]{0,80}\)")
_BREAKS = re.compile(r"[.;:!?\n\"。；：！？、」』」“”«»]|--| - ")
_WORD = re.compile(r"[^\s,.;:!?\"()]+")
_OPEN = "\"“„«‘「『《'‹"
_SHUT = "\"”“»’」』》'›"
_REACH = 70  # characters between a subject and its verb, without an apposition
_BESIDE = 28


def head_end(cue: Cue, folded: str) -> int:
    """Where the first part of a gapped form ends: "expelled" in "expelled … diplomats"."""
    if " ... " not in cue.form:
        return cue.end
    end = min(cue.start + len(cue.form.split(" ... ", 1)[0].strip("*= ")), cue.end)
    while end < cue.end and folded[end].isalnum():
        end += 1
    return end


def own_start(cue: Cue) -> int:
    """Where the form's own letters begin: a form open to the left takes in what is written together before it."""
    return max(cue.start, cue.end - len(cue.form) + 1) if cue.form.startswith("*") else cue.start


def subject(
    scan: Scan, sentence: SentenceScan, verb: Cue, nominals: Sequence[Nominal], grammar: Grammar
) -> Nominal | None:
    """The nominal that is the verb's subject, or None where the sentence names none."""
    if grammar.order == "topic":
        return topic(scan, verb, nominals)
    if grammar.order == "case":
        return case(scan, sentence, verb, nominals)
    if grammar.passive is not None and _is_passive(scan, sentence, verb, grammar):
        return _by_agent(scan, verb, nominals) if scan.language == "zh" else _agent(scan, verb, nominals, grammar)
    closes, far = framed(scan, sentence, verb, nominals)
    if closes and far is not None:
        return far
    left = _left(scan, verb, nominals, grammar)
    if grammar.order == "vso":
        if left and left.start - sentence.start <= 1 and verb.start - left.end <= 1:
            return left  # headlines put the subject first
        if left and _topical(scan, sentence, verb):
            return left
        if " ... " not in verb.form and verb.form.rsplit(" ", 1)[-1] in grammar.prepositions:
            return left  # "defended" is two words: what stands behind them is defended
        right = _right(scan, sentence, verb, nominals, grammar)
        return right or left
    if left is not None and verb.start - left.end <= _BESIDE:
        return left
    if _inverts(scan, verb, grammar) and _after_quote(scan, sentence, verb, left is None):
        right = _right(scan, sentence, verb, nominals, grammar)
        if right is not None:
            return right
    if left is None and scan.language == "de":
        return _second_place(scan, sentence, verb, nominals, grammar)
    if left is None and scan.language == "fa":
        return opening(sentence, verb, nominals)
    return left


_DOES = frozenset({"act"})  # "…, expel diplomats": what follows a deed suffers it
_PARTICIPLE = {"en": "ing", "fr": "ant", "es": "ndo"}


def joined(scan: Scan, sentence: SentenceScan, verb: Cue, grammar: Grammar) -> bool:
    """Whether the verb continues the subject of the verb before: "condemned … and asked for", "…, adding"."""
    before = scan.folded[sentence.start : verb.start].rstrip()
    if grammar.order != "svo" or grammar.drops or not before:
        return True
    words = _WORD.findall(before[-24:])
    if _is_participle(scan, verb) and words:
        return words[-1] not in grammar.openers | grammar.prepositions
    if words and words[-1] in grammar.joiners and before.endswith(words[-1]):
        return True
    return before[-1] in ",;)"


def _is_participle(scan: Scan, verb: Cue) -> bool:
    word = scan.folded[verb.start : head_end(verb, scan.folded)].split(" ")[0]
    return word.endswith(_PARTICIPLE.get(scan.language, "\0"))


def _inverts(scan: Scan, verb: Cue, grammar: Grammar) -> bool:
    """Whether the subject may follow the verb: not that of a deed or a participle."""
    return grammar.inverts and not (_DOES & verb.tags) and not _is_participle(scan, verb)


def _left(scan: Scan, verb: Cue, nominals: Sequence[Nominal], grammar: Grammar) -> Nominal | None:
    if scan.folded[verb.start] == ",":
        return None  # a Chinese form that holds its comma: the subject is the one before
    # Persian puts the object, with names of its own, between subject and verb: there the first one counts.
    ordered = _from_last_verb(scan, verb, nominals) if scan.language == "fa" else list(reversed(nominals))
    for nominal in ordered:
        if nominal.end > verb.start:
            continue
        if nominal.oblique and not _locative_subject(scan, nominal, verb):
            continue
        gap = _BRACKETS.sub("", scan.folded[nominal.end : verb.start]).replace("،", ",")
        if scan.text[max(nominal.start - 1, 0)] in _OPEN and gap[:1] in _SHUT:
            gap = gap[1:]  # a name in quotation marks
        gap = gap.removeprefix(")")
        if _BREAKS.search(gap) or len(gap) > 4 * _REACH or (scan.language == "zh" and " " in gap):
            if scan.language == "fa":
                continue
            return None
        if scan.language == "fa":
            gap = _ADVERBIAL_FA.sub(" ", gap)
        flat = _trailing(gap, grammar).strip()
        # "The minister, Z, said": a name between commas belongs to the words before it.
        set_off = scan.folded[max(nominal.start - 2, 0) : nominal.start] in (", ", "، ")
        apposed = set_off or any(mark in scan.folded[nominal.start : nominal.end] for mark in ",،")
        if flat.startswith((",", "，")) and flat.endswith((",", "，")) and (len(flat) > 1 or apposed):
            return nominal
        if "," in flat or "，" in flat:
            continue
        words = _WORD.findall(_IDLE.sub(" ", gap))
        if len(words) == 1 and words[0] in _RELATIVE and nominal.sort == "report":
            return nominal  # "a resolution that condemns"
        if any(word in grammar.openers for word in words):
            if scan.language == "fa":
                continue
            return None
        if words and any(word in grammar.joiners for word in words[-2:]):
            return nominal if len(gap) <= 2 * _REACH else None  # "turned a blind eye to it and even claimed"
        if any(word in grammar.joiners for word in words):
            return None
        return nominal if len(gap) <= _REACH else None
    return None


_ADVERBIAL_FA = re.compile(r"\A (?:در|به|با|از|پس از|برای)(?: [^ ,]+){1,4},")
_RELATIVE = frozenset("that which qui que die das der что которая который که".split())
_IDLE = re.compile(r"\b(?:has|have|had) since\b|khi đó|khi ấy|lúc đó|sau đó|trước đó")


def _trailing(gap: str, grammar: Grammar) -> str:
    """The gap without the auxiliaries and adverbs behind its last comma: ", as well as others, have strongly"."""
    head, comma, tail = gap.rpartition(",")
    words = _WORD.findall(tail)
    bounds = grammar.openers | grammar.prepositions | grammar.joiners
    if comma and (head.strip() or words) and len(words) <= 3 and not any(word in bounds for word in words):
        return head + comma
    if comma and head.count(",") == 1 and not tail.strip():
        before, _, _ = head.partition(",")  # "the group on detention, in its opinion, concluded"
        first = _WORD.findall(before)[:1]
        return head[len(before) :] + comma if first and first[0] in grammar.prepositions else gap
    return gap


def _locative_subject(scan: Scan, nominal: Nominal, verb: Cue) -> bool:
    """Russian: "В ООН заявили": the place speaks."""
    before = scan.folded[max(nominal.start - 3, 0) : nominal.start].split()
    return scan.language == "ru" and bool(before) and before[-1] in ("в", "во") and verb.start - nominal.end <= 2


def _right(
    scan: Scan, sentence: SentenceScan, verb: Cue, nominals: Sequence[Nominal], grammar: Grammar
) -> Nominal | None:
    begin = head_end(verb, scan.folded)
    for nominal in nominals:
        if nominal.start < begin:
            continue
        gap = scan.folded[begin : nominal.start]
        if scan.text[nominal.start - 1] in _OPEN:
            gap = gap[:-1]  # a name in quotation marks
        words = _WORD.findall(gap)
        if scan.language == "ar" and _disagrees(scan, verb, nominal):
            return None
        if nominal.oblique or len(words) > 6 or len(gap) > _REACH or _BREAKS.search(gap) or nominal.end > sentence.end:
            return None
        if any(word in grammar.openers or word in grammar.complement for word in words):
            return None
        if grammar.order == "vso" and len(words) > 3:
            return None
        return nominal
    return None


_AS_FOR = re.compile(r"[وف]?اما ")


def _topical(scan: Scan, sentence: SentenceScan, verb: Cue) -> bool:
    """Arabic: "أما … ف": as for X, he …: the subject stands in front."""
    opens = _AS_FOR.match(scan.folded, sentence.start)
    return opens is not None and scan.folded[verb.start - 2 : verb.start] == " ف"


_PARTICLES_AR = frozenset("لم لن لا ما قد لقد".split())


def _disagrees(scan: Scan, verb: Cue, nominal: Nominal) -> bool:
    """Arabic: a masculine verb before a feminine noun has another subject; the noun is its object."""
    words = scan.folded[verb.start : head_end(verb, scan.folded)].split(" ")
    word = words[1] if len(words) > 1 and words[0] in _PARTICLES_AR else words[0]
    feminine_verb = word.endswith(("ت", "تا")) or word.startswith("ت")
    head = scan.folded[nominal.start : nominal.end].split(" ")[0]
    feminine = head.endswith(("ه", "ات")) or (nominal.actor is not None and nominal.actor.code == "country")
    return feminine and not feminine_verb and nominal.sort == "actor"


def _after_quote(scan: Scan, sentence: SentenceScan, verb: Cue, comma: bool) -> bool:
    """Whether what is said stands before the verb: a quotation, or, if no subject was found, words and a comma."""
    before = scan.folded[sentence.start : verb.start].rstrip()
    auxiliary = re.search(r"(?:\s(?:a|ont|avait|ha|han|hat|haben)|^)\Z", before)
    if auxiliary:
        before = before[: auxiliary.start()].rstrip()
    return not before or before[-1] in '"」』»?!-' or (before[-1] in ",，" and (comma or before.endswith('",')))


def _second_place(
    scan: Scan, sentence: SentenceScan, verb: Cue, nominals: Sequence[Nominal], grammar: Grammar
) -> Nominal | None:
    """German: after an opening adverbial the verb comes second and the subject third."""
    before = scan.folded[sentence.start : verb.start]
    if len(_WORD.findall(before)) > 6:
        return None
    return _right(scan, sentence, verb, nominals, grammar)


def _is_passive(scan: Scan, sentence: SentenceScan, verb: Cue, grammar: Grammar) -> bool:
    before = scan.folded[max(sentence.start, verb.start - 44) : verb.start]
    if grammar.passive is None or not grammar.passive.search(before):
        return False
    word = scan.folded[verb.start : head_end(verb, scan.folded)].split(" ")[0]
    if scan.language == "en":
        return word.endswith(("ed", "told", "found", "held", "shut", "said", "sent", "put"))
    if scan.language == "fr":
        return word.endswith(("é", "és", "ée", "ées", "it", "is"))
    if scan.language == "es":
        return word.endswith(("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "cho", "cha"))
    return True


def _agent(scan: Scan, verb: Cue, nominals: Sequence[Nominal], grammar: Grammar) -> Nominal | None:
    for nominal in nominals:
        if nominal.start < verb.end:
            continue
        words = _WORD.findall(scan.folded[verb.end : nominal.start])
        if len(words) <= 6 and any(word in grammar.agents for word in words):
            return nominal
        return None
    return None


_BY_ZH = re.compile(r"(?:被|遭到?|受到|獲|获)\Z")


def _by_agent(scan: Scan, verb: Cue, nominals: Sequence[Nominal]) -> Nominal | None:
    """Chinese: 大使遭外交部召见: who does it stands between the mark of the passive and the verb."""
    return next(
        (n for n in reversed(nominals) if n.end == verb.start and _BY_ZH.search(scan.folded[: n.start][-3:])), None
    )


_FINITE_FA = re.compile(r"(?:کرد|کردند|شد|شدند|داد|دادند|گفت|گفتند|کرده است|می‌کند|است|بود) و ")


def _from_last_verb(scan: Scan, verb: Cue, nominals: Sequence[Nominal]) -> list[Nominal]:
    """Persian: the nominals of the verb's own clause first: behind the last finite verb and its "and"."""
    first = nominals[0].start if nominals else verb.start
    begins = max((m.end() for m in _FINITE_FA.finditer(scan.folded, first, verb.start)), default=0)
    own = [n for n in nominals if n.start >= begins and n.end <= verb.start and not n.oblique]
    return [*own, *(n for n in nominals if n.start < begins)] if own and begins else list(nominals)
