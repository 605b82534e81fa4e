-- code: NW08
-- title: 机房运维及时率
-- title_en: Share of checks of the machine room done on their day
-- unit: %
-- measure: rate
-- by: 类别
-- names: 机房运维及时率、机房巡检及时率
-- needs: room_check
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内应做的机房运维中，在当日或提前完成的占比；没有完成时间的按没有完成算。
-- shortfall: 没有在当日完成的机房运维
SELECT CAST(day AS VARCHAR) AS id, kind AS unit, day,
       CASE WHEN CAST(done_time AS DATE) <= day THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       kind, done_time, result
FROM room_check WHERE day >= $start AND day < $end
