-- code: PC01
-- title: 政府采购执行率（已签合同）
-- title_en: Procurement contracted as a share of its budget
-- unit: %
-- measure: rate
-- by: 项目
-- names: 已签合同政府采购执行率
-- needs: contract
-- cite: cn.caiyu-2013-53#procurement
-- verified: no
-- years: 2019-
-- definition: 期内签订的政府采购合同金额÷这些采购的预算金额；没有签订合同的采购预算不在合同台账中，不计；没有预算金额的不计。
-- shortfall: 合同金额低于预算的采购
SELECT contract_no AS id, project AS unit, signed_date AS day,
       amount AS numerator, budget_amount AS denominator,
       method, paid_amount
FROM contract WHERE signed_date >= $start AND signed_date < $end AND amount IS NOT NULL AND budget_amount IS NOT NULL
