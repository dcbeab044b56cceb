"""Names without a code against the register: the same, doubtful, or nobody that is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

import duckdb
import pandas as pd

from sources.identities.names import split

#: From this probability on a name counts as the registered enterprise, when no other comes near it.
SAME = 0.85
#: How many times likelier (in odds) than the next enterprise it must be.
AHEAD = 20
#: From this probability on a person is asked.
DOUBTFUL = 0.10


@dataclass(frozen=True)
class Match:
    """What became of a name: ``verdict`` is same (one enterprise) or doubtful (``candidates`` are for a person)."""

    name: str
    verdict: str
    enterprise_id: str | None
    probability: float
    candidates: tuple[tuple[str, float], ...]


def match_names(names: Sequence[str], register: Mapping[str, Sequence[str]]) -> dict[str, Match]:
    """Match names against registered names.

    ``register`` gives each enterprise's name and former names. Returns only the names that are somebody's or doubtful. A
    name equal to exactly one registered name (after normalising) is the same without asking the model.
    """
    exact, rest = _equal_names(names, register)
    return exact | _likely(rest, register) if rest and register else exact


def _equal_names(names: Sequence[str], register: Mapping[str, Sequence[str]]) -> tuple[dict[str, Match], list[str]]:
    owners: dict[str, set[str]] = {}
    for enterprise_id, known in register.items():
        for name in known:
            owners.setdefault(split(name).normal, set()).add(enterprise_id)
    found: dict[str, Match] = {}
    for name in names:
        holders = sorted(owners.get(split(name).normal, ()))
        if len(holders) == 1:
            found[name] = Match(name, "same", holders[0], 1.0, ((holders[0], 1.0),))
    return found, sorted(set(names) - set(found))


def _likely(names: Sequence[str], register: Mapping[str, Sequence[str]]) -> dict[str, Match]:
    pairs = predict(names, register)
    found = {}
    for name, group in pairs.groupby("name", sort=True):
        best = group.groupby("enterprise_id")["match_probability"].max().sort_values(ascending=False, kind="stable")
        match = _decide(str(name), [(str(identity), float(probability)) for identity, probability in best.items()])
        if match is not None:
            found[match.name] = match
    return found


def _decide(name: str, ranked: Sequence[tuple[str, float]]) -> Match | None:
    """The best is the one when it is likely and far ahead of the second; everything between is for a person."""
    candidates = tuple((identity, probability) for identity, probability in ranked if probability >= DOUBTFUL)[:5]
    if not candidates:
        return None
    identity, probability = candidates[0]
    second = candidates[1][1] if len(candidates) > 1 else 0.0
    if probability >= SAME and _odds(probability) >= AHEAD * _odds(second):
        return Match(name, "same", identity, probability, candidates)
    return Match(name, "doubtful", None, probability, candidates)


def _odds(probability: float) -> float:
    return probability / (1 - probability) if probability < 1 else float("inf")


def predict(names: Sequence[str], register: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """Return every pair that meets: name, enterprise_id, match_probability, and a ``gamma_…`` per respect compared."""
    from splink import DuckDBAPI, Linker

    from sources.identities.model import settings

    left = _table(("", name) for name in names)
    right = _table((identity, name) for identity, known in sorted(register.items()) for name in known)
    with duckdb.connect(config={"threads": 1}) as connection:
        engine = DuckDBAPI(connection)
        frames = [
            engine.register(left, dataset_display_name="a_mentions"),
            engine.register(right, dataset_display_name="b_register"),
        ]
        linker = Linker(frames, settings(), log_level=None, validate_settings=False)
        pairs: pd.DataFrame = linker.inference.predict().as_pandas_dataframe()  # type: ignore[no-untyped-call]
    pairs["name"] = pairs["id_l"].map(left.set_index("id")["name"])
    pairs["enterprise_id"] = pairs["id_r"].map(right.set_index("id")["enterprise_id"])
    return pairs.sort_values(["name", "enterprise_id", "match_probability"], kind="stable")


def _table(rows: Iterable[tuple[str, str]]) -> pd.DataFrame:
    """Return a table of names taken apart with the columns that the model compares and blocks on."""
    records = []
    for number, (identity, name) in enumerate(rows):
        parts = split(name)
        records.append(
            asdict(parts)
            | {
                "id": number,
                "enterprise_id": identity,
                "name": name,
                "is_group": parts.group,
                "brand_start": parts.brand[:2],
                "brand_rest": parts.brand[1:],
            }
        )
    return pd.DataFrame(records)
