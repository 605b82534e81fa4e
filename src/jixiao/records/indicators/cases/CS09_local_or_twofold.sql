-- code: CS09
-- title: 就地办、两地办件办结率
-- title_en: Share of due cases closed, items handled on the spot or in two places
-- unit: %
-- measure: rate
-- names: 就地办两地办办结率、就地办和两地办办结率
-- needs: up_pro_accept、service_item
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 事项清单中列为就地办或两地办的事项，其应办结办件中期末前已办结的占比；应办结同办件办结率。
-- shortfall: 到期未办结的办件
SELECT project_no AS id, org_name AS unit, deadline AS day,
       CASE WHEN result_date < $end THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       accept_date, deadline, result_date
FROM cases
WHERE deadline >= $start AND deadline < $end AND NOT stopped
  AND task_code IN (SELECT task_code FROM service_item WHERE handle_mode IN ('就地办', '两地办'))
