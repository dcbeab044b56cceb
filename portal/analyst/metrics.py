"""The metrics of the current release, loaded once per release and asked one after the other."""

from __future__ import annotations

from threading import Lock

from portal.site.warehouse import home
from sources.published.release import Release
from sources.published.semantic import Metrics, Question
from sources.published.shelf import current


class _Loaded:
    """MetricFlow takes a second to load and is not made for threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._release: Release | None = None
        self._metrics: Metrics | None = None

    def metrics(self) -> Metrics | None:
        """Return the metrics of the current release; None when it has none."""
        release = current(home())
        with self._lock:
            if release != self._release:
                path = release.metrics
                self._metrics = Metrics(path.read_text(encoding="utf-8")) if path else None
                self._release = release
            return self._metrics

    def sql(self, question: Question) -> str:
        """Return a question as SQL (``Metrics.sql``, which says what is raised)."""
        metrics = self.metrics()
        if metrics is None:
            return ""
        with self._lock:
            return metrics.sql(question)


_loaded = _Loaded()
metrics, sql_of = _loaded.metrics, _loaded.sql
