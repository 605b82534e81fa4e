-- code: RV05
-- title: 差评整改率
-- title_en: Share of bad ratings put right
-- unit: %
-- measure: rate
-- names: 差评整改率、好差评差评整改率
-- needs: review
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内作出的差评（1、2星）中，期末前已整改的占比；没有差评时无值，不作100%。
-- shortfall: 期末没有整改的差评
SELECT project_no AS id, org_name AS unit, assess_time AS day,
       CASE WHEN rectified_time < $end THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       satisfaction, assess_time, rectified_time
FROM review WHERE assess_time >= $start AND assess_time < $end AND satisfaction IS NOT NULL AND satisfaction <= 2
