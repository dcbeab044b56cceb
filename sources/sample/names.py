"""Words of the invented zone. No company, project or person is real; the two platform companies are the report's own."""

from __future__ import annotations

import random
from dataclasses import dataclass

ZONE = "示范经济开发区"
REGION = "370105"
AREAS = ("北园片区", "药山片区", "桑梓片区", "大桥片区", "靖安片区")
ROADS = (
    "创新一路",
    "创新二路",
    "云桥路",
    "汇泉北路",
    "新材大道",
    "桑梓东路",
    "药山西路",
    "科工路",
    "济阳南路",
    "智造街",
)
#: Leaders in charge of projects and firms.
LEADERS = ("梁柏川", "沈若谷", "陶景明", "韩砚秋", "骆青原", "祝怀远")
STEWARDS = ("姜予安", "裴书宁", "宁子衿", "贺知微", "庄未然", "柏言蹊", "温如许", "简从容")
#: Who fills in and who reviews, by department.
CLERKS = {
    "projects": ("邢露", "梁柏川"),
    "investment": ("蔺遥", "骆青原"),
    "enterprises": ("佟悦", "沈若谷"),
    "finance": ("晏清", "祝怀远"),
    "party": ("扈宁", "韩砚秋"),
    "planning": ("郗辰", "梁柏川"),
    "office": ("尚云", "陶景明"),
}
PLATFORMS = ("北城控股有限公司", "天桥财金投资有限公司")

_BRANDS = "澜拓昱衡煦垚珩朔霁弘曜桐峤沅骋谦铎岱聿诺晟栎灏铭屹懿"
_SURNAMES = "戚费岑薛雷倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟黄穆萧尹"
_GIVEN = "安可嘉言思远若水清和景行怀瑾知行书航望舒以宁明哲文澜亦凡子默晓岚"


@dataclass(frozen=True)
class Trade:
    """A line of business: the zone's industry, the class of GB/T 4754, the statistical profession, words for names."""

    industry: str
    code: str
    profession: str
    word: str
    product: str


TRADES = (
    Trade("新材料", "2659", "B 工业", "新材料", "高性能树脂"),
    Trade("新材料", "3091", "B 工业", "碳材料", "石墨碳素制品"),
    Trade("新材料", "2652", "B 工业", "高分子材料", "特种橡胶"),
    Trade("高端装备", "3421", "B 工业", "智能装备", "数控机床"),
    Trade("高端装备", "3562", "B 工业", "半导体装备", "晶圆检测设备"),
    Trade("高端装备", "3484", "B 工业", "精密机械", "机械零部件"),
    Trade("医养健康", "2710", "B 工业", "药业", "化学原料药"),
    Trade("医养健康", "3581", "B 工业", "医疗器械", "诊疗设备"),
    Trade("新一代信息技术", "3912", "B 工业", "电子科技", "工控整机"),
    Trade("新一代信息技术", "6513", "F 服务业", "软件", "工业软件"),
    Trade("节能环保", "3591", "B 工业", "环保设备", "污水处理设备"),
    Trade("现代物流", "5990", "F 服务业", "供应链管理", "仓储配送服务"),
    Trade("现代服务业", "7452", "F 服务业", "检测技术", "检测检验服务"),
    Trade("其他", "5179", "E 批零", "商贸", "机电设备批发"),
)


#: What everything random of a zone follows from: the seed, with the number of the zone when there are several.
Seed = int | str


def zone_word(number: int) -> str:
    """Return two characters that stand in the names of a zone's firms, others for each of fifty zones; none for the first."""
    place = number % len(_BRANDS)
    return _BRANDS[place] + _BRANDS[(number + number // len(_BRANDS) + 13) % len(_BRANDS)] if number > 1 else ""


def stream(seed: Seed, topic: str) -> random.Random:
    """Return the random numbers of a topic: what one topic draws never changes another."""
    return random.Random(f"{seed}/{topic}")


def person(rng: random.Random) -> str:
    """Return an invented name of three characters."""
    return rng.choice(_SURNAMES) + "".join(rng.sample(_GIVEN, 2))


def brand(rng: random.Random) -> str:
    """Return an invented brand of three characters."""
    return "".join(rng.sample(_BRANDS, 3))


def address(rng: random.Random) -> str:
    """Return an invented address in the zone."""
    return f"{ZONE}{rng.choice(ROADS)}{rng.randint(1, 299)}号"


def phone(rng: random.Random) -> str:
    """Return a telephone number that nobody can have."""
    return f"0531-0000{rng.randint(0, 9999):04d}"
