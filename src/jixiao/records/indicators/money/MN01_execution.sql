-- code: MN01
-- title: 部门预算执行率
-- title_en: Budget execution: payments as a share of the adjusted budget
-- unit: %
-- measure: rate
-- by: 项目
-- names: 部门预算执行率、部门整体预算执行率
-- needs: budget_quota、payment
-- cite: cn.caiyu-2013-53#completion
-- verified: no
-- years: 2019-
-- definition: 期内支付（退款冲减）÷期内下达的调整后预算指标（年初＋调增－调减），逐项目计；没有指标的支付也计入分子，支出多于指标时可超过100%。
-- shortfall: 没有执行完的项目
SELECT project AS id, project AS unit, $end - INTERVAL '1' DAY AS day,
       SUM(paid) AS numerator, SUM(quota) AS denominator,
       SUM(initial) AS initial, SUM(changed) AS changed
FROM funds WHERE day >= $start AND day < $end
GROUP BY project
