-- code: IT03
-- title: 政务服务事项网上可办率
-- title_en: Share of items that can be handled online
-- unit: %
-- measure: rate
-- by: 办理方式
-- names: 网上可办率、政务服务事项网上可办率
-- needs: service_item
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期末清单上的政务服务事项中，可以网上办理的占比；没有登记的按不能网办算。
-- shortfall: 不能网上办理的事项
SELECT task_code AS id, handle_mode AS unit, $end - INTERVAL '1' DAY AS day,
       CASE WHEN online THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       cross_province, published_date
FROM service_item WHERE published_date < $end AND (withdrawn_date IS NULL OR withdrawn_date >= $end)
