-- code: AS01
-- title: 固定资产净值
-- title_en: Net value of fixed assets at the end of the period
-- unit: 万元
-- measure: total
-- by: 状态
-- scale: 10000
-- names: 固定资产净值、固定资产账面净值、年末固定资产净值
-- needs: asset
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期末在账固定资产的净值之和：期末之前购置、期末没有报废；净值取台账登记的数。调拨按内部调拨看，不出账；没有报废日的已报废资产不计。
-- shortfall: 在账的固定资产
SELECT asset_no AS id, status AS unit, $end - INTERVAL '1' DAY AS day,
       net_value AS numerator,
       original_value, bought_date
FROM holdings WHERE bought_date < $end AND (gone_day IS NULL OR gone_day >= $end) AND net_value IS NOT NULL
