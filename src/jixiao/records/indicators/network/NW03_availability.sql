-- code: NW03
-- title: 政务外网可用率
-- title_en: Availability of the government extranet
-- unit: %
-- measure: rate
-- names: 政务外网可用率、电子政务外网可用率、网络可用率
-- needs: extranet_node、outage
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: （在网总时长－非计划中断时长）÷在网总时长，按点位逐月、以秒计：同一点位重叠的中断合并，截到期内和在网时间内；期末还没有恢复的算到期末，没有登记是否计划内的按非计划算。
-- shortfall: 有非计划中断的点位和月份
WITH months AS (
  SELECT CAST(day AS TIMESTAMP) AS month, CAST(day AS TIMESTAMP) + INTERVAL '1' MONTH AS next_month
  FROM days WHERE EXTRACT(DAY FROM day) = 1
), spans AS (
  SELECT n.node_no, n.org_name, GREATEST(m.month, $start, CAST(n.joined_date AS TIMESTAMP)) AS begun,
         LEAST(m.next_month, $end, COALESCE(CAST(n.left_date AS TIMESTAMP), m.next_month)) AS ended
  FROM extranet_node AS n
  JOIN months AS m ON m.month < $end AND m.next_month > $start AND n.joined_date < m.next_month
    AND (n.left_date IS NULL OR n.left_date > m.month)
), down AS (
  SELECT s.node_no, s.begun,
         CAST(SUM(DATE_DIFF('second', GREATEST(s.begun, d.begun), LEAST(s.ended, COALESCE(d.ended, s.ended)))) AS BIGINT)
           AS seconds
  FROM spans AS s
  JOIN downtime AS d ON d.node_no = s.node_no AND d.begun < s.ended AND (d.ended IS NULL OR d.ended > s.begun)
  WHERE s.begun < s.ended
  GROUP BY s.node_no, s.begun
)
SELECT s.node_no AS id, s.org_name AS unit, s.begun AS day,
       DATE_DIFF('second', s.begun, s.ended) - COALESCE(d.seconds, 0) AS numerator,
       DATE_DIFF('second', s.begun, s.ended) AS denominator,
       s.ended AS until, COALESCE(d.seconds, 0) AS down_seconds
FROM spans AS s
LEFT JOIN down AS d ON d.node_no = s.node_no AND d.begun = s.begun
WHERE s.begun < s.ended
