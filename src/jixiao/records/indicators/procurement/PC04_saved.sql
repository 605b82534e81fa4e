-- code: PC04
-- title: 政府采购资金节约率
-- title_en: Procurement budget saved by the contracts
-- unit: %
-- measure: rate
-- by: 项目
-- names: 政府采购资金节约率、政府采购节支率
-- needs: contract
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: （采购预算金额－合同金额）÷采购预算金额，限期内签订的合同；没有预算金额的不计。
-- shortfall: 期内签订的合同
SELECT contract_no AS id, project AS unit, signed_date AS day,
       budget_amount - amount AS numerator, budget_amount AS denominator,
       method, amount
FROM contract WHERE signed_date >= $start AND signed_date < $end AND amount IS NOT NULL AND budget_amount IS NOT NULL
