-- code: NW06
-- title: 政务外网故障平均恢复时长
-- title_en: Mean hours until a fault was repaired
-- unit: 小时
-- measure: mean
-- names: 政务外网故障平均恢复时长、网络故障平均恢复时长
-- needs: extranet_node、outage
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内恢复的非计划中断，从开始到恢复的平均小时数；还没有恢复的不计。
-- shortfall: 不足一小时恢复的故障
SELECT node_no AS id, org_name AS unit, ended AS day,
       DATE_DIFF('second', begun, ended) AS numerator, 3600 AS denominator,
       begun, ended, cause
FROM downtime WHERE ended >= $start AND ended < $end
