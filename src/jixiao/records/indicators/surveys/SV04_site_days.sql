-- code: SV04
-- title: 现场勘查平均用时
-- title_en: Mean days from asking to doing a site survey
-- unit: 天
-- measure: mean
-- names: 现场勘查平均用时、现场勘查平均天数
-- needs: site_survey
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内完成的现场勘查，从提出到完成的平均天数（按秒折算）；完成早于提出的不计。
-- shortfall: 一天以内完成的现场勘查
SELECT task_no AS id, org_name AS unit, done_time AS day,
       DATE_DIFF('second', asked_time, done_time) AS numerator, 86400 AS denominator,
       asked_time, done_time
FROM site_survey WHERE done_time >= $start AND done_time < $end AND done_time >= asked_time
