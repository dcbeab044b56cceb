"""What tests of all folders share: which of them run in one worker, and the ground that warehouses are built on.

Tests share a worker by module, and by modules that share something costly, so that it is built once.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

from sources.home import Home

#: What is built once for several modules: a published zone, a warehouse, workbooks sent back, a served portal.
TOGETHER = (
    tuple(f"tests/flow/test_{name}.py" for name in ("acceptance_year", "indicator_truth", "release", "reports")),
    ("tests/dbt_project/",),
    ("tests/sources/returned/",),
    ("tests/portal/browser/",),
)


class ByWhatIsShared(LoadScopeScheduling):
    """Send the tests of one scope to one worker (the scheduler of pytest-xdist asks for the scope by node id)."""

    def _split_scope(self, nodeid: str) -> str:
        module = nodeid.partition("::")[0]
        return next((places[0] for places in TOGETHER if module.startswith(places)), module)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByWhatIsShared:
    # In the order of the folders: the costly ones are begun first.
    config.option.loadscopereorder = False
    return ByWhatIsShared(config, log)


@pytest.fixture(scope="session")
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Home]:
    """Return a maker of empty homes, one at a time: what stood there before is gone.

    All stand in the same place: there dbt knows the project already and need not parse it anew.
    """
    ground = tmp_path_factory.mktemp("ground") / "var"

    def make() -> Home:
        for path in ground.glob("*"):
            if not path.is_dir():
                path.unlink()
            elif path.name != "dbt":
                shutil.rmtree(path)
        return Home(ground)

    return make
