"""The probabilistic model: how much each agreement of two names says, by Fellegi and Sunter (1969), computed by splink.

``m`` is how often a level is seen in pairs of one enterprise, ``u`` in pairs of two that met in a block. They are fixed
here, so that the same names are the same enterprise every night; `bench/identity.py` estimates them anew from labelled
pairs and prints them beside these.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import splink.comparison_level_library as levels
import splink.comparison_library as comparisons
from splink import SettingsCreator

#: Of two names that meet in a block, how many are one enterprise.
PRIOR = 0.4

#: Names meet when their brands begin alike, or when only the first character differs and the rest is the same.
BLOCKS = (
    "l.brand_start = r.brand_start",
    "l.brand_rest = r.brand_rest and l.trade = r.trade",
    "l.normal = r.normal",
)


@dataclass(frozen=True)
class Level:
    """One outcome of comparing two names in one respect; ``when`` is a condition over ``_l`` and ``_r`` columns."""

    name: str
    when: str
    m: float
    u: float


#: A name is never null; splink wants the level all the same.
_NEVER = levels.NullLevel("normal")
_MISTYPED = "length(brand_l) = length(brand_r) and levenshtein(brand_l, brand_r) = 1"


def _holds(part: str) -> str:
    left, right = f"{part}_l", f"{part}_r"
    return f"{left} <> '' and {right} <> '' and (contains({left}, {right}) or contains({right}, {left}))"


#: Respect → its levels from the strongest; the first that holds counts, the last holds always.
COMPARISONS: dict[str, Sequence[Level]] = {
    # Brand and trade are judged together: 衡煦新材料 and 衡煦置业 share a brand because they are one family, not one firm.
    "core": (
        Level("the same", "brand_l = brand_r and trade_l = trade_r", 0.965, 0.10),
        Level("one trade holds the other", f"brand_l = brand_r and {_holds('trade')}", 0.014, 0.006),
        Level("one trade is missing", "brand_l = brand_r and (trade_l = '' or trade_r = '')", 0.011, 0.001),
        Level("one character differs", f"trade_l = trade_r and {_MISTYPED}", 0.004, 0.004),
        Level("else", "", 0.006, 0.889),
    ),
    "region": (
        Level("the same", "region_l = region_r", 0.71, 0.48),
        Level("one is missing", "region_l = '' or region_r = ''", 0.27, 0.19),
        Level(
            "one within the other", "starts_with(region_l, region_r) or starts_with(region_r, region_l)", 0.015, 0.25
        ),
        Level("else", "", 0.005, 0.08),
    ),
    "form": (
        Level("the same", "form_l = form_r", 0.75, 0.70),
        Level("one is missing", "form_l = '' or form_r = ''", 0.245, 0.155),
        Level("else", "", 0.005, 0.145),
    ),
    "group": (
        Level("the same", "is_group_l = is_group_r", 0.98, 0.90),
        Level("a short name need not say it", "form_l = '' or form_r = ''", 0.015, 0.02),
        Level("else", "", 0.005, 0.08),
    ),
    "branch": (Level("the same", "branch_l = branch_r", 0.9999, 0.91), Level("else", "", 0.0001, 0.09)),
}


def settings() -> SettingsCreator:
    """Return the model for splink: mentions on the left, registered names on the right."""
    return SettingsCreator(
        link_type="link_only",
        unique_id_column_name="id",
        probability_two_random_records_match=PRIOR,
        comparisons=[_comparison(respect, found) for respect, found in COMPARISONS.items()],
        blocking_rules_to_generate_predictions=[{"blocking_rule": rule} for rule in BLOCKS],
        retain_intermediate_calculation_columns=True,
    )


def _comparison(respect: str, found: Sequence[Level]) -> Any:
    made = [
        (levels.CustomLevel(level.when, label_for_charts=level.name) if level.when else levels.ElseLevel()).configure(
            m_probability=level.m, u_probability=level.u
        )
        for level in found
    ]
    return comparisons.CustomComparison(output_column_name=respect, comparison_levels=[_NEVER, *made])
