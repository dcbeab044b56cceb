"""What is derived from the forms and committed: dbt sources, staging models, mentions, the list of forms, the editors' schema."""
