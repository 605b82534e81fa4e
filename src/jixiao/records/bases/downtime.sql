-- downtime 非计划中断: one row a fault of a node, cut to the node's time in the net; no end while it lasts.
-- Reports of one node that overlap or touch are one fault. A report without length counts as a fault of no duration.
WITH cut AS (
  SELECT o.node_no, n.org_name, o.cause, o.start_time, o.end_time,
         GREATEST(o.start_time, CAST(n.joined_date AS TIMESTAMP)) AS begun,
         LEAST(
           COALESCE(o.end_time, TIMESTAMP '9999-12-31 00:00:00'),
           COALESCE(CAST(n.left_date AS TIMESTAMP), TIMESTAMP '9999-12-31 00:00:00')
         ) AS ended
  FROM outage AS o
  JOIN extranet_node AS n ON n.node_no = o.node_no
  WHERE NOT COALESCE(o.planned, FALSE)
    AND (n.left_date IS NULL OR o.start_time < CAST(n.left_date AS TIMESTAMP))
), reached AS (
  SELECT node_no, org_name, cause, begun, ended,
         MAX(ended) OVER (
           PARTITION BY node_no ORDER BY begun, ended ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
         ) AS earlier
  FROM cut
  WHERE begun < ended OR (begun = ended AND start_time = end_time)
), numbered AS (
  SELECT node_no, org_name, cause, begun, ended,
         SUM(CASE WHEN earlier IS NULL OR begun > earlier THEN 1 ELSE 0 END) OVER (
           PARTITION BY node_no ORDER BY begun, ended ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
         ) AS fault
  FROM reached
)
SELECT node_no, MIN(org_name) AS org_name, MIN(begun) AS begun,
       NULLIF(MAX(ended), TIMESTAMP '9999-12-31 00:00:00') AS ended,
       COUNT(*) AS reports, MIN(cause) AS cause
FROM numbered
GROUP BY node_no, fault
