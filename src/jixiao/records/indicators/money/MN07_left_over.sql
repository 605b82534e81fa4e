-- code: MN07
-- title: 结转结余率
-- title_en: Budget left over as a share of the adjusted budget
-- unit: %
-- measure: rate
-- by: 项目
-- better: low
-- names: 结转结余率
-- needs: budget_quota、payment
-- cite: cn.caiyu-2013-53#carry_over
-- verified: no
-- years: 2019-
-- definition: （期内调整后预算指标－期内支付）÷期内调整后预算指标，逐项目计；支出多于指标的项目冲减合计。
-- shortfall: 有结转结余的项目
SELECT project AS id, project AS unit, $end - INTERVAL '1' DAY AS day,
       SUM(quota) - SUM(paid) AS numerator, SUM(quota) AS denominator,
       SUM(paid) AS paid
FROM funds WHERE day >= $start AND day < $end
GROUP BY project
