-- code: NW02
-- title: 政务外网平台应用率
-- title_en: Share of connected nodes that are in use
-- unit: %
-- measure: rate
-- names: 政务外网平台应用率、电子政务外网平台应用率
-- needs: extranet_node
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期末在网的点位中，在用的占比；没有登记是否在用的按没有使用算。
-- shortfall: 在网而没有使用的点位
SELECT node_no AS id, org_name AS unit, $end - INTERVAL '1' DAY AS day,
       CASE WHEN in_use THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       joined_date, in_use
FROM extranet_node WHERE joined_date < $end AND (left_date IS NULL OR left_date >= $end)
