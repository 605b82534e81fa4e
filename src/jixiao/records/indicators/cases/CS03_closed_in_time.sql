-- code: CS03
-- title: 办件按时办结率
-- title_en: Share of cases closed in time
-- unit: %
-- measure: rate
-- names: 事项按时办结率、服务事项按时办结率、办件按时办结率、办件按期办结率
-- needs: up_pro_accept
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内办结的办件中，办结时间不晚于承诺时限加特别程序时间的占比；重叠的特别程序只计一次，时限已过才开始的特别程序不延长时限；跨年办件按办结日归期，没有承诺时限的办件不计。
-- shortfall: 逾期办结的办件
SELECT project_no AS id, org_name AS unit, result_date AS day,
       CASE WHEN result_date <= deadline THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       accept_date, deadline, result_date
FROM cases WHERE result_date >= $start AND result_date < $end AND deadline IS NOT NULL
