"""Reports: who is meant, where they were, and how many, when the sentence of the act leaves that to another one."""

import pytest
from reported import named, read

CARRIED = [
    (
        "en",
        "The report describes the case of Gulnara Osmonova, a former Kazakh official who fled to Poland in 2019;"
        " she returned to Kazakhstan after her sister's assets were frozen in March 2021.",
        ("proxy.assets", "Gulnara Osmonova", "PL"),
    ),
    (
        "es",
        "El informe cuenta el caso de Ramiro Duarte, un exfuncionario nicaragüense exiliado en Costa Rica;"
        " regresó a Managua después de que en 2021 congelaran los bienes de su hermana.",
        ("proxy.assets", "Ramiro Duarte", "CR"),
    ),
    (
        "fr",
        "Le rapport évoque le cas d'Olivier Nkunda, ancien fonctionnaire rwandais réfugié en Belgique ;"
        " il est rentré à Kigali après l'arrestation de son frère en mars 2021.",
        ("proxy.detention", "Olivier Nkunda", "BE"),
    ),
    (
        "ru",
        "В докладе описан случай Алишера Рахимова — бывшего таджикского чиновника, который бежал в Польшу;"
        " он вернулся в Душанбе после того, как в марте 2021 года арестовали его брата.",
        ("proxy.detention", "Алишера Рахимова", "PL"),
    ),
    (
        "zh",
        "报告提到前官员陈志远的案例，他2018年逃到加拿大；在2021年3月妹妹的资产被冻结后，他返回中国。",
        ("proxy.assets", "陈志远", "CA"),
    ),
    (
        "tr",
        "Raporda eski memur Ramin Daneşver'in durumu anlatılıyor; kardeşi Mart 2021'de Tahran'da"
        " tutuklandıktan sonra İran'a döndü.",
        ("proxy.detention", "Ramin Daneşver", None),
    ),
]


@pytest.mark.parametrize(("language", "text", "want"), CARRIED, ids=[row[0] for row in CARRIED])
def test_the_only_person_of_a_sentence_is_whose_relatives_it_speaks_of(
    language: str, text: str, want: tuple[str, str, str | None]
) -> None:
    """A pronoun or nothing at all stands for the one person named; where they fled to is the host."""
    told = [(*report.methods, *report.persons, report.host) for report in read(text, language)]
    assert told == [want]


@pytest.mark.parametrize(
    ("language", "text", "host"),
    [
        (
            "en",
            "Mariya Petrova, a critic of Belarus living in exile in the Netherlands, left in 2020."
            " In May 2022 police in Minsk searched the flat of Petrova's mother.",
            "NL",
        ),
        ("zh", "活动人士陈志远住在荷兰。2022年5月，国安人员在武汉拘留了他的弟弟。", "NL"),
        ("zh", "活动人士陈志远旅美多年。2022年5月，国安人员在武汉拘留了他的弟弟。", "US"),
        (
            "ru",
            "Блогер Алишер Рахимов, живущий в Литве, критикует власти Таджикистана."
            " В мае 2022 года в Душанбе задержали его брата.",
            "LT",
        ),
        (
            "fr",
            "Le blogueur rwandais Olivier Nkunda, vivant à Bruxelles, critique Kigali."
            " En mai 2022, la police rwandaise a arrêté son frère à Kigali.",
            "BE",
        ),
    ],
)
def test_where_a_person_lives_is_told_once_and_holds_for_later_acts(language: str, text: str, host: str) -> None:
    """An act against relatives at home has the exile's residence as its host."""
    assert [report.host for report in read(text, language)] == [host]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Thailand deported 40 Uyghurs in 2025. In July 2015 Thailand handed over 109 of the group to Beijing,"
         " while 173 women were sent to Turkey."),
        ("zh", "泰国2014年拘留约300名维吾尔人。2015年7月，泰国把其中109人强制送回中国，另173人被送往土耳其。"),
        ("ru", "Таиланд задержал около 300 уйгуров в 2014 году. В июле 2015 года Таиланд передал 109 из них Китаю."),
        ("tr", "Tayland 2014'te 300 Uygur'u gözaltına aldı. Temmuz 2015'te onlardan 109'unu Çin'e iade etti."),
        ("fr", "La Thaïlande a détenu 300 Ouïghours en 2014. En juillet 2015, on en a remis 109 d'entre eux à Pékin."),
    ],
)  # fmt: skip
def test_so_many_of_a_group_are_somebody_in_particular(language: str, text: str) -> None:
    """A count of those told of before is no statistic, however great."""
    last = read(text, language)[-1]
    assert (last.persons, last.origin_state, last.host, last.date) == ((), "CN", "TH", "2015-07")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On 23 May 2021 a passenger plane flying from Athens to Vilnius was forced to land in Minsk."),
        ("de", "Am 23. Mai 2021 wurde ein Passagierflugzeug auf dem Weg von Athen nach Vilnius zur Landung in Minsk"
         " gezwungen."),
        ("es", "El 23 de mayo de 2021 un avión que volaba de Atenas a Vilna fue obligado a aterrizar en Minsk."),
        ("fr", "Le 23 mai 2021, un avion reliant Athènes à Vilnius a été forcé d'atterrir à Minsk."),
        ("de", "Die UN macht die belarussischen Behörden für die erzwungene Landung eines Flugzeugs in Minsk"
         " am 23. Mai 2021 verantwortlich."),
    ],
)  # fmt: skip
def test_a_plane_forced_down_has_no_host(language: str, text: str) -> None:
    """Neither where it came from nor where it went is the host; where it was made to land is the origin state."""
    told = [(r.methods, r.origin_state, r.host, r.date) for r in read(text, language)]
    assert told == [(("capture.abduction",), "BY", None, "2021-05-23")]


