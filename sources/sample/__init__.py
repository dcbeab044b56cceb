"""An invented zone: its firms, projects, titles, tasks and assessments, and the workbooks its departments would send."""

from sources.sample.write import make_deliveries, write_sample

__all__ = ["make_deliveries", "write_sample"]
