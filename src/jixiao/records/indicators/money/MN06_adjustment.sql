-- code: MN06
-- title: 预算指标调整率
-- title_en: Adjustments as a share of the initial budget
-- unit: %
-- measure: rate
-- by: 项目
-- better: low
-- names: 预算指标调整率
-- needs: budget_quota
-- cite: cn.caiyu-2013-53#adjustment
-- verified: no
-- years: 2019-
-- definition: 期内调增与调减指标的绝对值之和÷年初预算指标，逐项目计；政策性、不可抗力和上级交办的调整在指标中分不出来，没有剔除。
-- shortfall: 有调整的项目
SELECT project AS id, project AS unit, $end - INTERVAL '1' DAY AS day,
       SUM(ABS(changed)) AS numerator, SUM(initial) AS denominator,
       SUM(changed) AS net_change
FROM funds WHERE kind IN ('年初', '调增', '调减') AND day >= $start AND day < $end
GROUP BY project
