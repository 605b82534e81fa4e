-- code: MN04
-- title: 年初预算数
-- title_en: Budget at the beginning
-- unit: 万元
-- measure: total
-- by: 项目
-- scale: 10000
-- names: 年初预算指标数、年初下达预算指标
-- needs: budget_quota
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内下达的年初预算指标之和。
-- shortfall: 年初预算指标
SELECT id, project AS unit, day,
       initial AS numerator,
       fund
FROM funds WHERE kind = '年初' AND day >= $start AND day < $end
