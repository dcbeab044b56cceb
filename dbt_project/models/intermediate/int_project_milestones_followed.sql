{{ followed(
    ref('stg_projects__project_milestones'),
    ['project_no', 'milestone', 'phase'],
    ['project_name', 'milestone_status', 'document_no', 'done_date'],
) }}
