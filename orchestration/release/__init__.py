"""Releases: what is published, how it gets there in one step, and how it is read."""

from orchestration.release.errors import (
    NothingPublishedError,
    ReleaseError,
    ReleaseRefusedError,
    UnknownReleaseError,
)
from orchestration.release.model import Release
from orchestration.release.publication import publish
from orchestration.release.shelf import rollback
from sources.published.shelf import current, list_releases, show

__all__ = [
    "NothingPublishedError",
    "Release",
    "ReleaseError",
    "ReleaseRefusedError",
    "UnknownReleaseError",
    "current",
    "list_releases",
    "publish",
    "rollback",
    "show",
]
