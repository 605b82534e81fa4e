-- code: IT05
-- title: 政务服务事项数
-- title_en: Items of government service at the end of the period
-- unit: 项
-- measure: total
-- by: 办理方式
-- names: 政务服务事项数、政务服务事项总数
-- needs: service_item
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期末清单上的政务服务事项数：期末之前公布、期末没有撤下。
-- shortfall: 期末的政务服务事项
SELECT task_code AS id, handle_mode AS unit, $end - INTERVAL '1' DAY AS day,
       1 AS numerator,
       cross_province, published_date, withdrawn_date
FROM service_item WHERE published_date < $end AND (withdrawn_date IS NULL OR withdrawn_date >= $end)
