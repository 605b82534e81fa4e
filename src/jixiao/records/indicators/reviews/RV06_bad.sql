-- code: RV06
-- title: 差评数
-- title_en: Bad ratings
-- unit: 条
-- measure: total
-- names: 差评数、好差评差评数
-- needs: review
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内作出的差评（1、2星）条数。
-- shortfall: 差评
SELECT project_no AS id, org_name AS unit, assess_time AS day,
       1 AS numerator,
       satisfaction, assess_time, rectified_time
FROM review WHERE assess_time >= $start AND assess_time < $end AND satisfaction IS NOT NULL AND satisfaction <= 2
