-- code: AS06
-- title: 固定资产采购金额
-- title_en: Fixed assets bought
-- unit: 万元
-- measure: total
-- scale: 10000
-- names: 固定资产采购金额
-- needs: asset_move
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内登记的资产采购金额之和，按采购日归期；没有金额的不计。
-- shortfall: 期内采购的资产
SELECT asset_no AS id, CAST(NULL AS VARCHAR) AS unit, day,
       amount AS numerator
FROM asset_move WHERE kind = '采购' AND day >= $start AND day < $end AND amount IS NOT NULL
