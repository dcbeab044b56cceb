"""Indicators out of dbt's semantic layer: MetricFlow compiles them to SQL when files are generated, never at night."""
