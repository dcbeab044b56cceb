"""The app of the queue."""

from __future__ import annotations

from django.apps import AppConfig


class WorkerConfig(AppConfig):
    """No pages of its own in the navigation."""

    name = "portal.worker"
    label = "worker"
