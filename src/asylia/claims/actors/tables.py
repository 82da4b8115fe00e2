"""Closed classes of words that grow or bound the name of an actor, per language."""

from __future__ import annotations

from dataclasses import dataclass


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Growth:
    """How a noun phrase grows. `left`, `right`: whether capitals and nationalities join on that side.

    `modifiers` join on the left in small letters; `links` join a complement on the right; `joints` stand
    inside a proper name; `stops` begin sentences with a capital and belong to no name; `of_persons` are
    links that only nouns of persons take.
    """

    left: bool
    right: bool
    modifiers: frozenset[str]
    links: frozenset[str]
    joints: frozenset[str]
    stops: frozenset[str]
    articles: frozenset[str]
    of_persons: frozenset[str] = frozenset()
    stem_heads: bool = False  # heads are stems: the language adds endings


GROWTH: dict[str, Growth] = {
    "en": Growth(
        left=True,
        right=False,
        modifiers=_words(
            "federal national local state foreign western eastern central regional public former"
            " senior leading top international independent exiled prominent several some many one two"
            " three four five other unnamed anonymous european african asian american arab top-level"
            " high-ranking domestic chief overseas human rights secret diplomatic security political"
            " legal spain-based us-based uk-based london-based german french ruling chief military"
        ),
        links=_words("of in for at to"),
        joints=_words("of for and on the against de & del la du"),
        stops=_words(
            "we i you our my your nobody someone everyone anyone nothing everything none who there"
            " here yes well people the a an in on at for from by to with without according but and or"
            " when while after before since as if its his her their this that these those there it he"
            " she they we who what how why where some many most both no not only even also then now"
            " later last next earlier asked among under over during despite because although however"
            " meanwhile moreover one two three four five six seven eight nine ten several more less"
            " than about around nearly almost every each all any such other another between beyond"
            " until once yet still so"
        ),
        articles=_words("the a an its his her their"),
        of_persons=_words("of in for at from to with"),
    ),
    "es": Growth(
        left=False,
        right=True,
        modifiers=_words("un una dos tres cuatro varios varias algunos algunas unos unas alto altos otro otros"),
        links=_words("de del en para por sobre contra"),
        joints=_words("de del la las los el y e para por contra en"),
        stops=_words(
            "yo nosotros nos ustedes nadie alguien nada todos quienes hay fue era el la los las un"
            " una unos unas en de del al por para con sin según y o pero cuando mientras tras antes"
            " desde como si su sus este esta estos estas ese esa aquel que quien lo le se no también"
            " además así aunque varios varias algunos cada todo todos dos tres otro otra otros entre"
            " hasta ante bajo durante"
        ),
        articles=_words("el la los las"),
        of_persons=_words("de del en para"),
    ),
    "fr": Growth(
        left=False,
        right=True,
        modifiers=_words("un une deux trois quatre plusieurs certains certaines haut hauts autres quelques des"),
        links=_words("de du des d' en à au aux pour contre"),
        joints=_words("de du des d' la le les l' et pour sur à aux contre en sans"),
        stops=_words(
            "nous je j' vous personne rien ceux celles quelqu'un le la les l' un une des du de d' en"
            " au aux à par pour avec sans selon et ou mais quand lorsque après avant depuis comme si"
            " son sa ses leur leurs ce cet cette ces qui que qu' il elle ils elles on y ne n' se s'"
            " plusieurs certains chaque tout tous deux trois autre autres entre dans sur sous dès"
            " d'après interrogé interrogée"
        ),
        articles=_words("le la les l'"),
        of_persons=_words("de du des d' à au aux en pour"),
    ),
    "de": Growth(
        left=True,
        right=False,
        modifiers=_words(
            "ein eine einer zwei drei vier mehrere einige viele hoher hochrangige ranghohe ehemalige"
            " frühere internationale deutsche deutschen deutscher auswärtige auswärtigen oberste"
            " obersten höchste europäische europäischen westliche westlichen örtliche örtlichen"
        ),
        links=_words("des der von in für beim im am aus"),
        joints=_words("für und der des von zu in gegen ohne"),
        stops=_words(
            "ich wir du niemand jemand wer was man nichts alle alles der die das den dem des ein eine"
            " einer eines einem einen in im am an auf aus bei mit nach von vor zu zum zur laut und"
            " oder aber als wenn während seit weil obwohl wie er sie es wir man ihr sein seine ihre"
            " dieser diese dieses jener nicht auch noch schon zwei drei mehrere einige viele alle"
            " jeder andere unter über durch gegen ohne um für bis darin dabei damit den"
        ),
        articles=_words("der die das den dem des"),
        of_persons=_words("des der von in aus für im"),
        stem_heads=True,
    ),
    "ru": Growth(
        left=True,
        right=True,
        modifiers=_words(
            "один одна два две три несколько многие бывший бывшая бывшие высокопоставленный"
            " высокопоставленные международная международные международной международных западные"
            " западных местные местных местная европейский европейские европейская неправительственная"
            " неправительственной правозащитная правозащитной женевской лондонской"
        ),
        links=_words("в во при по"),
        joints=_words("по и в при за против без"),
        stops=_words(
            "я мы вы никто кто-то ничего всё все сейчас теперь сегодня в во на по с со к ко у о об от"
            " до из за для при под над без и а но или когда пока после перед как если его её их это"
            " этот эта эти тот та те что кто он она они мы не также ещё уже однако между через один"
            " два три несколько многие все каждый другой другие согласно среди"
        ),
        articles=frozenset(),
        of_persons=_words("в во из при по от"),
        stem_heads=True,
    ),
    "tr": Growth(  # the dotless i is folded to i, as in the scan
        left=True,
        right=False,
        modifiers=_words(
            "bir iki üç dört beş alti yedi birkaç bazi üst düzey eski uluslararasi batili yerel ulusal federal"
            " insan haklari bağimsiz"
        ),
        links=frozenset(),
        joints=_words("ve ile için"),
        stops=_words(
            "ben biz siz kimse hiç herkes şimdi bugün bir bu şu o ve ile ama ancak fakat ise de da ki"
            " için gibi kadar göre sonra önce iki üç birçok bazi tüm her ayrica öte yandan hiçbir daha"
            " en çok onun bunun onlar biz"
        ),
        articles=frozenset(),
        stem_heads=True,
    ),
    "vi": Growth(
        left=False,
        right=True,
        modifiers=_words("một hai ba các nhiều vài một-số những"),
        links=_words("của ở tại về"),
        joints=_words("của về và các"),
        stops=_words(
            "tôi chúng không ai có đã theo trong tại ở khi sau trước từ và nhưng hoặc mà nếu vì do để"
            " cho với về của là các những một hai ba nhiều ông bà anh chị họ nó này đó ngày tháng năm"
            " riêng cả gần hơn"
        ),
        articles=frozenset(),
        of_persons=_words("của ở tại"),
    ),
}

# Words that end the name of an organisation in scripts without capitals.
NAME_STOPS = {
    "ar": _words(
        "في من عن إن أن إلى على التي الذي الذين قد لم لن لا ما هذا هذه ذلك بعد قبل منذ خلال مع بين"
        " حول عند أنه أنها بأن بأنه بأنها كان كانت وقد ضد لدى وهي وهو حيث كما إنه إنها باسم بشأن"
        " ومقرها"
    ),
    "fa": _words(
        "در از به با که را تا برای بر این آن است هم نیز و یا بود شد می نمی دو سه یک چهار پس پیش هنگام"
        " درباره دربارهٔ علیه روز همچنین اما خود هیچ مستقر"
    ),
}
