-- code: RV02
-- title: 好差评加权满意度
-- title_en: Satisfaction: weighted mean of the five levels
-- unit: 分
-- measure: mean
-- names: 好差评加权满意度
-- needs: review
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内评价按非常满意100、满意80、基本满意60、不满意30、非常不满意0分计的平均分；没有评价的办件不计，样本量另列。
-- shortfall: 非常不满意的评价
SELECT project_no AS id, org_name AS unit, assess_time AS day,
       CASE satisfaction WHEN 5 THEN 100 WHEN 4 THEN 80 WHEN 3 THEN 60 WHEN 2 THEN 30 ELSE 0 END AS numerator, 1 AS denominator,
       satisfaction, assess_time
FROM review WHERE assess_time >= $start AND assess_time < $end AND satisfaction IS NOT NULL
