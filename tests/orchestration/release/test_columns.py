"""Which columns of tables give a column its values."""

from __future__ import annotations

import pytest

from orchestration.release.columns import Columns

TABLES = {
    "main": {"stg": ["id", "paid", "planned", "period"], "seed": ["code", "name"]},
    "statistics": {"single": ["id", "output"]},
}


@pytest.mark.parametrize(
    ("sql", "column", "parents"),
    [
        ("select paid as done from stg", "done", {("stg", "paid")}),
        ("with a as (select * from stg), b as (select * from a) select * from b", "paid", {("stg", "paid")}),
        ("select paid / nullif(planned, 0) as rate from stg", "rate", {("stg", "paid"), ("stg", "planned")}),
        ("select paid as x from stg union all select output from statistics.single", "x",
         {("stg", "paid"), ("single", "output")}),
        ("select name from stg join seed on stg.id = seed.code where planned > 0", "name", {("seed", "name")}),
        ("select (select max(name) from seed where code = stg.id) as n from stg", "n", {("seed", "name")}),
        ("select 1 as one from stg", "one", set()),
        ("select unnest(string_split(paid, '、')) as part from stg", "part", {("stg", "paid")}),
        ("select lag(paid) over (partition by id order by period) as before from stg", "before",
         {("stg", "paid"), ("stg", "id"), ("stg", "period")}),
        ("with recursive r as (select id from stg union all select id from r) select id from r", "id", {("stg", "id")}),
    ],
)  # fmt: skip
def test_values_are_followed_through_the_parts_of_a_query(sql: str, column: str, parents: set[tuple[str, str]]) -> None:
    assert Columns(TABLES).parents(sql)[column] == parents
