-- code: CE03
-- title: 建成验收的便民服务中心数
-- title_en: Service centres built and accepted in the period
-- unit: 个
-- measure: total
-- by: 乡镇
-- names: 建成验收的便民服务中心数、基层便民服务中心建设数、加强基层便民服务中心建设、基层便民服务点提质建设
-- needs: service_centre
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内通过验收并达标的便民服务中心数，按验收日归期。
-- shortfall: 期内验收的便民服务中心
SELECT centre_no AS id, town AS unit, accepted_date AS day,
       1 AS numerator,
       built_date, accepted_date
FROM service_centre WHERE standard_met AND accepted_date >= $start AND accepted_date < $end
