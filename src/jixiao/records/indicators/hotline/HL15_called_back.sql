-- code: HL15
-- title: 热线工单回访率
-- title_en: Share of closed hotline orders followed by a call-back
-- unit: %
-- measure: rate
-- names: 热线工单回访率
-- needs: hotline_order
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内办结的热线工单中，记有回访的占比。
-- shortfall: 没有回访的工单
SELECT order_no AS id, org_name AS unit, closed_time AS day,
       CASE WHEN callback THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       closed_time, callback, satisfaction
FROM orders
WHERE closed_time >= $start AND closed_time < $end AND channel = '热线'
