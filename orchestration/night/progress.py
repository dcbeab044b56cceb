"""What one sees while a night runs: one bar per stage, on stderr; plain lines where stderr is no terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from orchestration.night.run import Stage, Watcher


@contextmanager
def shown_progress(console: Console) -> Iterator[Watcher]:
    """Show a run as it goes; the bars disappear when it ends."""
    if not console.is_terminal:
        yield _plain_lines(console)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[what]}", style="dim", markup=False),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        yield _Bars(progress)


class _Bars:
    """One bar per stage; beginning a stage completes the ones before it."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.tasks: dict[Stage, TaskID] = {
            stage: progress.add_task(stage.value, total=None, start=False, what="") for stage in Stage
        }

    def __call__(self, stage: Stage, what: str, done: int, total: int) -> None:
        for earlier in list(Stage)[: list(Stage).index(stage)]:
            self._finish(self.tasks[earlier])
        task = self.tasks[stage]
        self.progress.start_task(task)
        self.progress.update(task, completed=done, total=total or None, what=what)

    def _finish(self, task_id: TaskID) -> None:
        task = self.progress.tasks[task_id]
        if not task.finished:
            total = task.total or 1
            self.progress.start_task(task_id)
            self.progress.update(task_id, total=total, completed=total, what="")


def _plain_lines(console: Console) -> Watcher:
    begun: set[Stage] = set()

    def watch(stage: Stage, _what: str, _done: int, _total: int) -> None:
        if stage not in begun:
            begun.add(stage)
            console.print(f"{stage.value}…")

    return watch
