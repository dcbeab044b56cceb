"""Chinese enterprise names taken apart: region, brand (字号), trade, legal form, branch (企业名称登记管理规定 第六条)."""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_REGIONS = _FOLDER.parent / "codes" / "regions.csv"
#: What may stand in brackets without being part of the name.
_ASIDE = re.compile(r"[一二三四五六七八九十\d]+(期|号|厂区)|[^省市区县]*(填报|联系|原|现|曾用|已|拟|筹|暂).*")
_FORMS = (
    ("limited", "有限责任公司"),
    ("shares", "股份有限公司"),
    ("shares", "股份公司"),
    ("limited", "有限公司"),
    ("partnership", "有限合伙"),
    ("partnership", "合伙企业"),
    ("company", "总公司"),
    ("company", "公司"),
    ("cooperative", "合作社"),
    ("works", "厂"),
    ("shop", "经营部"),
    ("shop", "商行"),
    ("shop", "门市部"),
    ("office", "事务所"),
    ("center", "中心"),
    ("institute", "研究院"),
)
_BRANCH = re.compile(r"(分公司|分厂|分店|办事处|营业部|项目部|分中心)$")
_LEGAL = re.compile("|".join(sorted({text for _, text in _FORMS}, key=len, reverse=True)))
_BRACKETS = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True)
class NameParts:
    """A name taken apart; a part that is not there is an empty text.

    ``normal`` is the whole name after NFKC without blanks and brackets' asides, ``region`` the place as a path
    from the province down (山东|济南), ``brand`` the words that only this enterprise has, ``trade`` the words it shares with others.
    """

    normal: str
    region: str = ""
    brand: str = ""
    trade: str = ""
    group: bool = False
    form: str = ""
    branch: str = ""


def normalised(name: str) -> str:
    """Return a name after NFKC, in upper case, without blanks, punctuation and what brackets only remark."""
    text = unicodedata.normalize("NFKC", name).upper()
    text = re.sub(r"[\s·.,，。、'\"“”*#_\-—]+", "", text).replace("〔", "(").replace("〕", ")")
    text = re.sub(r"[\[【]", "(", text)
    text = re.sub(r"[\]】]", ")", text)
    return _BRACKETS.sub(lambda match: "" if _ASIDE.fullmatch(match[1]) else f"({match[1]})", text)


@cache
def split(name: str) -> NameParts:
    """Take an enterprise name apart. A text without any part known is all brand."""
    normal = normalised(name)
    body, branch = _without_branch(normal)
    body, form = _without_form(body)
    body, bracketed = _without_brackets(body)
    body, leading = _without_region(body)
    group = "集团" in body
    brand, trade = _brand_and_trade(body.replace("集团", ""))
    region = _path([*leading, *bracketed])
    return NameParts(normal.replace("(", "").replace(")", ""), region, brand, trade, group, form, branch)


def _without_branch(name: str) -> tuple[str, str]:
    """Cut what stands after the legal form and ends as a branch does: …有限公司济南分公司."""
    if not _BRANCH.search(name):
        return name, ""
    legal = _LEGAL.search(name)
    if legal is None or legal.end() >= len(name):
        return name, ""
    return name[: legal.end()], name[legal.end() :]


def _without_form(name: str) -> tuple[str, str]:
    bare = name.removesuffix("(有限合伙)")
    if bare != name:
        return bare.removesuffix("合伙企业"), "partnership"
    for form, text in _FORMS:
        if name.endswith(text) and len(name) > len(text):
            return name[: -len(text)], form
    return name, ""


def _without_brackets(name: str) -> tuple[str, list[str]]:
    """Take regions out of brackets: 澜拓(济南)科技 is 澜拓科技 of 济南; other brackets only lose their signs."""
    found: list[str] = []

    def _take(match: re.Match[str]) -> str:
        rest, regions = _without_region(match[1], whole=True)
        if regions and not rest:
            found.extend(regions)
            return ""
        return match[1]

    return re.sub(r"[()]", "", _BRACKETS.sub(_take, name)), found


def _without_region(name: str, *, whole: bool = False) -> tuple[str, list[str]]:
    """Cut the places in front, large before small, as long as a brand is left: 安康 of 安康新能源科技 is the brand.

    With ``whole`` nothing need be left.
    """
    regions: list[str] = []
    code = ""
    while (place := _place_in_front(name, code)) and (whole or not _is_all_trade(name[len(place) :])):
        code = _places()[place]
        regions.append(_bare(place))
        name = name[len(place) :]
    return name, regions


def _place_in_front(name: str, inside: str) -> str:
    """Return the place a name begins with, one inside the place before it. A bare county never comes first."""
    for length in range(min(8, len(name)), 1, -1):
        code = _places().get(name[:length], "")
        if code.startswith(inside) and code and (inside or len(code) < 6 or name[length - 1] in "区县市旗"):
            return name[:length]
    return ""


def _path(places: list[str]) -> str:
    """Return places as one path from the province down; a city brings its province along."""
    path: list[str] = []
    for place in places:
        code = _places().get(place, "")
        province = _provinces().get(code[:2], place)
        path += [name for name in dict.fromkeys((province, place)) if name not in path]
    return "|".join(path)


@cache
def _places() -> dict[str, str]:
    """Return every spelling of a place and its code: 2 digits a province, 4 a city, 6 a county; the larger wins."""
    found: dict[str, str] = {}
    for name, code in sorted(_regions(), key=lambda region: len(region[1])):
        for spelling in (name, _bare(name)):
            if len(spelling) >= 2:
                found.setdefault(spelling, code)
    return found


@cache
def _provinces() -> dict[str, str]:
    return {code: _bare(name) for name, code in _regions() if len(code) == 2}


@cache
def _regions() -> tuple[tuple[str, str], ...]:
    """Return the places of GB/T 2260 with the zeros of their codes cut."""
    with _REGIONS.open(encoding="utf-8-sig", newline="") as file:
        return tuple((row["name"], re.sub(r"(0000|00)$", "", row["region"])) for row in csv.DictReader(file))


def _bare(place: str) -> str:
    """Return a place without its rank: 济南市 is 济南, 内蒙古自治区 is 内蒙古."""
    return re.sub(r"(特别行政区|(壮族|回族|维吾尔)?自治区|自治州|自治县|省|市|区|县|盟|旗)$", "", place) or place


def _brand_and_trade(body: str) -> tuple[str, str]:
    """Cut the words of trades from the end; two characters at least stay the brand."""
    end = len(body)
    while (word := _trade_word_before(body, end)) is not None:
        end -= len(word)
    return body[:end], body[end:]


def _is_all_trade(text: str) -> bool:
    end = len(text)
    while end and (word := _trade_word_before(text, end, least=0)) is not None:
        end -= len(word)
    return end == 0


def _trade_word_before(body: str, end: int, least: int = 2) -> str | None:
    for length in range(min(4, end - least), 0, -1):
        if body[end - length : end] in _trade_words():
            return body[end - length : end]
    return None


@cache
def _trade_words() -> frozenset[str]:
    with (_FOLDER / "words.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file))
