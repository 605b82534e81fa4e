-- code: HL07
-- title: 热线15秒接听率
-- title_en: Share of calls answered within 15 seconds
-- unit: %
-- measure: rate
-- names: 15秒接听率、热线15秒接听率
-- needs: hotline_order
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内受理、记有接听用时的热线工单中，15秒内接听的占比。15秒取自GB/T 33358-2016（原文未核）；没有形成工单的来电不在记录内，不计。
-- shortfall: 15秒内没有接听的工单
SELECT order_no AS id, org_name AS unit, accept_time AS day,
       CASE WHEN answer_seconds <= 15 THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       answer_seconds, accept_time
FROM orders
WHERE accept_time >= $start AND accept_time < $end AND channel = '热线' AND answer_seconds IS NOT NULL
