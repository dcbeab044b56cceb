with reported as (

    {{ latest_rows(
        ref('stg_office__reform_evidence'),
        ['reform_item', 'item_name', 'evidence_type', 'document_no', 'link']
    ) }}

),

reform_evidence as (

    select
        {{ key_of([
            'reform_item', 'item_name', 'evidence_type', 'document_no', 'link', 'period'
        ]) }} as reform_evidence_id,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        reform_item,
        year,
        item_name,
        summary,
        evidence_type,
        evidence_level,
        evidence_date,
        document_no,
        link,
        task_nos,
        self_points,
        reviewed_points,
        review_opinion,
        coalesce(extract(year from evidence_date) = year, false) as is_in_year,
        {{ count_of_parts('task_nos') }} as task_count,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from reported

)

select * from reform_evidence
