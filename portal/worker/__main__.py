"""``python -m portal.worker``: works off the queue until it is told to stop."""

from __future__ import annotations

import os

import django


def main() -> None:
    """Load the judge once, then work."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.site.settings")
    django.setup()
    # Late: models need Django to be set up, and the judge takes seconds to import.
    from portal.worker.loop import Stop, work

    work(Stop())


if __name__ == "__main__":
    main()
