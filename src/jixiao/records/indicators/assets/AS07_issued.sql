-- code: AS07
-- title: 固定资产领用金额
-- title_en: Fixed assets issued for use
-- unit: 万元
-- measure: total
-- scale: 10000
-- names: 固定资产领用金额
-- needs: asset_move
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内登记的资产使用金额之和，按使用日归期；没有金额的不计。
-- shortfall: 期内使用的资产
SELECT asset_no AS id, CAST(NULL AS VARCHAR) AS unit, day,
       amount AS numerator
FROM asset_move WHERE kind = '使用' AND day >= $start AND day < $end AND amount IS NOT NULL
