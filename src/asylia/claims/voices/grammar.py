"""Clause grammar per language: where subjects stand, and the closed words that bound them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from asylia.language.fold import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


def _pattern(text: str) -> re.Pattern[str] | None:
    return re.compile(text) if text else None


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language arranges speaker, verb and what is said; everything is in the folded form of the scan.

    `order`: "svo", "topic" (Korean, Japanese: a particle marks the subject), "case" (Turkish: endings mark
    what is no subject) or "vso". `prepositions` before a noun phrase show that it is no subject; `openers`
    begin a dependent clause; `joiners` join a second verb to the same subject. `marked`, `oblique`: what
    follows a subject, and what follows anything else. `passive` right before a verb, or in it, makes its
    subject the one acted upon; `agents` then name the actor. `complement`: words that open what is said.
    `drops`: a verb without a subject keeps the one before.
    """

    order: str
    prepositions: frozenset[str]
    articles: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    complement: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    marked: re.Pattern[str] | None = None
    topic: re.Pattern[str] | None = None
    oblique: re.Pattern[str] | None = None
    passive: re.Pattern[str] | None = None
    inverts: bool = False
    drops: bool = False


GRAMMARS: dict[str, Grammar] = {
    "en": Grammar(
        "svo",
        _words(
            "of to in from by with for at on about against between among under over into through"
            " during without than via behind across toward towards near inside outside within like as"
            " upon including concerning regarding versus"
        ),
        _words("the a an its his her their this these those some several many"),
        _words(
            "that which who whom whose where when while because although though after before since"
            " until if whether as what how why"
        ),
        _words("and but or then while yet also nor"),
        _words("that"),
        _words("by"),
        passive=_pattern(r"\b(?:is|are|was|were|been|being|be|got|gets)(?: \w+ly| also| not| never| now)? $"),
        inverts=True,
    ),
    "es": Grammar(
        "svo",
        _words(
            "de del a al en con por para sobre contra entre desde hasta hacia sin bajo tras según ante durante mediante"
        ),
        _words("el la los las un una unos unas su sus este esta estos estas ese esa"),
        _words("que quien quienes cual cuando donde porque aunque mientras si como cuyo cuya"),
        _words("y e o pero además también"),
        _words("que"),
        _words("por"),
        passive=_pattern(r"\b(?:fue|fueron|sido|ser|es|son|era|eran|siendo) $"),
        inverts=True,
        drops=True,
    ),
    "fr": Grammar(
        "svo",
        _words(
            "de du des d' à au aux en avec par pour sur contre entre depuis vers sans sous chez selon"
            " dans devant durant"
        ),
        _words("le la les l' un une des son sa ses leur leurs ce cet cette ces"),
        _words("que qu' qui dont où quand lorsque parce puisque si comme alors tandis"),
        _words("et ou mais puis aussi"),
        _words("que qu'"),
        _words("par"),
        passive=_pattern(r"\b(?:a été|ont été|été|être|est|sont|était|étaient|fut|furent) $"),
        inverts=True,
    ),
    "de": Grammar(
        "svo",
        _words(
            "von vom zu zum zur in im an am auf aus bei beim mit nach für gegen über unter durch um"
            " ohne seit laut wegen zwischen vor hinter neben trotz während gegenüber bis"
        ),
        _words("der die das den dem des ein eine einer eines einem einen ihr ihre sein seine dieser diese dieses"),
        _words("dass daß weil obwohl während wenn als ob wie nachdem bevor damit sodass"),
        _words("und oder aber sowie"),
        _words("dass daß"),
        _words("von vom durch"),
        passive=_pattern(r"\b(?:wurde|wurden|worden|wird|werden|werde) (?:[^.;:,]{0,40} )?$"),
        inverts=True,
    ),
    "ru": Grammar(
        "svo",
        _words("в во на по с со к ко у о об от до из за для при под над без про через между против среди ради около"),
        frozenset(),
        _words("что который которая которые которое которых когда где если хотя чтобы поскольку пока как потому"),
        _words("и а но или также"),
        _words("что"),
        frozenset(),
        inverts=True,
    ),
    "vi": Grammar(
        "svo",
        _words("của ở tại với cho về từ bởi vào trong trên đến tới do qua giữa đối"),
        _words("các những một"),
        _words("rằng khi nếu vì mà do nhưng"),
        _words("và hoặc nhưng đồng cũng"),
        _words("rằng là"),
        _words("bởi do"),
        passive=_pattern(r"\b(?:bị|được) $"),
    ),
    "zh": Grammar(
        "svo",
        _words("对 對 向 在 把 将 將 被 与 與 和 跟 给 給 由 从 從 为 為 于 於 就"),
        joiners=_words("并 並 又 也 而 同时 同時"),
        passive=_pattern(r"(?:被|遭|受到|遭到)[^,。;]{0,10}$"),
        drops=True,
    ),
    "ja": Grammar(
        "topic",
        frozenset(),
        topic=_pattern(r"(?:側|ら|たち|当局者|関係者)?(?:\([^)]*\))?(?:は|も|では|としては)"),
        marked=_pattern(r"(?:側|ら|たち)?(?:\([^)]*\))?が"),
        drops=True,
    ),
    "ko": Grammar(
        "topic",
        frozenset(),
        topic=_pattern(r"(?:\([^)]*\))?(?: ?측|들)?(?:은|는|도|에서는|에선)(?![가-힣])"),
        marked=_pattern(r"(?:\([^)]*\))?(?: ?측|들)?(?:이|가|에서|께서)(?![가-힣])"),
        drops=True,
    ),
    "tr": Grammar(
        "case",
        frozenset(),
        joiners=_words("ve ancak ama fakat"),
        oblique=_pattern(
            r"['’](?:n?[iıuü]n|[yn]?[iıuü]|[yn]?[ae]|[dt][ae]n?|n[dt][ae]n?|y?l[ae]|[dt]eki|[dt]aki|n[ae])\b"
        ),
        drops=True,
    ),
    "fa": Grammar(
        "svo",
        _words("از به در با برای بر علیه دربارهٔ درباره نزد تا بین میان توسط"),
        _words("این آن یک"),
        _words("که اگر وقتی هنگامی چون زیرا"),
        _words("و اما ولی یا نیز"),
        _words("که"),
        _words("توسط"),
        oblique=_pattern(r" ?(?:هایی|ها|ی)? را\b"),
        drops=True,
    ),
    "ar": Grammar(
        "vso",
        _words("من في على عن إلى الى مع ضد بين لدى عبر خلال منذ حتى حول بعد قبل"),
        frozenset(),
        _words("أن إن ان بأن التي الذي الذين حيث بينما لأن"),
        _words("و"),
        _words("أن إن ان بأن بأنه أنه أنها إنه إنها"),
        frozenset(),
        drops=True,
    ),
}


def grammar_of(language: str) -> Grammar:
    """The grammar of the language; English where there is none."""
    return GRAMMARS.get(language, GRAMMARS["en"])
