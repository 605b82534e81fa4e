-- code: AS05
-- title: 固定资产成新率
-- title_en: Net value of fixed assets as a share of original value
-- unit: %
-- measure: rate
-- by: 状态
-- names: 固定资产成新率
-- needs: asset
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期末在账固定资产的净值÷原值；没有登记原值或净值的不计。
-- shortfall: 有折旧的固定资产
SELECT asset_no AS id, status AS unit, $end - INTERVAL '1' DAY AS day,
       net_value AS numerator, original_value AS denominator,
       accumulated_depreciation, bought_date
FROM holdings WHERE bought_date < $end AND (gone_day IS NULL OR gone_day >= $end) AND net_value IS NOT NULL AND original_value IS NOT NULL
