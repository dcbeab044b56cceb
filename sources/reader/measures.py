"""Units as people write them into headers: any measure word, with magnitude and denominator, in brackets or behind a stroke.

The contract knows the few units it converts (``sources.contract.units``); here every unit must be told from a name.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MONEY = "元人民币|人民币元?|美元|欧元|港元|港币|日元|英镑|韩元|卢布|元|角|RMB|CNY|USD"
_LONG = (
    "个百分点|百分点|个工作日|工作日|平方公里|平方千米|平方米|平米|立方米|公顷|公里|千米|海里|公斤|千克|吨标准煤|吨标煤|标准吨|吨公里|人公里|"
    "载重吨|总吨|净吨|千瓦时|千瓦小时|千伏安|千瓦|兆瓦|千伏|吉焦|千焦|兆帕|摄氏度|标准箱|标准台|标箱|车次|架次|班次|场次|床位|户次|件次|座位|课时|学时|学分|英寸|"
    "毫克|毫米|厘米|毫升|分贝|小时|分钟|周岁|人次|人天|人年|人月|工日|重量箱|标准张|纱锭|门线|线对|端口|TEU|m2|m3|km2|kg|mg|ug|μg|km|cm|mm|kwh|kva|mva|mw|gw|kw|kv|mpa|tce|GB|MB|TB|MHz|℃|°C|dB"
)
_SHORT = (
    "人|户|家|个|项|件|台|套|辆|艘|架|头|只|匹|羽|株|棵|张|份|册|本|篇|场|座|栋|幢|间|处|所|条|根|块|片|床|把|支|枚|粒|箱|袋|瓶|桶|吨|克|"
    "斤|担|升|亩|米|度|瓦|天|日|年|月|岁|周|倍|分|级|位|名|部|门|口|次|宗|期|种|对|双|点|股|批|班|笔|例|手|米2|米3|t|g|m|l|L|h|d|a"
)
_MAGNITUDE = r"(?:10|百|千|万|十万|百万|千万|亿|十亿|百亿|千亿|万亿|兆)?"
_ONE = rf"{_MAGNITUDE}(?:{_MONEY}|{_LONG}|{_SHORT})"
#: A denominator may say how many: 元/500克, 公斤/667平方米.
_PER = rf"[/·*.每]\d{{0,4}}{_ONE}"
_UNIT = re.compile(rf"^(?:%|‰|{_ONE}(?:{_PER})*|(?:万亿|亿|万|千))$", re.IGNORECASE)
#: Units that nobody takes for the name of a column: money, percent, a magnitude, a denominator, a long measure word.
_STRONG = re.compile(
    rf"^(?:%|‰|(?:百|千|万|亿|十万|百万|千万|万亿)(?:{_MONEY}|{_LONG}|{_SHORT})|元|{_LONG}|{_ONE}/\d{{0,4}}{_ONE}.*)$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[(\[【〔]([^()\[\]【】〔〕]*)[)\]】〕]")
_STATED = re.compile(r"^(?:计量|金额|货币|数量)?单位[::]?")
_TAIL = re.compile(r"^(.{2,}?)[/,:;、]([^/,:;、()]{1,8}(?:/[^/,:;、()]{1,6})?)$")
_PERCENT_TAIL = re.compile(r"^(.*[\u3400-\u9fff]±?)(%|‰)$")
#: Longer texts are prose and carry no unit at their end.
_LONGEST_NAME = 200
#: The money supply is no square metre.
_MONEY_SUPPLY = "M2"
_LINE = re.compile(r"(?:计量|金额|货币|数量)?单位\s*[::]\s*(\S.*)$")
_SEVERAL = re.compile(r"[、,;]|\s+|和|或")


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Return a text in NFKC without blanks and line breaks: how cells are compared."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@lru_cache(maxsize=65536)
def is_unit(text: str) -> bool:
    """Say whether a text is nothing but a unit: 亿元, 万元/人, %, (元)."""
    compact = plain(text)
    inner = _BRACKETED.fullmatch(compact)
    return compact != _MONEY_SUPPLY and bool(_UNIT.match(_STATED.sub("", inner[1] if inner else compact)))


def is_strong_unit(text: str) -> bool:
    """Say whether a text is a unit that is no name of anything else: 亿元 but not 年, and everything in brackets."""
    compact = plain(text)
    return is_unit(text) and (bool(_BRACKETED.fullmatch(compact)) or bool(_STRONG.match(compact)))


def unit_text(text: str) -> str:
    """Return a unit without the brackets and the word 单位 around it."""
    compact = plain(text)
    inner = _BRACKETED.fullmatch(compact)
    return _STATED.sub("", inner[1] if inner else compact)


@lru_cache(maxsize=65536)
def split_unit(text: str) -> tuple[str, str | None]:
    """Return a header's name and its unit: 比上年增长(%)(括号内为实际增速) → 比上年增长(括号内为实际增速), %.

    Brackets that hold no unit stay in the name; a header with several different units keeps its whole text and has none.
    """
    compact = plain(text)
    for match in reversed(list(_BRACKETED.finditer(compact))):
        found = _inside(match[1])
        if found is not None:
            rest, unit = found
            name = compact[: match.start()] + (f"({rest})" if rest else "") + compact[match.end() :]
            return (name, unit) if name else (compact, None)
    return _split_tail(compact)


def without_tail(compact: str) -> str:
    """Return a compact header without the unit that stands unbracketed at its end: 增长%, 销售额,亿元."""
    return _split_tail(compact)[0]


def _split_tail(compact: str) -> tuple[str, str | None]:
    if len(compact) > _LONGEST_NAME:
        return compact, None
    for pattern in (_TAIL, _PERCENT_TAIL):
        tail = pattern.match(compact)
        if tail and is_unit(tail[2]) and _STRONG.match(tail[2]):
            name = tail[1].removesuffix("单位")
            return (name, tail[2]) if name else (compact, None)
    return compact, None


def _inside(text: str) -> tuple[str, str] | None:
    """Return what else a bracket says and its unit (含税,万元 → 含税, 万元); None when it holds no unit, or several."""
    bare = _STATED.sub("", text)
    if _UNIT.match(bare):
        return "", bare
    rest, comma, last = bare.rpartition(",")
    if comma and _UNIT.match(_STATED.sub("", last)) and not _UNIT.match(rest):
        return rest, _STATED.sub("", last)
    return None


def stated_units(text: str) -> list[str]:
    """Return the units of a 单位 line (编制部门：某局　单位：万元、亩), empty when the text is none."""
    spaced = plain_spaced(text)
    match = _LINE.search(spaced)
    if not match:
        return []
    parts = [part.strip("()") for part in _SEVERAL.split(match[1]) if part]
    return [part for part in parts if is_unit(part)]


def plain_spaced(text: str) -> str:
    """Return a text in narrow characters with single blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).split())
