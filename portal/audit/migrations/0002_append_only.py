"""The database itself refuses to change or remove an entry: the model's own refusal can be gone around."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import migrations

_SAYS = "the log is append-only"

_SQLITE = [
    f"create trigger audit_entry_no_{act} before {act} on audit_entry begin select raise(abort, '{_SAYS}'); end"
    for act in ("update", "delete")
]
_POSTGRESQL = [
    "create function audit_entry_refuse() returns trigger language plpgsql as "
    f"$$ begin raise exception '{_SAYS}'; end $$",
    "create trigger audit_entry_append_only before update or delete or truncate on audit_entry "
    "for each statement execute function audit_entry_refuse()",
]


def refuse_changes(_apps: Any, editor: Any) -> None:
    """Create the triggers."""
    for statement in {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}[editor.connection.vendor]:
        editor.execute(statement)


class Migration(migrations.Migration):
    """There is no way back: a log that could be opened again would be none."""

    dependencies: ClassVar[list[Any]] = [("audit", "0001_initial")]
    operations: ClassVar[list[Any]] = [migrations.RunPython(refuse_changes)]
