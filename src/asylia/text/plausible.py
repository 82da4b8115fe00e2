"""How much a reading of bytes looks like writing: a number, comparable between encodings of the same bytes.

Common characters of each script count for it; replacement marks, controls, rare characters, capitals within
words and scripts mixed within one word count against it.
"""

from __future__ import annotations

import re

from asylia.language.scripts import script_of

# The most frequent characters of running text, by script. A wrong reading hits them only by chance.
_SIMPLIFIED = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严警察罪犯逃追捕"  # noqa: E501
_TRADITIONAL = "這個為國來時們對說會過種後學經進著電裡現實體機當點從業應開還產動發無與關線數樣內總間義長軍題黨員設運農幾戰論級統較將組計別區強決處隊給門規熱領東導壓爭濟階術極聯認權證轉單風帶場車務萬達議聲報鬥離華確張節話溫傳許廣記觀織裝眾書須際連斷難礦備辦習響約勞團歷構稱準號維劃選標寫親廠識適屬滿縣參紅細聽該鐵價嚴於聞灣臺台灣並麼沒問見"
_KANA = "のにはをたがでてとしれさいるあなこもすりらかんだよっきくけまどちつおえみわろせやそめうじねほげべぐびアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンーッャュョ"
_HANGUL = "이다는의에을가고지하한을를도로서사대기자은인정시해일어리나그수부들과장전보으아라만조국있경제공주원상구선여등였면관것중우성동명유화세비재무위개소연적신외회민방했발계당안계미마오러까치결행었문분단법반체출업법검찰북않된며년월말밝혔"
_COMMON = frozenset(_SIMPLIFIED + _TRADITIONAL + _KANA + _HANGUL + "、。，「」！？：；“”（）《》…—　·")
_WORD = re.compile(r"[^\W\d_]+")
WIDE = frozenset({"gb18030", "big5hkscs", "cp949", "cp932", "euc_jp", "iso2022_jp", "hz"})
_ODD = re.compile(r"[\x80-\x9f\ufffd\ue000-\uf8ff]|[\x00-\x08\x0e-\x1f\x7f]")
# Letters that one European or Arabic code page puts where another has its commonest ones.
_LIKELY = frozenset(
    "éèêëàâäáãåæçñóòôöõøúùûüíìîïýÿßœšžčćđłńśźżąęěřťůňďőűğışİĞŞÇÖÜăâîșțşţ"
    "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёіїєўОЕАИНТСРВЛКМДПУЯГЗБЧЙХЖШЮЦЩЭФ"
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويىءآأإةئؤپچژگکی،؛؟"
    "אבגדהוזחטיכלמנסעפצקרשתםןץףך"
    "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώς"
    "กขคงจชซณดตถทธนบปผพภมยรลวศสหอะาำิีึืุูเแโใไ่้์"
    "“”‘’«»–—…°©®·€£§¿¡ªº"
)
_RARE = frozenset("¤¦¨¬¯¶¸¼½¾¹²³ÐðÞþ×÷±µ¢¥†‡‰ƒˆ˜‹›ŒŸ¢¬║╗╝╔╚═┤│┐└┴┬├─┼╞╟╧╨╤╥╙╘╒╓╫╪█▄▌▐▀")


def plausibility(text: str, charset: str) -> float:
    """Between about -2 (noise) and 1 (everyday writing). ASCII is left out of account: all readings share it."""
    odd = len(_ODD.findall(text))
    letters = [char for char in text if char > "\x7f"]
    if not letters:
        return 0.0
    if charset in WIDE:
        return _wide(letters, odd)
    return _narrow(text, letters, odd)


def _wide(letters: list[str], odd: int) -> float:
    """For encodings of East Asian writing: one character stands for two bytes."""
    common = sum(char in _COMMON for char in letters)
    half_kana = sum("\uff61" <= char <= "\uff9f" for char in letters)
    foreign = sum(not (char in _COMMON or "\u3000" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" or "\uff00" <= char) for char in letters)
    scripts = {script_of(char) for char in letters[:4000]}
    mixed = 0.3 if "Hang" in scripts and scripts & {"Hira", "Kana"} else 0.0
    return (1.1 * common - 2 * half_kana - 0.8 * foreign - 4 * odd) / len(letters) - mixed


def _narrow(text: str, letters: list[str], odd: int) -> float:
    """For code pages of one byte a character."""
    likely = sum(char in _LIKELY for char in letters)
    rare = sum(char in _RARE for char in letters)
    wrong = words = 0
    for word in _WORD.findall(text):
        if word.isascii():
            continue
        words += 1
        kinds = {script_of(char) for char in word}
        wrong += len(kinds - {"Zyyy"}) > 1 or not (word.islower() or word.isupper() or word[1:].islower() or not word[:1].isalpha() or _uncased(word))
    rate = wrong / words if words else 0.0
    # A page of one-byte text has more plain letters around; East Asian bytes read so are all odd words.
    return 0.75 * likely / len(letters) - 1.2 * rare / len(letters) - 0.9 * rate - 4 * odd / len(letters)


def _uncased(word: str) -> bool:
    return word.lower() == word.upper()
