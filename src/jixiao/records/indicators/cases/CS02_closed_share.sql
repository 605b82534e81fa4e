-- code: CS02
-- title: 办件办结率
-- title_en: Share of due cases that were closed
-- unit: %
-- measure: rate
-- names: 办件办结率、政务大厅办件办结率、大厅办件办结率
-- needs: up_pro_accept
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 应办结办件中期末前已办结的占比。应办结：承诺时限加特别程序时间（时限已过才开始的不加）在期内到期、特别程序未仍在进行的办件；跨年办件按到期日归期；没有承诺时限的办件不计。
-- shortfall: 到期未办结的办件
SELECT project_no AS id, org_name AS unit, deadline AS day,
       CASE WHEN result_date < $end THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       accept_date, deadline, result_date
FROM cases WHERE deadline >= $start AND deadline < $end AND NOT stopped
