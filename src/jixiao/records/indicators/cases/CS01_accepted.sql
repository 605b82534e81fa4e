-- code: CS01
-- title: 办件受理量
-- title_en: Cases accepted
-- unit: 件
-- measure: total
-- names: 办件量、办件受理量、政务大厅办件量
-- needs: up_pro_accept
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内受理的办件数：受理时间在期内，同一办件编号只计一件，不论何时办结。
-- shortfall: 期内受理的办件
SELECT project_no AS id, org_name AS unit, accept_date AS day,
       1 AS numerator,
       promise_date, result_date
FROM cases WHERE accept_date >= $start AND accept_date < $end
