"""``PIVOT … ON … USING …`` as the SELECT that it comes to.

DuckDB runs a PIVOT as several statements made up on the way and gives no parse of it. So its parts are taken apart here, and
two plain SELECTs are made of them, which go through the same parse as any query: one for the values that become columns,
and one with these values written out. Only these are run; parts taken apart wrongly give SQL that is refused, never more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import duckdb

#: More columns than these are no table that anybody reads.
MOST_COLUMNS = 200
_CLAUSES = ("on", "using", "group", "order", "limit")
_OPENING, _CLOSING = "([{", ")]}"


class PivotError(Exception):
    """The PIVOT cannot be taken apart; the text says so in Chinese."""


def words(sql: str) -> list[str]:
    """Return the tokens of a text as they stand there, without comments."""
    found = duckdb.tokenize(sql)
    ends = [start for start, _ in found[1:]] + [len(sql.encode())]
    text = sql.encode()
    comment = duckdb.token_type.comment
    return [text[start:end].decode().strip() for (start, kind), end in zip(found, ends, strict=True) if kind != comment]


def is_pivot(sql: str) -> bool:
    """Return whether a text begins as a PIVOT statement."""
    return [word.lower() for word in words(sql)[:1]] in (["pivot"], ["pivot_wider"])


def written_out(connection: duckdb.DuckDBPyConnection, sql: str, check: Callable[[str], object]) -> str:
    """Return a PIVOT as one SELECT; ``check`` is given each SELECT before it is run, and raises for what may not be read.

    Raises ``PivotError`` for a PIVOT that cannot be taken apart or makes more than ``MOST_COLUMNS`` columns.
    """
    clauses = _clauses(words(sql.rstrip().rstrip(";"))[1:])
    source, on = clauses["source"], clauses.get("on", [])
    if not source or not on:
        raise PivotError("PIVOT 应形如：pivot 表 on 列 using sum(数值列) group by 列")
    columns = " ".join(_column(connection, source, item, check) for item in _items(on))
    grouped = f" {_text(clauses['group'])}" if "group" in clauses else ""
    using = _text(clauses.get("using", ["", "count(*)"])[1:])
    rest = " ".join(_text(clauses[name]) for name in ("order", "limit") if name in clauses)
    return f"select * from {_text(source)} pivot ({using} for {columns}{grouped}) {rest}".strip()


def _clauses(tokens: list[str]) -> dict[str, list[str]]:
    """Return the tokens of each clause by its first word; before the first clause stands the source."""
    found: dict[str, list[str]] = {"source": []}
    here, depth = "source", 0
    for token in tokens:
        depth += (token in _OPENING) - (token in _CLOSING)
        if depth == 0 and token.lower() in _CLAUSES and token.lower() not in found:
            here = token.lower()
            found[here] = []
        found[here].append(token)
    return found


def _items(on: list[str]) -> Iterator[list[str]]:
    """Yield what stands between the commas after ON."""
    item: list[str] = []
    depth = 0
    for token in on[1:]:
        depth += (token in _OPENING) - (token in _CLOSING)
        if token == "," and depth == 0:
            yield item
            item = []
        else:
            item.append(token)
    yield item


def _column(
    connection: duckdb.DuckDBPyConnection, source: list[str], item: list[str], check: Callable[[str], object]
) -> str:
    """Return a column of ON with its values written out; a list of values that is given stays."""
    lowered = [token.lower() for token in item]
    if "in" in lowered:
        place = lowered.index("in")
        return f"{_named(item[:place])} {_text(item[place:])}"
    column = _text(item)
    sql = (
        f"select cast(pivoted as varchar) from (select distinct {column} as pivoted from {_text(source)})"
        f" where pivoted is not null order by pivoted limit {MOST_COLUMNS + 1}"
    )
    check(sql)
    values = [value.replace("'", "''") for (value,) in connection.execute(sql).fetchall()]
    if len(values) > MOST_COLUMNS:
        raise PivotError(f"PIVOT 会产生超过 {MOST_COLUMNS} 列，请先筛选，或用 in (…) 写明要哪些值")
    if not values:
        raise PivotError(f"PIVOT 的列“{column}”没有值，结果没有列可展开")
    listed = ", ".join(f"'{value}'" for value in values)
    return f"{_named(item)} in ({listed})"


def _named(item: list[str]) -> str:
    """Return a column, or an expression in brackets, as PIVOT asks for it."""
    return item[0] if len(item) == 1 else f"({_text(item)})"


def _text(tokens: list[str]) -> str:
    return " ".join(tokens)
