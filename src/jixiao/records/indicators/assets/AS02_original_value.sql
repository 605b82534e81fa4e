-- code: AS02
-- title: 固定资产原值
-- title_en: Original value of fixed assets at the end of the period
-- unit: 万元
-- measure: total
-- by: 状态
-- scale: 10000
-- names: 固定资产原值、固定资产账面原值
-- needs: asset
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期末在账固定资产的原值之和：期末之前购置、期末没有报废。调拨按内部调拨看，不出账；没有报废日的已报废资产不计。
-- shortfall: 在账的固定资产
SELECT asset_no AS id, status AS unit, $end - INTERVAL '1' DAY AS day,
       original_value AS numerator,
       net_value, bought_date
FROM holdings WHERE bought_date < $end AND (gone_day IS NULL OR gone_day >= $end) AND original_value IS NOT NULL
