-- code: CS12
-- title: 办件中即办件占比
-- title_en: Share of cases handled on the spot
-- unit: %
-- measure: rate
-- names: 办件中即办件占比
-- needs: up_pro_accept
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内受理的办件中，办理类型为即办件的占比。
-- shortfall: 不是即办件的办件
SELECT project_no AS id, org_name AS unit, accept_date AS day,
       CASE WHEN project_type = '即办件' THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       project_type, accept_date, result_date
FROM cases WHERE accept_date >= $start AND accept_date < $end
