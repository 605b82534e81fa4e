-- code: PC02
-- title: 政府采购金额
-- title_en: Procurement contracted
-- unit: 万元
-- measure: total
-- by: 项目
-- scale: 10000
-- names: 政府采购金额、政府采购合同金额
-- needs: contract
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内签订的政府采购合同金额之和，按签订日归期。
-- shortfall: 期内签订的合同
SELECT contract_no AS id, project AS unit, signed_date AS day,
       amount AS numerator,
       method, budget_amount
FROM contract WHERE signed_date >= $start AND signed_date < $end AND amount IS NOT NULL
