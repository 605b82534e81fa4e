-- code: HL02
-- title: 热线工单办结率
-- title_en: Share of due hotline orders closed
-- unit: %
-- measure: rate
-- names: 热线工单办结率、12345工单办结率
-- needs: hotline_order
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 应办结热线工单中期末前已办结的占比。应办结：办理时限在期内到期的热线工单；重办的按最后一次办结计，重办未结的算未办结；没有办理时限的按受理日计入应办结。
-- shortfall: 到期未办结的热线工单
SELECT order_no AS id, org_name AS unit, COALESCE(deadline, accept_time) AS day,
       CASE WHEN closed_time < $end THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       accept_time, deadline, closed_time
FROM orders
WHERE COALESCE(deadline, accept_time) >= $start AND COALESCE(deadline, accept_time) < $end AND channel = '热线'