def test_a_plane_that_lands_for_a_storm_is_no_capture() -> None:
    """Without a state that reaches abroad a forced landing is weather."""
    assert read("The plane was forced to land in Vienna because of a storm in May 2021.") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On 3 May 2021 Belarusian police arrested the journalist Anton Kavaleu and his companion Olga Sidorova"
         " in Moscow. Sidorova was sentenced to six years."),
        ("fr", "En mai 2021, la police a arrêté à Moscou le journaliste biélorusse Anton Kavaleu et sa compagne"
         " Olga Sidorova. Sidorova a été condamnée à six ans de prison."),
        ("ru", "23 мая 2021 года самолёт, летевший из Афин в Вильнюс, принудительно посадили в Минске, где задержали"
         " журналиста Антона Ковалёва и его спутницу Ольгу Сидорову. Сидорову приговорили к шести годам колонии."),
    ],
)  # fmt: skip
def test_a_companion_shares_the_act_and_has_stages_of_her_own(language: str, text: str) -> None:
    """Both are victims; the later sentence is the companion's alone, of the same state."""
    people = sorted(named(text, language))
    first, *_, last = read(text, language)
    assert sorted(first.persons) == people
    assert (last.methods, last.origin_state, last.outcome) == ((), "BY", "sentenced")
    assert len(last.persons) == 1
    assert last.persons[0].startswith(("Sidorov", "Сидоров"))


@pytest.mark.parametrize(
    ("language", "text", "hosts"),
    [
        ("en", "In 2021 one Turkish teacher each was abducted in Kenya and Moldova.", ["KE", "MD"]),
        ("de", "Im Mai 2021 wurde jeweils ein türkischer Lehrer in Kenia und Moldau entführt.", ["KE", "MD"]),
        ("fr", "En 2020, un enseignant turc a été enlevé respectivement au Kenya et en Moldavie.", ["KE", "MD"]),
        ("en", "In 2021 a Turkish teacher was abducted in Kenya.", ["KE"]),
    ],
)
def test_one_victim_each_in_two_states_are_two_reports(language: str, text: str, hosts: list[str]) -> None:
    """Words that give each place its own victim make a report for each place."""
    assert [report.host for report in read(text, language)] == hosts


def test_notices_issued_for_a_list_are_reported_when_dated() -> None:
    """So many people on a list are no statistic where the notices are told as issued; people who stand on one are."""
    told = read("The Chinese police issued red notices for its 100 most-wanted suspects in April 2015.")
    assert [(r.methods, r.host, r.date) for r in told] == [(("legal.notice",), None, "2015-04")]
    assert read("In 2015 China counted 1,421 fugitives, of them 28 on red notices.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The individual is promised leniency or money if he complies. Chinese agents often visit relatives.",
        "Chinese police detained Li Wenhao in Bangkok in May 2021. The Chinese government is not averse to holding"
        " a target's family hostage, denying them travel rights.",
        "China issued red notices for its 100 most-wanted suspects in 2015. Many have come back, some voluntarily,"
        " according to the government.",
    ],
)
def test_habits_conditions_and_what_is_withheld_are_no_reports_or_denials(text: str) -> None:
    """What is done as a rule or on a condition is not told, and "denying them" something denies no act."""
    assert len(read(text)) <= text.count("20")
    assert all(report.modality == "asserted" for report in read(text))


@pytest.mark.parametrize(
    ("language", "text", "want"),
    [
        ("en", "The case of Eric Mugabo, a hotel owner, is known. A resident of Ohio, he was lured to Dubai and"
         " abducted by Rwandan agents in August 2020.", ("Eric Mugabo",)),
        ("en", "In 2019 Eric Mugabo spoke. A Rwandan student was abducted in Kampala in August 2020, he said.", ()),
    ],
)  # fmt: skip
def test_an_apposition_before_a_pronoun_says_more_of_whom_it_stands_for(
    language: str, text: str, want: tuple[str, ...]
) -> None:
    """ "A resident of Ohio, he" is the person of the sentence before; "a student", the subject, is somebody else."""
    assert [report.persons for report in read(text, language)] == [want]


@pytest.mark.parametrize(
    ("language", "text", "host"),
    [
        ("en", "Eric Mugabo, a human rights activist in Sydney, kept silent. In May 2022 Rwandan police arrested his"
         " brother in Kigali.", "AU"),
        ("en", "Eric Mugabo, a refugee advocate in Sydney, kept silent. In May 2022 Rwandan police arrested his brother"
         " in Kigali.", "AU"),
        ("es", "Ramiro Duarte, un activista en Madrid, guardó silencio. En mayo de 2022 la policía de Nicaragua detuvo"
         " en Managua a su hermano.", "ES"),
    ],
)  # fmt: skip
def test_an_apposition_tells_where_its_person_lives(language: str, text: str, host: str) -> None:
    """A role with a place behind a name is a residence."""
    assert [report.host for report in read(text, language)] == [host]


def test_somebody_held_with_another_has_stages_also_without_a_method() -> None:
    """A sentence on somebody whose arrest at home was told is a stage."""
    told = read(
        "Nach der Landung in Minsk wurden im Mai 2021 der belarussische Blogger Anton Kavaleu und seine Freundin Olga"
        " Sidorova festgenommen. Sidorova wurde im Mai 2022 zu sechs Jahren Haft verurteilt.",
        "de",
    )
    assert [(r.persons, r.outcome) for r in told][-1] == (("Sidorova",), "sentenced")
