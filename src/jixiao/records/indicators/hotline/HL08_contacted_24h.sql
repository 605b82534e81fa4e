-- code: HL08
-- title: 热线工单24小时联系率
-- title_en: Share of hotline orders contacted within 24 hours
-- unit: %
-- measure: rate
-- names: 热线工单24小时联系率
-- needs: hotline_order
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内受理的热线工单中，受理后24小时内联系来电人的占比；恰好24小时算内。
-- shortfall: 24小时内没有联系的工单
SELECT order_no AS id, org_name AS unit, accept_time AS day,
       CASE WHEN contact_time <= accept_time + INTERVAL 24 HOUR THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       accept_time, contact_time
FROM orders WHERE accept_time >= $start AND accept_time < $end AND channel = '热线'
