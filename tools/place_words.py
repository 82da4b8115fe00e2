"""What build_places.py must know about words that are places only sometimes."""

from __future__ import annotations

# Words of the language, or names of persons, before they are places: matched with their capitals only.
AMBIGUOUS = {
    "en": "China Turkey Chad Jordan Georgia Guinea Niger Cuba Oman Mali Togo Jersey Grenada Dominica",
    "es": "China Cuba Chad Jordania Granada Togo Perú Malí Omán Georgia Guinea Dominica Jersey",
    "fr": "Chine Inde Niger Tchad Cuba Oman Mali Togo Guinée Grenade Dominique Maurice Jersey",
    "de": "China Oman Mali Togo Niger Tschad Jersey",
    "vi": "Nga Mỹ Pháp Úc Lào Nhật Séc Cuba Mali Oman Togo Đức",
    "tr": "Çin Çad Fas Mısır Katar Umman Peru Küba Togo Mali Nijer Gine Kıbrıs",
    "ru": "Чад Того Перу Мали Куба Оман Гана Катар Индия Иордания",
}
# Names that mean something else alone, and count only in the frames below.
DROPPED: dict[str, frozenset[str]] = {
    "vi": frozenset(["Anh", "Bỉ", "Áo", "Ý", "Đức"]),
    "ja": frozenset(["タイ", "チリ", "マリ"]),
    "ko": frozenset(["가나", "기니", "말리", "수단", "오만", "차드"]),
    "fa": frozenset(["غنا", "مالی", "پرو", "چاد", "کره"]),
    "ar": frozenset(["بالي", "مالي"]),
    "ru": frozenset(["Того", "Чад"]),
    "zh": frozenset(["中非", "刚果", "剛果"]),
    "es": frozenset(["Granada"]),
    "fr": frozenset(["Dominique", "Grenade", "Maurice"]),
    "tr": frozenset(["Fas"]),
}
SAID_WITH: dict[str, tuple[str, ...]] = {
    "vi": (
        "nước {}",
        "tại {}",
        "ở {}",
        "sang {}",
        "đến {}",
        "chính phủ {}",
        "cảnh sát {}",
        "công dân {}",
        "nhà chức trách {}",
    ),
    "ja": ("{}の", "{}で", "{}に", "{}へ", "{}から", "{}人", "{}政府", "{}当局", "{}警察", "在{}"),
    "ko": ("{} 정부", "{} 당국", "{} 국적", "{} 경찰", "{}인 남성"),
    "ru": ("в {}", "из {}"),
    "fa": ("کشور {}", "در {}", "دولت {}"),
    "ar": ("دولة {}", "في {}", "حكومة {}"),
    "tr": ("=Fas'ta", "=Fas hükümeti"),
}
# City names that are words or names of persons, by script; KEEP are those worth the risk.
CITY_BLOCK = frozenset(
    """
    Agra Akron Ali Anaheim Angers Arlington Asunción Augusta Aurora Austin Ağrı Bam Bar Bari Bath Batman Bello
    Bitlis Bo Boise Bolton Bolu Bor Brest Buffalo Bukavu Callao Carolina Cartagena Central Chandler Charlotte
    Chesapeake Columbus Como Concord Cordoba Corrientes Corum Córdoba Derby Diego Durham Düzce Enterprise Essen
    Florence Fontana Fremont Garland Gaya George Georgetown Getafe Gijón Gilbert Glendale Guadalupe Hagen Halle
    Hamilton Hamm Hat-Yai Henderson Hialeah Ho Hof Hull Ibb Independence Irbid Irving Isparta Jackson José Juan Kars
    Kent Khoy Kilis Kim Kingston Kochi Kota La Laredo Leon León Lincoln Los Lubbock Luton Madison Male Mali Man Mar
    Marina Mary Merida Mesa Milton Mobile Modesto Montgomery Moss Most Mut Muş Mérida Móstoles Nancy Nara Newport
    Nice Norfolk Norman Of Oita Opole Orange Ordu Orlando Ota Parla Parma Pau Paz Pisa Plano Prato Preston Puri
    Rampur Reading Reno Richmond Rize Rosario Rugby Sale Salem Salt Salta Same San Sanandaj Santa Santos Sari Siirt
    Split Spokane Stockton Stoke Surat Surprise Tire Tokat Toledo Tours Trujillo Tsu Ube Umm Union Usak Uşak Van
    Victoria Welkom Worth Yalova Yazd York Zabol
    """.split()
)
KOREAN_WORDS = frozenset(
    """
    강남 남해 대련 사천 상해 선전 성도 시안 우시 우한 유성 장사 정주 창사 청두 포산 하남 해구
    건지 경성 방기 서리 오시 우파 이브 저지 중산 지난 지다 한성 후에
    """.split()
)
HAN_WORDS = frozenset(
    """
    三角 上京 东方 东部 中国上海 中山 中野 光明 公主 和平 大分 大和 大都 天府 太平 平和 府中 新安 日野 東方 永安 王城 皇后 皇城 自由 西部 長安 长安 首都 高山
    """.split()
)
# How many of a country's cities above 200,000 people are named; 4 where it is not listed.
TOP = {
    "CN": 32,
    "JP": 10,
    "US": 30,
    "GB": 16,
    "DE": 16,
    "FR": 14,
    "IT": 12,
    "ES": 12,
    "CA": 14,
    "AU": 8,
    "IN": 12,
    "RU": 14,
    "TR": 12,
    "NL": 6,
    "BR": 8,
    "KR": 8,
    "VN": 8,
    "MY": 6,
    "TH": 6,
    "PK": 8,
    "IR": 12,
    "UA": 10,
    "KZ": 8,
    "MX": 8,
    "PL": 8,
    "BY": 6,
    "MM": 6,
    "TW": 6,
    "PH": 6,
    "ID": 6,
    "SA": 6,
    "EG": 5,
    "ZA": 6,
    "UZ": 6,
}
RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ -")
ARABIC_WORDS = frozenset(
    """
    بن كان نيس ليل رم سال مسكن المدينة العين الفيوم بنها سامسون ترول
    """.split()
)
# English names of cities that CLDR and GeoNames write differently.
ALIASES = {
    "Washington, D.C.": "Washington", "Kiev": "Kyiv", "Ulan Bator": "Ulaanbaatar", "Godthab": "Nuuk",
    "Rangoon": "Nay Pyi Taw", "Asmera": "Asmara", "Katmandu": "Kathmandu",
}  # fmt: skip
