"""dbt's semantic manifest, parsed from a copy of the project in which the generated indicator models are stubs.

A stub breaks the circle: the indicator models are compiled from the manifest, and the project that gives the manifest
contains the indicator models.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from orchestration.dbt_invoke import PROJECT, DbtPlace, invoke


def semantic_manifest(project: Path = PROJECT) -> str:
    """Return the semantic manifest of the project as JSON. Raises ``DbtError`` when the project does not parse."""
    with tempfile.TemporaryDirectory(prefix="taizhang-") as folder:
        root = Path(folder)
        copy = root / "dbt_project"
        shutil.copytree(project, copy, ignore=shutil.ignore_patterns("target", "logs"))
        (root / "sources").mkdir()
        (root / "sources" / "codes").symlink_to(project.parent / "sources" / "codes")
        for model in ("dim_indicators", "indicator_cells", "indicator_definitions", "indicator_sources"):
            (copy / "models" / "indicators" / f"{model}.sql").write_text("select 1 as stub\n", encoding="utf-8")
        compiled = copy / "macros" / "indicators"
        shutil.rmtree(compiled, ignore_errors=True)
        compiled.mkdir()
        for macro in ("computed_indicators", "computed_after_findings"):
            stub = f"{{% macro {macro}() %}}select 1 as stub{{% endmacro %}}\n"
            (compiled / f"{macro}.sql").write_text(stub, encoding="utf-8")
        place = DbtPlace(home=root, warehouse=root / "parse.duckdb", artifacts=root / "target", project=copy)
        invoke(place, ["parse", "--no-partial-parse"])
        return (root / "target" / "semantic_manifest.json").read_text(encoding="utf-8")
