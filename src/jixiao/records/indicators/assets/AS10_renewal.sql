-- code: AS10
-- title: 固定资产更新率
-- title_en: Fixed assets bought in the period as a share of those on the books
-- unit: %
-- measure: rate
-- by: 状态
-- names: 固定资产更新率
-- needs: asset
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内购置的固定资产原值÷期末在账固定资产原值。
-- shortfall: 不是期内购置的固定资产
SELECT asset_no AS id, status AS unit, $end - INTERVAL '1' DAY AS day,
       CASE WHEN bought_date >= $start THEN original_value ELSE 0 END AS numerator, original_value AS denominator,
       bought_date
FROM holdings WHERE bought_date < $end AND (gone_day IS NULL OR gone_day >= $end) AND original_value IS NOT NULL
