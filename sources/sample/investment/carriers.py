"""Land, plants and buildings that can be had (F05), and who uses them (F05b)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sources.periods import first_day, last_day
from sources.sample.enterprises import Enterprise
from sources.sample.finance.assets import Asset
from sources.sample.finance.leases import Lease

#: Number, kind, name, 亩 or ㎡, status of land, month in which an idle one is put to use (0: never), idle reason, disposal.
_LAND = (
    ("工业用地", "桑梓片区A-03地块", 62, "已收储净地", 0, None),
    ("工业用地", "药山片区B-11地块", 118, "已收储净地", 0, None),
    ("工业用地", "大桥片区C-07地块", 85, "批而未供", 0, None),
    ("工业用地", "北园片区D-02地块", 46, "闲置", 7, "项目导入"),
    ("工业用地", "靖安片区E-05地块", 73, "低效", 10, "有偿收回"),
    ("工业用地", "靖安片区E-09地块", 55, "低效", 0, "自主转型"),
)
_PLANTS = (
    ("闲置厂房", "老纺机厂区2号厂房", 6200, 5, "停产", "租赁"),
    ("闲置厂房", "原轴承厂区厂房", 4800, 0, "破产", "司法拍卖"),
)


@dataclass(frozen=True)
class Estate:
    """What the carriers are drawn from: the platform companies' let assets with their leases, and firms that own plants."""

    mark: str
    assets: Sequence[Asset]
    leases: Sequence[Lease]
    owners: Sequence[Enterprise]
    platform: Enterprise


def carrier_rows(estate: Estate, period: str) -> list[dict[str, Any]]:
    """Return the carriers at the end of a month."""
    end = last_day(period)
    rows = [_land(estate, number, entry, end) for number, entry in enumerate(_LAND, start=1)]
    rows += [_building(estate, asset, end) for asset in estate.assets if asset.lettable]
    rows += [_plant(estate, number, entry, end) for number, entry in enumerate(_PLANTS, start=1)]
    return [{"row_no": number, **row, "updated_date": end} for number, row in enumerate(rows, start=1)]


def _land(estate: Estate, number: int, entry: tuple[Any, ...], end: date) -> dict[str, Any]:
    _, name, mu, status, month, disposal = entry
    idle = status in ("闲置", "低效")
    used = bool(month) and end.month >= month
    row: dict[str, Any] = {
        "carrier_no": f"{estate.mark}TD{number:02d}",
        "carrier_kind": "土地",
        "carrier_name": name,
        "address": f"{name[:4]}规划路以北",
        "owner_name": estate.platform.name if not idle else estate.owners[number].name,
        "uscc": estate.platform.uscc if not idle else estate.owners[number].uscc,
        "encumbrances": "无",
        "parcel_no": f"370105{number:03d}GB{number * 7:05d}",
        "land_mu": Decimal(mu),
        "land_use": "工业",
        "land_nature": "国有出让",
        "land_status": "已收储净地" if used else status,
        "plot_ratio": Decimal("1.5"),
    }
    if idle:
        row |= {"disposal": disposal, "disposal_progress": "已完成盘活，重新投入使用" if used else "正在协商处置方案"}
        row |= {"disposal_due_date": date(end.year, month or 12, 28)}
    if idle and not used:
        row |= {"idle_reason": "项目未落地", "idle_since_date": date(end.year - 2, 6, 30), "idle_land_mu": Decimal(mu)}
    return row


def _building(estate: Estate, asset: Asset, end: date) -> dict[str, Any]:
    """A platform company's building: used is what its leases let."""
    let = [lease for lease in estate.leases if lease.asset_no == asset.no and lease.running(end)]
    used = sum(lease.area_m2 for lease in let)
    return {
        "carrier_no": f"{estate.mark}ZT{asset.no[-2:]}",
        "carrier_kind": asset.carrier_kind,
        "carrier_name": asset.name,
        "address": asset.location,
        "owner_name": asset.owner.name,
        "uscc": asset.owner.uscc,
        "certificate_no": asset.certificate_no,
        "encumbrances": "抵押、租赁" if asset.mortgagee and let else "租赁" if let else "无",
        "floor_area_m2": Decimal(asset.building_m2),
        "floors": 3 if asset.carrier_kind == "标准厂房" else 12,
        "lettable_area_m2": Decimal(asset.lettable_m2),
        "used_area_m2": Decimal(used),
        "vacant_area_m2": Decimal(asset.lettable_m2 - used),
        "letting_mode": "出租",
        "rent_yuan_per_m2_month": asset.rent,
        "tenant_names": "、".join(dict.fromkeys(lease.tenant.name for lease in let)) or None,
    }


def _plant(estate: Estate, number: int, entry: tuple[Any, ...], end: date) -> dict[str, Any]:
    """A firm's idle plant; one of them is let again during the year."""
    kind, name, area, month, reason, disposal = entry
    owner, used = estate.owners[-number], bool(month) and end.month >= month
    row: dict[str, Any] = {
        "carrier_no": f"{estate.mark}CF{number:02d}",
        "carrier_kind": kind,
        "carrier_name": name,
        "address": owner.domicile,
        "owner_name": owner.name,
        "uscc": owner.uscc,
        "encumbrances": "租赁" if used else "无",
        "floor_area_m2": Decimal(area),
        "lettable_area_m2": Decimal(area),
        "used_area_m2": Decimal(area if used else 0),
        "vacant_area_m2": Decimal(0 if used else area),
        "letting_mode": "出租",
        "rent_yuan_per_m2_month": Decimal("12.5"),
        "disposal": disposal,
        "disposal_progress": "已完成盘活，企业入驻生产" if used else "正在对接意向企业",
        "disposal_due_date": date(end.year, month or 12, 28),
    }
    if used:
        return row | {"tenant_names": estate.owners[0].name, "tenant_uscc": estate.owners[0].uscc, "moved_in_date": date(end.year, month, 1)}  # fmt: skip
    return row | {"idle_reason": reason, "idle_since_date": date(end.year - 1, 8, 31), "idle_area_m2": Decimal(area)}


def tenant_rows(estate: Estate, period: str) -> list[dict[str, Any]]:
    """Return who uses the platform companies' buildings in a month: one row per running lease."""
    start, end = first_day(period), last_day(period)
    assets = {asset.no: asset for asset in estate.assets}
    running = [
        lease
        for lease in estate.leases
        if lease.running(end) and lease.end >= start and assets[lease.asset_no].lettable
    ]
    return [
        {
            "row_no": number,
            "carrier_no": f"{estate.mark}ZT{lease.asset_no[-2:]}",
            "carrier_name": assets[lease.asset_no].name,
            "carrier_area_m2": Decimal(assets[lease.asset_no].lettable_m2),
            "room": lease.room,
            "enterprise_name": lease.tenant.name,
            "uscc": lease.tenant.uscc,
            "area_m2": Decimal(lease.area_m2),
            "rent_yuan_per_m2_month": lease.rent,
            "moved_in_date": lease.start,
            "lease_end_date": lease.end,
        }
        for number, lease in enumerate(running, start=1)
    ]
