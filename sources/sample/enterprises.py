"""The firms of the zone and the rows of their register (F06)."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sources.identifiers import uscc
from sources.periods import last_day
from sources.sample import names
from sources.sample.names import REGION, TRADES, Trade

Row = dict[str, Any]


@dataclass(frozen=True)
class Enterprise:
    """One legal unit. Money in 万元, land in 亩; ``left_on`` is when it moved out or was struck off."""

    uscc: str
    name: str
    trade: Trade
    established: date
    capital_wan: int
    revenue_wan: int
    domicile: str
    area: str
    legal_representative: str
    leader: str
    steward: str
    land_mu: Decimal | None
    company_type: str = "有限责任公司"
    left_on: date | None = None
    status_when_left: str = "迁出"


def make_code(rng: random.Random, zone: int = 1) -> str:
    """Return a valid code of a firm registered in the zone's district, with a valid organisation code inside.

    Codes of two zones never meet: from the second on, two characters name the zone.
    """
    base = len(uscc.ALPHABET)
    lead = "MA3" if zone == 1 else f"MB{uscc.ALPHABET[zone // base]}{uscc.ALPHABET[zone % base]}"
    body = lead + "".join(rng.choices(uscc.ALPHABET, k=8 - len(lead)))
    first17 = f"91{REGION}{body}{uscc.organization_check_char(body)}"
    # The organisation code's own check may be X, which is of both alphabets.
    return first17 + uscc.check_char(first17)


def make_enterprises(
    rng: random.Random, count: int, years: tuple[int, int], taken: Iterable[Enterprise] = (), zone: int = 1
) -> list[Enterprise]:
    """Return ``count`` firms with codes and names of their own, established within ``years`` (both inclusive)."""
    codes = {known.uscc for known in taken}
    used = {known.name for known in taken}
    made: list[Enterprise] = []
    while len(made) < count:
        trade = TRADES[len(made) % len(TRADES)]
        code, name = make_code(rng, zone), f"济南{names.zone_word(zone)}{names.brand(rng)}{trade.word}有限公司"
        if code in codes or name in used:
            continue
        codes.add(code)
        used.add(name)
        made.append(_enterprise(rng, code, name, trade, years))
    return made


def make_platforms(rng: random.Random, zone: int = 1) -> list[Enterprise]:
    """Return the zone's two platform companies."""
    trade = Trade("现代服务业", "7212", "F 服务业", "投资", "园区开发运营")
    made = []
    for name in names.PLATFORMS:
        first = _enterprise(rng, make_code(rng, zone), name, trade, (2015, 2017))
        made.append(Enterprise(**{**vars(first), "capital_wan": 50000, "company_type": "有限责任公司（国有独资）"}))
    return made


def _enterprise(rng: random.Random, code: str, name: str, trade: Trade, years: tuple[int, int]) -> Enterprise:
    established = date(rng.randint(*years), 1, 1) + timedelta(days=rng.randint(0, 330))
    owns_land = trade.profession == "B 工业" and rng.random() < 0.5
    return Enterprise(
        uscc=code,
        name=name,
        trade=trade,
        established=established,
        capital_wan=rng.choice((200, 500, 1000, 2000, 3000, 5000, 10000)),
        revenue_wan=rng.randint(2100, 36000),
        domicile=names.address(rng),
        area=rng.choice(names.AREAS),
        legal_representative=names.person(rng),
        leader=rng.choice(names.LEADERS),
        steward=rng.choice(names.STEWARDS),
        land_mu=Decimal(rng.randint(80, 1500)) / 10 if owns_land else None,
    )


def register_rows(enterprises: Iterable[Enterprise], period: str) -> list[Row]:
    """Return the register as it stands at the end of a month: every firm established by then, once."""
    end = last_day(period)
    known = [enterprise for enterprise in enterprises if enterprise.established <= end]
    return [_row(number, enterprise, end) for number, enterprise in enumerate(known, start=1)]


def _row(number: int, enterprise: Enterprise, end: date) -> Row:
    gone = enterprise.left_on is not None and enterprise.left_on <= end
    return {
        "row_no": number,
        "uscc": enterprise.uscc,
        "enterprise_name": enterprise.name,
        "enterprise_type": enterprise.company_type,
        "registration_type": "内资企业",
        "unit_type": "法人单位",
        "registration_authority": "市场监管分局",
        "region_code": REGION,
        "established_date": enterprise.established,
        "operation_from_date": enterprise.established,
        "domicile": enterprise.domicile,
        "operating_address": enterprise.domicile,
        "registered_capital_wan": Decimal(enterprise.capital_wan),
        "currency": "人民币",
        "legal_representative": enterprise.legal_representative,
        "business_scope": f"{enterprise.trade.product}的研发、生产、销售及技术服务",
        "industry_code": enterprise.trade.code,
        "registration_status": enterprise.status_when_left if gone else "存续",
        "ended_date": enterprise.left_on if gone else None,
        "ended_reason": ("整体搬迁至区外" if enterprise.status_when_left == "迁出" else "决议解散") if gone else None,
        "area": enterprise.area,
        "scope": "实管",
        "land_mu": enterprise.land_mu,
        "tenure": "自有" if enterprise.land_mu else "租赁",
        "leader_name": enterprise.leader,
        "steward_name": enterprise.steward,
        "data_source": "市场监管",
        "updated_date": end - timedelta(days=number % 20),
        "duplicate_flag": "正常",
    }
