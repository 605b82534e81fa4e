-- code: MN03
-- title: 资金支付金额
-- title_en: Payments
-- unit: 万元
-- measure: total
-- by: 项目
-- scale: 10000
-- names: 资金支付金额、支付总额
-- needs: payment
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内支付金额之和，退款冲减；各项目、各类资金都计，按支付日归期。
-- shortfall: 支付和退款
SELECT id, project AS unit, day,
       paid AS numerator,
       fund
FROM funds WHERE kind IN ('支付', '退款') AND day >= $start AND day < $end
