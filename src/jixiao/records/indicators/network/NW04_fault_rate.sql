-- code: NW04
-- title: 网络故障发生率
-- title_en: Faults per hundred node-months
-- unit: %
-- measure: rate
-- better: low
-- names: 网络故障发生率、政务外网故障发生率
-- needs: extranet_node、outage
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内开始的非计划中断次数÷在网点位·月数：同一点位重叠或首尾相接的中断算一次，期内在网不足一月的点位按一个月算；一个月多次故障的分别计。
-- shortfall: 发生故障的点位和月份
WITH months AS (
  SELECT CAST(day AS TIMESTAMP) AS month, CAST(day AS TIMESTAMP) + INTERVAL '1' MONTH AS next_month
  FROM days WHERE EXTRACT(DAY FROM day) = 1
), spans AS (
  SELECT n.node_no, n.org_name, GREATEST(m.month, $start, CAST(n.joined_date AS TIMESTAMP)) AS begun,
         LEAST(m.next_month, $end, COALESCE(CAST(n.left_date AS TIMESTAMP), m.next_month)) AS ended
  FROM extranet_node AS n
  JOIN months AS m ON m.month < $end AND m.next_month > $start AND n.joined_date < m.next_month
    AND (n.left_date IS NULL OR n.left_date > m.month)
), faults AS (
  SELECT s.node_no, s.begun, COUNT(*) AS faults
  FROM spans AS s
  JOIN downtime AS d ON d.node_no = s.node_no AND d.begun >= s.begun AND d.begun < s.ended
  GROUP BY s.node_no, s.begun
)
SELECT s.node_no AS id, s.org_name AS unit, s.begun AS day,
       COALESCE(f.faults, 0) AS numerator, 1 AS denominator,
       s.ended AS until
FROM spans AS s
LEFT JOIN faults AS f ON f.node_no = s.node_no AND f.begun = s.begun
WHERE s.begun < s.ended
