"""Abbreviations that end in a full stop without ending a sentence, per language, folded."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A name, number or noun always follows these: no sentence ends here.
NEVER: dict[str, frozenset[str]] = {
    "en": _words(
        "mr mrs ms messrs mx dr prof rev fr st ste mt ft gen lt col maj capt cpl sgt cmdr adm gov sen rep hon "
        "pres supt insp det no nos art arts para paras sec vol ed eds pp p fig op cit ca c v vs al cf e.g i.e "
        "viz approx est dept min jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur "
        "thurs fri sat sun"
    ),
    "es": _words(
        "sr sra srta sres d da dr dra dres prof profa lic ing arq gral cnel cap tte sgto mons pbro fr sto sta "
        "art arts núm nº no pág ee págs vol ed cap aprox av avda c p.ej ej ee.uu s.m ss.mm excmo excma ilmo "
        "dña vd vds ud uds cía tel"
    ),
    "fr": _words(
        "m mm mme mlle mmes mlles dr pr me mgr st ste art al no n° p pp vol éd chap cf env av boul p.ex ex "
        "c.-à-d i.e gén col cap lt janv févr avr juil sept oct nov déc"
    ),
    "de": _words(
        "hr fr dr prof dipl ing mag st art abs nr s bd hrsg vgl z.b z b d.h d h u.a u a o.ä bzw ca etc. geb "
        "gest evtl ggf inkl max min mio mrd tsd sog i.d.r v.a v a str tel jan feb mär apr jun jul aug sep "
        "sept okt nov dez mo di mi do sa so gen lt hptm rd usf jr"
    ),
    "ru": _words(
        "г гг им т тт тов гр проф акад доц ген полк подп кап лейт св ст стст ч п пп см ср рис табл руб коп "
        "тыс млн млрд трлн ул пр просп пер пл д кв корп стр обл р-н пос с дер т.е т.н т.к т.ч янв февр фев "
        "мар апр июн июл авг сент сен окт нояб ноя дек пн вт чт пт сб вс напр"
    ),
    "tr": _words(
        "dr prof doç av op yrd sn bn md gn alb yzb tğm mah cad sok apt no s ss bkz vb vs. örn yy tel bşk gen "
        "kor ord m.ö m.s"
    ),
    "vi": _words("tp ths ts gs pgs bs ông bà th tx q p ds ks nxb tr đ/c"),
    "fa": _words("ر.ک ص ج م ق ه.ش ه.ق"),
    "ar": _words("د أ م ص ج ه ق.م"),
    "ko": _words("no vol p"),
    "ja": _words("no vol p"),
    "zh": _words("no vol p"),
}

# Words as well as abbreviations: before a number, or with a capital, they are abbreviations.
WORDS = frozenset(
    "no nos art arts sat sun mar fig ed p c v al fr col rep sec in am di so vs st mi do ch ff so sa mar".split()
)

# These may end a sentence: one ends where the next word is one that begins sentences.
MAYBE: dict[str, frozenset[str]] = {
    "en": _words(
        "u.s u.k u.n e.u u.s.a u.a.e p.r.c d.c l.a inc ltd co corp llc plc bros jr sr ph.d m.d b.a m.a ll.m "
        "a.m p.m a.d b.c etc esq"
    ),
    "es": _words("etc s.a s.l ee.uu a.m p.m jr"),
    "fr": _words("etc s.a j.-c"),
    "de": _words("usw etc u.s co inc jr"),
    "ru": _words("г гг др пр т.д т.п руб коп тыс млн млрд трлн чел"),
    "tr": _words("vb vs vd a.ş ltd şti"),
    "vi": _words("v.v vv"),
}

STARTERS: dict[str, frozenset[str]] = {
    "en": _words(
        "the a an in on at by for from with without after before since until during under over as if when "
        "while where although though because but and or so yet however moreover meanwhile he she it they we i "
        "you his her its their our this that these those there here what who why how some many most all both "
        "each one two three several other others according asked last no not now then later earlier only even "
        "still"
    ),
    "es": _words(
        "el la los las un una unos unas en de a al con por para según pero y no se su sus este esta ese esa tras desde"
    ),
    "fr": _words(
        "le la les l' un une des en de du à au aux dans par pour selon mais et ce cette ces il elle ils elles "
        "on nous son sa ses leur leurs après depuis"
    ),
    "de": _words(
        "der die das den dem ein eine einer im in am an auf bei mit nach seit von vor zu für und aber doch er "
        "sie es wir ich dies diese dieser ihr sein laut auch"
    ),
}

# Languages that write ordinals with a full stop ("29. März", "3. Ağır Ceza").
ORDINAL_STOP = frozenset({"de", "tr"})

# What follows a closing quote in Chinese when the sentence goes on to name the speaker.
SPEAKING = (
    "说",
    "說",
    "称",
    "稱",
    "表示",
    "道",
    "指出",
    "写道",
    "寫道",
    "强调",
    "強調",
    "补充",
    "補充",
    "回应",
    "回應",
)
