"""``python -m portal <command>``: Django's own commands for developers (``makemigrations``, ``makemessages`` …)."""

from __future__ import annotations

import os

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.site.settings")
    execute_from_command_line()
