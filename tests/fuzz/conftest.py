"""How hard the fuzzers try: a little and always alike in `make test`, long and at random in `make fuzz`."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

_QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile(
    "test", max_examples=60, deadline=None, suppress_health_check=_QUIET, database=None, derandomize=True
)
settings.register_profile("fuzz", max_examples=3000, deadline=None, suppress_health_check=_QUIET, database=None)
settings.load_profile("test")
