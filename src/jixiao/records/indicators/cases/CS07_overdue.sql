-- code: CS07
-- title: 逾期未办结办件数
-- title_en: Cases overdue and still open at the end
-- unit: 件
-- measure: total
-- names: 逾期未办结办件数
-- needs: up_pro_accept
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期末仍未办结、且承诺时限加特别程序时间已过的办件数；特别程序仍在进行的不计；上期到期而拖到期末的也计。
-- shortfall: 逾期未办结的办件
SELECT project_no AS id, org_name AS unit, deadline AS day,
       1 AS numerator,
       accept_date, deadline, result_date
FROM cases WHERE deadline < $end AND (result_date IS NULL OR result_date >= $end) AND NOT stopped
