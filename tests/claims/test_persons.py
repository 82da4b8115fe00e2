"""Who is named, in twelve scripts and orders of names, and what each person is in the story."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reported import named, scanned

from asylia.claims import persons
from asylia.lexicon.load import LANGUAGES

TARGETS = [
    ("en", "The blogger Anton Kavaleu, who lives in Vilnius, was kidnapped.", "Anton Kavaleu"),
    ("es", "La periodista Marina Kovalchuk vive exiliada en Varsovia.", "Marina Kovalchuk"),
    ("fr", "L'opposant tadjik Farrukh Nazarov a été enlevé à Istanbul.", "Farrukh Nazarov"),
    ("de", "Der Blogger Anton Kavaleu lebt in Vilnius und wurde entführt.", "Anton Kavaleu"),
    ("ru", "Журналистка Марина Ковальчук, живущая в Варшаве, рассказала о слежке.", "Марина Ковальчук"),
    ("tr", "Gazeteci Ramin Daneşver İstanbul'da bıçaklandı.", "Ramin Daneşver"),
    ("vi", "Nhà hoạt động Nguyễn Văn Hùng bị bắt cóc tại Bangkok.", "Nguyễn Văn Hùng"),
    ("zh", "流亡作家陈思明在万象被捕。", "陈思明"),
    ("zh", "反对派博主普罗科维奇随即被捕。", "普罗科维奇"),
    ("zh", "維吾爾活動人士阿布都外力·沙迪克在挪威收到死亡威脅。", "阿布都外力·沙迪克"),
    ("zh", "流亡曼谷的活动人士Y Bham Niê被绑架。", "Y Bham Niê"),
    ("ja", "活動家のグエン・バン・フン氏が拘束された。", "グエン・バン・フン"),
    ("ko", "활동가 굴나르 사비트가 납치됐다.", "굴나르 사비트"),
    ("ar", "اختطف مسلحون المعارض السوري سامر الحلبي في بيروت.", "سامر الحلبي"),
    ("fa", "روزنامه‌نگار رامین دانشور در استانبول ربوده شد.", "رامین دانشور"),
]

NOBODY = [
    ("en", "The Chinese Public Security Bureau opened an office in Northern Ireland on Monday."),
    ("en", "Radio Free Meridian and the Human Rights Foundation published the Annual Report on Exile."),
    ("de", "Die Deutsche Botschaft in Wien und das Auswärtige Amt äußerten sich nicht."),
    ("fr", "Le Conseil de l'Europe et la Cour de Strasbourg ont été saisis."),
    ("ru", "Министерство иностранных дел и Генеральная прокуратура не ответили на запрос."),
    ("tr", "Dışişleri Bakanlığı ve Anayasa Mahkemesi açıklama yapmadı."),
    ("zh", "外交部發言人表示，有關報道不屬實。"),
    ("zh", "据活动人士转述，记者追问时警方没有回答。"),
    ("zh", "金融界表示关注，工商业说法不一。"),
    ("ja", "ヒューマン・ライツ・ウォッチは報告書を公表した。"),
    ("ko", "인터폴은 적색수배를 취소했다고 밝혔다."),
    ("ar", "على السلطات أن تكشف عن مكان الناشط، ويحمل جواز سفر أجنبيا."),
]


@pytest.mark.parametrize(("language", "text", "name"), TARGETS, ids=[row[0] for row in TARGETS])
def test_a_target_is_named(language: str, text: str, name: str) -> None:
    """The name as printed, no more and no less, and a target by what is told."""
    assert named(text, language) == {name: "target"}


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_what_is_nobody(language: str, text: str) -> None:
    """Institutions, titles and grammar have capitals and roles beside them too, and are no persons."""
    assert named(text, language) == {}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The foreign minister, Ola Vik, said that he was worried.", "office"),
        ("The former minister Ola Vik, who fled to Riga, was poisoned.", "target"),
        ("Ola Vik was kidnapped in Riga, and his lawyer was told nothing.", "target"),
        ("His sister, Olga Vik, told reporters that she was afraid.", "relative"),
        ("Ola Vik, a historian, said that the method was old.", "other"),
    ],
)
def test_the_role_comes_from_words_beside_the_name(text: str, role: str) -> None:
    """Only an explicit word for an office makes an office; whoever suffers or fled is a target."""
    assert next(iter(named(text).values())) == role


def test_a_surname_stands_for_the_full_name() -> None:
    """Later short forms are mentions of the person first named in full."""
    page = scanned("The blogger Anton Kavaleu lives in Riga. Kavaleu was followed. Police told Kavaleu to move.")
    (person,) = persons.find(page).persons
    assert len(person.mentions) == 3
    assert page.text[person.full.start : person.full.end] == "Anton Kavaleu"


def test_a_surname_of_two_people_stands_for_neither() -> None:
    """Whom a shared surname names nobody knows."""
    page = scanned("The bloggers Anton Kavaleu and Maryna Kavaleu live in Riga. Kavaleu was followed.")
    assert [len(person.mentions) for person in persons.find(page).persons] == [1, 1]


def test_the_head_of_a_movement_is_not_its_followers() -> None:
    """Acts against the followers of somebody do not make that one a target."""
    text = "Seven teachers linked to the movement of Harun Demir were deported from Chisinau to Turkey."
    assert "target" not in named(text).values()


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(TARGETS), st.sampled_from(LANGUAGES), st.text(max_size=30))
def test_mentions_lie_in_the_text_and_never_overlap(row: tuple[str, str, str], language: str, noise: str) -> None:
    """In any text of any language."""
    page = scanned(noise + row[1] + noise, language)
    mentions = persons.find(page).mentions
    assert all(0 <= mention.start < mention.end <= len(page.text) for mention in mentions)
    assert all(left.end <= right.start for left, right in pairwise(mentions))


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Masked men bundled Thuzin Hlaw into a van in Mae Sot.", "en", ["Thuzin Hlaw"]),
        ("Nijad, a 26-year-old vlogger, was followed.", "en", ["Nijad"]),
        ("La madre de Gulnor fue citada por la policía.", "es", ["Gulnor"]),
        ("Ils ont convoqué les parents d'Aliochka Chmel.", "fr", ["Aliochka Chmel"]),
        ("У Андрея Кожевникова провели обыск.", "ru", ["Андрея Кожевникова"]),
        ("维权律师罗思卫登上列车。", "zh", ["罗思卫"]),
        ("At Schiphol, a former officer was held.", "en", []),
        ("Officers bundled the files into a van in Mae Sot.", "en", []),
        ("À l'aéroport de Fuenlabro, un ancien officier attend.", "fr", []),
    ],
)
def test_a_name_is_told_by_the_place_where_a_person_must_stand(text: str, language: str, names: list[str]) -> None:
    """Between the parts of an act, before what one person is, behind whose parents they are; places are none."""
    assert sorted(named(text, language)) == sorted(names)
