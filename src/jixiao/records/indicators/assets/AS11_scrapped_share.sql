-- code: AS11
-- title: 固定资产报废率
-- title_en: Fixed assets scrapped in the period as a share of those on the books
-- unit: %
-- measure: rate
-- by: 状态
-- better: low
-- names: 固定资产报废率
-- needs: asset、asset_move
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内报废的固定资产原值÷期内曾在账的固定资产原值（期末之前购置、期初没有报废）；没有报废日的已报废资产不计。
-- shortfall: 期内报废的固定资产
SELECT asset_no AS id, status AS unit, $end - INTERVAL '1' DAY AS day,
       CASE WHEN gone_day < $end THEN original_value ELSE 0 END AS numerator, original_value AS denominator,
       bought_date, gone_day
FROM holdings
WHERE bought_date < $end AND (gone_day IS NULL OR gone_day >= $start) AND original_value IS NOT NULL
