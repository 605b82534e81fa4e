-- code: CE01
-- title: 便民服务中心数
-- title_en: Service centres at the end of the period
-- unit: 个
-- measure: total
-- by: 乡镇
-- names: 便民服务中心数、基层便民服务中心数
-- needs: service_centre
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期末之前建成、仍在运行的便民服务中心数；没有登记是否运行的按运行算。
-- shortfall: 运行中的便民服务中心
SELECT centre_no AS id, town AS unit, $end - INTERVAL '1' DAY AS day,
       1 AS numerator,
       built_date, standard_met, accepted_date
FROM service_centre WHERE built_date < $end AND COALESCE(active, TRUE)
