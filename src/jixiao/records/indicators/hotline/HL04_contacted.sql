-- code: HL04
-- title: 热线工单先行联系率
-- title_en: Share of hotline orders whose caller was contacted first
-- unit: %
-- measure: rate
-- names: 热线工单先行联系率、先行联系率
-- needs: hotline_order
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内办结的热线工单中，办结之前联系过来电人的占比。
-- shortfall: 没有先行联系的工单
SELECT order_no AS id, org_name AS unit, closed_time AS day,
       CASE WHEN contact_time <= closed_time THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       accept_time, contact_time, closed_time
FROM orders
WHERE closed_time >= $start AND closed_time < $end AND channel = '热线'
