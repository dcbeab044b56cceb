"""Labelled pairs for the identity model: invented enterprises, the ways departments write them, and their near namesakes."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from sources.sample.names import stream

_BRANDS = "澜拓昱衡煦垚珩朔霁弘曜桐峤沅骋谦铎岱聿诺晟栎灏铭屹懿恒远源华泰盛鑫瑞祥宏达兴隆安信德康嘉禾"
_TRADES = (
    "新材料", "碳材料", "高分子材料", "智能装备", "半导体装备", "精密机械", "药业", "医疗器械", "电子科技", "软件", "环保设备",
    "供应链管理", "检测技术", "商贸", "科技", "置业", "工程", "新能源科技", "生物科技", "汽车零部件", "信息技术", "物流", "食品", "包装",
)  # fmt: skip
_REGIONS = ("济南", "济南", "济南", "山东", "山东", "济南天桥")
_ELSEWHERE = ("青岛", "江苏", "深圳", "潍坊", "北京")
_FORMS = ("有限公司",) * 8 + ("股份有限公司", "集团有限公司")
#: Characters that a clerk takes for one another.
_CONFUSED = {
    "恒": "衡",
    "衡": "恒",
    "源": "远",
    "远": "源",
    "煦": "旭",
    "霁": "济",
    "晟": "盛",
    "盛": "晟",
    "弘": "宏",
    "宏": "弘",
}


@dataclass(frozen=True)
class Firm:
    """An invented enterprise."""

    region: str
    brand: str
    trade: str
    form: str

    @property
    def name(self) -> str:
        """Return the registered name."""
        return f"{self.region}{self.brand}{self.trade}{self.form}"


@dataclass(frozen=True)
class Labelled:
    """The register (enterprise → its names), and names as written with whose they are (None: nobody registered)."""

    register: dict[str, tuple[str, ...]]
    written: tuple[tuple[str, str | None, str], ...]


def labelled(seed: int, firms: int = 700) -> Labelled:
    """Return a register and about three written names per enterprise, a quarter of them namesakes that are not in it."""
    rng = stream(seed, "variants")
    registered = _firms(rng, firms)
    taken = {firm.name for firm in registered}
    register = {f"E{number:04d}": (firm.name,) for number, firm in enumerate(registered)}
    written: dict[str, tuple[str | None, str]] = {}
    for number, firm in enumerate(registered):
        for kind in rng.choices(list(_KINDS), weights=[weight for weight, _ in _KINDS.values()], k=2):
            name = _KINDS[kind][1](rng, firm)
            if name not in taken and _is_only(name, firm, registered):
                written.setdefault(name, (f"E{number:04d}", kind))
        if rng.random() < 0.7:
            kind, name = _namesake(rng, firm)
            if name not in taken:
                written.setdefault(name, (None, kind))
    return Labelled(register, tuple((name, owner, kind) for name, (owner, kind) in written.items()))


def _is_only(name: str, firm: Firm, registered: list[Firm]) -> bool:
    """A name that says no more than another enterprise's has no right answer: 衡煦 where there are two."""
    holders = [other for other in registered if other.brand == firm.brand]
    return len(holders) == 1 or firm.trade in name


def _firms(rng: random.Random, count: int) -> list[Firm]:
    """One in eight belongs to the family of the one before; one in twenty is a homophone of an earlier one."""
    found: dict[str, Firm] = {}
    while len(found) < count:
        firm = Firm(
            rng.choice(_REGIONS),
            "".join(rng.sample(_BRANDS, rng.choice((2, 2, 3)))),
            rng.choice(_TRADES),
            rng.choice(_FORMS),
        )
        found[firm.name] = firm
        if rng.random() < 0.125:
            sister = Firm(
                firm.region, firm.brand, rng.choice([trade for trade in _TRADES if trade != firm.trade]), "有限公司"
            )
            found[sister.name] = sister
        if rng.random() < 0.05 and (other := _mistaken(rng, firm.brand)) is not None:
            twin = Firm(firm.region, other, firm.trade, firm.form)
            found[twin.name] = twin
    return list(found.values())[:count]


