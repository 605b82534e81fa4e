-- code: PC05
-- title: 公开招标金额占比
-- title_en: Share of procurement by open tender, by amount
-- unit: %
-- measure: rate
-- by: 项目
-- names: 公开招标金额占比
-- needs: contract
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内签订的政府采购合同金额中，采购方式为公开招标的占比。
-- shortfall: 不是公开招标的合同
SELECT contract_no AS id, project AS unit, signed_date AS day,
       CASE WHEN method = '公开招标' THEN amount ELSE 0 END AS numerator, amount AS denominator,
       method
FROM contract WHERE signed_date >= $start AND signed_date < $end AND amount IS NOT NULL
