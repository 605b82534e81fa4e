-- code: NW05
-- title: 政务外网故障次数
-- title_en: Faults of the government extranet
-- unit: 次
-- measure: total
-- names: 政务外网故障次数、网络故障次数
-- needs: extranet_node、outage
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内开始的非计划中断次数：同一点位重叠或首尾相接的中断算一次，不在网的时间不计。
-- shortfall: 故障
SELECT node_no AS id, org_name AS unit, begun AS day,
       1 AS numerator,
       begun, ended, reports, cause
FROM downtime WHERE begun >= $start AND begun < $end
