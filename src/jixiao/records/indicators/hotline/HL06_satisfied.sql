-- code: HL06
-- title: 热线工单满意率
-- title_en: Share of evaluated hotline orders rated satisfactory
-- unit: %
-- measure: rate
-- names: 热线工单满意率
-- needs: hotline_order
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内办结且有评价的热线工单中，非常满意、满意、基本满意的占比；没有评价的不计。
-- shortfall: 不满意的工单
SELECT order_no AS id, org_name AS unit, closed_time AS day,
       CASE WHEN satisfaction IN ('非常满意', '满意', '基本满意') THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       closed_time, satisfaction, result
FROM orders
WHERE closed_time >= $start AND closed_time < $end AND channel = '热线' AND satisfaction IS NOT NULL
