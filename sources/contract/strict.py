"""What everything has in common that people write as YAML and that is checked when it is read."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Strict(BaseModel):
    """Frozen; an unknown key is an error, not a silence."""

    model_config = ConfigDict(frozen=True, extra="forbid")
