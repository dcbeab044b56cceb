"""A home built again from its inbox and decisions alone, and its warehouse beside the one that grew night by night."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb

from orchestration.dbt_build import build_warehouse
from orchestration.intake import run_intake
from sources.home import Home


def build_again(home: Home, release: str, place: Path) -> Path:
    """Build what a release was built from, from the inbox in one go, for the same moment; return the warehouse.

    What earlier releases remember (the ledger) is no more than they published, and is taken over up to the release.
    """
    again = Home(place)
    for folder in ("inbox", "decisions"):
        shutil.copytree(home.root / folder, again.root / folder)
    for path in home.ledger.glob("*/*.parquet"):
        if path.stem < release or not path.stem.startswith("2"):
            kept = again.ledger / path.relative_to(home.ledger)
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, kept)
    with duckdb.connect(str(home.releases / release / "warehouse.duckdb"), read_only=True) as connection:
        ((moment,),) = connection.execute("select as_of from stg_inbox__builds").fetchall()
    run_intake(again, full=True)
    warehouse = again.work / "warehouse.duckdb"
    outcome = build_warehouse(again, warehouse, as_of=moment)
    assert outcome.success
    return warehouse


def differing(grown: Path, rebuilt: Path) -> dict[str, list[str]]:
    """Return table → its columns whose values are not the same in both files; ``(rows)`` where the tables differ in rows.

    Every column of every schema is compared, times and ids included; a table that only one file has differs as a whole.
    """
    with duckdb.connect() as connection:
        for name, path in (("grown", grown), ("rebuilt", rebuilt)):
            connection.execute(f"attach '{path}' as {name} (read_only)")
        sql = "select schema_name, table_name, list(column_name order by column_index) from duckdb_columns() where database_name = ? group by all"
        tables = {row[:2]: row[2] for row in connection.execute(sql, ["grown"]).fetchall()}
        others = {row[:2]: row[2] for row in connection.execute(sql, ["rebuilt"]).fetchall()}
        assert len(tables) > 200
        found = {f"{schema}.{table}": ["(rows)"] for schema, table in tables.keys() ^ others.keys()}
        for (schema, table), columns in tables.items():
            if (schema, table) in others and _differ(connection, schema, table, columns):
                alone = [column for column in columns if _differ(connection, schema, table, [column])]
                found[f"{schema}.{table}"] = alone or ["(rows)"]
    return found


def _differ(connection: duckdb.DuckDBPyConnection, schema: str, table: str, columns: list[str]) -> bool:
    listed = ", ".join(f'"{column}"' for column in columns)
    one, other = (f'select {listed} from {name}."{schema}"."{table}"' for name in ("grown", "rebuilt"))
    sql = f"select count(*) from (({one} except all {other}) union all ({other} except all {one}))"
    ((count,),) = connection.execute(sql).fetchall()
    return bool(count)
