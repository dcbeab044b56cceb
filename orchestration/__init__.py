"""When and in what order: assets, checks, schedules, sensors, releases, commands. The only importer of dagster."""
