-- code: SV01
-- title: 现场勘查任务数
-- title_en: Site surveys asked for
-- unit: 件
-- measure: total
-- names: 现场勘查任务数、现场勘查件数
-- needs: site_survey
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内受理的现场勘查任务数，按提出时间归期。
-- shortfall: 期内的现场勘查任务
SELECT task_no AS id, org_name AS unit, asked_time AS day,
       1 AS numerator,
       deadline, done_time, result
FROM site_survey WHERE asked_time >= $start AND asked_time < $end
