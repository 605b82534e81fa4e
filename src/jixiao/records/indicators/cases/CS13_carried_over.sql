-- code: CS13
-- title: 期末结转办件数
-- title_en: Cases carried over at the end
-- unit: 件
-- measure: total
-- names: 期末结转办件数、结转办件数
-- needs: up_pro_accept
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期末前受理、期末前没有办结的办件数，含尚未到期和特别程序中的；它们在下期按办结日、到期日计。
-- shortfall: 期末在办的办件
SELECT project_no AS id, org_name AS unit, accept_date AS day,
       1 AS numerator,
       accept_date, deadline, result_date, stopped
FROM cases WHERE accept_date < $end AND (result_date IS NULL OR result_date >= $end)
