-- code: AS03
-- title: 固定资产利用率
-- title_en: Share of fixed assets in use, by original value
-- unit: %
-- measure: rate
-- by: 状态
-- names: 固定资产利用率
-- needs: asset
-- cite: cn.caiyu-2013-53#assets
-- verified: no
-- years: 2019-
-- definition: 实际在用固定资产原值÷全部在账固定资产原值；闲置、出租出借、待报废的不算在用，状态取台账登记的数，后来已报废、状态无从知道的不计。
-- shortfall: 不在用的固定资产
SELECT asset_no AS id, status AS unit, $end - INTERVAL '1' DAY AS day,
       CASE WHEN status = '在用' THEN original_value ELSE 0 END AS numerator, original_value AS denominator,
       net_value, bought_date
FROM holdings WHERE bought_date < $end AND (gone_day IS NULL OR gone_day >= $end) AND status <> '已报废' AND original_value IS NOT NULL
