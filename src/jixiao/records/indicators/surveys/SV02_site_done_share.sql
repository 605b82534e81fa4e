-- code: SV02
-- title: 现场勘查完成率
-- title_en: Share of due site surveys that were done
-- unit: %
-- measure: rate
-- names: 现场勘查完成率、现场勘查办结率
-- needs: site_survey
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内到期的现场勘查任务中，期末前已完成的占比；没有时限的不计。
-- shortfall: 到期没有完成的现场勘查
SELECT task_no AS id, org_name AS unit, deadline AS day,
       CASE WHEN done_time < $end THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       asked_time, deadline, done_time
FROM site_survey WHERE deadline >= $start AND deadline < $end
