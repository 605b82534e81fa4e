-- code: CS10
-- title: 异地代收代办件办结率
-- title_en: Share of due cases closed, items collected elsewhere
-- unit: %
-- measure: rate
-- names: 异地代收代办办结率、异地代收代办件办结率
-- needs: up_pro_accept、service_item
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 跨省通办清单中模式为异地代收代办的事项，其应办结办件中期末前已办结的占比；应办结同办件办结率。
-- shortfall: 到期未办结的办件
SELECT project_no AS id, org_name AS unit, deadline AS day,
       CASE WHEN result_date < $end THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       accept_date, deadline, result_date
FROM cases
WHERE deadline >= $start AND deadline < $end AND NOT stopped
  AND task_code IN (SELECT task_code FROM service_item WHERE cross_province = '异地代收代办')
