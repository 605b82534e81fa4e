-- code: AS04
-- title: 固定资产闲置率
-- title_en: Share of fixed assets that lie idle, by original value
-- unit: %
-- measure: rate
-- by: 状态
-- better: low
-- names: 固定资产闲置率
-- needs: asset
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 闲置固定资产原值÷全部在账固定资产原值；待报废、出租出借的不算闲置。
-- shortfall: 闲置的固定资产
SELECT asset_no AS id, status AS unit, $end - INTERVAL '1' DAY AS day,
       CASE WHEN status = '闲置' THEN original_value ELSE 0 END AS numerator, original_value AS denominator,
       net_value, bought_date
FROM holdings WHERE bought_date < $end AND (gone_day IS NULL OR gone_day >= $end) AND status <> '已报废' AND original_value IS NOT NULL
