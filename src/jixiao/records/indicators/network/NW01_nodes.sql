-- code: NW01
-- title: 政务外网接入点位数
-- title_en: Nodes connected to the government extranet at the end of the period
-- unit: 个
-- measure: total
-- names: 政务外网接入点位数、政务外网接入点位维护、电子政务外网接入点位数
-- needs: extranet_node
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期末在网的点位数：入网日在期末之前、期末尚未退网；退网当日起不算在网。
-- shortfall: 期末在网的点位
SELECT node_no AS id, org_name AS unit, $end - INTERVAL '1' DAY AS day,
       1 AS numerator,
       joined_date, left_date, in_use
FROM extranet_node WHERE joined_date < $end AND (left_date IS NULL OR left_date >= $end)
