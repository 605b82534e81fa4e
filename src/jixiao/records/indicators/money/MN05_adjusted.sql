-- code: MN05
-- title: 全年预算数
-- title_en: Budget as adjusted
-- unit: 万元
-- measure: total
-- by: 项目
-- scale: 10000
-- names: 调整后预算指标数、全年预算指标数
-- needs: budget_quota
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内下达的年初预算指标加调增、减调减。
-- shortfall: 预算指标
SELECT id, project AS unit, day,
       quota AS numerator,
       kind, fund
FROM funds WHERE kind IN ('年初', '调增', '调减') AND day >= $start AND day < $end
