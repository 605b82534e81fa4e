-- code: HL05
-- title: 热线工单实际解决率
-- title_en: Share of hotline orders solved, of those solved or explained
-- unit: %
-- measure: rate
-- names: 热线工单实际解决率
-- needs: hotline_order
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内办结的热线工单中，实际解决 ÷（实际解决＋解释说明）；未解决的不在分母内，计入未解决的另见热线诉求解决率。
-- shortfall: 解释说明的工单
SELECT order_no AS id, org_name AS unit, closed_time AS day,
       CASE WHEN result = '实际解决' THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       accept_time, closed_time, result
FROM orders
WHERE closed_time >= $start AND closed_time < $end AND channel = '热线' AND result IN ('实际解决', '解释说明')
