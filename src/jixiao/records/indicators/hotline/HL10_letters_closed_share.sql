-- code: HL10
-- title: 区长信箱办结率
-- title_en: Share of due letters to the district head closed
-- unit: %
-- measure: rate
-- names: 区长信箱办结率、市（区）长信箱办结率
-- needs: hotline_order
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 应办结区长信箱来信中期末前已办结的占比。应办结：办理时限在期内到期的区长信箱来信；重办的按最后一次办结计，重办未结的算未办结；没有办理时限的按受理日计入应办结。
-- shortfall: 到期未办结的区长信箱来信
SELECT order_no AS id, org_name AS unit, COALESCE(deadline, accept_time) AS day,
       CASE WHEN closed_time < $end THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       accept_time, deadline, closed_time
FROM orders
WHERE COALESCE(deadline, accept_time) >= $start AND COALESCE(deadline, accept_time) < $end AND channel = '信箱'
