-- code: RV03
-- title: 好差评样本量
-- title_en: Number of ratings
-- unit: 条
-- measure: total
-- names: 好差评样本量、好差评评价数
-- needs: review
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内收到的评价条数；满意度须与它一同写出。
-- shortfall: 计入的评价
SELECT project_no AS id, org_name AS unit, assess_time AS day,
       1 AS numerator,
       satisfaction, assess_time
FROM review WHERE assess_time >= $start AND assess_time < $end AND satisfaction IS NOT NULL
