-- code: IT01
-- title: 跨省通办事项数
-- title_en: Items that can be handled in another province, at the end of the period
-- unit: 项
-- measure: total
-- by: 跨省通办模式
-- names: 跨省通办事项数、已开通跨省通办事项
-- needs: service_item
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期末清单上的跨省通办事项数：期末之前公布、期末没有撤下。
-- shortfall: 期末的跨省通办事项
SELECT task_code AS id, cross_province AS unit, $end - INTERVAL '1' DAY AS day,
       1 AS numerator,
       handle_mode, published_date, withdrawn_date
FROM service_item WHERE cross_province IS NOT NULL AND published_date < $end AND (withdrawn_date IS NULL OR withdrawn_date >= $end)
