-- code: IT04
-- title: 跨省通办全程网办占比
-- title_en: Share of cross-province items handled wholly online
-- unit: %
-- measure: rate
-- by: 办理方式
-- names: 跨省通办全程网办率、跨省通办全程网办占比
-- needs: service_item
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期末清单上的跨省通办事项中，办理模式为全程网办的占比。
-- shortfall: 不是全程网办的跨省通办事项
SELECT task_code AS id, handle_mode AS unit, $end - INTERVAL '1' DAY AS day,
       CASE WHEN cross_province = '全程网办' THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       cross_province, published_date
FROM service_item WHERE cross_province IS NOT NULL AND published_date < $end AND (withdrawn_date IS NULL OR withdrawn_date >= $end)
