-- code: HL03
-- title: 热线工单按时办结率
-- title_en: Share of hotline orders closed in time
-- unit: %
-- measure: rate
-- names: 热线工单按时办结率、热线工单按期办结率
-- needs: hotline_order
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内办结的热线工单中，最后一次办结不晚于办理时限的占比；没有办理时限的不计。
-- shortfall: 逾期办结的热线工单
SELECT order_no AS id, org_name AS unit, closed_time AS day,
       CASE WHEN closed_time <= deadline THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       accept_time, deadline, closed_time
FROM orders
WHERE closed_time >= $start AND closed_time < $end AND channel = '热线' AND deadline IS NOT NULL
