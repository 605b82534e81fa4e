-- code: CS05
-- title: 办件提前办结率
-- title_en: Share of cases closed a day or more before the deadline
-- unit: %
-- measure: rate
-- names: 办件提前办结率
-- needs: up_pro_accept
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内办结的办件中，办结日早于承诺时限（加特别程序时间）所在日的占比；到期当日办结的算按时，不算提前；没有承诺时限的办件不计。
-- shortfall: 没有提前办结的办件
SELECT project_no AS id, org_name AS unit, result_date AS day,
       CASE WHEN CAST(result_date AS DATE) < CAST(deadline AS DATE) THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       accept_date, deadline, result_date
FROM cases WHERE result_date >= $start AND result_date < $end AND deadline IS NOT NULL
