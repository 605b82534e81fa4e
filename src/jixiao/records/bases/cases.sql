-- cases 办件: one row a case, with the deadline that special procedures have moved.
-- Overlapping special procedures count once: of each one counts only what lies after the latest end of those begun before.
-- One without an end ran until the case was closed; while the case is open too, the clock stands still (stopped).
-- One begun when the time was over already does not mend that: it neither moves the deadline nor stops the clock.
-- A case with several results was reopened: its last closing counts.
WITH results AS (
  SELECT project_no, MAX(result_date) AS result_date, ARG_MAX(result_type, result_date) AS result_type
  FROM up_pro_result
  GROUP BY project_no
), closing AS (
  SELECT a.project_no, a.task_code, a.org_name, a.project_type, a.data_source, a.accept_date, a.promise_date,
         COALESCE(r.result_date, a.result_date) AS result_date,
         CASE WHEN r.result_date IS NULL THEN a.result_type ELSE r.result_type END AS result_type
  FROM up_pro_accept AS a
  LEFT JOIN results AS r ON r.project_no = a.project_no
), pauses AS (
  SELECT s.project_no, c.promise_date, s.special_time AS begun,
         COALESCE(s.end_time, c.result_date, s.special_time) AS ended,
         CASE WHEN s.end_time IS NULL AND c.result_date IS NULL THEN 1 ELSE 0 END AS running
  FROM up_pro_special_procedure AS s
  JOIN closing AS c ON c.project_no = s.project_no
), reached AS (
  SELECT project_no, promise_date, begun, ended, running,
         MAX(ended) OVER (
           PARTITION BY project_no ORDER BY begun, ended ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
         ) AS earlier
  FROM pauses
), lengths AS (
  SELECT project_no, promise_date, begun, ended, running,
         CASE WHEN earlier > begun THEN earlier ELSE begun END AS counted_from,
         CASE
           WHEN earlier IS NULL OR earlier <= begun THEN GREATEST(DATE_DIFF('second', begun, ended), 0)
           WHEN ended > earlier THEN DATE_DIFF('second', earlier, ended)
           ELSE 0
         END AS seconds
  FROM reached
), moved AS (
  SELECT project_no, running, seconds, counted_from,
         promise_date + INTERVAL '1' SECOND * CAST(COALESCE(SUM(seconds) OVER (
           PARTITION BY project_no ORDER BY begun, ended ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
         ), 0) AS BIGINT) AS due
  FROM lengths
), paused AS (
  SELECT project_no,
         MAX(CASE WHEN due IS NULL OR counted_from <= due THEN running ELSE 0 END) AS running,
         CAST(SUM(CASE WHEN due IS NULL OR counted_from <= due THEN seconds ELSE 0 END) AS BIGINT) AS extension,
         CAST(SUM(seconds) AS BIGINT) AS seconds
  FROM moved
  GROUP BY project_no
)
SELECT c.project_no, c.task_code, c.org_name, c.project_type, c.data_source, c.accept_date, c.promise_date,
       c.promise_date + INTERVAL '1' SECOND * COALESCE(p.extension, 0) AS deadline,
       COALESCE(p.running, 0) = 1 AS stopped,
       p.project_no IS NOT NULL AS special,
       COALESCE(p.seconds, 0) AS special_seconds,
       c.result_date, c.result_type
FROM closing AS c
LEFT JOIN paused AS p ON p.project_no = c.project_no
