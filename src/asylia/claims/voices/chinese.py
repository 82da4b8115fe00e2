"""Chinese: what a coverb governs, and the names that stand between a title and its verb."""

from __future__ import annotations

import re

from asylia.claims.scan import Scan, SentenceScan

# 对参与遣返的官员…: the coverb governs the noun at the end of its phrase, not the one right behind itself.
_COVERB = re.compile(
    r"[对對向把将將给給为為就][^,，。;；:：]{1,30}[的了][^,，。;；:：]{0,8}\Z|(?<!可)以(?!色列|军|軍|方|及|来|來|上|下)[^,，。;；:：]{1,12}\Z"
)


def governed(before: str) -> bool:
    """Chinese: whether the words before a nominal are a coverb's phrase that the nominal closes."""
    return bool(_COVERB.search(before))


_OWNS = re.compile(
    r"的(?!资料|資料|数据|數據|报告|報告|调查|調查|统计|統計|研究|发言人|發言人|律师|律師|说法|說法|声明|聲明|名单|名單|记录|記錄|研究员|研究員|负责人|負責人|总监|總監|主任|代表)"
)


def owns(after: str) -> bool:
    """Chinese: whether what follows belongs to the nominal, other than the documents and people it speaks through."""
    return bool(_OWNS.match(after))


_NAME = re.compile(r"[\u3400-\u9fff]{2,6}(?:[·・‧•][\u3400-\u9fff]{1,6}){0,2}")
_ENDS_NAME = re.compile(
    r"再|曾|已|也|还|還|则|則|对|對|向|在|把|将|將|于|於|就|为|為|昨|今|当|當|日前|此前|随|隨|周|星期|并|並|后|後|早前|的|和|与|與|及|从|從|以|被|未|没|不|据|據|只|亦|仍|又"
)
_ADVERBS = frozenset(
    "再次 多次 坚决 堅決 强烈 強烈 公开 公開 正式 一再 曾经 曾經 立即 明确 明確 严厉 嚴厲 断然 斷然 同日 当时 當時"
    " 同时 同時 目前 上周 本周 均 都 依然 仍然 随即 隨即 事后 事後 周一 周二 周三 周四 周五 周六 周日 多人 两人"
    " 兩人 等人 双双 雙雙 坚称 堅稱 一致 联合 聯合 共同 接受 下令 出席 会见 會見 拒绝 拒絕 要求 表态 表態 宣布"
    " 宣佈 代表 方面 人士 先后 先後 最近 近日 首次 亲自 親自".split()
)


def name_behind(scan: Scan, sentence: SentenceScan, title_end: int) -> tuple[int, int] | None:
    """Chinese: the name between a title and the verb: 外交部发言人(林某)否认…"""
    run = _NAME.match(scan.text, title_end, min(sentence.end, title_end + 16))
    if scan.language != "zh" or run is None:
        return None
    starts = [c.start for c in sentence.of("speech", "stance", "attribution", "content") if c.start >= title_end]
    starts += [date.start for date in sentence.dates if date.start >= title_end]
    end = min([run.end(), *starts])
    closed = _ENDS_NAME.search(scan.text, title_end + 2, end)
    end = closed.start() if closed else end
    name = scan.text[title_end:end]
    bounded = end in starts or closed is not None or scan.text[end : end + 1] in "，,。:：（( "
    if not bounded or not 2 <= len(name.replace("·", "")) <= 8 or name[:2] in _ADVERBS:
        return None
    if "·" not in name and len(name) > 4:
        return None
    return title_end, end
