"""Reports: particular acts are told with their particulars; fears, charges, habits, totals and crimes are not told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reported import read

from asylia.lexicon.load import LANGUAGES

# One unseen sentence a language: methods, persons, the state behind it, the host, the date.
TOLD = [
    (
        "en",
        "Three agents from Minsk seized Anton Kavaleu, a blogger living in Vilnius, on 3 May 2022"
        " and drove him across the border.",
        ("capture.abduction", "Anton Kavaleu", "BY", "LT", "2022-05-03"),
    ),
    (
        "es",
        "El 4 de junio de 2022 agentes iraníes secuestraron en Estambul al periodista Ramin Daneshvar"
        " y lo llevaron a Irán.",
        ("capture.abduction", "Ramin Daneshvar", "IR", "TR", "2022-06-04"),
    ),
    (
        "fr",
        "Le 12 mars 2021, l'opposant tadjik Farrukh Nazarov a été enlevé à Istanbul par des inconnus.",
        ("capture.abduction", "Farrukh Nazarov", "TJ", "TR", "2021-03-12"),
    ),
    (
        "de",
        "Am 7. Februar 2020 erschossen russische Agenten in Berlin den tschetschenischen Exilanten Aslan Umarow.",
        ("abroad.killing", "Aslan Umarow", "RU", "DE", "2020-02-07"),
    ),
    (
        "ru",
        "В марте 2021 года власти Турции депортировали туркменского активиста Мерета Аннаева в Ашхабад.",
        ("legal.deportation", "Мерета Аннаева", "TM", "TR", "2021-03"),
    ),
    (
        "tr",
        "İranlı gazeteci Ramin Daneşver 4 Mart 2022'de İstanbul'da İran ajanlarınca bıçaklandı.",
        ("abroad.assault", "Ramin Daneşver", "IR", "TR", "2022-03-04"),
    ),
    (
        "ar",
        "في 5 آذار 2021 اختطف مسلحون المعارض السوري سامر الحلبي في بيروت.",
        ("capture.abduction", "سامر الحلبي", "SY", "LB", "2021-03-05"),
    ),
    (
        "fa",
        "مأموران اطلاعات ایران در ۵ تیر ۱۴۰۰ روزنامه‌نگار رامین دانشور را در استانبول ربودند.",
        ("capture.abduction", "رامین دانشور", "IR", "TR", "2021-06-26"),
    ),
    (
        "ko",
        "태국 당국은 지난해 5월 베트남 활동가 응우옌 반 흥을 방콕에서 체포해 베트남으로 송환했다.",
        ("legal.deportation", "응우옌 반 흥", "VN", "TH", "2023-05"),
    ),
    (
        "ja",
        "タイ当局は昨年5月、ベトナムの活動家グエン・バン・フン氏をバンコクで拘束し、ベトナムへ送還した。",
        ("legal.deportation", "グエン・バン・フン", "VN", "TH", "2023-05"),
    ),
    (
        "zh",
        "2022年6月，老挝警方在万象逮捕流亡作家陈思明，并把他移交给中国公安。",
        ("capture.handover", "陈思明", "CN", "LA", "2022-06"),
    ),
    (
        "vi",
        "Ngày 4/6/2022, mật vụ Campuchia bắt cóc nhà hoạt động Sok Dara tại Bangkok và đưa về Phnom Penh.",
        ("capture.abduction", "Sok Dara", "KH", "TH", "2022-06-04"),
    ),
]

NOT_TOLD = [
    # everyday meanings of the words
    ("en", "The exhibition in Lisbon was visited by police officers from Iran, and the guide followed them."),
    # crime without a state behind it
    ("en", "Two Turkish nationals were charged in Rome with kidnapping a shopkeeper for ransom, police said."),
    ("ja", "トルコ国籍の男が強盗目的で店主を誘拐した疑いで大阪府警に逮捕された。"),
    ("ru", "Полиция Праги задержала двух граждан России по обвинению в похищении коммерсанта."),
    ("tr", "İstanbul polisi, fidye için iş insanını kaçırmak suçundan iki İran vatandaşını yakaladı."),
    # fears and conditions
    ("en", "Activists fear that Tajikistan could abduct the exiles if they leave Vilnius."),
    ("de", "Menschenrechtler befürchten, dass Tadschikistan den Blogger aus Warschau entführen könnte."),
    ("zh", "若被遣返中国，这名维吾尔商人可能面临酷刑。"),
    ("ko", "그 활동가가 중국으로 송환되면 고문을 당할 수 있다고 변호인은 우려했다."),
    ("vi", "Các nhà hoạt động lo ngại rằng ông có thể bị bắt cóc và đưa về Trung Quốc."),
    ("ru", "Правозащитники опасаются, что Таджикистан может похитить активиста в Варшаве."),
    ("fa", "فعالان نگرانند که جمهوری اسلامی او را در استانبول برباید."),
    ("ar", "تخشى المنظمة أن تختطف إيران الناشط المقيم في باريس."),
    # habits and lists of methods
    ("en", "Agents of authoritarian states abduct critics, threaten families and revoke passports."),
    ("es", "En muchos casos las autoridades de Nicaragua retienen el pasaporte de los exiliados."),
    ("fr", "Les autorités turques enlèvent parfois des opposants à l'étranger, selon une étude."),
    ("ja", "人権団体は中国による海外での脅迫の手口をまとめた報告書を発表した。"),
    ("ko", "이란은 해외 반체제 인사를 납치하거나 협박하는 방식을 쓴다고 보고서는 지적했다."),
    ("tr", "Rejimler genellikle muhaliflerin ailelerini sorguya çekiyor ve pasaportlarını iptal ediyor."),
    ("ar", "تشمل أساليب القمع العابر للحدود الخطف والاغتيال والتهديد."),
    # totals
    ("en", "The report counts 240 cases of abduction by 38 states since 2014."),
    ("zh", "研究者列出綁架十二起，其中泰國五起。"),
    # words about an act: reactions, negated plans, expelled envoys, acts at home
    ("en", "The minister said that Norway would not tolerate attempts to threaten Iranian exiles."),
    ("en", "Canada expelled two Iranian diplomats in May 2021."),
    ("en", "In 2015 he went back to China and was arrested and expelled."),
]


@pytest.mark.parametrize(("language", "text", "told"), TOLD, ids=[row[0] for row in TOLD])
def test_an_act_is_told_with_its_particulars(language: str, text: str, told: tuple[str, ...]) -> None:
    """Method, target, state, host and date of one sentence, in every language."""
    (report,) = [report for report in read(text, language) if report.methods]
    assert told[0] in report.methods
    assert report.persons == (told[1],)
    assert (report.origin_state, report.host, report.date) == told[2:]


@pytest.mark.parametrize(("language", "text"), NOT_TOLD)
def test_what_is_no_particular_act_is_not_told(language: str, text: str) -> None:
    """Each sentence has the words of an act, and tells of none against an exile."""
    assert read(text, language) == []


def test_a_month_without_a_year_is_of_the_year_that_is_told() -> None:
    """A page of 2019 about June 2004 dates "28 June" to 2004; a fresh "3 July" stays with the page."""
    old = "In June 2004 agents from Minsk kidnapped the poet Anton Kavaleu in Riga."
    told = read(old + " He was brought to Minsk, where a court sentenced him on 28 July.", "en", "2019-03-10")
    assert [report.date for report in told] == ["2004-06", "2004-07-28"]


def test_a_dateline_dates_no_act() -> None:
    """The day on which the page was sent is not the day of the act."""
    text = "RIGA, Oct 11 (Baltic Wire) - Agents from Minsk kidnapped the poet Anton Kavaleu in the city, friends said."
    assert [report.date for report in read(text, "en", "2019-10-11")] == [None]


def test_a_denial_stands_beside_the_act() -> None:
    """The state's denial is a report of its own, with the act's method and target."""
    text = "Agents from Minsk kidnapped the poet Anton Kavaleu in Riga on 2 May 2019. Belarus denied any role in it."
    assert [(report.modality, report.persons) for report in read(text)] == [
        ("asserted", ("Anton Kavaleu",)),
        ("denied", ("Anton Kavaleu",)),
    ]


def test_what_relatives_suffer_is_done_to_the_exile() -> None:
    """The person is the exile; the method says that a relative was struck; the host is where the exile lives."""
    text = "Police in Urumqi detained the brother of Aigul Nur, an activist living in Oslo, in May 2021."
    (report,) = read(text)
    assert (report.methods, report.persons, report.host) == (("proxy.detention",), ("Aigul Nur",), "NO")


def test_no_trace_is_the_outcome_of_the_act_before_it() -> None:
    """ "His whereabouts are unknown" is no stage of its own."""
    text = "Agents from Minsk kidnapped the poet Anton Kavaleu in Riga on 2 May 2019. His whereabouts are unknown."
    assert [report.outcome for report in read(text)] == ["disappeared"]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(TOLD), st.sampled_from(LANGUAGES), st.text(max_size=40))
def test_any_text_can_be_read(row: tuple[str, str, tuple[str, ...]], language: str, noise: str) -> None:
    """Whatever stands in a page of whatever language, every quote is verbatim and every report says something."""
    text = f"{noise}{row[1]}{noise}\n{row[1]}"
    for report in read(text, language):
        assert report.quote in text
        assert report.methods or report.outcome


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(TOLD))
def test_what_is_said_twice_is_told_once(row: tuple[str, str, tuple[str, ...]]) -> None:
    """A restatement adds no report."""
    language, text, _ = row
    assert len(read(f"{text}\n{text}", language)) == len(read(text, language))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The exiled Iranian presenter Ramin Daneshvar was stabbed outside his house in London on 4 March 2022.", None),
        ("On 4 March 2022 agents of Iran stabbed the exiled presenter Ramin Daneshvar in London.", "IR"),
        ("In 2021 researchers found Pegasus on the phone of Samira Haddad, a Saudi dissident in London.", None),
    ],
)
def test_unknown_hands_have_no_state(text: str, state: str | None) -> None:
    """Whoever stabbed or infected is unknown until the text names a hand, whatever state the victim comes from."""
    states = [report.origin_state for report in read(text, "en", "2022-03-10")]
    assert states == [state]
