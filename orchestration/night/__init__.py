"""The nightly run: from the drop folder to a published release, as Dagster assets over plain Python."""