def _mistaken(rng: random.Random, brand: str) -> str | None:
    places = [place for place, character in enumerate(brand) if character in _CONFUSED]
    if not places:
        return None
    place = rng.choice(places)
    return brand[:place] + _CONFUSED[brand[place]] + brand[place + 1 :]


def _full_width(rng: random.Random, firm: Firm) -> str:
    return f" {firm.region}（{firm.brand}）{firm.trade} {firm.form}".replace("（", rng.choice(("", " "))).replace(
        "）", ""
    )


def _with_rank(rng: random.Random, firm: Firm) -> str:
    ranked = {"济南": "济南市", "山东": "山东省", "济南天桥": "济南市天桥区"}[firm.region]
    return f"{ranked}{firm.brand}{firm.trade}{firm.form}"


def _without_region(rng: random.Random, firm: Firm) -> str:
    return f"{firm.brand}{firm.trade}{firm.form}"


def _region_in_brackets(rng: random.Random, firm: Firm) -> str:
    left, right = rng.choice((("（", "）"), ("(", ")"), ("〔", "〕")))
    return f"{firm.brand}{left}{firm.region}{right}{firm.trade}{firm.form}"


def _other_form(rng: random.Random, firm: Firm) -> str:
    form = {"有限公司": "有限责任公司", "股份有限公司": "股份公司", "集团有限公司": "集团有限责任公司"}[firm.form]
    return f"{firm.region}{firm.brand}{firm.trade}{form}"


def _without_form(rng: random.Random, firm: Firm) -> str:
    return f"{firm.region}{firm.brand}{firm.trade}{'集团' if '集团' in firm.form else ''}"


def _short(rng: random.Random, firm: Firm) -> str:
    return f"{firm.brand}{firm.trade}"


def _brand_only(rng: random.Random, firm: Firm) -> str:
    return f"{firm.region}{firm.brand}" if rng.random() < 0.5 else firm.brand


def _remarked(rng: random.Random, firm: Firm) -> str:
    return firm.name + rng.choice(("（一期）", "（原名待核）", "(2期)", "（拟注册）"))


def _more_trade(rng: random.Random, firm: Firm) -> str:
    return f"{firm.region}{firm.brand}{firm.trade}科技{firm.form}" if "科技" not in firm.trade else _short(rng, firm)


def _mistyped(rng: random.Random, firm: Firm) -> str:
    return firm.name.replace(firm.brand, _mistaken(rng, firm.brand) or firm.brand)


_KINDS: dict[str, tuple[float, Callable[[random.Random, Firm], str]]] = {
    "空格与全角": (14, _full_width),
    "加省市": (14, _with_rank),
    "省地名": (16, _without_region),
    "地名入括号": (14, _region_in_brackets),
    "有限责任": (10, _other_form),
    "省组织形式": (10, _without_form),
    "简称": (12, _short),
    "加注": (4, _remarked),
    "行业多字": (2, _more_trade),
    "只写字号": (2, _brand_only),
    "错字": (2, _mistyped),
}


def _namesake(rng: random.Random, firm: Firm) -> tuple[str, str]:
    """A name near a registered one that is somebody else."""
    kind = rng.choice(("别处的", "同字号他业", "分公司", "音近", "字号多一字", "同业他号"))
    if kind == "别处的":
        return kind, f"{rng.choice(_ELSEWHERE)}{firm.brand}{firm.trade}{firm.form}"
    if kind == "同字号他业":
        return (
            kind,
            f"{firm.region}{firm.brand}{rng.choice([trade for trade in _TRADES if not _akin(trade, firm.trade)])}有限公司",
        )
    if kind == "分公司":
        return kind, f"{firm.name}{rng.choice(('天桥分公司', '济南分公司', '第一分公司'))}"
    if kind == "音近" and (other := _mistaken(rng, firm.brand)) is not None:
        return kind, f"{firm.region}{other}{firm.trade}{firm.form}"
    if kind == "字号多一字":
        return kind, f"{firm.region}{firm.brand}{rng.choice(_BRANDS)}{firm.trade}{firm.form}"
    return "同业他号", f"{firm.region}{''.join(rng.sample(_BRANDS, 2))}{firm.trade}{firm.form}"


def _akin(trade: str, other: str) -> bool:
    return trade in other or other in trade
