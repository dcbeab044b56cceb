"""The platform companies' assets (F16)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sources.periods import last_day
from sources.sample.enterprises import Enterprise

COMPANIES = ("北城控股", "天桥财金")


@dataclass(frozen=True)
class Asset:
    """One asset. Money in 万元; ``lettable_m2`` is 0 for what is not let; a mortgage names its lender, amount and end."""

    no: str
    company: str
    owner: Enterprise
    name: str
    category: str
    location: str
    acquisition: str
    acquired: date
    value_wan: int
    use: str
    building_m2: int = 0
    land_mu: Decimal | None = None
    lettable_m2: int = 0
    carrier_kind: str = "标准厂房"
    rent: Decimal = Decimal("18.0")
    mortgagee: str | None = None
    mortgage_wan: int = 0
    mortgage_end: date | None = None

    @property
    def lettable(self) -> bool:
        """Whether the asset is let as a carrier."""
        return self.lettable_m2 > 0

    @property
    def certificate_no(self) -> str | None:
        """The certificate of land and buildings."""
        if self.category not in ("土地", "房产"):
            return None
        return f"鲁（{self.acquired.year}）济南市不动产权第00{int(self.no[-2:]) * 417 + 12000}号"

    def depreciation(self, day: date) -> int:
        """Return what was written off by a month's end: 4 % a year for buildings, by whole months."""
        if self.category != "房产":
            return 0
        months = (day.year - self.acquired.year) * 12 + day.month - self.acquired.month
        return self.value_wan * 4 * months // 1200


#: Company, name, category, location, acquisition, year acquired, 万元, use, ㎡, 亩, lettable ㎡, carrier, rent, mortgage.
_ASSETS: tuple[tuple[Any, ...], ...] = (
    (0, "新材料标准厂房一期", "房产", "创新一路18号", "自建", 2018, 8600, "出租", 32000, 30000, "标准厂房", "16.5", ("齐鲁示范银行", 5000)),
    (0, "新材料标准厂房二期", "房产", "创新一路20号", "自建", 2019, 9400, "出租", 34000, 32000, "标准厂房", "17.0", None),
    (0, "园区综合服务楼", "房产", "新材大道1号", "自建", 2017, 6200, "自用", 15000, 0, "楼宇", "0", None),
    (0, "桑梓片区储备用地", "土地", "桑梓东路以南", "出让", 2019, 12800, "闲置", 0, 0, "", "0", ("示范农商行", 6000)),
    (0, "标准厂房三期", "在建工程", "创新一路22号", "自建", 2020, 15000, "在建", 0, 0, "", "0", None),
    (0, "污水处理厂股权", "股权", "—", "注入", 2018, 3200, "自用", 0, 0, "", "0", None),
    (1, "科创大厦A座", "房产", "云桥路66号", "购入", 2018, 18500, "出租", 26000, 22000, "楼宇", "36.0", ("山东示范信托", 9000)),
    (1, "创新仓储中心", "房产", "科工路9号", "购入", 2019, 4300, "出租", 12000, 12000, "仓储", "13.5", None),
    (1, "智造街临街商铺", "房产", "智造街3号", "注入", 2017, 2100, "出租", 3000, 3000, "商业", "45.0", None),
    (1, "产业基金份额", "股权", "—", "注入", 2019, 10000, "自用", 0, 0, "", "0", None),
)  # fmt: skip


def make_assets(year: int, mark: str, platforms: Sequence[Enterprise]) -> tuple[Asset, ...]:
    """Return the assets of the two companies as they stand throughout a year."""
    return tuple(_asset(number, year, mark, platforms, entry) for number, entry in enumerate(_ASSETS, start=1))


def _asset(number: int, year: int, mark: str, platforms: Sequence[Enterprise], entry: tuple[Any, ...]) -> Asset:
    place, name, category, location, how, acquired, value, use, area, lettable, carrier, rent, mortgage = entry
    lender, amount = mortgage or (None, 0)
    return Asset(
        no=f"{mark}{'BC' if place == 0 else 'CJ'}-ZC{number:02d}",
        company=COMPANIES[place],
        owner=platforms[place],
        name=name,
        category=category,
        location=location,
        acquisition=how,
        acquired=date(acquired, 3 + number % 8, 15),
        value_wan=value,
        use=use,
        building_m2=area,
        land_mu=Decimal(120) if category == "土地" else None,
        lettable_m2=lettable,
        carrier_kind=carrier,
        rent=Decimal(rent),
        mortgagee=lender,
        mortgage_wan=amount,
        mortgage_end=date(year + 3, 6, 30) if lender else None,
    )


def asset_rows(assets: Sequence[Asset], period: str) -> list[dict[str, Any]]:
    """Return every asset at the end of a month."""
    return [_row(number, asset, last_day(period)) for number, asset in enumerate(assets, start=1)]


def _row(number: int, asset: Asset, end: date) -> dict[str, Any]:
    written_off = asset.depreciation(end)
    row: dict[str, Any] = {
        "row_no": number,
        "asset_no": asset.no,
        "company": asset.company,
        "asset_name": asset.name,
        "asset_category": asset.category,
        "location": None if asset.location == "—" else asset.location,
        "certificate_no": asset.certificate_no,
        "land_mu": asset.land_mu,
        "acquisition": asset.acquisition,
        "acquired_date": asset.acquired,
        "original_value_wan": Decimal(asset.value_wan),
        "depreciation_wan": Decimal(written_off),
        "net_value_wan": Decimal(asset.value_wan - written_off),
        "use_status": asset.use,
        "mortgagee": asset.mortgagee,
        "mortgage_wan": Decimal(asset.mortgage_wan) if asset.mortgagee else None,
        "mortgage_end_date": asset.mortgage_end,
        "person_name": ("戚安可", "费嘉言", "岑思远")[number % 3],
        "stocktaking_date": date(end.year - 1, 12, 20),
        "stocktaking_result": "相符",
    }
    if asset.building_m2:
        row |= {"building_m2": Decimal(asset.building_m2), "certified_building_m2": Decimal(asset.building_m2 - 500), "uncertified_building_m2": Decimal(500)}  # fmt: skip
    if asset.mortgagee:
        row |= {"appraised_value_wan": Decimal(asset.value_wan * 12 // 10), "appraisal_date": date(end.year - 1, 5, 31)}
    return row
