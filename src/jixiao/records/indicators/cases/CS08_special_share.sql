-- code: CS08
-- title: 办件特别程序占比
-- title_en: Share of cases with a special procedure
-- unit: %
-- measure: rate
-- names: 办件特别程序占比
-- needs: up_pro_accept、up_pro_special_procedure
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内受理的办件中，走过特别程序（听证、勘验、检测、公示等）的占比；一件有多次特别程序只计一件。
-- shortfall: 没有特别程序的办件
SELECT project_no AS id, org_name AS unit, accept_date AS day,
       CASE WHEN special THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       accept_date, deadline, special_seconds
FROM cases WHERE accept_date >= $start AND accept_date < $end
