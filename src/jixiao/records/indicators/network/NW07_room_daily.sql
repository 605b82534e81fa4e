-- code: NW07
-- title: 机房每日巡检率
-- title_en: Share of days on which the machine room was checked
-- unit: %
-- measure: rate
-- names: 机房每日巡检率、机房巡检覆盖率
-- needs: room_check
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内的日历日中，有巡检完成记录的占比；一天多次只计一天，没有完成时间的不算巡检。
-- shortfall: 没有巡检的日子
WITH checked AS (
  SELECT DISTINCT day FROM room_check WHERE done_time IS NOT NULL
), kept AS (
  SELECT COUNT(*) AS count FROM room_check WHERE day >= $start AND day < $end
)
SELECT CAST(d.day AS VARCHAR) AS id, CAST(NULL AS VARCHAR) AS unit, d.day,
       CASE WHEN c.day IS NULL THEN 0 ELSE 1 END AS numerator, 1 AS denominator
FROM days AS d
JOIN kept AS k ON k.count > 0
LEFT JOIN checked AS c ON c.day = d.day
WHERE d.day >= $start AND d.day < $end
