-- code: HL12
-- title: 热线工单重办率
-- title_en: Share of hotline orders reopened after closing
-- unit: %
-- measure: rate
-- better: low
-- names: 热线工单重办率
-- needs: hotline_order
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内首次办结的热线工单中，办结后重办的占比；重办未结的也计。
-- shortfall: 重办的工单
SELECT order_no AS id, org_name AS unit, first_close_time AS day,
       CASE WHEN reopened THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       first_close_time, closed_time, result
FROM orders WHERE first_close_time >= $start AND first_close_time < $end AND channel = '热线'
