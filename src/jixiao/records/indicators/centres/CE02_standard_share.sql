-- code: CE02
-- title: 基层便民服务中心建设达标率
-- title_en: Share of service centres that meet the standard
-- unit: %
-- measure: rate
-- by: 乡镇
-- names: 基层便民服务中心建设达标率、便民服务中心建设达标率、便民服务点建设达标率、基层便民服务点建设达标率
-- needs: service_centre
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期末之前建成、仍在运行的便民服务中心中，建设达标的占比；没有登记是否达标的按没有达标算。
-- shortfall: 没有达标的便民服务中心
SELECT centre_no AS id, town AS unit, $end - INTERVAL '1' DAY AS day,
       CASE WHEN standard_met THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       built_date, accepted_date
FROM service_centre WHERE built_date < $end AND COALESCE(active, TRUE)
