-- code: PC03
-- title: 政府采购合同支付率
-- title_en: Share of the contract sum that has been paid
-- unit: %
-- measure: rate
-- by: 项目
-- names: 政府采购合同支付率、采购合同支付率
-- needs: contract
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内签订的政府采购合同的已支付金额÷合同金额；已支付金额取台账登记的数，没有登记的按没有支付算。
-- shortfall: 没有付清的合同
SELECT contract_no AS id, project AS unit, signed_date AS day,
       COALESCE(paid_amount, 0) AS numerator, amount AS denominator,
       method
FROM contract WHERE signed_date >= $start AND signed_date < $end AND amount IS NOT NULL
