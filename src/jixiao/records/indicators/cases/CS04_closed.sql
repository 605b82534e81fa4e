-- code: CS04
-- title: 办件办结量
-- title_en: Cases closed
-- unit: 件
-- measure: total
-- names: 办件办结量
-- needs: up_pro_accept
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内办结的办件数：办结时间在期内，上期结转的办件也计；重新办理的按最后一次办结计。
-- shortfall: 期内办结的办件
SELECT project_no AS id, org_name AS unit, result_date AS day,
       1 AS numerator,
       accept_date, deadline, result_date
FROM cases WHERE result_date >= $start AND result_date < $end
