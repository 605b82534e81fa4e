-- code: MN02
-- title: 预算执行进度（各月末平均）
-- title_en: Budget execution at the ends of the months, their mean
-- unit: %
-- measure: rate
-- by: 项目
-- names: 预算执行进度（各月末平均）、月末平均执行进度
-- needs: budget_quota、payment
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 逐项目、逐月末：期初至该月末的累计支付÷期初至该月末的累计调整后预算指标；期内各月末的分子、分母分别相加。按月看即各月末的执行率。
-- shortfall: 月末没有执行完的项目
WITH months AS (
  SELECT day AS month, CAST(day AS TIMESTAMP) + INTERVAL '1' MONTH AS next_month
  FROM days WHERE EXTRACT(DAY FROM day) = 1
)
SELECT f.project AS id, f.project AS unit, GREATEST(CAST(m.month AS TIMESTAMP), $start) AS day,
       SUM(f.paid) AS numerator, SUM(f.quota) AS denominator
FROM months AS m
JOIN funds AS f ON f.day < m.next_month
WHERE m.month < $end AND m.next_month > $start AND f.day >= $start AND f.day < $end
GROUP BY f.project, m.month
