-- code: HL14
-- title: 热线诉求解决率
-- title_en: Share of all closed hotline orders that were solved
-- unit: %
-- measure: rate
-- names: 热线诉求解决率
-- needs: hotline_order
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内办结且记有结果的热线工单中，实际解决的占比；解释说明和未解决的都在分母内。
-- shortfall: 没有实际解决的工单
SELECT order_no AS id, org_name AS unit, closed_time AS day,
       CASE WHEN result = '实际解决' THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       accept_time, closed_time, result
FROM orders
WHERE closed_time >= $start AND closed_time < $end AND channel = '热线' AND result IS NOT NULL
