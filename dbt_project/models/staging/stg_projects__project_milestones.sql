-- 由 taizhang generate 生成，请勿手改：sources/forms/projects/project_milestones.yaml
with source as (

    select * from {{ source('landing', 'project_milestones') }}

),

selected as (

    select
        'project_milestones' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        project_no,
        project_name,
        project_code,
        milestone,
        phase,
        milestone_status,
        document_no,
        cast(planned_date as date) as planned_date,
        cast(accepted_date as date) as accepted_date,
        cast(done_date as date) as done_date,
        cast(land_mu as decimal(18, 4)) as land_mu,
        cast(floor_area_m2 as decimal(18, 4)) as floor_area_m2,
        cast(land_price_wan as decimal(18, 4)) as land_price_wan,
        acceptance_result,
        basis_text,
        responsible_department,
        problem_text,
        remark
    from source

)

select * from selected
