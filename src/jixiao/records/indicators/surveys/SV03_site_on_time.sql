-- code: SV03
-- title: 现场勘查及时率
-- title_en: Share of site surveys done in time
-- unit: %
-- measure: rate
-- names: 现场勘查及时率、现场勘查按时完成率
-- needs: site_survey
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内完成的现场勘查中，完成时间不晚于时限的占比；没有时限的不计。
-- shortfall: 逾期完成的现场勘查
SELECT task_no AS id, org_name AS unit, done_time AS day,
       CASE WHEN done_time <= deadline THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       asked_time, deadline, done_time
FROM site_survey WHERE done_time >= $start AND done_time < $end AND deadline IS NOT NULL
